"""From the question to both sides to what came of it: who may do what, in which order, and what is remembered."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

import pytest

from graph import audit, clock, records
from graph.bridges import inbox, ledger, life, own, standing, suggestions
from graph.bridges.ledger import Selection
from graph.bridges.standing import Happened, State
from graph.errors import Conflict, Invalid, NotAllowed, NotFound
from graph.model import Visibility
from graph.rights import SYSTEM, Actor, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph, Transaction
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

    def do(self, act: Callable[..., standing.Bridge], actor: Actor = SYSTEM, **named: object) -> standing.Bridge:
        return self.graph.write(act, actor=actor, a=self.a, b=self.b, **named)

    def of(self, person: str) -> Actor:
        return Actor("Anna", account_id="x", person_id=person, roles=frozenset({Role.INITIATOR}))

    def accepted(self) -> standing.Bridge:
        self.do(life.ask, text=WISH)
        self.do(life.answer, side_id=self.a, yes=True)
        return self.do(life.answer, side_id=self.b, yes=True)

    def undo(self, actor: Actor = SYSTEM, because: str = "") -> standing.Bridge:
        """Take back the last step, as somebody does who sees it."""
        last = self.graph.read(standing.of, actor=SYSTEM, a=self.a, b=self.b)
        assert last is not None
        return self.do(life.undo, actor=actor, step_id=last.step_id, because=because)

    def answers(self) -> list[standing.Side]:
        return self.graph.read(standing.sides, actor=SYSTEM, a=self.a, b=self.b)

    def history(self) -> list[standing.Event]:
        return self.graph.read(standing.history, actor=SYSTEM, a=self.a, b=self.b)


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
    assert graph.read(standing.of, actor=SYSTEM, a=town.a, b=town.b) is None


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
    found = town.undo()
    assert (found.state, found.text) == (State.ACCEPTED, None)
    assert town.undo().state is State.ASKED
    assert [each.answer for each in town.answers()] == [Happened.YES, None]
    assert town.undo().state is State.SUGGESTED
    assert [each.answer for each in town.answers()] == [None, None]
    with pytest.raises(Conflict):
        town.do(life.undo, step_id=found.step_id)
    assert [each.what for each in town.history()] == [Happened.WISH]


@pytest.mark.parametrize("mistake", [life.known_already, partial(life.refuse, reason="Past niet")])
def test_an_answer_stays_when_a_step_that_did_not_follow_from_it_is_taken_back(
    town: Town, mistake: Callable[..., standing.Bridge]
) -> None:
    town.do(life.ask, text=WISH)
    town.do(life.answer, actor=town.of(town.anna), side_id=town.a, yes=True)
    before, told = town.answers(), town.history()
    town.do(mistake)
    assert town.undo().state is State.ASKED
    assert (town.answers(), town.history()) == (before, told)
    assert before[0].answer is Happened.YES
    assert town.do(life.answer, side_id=town.b, yes=True).state is State.ACCEPTED
    town.do(mistake)
    assert town.undo().state is State.ACCEPTED
    assert [each.answer for each in town.answers()] == [Happened.YES, Happened.YES]


def test_with_the_no_of_one_group_the_yes_of_the_other_is_not_taken_back(town: Town) -> None:
    town.do(life.ask, text=WISH)
    town.do(life.answer, actor=town.of(town.anna), side_id=town.a, yes=True)
    town.do(life.answer, side_id=town.b, yes=True)
    town.undo()
    town.do(life.answer, actor=town.of(town.bob), side_id=town.b, yes=False, text="Geen tijd")
    assert town.undo(because="Toch wel").state is State.ASKED
    assert [each.answer for each in town.answers()] == [Happened.YES, None]
    # Why they said no can still be read, beside why they were asked again.
    (no,) = [each for each in town.history() if each.what is Happened.NO]
    assert (no.about, no.text, no.taken_back) == ("Tuin aan Zee", "Geen tijd", True)


def test_who_said_yes_and_then_no_is_asked_again_when_the_no_is_taken_back(town: Town) -> None:
    town.do(life.ask, text=WISH)
    for yes in (True, False):
        town.do(life.answer, side_id=town.a, yes=yes, text="Toch niet")
    assert town.undo().state is State.ASKED
    assert [each.answer for each in town.answers()] == [None, None]
    assert {each.what for each in town.history()} == {Happened.STATE, Happened.WISH}


def test_what_both_want_is_put_in_other_words_until_they_were_introduced(town: Town) -> None:
    town.do(life.ask, text=WISH)
    found = town.do(life.reword, actor=town.of(town.anna), text="Samen bomen planten", seen=WISH, side_id=town.a)
    assert found.wish == "Samen bomen planten"
    with pytest.raises(NotAllowed):
        town.do(life.reword, actor=town.of(town.anna), text="Nee", seen=found.wish, side_id=town.b)
    with pytest.raises(Invalid):
        town.do(life.reword, text="  ", seen=found.wish)
    with pytest.raises(Conflict) as late:
        town.do(life.reword, text="Samen koken", seen=WISH)
    assert late.value.current["wish"] == "Samen bomen planten"
    for side in (town.a, town.b):
        town.do(life.answer, side_id=side, yes=True)
    town.do(life.step, state=State.INTRODUCED, text="")
    with pytest.raises(Conflict):
        town.do(life.reword, text="Toch anders", seen=found.wish)


def test_who_speaks_for_another_pair_does_not_put_it_in_other_words(given: Given, town: Town) -> None:
    town.do(life.ask, text=WISH)
    eve = given.person(name="Eve Elders")
    elsewhere = given.initiative(initiating_people=[eve])
    with pytest.raises(NotFound):
        town.do(life.reword, actor=town.of(eve), text="Gekaapt", seen=WISH, side_id=elsewhere)


def test_words_said_with_a_step_that_somebody_made_already_are_not_lost_in_silence(town: Town) -> None:
    carla = Actor(name="Carla", account_id="c", roles=frozenset({Role.BRIDGE_BUILDER}))
    town.do(life.ask, actor=carla, text=WISH)
    assert town.do(life.ask, actor=carla, text=WISH).state is State.ASKED
    for actor, text in ((carla, "Iets anders"), (SYSTEM, WISH)):
        with pytest.raises(Conflict):
            town.do(life.ask, actor=actor, text=text)
    town.do(life.refuse, actor=carla, reason="Past niet")
    assert town.do(life.refuse, actor=carla, reason="Past niet").text == "Past niet"
    for actor, text in ((carla, "Toch iets anders"), (SYSTEM, "Past niet")):
        with pytest.raises(Conflict):
            town.do(life.refuse, actor=actor, reason=text)


def test_nobody_takes_back_the_step_of_another_that_he_did_not_see(town: Town) -> None:
    asked = town.do(life.ask, text=WISH)
    town.do(life.refuse, reason="Past niet")
    with pytest.raises(Conflict):
        town.do(life.undo, step_id=asked.step_id)
    assert town.undo().state is State.ASKED


def test_the_own_no_of_a_group_is_taken_back_only_for_a_reason_that_stays(town: Town) -> None:
    town.do(life.ask, text=WISH)
    town.do(life.answer, actor=town.of(town.bob), side_id=town.b, yes=False, text="zij willen dit niet")
    with pytest.raises(Invalid):
        town.undo()
    assert town.undo(because="Zij belden: toch wel.").state is State.ASKED
    assert (town.history()[0].what, town.history()[0].text) == (Happened.REOPENED, "Zij belden: toch wel.")


def test_two_times_yes_waits_for_a_bridge_builder_at_once(town: Town, graph: Graph) -> None:
    town.accepted()
    (row,) = graph.read(inbox.to_do, actor=SYSTEM).rows
    assert (row.state, row.is_late) == (State.ACCEPTED, False)


def test_of_several_steps_those_that_can_be_made_are_made(town: Town, given: Given) -> None:
    gone = given.initiative()
    given.graph.write(records.remove, actor=SYSTEM, record_id=gone, version=1)
    pairs = [(town.a, gone), (town.a, town.b)]

    def all_of(tx: Transaction) -> int:
        steps = [partial(life.refuse, tx, actor=SYSTEM, a=a, b=b, reason="Past niet") for a, b in pairs]
        return life.as_many_as_can(steps)

    assert given.graph.write(all_of) == 1


def test_what_waits_too_long_is_late_until_somebody_is_reminded(town: Town, graph: Graph) -> None:
    town.do(life.ask, text=WISH)
    assert graph.read(inbox.to_do, actor=SYSTEM).rows == ()
    with clock.at(clock.now() + dt.timedelta(days=standing.TERMS[State.ASKED] + 1)):
        (late,) = graph.read(inbox.to_do, actor=SYSTEM).rows
        assert late.days == 15
        town.do(life.remind)
        assert graph.read(inbox.to_do, actor=SYSTEM).rows == ()
    assert town.history()[0].what is Happened.REMINDED
    town.do(life.known_already)
    with pytest.raises(Conflict):
        town.do(life.remind)


def test_the_bridge_that_waits_longest_is_not_pushed_out_by_newer_ones(
    town: Town, graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "MOST_UNDER_WAY", 1)
    town.do(life.ask, text=WISH)
    with clock.at(clock.now() + dt.timedelta(days=standing.TERMS[State.ASKED] + 1)):
        for name in ("Later", "Nog later"):
            newer = {"a": given.initiative(name=name), "b": given.initiative(name=f"{name} ook")}
            graph.write(life.ask, actor=SYSTEM, text=WISH, **newer)
        graph.write(life.refuse, actor=SYSTEM, **newer, reason="Nee")
        late = graph.read(inbox.to_do, actor=SYSTEM)
        assert [{each.first_id, each.second_id} for each in late.rows] == [{town.a, town.b}]
        assert late.is_cut
        found = graph.read(inbox.read, actor=SYSTEM)
        assert [each.state for each in found.under_way] == [State.REFUSED, State.ASKED]
        assert found.is_cut


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
    town.undo()
    (area,) = graph.read(ledger.read, actor=SYSTEM, selection=Selection()).by_area
    found = graph.read(ledger.read, actor=SYSTEM, selection=Selection(area=area.id, year=clock.today().year))
    assert found.total.bridges == 1
    assert [found.total.counts[state] for state in ledger.WAY] == [1, 1, 1, 0, 0, 0]
    assert [(line.name, line.bridges) for line in (*found.areas, *found.themes)] == [("Dorp", 1), ("Natuur", 1)]
    assert graph.read(ledger.read, actor=SYSTEM, selection=Selection(area="Elders")).entries == ()
    with pytest.raises(NotAllowed):
        graph.read(ledger.read, actor=town.of(town.anna), selection=Selection())


def test_each_choice_of_the_ledger_is_counted_with_the_other_filters(town: Town, graph: Graph) -> None:
    town.accepted()
    year = clock.today().year

    def found(**selection: object) -> ledger.Ledger:
        return graph.read(ledger.read, actor=SYSTEM, selection=Selection(**selection))  # type: ignore[arg-type]

    every = found()
    assert every.by_year == {year: 1}
    assert [(each.name, count) for each, count in every.by_area.items()] == [("Dorp", 1)]
    assert [(each.name, count) for each, count in every.by_theme.items()] == [("Natuur", 1)]
    assert (every.by_state[State.ACCEPTED], every.by_state[State.MET], every.is_cut) == (1, 0, False)
    assert found(state=State.ACCEPTED).total.bridges == 1
    met = found(state=State.MET, order=ledger.Order.NAME)
    assert (met.entries, met.by_area, met.by_state[State.ACCEPTED]) == ((), {}, 1)
    elsewhere = found(area="Elders")
    assert (elsewhere.by_area, elsewhere.by_theme) == (every.by_area, {})


def test_two_areas_of_the_same_name_stay_two_in_the_ledger(graph: Graph, given: Given) -> None:
    areas = given.area(name="Centrum"), given.area(name="Centrum")
    for area in areas:
        a, b = given.initiative(areas=[area]), given.initiative(areas=[area])
        graph.write(life.ask, actor=SYSTEM, a=a, b=b, text=WISH)
    found = graph.read(ledger.read, actor=SYSTEM, selection=Selection())
    assert [(line.name, line.bridges) for line in found.areas] == [("Centrum", 1), ("Centrum", 1)]
    assert {each.id: count for each, count in found.by_area.items()} == dict.fromkeys(areas, 1)
    for area in areas:
        (entry,) = graph.read(ledger.read, actor=SYSTEM, selection=Selection(area=area)).entries
        assert [each.id for each in entry.areas] == [area]
