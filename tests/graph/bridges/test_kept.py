"""Weights that were learnt are used by the search, stay as history, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from graph.bridges import kept, suggestions
from graph.bridges.weights import WEIGHTS, Evidence
from graph.errors import NotAllowed
from graph.evaluation import bridges
from graph.rights import SYSTEM, VISITOR

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    kept.forget()
    yield
    kept.forget()


def order(graph: Graph, initiative_id: str) -> list[str]:
    found = graph.read(suggestions.for_initiative, actor=SYSTEM, initiative_id=initiative_id)
    return [each.other.id for each in found]


def test_the_search_uses_what_was_kept_last(graph: Graph, given: Given) -> None:
    goal, theme = given.goal(), given.theme()
    one = given.initiative(goals=[goal], themes=[theme])
    same_goal, same_theme = given.initiative(goals=[goal]), given.initiative(themes=[theme])
    assert order(graph, one) == [same_goal, same_theme]
    graph.write(kept.keep, actor=SYSTEM, weights=WEIGHTS | {Evidence.THEME: 9.0}, learnt_from=40)
    assert order(graph, one) == [same_theme, same_goal]
    graph.write(kept.keep, actor=SYSTEM, weights=WEIGHTS, learnt_from=0)
    assert order(graph, one) == [same_goal, same_theme]
    last = graph.read(kept.shown, actor=SYSTEM)
    assert last
    assert last.learnt_from == 0


def test_a_kind_that_is_newer_than_the_weights_keeps_its_safe_weight(graph: Graph) -> None:
    graph.write(kept.keep, actor=SYSTEM, weights={Evidence.GOAL: 3.0}, learnt_from=40)
    assert dict(graph.read(kept.in_use)) == WEIGHTS | {Evidence.GOAL: 3.0}


def test_only_an_administrator_learns_and_keeps(graph: Graph) -> None:
    with pytest.raises(NotAllowed):
        graph.write(kept.keep, actor=VISITOR, weights=WEIGHTS, learnt_from=0)
    with pytest.raises(NotAllowed):
        bridges.learn_and_keep(graph, actor=VISITOR)


def test_no_kind_may_weigh_nothing(graph: Graph) -> None:
    with pytest.raises(ValueError, match="weighs something"):
        graph.write(kept.keep, actor=SYSTEM, weights=WEIGHTS | {Evidence.WORD: 0.0}, learnt_from=40)


def test_a_small_graph_keeps_the_safe_weights(graph: Graph, given: Given) -> None:
    given.initiative()
    assert bridges.learn_and_keep(graph, actor=SYSTEM) is bridges.SAFE


def test_too_many_initiatives_are_not_for_a_page(graph: Graph, given: Given) -> None:
    given.initiative()
    with pytest.raises(bridges.TooMany):
        bridges.learn_and_keep(graph, actor=SYSTEM, most=0)
