"""Which offers fit which needs, for whom, until when, and why."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from graph import clock, records
from graph.bridges import suggestions, townwide
from graph.bridges.weights import Evidence
from graph.model import SupplyKind, Visibility
from graph.rights import SYSTEM, VISITOR
from graph.supply import matches
from graph.supply.matches import Way

if TYPE_CHECKING:
    from graph.store import Graph
    from graph.supply.matches import Match
    from tests.given import Given

KIND = SupplyKind.MATERIALS


def found(graph: Graph, thing: str, *, actor: object = VISITOR) -> list[Match]:
    return list(graph.read(matches.of_things, actor=actor, ids=[thing]).get(thing, ()))


def test_a_match_says_the_words_the_kind_and_the_place(graph: Graph, given: Given) -> None:
    area = given.area(name="Helmbuurt")
    kavel, kade = given.initiative(name="De Kavel", areas=area), given.initiative(name="De Kade", areas=area)
    need = given.need(name="rijpe compost", supply_kind=KIND, needed_by=kavel)
    offer = given.offer(name="compost van de kade", supply_kind=KIND, offered_by=kade)
    (match,) = found(graph, need)
    assert (match.other.id, match.partner.id, match.words, match.same_kind) == (offer, kade, ("compost",), True)
    assert match.place is not None
    assert (match.place.way, match.place.ours) == (Way.SAME, "Helmbuurt")
    # two that say the stem of two in all: 1000 · log(3 / 2) / log 3
    assert match.score == 1000 + 600 + 369
    (back,) = found(graph, offer)
    assert (back.other.id, back.score) == (need, match.score)


def test_what_is_over_hidden_or_its_own_does_not_match(graph: Graph, given: Given) -> None:
    one, other = given.initiative(), given.initiative()
    need = given.need(name="compost", supply_kind=KIND, needed_by=one)
    yesterday = clock.today() - dt.timedelta(days=1)
    given.offer(name="compost", supply_kind=KIND, offered_by=other, wanted_until=yesterday)
    given.offer(name="compost", supply_kind=KIND, offered_by=other, visibility=Visibility.DRAFT)
    given.offer(name="compost", supply_kind=KIND, offered_by=one)
    ended = given.offer(name="compost", supply_kind=KIND, offered_by=other)
    graph.write(records.end, actor=SYSTEM, record_id=ended, version=1, on=clock.today())
    assert found(graph, need) == []
    assert len(found(graph, need, actor=SYSTEM)) == 1
    today = given.offer(name="compost", supply_kind=KIND, offered_by=other, wanted_until=clock.today())
    assert [each.other.id for each in found(graph, need)] == [today]


def test_a_party_and_what_it_undertakes_do_not_match(graph: Graph, given: Given) -> None:
    organisation = given.organisation()
    initiative = given.initiative(initiators=organisation)
    need = given.need(name="compost", supply_kind=KIND, needed_by=initiative)
    given.offer(name="compost", supply_kind=KIND, offered_by_organisation=organisation)
    assert found(graph, need) == []


def test_other_kinds_match_only_by_both_their_names(graph: Graph, given: Given) -> None:
    one, other = given.initiative(), given.initiative()
    need = given.need(name="penningmeester", supply_kind=SupplyKind.PEOPLE, needed_by=one)
    named = given.offer(name="cursus penningmeester", supply_kind=SupplyKind.KNOWLEDGE, offered_by=other)
    given.offer(name="cursus", description="voor een penningmeester", supply_kind=KIND, offered_by=other)
    assert [each.other.id for each in found(graph, need)] == [named]


def test_a_room_near_by_matches_without_a_word_and_nothing_else_does(graph: Graph, given: Given) -> None:
    area = given.area(level="neighbourhood")
    one, other = given.initiative(areas=area), given.initiative(areas=area)
    for kind in SupplyKind:
        given.offer(name=f"aanbod {kind.value}", supply_kind=kind, offered_by=other)
    for kind in SupplyKind:
        need = given.need(name="vraag", supply_kind=kind, needed_by=one)
        assert len(found(graph, need)) == (1 if kind is SupplyKind.ROOM else 0), kind


def test_other_words_fit_other_things(graph: Graph, given: Given) -> None:
    one, other = given.initiative(), given.initiative()
    need = given.need(name="compost", supply_kind=KIND, needed_by=one)
    offer = given.offer(name="compost", supply_kind=KIND, offered_by=other)
    graph.write(records.change, actor=SYSTEM, record_id=offer, version=1, properties={"name": "tegels"})
    assert found(graph, need) == []


def test_who_offers_what_the_other_seeks_is_a_bridge(graph: Graph, given: Given) -> None:
    one, other = given.initiative(name="De Kavel"), given.initiative(name="De Kade")
    need = given.need(name="rijpe compost", supply_kind=KIND, needed_by=one)
    offer = given.offer(name="compost", supply_kind=KIND, offered_by=other)
    (bridge,) = graph.read(suggestions.for_initiative, actor=VISITOR, initiative_id=one)
    assert [(each.kind, each.id, each.ours_id) for each in bridge.reasons] == [(Evidence.OFFERED, offer, need)]
    (back,) = graph.read(suggestions.for_initiative, actor=VISITOR, initiative_id=other)
    assert [(each.kind, each.id, each.ours_id) for each in back.reasons] == [(Evidence.SOUGHT, need, offer)]
    assert back.score == bridge.score
    assert len(graph.read(townwide.pairs, actor=SYSTEM)) == 1
