"""Interactions: always internal, with next steps in order, and a line in the audit trail for who read them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import audit, clock, interactions, records, search
from graph.errors import Invalid, NotAllowed, NotFound
from graph.ids import new_id
from graph.interactions import Selection, Step
from graph.model import InteractionKind, Kind, Visibility
from graph.network import picture
from graph.rights import VISITOR, Actor, Role

if TYPE_CHECKING:
    from neo4j import Transaction

    from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def staff(person_id: str | None = None) -> Actor:
    return Actor(name="Carla", account_id="c", person_id=person_id, roles=frozenset({Role.BRIDGE_BUILDER}))


def recorded(tx: Transaction, actor: Actor, about: str, **named: object) -> str:
    made = new_id()
    given = {"kind": InteractionKind.CALL, "text": "Gebeld over kwallenkweek."} | named
    interactions.add(tx, actor=actor, record_id=made, about=about, **given)
    return made


@pytest.mark.parametrize("kind", [Kind.INITIATIVE, Kind.ORGANISATION, Kind.PERSON])
def test_an_interaction_is_internal_and_belongs_to_who_had_it(tx: Transaction, given: Given, kind: Kind) -> None:
    carla, about = given.person(name="Carla"), given.record(kind, name="Waarover")
    found = interactions.one(tx, actor=staff(carla), interaction_id=recorded(tx, staff(carla), about))
    assert found.name == "Gebeld over kwallenkweek."
    assert [each.id for each in found.about] == [about]
    assert [each.id for each in found.holders] == [carla]
    now = records.read(tx, actor=staff(), record_id=found.id)
    assert now.visibility is Visibility.DRAFT


def test_an_interaction_is_never_published(tx: Transaction, given: Given) -> None:
    made = recorded(tx, staff(), given.initiative())
    with pytest.raises(Invalid):
        records.show(tx, actor=staff(), record_id=made, version=1, visibility=Visibility.PUBLISHED)
    with pytest.raises(Invalid):
        given.record(Kind.INTERACTION, visibility=Visibility.PUBLISHED)


def test_nobody_else_finds_it(tx: Transaction, given: Given) -> None:
    about = given.initiative()
    made = recorded(tx, staff(), about)
    tx.run("CALL db.awaitIndexes(60)").consume()
    for actor in (VISITOR, staff()):
        assert search.find(tx, actor=actor, question=search.Question(words="kwallenkweek")).total == 0
    assert interactions.around(tx, actor=VISITOR, record_id=about) is None
    for call in (interactions.one, interactions.unlogged):
        with pytest.raises(NotAllowed):
            call(tx, actor=VISITOR, **({"interaction_id": made} if call is interactions.one else {"ids": [made]}))
    with pytest.raises(NotAllowed):
        interactions.rows(tx, actor=VISITOR, selection=Selection(), skip=0, limit=9)
    with pytest.raises(NotFound):
        records.read(tx, actor=VISITOR, record_id=made)


def test_the_network_does_not_draw_it(tx: Transaction, given: Given) -> None:
    about = given.initiative()
    made = recorded(tx, staff(), about)
    rows = tx.run("MATCH (node:Record {id: $id}) RETURN labels(node) AS labels", id=made).single(strict=True)
    assert "Interaction" in rows["labels"]
    assert [each.id for each in picture.nodes(tx, actor=staff(), ids=[made, about])] == [about]


def test_overdue_steps_stand_on_top(tx: Transaction, given: Given) -> None:
    carla, about = given.person(), given.initiative()
    with clock.at(NOON):
        days = {"later": dt.date(2026, 12, 1), "late": dt.date(2026, 11, 1), "latest": dt.date(2026, 10, 1)}
        made = {
            name: recorded(tx, staff(carla), about, next_step="Terugbellen", next_on=on) for name, on in days.items()
        }
        made["none"] = recorded(tx, staff(carla), about)
        found = interactions.listing(tx, actor=staff(carla), selection=Selection(), skip=0, limit=9)
        assert [each.id for each in found.rows] == [made[name] for name in ("latest", "late", "later", "none")]
        assert (found.counts.total, found.counts.open, found.counts.late, found.counts.without) == (4, 3, 2, 1)
        lists = {"actor": staff(carla), "skip": 0, "limit": 9}
        only_late = interactions.listing(tx, selection=Selection(step=Step.LATE), **lists)  # type: ignore[arg-type]
        assert (only_late.counts.total, only_late.counts.any_step) == (2, 4)
        assert [each.days_late for each in interactions.late(tx, actor=staff(carla))] == [53, 22]
        interactions.done(tx, actor=staff(carla), interaction_id=made["late"], version=1)
        left = interactions.rows(tx, actor=staff(carla), selection=Selection(step=Step.OPEN), skip=0, limit=9)
        assert [each.id for each in left] == [made["latest"], made["later"]]
        around = interactions.around(tx, actor=staff(), record_id=about)
        assert around is not None
        assert (around.interactions, around.open, around.late) == (4, 2, 1)


def test_reading_is_noted_once_a_day(tx: Transaction, given: Given) -> None:
    made = recorded(tx, staff(), given.initiative())
    with clock.at(NOON):
        assert interactions.note_reads(tx, actor=staff(), ids=[made]) == 1
        assert interactions.note_reads(tx, actor=staff(), ids=[made]) == 0
    with clock.at(NOON + dt.timedelta(days=1)):
        assert interactions.note_reads(tx, actor=staff(), ids=[made]) == 1
    lines = audit.for_record(tx, actor=staff(), record_id=made)
    assert [each.action for each in lines].count("read") == 2


def test_people_are_known_by_their_address(tx: Transaction, given: Given) -> None:
    anna = given.person(email="anna@example.org")
    club = given.organisation(email="Club@example.org")
    found = interactions.known(tx, actor=staff(), addresses=["ANNA@example.org", "club@example.org", "x@example.org"])
    assert {each.id for each in found} == {anna, club}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": "  "}, "description"),
        ({"happened_on": dt.date(2999, 1, 1)}, "happened_on"),
        ({"next_on": dt.date(2999, 1, 1)}, "next_step"),
    ],
)
def test_what_makes_no_sense_is_refused(tx: Transaction, given: Given, wrong: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        recorded(tx, staff(), given.initiative(), **wrong)
    assert refused.value.field == field
