"""Awaiting the same decision, and goals of the same policy note: when they make a bridge, and for whom."""

from __future__ import annotations

import pytest

from graph import clock
from graph.bridges import page, suggestions, townwide
from graph.bridges.suggestions import Suggestion
from graph.bridges.weights import WEIGHTS, Evidence
from graph.decisions import acts
from graph.model import Kind, Visibility
from graph.rights import SYSTEM, VISITOR, Actor
from graph.store import Graph
from tests.given import Given


def found(graph: Graph, initiative_id: str, *, actor: Actor = SYSTEM) -> list[Suggestion]:
    return graph.read(suggestions.for_initiative, actor=actor, initiative_id=initiative_id)


def test_who_waits_for_the_same_decision_is_a_bridge_for_everybody(graph: Graph, given: Given) -> None:
    one, other, third = (
        given.initiative(name="De Kavel"),
        given.initiative(name="Buurtmoes"),
        given.initiative(name="Dakspant"),
    )
    decision = given.record(Kind.DECISION, name="De nieuwe kade", waiting=[one, other, third])
    for actor in (SYSTEM, VISITOR):
        bridges = found(graph, one, actor=actor)
        assert {each.other.id for each in bridges} == {other, third}
        (reason,) = bridges[0].reasons
        assert (reason.kind, reason.id, reason.name, reason.known) == (
            Evidence.DECISION,
            decision,
            "De nieuwe kade",
            3,
        )
        assert reason.part == pytest.approx(WEIGHTS[Evidence.DECISION] / 3)


def test_the_day_a_decision_is_taken_it_joins_nobody_and_taken_back_it_joins_again(graph: Graph, given: Given) -> None:
    one, other = given.initiative(name="De Kavel"), given.initiative(name="Buurtmoes")
    decision = given.record(Kind.DECISION, waiting=[one, other])
    assert [each.other.id for each in found(graph, one)] == [other]
    assert len(graph.read(townwide.pairs, actor=SYSTEM)) == 1
    graph.write(
        acts.decide,
        actor=SYSTEM,
        decision_id=decision,
        version=1,
        decided_on=clock.today(),
        outcome="Het mag",
        reason="Het past",
    )
    assert found(graph, one) == []
    assert graph.read(townwide.pairs, actor=SYSTEM) == []
    graph.write(acts.reopen, actor=SYSTEM, decision_id=decision, version=2, because="Het was een vergissing")
    assert [each.other.id for each in found(graph, one)] == [other]


def test_a_draft_decision_joins_only_for_who_may_see_it(graph: Graph, given: Given) -> None:
    one, other = given.initiative(name="De Kavel"), given.initiative(name="Buurtmoes")
    given.record(Kind.DECISION, waiting=[one, other], visibility=Visibility.DRAFT)
    assert len(found(graph, one)) == 1
    assert found(graph, one, actor=VISITOR) == []


def test_different_goals_of_one_note_are_a_bridge_that_names_note_and_goals(graph: Graph, given: Given) -> None:
    note = given.note(name="Groenvisie")
    mine, theirs = given.goal(name="Meer bomen", notes=[note]), given.goal(name="Minder steen", notes=[note])
    one, other = given.initiative(name="De Kavel", goals=[mine]), given.initiative(name="Buurtmoes", goals=[theirs])
    (bridge,) = found(graph, one, actor=VISITOR)
    (reason,) = bridge.reasons
    assert (reason.kind, reason.ours_id, reason.id) == (Evidence.NOTE, mine, theirs)
    assert (reason.ours, reason.name) == ("Meer bomen", "Minder steen")
    assert reason.stands_for == (note, "Groenvisie")
    assert reason.part == pytest.approx(WEIGHTS[Evidence.NOTE] / (2 * (1 + 1)))
    between = graph.read(page.between, actor=SYSTEM, a=one, b=other)
    assert {each.goal for each in between.responsible} == {"Meer bomen", "Minder steen"}
    assert {each.note for each in between.responsible} == {"Groenvisie"}


def test_a_note_adds_nothing_to_a_shared_goal_or_to_goals_near_each_other(graph: Graph, given: Given) -> None:
    note = given.note()
    top = given.goal(notes=[note])
    under, apart = given.goal(notes=[note], parent=top), given.goal(notes=[note])
    one = given.initiative(name="De Kavel", goals=[top])
    near, same, far = (
        given.initiative(name="Buurtmoes", goals=[under]),
        given.initiative(name="Dakspant", goals=[top]),
        given.initiative(name="Zeewind", goals=[apart]),
    )
    kinds = {each.other.id: set(each.parts) for each in found(graph, one)}
    assert kinds == {near: {Evidence.NEAR_GOAL}, same: {Evidence.GOAL}, far: {Evidence.NOTE}}


def test_a_note_or_a_goal_that_is_a_draft_joins_nobody_for_a_visitor(graph: Graph, given: Given) -> None:
    draft = given.note(visibility=Visibility.DRAFT)
    one = given.initiative(name="De Kavel", goals=[given.goal(notes=[draft])])
    given.initiative(name="Buurtmoes", goals=[given.goal(notes=[draft])])
    note = given.note()
    given.initiative(name="Dakspant", goals=[given.goal(notes=[note], visibility=Visibility.DRAFT)])
    another = given.initiative(name="Zeewind", goals=[given.goal(notes=[note])])
    assert len(found(graph, one)) == 1
    assert len(found(graph, another)) == 1
    assert found(graph, one, actor=VISITOR) == []
    assert found(graph, another, actor=VISITOR) == []
