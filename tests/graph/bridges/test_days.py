"""A task with a planned last day counts until that day, and one that begins later does not count yet."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import clock, likely
from graph.bridges import inbox, meeting, page
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from neo4j import Transaction

    from graph.store import Graph
    from tests.given import Given

PLAN = """
MATCH (:Record {id: $one})-[link]-(:Record {id: $other})
SET link.since = $since, link.until = $until
"""
# The first day and the day from which it no longer holds, in days from today, and whether it holds today.
WHEN = pytest.mark.parametrize(
    ("since", "until", "holds"),
    [(None, 30, True), (30, None, False), (-30, 30, True), (0, None, True), (-30, 0, False)],
)


class Town:
    """Two initiatives with one contact person, a third and a club at the same goal."""

    def __init__(self, graph: Graph, given: Given, tx: Transaction) -> None:
        self.graph, self.tx = graph, tx
        self.team = given.department(name="Team Groen")
        self.ans = given.person(name="Ans", person_kind="official", works_for=[self.team])
        self.club = given.organisation(name="Imkers")
        self.goal = given.goal(name="Meer bijen", interested=[self.club])
        self.a, self.b = (
            given.initiative(name=name, goals=[self.goal], contact=[self.ans]) for name in ("Tuin", "Kas")
        )
        self.c = given.initiative(name="Berm", goals=[self.goal])

    def plan(self, one: str, *others: str, since: int | None, until: int | None) -> None:
        day = {
            name: None if days is None else clock.today() + dt.timedelta(days=days)
            for name, days in (("since", since), ("until", until))
        }
        for other in others:
            self.tx.run(PLAN, one=one, other=other, **day).consume()

    def between(self, a: str, b: str) -> page.BridgePage:
        return self.graph.read(page.between, actor=SYSTEM, a=a, b=b)


@pytest.fixture
def town(graph: Graph, given: Given, tx: Transaction) -> Town:
    return Town(graph, given, tx)


@WHEN
def test_who_is_contact_person_introduces(town: Town, *, since: int | None, until: int | None, holds: bool) -> None:
    town.plan(town.ans, town.a, town.b, since=since, until=until)
    found = town.between(town.a, town.b)
    assert [each.name for each in found.introducers] == (["Ans"] if holds else [])
    assert (found.warm is not None) is holds
    with_club = town.between(town.a, town.club)
    assert [each.name for each in with_club.introducers] == (["Ans"] if holds else [])


@WHEN
def test_who_answers_for_what_both_share_introduces(
    town: Town, given: Given, *, since: int | None, until: int | None, holds: bool
) -> None:
    theme = given.theme(account_holder=[town.ans])
    a, b = given.initiative(themes=[theme]), given.initiative(themes=[theme])
    town.plan(town.ans, theme, since=since, until=until)
    assert [each.name for each in town.between(a, b).introducers] == (["Ans"] if holds else [])
    people = town.graph.read(likely.of_initiative, actor=SYSTEM, initiative_id=a).people
    assert [each.name for each in people] == (["Ans"] if holds else [])


@WHEN
def test_the_list_is_filtered_by_who_is_contact_person(
    town: Town, *, since: int | None, until: int | None, holds: bool
) -> None:
    town.plan(town.ans, town.a, since=since, until=until)
    facets = town.graph.read(inbox.read, actor=SYSTEM).suggested.facets
    assert facets[town.a].contacts == (("Ans",) if holds else ())
    assert facets[town.b].contacts == ("Ans",)


@WHEN
def test_who_is_contact_person_of_one_like_it_could_be_involved(
    town: Town, *, since: int | None, until: int | None, holds: bool
) -> None:
    town.plan(town.ans, town.a, town.b, since=since, until=until)
    for one in (town.a, town.c):
        people = town.graph.read(likely.of_initiative, actor=SYSTEM, initiative_id=one).people
        assert [each.name for each in people] == (["Ans"] if holds and one == town.c else [])


@WHEN
def test_the_warmest_path_says_where_somebody_works(
    town: Town, *, since: int | None, until: int | None, holds: bool
) -> None:
    town.plan(town.ans, town.team, since=since, until=until)
    warm = town.between(town.a, town.b).warm
    assert warm is not None
    assert warm.steps[1].works_for == ("Team Groen" if holds else None)


@WHEN
def test_an_interest_brings_together(town: Town, *, since: int | None, until: int | None, holds: bool) -> None:
    town.plan(town.club, town.goal, since=since, until=until)
    everybody = {town.a, town.b, town.c} if holds else set()
    of_club = town.graph.read(meeting.of_party, actor=SYSTEM, party_id=town.club)
    assert {each.first.id for each in of_club} == everybody
    of_town = town.graph.read(meeting.of_town, actor=SYSTEM)
    assert {each.first.id for each in of_town} == everybody
    of_one = town.graph.read(meeting.of_party, actor=SYSTEM, party_id=town.a)
    assert [each.suggestion.other.id for each in of_one] == ([town.club] if holds else [])
