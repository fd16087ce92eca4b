"""The figures of an evaluation, against figures worked out by hand."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.evaluation import measures
from graph.evaluation.measures import Verdict

few_scores = st.lists(st.integers(0, 3), min_size=1, max_size=6)


@given(scores=few_scores, data=st.data())
def test_equal_scores_get_the_mean_rank_of_all_orders(scores: list[int], data: st.DataObject) -> None:
    wanted = data.draw(st.integers(0, len(scores) - 1))
    ranks = [
        sorted(order, key=lambda index: -scores[index]).index(wanted) + 1
        for order in itertools.permutations(range(len(scores)))
    ]
    assert measures.rank(np.array(scores, dtype=float), wanted) == pytest.approx(np.mean(ranks))


def test_hits_and_reciprocal_ranks_follow_from_the_ranks() -> None:
    answers = measures.from_ranks([1, 5.5, 10, 40])
    assert answers.hits.tolist() == [[1, 1, 1], [0, 0, 1], [0, 0, 1], [0, 0, 0]]
    assert answers.reciprocal.tolist() == pytest.approx([1, 1 / 5.5, 0.1, 1 / 40])


def test_chance_is_the_mean_over_all_orders() -> None:
    answers = measures.by_chance([20, 4])
    assert answers.hits.tolist() == [[1 / 20, 5 / 20, 10 / 20], [1 / 4, 1, 1]]
    assert answers.reciprocal[1] == pytest.approx((1 + 1 / 2 + 1 / 3 + 1 / 4) / 4)


def test_better_needs_an_interval_above_nothing() -> None:
    askers = [str(number) for number in range(50)]
    always, never = measures.from_ranks([1] * 50), measures.from_ranks([99] * 50)
    once = measures.from_ranks([1] + [99] * 49)
    bootstrap = measures.Bootstrap(askers, seed=1)
    assert bootstrap.verdict(always, never)[0] is Verdict.BETTER
    assert bootstrap.verdict(never, always)[0] is Verdict.WORSE
    assert bootstrap.verdict(once, never)[0] is Verdict.EQUAL
    assert bootstrap.verdict(always, always)[0] is Verdict.EQUAL


def test_the_links_of_one_initiative_are_drawn_together() -> None:
    one = measures.Bootstrap(["a"] * 10, seed=1).mean(np.array([1.0] * 5 + [0.0] * 5))
    assert (one.value, one.low, one.high) == (0.5, 0.5, 0.5)


def test_equals_share_the_places_that_are_left() -> None:
    places = measures.shown(np.array([3.0, 1.0, 1.0, 0.0, 9.0]), np.array([True, True, True, True, False]), 2)
    assert places.tolist() == [1.0, 0.5, 0.5, 0.0, 0.0]


def test_gini_is_nothing_when_all_get_the_same() -> None:
    assert measures.gini(np.array([2.0, 2.0, 2.0])) == pytest.approx(0)
    assert measures.gini(np.array([0.0, 0.0, 0.0, 4.0])) == pytest.approx(0.75)
    assert measures.gini(np.zeros(3)) == 0
