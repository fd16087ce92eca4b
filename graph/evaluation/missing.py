"""The partners, goals, themes and other links that an initiative probably has or could have, to confirm by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graph.bridges.weights import WEIGHTS, Evidence, whole
from graph.evaluation import targets
from graph.evaluation.pairs import Pairs
from graph.evaluation.targets import Targets

if TYPE_CHECKING:
    from graph.evaluation.projection import Hub, Projection
    from graph.evaluation.splitting import Hide

# So many initiatives that have it are named as the reason.
NAMED = 2


@dataclass(frozen=True, slots=True)
class Through:
    """An initiative that has the thing, and the rarest thing that it shares with the one it is suggested to."""

    name: str
    shares: str | None


@dataclass(frozen=True, slots=True)
class Likely:
    """Something an initiative probably lacks; `score` is its share (0 to 1) among all it could be."""

    initiative_id: str
    initiative: str
    thing_id: str
    thing: str
    score: float
    through: tuple[Through, ...]


class Missing:
    """What is likely missing in one projection, with weights learnt from that projection."""

    def __init__(self, projection: Projection, hide: Hide, *, refused: Collection[str] = frozenset()) -> None:
        """Learn for links of this kind; takes some seconds for thousands of initiatives.

        Nothing is suggested that is `refused`: the keys of `graph.likely.refused`.
        """
        self._refused = refused
        self._projection = projection
        self._model = targets.learn(projection, hide)
        self._targets = Targets(projection, hide, targets.candidates(projection, hide))
        self._pairs = Pairs(projection, whole(weights=WEIGHTS))

    def each(self, *, limit: int, only: Iterable[str] | None = None) -> Iterator[Likely]:
        """The `limit` likeliest for every initiative (or those of `only`), in order of id; only what has a reason."""
        chosen = None if only is None else set(only)
        for initiative in self._projection.initiatives:
            if chosen is None or initiative.id in chosen:
                yield from self._of(initiative.id, initiative.name, limit)

    def _of(self, initiative_id: str, name: str, limit: int) -> Iterator[Likely]:
        scores = self._targets.scores(self._model, initiative_id)
        known = self._projection.hubs_of.get(initiative_id, frozenset()) | {
            each for each in self._targets.candidates if f"{initiative_id}|{each}" in self._refused
        }
        near = np.zeros(len(self._projection.initiatives), dtype=np.int64)
        for part in self._pairs.parts(initiative_id).values():
            near += part
        near[self._projection.position[initiative_id]] = 0
        open_to = np.array([each not in known for each in self._targets.candidates], dtype=np.bool_)
        if not open_to.any():
            return
        odds = np.where(open_to, np.exp(scores - scores[open_to].max()), 0.0)
        share = odds / odds.sum()
        given = 0
        for index in np.lexsort((np.arange(len(scores)), -scores)).tolist():
            thing = self._targets.candidates[index]
            through = () if thing in known else self._through(initiative_id, thing, near)
            if through and given < limit:
                given += 1
                hub = self._projection.hub[thing]
                yield Likely(initiative_id, name, thing, hub.name, float(share[index]), through)
            if given == limit:
                return

    def _through(
        self, initiative_id: str, thing: str, near: np.ndarray[tuple[int], np.dtype[np.int64]]
    ) -> tuple[Through, ...]:
        position = self._projection.position
        others = sorted(
            (each for each in self._projection.initiatives_of.get(thing, ()) if near[position[each]] > 0),
            key=lambda each: (-int(near[position[each]]), each),
        )
        return tuple(
            Through(self._projection.initiatives[position[each]].name, self._rarest(initiative_id, each))
            for each in others[:NAMED]
        )

    def _rarest(self, one: str, other: str) -> str | None:
        hubs_of = self._projection.hubs_of
        shared = [
            self._projection.hub[each] for each in hubs_of.get(one, frozenset()) & hubs_of.get(other, frozenset())
        ]
        # Who somebody speaks with is no reason to write down.
        told = [hub for hub in shared if hub.kind != Evidence.PERSON]
        return min(told, key=_rarity).name if told else None


def _rarity(hub: Hub) -> tuple[float, str]:
    return hub.size / WEIGHTS[Evidence(hub.kind)], hub.id
