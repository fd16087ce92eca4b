"""The list of requirements as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.requirements import RequirementInList

# The headings are those of the Dutch file, whatever the language of the page.
HEADINGS = (
    "eis",
    "wettelijk_verplicht",
    "wet_en_artikel",
    "waarom",
    "hulp_van_de_gemeente",
    "teams",
    "aantal_initiatieven",
    "waarvan_voldaan",
    "id",
)
# Only for staff: on the page visitors do not see either that somebody waits for an answer.
INTERNAL = ("vragen_die_wachten", "langste_wacht_dagen")


def headings(*, internal: bool) -> tuple[str, ...]:
    """The first line of the table."""
    return (*HEADINGS, *INTERNAL) if internal else HEADINGS


def row(each: RequirementInList, *, internal: bool) -> tuple[str | int, ...]:
    """One line of the table."""
    waits = (each.waiting, each.days) if internal else ()
    return (
        each.name,
        "ja" if each.legally_required else "nee",
        each.legal_basis or "",
        each.why or "",
        each.help_offered or "",
        " | ".join(team.name for team in each.teams),
        each.initiatives,
        each.met,
        each.id,
        *waits,
    )
