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
    "vragen_die_wachten",
    "langste_wacht_dagen",
    "id",
)


def row(each: RequirementInList) -> tuple[str | int, ...]:
    """One line of the table."""
    return (
        each.name,
        "ja" if each.legally_required else "nee",
        each.legal_basis or "",
        each.why or "",
        each.help_offered or "",
        " | ".join(team.name for team in each.teams),
        each.initiatives,
        each.met,
        each.waiting,
        each.days,
        each.id,
    )
