"""Weights of the kinds of evidence for bridges, learnt from initiatives that are in contact already.

The score stays the sum of `graph.bridges.weights`; only the weight of each kind is found here, by asking for contacts
that were hidden. The search for them begins at the safe weights, or at bare resource allocation where that finds more.
The weights mean something beside each other only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graph.bridges import kept
from graph.bridges.weights import SCALE, WEIGHTS, Evidence
from graph.errors import GraphError
from graph.evaluation import learning, projection, splitting
from graph.evaluation.learning import Choice
from graph.evaluation.pairs import UNITS, Pairs
from graph.evaluation.splitting import Hide
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from graph.evaluation.projection import Projection
    from graph.evaluation.splitting import Split
    from graph.rights import Actor
    from graph.store import Graph

INNER_SHARE = 0.2
INNER_SEEDS = (101, 102)
MOST_QUESTIONS = 600
MOST_CANDIDATES = 500
# The search leans on every kind weighing something.
LEAST = 0.01
MOST = 16.0
# More initiatives take longer than a page may.
MOST_AT_ONCE = 5_000
# An offer that is fitting says the same from either side.
TOGETHER = {Evidence.SOUGHT: Evidence.OFFERED}
KINDS: tuple[Evidence, ...] = tuple(kind for kind in Evidence if kind not in TOGETHER)
# Resource allocation alone, which knows what is shared but not what kind of thing it is, nor what lies near.
BARE = np.array([LEAST if kind.is_near else 1.0 for kind in KINDS])


@dataclass(frozen=True, slots=True)
class Learnt:
    """A weight for each kind of evidence, and how many hidden contacts they come from (0: the safe ones)."""

    weights: Mapping[Evidence, float]
    learnt_from: int

    def whole(self) -> dict[str, int]:
        """The weights as whole numbers of `SCALE`, as a statement gets them."""
        return {kind.value: round(weight * SCALE) for kind, weight in self.weights.items()}


SAFE = Learnt(WEIGHTS, 0)


class TooMany(GraphError):
    """More initiatives than somebody can wait for at a screen."""


def learn(known: Projection) -> Learnt:
    """The weights that find contacts hidden from `known`; the safe ones where there are too few."""
    folds = [_choices(splitting.split(known, Hide.BRIDGES, share=INNER_SHARE, seed=seed), seed) for seed in INNER_SEEDS]
    found = sum(len(fold) for fold in folds)
    if found < learning.FEWEST:
        return SAFE
    weights = learning.coordinate_ascent(folds, start=start(folds), at_least=LEAST, at_most=MOST)
    learnt = dict(zip(KINDS, (round(float(weight), 4) for weight in weights), strict=True))
    return Learnt({kind: learnt[TOGETHER.get(kind, kind)] for kind in Evidence}, found)


def start(folds: Sequence[Sequence[Choice]]) -> NDArray[np.float64]:
    """The weights to begin with, in the order of `KINDS`: `BARE` where that finds more, and less in no fold."""
    safe = np.array([WEIGHTS[kind] for kind in KINDS])
    gains = [learning.reciprocal(fold, BARE) - learning.reciprocal(fold, safe) for fold in folds if fold]
    return BARE if gains and min(gains) >= 0 and sum(gains) > 0 else safe


def learn_and_keep(graph: Graph, *, actor: Actor, most: int | None = None) -> Learnt:
    """Learn from the graph as it is and use the outcome from now on; raises NotAllowed, and TooMany above `most`."""
    actor.must(Permission.ADMINISTER)
    seen = graph.read(projection.read, actor=actor)
    if most is not None and len(seen.initiatives) > most:
        raise TooMany(str(len(seen.initiatives)))
    learnt = learn(seen)
    graph.write(kept.keep, actor=actor, weights=learnt.weights, learnt_from=learnt.learnt_from)
    return learnt


def _choices(split: Split, seed: int) -> list[Choice]:
    random = np.random.default_rng(seed)
    questions = list(split.questions)
    if len(questions) > MOST_QUESTIONS:
        questions = [questions[index] for index in sorted(random.permutation(len(questions))[:MOST_QUESTIONS].tolist())]
    pairs, position = Pairs(split.train, UNITS), split.train.position
    contacts = split.full.in_contact
    found = []
    for question in questions:
        closed = {position[each] for each in contacts[question.asker] if each in position}
        closed.add(position[question.asker])
        order = random.permutation(len(position)).tolist()
        others = [index for index in order[: MOST_CANDIDATES + len(closed)] if index not in closed]
        found.append(Choice(_features(pairs, question.asker, [position[question.wanted], *others[:MOST_CANDIDATES]])))
    return found


def _features(pairs: Pairs, asker: str, rows: list[int]) -> NDArray[np.float64]:
    parts = pairs.parts(asker)
    columns = {kind: np.zeros(len(rows)) for kind in KINDS}
    for name, part in parts.items():
        kind = Evidence(name)
        columns[TOGETHER.get(kind, kind)] += part[rows] / SCALE
    return np.stack([columns[kind] for kind in KINDS], axis=1)
