"""Contributions and their totals as tables: one line each, with the headings of the Dutch open data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.choices import CONTRIBUTION_LABELS
from app.contributions.words import STAGE_BADGES
from graph.contributions import By
from graph.model import ContributionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.contributions import ContributionInList, Total

HEADINGS = (
    "bijdrage",
    "soort",
    "stap",
    "ontvanger",
    "gever",
    "naamloze_inwoners",
    "regeling",
    "gevraagd_bedrag",
    "gegeven_bedrag",
    "hoeveel",
    "gevraagd_op",
    "gegeven_op",
    "afgewezen_op",
    "jaar",
    "reden",
    "borging",
    "id",
)
TOTAL_HEADINGS = ("naam", "aantal_bijdragen", "gevraagd_bedrag", "gegeven_bedrag")


def row(each: ContributionInList) -> Sequence[str | int | float | None]:
    """One line of the list."""
    return (
        each.name,
        str(CONTRIBUTION_LABELS[each.contribution_kind]) if each.contribution_kind else "",
        str(STAGE_BADGES[each.stage][0]),
        " | ".join(end.name for end in each.receivers),
        " | ".join(end.name for end in each.givers),
        each.unnamed,
        each.scheme.name if each.scheme else "",
        each.amount_asked,
        each.amount_granted,
        each.extent or "",
        each.asked_on.isoformat() if each.asked_on else "",
        each.granted_on.isoformat() if each.granted_on else "",
        each.refused_on.isoformat() if each.refused_on else "",
        each.year,
        each.reason or "",
        each.continuity or "",
        each.id,
    )


def total_row(total: Total, by: By) -> Sequence[str | int | float]:
    """One line of the totals."""
    return (name_of(total, by), total.contributions, total.asked, total.granted)


def name_of(total: Total, by: By) -> str:
    """How a total is called."""
    return str(CONTRIBUTION_LABELS[ContributionKind(total.value)]) if by is By.KIND else total.name
