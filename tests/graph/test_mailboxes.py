"""Where a letter about an initiative goes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import clock, submissions
from graph.links import Tie
from graph.model import Kind

if TYPE_CHECKING:
    from neo4j import Transaction

    from graph.store import Graph
    from tests.given import Given


def test_a_letter_goes_to_a_team_the_nearest_first(graph: Graph, given: Given) -> None:
    town = given.organisation(name="Gemeente Duinvliet", email="gemeente@example.org")
    teams = {
        name: given.department(name=f"Team {name}", email=f"{name}@example.org", parent=town)
        for name in ("contact", "zorg", "doel")
    }
    official = given.person(name="Els", person_kind="official", works_for=[teams["contact"]], email="els@example.org")
    holder = given.person(name="Dirk", person_kind="official", works_for=[teams["doel"]])
    goal = given.goal(name="Groen", account_holder=[holder])
    wanted = {
        given.initiative(contact=[official], departments=[teams["zorg"]], goals=[goal]): "contact@example.org",
        given.initiative(departments=[teams["zorg"]], goals=[goal]): "zorg@example.org",
        given.initiative(goals=[goal]): "doel@example.org",
        given.initiative(): "gemeente@example.org",
    }
    for record_id, email in wanted.items():
        record = graph.read(submissions.about, kind=Kind.INITIATIVE, record_id=record_id)
        found = graph.read(submissions.of_record, record=record)
        assert found is not None
        assert found.email == email


@pytest.mark.parametrize(("days", "email"), [(0, "team@example.org"), (1, None)])
def test_a_letter_goes_to_the_team_of_the_contact_person_from_the_first_day(
    graph: Graph, given: Given, days: int, email: str | None
) -> None:
    team = given.department(name="Team", email="team@example.org")
    official = given.person(name="Els", person_kind="official", works_for=[team])
    begins = Tie(official, since=clock.today() + dt.timedelta(days=days))
    record = graph.read(submissions.about, kind=Kind.INITIATIVE, record_id=given.initiative(contact=[begins]))
    found = graph.read(submissions.of_record, record=record)
    assert (found.email if found else None) == email


@pytest.mark.parametrize(("days", "email"), [(1, "team@example.org"), (0, None)])
def test_a_letter_goes_to_the_team_of_who_has_the_task_until_later(
    graph: Graph, given: Given, tx: Transaction, days: int, email: str | None
) -> None:
    team = given.department(name="Team", email="team@example.org")
    official = given.person(name="Els", person_kind="official", works_for=[team])
    record = graph.read(
        submissions.about, kind=Kind.INITIATIVE, record_id=given.initiative(contact=[official], departments=[team])
    )
    until = clock.today() + dt.timedelta(days=days)
    tx.run("MATCH ()-[link:CONTACT_FOR|WORKS_FOR|HANDLED_BY]->() SET link.until = $until", until=until).consume()
    found = graph.read(submissions.of_record, record=record)
    assert (found.email if found else None) == email
