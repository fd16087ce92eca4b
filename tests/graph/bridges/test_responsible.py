"""Who answers for what two share, on the page of their bridge: the nearest, over what holds today."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import clock, links, officials, records
from graph.bridges import page
from graph.links import LinkField, Tie
from graph.model import Kind, Link
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from graph.bridges.page import Responsible
    from graph.store import Graph
    from tests.given import Given

PARENT = LinkField(Link.PART_OF, Kind.GOAL)


class Town:
    """Two initiatives at one goal, whose path to who answers for it is asked."""

    def __init__(self, graph: Graph, given: Given) -> None:
        self.graph, self.given = graph, given

    def person(self, name: str, kind: str, **named: object) -> str:
        return self.given.person(name=name, person_kind=kind, **named)

    def path(self, goal: str) -> Responsible:
        a, b = (self.given.initiative(goals=[goal]) for _ in range(2))
        (found,) = self.graph.read(page.between, actor=SYSTEM, a=a, b=b).responsible
        answering = self.graph.read(officials.responsible, actor=SYSTEM, record_ids=[goal])[goal]
        # The page of the goal itself says the same.
        assert found.alderman_id == next((each.official.id for each in answering.aldermen), None)
        assert found.official_id == next((each.official.id for each in answering.officials), None)
        return found


@pytest.fixture
def town(graph: Graph, given: Given) -> Town:
    return Town(graph, given)


def told(found: Responsible) -> tuple[str | None, str | None, str | None]:
    return found.note, found.alderman, found.official


def test_the_nearest_of_several_levels_is_named(town: Town, given: Given) -> None:
    far, near = (given.note(name=name) for name in ("Ver", "Dichtbij"))
    top = given.goal(
        notes=[far], holder=[town.person("A Ver", "alderman")], account_holder=[town.person("B Ver", "official")]
    )
    third = given.goal(parent=top)
    second = given.goal(parent=third, holder=[town.person("Z Dichtbij", "alderman")])
    goal = given.goal(parent=second, notes=[near])
    assert told(town.path(goal)) == ("Dichtbij", "Z Dichtbij", "B Ver")
    assert told(town.path(third)) == ("Ver", "A Ver", "B Ver")


def test_from_the_lowest_of_four_levels_the_highest_is_found(town: Town, given: Given) -> None:
    goal = given.goal(
        notes=[given.note(name="Visie")],
        holder=[town.person("Wethouder", "alderman")],
        account_holder=[town.person("Ambtenaar", "official", function="Adviseur")],
    )
    for _ in range(3):
        goal = given.goal(parent=goal)
    found = town.path(goal)
    assert told(found) == ("Visie", "Wethouder", "Ambtenaar")
    assert found.function == "Adviseur"


def test_a_goal_that_moved_leads_to_those_above_it_now(town: Town, graph: Graph, given: Given) -> None:
    old, new = (
        given.goal(
            notes=[given.note(name=f"Nota {name}")],
            holder=[town.person(f"Wethouder {name}", "alderman")],
            account_holder=[town.person(f"Ambtenaar {name}", "official")],
        )
        for name in ("A oud", "B nieuw")
    )
    yesterday = clock.now() - dt.timedelta(days=1)
    with clock.at(yesterday):
        goal = given.goal(parent=old)
    graph.write(records.change, actor=SYSTEM, record_id=goal, version=1, properties={}, ties={PARENT: [Tie(new)]})
    assert told(town.path(goal)) == ("Nota B nieuw", "Wethouder B nieuw", "Ambtenaar B nieuw")


def test_a_portfolio_held_through_a_theme_counts_after_the_goals_above(town: Town, given: Given) -> None:
    broad = given.theme()
    theme = given.theme(parent=broad)
    for name, kind, link in (
        ("Wethouder", "alderman", Link.PORTFOLIO_HOLDER_OF),
        ("Ambtenaar", "official", Link.ACCOUNT_HOLDER_OF),
    ):
        person = town.person(f"A {name} thema", kind)
        ties = {LinkField(link, Kind.THEME): [Tie(broad)]}
        given.graph.write(links.replace, actor=SYSTEM, record_id=person, kind=Kind.PERSON, ties=ties)
    assert told(town.path(given.goal(themes=[theme]))) == (None, "A Wethouder thema", "A Ambtenaar thema")
    above = given.goal(holder=[town.person("Wethouder doel", "alderman")])
    assert told(town.path(given.goal(themes=[theme], parent=above))) == (None, "Wethouder doel", "A Ambtenaar thema")


def test_who_left_is_not_named_and_who_leaves_later_is(town: Town, given: Given) -> None:
    today = clock.today()
    above = given.goal(holder=[town.person("Nu", "alderman", until=today + dt.timedelta(days=30))])
    gone = {"until": today - dt.timedelta(days=2)}
    goal = given.goal(
        parent=above,
        holder=[town.person("Vertrokken", "alderman", **gone)],
        account_holder=[town.person("Ook weg", "official", **gone)],
    )
    assert told(town.path(goal)) == (None, "Nu", None)
