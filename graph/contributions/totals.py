"""Contributions added up per goal, theme, area, kind or year."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.contributions.listing import SUM, Selection, Sum
from graph.query import Read
from graph.remembering import remembered

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

NOTHING = Sum(0, 0.0, 0.0)


class By(StrEnum):
    """What the totals are told by; each is a filter of the list as well."""

    GOAL = "goal"
    THEME = "theme"
    AREA = "area"
    KIND = "kind"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Total:
    """The contributions of one goal, theme, area, kind or year: how many, and the euros asked for and granted."""

    value: str
    name: str
    contributions: int
    asked: float
    granted: float


@dataclass(frozen=True, slots=True)
class Totals:
    """The totals, most contributions first (years: newest first), and `sum`, in which each contribution counts once.

    A contribution counts for every goal, theme and area of the initiative that receives it and for those above them,
    so that the totals together can be more than the sum.
    """

    by: By
    rows: tuple[Total, ...]
    sum: Sum


TOTALS = Read("contributions/totals", Total)
_ALL = Selection()


@remembered
def totals(tx: Transaction, *, actor: Actor, by: By, selection: Selection = _ALL) -> Totals:
    """The totals of what the reader may see of one kind, stage and year, or of all; no other filter counts."""
    chosen = Selection(kind=selection.kind, stage=selection.stage, year=selection.year)
    asked = {"kind": chosen.kind, "stage": chosen.stage, "year": chosen.year}
    day = {"on": clock.today(), "past": clock.past()}
    return Totals(
        by=by,
        rows=tuple(TOTALS.all(tx, visible=actor.visible, by=by, **day, **asked)),
        sum=SUM.one(tx, visible=actor.visible, **chosen.named),
    )


def of_record(tx: Transaction, *, actor: Actor, by: By, record_id: str) -> Sum:
    """The sum for one goal, theme or area, with those below it."""
    selection = Selection(
        goal=record_id if by is By.GOAL else None,
        theme=record_id if by is By.THEME else None,
        area=record_id if by is By.AREA else None,
    )
    return SUM.one(tx, visible=actor.visible, **selection.named)
