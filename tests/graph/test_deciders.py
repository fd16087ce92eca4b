"""Who takes a decision: what somebody of a team or body decides is told as theirs, everywhere alike."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import clock, links, timeline, today
from graph.decisions import acts, listing, medians
from graph.decisions.listing import Selection, State
from graph.links import LinkField, Tie
from graph.model import DecisionKind, Kind, Link
from graph.questions import Ask, Question, answers
from graph.rights import SYSTEM, VISITOR, Actor, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Graph
    from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
ASKED = dt.date(2026, 8, 14)
STAFF = Actor(name="Carla Fictie", account_id="account", roles=frozenset({Role.BRIDGE_BUILDER}))


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.at(NOON):
        yield


def member(graph: Graph, given: Given, body: str) -> str:
    """Somebody who has a seat in `body`."""
    found = given.person(person_kind="alderman")
    seat = {LinkField(Link.WORKS_FOR, Kind.BODY): [Tie(body, since=dt.date(2024, 1, 1))]}
    graph.write(links.replace, actor=SYSTEM, record_id=found, kind=Kind.PERSON, ties=seat)
    return found


def choice(given: Given, *people: str, waiting: str) -> str:
    return given.record(
        Kind.DECISION,
        decision_kind=DecisionKind.POLITICAL,
        asked_on=ASKED,
        waiting=[Tie(waiting, since=ASKED)],
        decided_by_person=[Tie(each, since=ASKED) for each in people],
    )


def test_what_somebody_of_a_body_decides_is_counted_listed_and_told_as_of_that_body(graph: Graph, given: Given) -> None:
    college = given.record(Kind.BODY, name="College")
    shown = given.initiative(name="Plein")
    decision = choice(given, member(graph, given, college), waiting=shown)
    selection = Selection(kind=DecisionKind.POLITICAL, by=college)

    found = graph.read(listing.listing, actor=SYSTEM, selection=selection, skip=0, limit=25)
    assert [(each.name, each.decisions) for each in found.choices_of("by")] == [("College", 1)]
    assert (found.total, [each.id for each in found.rows]) == (1, [decision])
    (entry,) = graph.read(timeline.of_initiative, actor=VISITOR, initiative_id=shown)
    assert isinstance(entry, timeline.Decision)
    (waiting,) = graph.read(today.day, actor=STAFF).waiting
    for each in (found.rows[0], entry, waiting):
        assert [team.name for team in each.deciders] == ["College"]

    asked = graph.read(answers, actor=STAFF, question=Question(Ask.WAITING, number=56, team=college))
    assert [[each.name for each in row.through][1:] for row in asked.rows] == [["College"]]


def test_a_body_of_which_several_decide_is_named_once(graph: Graph, given: Given) -> None:
    college = given.record(Kind.BODY, name="College")
    shown = given.initiative()
    choice(given, member(graph, given, college), member(graph, given, college), waiting=shown)
    (entry,) = graph.read(timeline.of_initiative, actor=VISITOR, initiative_id=shown)
    assert isinstance(entry, timeline.Decision)
    (waiting,) = graph.read(today.day, actor=STAFF).waiting
    assert [team.name for team in entry.deciders] == [team.name for team in waiting.deciders] == ["College"]


def test_what_was_decided_stays_with_the_body_of_that_day(graph: Graph, given: Given) -> None:
    college = given.record(Kind.BODY, name="College")
    alderman, shown = member(graph, given, college), given.initiative()
    decision = choice(given, alderman, waiting=shown)
    on = dt.date(2026, 10, 1)
    graph.write(
        acts.decide, actor=SYSTEM, decision_id=decision, version=1, decided_on=on, outcome="Ja", reason="Het past."
    )
    gone = {LinkField(Link.WORKS_FOR, Kind.BODY): []}
    graph.write(links.replace, actor=SYSTEM, record_id=alderman, kind=Kind.PERSON, ties=gone)
    selection = Selection(kind=DecisionKind.POLITICAL, state=State.DECIDED, by=college)
    found = graph.read(listing.listing, actor=SYSTEM, selection=selection, skip=0, limit=25)
    assert (found.total, [each.id for each in found.rows]) == (1, [decision])
    (entry,) = graph.read(timeline.of_initiative, actor=VISITOR, initiative_id=shown)
    assert isinstance(entry, timeline.Decision)
    assert [team.name for team in entry.deciders] == ["College"]
    (median,) = graph.read(medians.medians, actor=VISITOR).of(DecisionKind.POLITICAL)
    assert (median.name, median.decisions) == ("College", 1)
