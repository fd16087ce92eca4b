"""Rings: everybody in one gives and gets, and each is found once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.bridges import life
from graph.model import SupplyKind
from graph.rights import SYSTEM, VISITOR
from graph.supply import rings
from graph.supply.rings import Order, Selection

if TYPE_CHECKING:
    import pytest

    from graph.store import Graph
    from tests.given import Given


def gives(given: Given, giver: str, taker: str, what: str) -> None:
    given.offer(name=f"{what} te geven", supply_kind=SupplyKind.MATERIALS, offered_by=giver)
    given.need(name=f"{what} voor ons", supply_kind=SupplyKind.MATERIALS, needed_by=taker)


def test_two_that_give_each_other_something_are_one_ring(graph: Graph, given: Given) -> None:
    a, b = given.initiative(name="A"), given.initiative(name="B")
    gives(given, a, b, "compost")
    assert graph.read(rings.in_town, actor=VISITOR).rings == ()
    gives(given, b, a, "groente")
    (ring,) = graph.read(rings.in_town, actor=VISITOR).rings
    assert [each.id for each in ring.parties] == [a, b]
    assert [(step.offer.name, step.need.name) for step in ring.steps] == [
        ("compost te geven", "compost voor ons"),
        ("groente te geven", "groente voor ons"),
    ]
    assert len(ring.pairs) == 1


def test_only_who_may_see_bridges_sees_a_ring_go_when_the_two_are_asked_or_refused(graph: Graph, given: Given) -> None:
    a, b = given.initiative(name="A"), given.initiative(name="B")
    gives(given, a, b, "compost")
    gives(given, b, a, "groente")
    before = graph.read(rings.in_town, actor=VISITOR)
    assert len(before.rings) == len(graph.read(rings.in_town, actor=SYSTEM).rings) == 1
    graph.write(life.ask, actor=SYSTEM, a=a, b=b, text="Wilt u ruilen?")
    assert graph.read(rings.in_town, actor=SYSTEM).rings == ()
    assert graph.read(rings.in_town, actor=VISITOR) == before
    graph.write(life.refuse, actor=SYSTEM, a=a, b=b, reason="Te ver weg")
    assert graph.read(rings.in_town, actor=SYSTEM).rings == ()
    assert graph.read(rings.in_town, actor=VISITOR) == before


def test_three_that_give_on_are_one_ring_and_each_way_round_is_another(graph: Graph, given: Given) -> None:
    a, b, c = (given.initiative(name=name) for name in "ABC")
    for giver, taker, what in ((a, b, "compost"), (b, c, "groente"), (c, a, "tegels")):
        gives(given, giver, taker, what)
    (ring,) = graph.read(rings.in_town, actor=VISITOR).rings
    assert [each.id for each in ring.parties] == [a, b, c]
    assert [(x.id, y.id) for x, y in ring.pairs] == [(a, b), (b, c), (c, a)]
    for giver, taker, what in ((b, a, "fietsen"), (c, b, "lampen"), (a, c, "zaden")):
        gives(given, giver, taker, what)
    found = graph.read(rings.in_town, actor=VISITOR).rings
    assert sorted(len(each.parties) for each in found) == [2, 2, 2, 3, 3]


def test_with_an_organisation_a_bridge_begins_at_the_initiative(graph: Graph, given: Given) -> None:
    a, b = given.initiative(name="A"), given.organisation(name="B")
    given.offer(name="compost", supply_kind=SupplyKind.MATERIALS, offered_by=a)
    given.need(name="compost", supply_kind=SupplyKind.MATERIALS, needed_by_organisation=b)
    given.offer(name="groente", supply_kind=SupplyKind.MATERIALS, offered_by_organisation=b)
    given.need(name="groente", supply_kind=SupplyKind.MATERIALS, needed_by=a)
    (ring,) = graph.read(rings.in_town, actor=VISITOR).rings
    assert [(one.id, other.id) for one, other in ring.pairs] == [(a, b)]


def rings_of(graph: Graph, **chosen: Any) -> rings.Listing:
    return graph.read(rings.listing, actor=VISITOR, selection=Selection(**chosen), skip=0, limit=10)


def names(found: rings.Listing) -> list[list[str]]:
    return [[party.name for party in ring.parties] for ring in found.rows]


def test_each_choice_tells_how_many_rings_it_gives(graph: Graph, given: Given) -> None:
    green, town = given.theme(name="Groen"), given.area(name="Duinvliet", level="municipality")
    bees, village = given.theme(name="Bijen", parent=green), given.area(name="Dorp", level="district", parent=town)
    a = given.initiative(name="A", themes=[bees], areas=[village])
    b, c = given.initiative(name="B", areas=[town]), given.initiative(name="C", themes=[green])
    for giver, taker, what in ((a, b, "compost"), (b, a, "groente"), (b, c, "tegels"), (c, a, "lampen")):
        gives(given, giver, taker, what)
    found = rings_of(graph)
    assert (found.total, found.is_cut) == (2, False)
    assert found.sizes == {2: 1, 3: 1}
    assert found.kinds == {SupplyKind.MATERIALS: 2}
    assert {each.name: count for each, count in found.themes.items()} == {"Groen": 2, "Bijen": 2}
    assert {each.name: count for each, count in found.areas.items()} == {"Duinvliet": 2, "Dorp": 2}
    assert names(rings_of(graph, parties=2)) == [["A", "B"]]
    assert names(rings_of(graph, parties=3, theme=green, area=village, kind=SupplyKind.MATERIALS)) == [["A", "B", "C"]]
    assert rings_of(graph, kind=SupplyKind.MONEY).total == 0
    # A choice of one filter leaves its own counts alone, and narrows those of the others.
    only_two = rings_of(graph, parties=2)
    assert only_two.sizes == {2: 1, 3: 1}
    assert only_two.kinds == {SupplyKind.MATERIALS: 1}


def test_the_strongest_ring_stands_first_and_others_can_be_asked_for(graph: Graph, given: Given) -> None:
    a, b, c = (given.initiative(name=name) for name in ("Z", "Y", "X"))
    for giver, taker, what in ((a, b, "compost, aarde"), (b, c, "groente, bonen"), (c, a, "tegels, bakstenen")):
        gives(given, giver, taker, what)
    d, e = given.initiative(name="W"), given.initiative(name="V")
    for giver, taker, what in ((d, e, "lampen"), (e, d, "zaden")):
        gives(given, giver, taker, what)
    assert names(rings_of(graph)) == [["Z", "Y", "X"], ["W", "V"]]
    assert names(rings_of(graph, order=Order.SMALLEST)) == [["W", "V"], ["Z", "Y", "X"]]
    assert names(rings_of(graph, order=Order.NAME)) == [["W", "V"], ["Z", "Y", "X"]]


def test_more_exchanges_than_are_looked_at_are_told(
    graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = given.initiative(name="A"), given.initiative(name="B")
    gives(given, a, b, "compost")
    gives(given, b, a, "groente")
    monkeypatch.setattr(rings, "EDGES", 2)
    assert not rings_of(graph).is_cut
    monkeypatch.setattr(rings, "EDGES", 1)
    given.initiative(name="C")  # what was found before is forgotten
    found = rings_of(graph)
    assert (found.total, found.is_cut) == (0, True)
