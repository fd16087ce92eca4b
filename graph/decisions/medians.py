"""How long decided decisions took, per kind and per team: never the kinds together, never from a few cases."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention
from graph.model import DecisionKind, Kind
from graph.query import Read
from graph.remembering import remembered

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

FEWEST = 5  # below this a waiting time would be about recognisable cases
YEARS = 2
# More teams and bodies than a municipality has, of each kind of decision.
MOST = 5_000


@dataclass(frozen=True, slots=True)
class Median:
    """The median of one kind at one team or body, in days without pauses, and how many decisions are behind it."""

    decision_kind: DecisionKind
    kind: Kind
    id: str
    name: str
    decisions: int
    median: float | None

    @property
    def days(self) -> int | None:
        """The median as whole days, None when too few decisions are behind it."""
        return round(self.median) if self.median is not None and self.decisions >= FEWEST else None

    @property
    def mention(self) -> Mention:
        """The team or body."""
        return Mention(self.kind, self.id, self.name)


@dataclass(frozen=True, slots=True)
class Medians:
    """Over which days, and every median."""

    since: dt.date
    every: tuple[Median, ...]

    def of(self, kind: DecisionKind | None) -> tuple[Median, ...]:
        """Those of one kind."""
        return tuple(each for each in self.every if each.decision_kind is kind)

    def most(self, kind: DecisionKind | None, number: int) -> tuple[Median, ...]:
        """The `number` of one kind with most decisions behind them."""
        return tuple(sorted(self.of(kind), key=lambda each: -each.decisions)[:number])


MEDIANS = Read("decisions/medians", Median)


@remembered
def medians(tx: Transaction, *, actor: Actor) -> Medians:
    """Over decisions that were taken in the last two years, as far as the reader may see them."""
    today = clock.today()
    since = dt.date(today.year - YEARS, today.month, min(today.day, 28))
    return Medians(since, tuple(MEDIANS.all(tx, visible=actor.visible, since=since, on=today, limit=MOST)))
