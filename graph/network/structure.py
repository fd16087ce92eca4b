"""Where initiatives stand between the others: their community, and how closed the circle around them is.

The measures of structural holes are those of Burt (1992, Structural Holes), on the network in which two initiatives are
tied by what they share (`graph.network.town`). With z as the weight of a tie:

    p(i, j) = z(i, j) / sum over k of z(i, k)            the share of i's ties that goes to j
    m(j, q) = z(j, q) / largest over k of z(j, k)        how strong j is tied to q, beside its strongest tie
    redundancy(i, j) = sum over q of p(i, q) m(j, q)     how much of i's circle is tied to j already  (eq. 2.2)
    S(i) = sum over j of (1 - redundancy(i, j))          effective size: the ties that lead elsewhere
    constraint(i) = sum over j of (p(i, j) + sum over q of p(i, q) p(q, j))²                          (eq. 2.4)

What meeting j opens for i is S(i) with the tie to j less S(i) without it, as a share of what an equally strong tie to a
newcomer would add. Where the two are tied already that is the tie, else one as strong as the mean of i's ties. With n
other ties of i, W the sum of their weights, S their effective size, R = W (n - S), z the weight of the tie to j, and
K = sum over q of (z m(q, j) + z(i, q) m(j, q)):

    with j less without j   = 1 + R / W - (R + K) / (W + z)
    with a newcomer         = 1 + R / W - R / (W + z)
    opens(i, j)             = 1 - K / ((W + z) (1 + R / W - R / (W + z)))     1: new to all of i's circle; at least 0

The hole between i and j is the mean of what opens for either, in the measure of their constraint: it is the closed
circle that an introduction opens, who spans many holes has one more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.network import town

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from graph.network.town import Thing

# Of who has no ties, or one: nothing around it leads elsewhere.
CLOSED = 1.0


@dataclass(frozen=True, slots=True)
class Circle:
    """The weight of each tie of an initiative, their sum and the largest of them."""

    ties: Mapping[str, float]
    whole: float
    strongest: float


@dataclass(frozen=True, slots=True)
class Holes:
    """The measures of Burt for one initiative."""

    effective_size: float
    constraint: float


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """The network of a town and the community of each initiative in it, by id.

    What is worked out of an initiative is kept: a list of bridges asks for the same ones again and again.
    """

    ties: nx.Graph[str]
    home: Mapping[str, str]
    _circles: dict[str, Circle] = field(default_factory=dict, init=False, repr=False)
    _holes: dict[str, Holes] = field(default_factory=dict, init=False, repr=False)

    def same_community(self, one: str, other: str) -> bool:
        """Whether both are in one community; an initiative without ties is in none."""
        return one in self.home and self.home[one] == self.home.get(other)

    def constraint(self, one: str) -> float | None:
        """How closed the circle around an initiative is: low spans holes; None for who has no ties."""
        return self._measured(one).constraint if one in self.ties else None

    def effective_size(self, one: str) -> float | None:
        """How many of its ties lead somewhere the others do not; None for who has no ties."""
        return self._measured(one).effective_size if one in self.ties else None

    def hole(self, one: str, other: str) -> float:
        """How open it is between the two, from 0 (around them all are tied already) to 1 (nobody is)."""
        ours, theirs = (self.constraint(each) or CLOSED for each in (one, other))
        return (ours * self.opens(one, other) + theirs * self.opens(other, one)) / (ours + theirs)

    def opens(self, one: str, other: str) -> float:
        """What meeting `other` adds to the effective size of `one`, from 0 to 1, a share of what a newcomer adds.

        Everybody is a newcomer to who has no other ties.
        """
        if one not in self.ties or self.ties[one].keys() <= {other}:
            return 1.0
        ours, whole = self._circle(one), self._circle(one).whole
        tie = ours.ties.get(other, whole / len(ours.ties))
        known = self._known(ours, other, tie)
        redundant = whole * (len(ours.ties) - self._measured(one).effective_size)
        if other in ours.ties:
            redundant, whole = redundant - known, whole - tie
        most = 1 + redundant / whole - redundant / (whole + tie)
        return max(0.0, 1 - known / ((whole + tie) * most))

    def _known(self, ours: Circle, other: str, tie: float) -> float:
        """How much of a circle is tied to `other` already (K above), with a tie to `other` of this weight."""
        if other not in self.ties:
            return 0.0
        theirs = self._circle(other)
        strongest = max(theirs.strongest, tie)
        return sum(
            theirs.ties[each] * (tie / self._circle(each).strongest + ours.ties[each] / strongest)
            for each in ours.ties.keys() & theirs.ties.keys()
        )

    def _circle(self, one: str) -> Circle:
        if one not in self._circles:
            ties = {each: tie["weight"] for each, tie in self.ties[one].items()}
            self._circles[one] = Circle(ties, sum(ties.values()), max(ties.values()))
        return self._circles[one]

    def _measured(self, one: str) -> Holes:
        if one not in self._holes:
            ours = self._circle(one)
            shares = {each: tie / ours.whole for each, tie in ours.ties.items()}
            reached, redundant = dict(shares), 0.0
            for between, share in shares.items():
                further = self._circle(between)
                for each in shares.keys() & further.ties.keys():
                    tie = further.ties[each]
                    reached[each] += share * tie / further.whole
                    redundant += shares[each] * tie / further.strongest
            self._holes[one] = Holes(len(shares) - redundant, sum(each**2 for each in reached.values()))
        return self._holes[one]


@lru_cache(maxsize=8)
def structure(things: tuple[Thing, ...]) -> Structure:
    """The network that these things tie, a pure function of what was read; call it outside the transaction."""
    found = town.divided(things)
    home = {member: each.id for each in found.communities for member in each.members}
    return Structure(town.projected(found.things), home)
