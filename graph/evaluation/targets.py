"""The likely missing partner, goal, theme, recipient or scheme of an initiative.

A candidate is likely when initiatives that share much with this one have it. Each kind of evidence speaks by itself:

    evidence of kind k for candidate t = log(1 + sum over initiatives j that have t of part_k(initiative, j) / unit_k)

with `part_k` as in `graph.bridges.weights` and `unit_k` its mean over what was seen. Beside it: the same sum of
resource allocation, Adamic–Adar and Jaccard over everything shared, the cosine with what the initiative has already
(Linden, Smith and York 2003), a linear model that foretells each thing from all others (Steck 2019, Embarrassingly
Shallow Autoencoders for Sparse Data), and how common the candidate is. A conditional logit gives each its weight; a
small graph gets safe ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from graph.bridges.weights import WEIGHTS, Evidence
from graph.evaluation import learning, splitting
from graph.evaluation.learning import Choice
from graph.evaluation.pairs import UNITS, Pairs
from graph.evaluation.splitting import TIE_OF, Hide, Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from graph.evaluation.projection import Projection

INNER_SHARE = 0.2
INNER_SEEDS = (101, 102)
MOST_QUESTIONS = 400
MOST_CANDIDATES = 400
# The regularization of the linear model, and the size above which its matrix of initiatives by initiatives is left out.
RIDGE = 10.0
MOST_LINEAR = 6_000
# So many initiatives that are most like it have a vote, where nothing was learnt (graph.likely).
NEIGHBOURS = 30
MORE = ("resource_allocation", "adamic_adar", "jaccard", "cosine", "linear", "common")
NAMES: tuple[str, ...] = (*(kind.value for kind in Evidence), *MORE)
# Evidence never counts against a candidate; being common may.
AT_LEAST = np.array([-np.inf if name == "common" else 0.0 for name in NAMES])
ALONE = ("resource_allocation", "adamic_adar", "jaccard", "linear")
SAFE: dict[str, float] = {**{kind.value: weight for kind, weight in WEIGHTS.items()}, **dict.fromkeys(MORE, 0.0)}


@dataclass(frozen=True, slots=True)
class Model:
    """The weight and the unit of each feature of `NAMES`, and how many hidden links they were learnt from (0: safe)."""

    weights: NDArray[np.float64]
    units: NDArray[np.float64]
    learnt_from: int


class Targets:
    """Features of candidates over one projection."""

    def __init__(self, projection: Projection, hide: Hide, candidates: Sequence[str]) -> None:
        """`candidates` are the hubs that can be the answer, in the order of every array here."""
        self.projection = projection
        self.candidates = list(candidates)
        self._pairs = Pairs(projection, UNITS)
        place = {each: index for index, each in enumerate(self.candidates)}
        held = sorted(
            {
                (projection.position[tie.initiative], place[tie.hub])
                for tie in projection.ties
                if tie.tie == TIE_OF[hide] and tie.hub in place
            }
        )
        self._who = np.array([who for who, _ in held], dtype=np.int64)
        self._what = np.array([what for _, what in held], dtype=np.int64)
        self.popularity = np.bincount(self._what, minlength=len(place)).astype(np.float64)
        self._held: dict[int, NDArray[np.int64]] = {}
        for who, what in held:
            self._held[who] = np.append(self._held.get(who, np.empty(0, dtype=np.int64)), what)
        self._sizes = np.array(
            [len(projection.hubs_of.get(each.id, ())) for each in projection.initiatives], dtype=np.float64
        )

    def through(self, weights: NDArray[np.float64], *, asker: int) -> NDArray[np.float64]:
        """For each candidate the sum of the weights of the initiatives that have it, the asker left out."""
        others = self._who != asker
        summed = np.bincount(self._what[others], weights=weights[self._who[others]], minlength=len(self.candidates))
        return summed.astype(np.float64)

    def vote(self, pairs: Pairs, initiative: str) -> NDArray[np.float64]:
        """The weighted vote of the nearest neighbours, as the page of an initiative asks it (`graph.likely`)."""
        scores = pairs.scores(initiative)
        nearest = np.lexsort((np.arange(len(scores)), -scores))[:NEIGHBOURS]
        weights = np.zeros(len(scores))
        weights[nearest] = np.maximum(scores[nearest], 0)
        return self.through(weights, asker=self.projection.position[initiative])

    def raw(self, initiative: str) -> NDArray[np.float64]:
        """The evidence for every candidate, before logarithm and unit (candidates × `NAMES`)."""
        asker = self.projection.position[initiative]
        parts = self._pairs.parts(initiative)
        columns = [
            self.through(parts[name] / UNITS[name], asker=asker) if name in parts else np.zeros(len(self.candidates))
            for name in UNITS
        ]
        allocation, adar, overlap = self._shared(initiative)
        union = self._sizes + self._sizes[asker] - overlap
        jaccard = np.divide(overlap, union, out=np.zeros_like(overlap), where=union > 0)
        columns += [self.through(each, asker=asker) for each in (allocation, adar, jaccard)]
        columns += [self._cosine(asker), self._linear[asker], self.popularity]
        return np.stack(columns, axis=1)

    def _shared(self, initiative: str) -> tuple[NDArray[np.float64], ...]:
        allocation, adar, overlap = (np.zeros(len(self.projection.initiatives)) for _ in range(3))
        for hub in sorted(self.projection.hubs_of.get(initiative, ())):
            members = self._pairs.members(hub)
            allocation[members] += 1 / len(members)
            adar[members] += 1 / np.log(max(len(members), 2))
            overlap[members] += 1
        return allocation, adar, overlap

    def _cosine(self, asker: int) -> NDArray[np.float64]:
        mine = self._held.get(asker)
        if mine is None:
            return np.zeros(len(self.candidates))
        beside = np.zeros(len(self.projection.initiatives))
        for hub in mine:
            beside[self._who[self._what == hub]] += 1 / np.sqrt(self.popularity[hub])
        together = self.through(beside, asker=asker)
        return together / np.sqrt(np.maximum(self.popularity, 1))

    @cached_property
    def _linear(self) -> NDArray[np.float64]:
        """What the linear model foretells (initiatives × candidates), at least 0.

        With X the initiatives by everything they have, P = (XᵀX + λI)⁻¹ and B = I − P / diag(P), it is X B: nothing
        foretells itself. As there are more things than initiatives, P is reached through (XXᵀ + λI)⁻¹ (Woodbury).
        """
        many = len(self.projection.initiatives)
        if many > MOST_LINEAR:
            return np.zeros((many, len(self.candidates)))
        shared = np.zeros((many, many))
        for hub in self.projection.initiatives_of:
            members = self._pairs.members(hub)
            shared[np.ix_(members, members)] += 1
        has = np.zeros((many, len(self.candidates)))
        has[self._who, self._what] = 1
        solved = np.linalg.solve(shared + RIDGE * np.eye(many), has)
        diagonal = (1 - np.einsum("ij,ij->j", has, solved)) / RIDGE
        foretold: NDArray[np.float64] = has - (has - shared @ solved) / RIDGE / diagonal
        return np.maximum(foretold, 0.0)

    def scores(self, model: Model, initiative: str) -> NDArray[np.float64]:
        """How likely each candidate is, for this initiative; only the order means something."""
        scores: NDArray[np.float64] = np.log1p(self.raw(initiative) / model.units) @ model.weights
        return scores


def candidates(projection: Projection, hide: Hide) -> list[str]:
    """Every hub that some initiative has by such a link, in order of id."""
    return sorted({each.wanted for each in splitting.links(projection, hide)})


def learn(projection: Projection, hide: Hide) -> Model:
    """The weights that find links of this kind which are hidden from this projection; safe ones for a small graph.

    Where one simple method alone ranks links higher that were no part of the learning (Stone 1974, Cross-validatory
    choice), that method is used: what is learnt is never below it by more than chance.
    """
    folds = []
    for seed in INNER_SEEDS:
        inner = splitting.split(projection, hide, share=INNER_SHARE, seed=seed)
        folds.append(_choices(inner.train, projection, hide, inner.questions, seed))
    found = sum(len(fold) for fold in folds)
    if found < learning.FEWEST or not all(folds):
        return Model(np.array([SAFE[name] for name in NAMES]), np.ones(len(NAMES)), 0)
    rows = np.concatenate([raw for fold in folds for raw in fold])
    there = rows > 0
    units = np.where(there.any(axis=0), rows.sum(axis=0) / np.maximum(there.sum(axis=0), 1), 1.0)
    choices = [[Choice(np.log1p(raw / units)) for raw in fold] for fold in folds]
    learnt = [learning.conditional_logit(fold, at_least=AT_LEAST) for fold in reversed(choices)]
    best = sum(learning.reciprocal(fold, weights) for fold, weights in zip(choices, learnt, strict=True))
    chosen = None
    for name in ALONE:
        alone = np.array([float(each == name) for each in NAMES])
        reached = sum(learning.reciprocal(fold, alone) for fold in choices)
        if reached > best:
            best, chosen = reached, alone
    if chosen is None:
        chosen = learning.conditional_logit([each for fold in choices for each in fold], at_least=AT_LEAST)
    return Model(chosen, units, found)


def _choices(
    train: Projection, full: Projection, hide: Hide, questions: Sequence[Question], seed: int
) -> list[NDArray[np.float64]]:
    random = np.random.default_rng(seed)
    names = candidates(full, hide)
    place = {each: index for index, each in enumerate(names)}
    targets = Targets(train, hide, names)
    if len(questions) > MOST_QUESTIONS:
        questions = [questions[index] for index in sorted(random.permutation(len(questions))[:MOST_QUESTIONS].tolist())]
    found: list[NDArray[np.float64]] = []
    raws: dict[str, NDArray[np.float64]] = {}
    known = full.hubs_of
    for question in questions:
        if question.asker not in raws:
            raws = {question.asker: targets.raw(question.asker)}
        closed = {place[hub] for hub in known[question.asker] if hub in place}
        others = [index for index in random.permutation(len(names)).tolist() if index not in closed]
        found.append(raws[question.asker][[place[question.wanted], *others[:MOST_CANDIDATES]]])
    return found
