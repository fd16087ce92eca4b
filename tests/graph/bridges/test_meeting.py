"""A bridge between an initiative and an organisation: found with a reason, and with the same life as any other."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import clock, likely
from graph.bridges import inbox, ledger, life, meeting, own, page, standing
from graph.bridges.ledger import Selection
from graph.bridges.standing import Because, State
from graph.bridges.weights import Evidence
from graph.errors import NotAllowed, NotFound
from graph.model import Kind
from graph.rights import SYSTEM, VISITOR, Actor, Role

if TYPE_CHECKING:
    from graph.bridges.suggestions import Pair
    from graph.store import Graph
    from tests.given import Given


class Town:
    """A food bank that works with one initiative on a goal that another works at as well."""

    def __init__(self, graph: Graph, given: Given) -> None:
        self.graph, self.given = graph, given
        self.goal = given.goal(name="Minder eenzaamheid")
        self.bank = given.organisation(name="Voedselbank Oost", areas=[given.area(name="Oost")])
        self.kitchen = given.initiative(name="Buurtkeuken", goals=[self.goal], partners=[self.bank])
        self.table = given.initiative(name="Samen Eten", goals=[self.goal])
        worker = given.person(name="Wil Verzonnen", works_for_organisation=[self.bank])
        self.worker = Actor("Wil", account_id="w", person_id=worker, roles=frozenset({Role.INITIATOR}))

    def found(self, party_id: str) -> list[Pair]:
        return self.graph.read(meeting.of_party, actor=SYSTEM, party_id=party_id)

    def new(self) -> list[Pair]:
        found = self.graph.read(inbox.read, actor=SYSTEM).new
        return [each for each in found if each.suggestion.other.is_organisation]

    def accepted(self) -> standing.Bridge:
        a, b = self.table, self.bank
        self.graph.write(life.ask, actor=SYSTEM, a=b, b=a, text="Samen koken")
        self.graph.write(life.answer, actor=SYSTEM, a=a, b=b, side_id=a, yes=True)
        return self.graph.write(life.answer, actor=self.worker, a=a, b=b, side_id=b, yes=True)


@pytest.fixture
def town(graph: Graph, given: Given) -> Town:
    return Town(graph, given)


def test_an_organisation_is_suggested_for_what_its_initiative_shares(town: Town) -> None:
    (pair,) = town.found(town.table)
    (reason,) = pair.suggestion.reasons
    assert (pair.first.id, pair.suggestion.other.id) == (town.table, town.bank)
    assert pair.suggestion.other.is_organisation
    assert (reason.kind, reason.name, reason.through) == (Evidence.GOAL, "Minder eenzaamheid", "Buurtkeuken")
    assert town.found(town.bank) == [pair]


def test_a_visitor_gets_no_organisation_to_meet(town: Town) -> None:
    assert town.graph.read(meeting.of_party, actor=VISITOR, party_id=town.table) == []


def test_an_offer_reads_the_same_from_both_sides(town: Town) -> None:
    town.given.offer(name="Koelkast te leen", offered_by_organisation=town.bank)
    town.given.need(name="Koelkast gezocht", needed_by=town.table)
    (pair,) = town.found(town.table)
    told = {reason.kind: (reason.ours, reason.name) for reason in pair.suggestion.reasons}
    assert told[Evidence.OFFERED] == ("Koelkast gezocht", "Koelkast te leen")
    assert town.found(town.bank) == [pair]


def test_both_sides_answer_and_who_works_there_speaks_for_the_organisation(town: Town) -> None:
    bridge = town.accepted()
    assert bridge.state is State.ACCEPTED
    (seen,) = town.graph.read(own.asked, actor=town.worker)
    assert (seen.bridge.own, seen.bridge.other, seen.bridge.for_organisation) == (
        "Voedselbank Oost",
        "Samen Eten",
        True,
    )
    assert seen.reasons[0].through == "Buurtkeuken"
    with pytest.raises(NotAllowed):
        town.graph.write(life.answer, actor=town.worker, a=town.table, b=town.bank, side_id=town.table, yes=True)


def test_a_bridge_under_way_stands_in_the_lists_with_the_initiative_first(town: Town) -> None:
    town.accepted()
    (under_way,) = town.graph.read(inbox.read, actor=SYSTEM).under_way
    assert (under_way.first, under_way.second, under_way.with_organisation) == ("Samen Eten", "Voedselbank Oost", True)
    (entry,) = town.graph.read(ledger.read, actor=SYSTEM, selection=Selection()).entries
    assert (entry.first, entry.second, entry.state) == ("Samen Eten", "Voedselbank Oost", State.ACCEPTED)
    found = town.graph.read(page.between, actor=SYSTEM, a=town.bank, b=town.table)
    assert (found.first.id, found.takes_part, len(found.history)) == (town.table, False, 5)


def test_after_a_refusal_the_pair_is_never_suggested_again_and_the_refusal_teaches(town: Town) -> None:
    assert [each.suggestion.other.id for each in town.new()] == [town.bank]
    town.graph.write(life.refuse, actor=SYSTEM, a=town.table, b=town.bank, reason="Anders", because=Because.TOPIC)
    assert town.found(town.table) == town.found(town.bank) == []
    assert town.new() == []


def test_a_partner_that_was_taken_back_on_the_same_day_is_suggested_again_and_a_day_later_is_not(town: Town) -> None:
    named = {"actor": SYSTEM, "initiative_id": town.table, "kind": Kind.ORGANISATION, "thing_id": town.bank}
    town.graph.write(likely.add, **named)
    assert town.found(town.table) == town.found(town.bank) == town.new() == []
    town.graph.write(likely.take_back, **named)
    assert [each.suggestion.other.id for each in town.found(town.table)] == [town.bank]
    assert [each.first.id for each in town.found(town.bank)] == [town.table]
    assert [(each.first.id, each.suggestion.other.id) for each in town.new()] == [(town.table, town.bank)]
    town.graph.write(likely.add, **named)
    with clock.at(clock.now() + dt.timedelta(days=1)):
        town.graph.write(likely.take_back, **named)
        assert town.found(town.table) == town.found(town.bank) == town.new() == []


def test_two_organisations_make_no_bridge(town: Town, given: Given) -> None:
    other = given.organisation(name="Nog een club")
    with pytest.raises(NotFound):
        town.graph.write(life.ask, actor=SYSTEM, a=town.bank, b=other, text="Samen")


def test_who_can_bring_them_together_is_named_with_how(town: Town, given: Given) -> None:
    given.initiative(
        name="Soepfiets",
        goals=[town.goal],
        partners=[town.bank],
        contact=given.person(name="Ans", person_kind="official", function="Wijkmanager"),
    )
    found = town.graph.read(page.between, actor=SYSTEM, a=town.table, b=town.bank)
    assert [(each.name, each.through, each.through_name) for each in found.introducers] == [
        ("Ans", "contact_of", "Soepfiets")
    ]
