"""Results against goals, lessons for a phase, and interests."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from graph import interests, lessons, records, results
from graph.errors import NotFound
from graph.links import LinkField, Tie
from graph.model import Kind, LessonKind, Link, Status, Visibility
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
    assert [(each.name, each.found) for each in listing.choices_of("goal")] == [("Bijen", 1), ("Groen", 1)]
    assert [each.name for each in graph.read(results.of_goal, actor=VISITOR, goal_id=wide)] == ["Nieuw"]
    assert [each.name for each in graph.read(results.of_initiative, actor=VISITOR, initiative_id=made)] == [
        "Nieuw",
        "Oud",
    ]


def test_the_number_behind_a_choice_of_results_is_what_it_gives_with_the_other_filters(
    graph: Graph, given: Given
) -> None:
    bees = given.goal(name="Bijen", parent=given.goal(name="Groen"))
    green, care = given.theme(name="Groen"), given.theme(name="Zorg")
    town = given.area(name="Duinvliet")
    north, south = given.area(name="Noord", parent=town), given.area(name="Zuid", parent=town)
    ribbon = given.initiative(name="Bijenlint", themes=[green], areas=[north])
    table = given.initiative(name="Eettafel", themes=[care, green], areas=[south])
    given.record(Kind.RESULT, name="Bloemen", achieved_by=[ribbon], counts_for=[bees])
    given.record(Kind.RESULT, name="Bankjes", achieved_by=[ribbon])
    given.record(Kind.RESULT, name="Maaltijden", achieved_by=[table, ribbon])
    given.record(Kind.RESULT, name="Geheim", achieved_by=[table], counts_for=[bees], visibility=Visibility.DRAFT)

    def found(**chosen: str) -> results.Listing:
        return graph.read(results.listing, actor=VISITOR, selection=results.Selection(**chosen), skip=0, limit=10)

    def counts(**chosen: str) -> dict[str, dict[str, int]]:
        listing = found(**chosen)
        for each in listing.choices:
            assert each.found == found(**{**chosen, each.filter: each.value}).total
        return {
            name: {each.name: each.found for each in listing.choices_of(name)} for name in ("goal", "theme", "area")
        }

    areas = {"Duinvliet": 3, "Noord": 3, "Zuid": 1}
    assert counts() == {"goal": {"Bijen": 1, "Groen": 1}, "theme": {"Groen": 3, "Zorg": 1}, "area": areas}
    assert counts(theme=care) == {
        "goal": {},
        "theme": {"Groen": 3, "Zorg": 1},
        "area": {"Duinvliet": 1, "Noord": 1, "Zuid": 1},
    }
    assert counts(goal=bees, area=north) == {
        "goal": {"Bijen": 1, "Groen": 1},
        "theme": {"Groen": 1},
        "area": {"Duinvliet": 1, "Noord": 1},
    }
    # What is chosen stays among the choices, so that it is seen and can be let go.
    assert counts(goal=bees, area=south) == {
        "goal": {"Bijen": 0},
        "theme": {},
        "area": {"Duinvliet": 1, "Noord": 1, "Zuid": 0},
    }


def test_counts_of_choices_stop_where_the_total_does(
    graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "COUNTED", 1)
    monkeypatch.setattr(lessons, "COUNTED", 1)
    theme, goal = given.theme(), given.goal()
    for name in ("Een", "Twee", "Drie"):
        given.record(Kind.RESULT, name=name, counts_for=[goal])
        given.record(Kind.LESSON, name=name, lesson_kind="tip", phase="idea", themes=[theme])
    came = graph.read(results.listing, actor=VISITOR, selection=results.Selection(), skip=0, limit=10)
    assert (came.total, [each.found for each in came.choices]) == (2, [2])
    learned = graph.read(lessons.listing, actor=VISITOR, selection=lessons.Selection(), skip=0, limit=10)
    assert (learned.total, [each.found for each in learned.choices]) == (2, [2, 2, 2])


def test_results_come_newest_first_oldest_first_or_by_name(graph: Graph, given: Given) -> None:
    given.record(Kind.RESULT, name="beuken", reached_on=dt.date(2025, 1, 1))
    given.record(Kind.RESULT, name="Appels", reached_on=dt.date(2025, 6, 1))
    given.record(Kind.RESULT, name="Cijfers", reached_on=dt.date(2026, 1, 1))
    given.record(Kind.RESULT, name="Dagloos")

    def names(order: results.Order) -> list[str]:
        asked = {"actor": VISITOR, "selection": results.Selection(), "order": order}
        pages = [graph.read(results.listing, **asked, skip=skip, limit=2).rows for skip in (0, 2)]
        file = graph.read(results.rows, **asked, skip=0, limit=10)
        assert [row.id for page in pages for row in page] == [row.id for row in file]
        return [row.name for row in file]

    assert names(results.Order.NEWEST) == ["Cijfers", "Appels", "beuken", "Dagloos"]
    assert names(results.Order.OLDEST) == ["beuken", "Appels", "Cijfers", "Dagloos"]
    assert names(results.Order.NAME) == ["Appels", "beuken", "Cijfers", "Dagloos"]


def test_the_number_behind_a_choice_of_lessons_is_what_it_gives_with_the_other_filters(
    graph: Graph, given: Given
) -> None:
    green = given.theme(name="Groen")
    trees = given.theme(name="Bomen", parent=green)
    given.record(Kind.LESSON, name="Zaai vroeg", lesson_kind="tip", phase="idea", themes=[trees])
    given.record(Kind.LESSON, name="Vraag de buren", lesson_kind="tip", phase="running", themes=[green])
    given.record(Kind.LESSON, name="Te droog", lesson_kind="obstacle", phase="idea")
    given.record(Kind.LESSON, name="Geheim", lesson_kind="tip", phase="idea", visibility=Visibility.DRAFT)

    def found(**chosen: Any) -> lessons.Listing:
        return graph.read(lessons.listing, actor=VISITOR, selection=lessons.Selection(**chosen), skip=0, limit=10)

    def counts(**chosen: Any) -> dict[str, dict[str, int]]:
        listing = found(**chosen)
        for each in listing.choices:
            assert each.found == found(**{**chosen, each.filter: each.value}).total
        return {
            name: {each.name: each.found for each in listing.choices_of(name)} for name in ("kind", "phase", "theme")
        }

    assert counts() == {
        "kind": {"obstacle": 1, "tip": 2},
        "phase": {"idea": 2, "running": 1},
        "theme": {"Bomen": 1, "Groen": 2},
    }
    assert counts(kind=LessonKind.TIP, phase=Status.IDEA) == {
        "kind": {"obstacle": 1, "tip": 1},
        "phase": {"idea": 1, "running": 1},
        "theme": {"Bomen": 1, "Groen": 1},
    }
    assert counts(kind=LessonKind.OBSTACLE, theme=green) == {
        "kind": {"obstacle": 0, "tip": 2},
        "phase": {},
        "theme": {"Groen": 0},
    }
    assert counts(kind=LessonKind.STIMULUS, phase=Status.STOPPED) == {
        "kind": {"stimulus": 0},
        "phase": {"stopped": 0},
        "theme": {},
    }


def test_lessons_come_newest_first_or_by_name(graph: Graph, given: Given) -> None:
    for name in ("Cirkels", "appels", "Bomen"):
        given.record(Kind.LESSON, name=name)

    def names(order: lessons.Order) -> list[str]:
        asked = {"actor": VISITOR, "selection": lessons.Selection(), "order": order}
        pages = [graph.read(lessons.listing, **asked, skip=skip, limit=2).rows for skip in (0, 2)]
        file = graph.read(lessons.rows, **asked, skip=0, limit=10)
        assert [row.id for page in pages for row in page] == [row.id for row in file]
        return [row.name for row in file]

    assert names(lessons.Order.NEWEST) == ["Bomen", "appels", "Cirkels"]
    assert names(lessons.Order.NAME) == ["appels", "Bomen", "Cirkels"]


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


def of_use(graph: Graph, initiative_id: str) -> list[str]:
    found = graph.read(lessons.of_initiative, actor=VISITOR, initiative_id=initiative_id)
    return [each.name for each in found.for_phase]


def test_a_lesson_is_found_by_the_theme_of_the_initiative_that_learned_it(graph: Graph, given: Given) -> None:
    green, care = given.theme(name="Groen"), given.theme(name="Zorg")
    teacher, other = given.initiative(name="Kavel", themes=[green]), given.initiative(name="Eettafel", themes=[care])
    hidden = given.initiative(name="Geheim", themes=[green], visibility=Visibility.DRAFT)
    pupil = given.initiative(name="Bijenlint", themes=[green], status="idea")
    for name, who in (("Zaai vroeg", teacher), ("Kook samen", other), ("Niemand ziet wie", hidden), ("Eigen", pupil)):
        given.record(Kind.LESSON, name=name, lesson_kind="tip", phase="idea", learned_by=[who])
    assert of_use(graph, pupil) == ["Zaai vroeg"]
    assert of_use(graph, given.initiative(name="Zonder thema", status="idea")) == []


def test_what_lessons_share_is_counted_once_and_the_most_comes_first(graph: Graph, given: Given) -> None:
    green, water, goal = given.theme(name="Groen"), given.theme(name="Water"), given.goal()
    pupil = given.initiative(themes=[green, water], goals=[goal], status="idea")
    one, both = given.initiative(themes=[green]), given.initiative(themes=[green, water])
    twice = given.initiative(themes=[green], goals=[goal])
    tip = {"lesson_kind": "tip", "phase": "idea"}
    given.record(Kind.LESSON, name="Eén thema, op twee plaatsen", learned_by=[one], themes=[green], **tip)
    given.record(Kind.LESSON, name="Twee thema's", learned_by=[both], **tip)
    given.record(Kind.LESSON, name="Thema en doel", learned_by=[one, twice], **tip)
    found = of_use(graph, pupil)
    assert (set(found[:2]), found[2:]) == ({"Twee thema's", "Thema en doel"}, ["Eén thema, op twee plaatsen"])


def test_a_lesson_is_not_found_by_what_is_over(graph: Graph, given: Given) -> None:
    green, goal = given.theme(name="Groen"), given.goal()
    pupil = given.initiative(themes=[green], goals=[goal], status="idea")
    teacher = given.initiative(themes=[green], goals=[goal])
    lesson = given.record(Kind.LESSON, name="Zaai vroeg", lesson_kind="tip", phase="idea", learned_by=[teacher, pupil])
    learned = LinkField(Link.LEARNED, Kind.INITIATIVE, outgoing=False)

    def learn(version: int, *who: str) -> list[str]:
        ties = {learned: [Tie(each) for each in who]}
        graph.write(records.change, actor=SYSTEM, record_id=lesson, version=version, properties={}, ties=ties)
        return of_use(graph, pupil)

    assert of_use(graph, pupil) == []
    # It is the pupil's own no longer, and then nobody's.
    assert learn(1, teacher) == ["Zaai vroeg"]
    assert learn(2) == []
    assert learn(3, teacher) == ["Zaai vroeg"]
    over = {LinkField(Link.HAS_THEME, Kind.THEME): [], LinkField(Link.CONTRIBUTES_TO, Kind.GOAL): []}
    version = graph.read(records.read, actor=SYSTEM, record_id=teacher).version
    graph.write(records.change, actor=SYSTEM, record_id=teacher, version=version, properties={}, ties=over)
    assert of_use(graph, pupil) == []


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
