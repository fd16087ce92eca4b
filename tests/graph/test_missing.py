"""Missing data, asked one question at a time."""

from __future__ import annotations

import datetime as dt

import pytest

from graph import clock, missing
from graph.errors import Invalid, NotAllowed
from graph.model import Status
from graph.rights import VISITOR, Actor, Role
from graph.store import Graph
from tests.given import Given


def staff(person_id: str | None = None, account: str = "carla") -> Actor:
    return Actor("Carla", account_id=account, person_id=person_id, roles=frozenset({Role.BRIDGE_BUILDER}))


def asked(graph: Graph, actor: Actor) -> tuple[str, str] | None:
    found = graph.read(missing.question, actor=actor)
    return (found.name, found.field) if found else None


def test_the_most_useful_datum_comes_first_and_ones_own_before_others(graph: Graph, given: Given) -> None:
    carla = given.person(name="Carla")
    given.initiative(name="Zonder alles")
    mine = given.initiative(name="Van mij", contact=[carla], areas=[given.area()])
    given.initiative(name="Gestopt", status=Status.STOPPED)
    assert asked(graph, staff()) == ("Zonder alles", "contact")
    assert asked(graph, staff(carla)) == ("Van mij", "goals")
    graph.write(missing.put_aside, actor=staff(carla), record_id=mine, field="goals")
    assert asked(graph, staff(carla)) == ("Van mij", "summary")


def test_what_was_put_aside_is_not_asked_again_for_a_while(graph: Graph, given: Given) -> None:
    shown = given.initiative(
        name="Bijna af", summary="x", description="x", status=Status.IDEA, website="https://example.org",
        contact=[given.person()], areas=[given.area()], goals=[given.goal()],
    )  # fmt: skip
    actor = staff()
    assert asked(graph, actor) == ("Bijna af", "themes")
    graph.write(missing.put_aside, actor=actor, record_id=shown, field="themes")
    graph.write(missing.put_aside, actor=actor, record_id=shown, field="themes")
    assert asked(graph, actor) is None
    assert asked(graph, staff(account="another")) == ("Bijna af", "themes")
    with clock.at(clock.now() + dt.timedelta(days=61)):
        assert asked(graph, actor) == ("Bijna af", "themes")
    with pytest.raises(Invalid):
        graph.write(missing.put_aside, actor=actor, record_id=shown, field="name")


def test_an_initiator_is_asked_about_the_own_initiative_alone(graph: Graph, given: Given) -> None:
    els = given.person(name="Els")
    actor = Actor("Els", account_id="els", person_id=els, roles=frozenset({Role.INITIATOR}))
    given.initiative(name="Andermans")
    assert asked(graph, actor) is None
    given.initiative(name="Van Els", initiating_people=[els])
    assert asked(graph, actor) == ("Van Els", "summary")
    with pytest.raises(NotAllowed):
        graph.read(missing.question, actor=VISITOR)
