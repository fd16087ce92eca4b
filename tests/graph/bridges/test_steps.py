"""From the question to both sides to what came of it: who may do what, in which order, and what is remembered."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import audit, clock
from graph.bridges import inbox, ledger, life, own, suggestions
from graph.bridges.ledger import Selection
from graph.bridges.life import Happened, State
from graph.errors import Conflict, Invalid, NotAllowed, NotFound
from graph.model import Visibility
from graph.rights import SYSTEM, Actor, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph
    from tests.given import Given

WISH = "Wij willen allebei meer bomen in de straat."


class Town:
    """Two initiatives that share a goal, each with somebody who undertakes it."""

    def __init__(self, graph: Graph, given: Given) -> None:
        self.graph = graph
        self.anna, self.bob = (given.person(name=name) for name in ("Anna Voorbeeld", "Bob Verzonnen"))
        goal, area, theme = given.goal(name="Meer groen"), given.area(name="Dorp"), given.theme(name="Natuur")
        self.a = given.initiative(
            name="De Kavel", goals=[goal], initiating_people=[self.anna], areas=[area], themes=[theme]
        )
        self.b = given.initiative(name="Tuin aan Zee", goals=[goal], initiating_people=[self.bob])

    def do(self, act: Callable[..., life.Bridge], actor: Actor = SYSTEM, **named: object) -> life.Bridge:
        return self.graph.write(act, actor=actor, a=self.a, b=self.b, **named)

    def of(self, person: str) -> Actor:
        return Actor("Anna", account_id="x", person_id=person, roles=frozenset({Role.INITIATOR}))

    def accepted(self) -> life.Bridge:
        self.do(life.ask, text=WISH)
        self.do(life.answer, side_id=self.a, yes=True)
        return self.do(life.answer, side_id=self.b, yes=True)

    def history(self) -> list[life.Event]:
        return self.graph.read(life.history, actor=SYSTEM, a=self.a, b=self.b)


@pytest.fixture
def town(graph: Graph, given: Given) -> Town:
    return Town(graph, given)


def test_both_are_asked_first_and_two_times_yes_is_accepted(town: Town) -> None:
    town.do(life.ask, text=WISH)
    assert town.do(life.answer, actor=town.of(town.anna), side_id=town.a, yes=True).state is State.ASKED
    found = town.do(life.answer, actor=town.of(town.bob), side_id=town.b, yes=True)
    assert (found.state, found.wish) == (State.ACCEPTED, WISH)
    assert [(each.what, each.about) for each in town.history()] == [
        (Happened.STATE, None),
        (Happened.YES, "Tuin aan Zee"),
        (Happened.YES, "De Kavel"),
        (Happened.WISH, None),
        (Happened.STATE, None),
    ]


def test_one_no_ends_it_and_the_pair_is_never_suggested_again(town: Town, graph: Graph) -> None:
    town.do(life.ask, text=WISH)
    found = town.do(life.answer, side_id=town.b, yes=False, text="Geen tijd")
    assert found.state is State.REFUSED
    assert graph.read(suggestions.for_initiative, actor=SYSTEM, initiative_id=town.a) == []
    with pytest.raises(Conflict):
        town.do(life.answer, side_id=town.a, yes=True)


def test_nobody_answers_for_another_initiative(town: Town, given: Given) -> None:
    town.do(life.ask, text=WISH)
    with pytest.raises(NotAllowed):
        town.do(life.answer, actor=town.of(town.anna), side_id=town.b, yes=True)
    with pytest.raises(NotAllowed):
        town.do(life.answer, actor=Actor("x"), side_id=town.a, yes=True)
    with pytest.raises(NotFound):
        town.do(life.answer, side_id=given.initiative(), yes=True)
    with pytest.raises(NotAllowed):
        town.do(life.step, actor=town.of(town.anna), state=State.INTRODUCED, text="")


def test_who_was_not_asked_makes_no_bridge_by_answering(graph: Graph, town: Town) -> None:
    with pytest.raises(NotFound):
        town.do(life.answer, actor=town.of(town.anna), side_id=town.a, yes=True)
    assert graph.read(life.standing, actor=SYSTEM, a=town.a, b=town.b) is None


def test_from_accepted_to_a_result_each_step_in_its_order(town: Town, graph: Graph) -> None:
    bridge = town.accepted()
    with pytest.raises(Conflict):
        town.do(life.step, state=State.MET, text="")
    for state in (State.INTRODUCED, State.MET, State.WORKING_TOGETHER):
        assert town.do(life.step, state=state, text="").state is state
    with pytest.raises(Invalid):
        town.do(life.step, state=State.RESULT, text=" ")
    assert town.do(life.step, state=State.RESULT, text="Samen twintig bomen").text == "Samen twintig bomen"
    lines = graph.read(audit.for_record, actor=SYSTEM, record_id=bridge.id)
    assert ("state", "working_together", "result") in [(line.field, line.old, line.new) for line in lines]
    with pytest.raises(Conflict):
        town.do(life.step, state=State.STOPPED, text="Nee")


def test_a_step_is_taken_back_to_the_one_before(town: Town) -> None:
    town.accepted()
    town.do(life.step, state=State.INTRODUCED, text="Op de markt")
    found = town.do(life.undo)
    assert (found.state, found.text) == (State.ACCEPTED, None)
    assert town.do(life.undo).state is State.ASKED
    answers = [each.answer for each in town.graph.read(life.sides, actor=SYSTEM, a=town.a, b=town.b)]
    assert answers == [None, None]
    assert town.do(life.undo).state is State.SUGGESTED
    assert town.do(life.undo).state is State.SUGGESTED
    assert [each.what for each in town.history()] == [Happened.WISH]


def test_what_both_want_is_put_in_other_words_until_they_were_introduced(town: Town) -> None:
    town.do(life.ask, text=WISH)
    found = town.do(life.reword, actor=town.of(town.anna), text="Samen bomen planten", side_id=town.a)
    assert found.wish == "Samen bomen planten"
    with pytest.raises(NotAllowed):
        town.do(life.reword, actor=town.of(town.anna), text="Nee", side_id=town.b)
    with pytest.raises(Invalid):
        town.do(life.reword, text="  ")
    for side in (town.a, town.b):
        town.do(life.answer, side_id=side, yes=True)
    town.do(life.step, state=State.INTRODUCED, text="")
    with pytest.raises(Conflict):
        town.do(life.reword, text="Toch anders")


def test_what_waits_too_long_is_late_until_somebody_is_reminded(town: Town, graph: Graph) -> None:
    town.do(life.ask, text=WISH)
    assert graph.read(inbox.late, actor=SYSTEM) == ()
    with clock.at(clock.now() + dt.timedelta(days=life.TERMS[State.ASKED] + 1)):
        (late,) = graph.read(inbox.late, actor=SYSTEM)
        assert (late.days, late.areas) == (15, ("Dorp",))
        town.do(life.remind)
        assert graph.read(inbox.late, actor=SYSTEM) == ()
    assert town.history()[0].what is Happened.REMINDED
    town.do(life.known_already)
    with pytest.raises(Conflict):
        town.do(life.remind)


def test_who_undertakes_it_sees_the_question_and_not_who_said_no(town: Town, graph: Graph) -> None:
    assert graph.read(own.asked, actor=town.of(town.anna)) == []
    town.do(life.ask, text=WISH)
    (asked,) = graph.read(own.asked, actor=town.of(town.anna))
    assert (asked.bridge.other, asked.bridge.wish, asked.bridge.is_open) == ("Tuin aan Zee", WISH, True)
    assert [reason.name for reason in asked.reasons] == ["Meer groen"]
    town.do(life.answer, side_id=town.b, yes=False, text="Liever niet")
    assert graph.read(own.asked, actor=town.of(town.anna)) == []


def test_a_draft_of_another_is_not_shown_to_who_undertakes_one(town: Town, graph: Graph, given: Given) -> None:
    goal = given.goal()
    mine = given.initiative(goals=[goal], initiating_people=[town.anna])
    draft = given.initiative(goals=[goal], visibility=Visibility.DRAFT)
    graph.write(life.ask, actor=SYSTEM, a=mine, b=draft, text=WISH)
    assert graph.read(own.bridges, actor=town.of(town.anna)) == []


def test_the_ledger_counts_what_was_reached_and_not_what_was_taken_back(town: Town, graph: Graph) -> None:
    empty = graph.read(ledger.read, actor=SYSTEM, selection=Selection())
    assert (empty.total.bridges, empty.years, empty.entries) == (0, (), ())
    town.accepted()
    town.do(life.step, state=State.INTRODUCED, text="")
    town.do(life.step, state=State.MET, text="")
    town.do(life.undo)
    found = graph.read(ledger.read, actor=SYSTEM, selection=Selection(area="Dorp", year=clock.today().year))
    assert found.total.bridges == 1
    assert [found.total.counts[state] for state in ledger.WAY] == [1, 1, 1, 0, 0, 0]
    assert [(line.name, line.bridges) for line in (*found.areas, *found.themes)] == [("Dorp", 1), ("Natuur", 1)]
    assert graph.read(ledger.read, actor=SYSTEM, selection=Selection(area="Elders")).entries == ()
    with pytest.raises(NotAllowed):
        graph.read(ledger.read, actor=town.of(town.anna), selection=Selection())
