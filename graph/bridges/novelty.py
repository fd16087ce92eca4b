"""Familiar or surprising: how new a bridge would be for both, apart from how much they share.

Five parts, each from 0 (familiar) to 1 (new), weigh the same: no people in common, another department, another area,
another community, and a structural hole between their circles (what an introduction adds to the effective size of
either, weighed by their constraint, both of Burt 1992: `graph.network.structure`). A dial of five steps lets novelty
count in the order: from against a bridge, through not at all, to in favour of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean
from typing import TYPE_CHECKING

from graph.bridges.weights import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.bridges.suggestions import Pair
    from graph.network.structure import Structure

STEPS = 5
MIDDLE = 3


class Part(StrEnum):
    """What makes a bridge new."""

    PEOPLE = "people"
    DEPARTMENT = "department"
    AREA = "area"
    COMMUNITY = "community"
    HOLE = "hole"


# An organisation stands in no circle of initiatives: its bridges are neither familiar nor surprising.
HALF = 0.5
# What is told as new: of a hole, when so much opens for both, so that nearly nobody around either knows the other.
OPEN = 0.8


@dataclass(frozen=True, slots=True)
class Novelty:
    """The parts of one pair of initiatives, each between 0 and 1; `opens` is what a meeting opens for either."""

    parts: dict[Part, float]
    opens: tuple[float, float]

    @property
    def value(self) -> float:
        """The mean of the parts."""
        return fmean(self.parts.values())

    @property
    def step(self) -> int:
        """Where it stands on the dial: 1 is familiar, 5 is surprising."""
        return 1 + min(int(self.value * STEPS), STEPS - 1)

    @property
    def new(self) -> list[Part]:
        """The parts that make it new; a hole only when it is open on both sides."""
        least = self.parts | {Part.HOLE: min(self.opens)}
        return [part for part, value in least.items() if value >= OPEN]


def of(pair: Pair, structure: Structure) -> Novelty:
    """How new the bridge of `pair` would be."""
    one, other = pair.first.id, pair.suggestion.other.id
    people = any(reason.kind is Evidence.PERSON for reason in pair.suggestion.reasons)
    return Novelty(
        {
            Part.PEOPLE: float(not people),
            Part.DEPARTMENT: float(pair.suggestion.other_team),
            Part.AREA: float(pair.suggestion.other_area),
            Part.COMMUNITY: float(not structure.same_community(one, other)),
            Part.HOLE: structure.hole(one, other),
        },
        (structure.opens(one, other), structure.opens(other, one)),
    )


def ordered(pairs: Iterable[Pair], structure: Structure, *, step: int) -> list[Pair]:
    """`pairs` in the order of the dial; the middle step leaves the order as it is.

    What counts is the score as a share of the best one, plus the novelty times -1, -1/2, 0, 1/2 or 1.
    """
    found = list(pairs)
    weight = (min(max(step, 1), STEPS) - MIDDLE) / (STEPS - MIDDLE)
    if not found or weight == 0:
        return found
    best = max(pair.suggestion.score for pair in found) or 1.0

    def value(pair: Pair) -> float:
        return HALF if pair.suggestion.other.is_organisation else of(pair, structure).value

    return sorted(found, key=lambda pair: -(pair.suggestion.score / best + weight * value(pair)))
