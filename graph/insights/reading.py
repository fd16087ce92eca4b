"""Everything that the network tells, read and computed; and what is kept of it to compare with later."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from graph import audit, clock, ids
from graph.bridges import townwide
from graph.insights import fragile
from graph.mentions import Mention
from graph.model import Kind
from graph.network import town
from graph.network.town import Thing
from graph.query import Act, Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph.bridges.suggestions import Pair
    from graph.insights.fragile import Holder, Parts
    from graph.rights import Actor
    from graph.store import Transaction

# So many are named and kept by id; all are counted.
COUNTED_TO = 200
# So many are named in the file.
MOST_IN_FILE = 10_000
INTRODUCTIONS = 10
MOST_KEPT = 100


@dataclass(frozen=True, slots=True)
class Apart:
    """Two teams that deal with initiatives at the same goals, and with none together."""

    one: Mention
    other: Mention
    goals: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """How many there are, and the first of them."""

    number: int
    first: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class ListedApart:
    """How many pairs of teams there are, and the first of them."""

    number: int
    first: tuple[Apart, ...]


@dataclass(frozen=True, slots=True)
class Introduction:
    """A suggested bridge and what it would change: what it joins, and how many goals each and both cover.

    `joins` tells that they do not hang together now; `loose` holds the ids of those that are in no part of the network.
    Where both are in a part, the bridge leaves one part less.
    """

    pair: Pair
    joins: bool
    loose: tuple[str, ...]
    goals: tuple[int, int]
    together: int


@dataclass(frozen=True, slots=True)
class Told:
    """What the database says, to be computed with outside the transaction.

    The first four are cut; `numbers` tells how many there are of each.
    """

    alone: tuple[Mention, ...]
    without_goal: tuple[Mention, ...]
    white_spots: tuple[Mention, ...]
    apart: tuple[Apart, ...]
    things: tuple[Thing, ...]
    pairs: tuple[Pair, ...]
    people: tuple[Thing, ...] = ()
    numbers: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Insights:
    """What the network tells; the first four are cut, `numbers` tells how many there are of each.

    `limited` tells that parts, holders and introductions were computed on the rarest things only.
    """

    alone: tuple[Mention, ...]
    without_goal: tuple[Mention, ...]
    white_spots: tuple[Mention, ...]
    apart: tuple[Apart, ...]
    holders: tuple[Holder, ...]
    introductions: tuple[Introduction, ...]
    parts: int
    numbers: dict[str, int]
    limited: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """The figures that are kept and compared."""
        return {**self.numbers, "holders": len(self.holders), "parts": self.parts}

    @property
    def lists(self) -> dict[str, list[str]]:
        """What was counted, by id, `COUNTED_TO` at most; of two teams both ids with a bar between."""
        found = {
            "alone": [each.id for each in self.alone],
            "without_goal": [each.id for each in self.without_goal],
            "white_spots": [each.id for each in self.white_spots],
            "apart": [f"{each.one.id}|{each.other.id}" for each in self.apart],
            "holders": [each.id for each in self.holders],
        }
        return {name: listed[:COUNTED_TO] for name, listed in found.items()}


@dataclass(frozen=True, slots=True)
class Kept:
    """The figures of a day."""

    id: str
    names: list[str]
    counts: list[int]
    lists: list[str]
    kept_at: dt.datetime
    kept_by: str

    @property
    def of(self) -> dict[str, int]:
        """The figures by name."""
        return dict(zip(self.names, self.counts, strict=True))

    def is_more(self, name: str) -> bool:
        """Whether there were more than `COUNTED_TO`, and nobody knows how many: once it was counted no further."""
        counted_out = len(self.ids_of(name)) == COUNTED_TO
        return name in LISTED and self.of.get(name) == COUNTED_TO + 1 and not counted_out

    def ids_of(self, name: str) -> set[str]:
        """What was counted under this name."""
        return {each for what, _, each in (line.partition(" ") for line in self.lists) if what == name}


@dataclass(frozen=True, slots=True)
class Difference:
    """What is counted now and was not then, and the other way round; ids as in `Insights.lists`."""

    new: tuple[str, ...]
    gone: tuple[str, ...]


ALONE = Read("insights/alone", Listed)
WITHOUT_GOAL = Read("insights/without_goal", Listed)
WHITE_SPOTS = Read("insights/white_spots", Listed)
APART = Read("insights/apart", ListedApart)
PEOPLE = Read("insights/people", Thing)
NAMED = Read("insights/named", Mention)
KEEP = Act("insights/keep")
KEPT = Read("insights/kept", Kept)
LISTED: dict[str, Read[Listed] | Read[ListedApart]] = {
    "alone": ALONE,
    "without_goal": WITHOUT_GOAL,
    "white_spots": WHITE_SPOTS,
    "apart": APART,
}


@remembered
def told(tx: Transaction, *, actor: Actor) -> Told:
    """What the database says of the network; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    return Told(
        **_listed(tx, actor, COUNTED_TO),
        things=town.things(tx, actor=actor),
        pairs=tuple(townwide.pairs(tx, actor=actor, limit=INTRODUCTIONS)),
        people=tuple(
            PEOPLE.all(tx, visible=actor.visible, on=clock.today(), most=town.MOST_SHARING, limit=town.MOST_THINGS)
        ),
    )


def told_whole(tx: Transaction, *, actor: Actor) -> Told:
    """The same with the lists up to `MOST_IN_FILE`, for a file; raises NotAllowed."""
    return replace(told(tx, actor=actor), **_listed(tx, actor, MOST_IN_FILE))


def insights(told: Told) -> Insights:
    """What follows from it; call it outside the transaction, it takes a while on a large town."""
    parts = fragile.parts(told.things)
    return Insights(
        alone=told.alone,
        without_goal=told.without_goal,
        white_spots=told.white_spots,
        apart=told.apart,
        holders=fragile.holders(told.things, told.people),
        introductions=tuple(_introduction(told, parts, pair) for pair in told.pairs),
        parts=parts.number,
        numbers=told.numbers,
        limited=len(told.things) > town.MOST_THINGS,
    )


def named(tx: Transaction, *, actor: Actor, record_ids: Collection[str]) -> dict[str, Mention]:
    """Those of these records that the reader may see, by id; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    return {each.id: each for each in NAMED.all(tx, ids=sorted(record_ids), visible=actor.visible)}


def difference(then: Kept, now: Insights) -> dict[str, Difference]:
    """What came and went since; nothing of a list that is too long to be kept whole, or was kept by count alone."""
    found = {}
    for name, listed in now.lists.items():
        before, after = then.ids_of(name), set(listed)
        were_kept = len(before) == then.of.get(name) and len(before) <= COUNTED_TO
        if were_kept and len(after) == now.counts[name] and before != after:
            found[name] = Difference(tuple(sorted(after - before)), tuple(sorted(before - after)))
    return found


def keep(tx: Transaction, *, actor: Actor, found: Insights) -> None:
    """Keep the figures of this moment, and what they are of; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    new_id, counts = ids.new_id(), found.counts
    lists = [f"{name} {each}" for name, listed in found.lists.items() for each in listed]
    KEEP.run(
        tx, id=new_id, names=list(counts), counts=list(counts.values()), lists=lists, at=clock.now(), by=actor.name
    )
    audit.write(tx, actor=actor, lines=[audit.Line("insights", new_id)])


def kept(tx: Transaction, *, actor: Actor) -> list[Kept]:
    """What was kept, newest first; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    return KEPT.all(tx, limit=MOST_KEPT)


def _listed(tx: Transaction, actor: Actor, limit: int) -> dict[str, Any]:
    """The fields of `Told` that are lists, each cut at `limit`, and how many there are of each."""
    found = {name: read.one(tx, visible=actor.visible, on=clock.today(), limit=limit) for name, read in LISTED.items()}
    return {
        **{name: each.first for name, each in found.items()},
        "numbers": {name: each.number for name, each in found.items()},
    }


def _ends(pair: Pair) -> tuple[str, str]:
    return pair.first.id, pair.suggestion.other.id


def _introduction(told: Told, parts: Parts, pair: Pair) -> Introduction:
    ends = _ends(pair)
    goals = [thing for thing in told.things if thing.kind is Kind.GOAL]
    one, other = (sum(end in thing.members for thing in goals) for end in ends)
    together = sum(not set(ends).isdisjoint(thing.members) for thing in goals)
    return Introduction(pair, parts.joins(*ends), parts.loose(*ends), (one, other), together)
