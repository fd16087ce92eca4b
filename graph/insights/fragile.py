"""What holds the network together and is therefore fragile: cut vertices and betweenness, computed with networkx.

Initiatives, what they share (`graph.network.town`), and the people who undertake or accompany several of them are the
nodes. A partner, scheme, person or initiative is fragile when initiatives lose every path to the others without it: an
articulation point (Hopcroft and Tarjan 1973, Algorithm 447). Betweenness (Freeman 1977, A set of measures of centrality
based on betweenness) says how many shortest paths pass it; on large towns it is estimated from `SAMPLE` nodes with a
fixed seed (Brandes and Pich 2007): the same data give the same figure. What it holds together are the communities of
`graph.network.town` in which most of both sides are.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import networkx as nx

from graph.model import Kind
from graph.network import town

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from graph.network.town import Thing

SAMPLE = 100
SEED = 7
MOST = 10
# Goals and themes do not go away; parties, schemes and people do.
_MAY_GO = (Kind.ORGANISATION, Kind.SUBSIDY_SCHEME, Kind.PERSON)


@dataclass(frozen=True, slots=True)
class Holder:
    """What holds parts together: its id, the initiatives that come loose without it, and its betweenness (0 to 1).

    `between` names the communities on both sides, the loose one first; empty when they are the same or have no name.
    """

    id: str
    loose: tuple[str, ...]
    betweenness: float
    between: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """In how many separate parts of two or more initiatives the network lies, and the number of the part of each.

    What shares nothing with another is in no part, and counts for none.
    """

    number: int
    of: dict[str, int]

    def joins(self, one: str, other: str) -> bool:
        """Whether a tie between these two would bring together what hangs in no way together now.

        Only where both are in a part (`loose`) this leaves one part less.
        """
        return one != other and (bool(self.loose(one, other)) or self.of[one] != self.of[other])

    def loose(self, one: str, other: str) -> tuple[str, ...]:
        """Those of these two that are in no part."""
        return tuple(each for each in (one, other) if each not in self.of)


@lru_cache(maxsize=8)
def holders(things: tuple[Thing, ...], people: tuple[Thing, ...] = ()) -> tuple[Holder, ...]:
    """What initiatives come loose without, most initiatives first."""
    web = _web((*things, *people))
    stays = {thing.id for thing in things if thing.kind not in _MAY_GO}
    cuts = sorted(set(nx.articulation_points(web)) - stays)
    if not cuts:
        return ()
    between = nx.betweenness_centrality(web, k=SAMPLE if len(web) > SAMPLE else None, seed=SEED)
    likely = sorted(cuts, key=lambda each: (-between[each], each))[: 3 * MOST]
    named = {thing.id for thing in (*things, *people)}
    of = {member: each.thing.name for each in town.divided(things).communities for member in each.members}
    found = [_holder(web, each, named, of, between[each]) for each in likely]
    found.sort(key=lambda each: (-len(each.loose), -each.betweenness, each.id))
    return tuple(each for each in found if each.loose)[:MOST]


@lru_cache(maxsize=8)
def parts(things: tuple[Thing, ...]) -> Parts:
    """The separate parts of the network."""
    found = sorted(nx.connected_components(_web(things)), key=min)
    return Parts(len(found), {each: number for number, part in enumerate(found) for each in part})


def _web(things: tuple[Thing, ...]) -> nx.Graph[str]:
    web: nx.Graph[str] = nx.Graph()
    web.add_edges_from((thing.id, member) for thing in things for member in thing.members)
    return web


def _holder(web: nx.Graph[str], cut: str, named: set[str], of: Mapping[str, str], betweenness: float) -> Holder:
    """Without `cut` everything but the largest piece of the part around it comes loose."""
    around = nx.node_connected_component(web, cut)
    pieces = [piece - named for piece in nx.connected_components(web.subgraph(around - {cut}))]
    pieces.sort(key=lambda piece: (len(piece), sorted(piece)))
    loose, rest = sorted(set().union(*pieces[:-1])), pieces[-1]
    sides = [_community(each, of) for each in (loose, rest)]
    both = tuple(each for each in sides if each) if sides[0] != sides[1] else ()
    return Holder(cut, tuple(loose), betweenness, both if len(both) == len(sides) else ())


def _community(members: Collection[str], of: Mapping[str, str]) -> str | None:
    """The community in which most of these are; None when none of them is in one."""
    found = Counter(of[each] for each in members if each in of)
    return min(found, key=lambda name: (-found[name], name)) if found else None
