"""Requirements: the question why with its clock, who may ask and answer, and what stands out in the list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import audit, clock, requirements
from graph.errors import Invalid, NotAllowed
from graph.links import Tie
from graph.model import Kind, RequirementState, Visibility
from graph.requirements import Lack, Order, Selection
from graph.rights import SYSTEM, VISITOR, Actor, Role

if TYPE_CHECKING:
    from neo4j import Transaction

    from tests.given import Given

STAFF = Actor(name="staff", account_id="a", roles=frozenset({Role.BRIDGE_BUILDER}))


def initiator(person_id: str) -> Actor:
    return Actor(name="Anna", account_id="i", person_id=person_id, roles=frozenset({Role.INITIATOR}))


def test_the_clock_runs_from_the_question_to_the_answer(tx: Transaction, given: Given) -> None:
    anna = given.person()
    mine = given.initiative(initiating_people=[anna])
    required = given.record(Kind.REQUIREMENT, must_meet=[Tie(mine, since=dt.date(2026, 10, 1))])
    named = {"initiative_id": mine, "requirement_id": required}
    with clock.at(dt.datetime(2026, 10, 12, 12, tzinfo=dt.UTC)):
        requirements.ask(tx, actor=initiator(anna), **named, question="Kan het ook voor twee jaar?")
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        requirements.ask(tx, actor=initiator(anna), **named, question="Nog eens")
        (waits,) = requirements.of_initiative(tx, actor=initiator(anna), initiative_id=mine)
        assert (waits.is_waiting, waits.days, waits.question) == (True, 42, "Kan het ook voor twee jaar?")
        assert not waits.may_ask
        assert [each.days for each in requirements.waiting(tx, actor=STAFF)] == [42]
        requirements.answer(tx, actor=STAFF, **named, text="Ja, dat mag.")
        (done,) = requirements.of_initiative(tx, actor=initiator(anna), initiative_id=mine)
        assert (done.is_waiting, done.days, done.answer, done.may_ask) == (False, 42, "Ja, dat mag.", True)
    lines = [each.action for each in audit.for_record(tx, actor=STAFF, record_id=mine)]
    assert {"question", "answer"} <= set(lines)


def test_only_the_own_initiative_can_be_asked_about(tx: Transaction, given: Given) -> None:
    theirs = given.initiative()
    required = given.record(Kind.REQUIREMENT, must_meet=[theirs])
    for actor in (initiator(given.person()), VISITOR, STAFF):
        with pytest.raises(NotAllowed):
            requirements.ask(tx, actor=actor, initiative_id=theirs, requirement_id=required)
    with pytest.raises(NotAllowed):
        requirements.answer(
            tx, actor=initiator(given.person()), initiative_id=theirs, requirement_id=required, text="x"
        )
    with pytest.raises(Invalid):
        requirements.answer(tx, actor=STAFF, initiative_id=theirs, requirement_id=required, text="Niets gevraagd")


def test_the_public_sees_the_wait_and_not_the_words(tx: Transaction, given: Given) -> None:
    mine = given.initiative()
    asked = {"questioned_on": dt.date(2026, 10, 1), "question": "Waarom?", "answer": "Daarom"}
    given.record(Kind.REQUIREMENT, must_meet=[Tie(mine, asked)])
    (seen,) = requirements.of_initiative(tx, actor=VISITOR, initiative_id=mine)
    assert seen.is_waiting
    assert (seen.question, seen.answer, seen.own) == (None, None, False)


def test_a_draft_requirement_is_for_staff_only(tx: Transaction, given: Given) -> None:
    mine = given.initiative()
    given.record(Kind.REQUIREMENT, must_meet=[mine], visibility=Visibility.DRAFT)
    assert requirements.of_initiative(tx, actor=VISITOR, initiative_id=mine) == ()
    assert len(requirements.of_initiative(tx, actor=SYSTEM, initiative_id=mine)) == 1


def test_staff_mark_a_requirement_as_met_or_dropped(tx: Transaction, given: Given) -> None:
    mine = given.initiative()
    required = given.record(Kind.REQUIREMENT, must_meet=[mine])
    named = {"initiative_id": mine, "requirement_id": required}
    requirements.mark(tx, actor=STAFF, **named, state=RequirementState.MET)
    assert requirements.page(tx, actor=STAFF, requirement_id=required).met == 1
    with pytest.raises(NotAllowed):
        requirements.mark(tx, actor=VISITOR, **named, state=RequirementState.OPEN)


def test_the_list_counts_hits_and_names_what_is_lacking(tx: Transaction, given: Given) -> None:
    first, second = given.initiative(), given.initiative()
    dropped = {"requirement_state": RequirementState.DROPPED}
    given.record(Kind.REQUIREMENT, name="A", legally_required=True, help_offered="Wij helpen", must_meet=[first])
    given.record(Kind.REQUIREMENT, name="B", why="Omdat", help_offered="Wij ook", must_meet=[first, second])
    given.record(Kind.REQUIREMENT, name="C", why="Omdat", must_meet=[first, Tie(second, dropped)])
    found = requirements.listing(tx, actor=VISITOR, selection=Selection(), skip=0, limit=2)
    assert [(each.name, each.initiatives) for each in found.rows] == [("B", 2), ("A", 1)]
    assert found.total == 3
    assert {each.value: each.requirements for each in found.choices_of("lack")} == {
        Lack.BASIS: 1,
        Lack.WHY: 1,
        Lack.HELP: 1,
        Lack.ANSWER: 0,
    }
    legal = Selection(legal=True, lack=Lack.BASIS, order=Order.NAME)
    assert [each.name for each in requirements.listing(tx, actor=VISITOR, selection=legal, skip=0, limit=9).rows] == [
        "A"
    ]
