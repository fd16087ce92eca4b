"""What moved in its tree counts where it lies now, and on an earlier day where it lay then; never in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph import clock, goal_pages, initiatives, opgave, organisations, overview, search, welcome
from graph.initiatives import Selection
from graph.overview import Order, Question
from graph.rights import VISITOR
from tests.given import Given
from tests.graph.moving import AROUND, BROADER, MOVED, NOON, Town, then_and_now

if TYPE_CHECKING:
    from graph.store import Graph

BOTH = ["Erf", "Tuin"]


@pytest.fixture
def town(graph: Graph, given: Given) -> Town:
    """The town after the move."""
    made = Town(graph, given)
    made.move()
    return made


def listing(graph: Graph, **chosen: Any) -> initiatives.Listing:
    return graph.read(initiatives.listing, actor=VISITOR, selection=Selection(**chosen), skip=0, limit=10)


def choices(graph: Graph, name: str, **chosen: Any) -> dict[str, int]:
    return {each.name: each.initiatives for each in listing(graph, **chosen).choices_of(name)}


def partners(graph: Graph, **chosen: Any) -> organisations.Listing:
    selection = organisations.Selection(**chosen)
    return graph.read(organisations.listing, actor=VISITOR, selection=selection, skip=0, limit=10)


def on_map(graph: Graph, *, municipality: str = "GM0537", **chosen: Any) -> initiatives.Whereabouts:
    selection = Selection(**chosen)
    return graph.read(initiatives.whereabouts, actor=VISITOR, selection=selection, municipality=municipality)


def counts(found: initiatives.Whereabouts) -> dict[str, int]:
    return {area.name: area.initiatives for area in found.areas}


@pytest.mark.parametrize("newest_first", [False, True])
def test_a_list_holds_what_lies_below_its_area_and_theme(graph: Graph, town: Town, *, newest_first: bool) -> None:
    def look(**chosen: str) -> tuple[int, list[str]]:
        found = listing(graph, newest_first=newest_first, **chosen)
        return found.total, sorted(each.name for each in found.rows)

    assert then_and_now(lambda: look(area=town.centre)) == ((2, BOTH), (0, []))
    assert then_and_now(lambda: look(area=town.harbour)) == ((0, []), (2, BOTH))
    assert then_and_now(lambda: look(area=town.town)) == ((2, BOTH), (2, BOTH))
    assert then_and_now(lambda: look(theme=town.green)) == ((2, BOTH), (0, []))
    assert then_and_now(lambda: look(theme=town.care)) == ((0, []), (2, BOTH))


def test_the_choices_of_the_list_count_where_it_lies(graph: Graph, town: Town) -> None:
    """With nothing chosen each choice is counted by itself; with something chosen over what fits the rest."""
    in_centre, in_harbour = ({"Duinvliet": 2, "Duinplein": 2, district: 2} for district in ("Centrum", "Havenkwartier"))
    of_green, of_care = ({"Bijen": 2, theme: 2} for theme in ("Groen", "Zorg"))
    assert then_and_now(lambda: choices(graph, "area")) == (in_centre, in_harbour)
    assert then_and_now(lambda: choices(graph, "theme")) == (of_green, of_care)
    assert then_and_now(lambda: choices(graph, "area", theme=town.bees)) == (in_centre, in_harbour)
    assert then_and_now(lambda: choices(graph, "theme", area=town.square)) == (of_green, of_care)
    assert then_and_now(lambda: choices(graph, "area", theme=town.green)) == (in_centre, {})
    assert then_and_now(lambda: choices(graph, "theme", area=town.centre)) == (of_green, {})


@pytest.mark.parametrize("order", list(organisations.Order))
def test_partners_are_found_and_counted_where_they_are(graph: Graph, town: Town, order: organisations.Order) -> None:
    def look(**chosen: str) -> tuple[int, list[str]]:
        found = partners(graph, order=order, **chosen)
        return found.total, [each.name for each in found.rows]

    def offered(name: str, **chosen: str) -> set[str]:
        return {each.name for each in partners(graph, order=order, **chosen).choices_of(name)}

    imkers = (1, ["Imkers"])
    assert then_and_now(lambda: look(area=town.centre)) == (imkers, (0, []))
    assert then_and_now(lambda: look(area=town.harbour)) == ((0, []), imkers)
    assert then_and_now(lambda: look(theme=town.green)) == (imkers, (0, []))
    assert then_and_now(lambda: look(theme=town.care)) == ((0, []), imkers)
    assert then_and_now(lambda: offered("theme")) == ({"Groen", "Bijen"}, {"Zorg", "Bijen"})
    assert then_and_now(lambda: offered("area") - {"Duinvliet", "Duinplein"}) == ({"Centrum"}, {"Havenkwartier"})
    assert then_and_now(lambda: offered("theme", area=town.centre)) == ({"Groen", "Bijen"}, set())
    assert then_and_now(lambda: offered("area", theme=town.green) - {"Duinvliet"}) == ({"Centrum", "Duinplein"}, set())


def test_the_map_counts_and_draws_what_lies_inside(graph: Graph, town: Town) -> None:
    in_centre, in_harbour = {"Centrum": 2, "Havenkwartier": 0}, {"Centrum": 0, "Havenkwartier": 2}
    assert then_and_now(lambda: counts(on_map(graph))) == (in_centre, in_harbour)
    assert then_and_now(lambda: counts(on_map(graph, theme=town.green))) == (in_centre, dict.fromkeys(in_centre, 0))
    assert then_and_now(lambda: counts(on_map(graph, area=town.centre))) == ({"Duinplein": 2}, {"Centrum": 0})
    assert then_and_now(lambda: counts(on_map(graph, area=town.harbour))) == ({"Havenkwartier": 0}, {"Duinplein": 2})
    for chosen in ({}, {"area": town.town}, {"area": town.centre}, {"theme": town.green}):
        assert then_and_now(lambda chosen=chosen: on_map(graph, **chosen).elsewhere) == (0, 0)
    around = then_and_now(lambda: [each.name for each in on_map(graph, area=town.square).around])
    assert around == (["Duinvliet", "Centrum", "Duinplein"], ["Duinvliet", "Havenkwartier", "Duinplein"])


def test_an_initiative_outside_the_areas_shown_is_elsewhere(graph: Graph, given: Given) -> None:
    """The neighbourhood came out of the districts: since then it is in none of the areas of the map."""
    town = Town(graph, given)
    with clock.at(MOVED):
        town.hang(town.square, AROUND, town.town)
    assert then_and_now(lambda: on_map(graph).elsewhere) == (0, 2)


def test_a_district_is_on_the_map_of_its_own_municipality(graph: Graph, given: Given) -> None:
    town = Town(graph, given)
    with clock.at(MOVED):
        town.hang(town.centre, AROUND, given.area(name="Elders", level="municipality", code="GM0001"))

    def drawn(code: str) -> set[str]:
        start = graph.read(welcome.welcome, actor=VISITOR, municipality=code)
        here = {each.name for each in start.districts}
        assert here == set(counts(on_map(graph, municipality=code)))
        return here

    assert then_and_now(lambda: drawn("GM0537")) == ({"Centrum", "Havenkwartier"}, {"Havenkwartier"})
    assert then_and_now(lambda: drawn("GM0001")) == (set(), {"Centrum"})


@pytest.mark.usefixtures("town")
def test_the_map_of_the_start_counts_what_lies_inside(graph: Graph) -> None:
    def look() -> dict[str, int]:
        start = graph.read(welcome.welcome, actor=VISITOR, municipality="")
        return {each.name: each.initiatives for each in start.districts}

    assert then_and_now(look) == ({"Centrum": 2, "Havenkwartier": 0}, {"Centrum": 0, "Havenkwartier": 2})


def test_the_overview_and_its_file_show_goals_below_the_theme_and_in_the_area(graph: Graph, town: Town) -> None:
    def both(**chosen: Any) -> list[str]:
        question = Question(**chosen)
        file = graph.read(overview.overview, actor=VISITOR, question=question)
        page = graph.read(goal_pages.page, actor=VISITOR, question=question, skip=0, limit=10)
        names = [goal.name for goal in file.goals]
        assert names == [each.goal.name for part in page.programmes for each in part.goals]
        assert [part.initiatives for part in page.programmes] == [2] * bool(names)
        assert [each.around.initiatives for part in page.programmes for each in part.goals] == [2] * len(names)
        return names

    for order in (Order.PROGRAMME, Order.MOST):
        assert then_and_now(lambda order=order: both(area=town.centre, order=order)) == (["Meer bijen"], [])
        assert then_and_now(lambda order=order: both(area=town.harbour, order=order)) == ([], ["Meer bijen"])
    assert then_and_now(lambda: both(theme=town.green)) == (["Meer bijen"], [])
    assert then_and_now(lambda: both(theme=town.care)) == ([], ["Meer bijen"])


@pytest.mark.usefixtures("town")
def test_the_overview_puts_a_goal_in_the_programme_and_under_the_filters_of_the_day(graph: Graph) -> None:
    def seen() -> overview.Overview:
        return graph.read(overview.overview, actor=VISITOR, question=Question())

    def programme() -> list[str]:
        return [goal.programme.name for goal in seen().goals if goal.programme and goal.name == "Meer bijen"]

    def offered(name: str) -> set[str]:
        return {each.name for each in seen().choices_of(name)}

    assert then_and_now(programme) == (["Natuur"], ["Gezond"])
    assert then_and_now(lambda: offered("theme")) == ({"Groen", "Bijen"}, {"Zorg", "Bijen"})
    assert then_and_now(lambda: offered("area")) == ({"Centrum", "Duinplein"}, {"Havenkwartier", "Duinplein"})


def test_the_places_of_an_opgave_are_those_of_the_day(graph: Graph, town: Town) -> None:
    def places() -> dict[str, int]:
        found = graph.read(opgave.page, actor=VISITOR, goal_id=town.goal, municipality="")
        return {each.name: each.initiatives for each in found.places}

    assert then_and_now(places) == ({"Centrum": 2, "Havenkwartier": 0}, {"Centrum": 0, "Havenkwartier": 2})


def test_search_filters_by_where_it_lies_today(committed: Graph) -> None:
    town = Town(committed, Given(committed))
    town.move()

    def found(**chosen: Any) -> list[str]:
        answer = committed.read(search.find, actor=VISITOR, question=search.Question("tuin", **chosen))
        return [hit.name for group in answer.groups for hit in group.hits]

    with clock.at(NOON):
        offered = committed.read(search.find, actor=VISITOR, question=search.Question("tuin"))
        assert (found(area=town.centre), found(area=town.harbour)) == ([], ["Tuin"])
        assert (found(theme=town.green), found(theme=town.care)) == ([], ["Tuin"])
    assert {each.name for each in offered.choices_of("area")} == {"Duinvliet", "Havenkwartier", "Duinplein"}
    assert {each.name for each in offered.choices_of("theme")} == {"Zorg", "Bijen"}


def test_what_hangs_under_two_broader_themes_counts_once(graph: Graph, given: Given) -> None:
    town = Town(graph, given)
    with clock.at(MOVED):
        whole = given.theme(name="Stad")
        for each in (town.green, town.care):
            town.hang(each, BROADER, whole)
        town.hang(town.bees, BROADER, town.green, town.care)
    with clock.at(NOON):
        assert listing(graph, theme=whole).total == 2
        assert choices(graph, "theme") == choices(graph, "theme", area=town.square)
        assert choices(graph, "theme") == dict.fromkeys(("Stad", "Groen", "Zorg", "Bijen"), 2)
        assert counts(on_map(graph, theme=whole)) == {"Centrum": 2, "Havenkwartier": 0}
        assert partners(graph, theme=whole).total == 1
        seen = graph.read(overview.overview, actor=VISITOR, question=Question())
    assert {each.name: each.goals for each in seen.choices_of("theme")} == dict.fromkeys(
        ("Stad", "Groen", "Zorg", "Bijen"), 1
    )
