"""Results against goals, lessons for a phase, and interests."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import interests, lessons, results
from graph.errors import NotFound
from graph.links import Tie
from graph.model import Kind, LessonKind, Status, Visibility
from graph.rights import SYSTEM, VISITOR

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given


def test_results_are_found_by_goal_theme_and_area_with_all_below_them(graph: Graph, given: Given) -> None:
    wide, theme, area = given.goal(name="Groen"), given.theme(), given.area()
    narrow = given.goal(name="Bijen", parent=wide)
    made = given.initiative(name="Bijenlint", themes=[theme], areas=[area])
    given.record(Kind.RESULT, name="Oud", achieved_by=[made], reached_on=dt.date(2025, 1, 1))
    given.record(Kind.RESULT, name="Nieuw", achieved_by=[made], counts_for=[narrow], reached_on=dt.date(2026, 1, 1))
    given.record(Kind.RESULT, name="Geheim", achieved_by=[made], counts_for=[narrow], visibility=Visibility.DRAFT)

    def names(**chosen: str) -> list[str]:
        found = graph.read(results.listing, actor=VISITOR, selection=results.Selection(**chosen), skip=0, limit=10)
        assert found.total == len(found.rows)
        return [each.name for each in found.rows]

    assert names() == ["Nieuw", "Oud"]
    assert names(goal=wide) == ["Nieuw"]
    assert names(theme=theme, area=area) == ["Nieuw", "Oud"]
    listing = graph.read(results.listing, actor=VISITOR, selection=results.Selection(), skip=1, limit=1)
    assert [each.name for each in listing.rows] == ["Oud"]
    assert [(each.name, each.found) for each in listing.choices_of("goal")] == [("Bijen", 1)]
    assert [each.name for each in graph.read(results.of_goal, actor=VISITOR, goal_id=wide)] == ["Nieuw"]
    assert [each.name for each in graph.read(results.of_initiative, actor=VISITOR, initiative_id=made)] == [
        "Nieuw",
        "Oud",
    ]


def test_a_draft_result_is_not_there_for_a_visitor(graph: Graph, given: Given) -> None:
    hidden = given.record(Kind.RESULT, visibility=Visibility.DRAFT)
    assert graph.read(results.one, actor=SYSTEM, result_id=hidden).id == hidden
    with pytest.raises(NotFound):
        graph.read(results.one, actor=VISITOR, result_id=hidden)


def test_lessons_come_to_those_who_reach_the_phase_and_share_something(graph: Graph, given: Given) -> None:
    green, care = given.theme(name="Groen"), given.theme(name="Zorg")
    teacher = given.initiative(name="Kavel", themes=[green])
    pupil = given.initiative(name="Bijenlint", themes=[green], status="idea")
    shared = {"themes": [green], "learned_by": [teacher]}
    given.record(Kind.LESSON, name="Mislukt", lesson_kind="obstacle", phase="idea", **shared)
    given.record(Kind.LESSON, name="Later", lesson_kind="tip", phase="running", **shared)
    given.record(Kind.LESSON, name="Ander", lesson_kind="tip", phase="idea", themes=[care])
    own = given.record(Kind.LESSON, name="Eigen", lesson_kind="tip", phase="idea", themes=[green], learned_by=[pupil])
    found = graph.read(lessons.of_initiative, actor=VISITOR, initiative_id=pupil)
    assert [(each.name, each.lesson_kind) for each in found.for_phase] == [("Mislukt", LessonKind.OBSTACLE)]
    assert [each.id for each in found.own] == [own]
    listing = graph.read(
        lessons.listing, actor=VISITOR, selection=lessons.Selection(phase=Status.IDEA), skip=0, limit=10
    )
    assert listing.total == 3
    assert {(each.value, each.found) for each in listing.choices_of("phase")} == {("idea", 3), ("running", 1)}


def test_people_with_an_interest_are_counted_and_never_named_in_public(graph: Graph, given: Given) -> None:
    party, person = given.organisation(name="Imkers"), given.person(name="Roos Verzonnen")
    goal = given.goal(
        interested=[Tie(party, {"text": "bloemen"})], interested_people=[Tie(person, {"text": "een bankje"})]
    )
    public = graph.read(interests.in_record, actor=VISITOR, record_id=goal)
    assert [(each.party and each.party.name, each.text) for each in public] == [("Imkers", "bloemen"), (None, None)]
    private = graph.read(interests.in_record, actor=SYSTEM, record_id=goal)
    assert {(each.party and each.party.name, each.text) for each in private} == {
        ("Imkers", "bloemen"),
        ("Roos Verzonnen", "een bankje"),
    }
