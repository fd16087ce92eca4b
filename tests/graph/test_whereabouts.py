"""Where initiatives are: counted per area, once for each area, and what is on no map is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import initiatives
from graph.errors import NotFound
from graph.initiatives import Selection
from graph.model import Status, Visibility
from graph.rights import SYSTEM, VISITOR

if TYPE_CHECKING:
    from graph.initiatives import Whereabouts
    from graph.store import Graph
    from tests.given import Given

EVERYTHING = Selection()


def seen(graph: Graph, selection: Selection = EVERYTHING) -> Whereabouts:
    return graph.read(initiatives.whereabouts, actor=VISITOR, selection=selection, municipality="")


def counts(found: Whereabouts) -> dict[str, int]:
    return {area.name: area.initiatives for area in found.areas}


def test_the_map_opens_on_districts_and_looks_into_one(graph: Graph, given: Given) -> None:
    town = given.area(name="Duinvliet", level="municipality")
    east = given.area(name="Oost", level="district", parent=town)
    west = given.area(name="West", level="district", parent=town)
    square = given.area(name="Duinplein", level="neighbourhood", parent=east)
    given.initiative(areas=[square])
    given.initiative(areas=[east, square])
    given.initiative(areas=[west], visibility=Visibility.DRAFT)
    given.initiative(areas=[town])
    given.initiative()
    assert counts(seen(graph)) == {"Oost": 2, "West": 0}
    assert seen(graph).elsewhere == 2
    inside = seen(graph, Selection(area=east))
    assert counts(inside) == {"Duinplein": 2}
    assert [each.name for each in inside.around] == ["Duinvliet", "Oost"]
    # The smallest area shows itself.
    assert counts(seen(graph, Selection(area=square))) == {"Duinplein": 2}
    assert seen(graph, Selection(area=square)).elsewhere == 0


def test_filters_hold_on_the_map(graph: Graph, given: Given) -> None:
    green, trees = given.theme(name="Groen"), given.theme(name="Zorg")
    east = given.area(name="Oost", level="district")
    given.initiative(areas=[east], themes=[green], status="running")
    given.initiative(areas=[east], themes=[trees], status="idea")
    assert counts(seen(graph, Selection(theme=green))) == {"Oost": 1}
    assert counts(seen(graph, Selection(status=Status.IDEA))) == {"Oost": 1}
    assert counts(seen(graph, Selection(theme=green, status=Status.IDEA))) == {"Oost": 0}


def test_an_area_that_is_not_there_is_not_found(graph: Graph) -> None:
    with pytest.raises(NotFound):
        graph.read(initiatives.whereabouts, actor=SYSTEM, selection=Selection(area="nergens"), municipality="")
