"""Whom and what the proposals reach: contacts and gifts of the past, closed accounts, and what was removed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import accounts, audit, clock, privacy, records
from graph.duplicates import merging
from graph.errors import Conflict, NotAllowed, NotFound
from graph.model import Kind, PersonKind, Visibility
from graph.privacy import Proposal
from graph.rights import SYSTEM, Actor, Role

if TYPE_CHECKING:
    from graph.store import Graph, Transaction
    from tests.given import Given

ADMINISTRATOR = Actor(name="Beheer", account_id="beheer", roles=frozenset({Role.ADMINISTRATOR}))
LONG_AGO, LATELY = dt.date(2018, 5, 4), clock.today() - dt.timedelta(days=30)


def people(given: Given, *names: str) -> list[str]:
    """People whose records nobody changed since long ago."""
    with clock.at(dt.datetime.combine(LONG_AGO, dt.time(9), dt.UTC)):
        return [given.person(name=name) for name in names]


def proposed(graph: Graph, proposal: Proposal) -> dict[str, privacy.Stale]:
    found = graph.read(privacy.proposals, actor=ADMINISTRATOR, only=proposal, limit=20).shown[proposal]
    return {each.id: each for each in found}


def remove(graph: Graph, record_id: str) -> None:
    graph.write(records.remove, actor=SYSTEM, record_id=record_id, version=1)


def name_and_mail(graph: Graph, person_id: str) -> list[list[object]]:
    def ask(tx: Transaction) -> list[list[object]]:
        found = tx.run("MATCH (person:Person {id: $id}) RETURN person.name, person.email", {"id": person_id})
        return [record.values() for record in found]

    return graph.read(ask)


def test_a_contact_or_gift_of_long_ago_keeps_nobody_on_the_books(graph: Graph, given: Given) -> None:
    told, telling, gave, giving, paid = people(given, *"abcde")
    notes = {"visibility": Visibility.DRAFT, "description": "Kort."}
    given.record(Kind.INTERACTION, about_people=[told, telling], happened_on=LONG_AGO, **notes)
    given.record(Kind.INTERACTION, about_people=[telling], happened_on=LATELY, **notes)
    given.contribution(contribution_kind="capacity", asked_on=LONG_AGO, given_by_person=[gave, giving])
    given.contribution(contribution_kind="capacity", asked_on=LATELY, given_by_person=[giving])
    # Money must be accounted for longer, so nobody is asked to erase who gave it.
    given.contribution(
        contribution_kind="money", asked_on=clock.today() - dt.timedelta(days=2_000), given_by_person=[paid]
    )
    found = proposed(graph, Proposal.PEOPLE)
    assert set(found) == {told, gave}
    assert clock.day_of(found[told].last_at) == LONG_AGO


def test_who_decided_is_not_proposed_and_a_closed_account_needs_nobody(graph: Graph, given: Given) -> None:
    deciding, closed, using = people(given, *"abc")
    given.record(Kind.DECISION, decision_kind="question", decided_by_person=[deciding])
    made = {
        person: graph.write(
            accounts.add,
            actor=SYSTEM,
            email=f"{number}@example.org",
            password=None,
            person_id=person,
            roles=[Role.INITIATOR],
        )
        for number, person in enumerate((closed, using))
    }
    graph.write(accounts.disable, actor=SYSTEM, account_id=made[closed])
    assert set(proposed(graph, Proposal.PEOPLE)) == {closed}


def test_an_official_who_left_is_proposed_unless_an_office_was_held(graph: Graph, given: Given) -> None:
    with clock.at(dt.datetime.combine(LONG_AGO, dt.time(9), dt.UTC)):
        official = {"person_kind": PersonKind.OFFICIAL}
        left, decided, promised = (given.person(name=name, until=LONG_AGO, **official) for name in "abc")
        given.person(name="Werkt hier nog", **official)
        given.person(name="Net weg", until=LATELY, **official)
        given.person(name="Oud-wethouder", until=LONG_AGO, person_kind=PersonKind.ALDERMAN)
        given.record(Kind.DECISION, decision_kind="question", decided_by_person=[decided])
        given.record(Kind.COMMITMENT, promised_by=[promised])

    def end(tx: Transaction) -> None:
        tx.run("MATCH (:Person)-[link:DECIDES|MADE]->() SET link.until = link.since").consume()

    graph.write(end)
    assert set(proposed(graph, Proposal.PEOPLE)) == {left}
    found = graph.write(privacy.dossier, actor=ADMINISTRATOR, person_id=left)
    graph.write(privacy.erase, actor=ADMINISTRATOR, person_id=left, version=found.version)
    assert name_and_mail(graph, left) == [[privacy.ERASED, None]]


def test_who_was_removed_can_still_be_looked_into_and_erased(graph: Graph, given: Given) -> None:
    with clock.at(dt.datetime.combine(LONG_AGO, dt.time(9), dt.UTC)):
        person = given.person(name="Roos Verzonnen", email="roos@example.org")
        remove(graph, person)
    assert proposed(graph, Proposal.PEOPLE)[person].is_removed
    found = graph.write(privacy.dossier, actor=ADMINISTRATOR, person_id=person)
    assert (found.is_removed, found.properties["email"]) == (True, "roos@example.org")
    builder = Actor(name="Bouwer", account_id="b", roles=frozenset({Role.BRIDGE_BUILDER}))
    with pytest.raises(NotAllowed):
        graph.write(privacy.dossier, actor=builder, person_id=person)
    with pytest.raises(NotFound):
        graph.read(records.read, actor=SYSTEM, record_id=person)
    with pytest.raises(Conflict):
        graph.write(privacy.erase, actor=ADMINISTRATOR, person_id=person, version=1)
    graph.write(privacy.erase, actor=ADMINISTRATOR, person_id=person, version=found.version)
    assert name_and_mail(graph, person) == [[privacy.ERASED, None]]
    assert "erase" in [each.action for each in graph.read(audit.for_record, actor=SYSTEM, record_id=person)]
    assert proposed(graph, Proposal.PEOPLE) == {}
    # Once is enough.
    with pytest.raises(NotFound):
        graph.write(privacy.dossier, actor=ADMINISTRATOR, person_id=person)


def test_what_was_merged_into_a_person_is_erased_with_it(graph: Graph, given: Given) -> None:
    person, double = given.person(name="Roos Verzonnen"), given.person(name="R. Verzonnen", email="r@example.org")
    given.initiative(name="Bijenlint", initiating_people=[double])
    graph.write(merging.merge, actor=SYSTEM, survivor_id=person, loser_id=double, survivor_version=1, loser_version=1)
    found = graph.write(privacy.dossier, actor=ADMINISTRATOR, person_id=person)
    with pytest.raises(NotFound):
        graph.write(privacy.erase, actor=ADMINISTRATOR, person_id=double, version=2)
    graph.write(privacy.erase, actor=ADMINISTRATOR, person_id=person, version=found.version)
    assert name_and_mail(graph, double) == [[privacy.ERASED, None]]
    survivor = graph.read(merging.survivor_of, double)
    assert survivor is not None
    assert survivor.survivor_id == person


def test_notes_are_let_go_of_when_removed_or_without_a_text(graph: Graph, given: Given) -> None:
    old = {"happened_on": LONG_AGO, "visibility": Visibility.DRAFT}
    subject = given.record(Kind.INTERACTION, name="Boos over de pomp", **old)
    step = given.record(Kind.INTERACTION, name="Gebeld", next_step="Bel de zus van Roos", **old)
    removed = given.record(Kind.INTERACTION, name="Fout", description="Stond bij de verkeerde.", **old)
    remove(graph, removed)
    found = proposed(graph, Proposal.NOTES)
    assert {each.id: each.is_removed for each in found.values()} == {subject: False, step: False, removed: True}
    for each in found:
        graph.write(privacy.forget_note, actor=ADMINISTRATOR, note_id=each)
    assert proposed(graph, Proposal.NOTES) == {}
