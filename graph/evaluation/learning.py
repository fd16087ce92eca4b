"""Weights learnt from hidden links: a conditional logistic regression, few numbers that anybody can read.

Each hidden link is a choice of the right candidate among others (McFadden 1974, Conditional logit analysis); a random
sample of the others gives the same weights (McFadden 1978). The log-likelihood less a quadratic penalty is concave and
is climbed by Newton's method. Weights that may not be negative are held at nothing when they would be.
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
    weights = np.zeros(many)
    free = spread > 0
    for _ in range(STEPS):
        step = _step(table, there, weights, free)
        weights = weights + step
        below = weights < at_least
        weights[below] = at_least[below]
        free &= ~below
        if np.abs(step).max(initial=0.0) < ENOUGH:
            break
    return weights / scale


def _step(
    table: NDArray[np.float64], there: NDArray[np.bool_], weights: NDArray[np.float64], free: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """One step of Newton's method over the free weights, cut off so that it cannot overshoot."""
    value = np.where(there, table @ weights, -np.inf)
    share = np.exp(value - value.max(axis=1, keepdims=True))
    share /= share.sum(axis=1, keepdims=True)
    mean = np.einsum("qc,qcf->qf", share, table)
    slope = (table[:, 0, :] - mean).sum(axis=0) - PENALTY * weights
    heavy = table * np.sqrt(share)[:, :, None]
    flat = heavy.reshape(-1, table.shape[2])
    bend = flat.T @ flat - mean.T @ mean + PENALTY * np.eye(len(weights))
    step = np.zeros(len(weights))
    step[free] = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
    longest = np.abs(step).max(initial=0.0)
    return step / longest if longest > 1 else step
