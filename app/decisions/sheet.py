"""The waiting room as a table: what the list shows, with every date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext

from app.decisions import words

if TYPE_CHECKING:
    from graph.timeline import Decision


def columns() -> list[str]:
    """The headings."""
    return [
        gettext("Soort"),
        gettext("Besluit"),
        gettext("Gevraagd op"),
        gettext("Wie beslist?"),
        gettext("Verwacht op"),
        gettext("Wettelijke termijn tot"),
        gettext("Dagen gewacht"),
        gettext("Stand"),
        gettext("Initiatieven die wachten"),
        gettext("Besloten op"),
        gettext("Uitkomst"),
        gettext("Waarom"),
    ]


def row(decision: Decision) -> tuple[str | int, ...]:
    """One line."""
    days = (decision.asked_on, decision.expected_on, decision.due_by_law, decision.decided_on)
    asked, expected, due, decided = (each.isoformat() if each else "" for each in days)
    return (
        words.kind_label(decision.decision_kind),
        decision.name,
        asked,
        " | ".join(each.name for each in decision.deciders),
        expected or ("" if decided else gettext("geen datum genoemd")),
        due,
        decision.days_waited if decision.asked_on else "",
        words.standing(decision),
        " | ".join(each.name for each in decision.waiting),
        decided,
        decision.outcome or "",
        decision.reason or "",
    )
