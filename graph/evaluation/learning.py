"""Weights learnt from hidden links: a conditional logistic regression, few numbers that anybody can read.

Each hidden link is a choice of the right candidate among others (McFadden 1974, Conditional logit analysis); a random
sample of the others gives the same weights (McFadden 1978). The log-likelihood less a quadratic penalty is concave and
is climbed by Newton's method. Weights that may not be negative are held at nothing when they would be.

Where the score must stay a bare sum, as in the search for bridges, likelihood is the wrong aim: a sum of shares is no
logarithm of odds. There coordinate ascent on the mean reciprocal rank itself finds the weights (Metzler and Croft 2007,
Linear feature-based models for information retrieval), one at a time, from the safe ones on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

PENALTY = 1.0
STEPS = 50
ENOUGH = 1e-8
# With fewer hidden links than this, what is learnt is chance.
FEWEST = 30
FACTORS = (4.0, 2.0, 0.5, 0.25)
ROUNDS = 4
# A step must find this much more of the mean reciprocal rank; less is noise.
WORTH = 0.001


@dataclass(frozen=True, slots=True)
class Choice:
    """One hidden link: features of the candidates (candidates × features), the right one first."""

    features: NDArray[np.float64]


def conditional_logit(choices: Sequence[Choice], *, at_least: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weight of each feature, none below `at_least` (-inf where it may be anything)."""
    many = at_least.shape[0]
    widest = max(each.features.shape[0] for each in choices)
    table = np.zeros((len(choices), widest, many))
    there = np.zeros((len(choices), widest), dtype=np.bool_)
    for index, each in enumerate(choices):
        table[index, : each.features.shape[0]] = each.features
        there[index, : each.features.shape[0]] = True
    spread = np.sqrt((table[there] ** 2).mean(axis=0))
    scale = np.where(spread > 0, spread, 1.0)
    table /= scale
    weights = np.maximum(np.zeros(many), at_least)
    for _ in range(STEPS):
        slope, bend = _slope_and_bend(table, there, weights)
        # Held at its least: what stands there and would go below it.
        free = (spread > 0) & ((weights > at_least) | (slope > 0))
        step = np.zeros(many)
        step[free] = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        longest = np.abs(step).max(initial=0.0)
        before = weights
        weights = np.maximum(weights + (step / longest if longest > 1 else step), at_least)
        if np.abs(weights - before).max(initial=0.0) < ENOUGH:
            break
    return weights / scale


def _slope_and_bend(
    table: NDArray[np.float64], there: NDArray[np.bool_], weights: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The first derivative of the penalised log-likelihood, and the second with its sign turned."""
    value = np.where(there, table @ weights, -np.inf)
    share = np.exp(value - value.max(axis=1, keepdims=True))
    share /= share.sum(axis=1, keepdims=True)
    mean = np.einsum("qc,qcf->qf", share, table)
    slope = (table[:, 0, :] - mean).sum(axis=0) - PENALTY * weights
    flat = (table * np.sqrt(share)[:, :, None]).reshape(-1, table.shape[2])
    return slope, flat.T @ flat - mean.T @ mean + PENALTY * np.eye(len(weights))


def coordinate_ascent(
    folds: Sequence[Sequence[Choice]], *, start: NDArray[np.float64], at_least: float, at_most: float
) -> NDArray[np.float64]:
    """Weights that rank the right candidate higher, from `start`, each one multiplied or divided.

    A step is taken only where it helps on the whole and harms in none of the `folds`.
    """
    tables = [_table(fold) for fold in folds if fold]
    best, weights = [_reciprocal(table, start) for table in tables], start
    for _ in range(ROUNDS):
        before = weights
        for index in range(len(start)):
            for factor in FACTORS:
                tried = weights.copy()
                tried[index] = min(max(tried[index] * factor, at_least), at_most)
                reached = [_reciprocal(table, tried) for table in tables]
                gains = [new - old for new, old in zip(reached, best, strict=True)]
                if min(gains) >= 0 and sum(gains) / len(gains) > WORTH:
                    best, weights = reached, tried
        if weights is before:
            break
    return weights


def _table(choices: Sequence[Choice]) -> NDArray[np.float64]:
    """All choices as one array; missing candidates are copies without any evidence, and never right."""
    widest = max(each.features.shape[0] for each in choices)
    table = np.full((len(choices), widest, choices[0].features.shape[1]), -1.0)
    for index, each in enumerate(choices):
        table[index, : each.features.shape[0]] = each.features
    return table


def _reciprocal(table: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    """The mean reciprocal rank of the first candidate of each choice; equals share their ranks."""
    value = table @ weights
    right, others = value[:, :1], value[:, 1:]
    ranks = 1 + (others > right).sum(axis=1) + (others == right).sum(axis=1) / 2
    return float((1 / ranks).mean())


def reciprocal(choices: Sequence[Choice], weights: NDArray[np.float64]) -> float:
    """The mean reciprocal rank that these weights give the right candidates."""
    return sum(_reciprocal(each.features[None], weights) for each in choices) / len(choices)
