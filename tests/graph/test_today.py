"""The day of an employee."""

import datetime as dt

import pytest

from graph import clock, today
from graph.errors import NotAllowed
from graph.model import Kind, Status
from graph.rights import VISITOR, Actor, Role
from graph.store import Graph
from tests.given import Given

STAFF = Actor(name="Carla Fictie", account_id="account", roles=frozenset({Role.BRIDGE_BUILDER}))
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def test_a_visitor_has_no_day(graph: Graph) -> None:
    with pytest.raises(NotAllowed):
        graph.read(today.day, actor=VISITOR)


def test_decisions_wait_from_the_day_they_were_asked(graph: Graph, given: Given) -> None:
    waiting = given.initiative(name="Opfleuren")
    given.record(Kind.DECISION, name="Berm", asked_on=dt.date(2026, 8, 14), waiting=[waiting], decision_kind="question")
    given.record(Kind.DECISION, name="Dak", asked_on=dt.date(2026, 11, 1), waiting=[waiting])
    given.record(Kind.DECISION, asked_on=dt.date(2026, 1, 1), decided_on=dt.date(2026, 2, 1))
    with clock.at(NOON):
        page = graph.read(today.day, actor=STAFF)
        assert [(each.name, each.days_waited) for each in page.waiting] == [("Berm", 101), ("Dak", 22)]
        assert page.urgent == 1
    assert [each.name for each in page.waiting[0].waiting] == ["Opfleuren"]


def test_an_initiative_without_contact_names_who_works_there(graph: Graph, given: Given) -> None:
    official = given.person(name="Bram Bedacht", person_kind="official")
    goal = given.goal(account_holder=[official])
    area = given.area(account_holder=[official])
    shown = given.initiative(goals=[goal], areas=[area])
    given.initiative(contact=[official])
    given.initiative(status=Status.STOPPED)
    (found,) = graph.read(today.day, actor=STAFF).without_contact
    assert found.mention.id == shown
    assert found.candidate is not None
    assert (found.candidate.name, found.knows_area, found.knows_goal) == ("Bram Bedacht", True, True)


def test_a_status_is_doubted_when_the_permit_ended(graph: Graph, given: Given) -> None:
    shown = given.initiative(name="Plukroute", status=Status.STARTED)
    given.contribution(contribution_kind="permit", until=dt.date(2026, 9, 1), given_to=[shown])
    given.initiative(status=Status.RUNNING, status_confirmed_on=dt.date(2026, 11, 1))
    with clock.at(NOON):
        (doubt,) = graph.read(today.day, actor=STAFF).doubts
    assert (doubt.mention.name, doubt.permit_ended_on) == ("Plukroute", dt.date(2026, 9, 1))
