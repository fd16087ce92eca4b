"""Where initiatives stand between the others: their community, and how closed the circle around them is.

The measures of structural holes are those of Burt (1992, Structural Holes), on the network in which two initiatives are
tied by what they share (`graph.network.town`). With z as the weight of a tie:

    p(i, j) = z(i, j) / sum over k of z(i, k)            the share of i's ties that goes to j
    m(j, q) = z(j, q) / largest over k of z(j, k)        how strong j is tied to q, beside its strongest tie
    redundancy(i, j) = sum over q of p(i, q) m(j, q)     how much of i's circle knows j already       (eq. 2.2)
    constraint(i) = sum over j of (p(i, j) + sum over q of p(i, q) p(q, j))²                          (eq. 2.4)
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.network import town

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from graph.network.town import Thing


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """The network of a town and the community of each initiative in it, by id."""

    ties: nx.Graph[str]
    home: Mapping[str, str]

    def same_community(self, one: str, other: str) -> bool:
        """Whether both are in one community; an initiative without ties is in none."""
        return one in self.home and self.home[one] == self.home.get(other)

    def redundancy(self, one: str, other: str) -> float:
        """How much of the circle of `one` is tied to `other` already, from 0; nothing for who has no ties."""
        ours, theirs = self._around(one), self._around(other)
        if not ours or not theirs:
            return 0.0
        whole, strongest = sum(ours.values()), max(theirs.values())
        return sum(ours[each] / whole * theirs[each] / strongest for each in ours.keys() & theirs.keys())

    def constraint(self, one: str) -> float | None:
        """How closed the circle around an initiative is: low spans holes; None for who has no ties."""
        shares = self._shares(one)
        if not shares:
            return None
        reached = dict(shares)
        for between, share in shares.items():
            for each, further in self._shares(between).items():
                if each in reached:
                    reached[each] += share * further
        return sum(each**2 for each in reached.values())

    def effective_size(self, one: str) -> float | None:
        """How many of its ties lead somewhere the others do not; None for who has no ties."""
        around = self._around(one)
        return sum(1 - self.redundancy(one, each) for each in around) if around else None

    def _around(self, one: str) -> dict[str, float]:
        return {each: tie["weight"] for each, tie in self.ties[one].items()} if one in self.ties else {}

    def _shares(self, one: str) -> dict[str, float]:
        around = self._around(one)
        whole = sum(around.values())
        return {each: weight / whole for each, weight in around.items()}


@lru_cache(maxsize=8)
def structure(things: tuple[Thing, ...]) -> Structure:
    """The network that these things tie, a pure function of what was read; call it outside the transaction."""
    found = town.divided(things)
    home = {member: each.id for each in found.communities for member in each.members}
    return Structure(town.projected(found.things), home)
