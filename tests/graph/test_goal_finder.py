"""An idea leads to the goals it could serve."""

import datetime as dt

import pytest

from graph import clock, demo, goal_finder
from graph.model import Kind, PersonKind, Visibility
from graph.rights import VISITOR
from graph.store import Graph
from tests.given import Given


def names(graph: Graph, idea: str) -> list[str]:
    return [each.goal.name for each in graph.read(goal_finder.find, actor=VISITOR, idea=idea).goals]


def test_a_goal_is_found_with_everything_that_belongs_to_it(graph: Graph, given: Given) -> None:
    official = given.person(person_kind=PersonKind.OFFICIAL, function="adviseur")
    note = given.note(name="Groenvisie")
    theme = given.theme(name="Moestuinen")
    goal = given.goal(
        name="Bewoners beheren groen",
        open_for_contribution=True,
        notes=[note],
        themes=[theme],
        account_holder=[official],
    )
    alike = given.initiative(name="Moestuin De Kavel", goals=[goal])
    fits = given.scheme(name="Groen doen", serves=[goal], deadline=clock.today())
    given.scheme(name="Te laat", serves=[goal], deadline=clock.today() - dt.timedelta(days=1))
    given.goal(name="Sport voor iedereen", open_for_contribution=True)

    found = graph.read(goal_finder.find, actor=VISITOR, idea="een moestuin")

    assert [each.goal.id for each in found.goals] == [goal]
    first = found.goals[0]
    assert first.words == ("moestuin",), "groen is meant by it"
    assert [each.id for each in first.themes] == [theme]
    assert [each.id for each in first.alike] == [alike]
    assert [each.mention.id for each in first.about.notes] == [note]
    assert [each.mention.id for each in first.about.schemes] == [fits]
    assert [each.official.id for each in first.responsible.officials] == [official]


def test_goals_open_for_contribution_come_first(graph: Graph, given: Given) -> None:
    given.goal(name="Minder plastic")
    given.goal(name="Samen tegen plastic", open_for_contribution=True)
    assert names(graph, "plastic") == ["Samen tegen plastic", "Minder plastic"]


def test_what_is_not_public_is_not_found(graph: Graph, given: Given) -> None:
    given.goal(name="Minder plastic", visibility=Visibility.DRAFT)
    assert names(graph, "plastic") == []


@pytest.mark.parametrize("idea", ["", "!!!", "de het een", "qwertyuiop", "x" * 10_000, '"*:\\ AND ('])
def test_an_idea_without_goal_is_taken_calmly(graph: Graph, given: Given, idea: str) -> None:
    given.goal(name="Minder zwerfafval")
    assert graph.read(goal_finder.find, actor=VISITOR, idea=idea).goals == ()


def test_the_same_idea_gives_the_same_answer(graph: Graph, given: Given) -> None:
    for _ in range(9):
        given.goal(name="Groen in de wijk", themes=[given.theme(name="Natuur")])
    once = graph.read(goal_finder.find, actor=VISITOR, idea="bomen en groen")
    assert once == graph.read(goal_finder.find, actor=VISITOR, idea="bomen en groen")


def test_questions_of_people_find_goals_of_the_demonstration(committed: Graph) -> None:
    demo.load(committed)
    expected = {
        "een moestuin waar ouderen en kinderen samen werken": "Ouderen wonen prettig thuis",
        "minder plastic op het strand": "Minder zwerfafval",
        "samen eten tegen eenzaamheid": "Minder eenzaamheid",
        "bomen in de straat": "Vijfhonderd nieuwe bomen vóór 2030",
    }
    found = {idea: names(committed, idea) for idea in expected}
    assert {idea: goal for idea, goal in expected.items() if goal not in found[idea][:3]} == {}, found
    offers = committed.read(goal_finder.find, actor=VISITOR, idea="een moestuin met compost").offers
    assert [each.mention.kind for each in offers[:1]] == [Kind.OFFER]
