"""The overview as a table: one line per goal, officials as the reader may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.officials import Duty
    from graph.overview import GoalInOverview

# The headings are those of the Dutch open data file, whatever the language of the page.
HEADINGS = (
    "programma",
    "code",
    "doel",
    "niveau",
    "beleidsnota",
    "bladzijde",
    "wethouder",
    "aanspreekpunt",
    "aanspreekpunt_weet_van",
    "aanspreekpunt_via",
    "open_voor_bijdragen",
    "aantal_initiatieven",
    "initiatieven",
    "mogelijke_partners",
    "id",
)


# For who may see drafts.
IS_PUBLIC = "openbaar"


def row(goal: GoalInOverview) -> tuple[str | int, ...]:
    """One line of the table."""
    return (
        goal.programme.name if goal.programme else "",
        goal.code or "",
        goal.name,
        goal.level.value if goal.level else "",
        " | ".join(source.mention.name for source in goal.notes),
        " | ".join(str(source.page) for source in goal.notes if source.page),
        _people(goal.responsible.aldermen),
        _people(goal.responsible.officials),
        # In the order of the officials, so that what somebody knows about stands in the same place as the name.
        " | ".join(duty.expertise or "" for duty in goal.responsible.officials),
        " | ".join(duty.via.name for duty in goal.responsible.officials),
        "ja" if goal.open_for_contribution else "nee",
        len(goal.initiatives),
        " | ".join(each.name for each in goal.initiatives),
        " | ".join(each.name for each in goal.partners),
        goal.id,
    )


def row_with_drafts(goal: GoalInOverview) -> tuple[str | int, ...]:
    """One line, and whether everybody sees the goal."""
    return (*row(goal), "ja" if goal.visibility is Visibility.PUBLISHED else "nee")


def _people(duties: Iterable[Duty]) -> str:
    found = []
    for duty in duties:
        official = duty.official
        known = (official.name, official.function, official.team.name if official.team else None)
        found.append(", ".join(each for each in known if each))
    return " | ".join(found)
