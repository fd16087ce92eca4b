"""The communities of a town: initiatives that share more with each other than with the rest.

Two initiatives are tied by each goal, theme, partner or scheme they share, with 1 / (how many have it) as the weight
(resource allocation), projected with networkx and divided by the method of Louvain (Blondel and others 2008, Fast
unfolding of communities in large networks) with a fixed seed, so that the same data give the same picture.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx

from graph import clock
from graph.errors import NotFound
from graph.model import Kind
from graph.network.around import FIRST
from graph.network.picture import Picture, lines, nodes
from graph.query import Read
from graph.remembering import remembered

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

# What more initiatives have than this ties nobody together: its weight would be nothing.
MOST_SHARING = 60
# The rarest things that are looked at: this bounds the time on a large register.
MOST_THINGS = 1_500
# Pairs of initiatives that are tied: the method of Louvain takes some 50 µs for each.
MOST_TIES = 30_000
SEED = 7
# Kinds that say more about a community than a party or a scheme does.
_NAMING = (Kind.GOAL, Kind.THEME)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that several initiatives share, and the ids of those that have it."""

    id: str
    name: str
    kind: Kind
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Community:
    """Initiatives that belong together; `thing` is what is most typical of them and gives them their name."""

    thing: Thing
    members: frozenset[str]

    @property
    def id(self) -> str:
        """The id of what gives it its name; stands in the address."""
        return self.thing.id


@dataclass(frozen=True, slots=True)
class Between:
    """Two communities (their ids) and how many goals, themes, partners and schemes they both have."""

    start: str
    end: str
    things: int


@dataclass(frozen=True, slots=True)
class Town:
    """All communities, the largest first, and what ties them; `capped` tells that only the rarest things were read."""

    communities: tuple[Community, ...]
    between: tuple[Between, ...]
    things: tuple[Thing, ...]
    capped: bool

    @property
    def initiatives(self) -> int:
        """How many initiatives are in a community."""
        return sum(len(each.members) for each in self.communities)

    def neighbours(self, community: Community) -> list[tuple[Community, int]]:
        """The communities that share something with this one, and how much; most first."""
        named = {each.id: each for each in self.communities}
        shared = [
            (named[tie.end if tie.start == community.id else tie.start], tie.things)
            for tie in self.between
            if community.id in {tie.start, tie.end}
        ]
        return sorted(shared, key=lambda pair: (-pair[1], pair[0].id))


SHARED = Read("network/shared", Thing)


@remembered
def things(tx: Transaction, *, actor: Actor) -> tuple[Thing, ...]:
    """What the initiatives that this person may see share, the rarest first; `divided` makes communities of it."""
    return tuple(SHARED.all(tx, visible=actor.visible, on=clock.today(), most=MOST_SHARING, limit=MOST_THINGS + 1))


def picture(tx: Transaction, *, actor: Actor, town: Town, community_id: str, number: int = FIRST) -> Picture:
    """The picture of one community: its initiatives and what they share; raises NotFound when there is none.

    What is most typical comes first, with the initiatives that have it, until `number` records are shown.
    """
    found = next((each for each in town.communities if each.id == community_id), None)
    if found is None:
        raise NotFound(community_id)
    shared = [thing for thing in town.things if len(found.members.intersection(thing.members)) > 1]
    shared.sort(key=lambda thing: (thing.id != found.id, -_typical(thing, found.members), thing.id))
    chosen: dict[str, None] = {}
    for thing in shared:
        chosen |= dict.fromkeys((thing.id, *sorted(found.members.intersection(thing.members))))
    chosen |= dict.fromkeys(sorted(found.members))
    shown = nodes(tx, actor=actor, ids=list(chosen)[:number])
    return Picture(
        title=found.thing.name,
        centre=None,
        nodes=tuple(shown),
        lines=tuple(lines(tx, actor=actor, ids=[node.id for node in shown])),
        total=len(chosen),
    )


@lru_cache(maxsize=8)
def divided(things: tuple[Thing, ...]) -> Town:
    """The communities of the initiatives that share these things.

    A pure function of what was read, so keeping its answers can never show what has changed since. It takes a while
    on a large town: call it outside the transaction.
    """
    used = _affordable(things)
    graph = projected(used)
    groups = nx.community.louvain_communities(graph, weight="weight", seed=SEED) if graph else []
    communities = _named([frozenset(group) for group in groups], used)
    return Town(tuple(communities), tuple(_between(communities, used)), used, capped=len(used) < len(things))


def projected(things: tuple[Thing, ...]) -> nx.Graph[str]:
    """The initiatives as nodes, tied by what they share; the weight of a tie is the sum of 1 / (how many have it)."""
    ties: dict[tuple[str, str], float] = defaultdict(float)
    for thing in things:
        for pair in combinations(sorted(thing.members), 2):
            ties[pair] += 1 / len(thing.members)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from((one, other, weight) for (one, other), weight in sorted(ties.items()))
    return graph


def _affordable(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """The rarest things that together tie no more than `MOST_TIES` pairs."""
    pairs = 0
    for count, thing in enumerate(things):
        pairs += len(thing.members) * (len(thing.members) - 1) // 2
        if pairs > MOST_TIES or count == MOST_THINGS:
            return things[:count]
    return things


def _named(groups: list[frozenset[str]], things: tuple[Thing, ...]) -> list[Community]:
    """Each group with what is most typical of it; nothing gives its name twice."""
    taken: set[str] = set()
    named = []
    for group in sorted(groups, key=lambda each: (-len(each), min(each))):
        candidates = [each for each in things if each.id not in taken and not group.isdisjoint(each.members)]
        thing = max(candidates, key=lambda each: (_typical(each, group), each.kind in _NAMING, each.id), default=None)
        if thing is not None:
            taken.add(thing.id)
            named.append(Community(thing, group))
    return named


def _typical(thing: Thing, group: frozenset[str]) -> float:
    """How typical a thing is of a group: members that have it, times the share of all that have it who are members.

    A goal or theme says more about a group than a party does, so those count double.
    """
    inside = len(group.intersection(thing.members))
    return inside * inside / len(thing.members) * (2 if thing.kind in _NAMING else 1)


def _between(communities: list[Community], things: tuple[Thing, ...]) -> list[Between]:
    home = {member: each.id for each in communities for member in each.members}
    shared: Counter[tuple[str, str]] = Counter()
    for thing in things:
        shared.update(combinations(sorted({home[member] for member in thing.members if member in home}), 2))
    return [Between(start, end, count) for (start, end), count in sorted(shared.items())]
