"""A link that ended hides, counts and tells nothing any more; on an earlier day it still does."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import (
    assessments,
    clock,
    comparing,
    contributions,
    departments,
    duplicates,
    goals,
    interactions,
    records,
    schemes,
    statuses,
    today,
)
from graph.assessments.cases import ABOUT as JUDGES
from graph.assessments.cases import UNDER as WEIGHED_BY
from graph.contributions import By, Order, Selection
from graph.errors import NotFound
from graph.figures import overall
from graph.links import LinkField, Tie
from graph.model import Kind, Link, Outcome, Status, Visibility
from graph.questions import Ask, Question, answers
from graph.rights import SYSTEM, VISITOR, Actor, Role
from graph.sharing import feeds
from graph.statuses import Reason
from tests.graph.assessments.weighing import adopted, begun, filled, published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Graph
    from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
TODAY, OCTOBER = NOON.date(), dt.date(2026, 10, 1)
GIVEN_ON = dt.date(2026, 3, 1)
TO = LinkField(Link.TO, Kind.INITIATIVE)
UNDER = LinkField(Link.UNDER, Kind.SUBSIDY_SCHEME)
ABOUT = LinkField(Link.ABOUT, Kind.INITIATIVE)
HELD = LinkField(Link.HELD, Kind.PERSON, outgoing=False)
DECIDES = LinkField(Link.DECIDES, Kind.DEPARTMENT, outgoing=False)
ADOPTED_BY = LinkField(Link.ADOPTED_BY, Kind.BODY)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.at(NOON):
        yield


def tie(graph: Graph, record_id: str, field: LinkField, *others: str, version: int = 1) -> None:
    """Let the record have these links of one kind and no others, as its form does."""
    ties = {field: [Tie(each) for each in others]}
    graph.write(records.change, actor=SYSTEM, record_id=record_id, version=version, properties={}, ties=ties)


def merge(graph: Graph, goes: str, stays: str) -> None:
    graph.write(duplicates.merge, actor=SYSTEM, survivor_id=stays, loser_id=goes, survivor_version=1, loser_version=1)


def staff(person_id: str | None = None) -> Actor:
    return Actor(name="Carla", account_id="carla", person_id=person_id, roles=frozenset({Role.BRIDGE_BUILDER}))


@pytest.mark.parametrize("on", [TODAY, OCTOBER])
@pytest.mark.parametrize("actor", [VISITOR, SYSTEM])
def test_what_was_given_to_who_was_merged_away_shows_and_counts_for_who_stays(
    graph: Graph, given: Given, actor: Actor, on: dt.date
) -> None:
    goal, scheme = given.goal(), given.scheme()
    works = [Tie(goal, since=dt.date(2026, 1, 1))]
    goes, stays = (given.initiative(name=name, goals=works) for name in ("Tuin", "De Tuin"))
    gift = given.contribution(
        name="Struiken", amount_granted=900.0, granted_on=GIVEN_ON, given_to=[goes], under=[scheme]
    )
    merge(graph, goes, stays)
    with clock.showing(on):
        found = graph.read(contributions.listing, actor=actor, selection=Selection(), order=Order.NAME, skip=0, limit=9)
        page = graph.read(contributions.page, actor=actor, contribution_id=gift)
        totals = [graph.read(contributions.totals, actor=actor, by=by).rows for by in (By.GOAL, By.YEAR)]
        facts = graph.read(schemes.page, actor=VISITOR, scheme_id=scheme).facts
        (line,) = graph.read(schemes.listing, actor=VISITOR).rows
        gifts = graph.read(overall.overall).gifts
        (compared,) = graph.read(comparing.on_day, day=on).gifts
    assert [[each.id for each in row.receivers] for row in found.rows] == [[stays]]
    assert (found.sum.contributions, found.sum.granted) == (1, 900.0)
    assert [each.contributions for each in found.choices_of("year")] == [1]
    assert ([each.id for each in page.receivers], [each.id for each in page.goals]) == ([stays], [goal])
    assert [(each.contributions, each.granted) for rows in totals for each in rows] == [(1, 900.0), (1, 900.0)]
    assert (facts.grants, facts.granted, line.grants, line.granted) == (1, 900.0, 1, 900.0)
    assert (gifts.given, gifts.granted) == (1, 900.0)
    assert compared.receiver is not None
    assert compared.receiver.id == stays


def test_only_who_receives_a_contribution_on_the_day_can_hide_it(graph: Graph, given: Given) -> None:
    hidden, public = given.initiative(visibility=Visibility.DRAFT), given.initiative()
    gift = given.contribution(amount_granted=900.0, granted_on=GIVEN_ON, given_to=[hidden])

    def has_page() -> bool:
        try:
            graph.read(contributions.page, actor=VISITOR, contribution_id=gift)
        except NotFound:
            return False
        return True

    def seen() -> set[bool]:
        """Whether a visitor sees it: everywhere, nowhere, or (both) here and not there."""
        rows = graph.read(contributions.rows, actor=VISITOR, selection=Selection(), order=Order.NAME, skip=0, limit=9)
        shared = graph.read(feeds.shared, kind=Kind.CONTRIBUTION, record_id=gift)
        return {bool(rows), shared is not None, has_page(), graph.read(overall.overall).gifts.given == 1}

    assert seen() == {False}
    tie(graph, gift, TO, public)
    assert seen() == {True}
    with clock.showing(OCTOBER):
        assert seen() == {False}
    tie(graph, gift, TO, hidden, version=2)
    assert seen() == {False}


def test_an_assessment_of_who_was_merged_away_is_shared_and_in_the_feeds(graph: Graph, given: Given) -> None:
    adopted(given, "Past het bij een doel?")
    goes, stays = given.initiative(name="Tuin"), given.initiative(name="De Tuin")
    made = published(given, goes, Outcome.SUPPORTED)
    merge(graph, goes, stays)
    assert graph.read(feeds.shared, kind=Kind.ASSESSMENT, record_id=made) is not None
    _, around = graph.read(feeds.around, kind=Kind.INITIATIVE, record_id=stays)
    for entries in (graph.read(feeds.newest), around):
        assert made in {each.id for each in entries}


def test_an_assessment_that_proved_to_be_about_a_draft_is_in_no_feed(graph: Graph, given: Given) -> None:
    framework = adopted(given, "Past het bij een doel?")
    public, hidden = given.initiative(), given.initiative(visibility=Visibility.DRAFT)
    made = begun(given, public)
    tie(graph, made, JUDGES, hidden)
    draft = filled(given, made, Outcome.SUPPORTED, deviation="Dit geval is anders.")
    graph.write(assessments.decide, actor=SYSTEM, assessment_id=made, version=2, draft=draft)
    graph.write(assessments.tell, actor=SYSTEM, assessment_id=made, version=3, on=GIVEN_ON)
    graph.write(records.show, actor=SYSTEM, record_id=made, version=4, visibility=Visibility.PUBLISHED)
    assert graph.read(feeds.shared, kind=Kind.ASSESSMENT, record_id=made) is None
    _, around = graph.read(feeds.around, kind=Kind.ASSESSMENT_FRAMEWORK, record_id=framework)
    for entries in (graph.read(feeds.newest), around):
        assert made not in {each.id for each in entries}


def test_an_assessment_laid_under_another_framework_answers_that_one_alone(graph: Graph, given: Given) -> None:
    adopted(given, "Oude vraag?", on=dt.date(2024, 1, 18))
    made = begun(given, given.initiative())
    tie(graph, made, WEIGHED_BY, adopted(given, "Nieuwe vraag?"))
    draft = filled(given, made, Outcome.SUPPORTED)
    graph.write(assessments.decide, actor=SYSTEM, assessment_id=made, version=2, draft=draft)
    page = graph.read(assessments.page, actor=SYSTEM, assessment_id=made)
    assert [each.name for each in page.answers] == ["Nieuwe vraag?"]
    assert page.case.outcome is Outcome.SUPPORTED


def test_what_was_not_given_under_a_scheme_after_all_is_not_in_its_feed(graph: Graph, given: Given) -> None:
    scheme, receives = given.scheme(), given.initiative()
    gift = given.contribution(given_to=[receives], under=[scheme])

    def told() -> set[str]:
        _, entries = graph.read(feeds.around, kind=Kind.SUBSIDY_SCHEME, record_id=scheme)
        return {each.id for each in entries}

    assert told() == {scheme, receives}
    tie(graph, gift, UNDER)
    assert told() == {scheme}


def test_a_contact_that_was_with_somebody_else_leaves_the_lists_of_who_it_was_not(graph: Graph, given: Given) -> None:
    carla, bram = given.person(name="Carla"), given.person(name="Bram")
    first, second = given.initiative(), given.initiative()
    made = given.record(
        Kind.INTERACTION,
        visibility=Visibility.DRAFT,
        about=[first],
        held_by=[carla],
        keeper=[carla],
        happened_on=OCTOBER,
        next_step="Terugbellen",
        next_on=OCTOBER,
    )
    tie(graph, made, ABOUT, second)
    tie(graph, made, HELD, bram, version=2)

    def listed(**named: str) -> tuple[int, int]:
        selection = interactions.Selection(**named)  # type: ignore[arg-type]
        found = graph.read(interactions.listing, actor=staff(carla), selection=selection, skip=0, limit=9)
        return found.counts.total, len(found.rows)

    for wrong in ({"about": first}, {"holder": carla}, {"about": second, "holder": carla}):
        assert listed(**wrong) == (0, 0)
    for right in ({"about": second}, {"holder": bram}, {"about": second, "holder": bram}):
        assert listed(**right) == (1, 1)
    (step,) = graph.read(today.day, actor=staff(carla)).steps
    assert not step.is_own
    with clock.showing(OCTOBER):
        assert listed(about=first) == (1, 1)


def test_a_contact_that_was_with_another_initiative_is_no_sign_of_life(graph: Graph, given: Given) -> None:
    with clock.at(dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)):
        quiet, lively = (given.initiative(name=name, status=Status.RUNNING) for name in ("Stil", "Levend"))
    made = given.record(Kind.INTERACTION, visibility=Visibility.DRAFT, about=[quiet], happened_on=dt.date(2026, 6, 1))
    tie(graph, made, ABOUT, lively)
    doubted = graph.read(statuses.doubted, actor=staff()).rows
    assert {each.name: Reason.QUIET in each.reasons for each in doubted} == {"Stil": True, "Levend": False}
    silent = graph.read(answers, actor=staff(), question=Question(Ask.SILENT, number=12))
    assert [row.subjects[0].id for row in silent.rows] == [quiet]


def test_a_decision_that_another_team_takes_is_awaited_from_that_one(graph: Graph, given: Given) -> None:
    first, second = given.department(), given.department()
    made = given.record(Kind.DECISION, asked_on=OCTOBER, decided_by=[first])
    tie(graph, made, DECIDES, second)
    pages = [graph.read(departments.page, actor=VISITOR, department_id=each) for each in (first, second)]
    assert [each.facts.decisions_awaited for each in pages] == [0, 1]


def test_a_body_that_did_not_adopt_a_note_after_all_stands_beside_no_goal_of_it(graph: Graph, given: Given) -> None:
    note = given.note(adopted_by=[given.record(Kind.BODY)])
    goal = given.goal(notes=[note])
    tie(graph, note, ADOPTED_BY)
    (source,) = graph.read(goals.page, actor=VISITOR, goal_id=goal).facts.notes
    assert source.adopted_by is None
