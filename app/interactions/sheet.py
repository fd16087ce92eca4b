"""Interactions as a table, for staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.choices import INTERACTION_LABELS

if TYPE_CHECKING:
    import datetime as dt

    from graph.interactions import Interaction

# The headings are those of the Dutch file, whatever the language of the page.
HEADINGS = (
    "datum",
    "soort",
    "onderwerp",
    "over",
    "van",
    "tekst",
    "volgende_stap",
    "volgende_stap_voor",
    "volgende_stap_gedaan",
    "id",
)


def row(each: Interaction) -> tuple[str, ...]:
    """One line of the table."""
    return (
        _day(each.happened_on),
        str(INTERACTION_LABELS[each.interaction_kind]) if each.interaction_kind else "",
        each.name,
        " | ".join(other.name for other in each.about),
        " | ".join(other.name for other in each.holders),
        each.description or "",
        each.next_step or "",
        _day(each.next_on),
        _day(each.next_done_on),
        each.id,
    )


def _day(value: dt.date | None) -> str:
    return value.isoformat() if value else ""
