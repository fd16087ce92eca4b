"""The score of two initiatives, as `cypher/bridges/plain.cypher` has it and from the same weights, over a projection.

The formula stands in `graph.bridges.weights`. Whole numbers all the way: the score is the same to the last digit.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from graph.bridges.weights import SCALE, Evidence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from graph.evaluation.projection import Hub, Near, Projection

NEAR = tuple(kind for kind in Evidence if kind.is_near)
UNITS: dict[str, int] = {kind.value: SCALE for kind in Evidence}


class Pairs:
    """Scores of pairs of initiatives in one projection."""

    def __init__(self, projection: Projection, weights: Mapping[str, int]) -> None:
        """`weights` in whole numbers of `SCALE`, as a statement gets them; a kind without one weighs nothing."""
        self.projection = projection
        self._weights = weights
        position = projection.position
        self._members: dict[str, NDArray[np.int64]] = {
            hub: np.array(sorted(position[each] for each in them if each in position), dtype=np.int64)
            for hub, them in projection.initiatives_of.items()
        }
        self._near: dict[str, list[Near]] = {}
        for near in projection.near:
            self._near.setdefault(near.ours, []).append(near)
        self._fitting: dict[str, list[str]] = {}
        for fit in projection.fits:
            self._fitting.setdefault(fit.offer, []).append(fit.need)
            self._fitting.setdefault(fit.need, []).append(fit.offer)

    def parts(self, initiative: str) -> dict[str, NDArray[np.int64]]:
        """What each kind of evidence adds for every other initiative, in the order of the projection.

        What lies near is there only where nothing counts that it yields to.
        """
        parts: dict[str, NDArray[np.int64]] = {}
        there: dict[str, NDArray[np.bool_]] = {}
        mine = [self.projection.hub[each] for each in sorted(self.projection.hubs_of.get(initiative, ()))]
        for hub in mine:
            members = self._members[hub.id]
            self._of(parts, hub.kind)[members] += self._weights.get(hub.kind, 0) // max(hub.size, 1)
            self._mark(there, hub.kind, members)
        for hub in mine:
            self._add_near(parts, there, hub)
        for kind in NEAR:
            for stronger in kind.yields_to & there.keys() if kind in parts else ():
                parts[kind][there[stronger]] = 0
        self._add_fits(parts, initiative)
        return parts

    def members(self, hub: str) -> NDArray[np.int64]:
        """Where the initiatives stand that have the hub."""
        return self._members[hub]

    def scores(self, initiative: str) -> NDArray[np.int64]:
        """The score with every other initiative; -1 for itself and those it is in contact with."""
        total = np.zeros(len(self.projection.initiatives), dtype=np.int64)
        for part in self.parts(initiative).values():
            total += part
        total[self.closed(initiative)] = -1
        return total

    def closed(self, initiative: str) -> list[int]:
        """Where those stand that are no bridge for it: itself and those it is in contact with."""
        position = self.projection.position
        others = self.projection.in_contact.get(initiative, frozenset())
        return [position[each] for each in (initiative, *others) if each in position]

    def _add_near(self, parts: dict[str, NDArray[np.int64]], there: dict[str, NDArray[np.bool_]], hub: Hub) -> None:
        for near in self._near.get(hub.id, ()):
            if near.near in self._members:
                links = hub.size + self.projection.hub[near.near].size
                weight = self._weights.get(near.kind, 0) // (near.apart * links)
                part, members = self._of(parts, near.kind), self._members[near.near]
                part[members] = np.maximum(part[members], weight)
                self._mark(there, near.kind, members)

    def _add_fits(self, parts: dict[str, NDArray[np.int64]], initiative: str) -> None:
        hubs = self.projection.hub
        for mine in sorted(self.projection.supply_of.get(initiative, ())):
            for other, _ in sorted(Counter(self._fitting.get(mine, ())).items()):
                if other in self._members:
                    kind = hubs[other].kind
                    size = hubs[mine].size + hubs[other].size
                    self._of(parts, kind)[self._members[other]] += self._weights.get(kind, 0) // size

    def _mark(self, there: dict[str, NDArray[np.bool_]], kind: str, members: NDArray[np.int64]) -> None:
        there.setdefault(kind, np.zeros(len(self.projection.initiatives), dtype=np.bool_))[members] = True

    def _of(self, parts: dict[str, NDArray[np.int64]], kind: str) -> NDArray[np.int64]:
        if kind not in parts:
            parts[kind] = np.zeros(len(self.projection.initiatives), dtype=np.int64)
        return parts[kind]
