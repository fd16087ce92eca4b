"""Taking back one recorded answer takes back only that: the question, and what a group said itself, holds."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

import pytest

from graph import audit, clock
from graph.bridges import inbox, lessons, life, standing
from graph.bridges.standing import Because, Happened, State
from graph.errors import Conflict, NotAllowed
from graph.rights import SYSTEM, Actor, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph
    from tests.given import Given

Made = TypeVar("Made", bound=standing.Bridge)
CARLA = Actor(name="Carla", account_id="c", roles=frozenset({Role.BRIDGE_BUILDER}))
BRAM = Actor(name="Bram", account_id="b", roles=frozenset({Role.BRIDGE_BUILDER}))


class Town:
    """Two initiatives that Carla asked ten days ago; Anna undertakes the one, Bob the other."""

    def __init__(self, graph: Graph, given: Given) -> None:
        self.graph = graph
        people = {name: given.person(name=name) for name in ("Anna", "Bob")}
        goal = given.goal()
        self.a, self.b = (given.initiative(goals=[goal], initiating_people=[each]) for each in people.values())
        self.anna, self.bob = (
            Actor(name=name, account_id=name, person_id=each, roles=frozenset({Role.INITIATOR}))
            for name, each in people.items()
        )
        with clock.at(clock.now() - dt.timedelta(days=10)):
            self.asked = self.do(life.ask, CARLA, text="Samen bomen planten")

    def do(self, act: Callable[..., Made], actor: Actor, **named: object) -> Made:
        return self.graph.write(act, actor=actor, a=self.a, b=self.b, **named)

    def says(self, actor: Actor, side_id: str, *, yes: bool = True, because: Because = Because.TOPIC) -> life.Answered:
        text = "" if yes else "Past niet"
        return self.do(life.answer, actor, side_id=side_id, yes=yes, text=text, because=because)

    def answers(self) -> list[tuple[Happened | None, str | None]]:
        sides = self.graph.read(standing.sides, actor=SYSTEM, a=self.a, b=self.b)
        return [(each.answer, each.answered_by) for each in sides]

    def history(self) -> list[standing.Event]:
        return self.graph.read(standing.history, actor=SYSTEM, a=self.a, b=self.b)

    def builder(self) -> str | None:
        (row,) = self.graph.read(inbox.read, actor=SYSTEM).under_way
        return row.builder


@pytest.fixture
def town(graph: Graph, given: Given) -> Town:
    return Town(graph, given)


def test_a_yes_at_the_wrong_group_is_taken_back_and_the_question_stays(town: Town, graph: Graph) -> None:
    said = town.says(BRAM, town.b)
    back = town.do(life.unanswer, BRAM, line_id=said.line_id)
    assert (back.state, back.step_id, back.since, back.by) == (
        State.ASKED,
        town.asked.step_id,
        town.asked.since,
        "Carla",
    )
    assert town.answers() == [(None, None), (None, None)]
    assert {each.what for each in town.history()} == {Happened.WISH, Happened.STATE}
    lines = graph.read(audit.for_record, actor=SYSTEM, record_id=back.id)
    assert {(line.old, line.new) for line in lines if line.field == "answer"} == {(None, "yes"), ("yes", None)}
    assert town.says(BRAM, town.a).state is State.ASKED
    with pytest.raises(Conflict):
        town.do(life.unanswer, BRAM, line_id=said.line_id)


def test_what_a_group_said_itself_stays_when_the_yes_of_the_other_is_taken_back(town: Town, graph: Graph) -> None:
    town.says(town.anna, town.a)
    said = town.says(BRAM, town.b)
    assert (said.state, {each.yes for each in graph.read(lessons.lessons, actor=SYSTEM)}) == (State.ACCEPTED, {1})
    back = town.do(life.unanswer, BRAM, line_id=said.line_id)
    assert (back.state, back.since) == (State.ASKED, town.asked.since)
    assert town.answers() == [(Happened.YES, "Anna"), (None, None)]
    assert graph.read(lessons.lessons, actor=SYSTEM) == []
    lines = graph.read(audit.for_record, actor=SYSTEM, record_id=back.id)
    assert ("state", "accepted", "asked") in [(line.field, line.old, line.new) for line in lines]
    assert town.says(town.bob, town.b).state is State.ACCEPTED


def test_the_wrong_yes_is_taken_back_also_when_the_other_group_said_yes_since(town: Town) -> None:
    said = town.says(BRAM, town.a)
    town.says(town.bob, town.b)
    assert town.do(life.unanswer, BRAM, line_id=said.line_id).state is State.ASKED
    assert town.answers() == [(None, None), (Happened.YES, "Bob")]


def test_a_recorded_no_is_taken_back_and_what_was_said_before_holds(town: Town, graph: Graph) -> None:
    town.says(town.anna, town.a)
    with clock.at(clock.now() + dt.timedelta(days=1)):
        town.do(life.remind, CARLA)
    said = town.says(BRAM, town.a, yes=False)
    assert (said.state, {each.no for each in graph.read(lessons.lessons, actor=SYSTEM)}) == (State.REFUSED, {1})
    back = town.do(life.unanswer, BRAM, line_id=said.line_id)
    assert (back.state, back.text) == (State.ASKED, None)
    assert back.reminded_at is not None
    assert town.answers() == [(Happened.YES, "Anna"), (None, None)]
    assert graph.read(lessons.lessons, actor=SYSTEM) == []


def test_nobody_takes_back_what_a_group_said_itself_or_what_went_further(town: Town) -> None:
    own = town.says(town.anna, town.a)
    said = town.says(BRAM, town.b)
    for line_id in (own.line_id, "x"):
        with pytest.raises(Conflict):
            town.do(life.unanswer, BRAM, line_id=line_id)
    with pytest.raises(NotAllowed):
        town.do(life.unanswer, town.bob, line_id=said.line_id)
    town.do(life.step, CARLA, state=State.INTRODUCED, text="")
    with pytest.raises(Conflict):
        town.do(life.unanswer, BRAM, line_id=said.line_id)


def test_a_no_that_a_colleague_recorded_is_taken_back_only_with_a_reason(town: Town) -> None:
    said = town.says(BRAM, town.b, yes=False)
    with pytest.raises(Conflict):
        town.do(life.unanswer, CARLA, line_id=said.line_id)
    assert town.do(life.undo, CARLA, step_id=said.step_id, because="Zij belden.").state is State.ASKED
    # It can be read again, and is not there to be taken back once more.
    assert Happened.NO in [each.what for each in town.history()]
    town.do(life.refuse, BRAM, reason="Toch niet")
    with pytest.raises(Conflict):
        town.do(life.unanswer, BRAM, line_id=said.line_id)


def test_who_says_the_same_again_records_nothing(town: Town) -> None:
    town.says(town.anna, town.a)
    assert town.says(BRAM, town.a).line_id is None


def test_a_bridge_stays_with_who_asked_when_the_groups_answer_themselves(town: Town) -> None:
    assert town.builder() == "Carla"
    town.says(town.anna, town.a)
    town.says(town.bob, town.b)
    assert town.builder() == "Carla"
    town.do(life.step, BRAM, state=State.INTRODUCED, text="")
    assert town.builder() == "Bram"


def test_an_own_no_leaves_it_with_who_asked_and_a_recorded_one_with_who_recorded_it(town: Town) -> None:
    own = town.says(town.bob, town.b, yes=False)
    assert town.builder() == "Carla"
    town.do(life.undo, CARLA, step_id=own.step_id, because="Zij belden.")
    town.says(BRAM, town.b, yes=False)
    assert town.builder() == "Bram"
