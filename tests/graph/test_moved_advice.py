"""Questions and advice go by where a neighbourhood, a theme or a goal lies now, and not by where it lay."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from graph import assessments, clock, contacts, goal_finder, likely, today
from graph.model import Kind, Outcome
from graph.questions import Ask, Question, answers, pictures
from graph.rights import SYSTEM, VISITOR, Actor, Role
from graph.sharing import feeds
from tests.graph.assessments.weighing import adopted, begun, decided
from tests.graph.moving import DAY_BEFORE, NOON, Town

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.questions import Answers
    from graph.store import Graph
    from tests.given import Given

CARLA = Actor("Carla", account_id="carla", roles=frozenset({Role.BRIDGE_BUILDER}))


@pytest.fixture
def town(graph: Graph, given: Given) -> Iterator[Town]:
    """The town after the move, today."""
    made = Town(graph, given)
    made.move()
    with clock.at(NOON):
        yield made


def ask(graph: Graph, what: Ask, **named: Any) -> Answers:
    return graph.read(answers, actor=CARLA, question=Question(what, **named))


def asked(graph: Graph, what: Ask, **named: Any) -> list[str]:
    return [each.name for row in ask(graph, what, **named).rows for each in row.subjects]


def test_questions_about_an_area_look_inside_it_as_it_is_now(graph: Graph, given: Given, town: Town) -> None:
    def around(what: Ask, **named: Any) -> tuple[set[str], set[str]]:
        centre, harbour = (asked(graph, what, area=area, **named) for area in (town.centre, town.harbour))
        return set(centre), set(harbour)

    both = {"Erf", "Tuin"}
    assert around(Ask.SHARED_GOAL, goal=town.goal) == (set(), both)
    assert around(Ask.WITHOUT_CONTACT, theme=town.bees) == (set(), both)
    assert around(Ask.SILENT, number=6) == (set(), both)
    assert around(Ask.WHITE_SPOTS, goal=town.health) == ({"Meer bijen"}, set())
    given.need(name="Gereedschap voor de tuin", supply_kind="materials", needed_by=[town.garden])
    given.offer(name="Gereedschap te leen", supply_kind="materials", offered_by=[town.yard])
    assert around(Ask.UNMET) == (set(), both)


def test_questions_about_a_theme_look_below_it_as_it_is_now(graph: Graph, given: Given, town: Town) -> None:
    party = given.organisation(name="Bakkerij")
    for name in ("Brood", "Oven"):
        given.initiative(name=name, themes=[town.bees], areas=[town.square], partners=[party])
    assert asked(graph, Ask.PARTNERS, theme=town.green, number=2) == []
    assert asked(graph, Ask.PARTNERS, theme=town.care, number=2) == ["Bakkerij"]
    assert asked(graph, Ask.PARTNERS, theme=town.care, number=2, area=town.centre) == []
    assert asked(graph, Ask.PARTNERS, theme=town.care, number=2, area=town.harbour) == ["Bakkerij"]
    assert asked(graph, Ask.WITHOUT_CONTACT, theme=town.green) == []
    assert set(asked(graph, Ask.WITHOUT_CONTACT, theme=town.care)) == {"Erf", "Tuin", "Brood", "Oven"}


def test_answers_are_on_the_map_where_they_are_now(graph: Graph, town: Town) -> None:
    found = ask(graph, Ask.WITHOUT_CONTACT, theme=town.bees)
    where = graph.read(pictures.whereabouts, actor=CARLA, found=found, municipality="GM0537")
    assert {each.name: each.initiatives for each in where.areas} == {"Centrum": 0, "Havenkwartier": 2}
    assert where.elsewhere == 0
    inside = ask(graph, Ask.WITHOUT_CONTACT, theme=town.bees, area=town.square)
    where = graph.read(pictures.whereabouts, actor=CARLA, found=inside, municipality="")
    assert [each.name for each in where.around] == ["Duinvliet", "Havenkwartier", "Duinplein"]


def test_who_answers_for_the_place_it_lay_in_is_not_proposed(graph: Graph, town: Town) -> None:
    proposed = graph.read(contacts.proposed, actor=SYSTEM, initiative_ids=[town.garden])[town.garden]
    assert proposed.person.name == "Els"
    assert {each.name for each in proposed.subjects} == {"Havenkwartier", "Zorg"}
    day = graph.read(today.day, actor=CARLA)
    assert {each.candidate.name for each in day.without_contact if each.candidate} == {"Els"}
    named = {"id": town.garden, "visible": CARLA.visible, "today": clock.today()}
    involved = graph.read(lambda tx: likely.PEOPLE.all(tx, **named, near=[], limit=5))
    assert [each.name for each in involved] == ["Els"]


def test_a_goal_is_known_by_the_words_above_it_now(graph: Graph, town: Town) -> None:
    found = graph.read(lambda tx: goal_finder.GOALS.all(tx, visible=VISITOR.visible, on=clock.today()))
    assert {each.id: each.above for each in found}[town.goal] == ("Gezond",)


def test_a_theme_it_lay_under_may_be_missing_and_one_above_it_now_is_not(
    graph: Graph, given: Given, town: Town
) -> None:
    near = given.initiative(name="Zo een", themes=[town.green, town.care])
    named = {"id": town.garden, "visible": CARLA.visible}
    things = graph.read(lambda tx: likely.THINGS.all(tx, **named, near=[near]))
    assert [each.name for each in things] == ["Groen"]


def test_the_feed_of_an_area_and_a_theme_tells_what_is_below_it_now(graph: Graph, town: Town) -> None:
    def told(kind: Kind, record_id: str) -> set[str]:
        _, entries = graph.read(feeds.around, kind=kind, record_id=record_id)
        return {each.name for each in entries if each.kind is Kind.INITIATIVE}

    assert (told(Kind.AREA, town.centre), told(Kind.AREA, town.harbour)) == (set(), {"Erf", "Tuin"})
    assert (told(Kind.THEME, town.green), told(Kind.THEME, town.care)) == (set(), {"Erf", "Tuin"})


def test_cases_share_the_district_of_the_day_they_were_decided(graph: Graph, given: Given, town: Town) -> None:
    adopted(given, "Een")
    church = given.area(name="Kerkbuurt", level="neighbourhood", parent=town.centre)
    case = decided(given, given.initiative(name="Kerk", goals=[town.goal], areas=[church]), Outcome.SUPPORTED)
    this = begun(given, town.garden)
    for day, areas in ((DAY_BEFORE, ("Centrum",)), (dt.date(2026, 10, 2), ())):
        found = graph.read(assessments.similar, actor=SYSTEM, assessment_id=this, decided_on=day)
        assert [(each.id, each.areas) for each in found] == [(case, areas)]
