"""What another initiative shares with the one on the page, said for everybody: facts only, no score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import lazy_gettext as _

from app import sentences
from graph.bridges.weights import Evidence

if TYPE_CHECKING:
    from graph.bridges.suggestions import Reason

_ALSO = {
    Evidence.GOAL: _("Werkt ook aan ‘%(thing)s’."),
    Evidence.THEME: _("Heeft ook het thema ‘%(thing)s’."),
    Evidence.PARTNER: _("Werkt ook samen met %(thing)s."),
    Evidence.SCHEME: _("Kreeg of vroeg ook steun uit ‘%(thing)s’."),
    Evidence.DEPARTMENT: _("Heeft ook te maken met %(thing)s."),
    Evidence.AREA: _("Is ook actief in %(thing)s."),
    Evidence.DECISION: _("Wacht ook op het besluit ‘%(thing)s’."),
    Evidence.WORD: _("Schrijft ook over ‘%(thing)s’."),
    Evidence.OFFERED: _("Biedt wat dit initiatief zoekt: %(thing)s."),
    Evidence.SOUGHT: _("Zoekt wat dit initiatief biedt: %(thing)s."),
}


def shares(reason: Reason) -> str:
    """One sentence on what the other initiative shares with this one."""
    sentence = _ALSO.get(reason.kind)
    return str(sentence) % {"thing": reason.name} if sentence else sentences.they(reason)
