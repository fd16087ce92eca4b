"""Decisions in the words of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.choices import DECISION_KIND_LABELS, DECISION_LEVEL_LABELS
from app.formatting import day
from graph.decisions.listing import Order, State
from graph.model import DecisionKind

if TYPE_CHECKING:
    from graph.model import DecisionLevel
    from graph.timeline import Decision

STATES = {
    State.WAITING: _("Nog geen besluit"),
    State.LONG: _("Wacht 8 weken of langer"),
    State.PAUSED: _("De klok staat stil"),
    State.DECIDED: _("Besloten"),
    State.ALL: _("Alles"),
}
ORDERS = {
    Order.LONGEST: _("Langst gewacht eerst"),
    Order.NEWEST: _("Nieuwste eerst"),
    Order.TERM: _("Eerste termijn eerst"),
    Order.NAME: _("Op naam"),
}
TABS = {
    DecisionKind.APPLICATION: _("Aanvragen"),
    DecisionKind.POLITICAL: _("Politieke keuzes"),
    DecisionKind.QUESTION: _("Vragen"),
}
WITHOUT_KIND = _("Soort nog niet gekozen")


def kind_label(kind: DecisionKind | None) -> str:
    """What kind of decision it is."""
    return str(DECISION_KIND_LABELS[kind] if kind else WITHOUT_KIND)


def level_label(level: DecisionLevel) -> str:
    """Who makes a political choice."""
    return str(DECISION_LEVEL_LABELS[level])


def tab(kind: DecisionKind | None) -> str:
    """What the list of this kind is called."""
    return str(TABS[kind] if kind else WITHOUT_KIND)


def standing(decision: Decision) -> str:
    """Where the clock of a decision stands, in a few words."""
    if not decision.is_waiting:
        return gettext("Besloten op %(day)s", day=day(decision.decided_on))
    if decision.paused_since:
        return gettext("Wacht op aanvrager sinds %(day)s", day=day(decision.paused_since))
    if decision.is_past_term:
        return gettext("Wettelijke termijn is voorbij")
    return gettext("Duurt lang") if decision.waits_long else gettext("De klok loopt")
