"""What an initiative probably lacks: what those like it have, with the reason, and never again what is not so."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import audit, checks, clock, duplicates, likely, links, records
from graph.errors import NotAllowed, NotFound
from graph.model import Kind, Link
from graph.rights import SYSTEM, Actor, Role

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given


class Town:
    """Two kitchens that share a goal and a baker; a third that shares the goal, and has no baker yet."""

    def __init__(self, graph: Graph, given: Given) -> None:
        self.graph = graph
        self.goal, self.broad = given.goal(name="Minder eenzaamheid"), given.theme(name="Samen leven")
        self.theme = given.theme(name="Koken", parent=self.broad)
        self.baker = given.organisation(name="Bakkerij Kruim")
        self.official = given.person(name="Ans", person_kind="official", function="Wijkmanager")
        for name in ("Buurtkeuken", "Soepfiets"):
            given.initiative(
                name=name, goals=[self.goal], partners=[self.baker], themes=[self.theme], contact=self.official
            )
        self.table = given.initiative(name="Samen Eten", goals=[self.goal])

    def found(self, initiative_id: str | None = None) -> likely.Suggested:
        return self.graph.read(likely.of_initiative, actor=SYSTEM, initiative_id=initiative_id or self.table)

    def merge(self, goes: str, *, into: str) -> None:
        version = {each: self.graph.read(records.read, actor=SYSTEM, record_id=each).version for each in (goes, into)}
        both = {"survivor_id": into, "loser_id": goes}
        versions = {"survivor_version": version[into], "loser_version": version[goes]}
        self.graph.write(duplicates.merge, actor=SYSTEM, **both, **versions)
        assert checks.every(self.graph) == []


@pytest.fixture
def town(graph: Graph, given: Given) -> Town:
    return Town(graph, given)


def test_what_those_that_are_like_it_have_is_asked_with_who_has_it_and_what_they_share(town: Town) -> None:
    (partner,) = town.found().things[Kind.ORGANISATION]
    assert (partner.thing, partner.score) == ("Bakkerij Kruim", 1.0)
    assert [(each.name, each.shares) for each in partner.through] == [
        ("Buurtkeuken", "Minder eenzaamheid"),
        ("Soepfiets", "Minder eenzaamheid"),
    ]
    assert [each.thing for each in town.found().things[Kind.THEME]] == ["Koken"]
    assert town.found().things[Kind.GOAL] == []


def test_what_is_added_stands_there_with_an_audit_line_and_can_be_taken_back(town: Town) -> None:
    named = {"actor": SYSTEM, "initiative_id": town.table, "kind": Kind.ORGANISATION, "thing_id": town.baker}
    assert town.graph.write(likely.add, **named)
    assert not town.graph.write(likely.add, **named)
    partners = town.graph.read(links.of_record, record_id=town.table, types=[Link.PARTNERS_IN])
    assert [each.other_id for each in partners] == [town.baker]
    assert town.found().things[Kind.ORGANISATION] == []
    lines = town.graph.read(audit.for_record, actor=SYSTEM, record_id=town.table)
    assert ("link", "PARTNERS_IN") in [(line.action, line.field) for line in lines]
    assert town.graph.write(likely.take_back, **named)
    assert town.graph.read(links.of_record, record_id=town.table, types=[Link.PARTNERS_IN]) == []


def test_what_does_not_belong_is_never_asked_again_until_that_is_taken_back(town: Town) -> None:
    named = {"actor": SYSTEM, "initiative_id": town.table, "thing_id": town.baker}
    town.graph.write(likely.not_this, **named)
    assert town.found().things[Kind.ORGANISATION] == []
    assert town.graph.read(likely.said) == {likely.key_of(town.table, town.baker)}
    lines = town.graph.read(audit.for_record, actor=SYSTEM, record_id=town.table)
    assert ("not_this", "Bakkerij Kruim") in [(line.action, line.new) for line in lines]
    town.graph.write(likely.still_this, **named)
    assert [each.thing for each in town.found().things[Kind.ORGANISATION]] == ["Bakkerij Kruim"]


def test_what_does_not_belong_is_not_asked_again_once_it_was_merged(town: Town, given: Given) -> None:
    stays = given.organisation(name="Stichting Kruim")
    for each in (town.baker, stays):
        town.graph.write(likely.not_this, actor=SYSTEM, initiative_id=town.table, thing_id=each)
    town.merge(town.baker, into=stays)
    assert town.found().things[Kind.ORGANISATION] == []
    assert town.graph.read(likely.refused) == {likely.key_of(town.table, stays)}
    town.graph.write(likely.still_this, actor=SYSTEM, initiative_id=town.table, thing_id=stays)
    assert [each.thing for each in town.found().things[Kind.ORGANISATION]] == ["Stichting Kruim"]


def test_what_does_not_belong_is_not_asked_again_of_what_the_initiative_was_merged_into(
    town: Town, given: Given
) -> None:
    stays = given.initiative(name="Aan Tafel", goals=[town.goal])
    town.graph.write(likely.not_this, actor=SYSTEM, initiative_id=town.table, thing_id=town.baker)
    assert [each.thing for each in town.found(stays).things[Kind.ORGANISATION]] == ["Bakkerij Kruim"]
    town.merge(town.table, into=stays)
    assert town.found(stays).things[Kind.ORGANISATION] == []
    assert town.graph.read(likely.said) == {likely.key_of(stays, town.baker)}


def test_what_it_had_once_is_not_asked_again_after_either_was_merged(town: Town, given: Given) -> None:
    named = {"actor": SYSTEM, "initiative_id": town.table, "kind": Kind.ORGANISATION, "thing_id": town.baker}
    with clock.at(clock.now() - dt.timedelta(days=10)):
        town.graph.write(likely.add, **named)
    town.graph.write(likely.take_back, **named)
    baker = given.organisation(name="Stichting Kruim")
    town.merge(town.baker, into=baker)
    assert town.found().things[Kind.ORGANISATION] == []
    assert likely.key_of(town.table, baker) in town.graph.read(likely.refused)
    table = given.initiative(name="Aan Tafel", goals=[town.goal])
    assert [each.thing for each in town.found(table).things[Kind.ORGANISATION]] == ["Stichting Kruim"]
    town.merge(town.table, into=table)
    assert town.found(table).things[Kind.ORGANISATION] == []
    assert likely.key_of(table, baker) in town.graph.read(likely.refused)


def test_what_lies_above_something_it_has_is_no_question(town: Town, given: Given) -> None:
    for name in ("Kookclub", "Eetclub"):
        given.initiative(name=name, goals=[town.goal], themes=[town.broad])
    town.graph.write(likely.add, actor=SYSTEM, initiative_id=town.table, kind=Kind.THEME, thing_id=town.theme)
    assert town.found().things[Kind.THEME] == []


def test_who_could_be_involved_is_named_with_how(town: Town, given: Given) -> None:
    knows = given.person(name="Bo", person_kind="official", function="Beleid")
    given.person(name="Cas", person_kind="resident")
    town.graph.write(
        lambda tx: links.replace(
            tx,
            actor=SYSTEM,
            record_id=knows,
            kind=Kind.PERSON,
            ties={links.LinkField(Link.ACCOUNT_HOLDER_OF, Kind.GOAL): [links.Tie(town.goal, {"expertise": "ouderen"})]},
        )
    )
    assert [(each.name, each.through, each.through_name, each.expertise) for each in town.found().people] == [
        ("Bo", "account_holder", "Minder eenzaamheid", "ouderen"),
        ("Ans", "contact_of", "Buurtkeuken", None),
    ]


def test_only_who_edits_records_is_asked(town: Town) -> None:
    initiator = Actor("x", account_id="x", person_id="x", roles=frozenset({Role.INITIATOR}))
    with pytest.raises(NotAllowed):
        town.graph.read(likely.of_initiative, actor=initiator, initiative_id=town.table)
    with pytest.raises(NotAllowed):
        town.graph.write(likely.not_this, actor=initiator, initiative_id=town.table, thing_id=town.baker)
    with pytest.raises(NotFound):
        town.graph.read(likely.of_initiative, actor=SYSTEM, initiative_id=town.baker)
