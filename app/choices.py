"""The closed sets of the model in the words of the screen, and reading them from an address."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from flask_babel import lazy_gettext as _
from werkzeug.exceptions import BadRequest

from graph.model import Status

Chosen = TypeVar("Chosen", bound=StrEnum)

STATUS_LABELS = {
    Status.IDEA: _("Idee"),
    Status.STARTED: _("Gestart"),
    Status.RUNNING: _("In uitvoering"),
    Status.COMPLETED: _("Afgerond"),
    Status.STOPPED: _("Gestopt"),
}


def choice(values: type[Chosen], text: str | None) -> Chosen | None:
    """The member of `values` that an address names, None when it names none; raises BadRequest for anything else."""
    if not text:
        return None
    try:
        return values(text)
    except ValueError as error:
        raise BadRequest from error


def status_label(status: Status | str) -> str:
    """The word for where an initiative stands; raises ValueError when there is none."""
    return str(STATUS_LABELS[Status(status)])
