"""The choices of filters hold what hangs below them, each thing once."""

from graph import organisations, overview
from graph.overview import Question
from graph.rights import VISITOR
from graph.store import Graph
from graph.supply import market
from tests.given import Given


def test_a_theme_and_an_area_hold_what_is_below_them_once(graph: Graph, given: Given) -> None:
    green = given.theme(name="Groen")
    bees, trees = given.theme(name="Bijen", parent=green), given.theme(name="Bomen", parent=green)
    town = given.area(name="Duinvliet", level="municipality")
    village = given.area(name="Dorp", level="district", parent=town)
    both = given.organisation(name="Imkers", themes=[bees, trees], areas=[village])
    given.organisation(name="Snoeiers", themes=[trees])
    garden = given.initiative(name="Tuin", themes=[bees, trees], areas=[village])
    given.need(name="Hout", needed_by=[garden], needed_by_organisation=[both])
    goal = given.goal(name="Meer bijen", themes=[bees, trees])
    given.initiative(name="Lint", goals=[goal], areas=[village])
    given.initiative(name="Perk", goals=[goal], areas=[village])

    chosen = organisations.Selection()
    listed = graph.read(organisations.listing, actor=VISITOR, selection=chosen, skip=0, limit=10)
    sold = graph.read(market.listing, actor=VISITOR, selection=market.Selection(), skip=0, limit=10)
    seen = graph.read(overview.overview, actor=VISITOR, question=Question())

    assert {each.name: each.organisations for each in listed.choices_of("theme")} == {
        "Groen": 2,
        "Bijen": 1,
        "Bomen": 2,
    }
    assert {each.name: each.organisations for each in listed.choices_of("area")} == {"Duinvliet": 1, "Dorp": 1}
    assert {each.name: each.things for each in sold.choices_of("theme")} == {"Groen": 1, "Bijen": 1, "Bomen": 1}
    assert {each.name: each.things for each in sold.choices_of("area")} == {"Duinvliet": 1, "Dorp": 1}
    assert {each.name: each.goals for each in seen.choices_of("theme")} == {"Groen": 1, "Bijen": 1, "Bomen": 1}
    assert {each.name: each.goals for each in seen.choices_of("area")} == {"Dorp": 1}
