"""Likely duplicates are found, merged or set apart."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from graph import checks, duplicates, links, records
from graph.bridges import life, standing, suggestions
from graph.duplicates.alike import NameOf, pairs, plain, score
from graph.errors import Conflict, NotAllowed
from graph.model import Kind, Link
from graph.rights import SYSTEM, VISITOR
from tests.given import undo_bridge

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stichting De Kas", "de kas"),
        ("De Kas B.V.", "De Kas BV"),
        ("Combiwel Ondernemend Welzijn B.V.", "Combiwel Ondernemend Welzijn"),
        ("Vereniging Oud-Duinvliet", "Oud Duinvliet"),
        ("Coöperatie Zonnekracht U.A.", "Zonnekracht"),
        ("Buurthuis Oost", "Buurthuis Oosst"),
    ],
)
def test_legal_forms_signs_and_typing_errors_do_not_matter(one: str, other: str) -> None:
    assert score(plain(one), plain(other)) >= 90


@pytest.mark.parametrize(
    ("one", "other"), [("Zomerfeest 2016", "Zomerfeest 2017"), ("Stichting De Kas", "Stichting De Tuin")]
)
def test_other_names_and_other_years_are_other_things(one: str, other: str) -> None:
    assert score(plain(one), plain(other)) < 90


def test_twenty_thousand_names_are_compared_in_seconds() -> None:
    names = [
        NameOf(f"{number:05}", f"Stichting Buurt{number * 7919 % 99991} {number % 500}") for number in range(20_000)
    ]
    began = time.process_time()
    found = pairs([*names, NameOf("x", "Buurt7919 1")])
    assert time.process_time() - began < 10
    assert ("00001", "x") in {(pair.first_id, pair.second_id) for pair in found}


def test_two_organisations_become_one_without_double_links(graph: Graph, given: Given, tx: Any) -> None:
    both, one = given.initiative(), given.initiative()
    stays = given.organisation(name="Stichting De Kas")
    goes = given.organisation(name="De Kas", website="https://kas.example")
    for organisation, initiative in ((stays, both), (goes, both), (goes, one)):
        given.record(Kind.INITIATIVE, name="los")
        tx.run(
            "MATCH (a:Record {id: $a}), (b:Record {id: $b}) CREATE (a)-[:PARTNERS_IN]->(b)",
            a=organisation,
            b=initiative,
        )
    found = duplicates.refresh(graph, actor=SYSTEM, kind=Kind.ORGANISATION)
    assert [{pair.first_id, pair.second_id} for pair in found] == [{stays, goes}]
    assert graph.read(duplicates.count, actor=SYSTEM) == 1
    graph.write(duplicates.merge, actor=SYSTEM, survivor_id=stays, loser_id=goes, survivor_version=1, loser_version=1)
    current = tx.run(
        "MATCH (:Record {id: $id})-[link:PARTNERS_IN]->(to) WHERE link.until IS NULL RETURN collect(to.id)", id=stays
    ).single()[0]
    assert sorted(current) == sorted([both, one])
    assert graph.read(records.read, actor=SYSTEM, record_id=stays).properties["website"] == "https://kas.example"
    survivor = graph.read(duplicates.survivor_of, goes)
    assert survivor is not None
    assert (survivor.survivor_id, survivor.kind) == (stays, Kind.ORGANISATION)
    assert graph.read(duplicates.survivor_of, stays) is None
    assert graph.read(duplicates.count, actor=SYSTEM) == 0


def test_the_survivor_keeps_its_own_contact_person(graph: Graph, given: Given) -> None:
    ans, bo = given.person(name="Ans"), given.person(name="Bo")
    first, second, third = (
        given.initiative(name=name, contact=who) for name, who in (("Kas", [ans]), ("De Kas", [bo]), ("Kasje", []))
    )
    merge = {"actor": SYSTEM, "survivor_version": 1, "loser_version": 1}
    graph.write(duplicates.merge, survivor_id=second, loser_id=first, **merge)
    contact = [Link.CONTACT_FOR]
    assert [each.other_id for each in graph.read(links.of_record, record_id=second, types=contact)] == [bo]
    assert graph.read(links.of_record, record_id=first, types=contact) == []
    graph.write(duplicates.merge, survivor_id=third, loser_id=second, **merge | {"loser_version": 2})
    assert [each.other_id for each in graph.read(links.of_record, record_id=third, types=contact)] == [bo]
    assert checks.every(graph) == []


def test_what_was_refused_is_not_suggested_again_after_a_merge(graph: Graph, given: Given) -> None:
    goal = given.goal()
    goes, stays, other = (given.initiative(name=name, goals=[goal]) for name in ("Tuin", "De Tuin", "Keuken"))
    graph.write(life.known_already, actor=SYSTEM, a=goes, b=other)
    assert other in _suggested(graph, stays)

    graph.write(duplicates.merge, actor=SYSTEM, survivor_id=stays, loser_id=goes, survivor_version=1, loser_version=1)

    assert other not in _suggested(graph, stays)
    bridge = graph.read(standing.of, actor=SYSTEM, a=stays, b=other)
    assert bridge is not None
    assert bridge.state is standing.State.KNOWN_ALREADY
    assert graph.read(standing.of, actor=SYSTEM, a=goes, b=other) is None


def test_a_bridge_under_way_goes_on_with_who_answered_and_what_was_taken_back(graph: Graph, given: Given) -> None:
    goal = given.goal()
    goes, stays, other = (given.initiative(name=name, goals=[goal]) for name in ("Tuin", "De Tuin", "Keuken"))
    graph.write(life.ask, actor=SYSTEM, a=stays, b=other, text="Per ongeluk")
    undo_bridge(graph, stays, other)
    graph.write(life.ask, actor=SYSTEM, a=goes, b=other, text="Samen koken")
    graph.write(life.answer, actor=SYSTEM, a=goes, b=other, side_id=goes, yes=True)

    graph.write(duplicates.merge, actor=SYSTEM, survivor_id=stays, loser_id=goes, survivor_version=1, loser_version=1)

    bridge = graph.read(standing.of, actor=SYSTEM, a=stays, b=other)
    assert bridge is not None
    assert bridge.state is standing.State.ASKED
    sides = {side.id: side.answer for side in graph.read(standing.sides, actor=SYSTEM, a=stays, b=other)}
    assert sides == {stays: standing.Happened.YES, other: None}
    assert len(graph.read(standing.history, actor=SYSTEM, a=stays, b=other)) > 1
    assert checks.every(graph) == []


def test_the_own_bridge_of_the_survivor_stays(graph: Graph, given: Given) -> None:
    goal = given.goal()
    goes, stays, other = (given.initiative(name=name, goals=[goal]) for name in ("Tuin", "De Tuin", "Keuken"))
    graph.write(life.ask, actor=SYSTEM, a=stays, b=other, text="Samen koken")
    graph.write(life.known_already, actor=SYSTEM, a=goes, b=other)

    graph.write(duplicates.merge, actor=SYSTEM, survivor_id=stays, loser_id=goes, survivor_version=1, loser_version=1)

    bridge = graph.read(standing.of, actor=SYSTEM, a=stays, b=other)
    assert bridge is not None
    assert bridge.state is standing.State.ASKED


def _suggested(graph: Graph, initiative_id: str) -> list[str]:
    found = graph.read(suggestions.for_initiative, actor=SYSTEM, initiative_id=initiative_id)
    return [each.other.id for each in found]


def test_a_chain_of_merges_leads_to_the_last(graph: Graph, given: Given) -> None:
    first, second, third = (given.organisation(name=name) for name in ("Kas", "De Kas", "Stichting De Kas"))
    merge = {"actor": SYSTEM, "loser_version": 1}
    graph.write(duplicates.merge, survivor_id=second, loser_id=first, survivor_version=1, **merge)
    graph.write(
        duplicates.merge, survivor_id=third, loser_id=second, survivor_version=1, **merge | {"loser_version": 2}
    )
    survivor = graph.read(duplicates.survivor_of, first)
    assert survivor is not None
    assert survivor.survivor_id == third


def test_not_the_same_is_remembered(graph: Graph, given: Given) -> None:
    one, other = given.organisation(name="De Kas"), given.organisation(name="Stichting De Kas")
    duplicates.refresh(graph, actor=SYSTEM, kind=Kind.ORGANISATION)
    graph.write(duplicates.not_the_same, actor=SYSTEM, first_id=other, second_id=one)
    assert graph.read(duplicates.likely, actor=SYSTEM) == []
    assert duplicates.refresh(graph, actor=SYSTEM, kind=Kind.ORGANISATION) == []
    assert checks.every(graph) == []


def test_likely_duplicates_and_a_merge_keep_every_rule(graph: Graph, given: Given) -> None:
    stays, goes = given.organisation(name="Stichting De Kas"), given.organisation(name="De Kas")
    duplicates.refresh(graph, actor=SYSTEM, kind=Kind.ORGANISATION)
    assert checks.every(graph) == []
    graph.write(duplicates.merge, actor=SYSTEM, survivor_id=stays, loser_id=goes, survivor_version=1, loser_version=1)
    assert checks.every(graph) == []


def test_a_merge_of_what_changed_since_is_refused(graph: Graph, given: Given) -> None:
    one, other = given.organisation(name="De Kas"), given.organisation(name="Stichting De Kas")
    graph.write(records.change, actor=SYSTEM, record_id=one, version=1, properties={"website": "https://a.example"})
    with pytest.raises(Conflict):
        graph.write(
            duplicates.merge, actor=SYSTEM, survivor_id=one, loser_id=other, survivor_version=1, loser_version=1
        )


def test_check_28_a_visitor_merges_nothing(graph: Graph, given: Given) -> None:
    one, other = given.organisation(name="De Kas"), given.organisation(name="Stichting De Kas")
    with pytest.raises(NotAllowed):
        graph.write(
            duplicates.merge, actor=VISITOR, survivor_id=one, loser_id=other, survivor_version=1, loser_version=1
        )


def test_initiatives_of_one_name_by_different_people_are_no_duplicates(graph: Graph, given: Given) -> None:
    area = given.area()
    for number in (1, 2):
        given.initiative(name="Buurtfeest", areas=[area], initiators=[given.organisation(name=f"Club {number}")])
    found = duplicates.refresh(graph, actor=SYSTEM, kind=Kind.INITIATIVE)
    assert len(found) == 1, "entered by hand in one area: worth a look"
    organisation = given.organisation()
    for _ in range(2):
        given.initiative(name="Zomertuin", initiators=[organisation])
    assert len(duplicates.refresh(graph, actor=SYSTEM, kind=Kind.INITIATIVE)) == 2
