"""The figures of an evaluation: ranks, hits, reciprocal ranks, intervals, and how evenly a ranking spreads attention.

Equal scores get the rank that they have on average in random order (Berrendorf, Faerman, Vermue and Tresp 2020, On the
ambiguity of rank-based evaluation, the "realistic" rank). Intervals are percentiles of the bootstrap (Efron 1979) over
the initiatives that were asked about, because the links of one initiative are not independent.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

HITS_AT = (1, 5, 10)
RESAMPLES = 2_000
LOW, HIGH = 2.5, 97.5
# Sums in another order differ in their last digits: what is nearer than this is equal.
NEARLY = 1e-9


class Verdict(StrEnum):
    """The engine beside a simple method, by the paired interval of the difference in hits@10."""

    BETTER = "better"
    EQUAL = "equal"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Answers:
    """What one method made of every question: a hit (0 to 1) for each of `HITS_AT`, and the reciprocal rank."""

    hits: NDArray[np.float64]
    reciprocal: NDArray[np.float64]


def rank(scores: NDArray[np.float64], wanted: int) -> float:
    """The rank of the candidate at index `wanted`, from 1; equals get the mean of the ranks they share."""
    score = scores[wanted]
    slack = NEARLY * max(1.0, abs(float(score)))
    higher = int(np.count_nonzero(scores > score + slack))
    equal = int(np.count_nonzero(np.abs(scores - score) <= slack))
    return higher + (equal + 1) / 2


def from_ranks(ranks: Sequence[float]) -> Answers:
    """Hits and reciprocal ranks of the ranks, one row for each question."""
    found = np.asarray(ranks, dtype=np.float64).reshape(-1)
    hits = np.stack([(found <= k).astype(np.float64) for k in HITS_AT], axis=1)
    return Answers(hits, 1.0 / found)


def by_chance(candidates: Sequence[int]) -> Answers:
    """What a random order gives on average, for each question with that many candidates."""
    most = np.asarray(candidates, dtype=np.float64)
    harmonic = np.cumsum(1.0 / np.arange(1, int(most.max(initial=1)) + 1))
    hits = np.stack([np.minimum(k / most, 1.0) for k in HITS_AT], axis=1)
    return Answers(hits, harmonic[most.astype(int) - 1] / most)


class Bootstrap:
    """The same resamples for every figure and every method, so that differences are paired."""

    def __init__(self, askers: Sequence[str], *, seed: int) -> None:
        """Each question has an asker; askers are drawn with replacement."""
        names, self._of = np.unique(np.asarray(askers, dtype=object).astype(str), return_inverse=True)
        self._draws = np.random.default_rng(seed).multinomial(
            len(names), np.full(len(names), 1 / len(names)), RESAMPLES
        )
        self._sizes = self._draws @ np.bincount(self._of, minlength=len(names))

    def mean(self, values: NDArray[np.float64]) -> Estimate:
        """The mean over all questions, with its interval."""
        sums = self._draws @ np.bincount(self._of, weights=values, minlength=self._draws.shape[1])
        low, high = np.percentile(sums / self._sizes, [LOW, HIGH])
        return Estimate(float(values.mean()), float(low), float(high))

    def verdict(self, engine: Answers, other: Answers) -> tuple[Verdict, Estimate]:
        """Whether the engine finds more within ten than the other, and the difference."""
        difference = self.mean(engine.hits[:, -1] - other.hits[:, -1])
        if difference.low > 0:
            return Verdict.BETTER, difference
        return (Verdict.WORSE if difference.high < 0 else Verdict.EQUAL), difference


def shown(scores: NDArray[np.float64], allowed: NDArray[np.bool_], most: int) -> NDArray[np.float64]:
    """How much of a place among the first `most` each candidate gets; equals share the places that are left."""
    places = np.zeros(len(scores))
    open_to = np.flatnonzero(allowed)
    if len(open_to) <= most:
        places[open_to] = 1.0
        return places
    mine = scores[open_to]
    edge = np.partition(mine, len(mine) - most)[len(mine) - most]
    slack = NEARLY * max(1.0, abs(float(edge)))
    above, equal = mine > edge + slack, np.abs(mine - edge) <= slack
    places[open_to[above]] = 1.0
    places[open_to[equal]] = (most - above.sum()) / equal.sum()
    return places


def gini(values: NDArray[np.float64]) -> float:
    """Gini's coefficient of non-negative values: 0 when all get the same, towards 1 when one gets everything."""
    total = float(values.sum())
    if total <= 0 or len(values) == 0:
        return 0.0
    ordered = np.sort(values)
    order = np.arange(1, len(values) + 1)
    return float(2 * (order * ordered).sum() / (len(values) * total) - (len(values) + 1) / len(values))
