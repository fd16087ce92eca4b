"""Rings: two or three parties that each offer what the next one seeks, so that everybody gives and gets.

Only words tie the steps of a ring (`graph.supply.saying`); a ring is as strong as its weakest step. It begins with the
party with the least id, so that each ring is found once; two rings of the same three parties run in opposite ways.
The `EDGES` strongest exchanges are looked at. Two parties that somebody undertakes both of make no ring, nor, for who
may see bridges, two between which a bridge is under way or ended: to others a ring that is gone would tell of it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.counting import MOST_COUNTED
from graph.mentions import Mention
from graph.model import Kind, SupplyKind
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.rights import Actor
    from graph.store import Transaction

EDGES = 500
# So many exchanges cannot make more: m of them make at most m / 2 rings of two, and m ** 1.5 / 3 of three (the trace of
# the cube of their adjacency matrix).
MOST = 4_000


@dataclass(frozen=True, slots=True)
class Step:
    """One party gives what the next one seeks; `supply_kind` is that of what is given.

    `strength` is the score of the words that tie the two (`graph.supply.matches`). With `is_bridged` a bridge between
    the parties is under way or ended; it is never set for who may not see bridges.
    """

    giver: Mention
    taker: Mention
    offer: Mention
    need: Mention
    supply_kind: SupplyKind | None
    strength: int
    is_bridged: bool


BRIDGED = (Kind.INITIATIVE, Kind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Ring:
    """Two or three steps; the taker of each is the giver of the next."""

    steps: tuple[Step, ...]

    @property
    def weakest(self) -> int:
        """The strength of the weakest step."""
        return min(step.strength for step in self.steps)

    @property
    def parties(self) -> tuple[Mention, ...]:
        """Who is in it, in the order in which they give."""
        return tuple(step.giver for step in self.steps)

    @property
    def kinds(self) -> frozenset[SupplyKind]:
        """What kinds of things are given in it."""
        return frozenset(step.supply_kind for step in self.steps if step.supply_kind)

    @property
    def pairs(self) -> tuple[tuple[Mention, Mention], ...]:
        """The pairs between which a bridge can be built, the initiative first: one of the two must be one."""
        firsts = self.steps if len(self.steps) > 2 else self.steps[:1]  # noqa: PLR2004 — two parties are one pair
        both = [sorted((step.giver, step.taker), key=lambda each: each.kind is not Kind.INITIATIVE) for step in firsts]
        return tuple((one, other) for one, other in both if one.kind is Kind.INITIATIVE and other.kind in BRIDGED)


@dataclass(frozen=True, slots=True)
class Party:
    """The themes and areas of one party, with the broader themes and the areas around them."""

    id: str
    themes: tuple[Mention, ...]
    areas: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Town:
    """Every ring among the strongest exchanges, with its parties by id; `is_cut` when there are more exchanges."""

    rings: tuple[Ring, ...]
    is_cut: bool
    parties: Mapping[str, Party]

    def themes(self, ring: Ring) -> frozenset[Mention]:
        """The themes of those in a ring."""
        return frozenset(theme for party in ring.parties for theme in self.parties[party.id].themes)

    def areas(self, ring: Ring) -> frozenset[Mention]:
        """The areas of those in a ring."""
        return frozenset(area for party in ring.parties for area in self.parties[party.id].areas)


class Order(StrEnum):
    """In which order the list stands."""

    STRONGEST = "strongest"
    SMALLEST = "smallest"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows: rings of so many parties, in which this kind is given, and somebody has this theme, area."""

    parties: int | None = None
    kind: SupplyKind | None = None
    theme: str | None = None
    area: str | None = None
    order: Order = Order.STRONGEST


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of rings, how many there are among the exchanges looked at, and what each choice of a filter gives."""

    total: int
    rows: tuple[Ring, ...]
    is_cut: bool
    sizes: Counter[int]
    kinds: Counter[SupplyKind]
    themes: Counter[Mention]
    areas: Counter[Mention]

    @property
    def is_least(self) -> bool:
        """Whether the total is exact for what was looked at, while there may be more."""
        return self.is_cut and self.total <= MOST_COUNTED


EXCHANGES = Read("supply/exchanges", Step)
OF_RING = Read("supply/of_ring", Party)


@remembered
def in_town(tx: Transaction, *, actor: Actor) -> Town:
    """The rings; the same for every selection, page and order."""
    day = {"visible": actor.visible, "on": clock.today()}
    found = EXCHANGES.all(tx, **day, sees_bridges=actor.may(Permission.SEE_BRIDGES), limit=EDGES + 1)
    made = tuple(_rings(found[:EDGES]))
    ids = sorted({party.id for ring in made for party in ring.parties})
    return Town(made, len(found) > EDGES, {each.id: each for each in OF_RING.all(tx, **day, ids=ids)})


def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """Rows `skip` to `skip + limit` of the selection, with the counts of the filters."""
    town = in_town(tx, actor=actor)
    found = sorted(_fitting(town, selection), key=lambda ring: _rank(ring, selection.order))
    without_theme, without_area = replace(selection, theme=None), replace(selection, area=None)
    return Listing(
        total=len(found),
        rows=tuple(found[skip : skip + limit]),
        is_cut=town.is_cut,
        sizes=Counter(len(ring.steps) for ring in _fitting(town, replace(selection, parties=None))),
        kinds=Counter(kind for ring in _fitting(town, replace(selection, kind=None)) for kind in ring.kinds),
        themes=Counter(theme for ring in _fitting(town, without_theme) for theme in town.themes(ring)),
        areas=Counter(area for ring in _fitting(town, without_area) for area in town.areas(ring)),
    )


def _rings(steps: Sequence[Step]) -> Iterator[Ring]:
    """Every ring that these exchanges make, once: from the party with the least id."""
    given: dict[str, list[Step]] = {}
    between = {(step.giver.id, step.taker.id): step for step in steps}
    for step in steps:
        given.setdefault(step.giver.id, []).append(step)
    for first in steps:
        begin, after = first.giver.id, first.taker.id
        for second in given.get(after, ()) if begin < after else ():
            if second.taker.id == begin:
                if not first.is_bridged:
                    yield Ring((first, second))
            elif begin < second.taker.id and (third := between.get((second.taker.id, begin))):
                yield Ring((first, second, third))


def _fitting(town: Town, selection: Selection) -> Iterable[Ring]:
    return (
        ring
        for ring in town.rings
        if selection.parties in {None, len(ring.steps)}
        and (selection.kind is None or selection.kind in ring.kinds)
        and (selection.theme is None or any(theme.id == selection.theme for theme in town.themes(ring)))
        and (selection.area is None or any(area.id == selection.area for area in town.areas(ring)))
    )


def _rank(ring: Ring, order: Order) -> tuple[int, int, tuple[str, ...], tuple[str, ...]]:
    """Where a ring stands; equals stand by the names of those in it."""
    first, second = {
        Order.STRONGEST: (-ring.weakest, len(ring.steps)),
        Order.SMALLEST: (len(ring.steps), -ring.weakest),
        Order.NAME: (0, 0),
    }[order]
    names = tuple(party.name.casefold() for party in ring.parties)
    return first, second, names, tuple(party.id for party in ring.parties)
