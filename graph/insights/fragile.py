"""What holds the network together and is therefore fragile: cut vertices and betweenness, computed with networkx.

Initiatives and what they share (`graph.network.town`) are the nodes. A partner or scheme is fragile when initiatives
lose every path to the others without it: an articulation point (Hopcroft and Tarjan 1973, Algorithm 447). Betweenness
(Freeman 1977, A set of measures of centrality based on betweenness) says how many shortest paths pass it; on large
towns it is estimated from `SAMPLE` nodes with a fixed seed (Brandes and Pich 2007): the same data give the same figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import networkx as nx

from graph.model import Kind

if TYPE_CHECKING:
    from graph.network.town import Thing

SAMPLE = 100
SEED = 7
MOST = 10
# Goals and themes do not go away; parties and schemes do.
_MAY_GO = (Kind.ORGANISATION, Kind.SUBSIDY_SCHEME)


@dataclass(frozen=True, slots=True)
class Holder:
    """A partner or scheme, how many initiatives come loose without it, and its betweenness between 0 and 1."""

    thing: Thing
    loose: int
    betweenness: float


@dataclass(frozen=True, slots=True)
class Parts:
    """In how many separate parts the network lies, and the number of the part of each initiative."""

    number: int
    of: dict[str, int]

    def joins(self, one: str, other: str) -> bool:
        """Whether a tie between these two would make one part of two; who has no ties is a part of its own."""
        return one != other and self.of.get(one, one) != self.of.get(other, other)


@lru_cache(maxsize=8)
def holders(things: tuple[Thing, ...]) -> tuple[Holder, ...]:
    """The partners and schemes without which initiatives come loose, most initiatives first."""
    web = _web(things)
    known = {thing.id: thing for thing in things if thing.kind in _MAY_GO}
    cuts = sorted(each for each in nx.articulation_points(web) if each in known)
    if not cuts:
        return ()
    between = nx.betweenness_centrality(web, k=SAMPLE if len(web) > SAMPLE else None, seed=SEED)
    likely = sorted(cuts, key=lambda each: (-between[each], each))[: 3 * MOST]
    found = [Holder(known[each], _loose(web, each, things), between[each]) for each in likely]
    found.sort(key=lambda each: (-each.loose, -each.betweenness, each.thing.id))
    return tuple(each for each in found if each.loose)[:MOST]


@lru_cache(maxsize=8)
def parts(things: tuple[Thing, ...]) -> Parts:
    """The separate parts of the network."""
    members = {member for thing in things for member in thing.members}
    found = sorted((component & members for component in nx.connected_components(_web(things))), key=min)
    return Parts(len(found), {member: number for number, part in enumerate(found) for member in part})


def _web(things: tuple[Thing, ...]) -> nx.Graph[str]:
    web: nx.Graph[str] = nx.Graph()
    web.add_edges_from((thing.id, member) for thing in things for member in thing.members)
    return web


def _loose(web: nx.Graph[str], cut: str, things: tuple[Thing, ...]) -> int:
    """How many initiatives of the part around `cut` no longer hang together with most of it."""
    named = {thing.id for thing in things}
    around = nx.node_connected_component(web, cut)
    rest = web.subgraph(around - {cut})
    sizes = sorted(len(component - named) for component in nx.connected_components(rest))
    return sum(sizes[:-1])
