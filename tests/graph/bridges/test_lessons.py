"""What yes and no teach: less weight for what was refused, seen, and reversible."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.bridges import kept, lessons, life, suggestions
from graph.bridges.standing import Because
from graph.bridges.weights import WEIGHTS, Evidence
from graph.errors import NotAllowed, NotFound
from graph.rights import SYSTEM, VISITOR
from tests.given import undo_bridge

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given


def weights(graph: Graph) -> dict[Evidence, float]:
    kept.forget()
    return dict(graph.read(kept.in_use))


def refused(graph: Graph, given: Given, because: Because = Because.TOPIC) -> tuple[str, str]:
    theme = given.theme()
    a, b = (given.initiative(name=name, themes=[theme]) for name in ("Kippenren", "Zeilboot"))
    graph.write(life.refuse, actor=SYSTEM, a=a, b=b, reason="Te verschillend", because=because)
    return a, b


def test_a_refused_subject_counts_for_less_and_taking_it_back_restores_it(graph: Graph, given: Given) -> None:
    assert weights(graph) == WEIGHTS
    a, b = refused(graph, given)
    refused(graph, given, Because.UNWANTED)
    after = weights(graph)
    assert after[Evidence.THEME] == pytest.approx(WEIGHTS[Evidence.THEME] * 10 / 11)
    assert {kind for kind in Evidence if after[kind] != WEIGHTS[kind]} == {Evidence.THEME}
    undo_bridge(graph, a, b)
    assert weights(graph) == WEIGHTS


def test_two_times_yes_brings_it_back_up(graph: Graph, given: Given) -> None:
    refused(graph, given)
    theme = given.theme()
    a, b = (given.initiative(name=name, themes=[theme]) for name in ("Kippenren", "Zeilboot"))
    graph.write(life.ask, actor=SYSTEM, a=a, b=b, text="Wij willen het allebei.")
    for side in (a, b):
        graph.write(life.answer, actor=SYSTEM, a=a, b=b, side_id=side, yes=True)
    (lesson,) = graph.read(lessons.lessons, actor=SYSTEM)
    assert (lesson.kind, lesson.yes, lesson.no) == (Evidence.THEME, 1, 1)
    assert lesson.factor == pytest.approx(11 / 12)


def test_a_refusal_is_left_out_and_counted_in_again(graph: Graph, given: Given) -> None:
    refused(graph, given)
    (refusal,) = graph.read(lessons.refusals, actor=SYSTEM)
    assert refusal.kinds == (Evidence.THEME,)
    graph.write(lessons.count, actor=SYSTEM, step_id=refusal.id, counts=False)
    assert weights(graph) == WEIGHTS
    assert not graph.read(lessons.refusals, actor=SYSTEM)[0].counts
    graph.write(lessons.count, actor=SYSTEM, step_id=refusal.id, counts=True)
    assert weights(graph)[Evidence.THEME] < WEIGHTS[Evidence.THEME]
    with pytest.raises(NotFound):
        graph.write(lessons.count, actor=SYSTEM, step_id="x", counts=True)
    with pytest.raises(NotAllowed):
        graph.write(lessons.count, actor=VISITOR, step_id=refusal.id, counts=False)


def test_the_order_of_suggestions_follows_what_was_learnt(graph: Graph, given: Given) -> None:
    theme, goal = given.theme(), given.goal()
    one = given.initiative(name="Speeltuin", themes=[theme], goals=[goal])
    by_theme = given.initiative(name="Leesclub", themes=[theme])
    by_goal = given.initiative(name="Muziekles", goals=[goal])
    given.initiative(name="Waterput", goals=[goal])

    def order() -> list[str]:
        kept.forget()
        return [each.other.id for each in graph.read(suggestions.for_initiative, actor=SYSTEM, initiative_id=one)]

    assert order()[0] == by_theme
    for _ in range(4):
        refused(graph, given)
    assert order()[0] != by_theme
    assert by_goal in order()
