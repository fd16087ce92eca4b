"""The ledger counts a bridge where its sides were while steps were taken, and in what lay around that."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import clock, records
from graph.bridges import ledger, life
from graph.bridges.ledger import Selection
from graph.links import LinkField
from graph.model import Kind, Link
from graph.rights import SYSTEM
from tests.graph.moving import AROUND, BEGAN, MOVED, NOON, Town

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bridges.ledger import Entry, Ledger
    from graph.store import Graph
    from tests.given import Given

PLACES, THEMES = LinkField(Link.LOCATED_IN, Kind.AREA), LinkField(Link.HAS_THEME, Kind.THEME)
JULY = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def town(graph: Graph, given: Given) -> Iterator[Town]:
    """A town with a bridge between Tuin and Erf, asked for before anything moves; it is late in the year now."""
    made = Town(graph, given)
    with clock.at(JULY):
        ask(made)
    with clock.at(NOON):
        yield made


def ask(town: Town) -> None:
    town.graph.write(life.ask, actor=SYSTEM, a=town.garden, b=town.yard, text="Samen bijen tellen.")


def tie(town: Town, field: LinkField, *others: str) -> None:
    for side in (town.garden, town.yard):
        town.hang(side, field, *others)


def found(graph: Graph, **chosen: str) -> Ledger:
    return graph.read(ledger.read, actor=SYSTEM, selection=Selection(**chosen))  # type: ignore[arg-type]


def only(graph: Graph) -> Entry:
    (entry,) = found(graph).entries
    return entry


def lines(graph: Graph) -> tuple[dict[str, int], dict[str, int]]:
    every = found(graph)
    assert {line.name: line.bridges for line in every.areas} == {area.name: n for area, n in every.by_area.items()}
    assert {line.name: line.bridges for line in every.themes} == {theme.name: n for theme, n in every.by_theme.items()}
    return {line.name: line.bridges for line in every.areas}, {line.name: line.bridges for line in every.themes}


FIRST = {"Duinplein": 1, "Centrum": 1, "Duinvliet": 1}, {"Bijen": 1, "Groen": 1}


def test_an_area_and_a_theme_hold_what_lies_inside_and_below(graph: Graph, town: Town) -> None:
    assert lines(graph) == FIRST
    entry = only(graph)
    assert ([each.name for each in entry.areas], [each.name for each in entry.themes]) == (["Duinplein"], ["Bijen"])
    for area, bridges in ((town.square, 1), (town.centre, 1), (town.town, 1), (town.harbour, 0)):
        assert found(graph, area=area).total.bridges == bridges
    for theme, bridges in ((town.bees, 1), (town.green, 1), (town.care, 0)):
        assert found(graph, theme=theme).total.bridges == bridges


def test_one_side_in_a_district_and_the_other_inside_it_count_there_once(graph: Graph, town: Town) -> None:
    with clock.at(BEGAN):
        town.hang(town.garden, PLACES, town.centre)
    assert lines(graph) == FIRST
    assert [each.name for each in only(graph).areas] == ["Centrum", "Duinplein"]


def test_a_bridge_stays_where_its_sides_were_when_they_end(graph: Graph, town: Town) -> None:
    with clock.at(MOVED):
        for side in (town.garden, town.yard):
            version = graph.read(records.read, actor=SYSTEM, record_id=side).version
            graph.write(records.end, actor=SYSTEM, record_id=side, version=version, on=MOVED.date())
    assert lines(graph) == FIRST
    assert found(graph, area=town.centre, theme=town.green).total.bridges == 1


def test_a_bridge_stays_where_its_sides_were_when_they_move(graph: Graph, given: Given, town: Town) -> None:
    with clock.at(MOVED):
        tie(town, PLACES, town.harbour)
        tie(town, THEMES, given.theme(name="Water"))
    assert lines(graph) == FIRST
    for side in (town.garden, town.yard):
        graph.write(life.answer, actor=SYSTEM, a=town.garden, b=town.yard, side_id=side, yes=True)
    both = FIRST[0] | {"Havenkwartier": 1}, FIRST[1] | {"Water": 1}
    assert lines(graph) == both


def test_a_bridge_that_began_after_the_move_is_not_where_they_were(graph: Graph, given: Given) -> None:
    town = Town(graph, given)
    with clock.at(MOVED):
        tie(town, PLACES, town.harbour)
        ask(town)
    with clock.at(NOON):
        assert lines(graph)[0] == {"Havenkwartier": 1, "Duinvliet": 1}


def test_what_was_linked_and_taken_back_on_one_day_does_not_count(graph: Graph, given: Given, town: Town) -> None:
    with clock.at(MOVED):
        tie(town, PLACES, town.square, given.area(name="Elders"))
        tie(town, PLACES, town.square)
    graph.write(life.known_already, actor=SYSTEM, a=town.garden, b=town.yard)
    assert lines(graph) == FIRST


def test_what_moves_in_its_tree_leaves_the_bridges_where_it_lay(graph: Graph, town: Town) -> None:
    town.move()
    assert lines(graph) == FIRST
    graph.write(life.known_already, actor=SYSTEM, a=town.garden, b=town.yard)
    both = FIRST[0] | {"Havenkwartier": 1}, FIRST[1] | {"Zorg": 1}
    assert lines(graph) == both


def test_a_side_that_left_before_its_neighbourhood_moved_was_never_there(graph: Graph, town: Town) -> None:
    """Both links held while the bridge was under way, but on no day together."""
    with clock.at(dt.datetime(2026, 8, 1, 12, tzinfo=dt.UTC)):
        tie(town, PLACES, town.centre)
    with clock.at(MOVED):
        town.hang(town.square, AROUND, town.harbour)
    graph.write(life.known_already, actor=SYSTEM, a=town.garden, b=town.yard)
    assert lines(graph) == FIRST
