"""Everything that the network tells, read and computed; and what is kept of it to compare with later."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import audit, clock, ids
from graph.bridges import townwide
from graph.insights import fragile
from graph.mentions import Mention
from graph.model import Kind
from graph.network import town
from graph.query import Act, Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.bridges.suggestions import Pair
    from graph.insights.fragile import Holder
    from graph.network.town import Thing
    from graph.rights import Actor
    from graph.store import Transaction

# So many are counted; more is "more than".
COUNTED_TO = 200
INTRODUCTIONS = 10
MOST_KEPT = 100


@dataclass(frozen=True, slots=True)
class Apart:
    """Two teams that deal with initiatives at the same goals, and with none together."""

    one: Mention
    other: Mention
    goals: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Introduction:
    """A suggested bridge and what it would change: if it joins two parts, and how many goals they cover together."""

    pair: Pair
    joins: bool
    goals: int


@dataclass(frozen=True, slots=True)
class Told:
    """What the database says, to be computed with outside the transaction."""

    alone: tuple[Mention, ...]
    without_goal: tuple[Mention, ...]
    white_spots: tuple[Mention, ...]
    apart: tuple[Apart, ...]
    things: tuple[Thing, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Insights:
    """What the network tells; lists are cut at `COUNTED_TO` + 1.

    `limited` tells that parts, holders and introductions were computed on the rarest things only.
    """

    alone: tuple[Mention, ...]
    without_goal: tuple[Mention, ...]
    white_spots: tuple[Mention, ...]
    apart: tuple[Apart, ...]
    holders: tuple[Holder, ...]
    introductions: tuple[Introduction, ...]
    parts: int
    limited: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """The figures that are kept and compared."""
        return {
            "alone": len(self.alone),
            "without_goal": len(self.without_goal),
            "white_spots": len(self.white_spots),
            "apart": len(self.apart),
            "holders": len(self.holders),
            "parts": self.parts,
        }


@dataclass(frozen=True, slots=True)
class Kept:
    """The figures of a day."""

    id: str
    names: list[str]
    counts: list[int]
    kept_at: dt.datetime
    kept_by: str

    @property
    def of(self) -> dict[str, int]:
        """The figures by name."""
        return dict(zip(self.names, self.counts, strict=True))


ALONE = Read("insights/alone", Mention)
WITHOUT_GOAL = Read("insights/without_goal", Mention)
WHITE_SPOTS = Read("insights/white_spots", Mention)
APART = Read("insights/apart", Apart)
KEEP = Act("insights/keep")
KEPT = Read("insights/kept", Kept)


@remembered
def told(tx: Transaction, *, actor: Actor) -> Told:
    """What the database says of the network; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    named = {"visible": actor.visible, "on": clock.today()}
    return Told(
        alone=tuple(ALONE.all(tx, **named, limit=COUNTED_TO + 1)),
        without_goal=tuple(WITHOUT_GOAL.all(tx, **named, limit=COUNTED_TO + 1)),
        white_spots=tuple(WHITE_SPOTS.all(tx, **named, limit=COUNTED_TO + 1)),
        apart=tuple(APART.all(tx, **named, limit=COUNTED_TO + 1)),
        things=town.things(tx, actor=actor),
        pairs=tuple(townwide.pairs(tx, actor=actor, limit=INTRODUCTIONS)),
    )


def insights(told: Told) -> Insights:
    """What follows from it; call it outside the transaction, it takes a while on a large town."""
    parts = fragile.parts(told.things)
    return Insights(
        alone=told.alone,
        without_goal=told.without_goal,
        white_spots=told.white_spots,
        apart=told.apart,
        holders=fragile.holders(told.things),
        introductions=tuple(
            Introduction(pair, parts.joins(*_ends(pair)), _goals(told.things, _ends(pair))) for pair in told.pairs
        ),
        parts=parts.number,
        limited=len(told.things) > town.MOST_THINGS,
    )


def keep(tx: Transaction, *, actor: Actor, counts: Mapping[str, int]) -> None:
    """Keep the figures of this moment; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    new_id = ids.new_id()
    KEEP.run(tx, id=new_id, names=list(counts), counts=list(counts.values()), at=clock.now(), by=actor.name)
    audit.write(tx, actor=actor, lines=[audit.Line("insights", new_id)])


def kept(tx: Transaction, *, actor: Actor) -> list[Kept]:
    """What was kept, newest first; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    return KEPT.all(tx, limit=MOST_KEPT)


def _ends(pair: Pair) -> tuple[str, str]:
    return pair.first.id, pair.suggestion.other.id


def _goals(things: tuple[Thing, ...], ends: tuple[str, str]) -> int:
    return sum(1 for thing in things if thing.kind is Kind.GOAL and not set(ends).isdisjoint(thing.members))
