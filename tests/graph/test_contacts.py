"""The one fixed contact person of an initiative: on which days there is one, everywhere alike, and how one begins."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import checks, clock, contacts, initiatives, missing, records, today
from graph.errors import Conflict
from graph.initiatives.listing import Selection
from graph.links import LinkField, Tie
from graph.model import Kind, Link, PersonKind
from graph.questions import Ask, Question, answers
from graph.rights import SYSTEM, Actor, Role

if TYPE_CHECKING:
    from neo4j import Transaction

    from graph.store import Graph
    from tests.given import Given

CONTACT = LinkField(Link.CONTACT_FOR, Kind.PERSON, outgoing=False)
LONG_AGO = dt.date(2024, 1, 1)
DAYS = dt.timedelta(days=30)
LATER = clock.today() + DAYS


class Town:
    """An initiative about a theme that an alderman answers for, and the official who would be proposed for it."""

    def __init__(self, graph: Graph, given: Given, *people: Tie) -> None:
        """`people` are its contact persons."""
        self.graph = graph
        self.official = given.person(name="Bram", person_kind=PersonKind.OFFICIAL)
        alderman = given.person(name="Els", person_kind=PersonKind.ALDERMAN)
        holds = {"account_holder": [Tie(self.official, since=LONG_AGO)], "holder": [Tie(alderman, since=LONG_AGO)]}
        self.theme = given.theme(**holds)
        self.initiative = given.initiative(name="De Kavel", themes=[self.theme], contact=people)
        self.reader = Actor("Els", account_id="els", person_id=alderman, roles=frozenset({Role.BRIDGE_BUILDER}))

    def said(self) -> dict[str, bool]:
        """Where is told that nobody is the contact person."""
        day = self.graph.read(today.day, actor=self.reader)
        assert day.portfolio is not None
        lists = {"selection": Selection(without_contact=True), "skip": 0, "limit": 9}
        question = Question(Ask.WITHOUT_CONTACT, theme=self.theme)
        lacks = self.graph.read(missing.question, actor=self.reader)
        return {
            "page": self.contact is None,
            "day": [each.mention.id for each in day.without_contact] == [self.initiative],
            "portfolio": [each.mention.id for each in day.portfolio.without_contact] == [self.initiative],
            "list": [each.id for each in self.graph.read(initiatives.listing, actor=SYSTEM, **lists).rows] != [],
            "question": self.graph.read(answers, actor=self.reader, question=question).rows != (),
            "proposal": self.graph.read(contacts.proposed, actor=SYSTEM, initiative_ids=[self.initiative]) != {},
            "missing": lacks is not None and lacks.field == "contact",
        }

    @property
    def contact(self) -> str | None:
        """Who the page says it is."""
        found = self.graph.read(initiatives.page, actor=SYSTEM, initiative_id=self.initiative).facts.contact
        return found.official.id if found else None

    def assign(self, person_id: str) -> None:
        self.graph.write(contacts.assign, actor=SYSTEM, initiative_id=self.initiative, person_id=person_id)

    def choose(self, person_id: str) -> None:
        """As the form does."""
        version = self.graph.read(records.read, actor=SYSTEM, record_id=self.initiative).version
        named = {"actor": SYSTEM, "record_id": self.initiative, "version": version, "properties": {}}
        self.graph.write(records.change, **named, ties={CONTACT: [Tie(person_id)]})


def test_who_stops_later_is_the_contact_person_until_that_day(graph: Graph, given: Given) -> None:
    town = Town(graph, given, Tie(given.person(name="Ans"), since=LONG_AGO, until=LATER))
    assert set(town.said().values()) == {False}
    with clock.at(clock.now() + DAYS):
        assert set(town.said().values()) == {True}
        day = graph.read(today.day, actor=town.reader)
        assert day.portfolio is not None
        assert {each.since for each in (*day.without_contact, *day.portfolio.without_contact)} == {LATER}


def test_who_left_is_not_the_contact_person_any_more_while_the_link_lasts(graph: Graph, given: Given) -> None:
    """As an import can bring it: a person with a last day, and a task without one."""
    town = Town(graph, given, Tie(given.person(name="Ans", until=LATER), since=LONG_AGO))
    assert set(town.said().values()) == {False}
    with clock.at(clock.now() + DAYS):
        assert set(town.said().values()) == {True}
        day = graph.read(today.day, actor=town.reader)
        assert day.portfolio is not None
        assert {each.since for each in (*day.without_contact, *day.portfolio.without_contact)} == {LATER}
        facts = graph.read(initiatives.page, actor=SYSTEM, initiative_id=town.initiative).facts
        assert facts.last_contact_until == LATER
        town.assign(town.official)
        assert town.contact == town.official


def test_the_day_since_when_nobody_is_it_lies_in_the_past(graph: Graph, given: Given) -> None:
    stopped, coming = given.person(), given.person()
    periods = Tie(stopped, since=LONG_AGO, until=dt.date(2025, 1, 1)), Tie(coming, since=LATER, until=LATER + DAYS)
    town = Town(graph, given, *periods)
    day = graph.read(today.day, actor=town.reader)
    assert day.portfolio is not None
    assert {each.since for each in (*day.without_contact, *day.portfolio.without_contact)} == {dt.date(2025, 1, 1)}


def test_who_begins_later_is_not_the_contact_person_yet(graph: Graph, given: Given) -> None:
    town = Town(graph, given, Tie(given.person(name="Ans"), since=LATER))
    assert {name for name, told in town.said().items() if not told} == {"missing"}
    with clock.at(clock.now() + DAYS):
        assert set(town.said().values()) == {False}


def test_somebody_can_be_it_until_another_begins(graph: Graph, given: Given) -> None:
    ans = given.person(name="Ans")
    town = Town(graph, given, Tie(ans, since=LATER))
    with pytest.raises(Conflict):
        town.assign(ans)
    town.assign(town.official)
    assert town.contact == town.official
    with clock.at(clock.now() + DAYS):
        assert town.contact == ans
    assert graph.read(lambda tx: [broken for check in checks.CHECKS for broken in checks.run(tx, check)]) == []


def test_nobody_is_made_contact_person_beside_who_stops_later(graph: Graph, given: Given, tx: Transaction) -> None:
    ans = given.person(name="Ans")
    town = Town(graph, given, Tie(ans, since=LONG_AGO, until=LATER))
    with pytest.raises(Conflict):
        town.assign(town.official)
    town.assign(ans)
    assert _periods(tx) == {(ans, LONG_AGO, LATER)}


def test_who_would_stop_later_stops_when_a_form_names_another(graph: Graph, given: Given, tx: Transaction) -> None:
    ans, today_ = given.person(name="Ans"), clock.today()
    stopped = Tie(given.person(), since=LONG_AGO, until=dt.date(2025, 1, 1))
    town = Town(graph, given, stopped, Tie(ans, since=dt.date(2025, 1, 1), until=LATER))
    town.choose(town.official)
    assert _periods(tx) == {
        (stopped.other_id, LONG_AGO, dt.date(2025, 1, 1)),
        (ans, dt.date(2025, 1, 1), today_),
        (town.official, today_, None),
    }
    assert town.contact == town.official


def test_who_would_stop_later_can_be_chosen_to_go_on(graph: Graph, given: Given, tx: Transaction) -> None:
    ans, today_ = given.person(name="Ans"), clock.today()
    town = Town(graph, given, Tie(ans, since=LONG_AGO, until=LATER))
    town.choose(ans)
    assert _periods(tx) == {(ans, LONG_AGO, today_), (ans, today_, None)}


def _periods(tx: Transaction) -> set[tuple[str, dt.date, dt.date | None]]:
    """Who was, is or is to be a contact person, from when and until when."""
    found = tx.run(
        "MATCH (person:Person)-[link:CONTACT_FOR]->() RETURN person.id AS id, link.since AS since, link.until AS until"
    )
    return {
        (each["id"], each["since"].to_native(), each["until"].to_native() if each["until"] else None) for each in found
    }
