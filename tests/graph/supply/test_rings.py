"""Rings: everybody in one gives and gets, and each is found once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.bridges import life
from graph.model import SupplyKind
from graph.rights import SYSTEM, VISITOR
from graph.supply import rings

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given


def gives(given: Given, giver: str, taker: str, what: str) -> None:
    given.offer(name=f"{what} te geven", supply_kind=SupplyKind.MATERIALS, offered_by=giver)
    given.need(name=f"{what} voor ons", supply_kind=SupplyKind.MATERIALS, needed_by=taker)


def test_two_that_give_each_other_something_are_one_ring(graph: Graph, given: Given) -> None:
    a, b = given.initiative(name="A"), given.initiative(name="B")
    gives(given, a, b, "compost")
    assert graph.read(rings.in_town, actor=VISITOR) == []
    gives(given, b, a, "groente")
    (ring,) = graph.read(rings.in_town, actor=VISITOR)
    assert [each.id for each in ring.parties] == [a, b]
    assert [(step.offer.name, step.need.name) for step in ring.steps] == [
        ("compost te geven", "compost voor ons"),
        ("groente te geven", "groente voor ons"),
    ]
    assert len(ring.pairs) == 1
    graph.write(life.ask, actor=SYSTEM, a=a, b=b, text="Wilt u ruilen?")
    assert graph.read(rings.in_town, actor=VISITOR) == []


def test_three_that_give_on_are_one_ring_and_each_way_round_is_another(graph: Graph, given: Given) -> None:
    a, b, c = (given.initiative(name=name) for name in "ABC")
    for giver, taker, what in ((a, b, "compost"), (b, c, "groente"), (c, a, "tegels")):
        gives(given, giver, taker, what)
    (ring,) = graph.read(rings.in_town, actor=VISITOR)
    assert [each.id for each in ring.parties] == [a, b, c]
    assert [(x.id, y.id) for x, y in ring.pairs] == [(a, b), (b, c), (c, a)]
    for giver, taker, what in ((b, a, "fietsen"), (c, b, "lampen"), (a, c, "zaden")):
        gives(given, giver, taker, what)
    found = graph.read(rings.in_town, actor=VISITOR)
    assert sorted(len(each.parties) for each in found) == [2, 2, 2, 3, 3]


def test_with_an_organisation_a_bridge_begins_at_the_initiative(graph: Graph, given: Given) -> None:
    a, b = given.initiative(name="A"), given.organisation(name="B")
    given.offer(name="compost", supply_kind=SupplyKind.MATERIALS, offered_by=a)
    given.need(name="compost", supply_kind=SupplyKind.MATERIALS, needed_by_organisation=b)
    given.offer(name="groente", supply_kind=SupplyKind.MATERIALS, offered_by_organisation=b)
    given.need(name="groente", supply_kind=SupplyKind.MATERIALS, needed_by=a)
    (ring,) = graph.read(rings.in_town, actor=VISITOR)
    assert [(one.id, other.id) for one, other in ring.pairs] == [(a, b)]
