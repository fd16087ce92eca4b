"""What shared evidence weighs: rare beats common.

The score of two initiatives is the sum, over everything they share, of

    weight of the kind / number of links the shared thing has                    (resource allocation)

(Zhou, Lü and Zhang 2009, Predicting missing links via local information, eq. 5; Adamic and Adar 2003 divide by the
logarithm of that number.) Resource allocation ranked held-out links at least as well, and lets the search stop much
sooner. The number of links is the degree that the database stores, so a record that ended still counts in it.

Goals, themes and areas that lie near each other in their tree or on the map, but are not the same, weigh

    weight of the kind / (2 · steps · (links of the one + links of the other))

for one or two steps, and only where nothing of that kind is shared itself, once for each kind: the nearest.

Two goals that derive from the same policy note lie near in the same way, without the tree saying so. The note weighs

    weight of the kind / (goals that derive from the note · (links of the one goal + links of the other))

so that a note with two goals weighs as one step of the tree would, and a note that holds all goals of a town next to
nothing. It counts once, and only where the two share no goal and have none that lie near each other in the tree: the
tree is the stronger statement, as somebody drew that line between exactly these goals.

An awaited decision is shared as anything else, for as long as both wait and it is not taken or withdrawn.

An offer of the one that fits a need of the other (`graph.supply`) weighs, for each such pair,

    weight of the kind / (needs that the offer fits + offers that fit the need)

as long as both hold today. It is no third thing that both have: what the other offers is `OFFERED`, what the other
seeks is `SOUGHT`, and both kinds weigh the same, so that the score is the same from either side.

Weights are whole numbers of `SCALE`, and so are scores until they are shown: sums of whole numbers do not depend on
their order, so equal is equal and ties have one order, by id.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Evidence(StrEnum):
    """The kinds of shared evidence."""

    GOAL = "goal"
    THEME = "theme"
    PARTNER = "partner"
    SCHEME = "scheme"
    DEPARTMENT = "department"
    AREA = "area"
    PERSON = "person"
    DECISION = "decision"
    WORD = "word"
    OFFERED = "offered"
    SOUGHT = "sought"
    NEAR_GOAL = "near_goal"
    NEAR_THEME = "near_theme"
    NEAR_AREA = "near_area"
    NOTE = "note"

    @property
    def same(self) -> Evidence:
        """The kind for sharing the very thing, of a kind for lying near; else the kind itself."""
        return Evidence.GOAL if self is Evidence.NOTE else Evidence(self.value.removeprefix("near_"))

    @property
    def is_near(self) -> bool:
        """Whether the two initiatives have different things that lie near each other."""
        return self.same is not self

    @property
    def yields_to(self) -> frozenset[Evidence]:
        """The kinds beside which this one does not count."""
        if self is Evidence.NOTE:
            return frozenset({Evidence.GOAL, Evidence.NEAR_GOAL})
        return frozenset({self.same} - {self})


SCALE = 10**12

# Safe for a small graph; `graph.bridges.kept` holds what was learnt from a larger one.
WEIGHTS: dict[Evidence, float] = {
    Evidence.GOAL: 1.0,
    Evidence.PARTNER: 1.0,
    Evidence.OFFERED: 1.0,
    Evidence.SOUGHT: 1.0,
    Evidence.THEME: 0.8,
    Evidence.PERSON: 0.8,
    Evidence.DECISION: 0.8,
    Evidence.SCHEME: 0.6,
    Evidence.AREA: 0.5,
    Evidence.DEPARTMENT: 0.4,
    Evidence.WORD: 0.3,
    Evidence.NEAR_GOAL: 0.5,
    Evidence.NEAR_THEME: 0.4,
    Evidence.NEAR_AREA: 0.25,
    Evidence.NOTE: 0.25,
}


def whole(*, with_people: bool = True, weights: Mapping[Evidence, float] = WEIGHTS) -> dict[str, int]:
    """The weights as whole numbers of `SCALE`, for a statement; without people where their ties are not to be shown."""
    shown = {kind: 0.0 if kind is Evidence.PERSON and not with_people else weight for kind, weight in weights.items()}
    return {kind.value: round(weight * SCALE) for kind, weight in shown.items()}
