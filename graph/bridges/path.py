"""The warmest path between two initiatives: the shortest chain of known ties, and of those the strongest.

A tie is a fact in the data: somebody is contact person, works somewhere, spoke with somebody. How likely it is that
an introduction passes along it is estimated, not measured:

    p(tie) = base(kind) · 2^(−age / HALF_LIFE) · 1 / sqrt(log2(1 + max(links, 1)))     for ties of a crowd
    strength(path) = product of p along it                                              so: least sum of −ln p

`base` stands in `BASE`; the age counts only for what happened on a day (a talk, an earlier bridge); the last factor
makes a tie through a large organisation or team weak: passing through costs 1 / log2(1 + links) in all, the weight of
Adamic and Adar (2003, Friends and neighbors on the web). A person who may not be named halves it once for each tie.
Attendance at meetings is not kept, so having met there is no tie. The search is Dijkstra's on the ties within two steps
of either side, with a constant for each tie so large that fewer ties always win; it is exact for paths of `LONGEST`
ties unless `limited` says that only the rarest ties were read.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx

from graph import clock
from graph.model import Kind
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from graph.rights import Actor
    from graph.store import Transaction

LONGEST = 4
# Who has more links than this is known by all and introduces nobody.
CROWD = 400
MOST_TIES = 4_000
# Those around which is looked further.
MOST_AROUND = 150
HALF_LIFE = 2 * 365
_FEWER_TIES = 1_000.0
_NAMELESS = 0.5


class TieKind(StrEnum):
    """How two know each other."""

    INITIATES = "INITIATES"
    CONTACT_FOR = "CONTACT_FOR"
    PARTNERS_IN = "PARTNERS_IN"
    HANDLED_BY = "HANDLED_BY"
    WORKS_FOR = "WORKS_FOR"
    STANDS_IN_FOR = "STANDS_IN_FOR"
    ACCOUNT_HOLDER_OF = "ACCOUNT_HOLDER_OF"
    SPOKE = "SPOKE"
    INTRODUCED = "INTRODUCED"
    MET = "MET"
    TOGETHER = "TOGETHER"


# How likely an introduction passes along a fresh tie of this kind in a small circle: an order of trust, not a measure.
BASE = {
    TieKind.INITIATES: 0.95,
    TieKind.CONTACT_FOR: 0.9,
    TieKind.TOGETHER: 0.9,
    TieKind.STANDS_IN_FOR: 0.8,
    TieKind.WORKS_FOR: 0.8,
    TieKind.MET: 0.7,
    TieKind.SPOKE: 0.7,
    TieKind.PARTNERS_IN: 0.7,
    TieKind.HANDLED_BY: 0.6,
    TieKind.ACCOUNT_HOLDER_OF: 0.5,
    TieKind.INTRODUCED: 0.5,
}
_CROWDS = {Kind.ORGANISATION, Kind.DEPARTMENT, Kind.BODY}


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie from `start` to `end`; `on` is when they last met, `links` how large the circle of it is.

    The circle of a tie with an organisation, team or body is all that is linked to it.
    """

    kind: TieKind
    start: str
    end: str
    on: dt.date | None
    links: int


@dataclass(frozen=True, slots=True)
class Tied:
    """A person, organisation, team or initiative; `may_be_named` holds for everything but people who did not agree."""

    id: str
    kind: Kind
    name: str
    function: str | None
    may_be_named: bool
    works_for: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One on the path; people who may not be named have no id and no name here, only where they work."""

    id: str | None
    kind: Kind
    name: str | None
    function: str | None
    works_for: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """The tie to the next one on the path; `forward` when it reads from the earlier to the later."""

    kind: TieKind
    forward: bool
    on: dt.date | None


@dataclass(frozen=True, slots=True)
class WarmPath:
    """From the one initiative to the other: `steps`, with one of `ties` between each two; `strength` from 0 to 1.

    `nameless` counts the people on any path of at most `LONGEST` ties who may not be named.
    """

    steps: tuple[Step, ...]
    ties: tuple[Known, ...]
    strength: float
    nameless: int
    limited: bool

    @property
    def asked(self) -> Step | None:
        """Whom to ask: the first person on the path who may be named, else an organisation or team in between."""
        between = self.steps[1:-1]
        people = [each for each in between if each.kind is Kind.PERSON and each.name]
        others = [each for each in between if each.kind in _CROWDS]
        return next(iter(people + others), None)


TIES = Read("bridges/ties", Tie)
TIED = Read("bridges/tied", Tied)


def warmest(tx: Transaction, *, actor: Actor, a: str, b: str) -> WarmPath | None:
    """The warmest path from initiative `a` to `b` in at most `LONGEST` ties, None when none is known.

    The caller has checked that `actor` may see bridges.
    """
    near, cut = _around(tx, actor, [a, b])
    links = {end: tie.links for tie in reversed(near) for end in (tie.start, tie.end)}
    further = sorted(links.keys() - {a, b}, key=lambda each: (links[each], each))
    far, cut_again = _around(tx, actor, further[:MOST_AROUND])
    limited = cut or cut_again or len(further) > MOST_AROUND
    web: nx.Graph[str] = nx.Graph()
    web.add_nodes_from((a, b))
    web.add_edges_from((tie.start, tie.end) for tie in (*near, *far) if {tie.start, tie.end} != {a, b})
    reachable = _between(web, a, b)
    if not reachable:
        return None
    known = {each.id: each for each in TIED.all(tx, ids=sorted(reachable), today=clock.today(), visible=actor.visible)}
    ties = [tie for tie in (*near, *far) if {tie.start, tie.end} <= reachable and {tie.start, tie.end} != {a, b}]
    return best(ties, known, a, b, limited=limited)


def strength(tie: Tie, ends: Iterable[Tied], today: dt.date) -> float:
    """How likely an introduction passes along `tie`, above 0 and at most 1, by the formula of this module."""
    found = BASE[tie.kind]
    if tie.on:
        found *= 2.0 ** (-max((today - tie.on).days, 0) / HALF_LIFE)
    for end in ends:
        if not end.may_be_named:
            found *= _NAMELESS
    if any(end.kind in _CROWDS for end in ends):
        found /= math.sqrt(math.log2(1 + max(tie.links, 1)))
    return found


def _around(tx: Transaction, actor: Actor, ids: Collection[str]) -> tuple[list[Tie], bool]:
    found = TIES.all(tx, ids=list(ids), visible=actor.visible, today=clock.today(), crowd=CROWD, limit=MOST_TIES)
    return found, len(found) == MOST_TIES


def _between(web: nx.Graph[str], a: str, b: str) -> set[str]:
    """Everything on some walk of at most `LONGEST` ties from `a` to `b`, both included; empty when there is none."""
    ours = nx.single_source_shortest_path_length(web, a, cutoff=LONGEST)
    theirs = nx.single_source_shortest_path_length(web, b, cutoff=LONGEST)
    return {each for each in ours.keys() & theirs.keys() if ours[each] + theirs[each] <= LONGEST}


def best(ties: Collection[Tie], known: Mapping[str, Tied], a: str, b: str, *, limited: bool = False) -> WarmPath:
    """The shortest path along `ties`, and of those the strongest; raises NetworkXNoPath when there is none.

    `known` holds everything on a path of at most `LONGEST` ties, and its ends.
    """
    today = clock.today()
    strongest: dict[frozenset[str], tuple[float, Tie]] = {}
    for tie in ties:
        ends = frozenset((tie.start, tie.end))
        found = strength(tie, [known[each] for each in sorted(ends)], today)
        if found > strongest.get(ends, (0.0, tie))[0]:
            strongest[ends] = (found, tie)
    web: nx.Graph[str] = nx.Graph()
    for ends, (found, _) in sorted(strongest.items(), key=lambda item: sorted(item[0])):
        web.add_edge(*sorted(ends), weight=_FEWER_TIES - math.log(found))
    route: list[str] = nx.shortest_path(web, a, b, weight="weight")
    chosen = [strongest[frozenset(pair)] for pair in pairwise(route)]
    return WarmPath(
        steps=tuple(_step(known[each]) for each in route),
        ties=tuple(Known(tie.kind, tie.start == start, tie.on) for start, (_, tie) in zip(route, chosen, strict=False)),
        strength=math.prod(found for found, _ in chosen),
        nameless=sum(not each.may_be_named for each in known.values()),
        limited=limited,
    )


def _step(one: Tied) -> Step:
    if one.may_be_named:
        return Step(one.id, one.kind, one.name, one.function, one.works_for)
    return Step(None, one.kind, None, None, one.works_for)
