"""The list of initiatives as a table: what the list tells of each, with all its areas and themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext

from app.choices import status_label
from graph.model import Visibility

if TYPE_CHECKING:
    from graph.initiatives import InitiativeInList

# Areas and themes of one initiative.
MOST_NAMED = 100


def columns() -> list[str]:
    """The headings."""
    return [
        gettext("Initiatief"),
        gettext("In één zin"),
        gettext("Status"),
        gettext("Status sinds"),
        gettext("Gebieden"),
        gettext("Thema’s"),
        gettext("Openbaar"),
        "id",
    ]


def row(initiative: InitiativeInList) -> tuple[str, ...]:
    """One line."""
    return (
        initiative.name,
        initiative.summary or "",
        status_label(initiative.status) if initiative.status else "",
        initiative.status_since.isoformat() if initiative.status_since else "",
        " | ".join(area.name for area in initiative.areas),
        " | ".join(theme.name for theme in initiative.themes),
        gettext("ja") if initiative.visibility is Visibility.PUBLISHED else gettext("nee"),
        initiative.id,
    )
