"""Figures for everybody: what they count, and that what can hurt is off, per team, and never of a few cases."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import clock, commitments
from graph.commitments import NewTerm
from graph.errors import Invalid, NotAllowed
from graph.figures import overall, reactions, switches
from graph.figures.switches import Figure
from graph.model import CommitmentKind, Kind, Outcome, Visibility
from graph.rights import SYSTEM, VISITOR, Actor, Role
from tests.graph.assessments.weighing import adopted, decided, published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Graph
    from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
ASKED = dt.date(2026, 3, 1)
BUILDER = Actor(name="builder", account_id="x", roles=frozenset({Role.BRIDGE_BUILDER}))


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.at(NOON):
        yield


def put(graph: Graph, figure: Figure, *, on: bool = True) -> None:
    graph.write(switches.switch, actor=SYSTEM, figure=figure, on=on)


def say(graph: Graph, text: str, *, team_id: str | None = None, by: str = "wethouder Groen") -> None:
    graph.write(
        reactions.react,
        actor=SYSTEM,
        figure=Figure.WAITING_TIMES,
        team_id=team_id,
        reaction=text,
        reaction_by=by,
    )


def test_every_figure_is_off_until_each_is_switched_on(graph: Graph) -> None:
    assert not any(each.is_on for each in graph.read(switches.switches).values())
    put(graph, Figure.OUTCOMES)
    now = graph.read(switches.switches)
    assert [figure for figure, each in now.items() if each.is_on] == [Figure.OUTCOMES]
    assert now[Figure.OUTCOMES].changed_on == dt.date(2026, 11, 23)
    put(graph, Figure.OUTCOMES, on=False)
    assert not graph.read(switches.is_on, figure=Figure.OUTCOMES)


def test_only_who_administers_switches_reacts_and_looks_ahead(graph: Graph) -> None:
    with pytest.raises(NotAllowed):
        graph.write(switches.switch, actor=BUILDER, figure=Figure.OUTCOMES, on=True)
    with pytest.raises(NotAllowed):
        graph.write(
            reactions.react,
            actor=BUILDER,
            figure=Figure.OUTCOMES,
            team_id=None,
            reaction="Goed zo.",
            reaction_by="Een collega",
        )
    with pytest.raises(NotAllowed):
        graph.read(overall.desk, actor=BUILDER)
    assert not graph.read(switches.is_on, figure=Figure.OUTCOMES)


def test_waiting_times_and_late_agreements_are_read_only_when_they_are_on(graph: Graph, given: Given) -> None:
    team = given.department(name="Team Groen")
    for each in range(5):
        given.record(
            Kind.DECISION,
            decision_kind="question",
            asked_on=ASKED,
            decided_on=ASKED + dt.timedelta(days=10 + each),
            decided_by=[team],
        )
        _agreement(given, kept=dt.date(2026, 4, 1 + each), made_by=[team])
    off = graph.read(overall.overall).hurting
    assert (off.waiting, off.late, off.outcomes) == (None, (), ())
    put(graph, Figure.WAITING_TIMES)
    put(graph, Figure.LATE_AGREEMENTS)
    on = graph.read(overall.overall).hurting
    assert on.waiting is not None
    assert [each.days for each in on.waiting.every] == [12]
    # Due on the third of April: kept on the first to the fifth, so two are late.
    assert [(each.team.name, each.cases, each.late) for each in on.late] == [("Team Groen", 5, 2)]


def test_a_figure_of_fewer_than_five_cases_or_of_a_person_is_not_there(graph: Graph, given: Given) -> None:
    team, alderman = given.department(name="Team Groen"), given.person(person_kind="alderman")
    for _each in range(4):
        _agreement(given, kept=None, made_by=[team])
    for _each in range(6):
        _agreement(given, kept=None, promised_by=[alderman])
    put(graph, Figure.LATE_AGREEMENTS)
    assert graph.read(overall.overall).hurting.late == ()


def test_outcomes_count_what_is_published_and_told_per_team(graph: Graph, given: Given) -> None:
    team = given.department(name="Team Groen")
    adopted(given, "Past het bij een doel?")
    for outcome in (*(Outcome.SUPPORTED,) * 2, Outcome.PARTLY, *(Outcome.NOT_SUPPORTED,) * 2):
        published(given, given.initiative(departments=[team]), outcome)
    put(graph, Figure.OUTCOMES)
    (row,) = graph.read(overall.overall).hurting.outcomes
    assert (row.name, row.cases, row.supported, row.partly, row.not_supported) == ("Team Groen", 5, 2, 1, 2)


def test_four_published_outcomes_and_a_draft_are_too_few(graph: Graph, given: Given) -> None:
    team = given.department(name="Team Groen")
    adopted(given, "Past het bij een doel?")
    for _each in range(4):
        published(given, given.initiative(departments=[team]), Outcome.SUPPORTED)
    decided(given, given.initiative(departments=[team]), Outcome.SUPPORTED)
    put(graph, Figure.OUTCOMES)
    assert graph.read(overall.overall).hurting.outcomes == ()
    assert graph.read(overall.overall).counts.assessments == 4


def test_results_contributions_and_needs_count_as_far_as_everybody_may_see_them(graph: Graph, given: Given) -> None:
    shown, hidden = given.initiative(), given.initiative(visibility=Visibility.DRAFT)
    given.record(Kind.RESULT, name="40 planten", achieved_by=[shown])
    given.record(Kind.RESULT, achieved_by=[shown], visibility=Visibility.DRAFT)
    given.contribution(amount_granted=1200.0, given_to=[shown], contribution_kind="money")
    given.contribution(amount_granted=9000.0, given_to=[hidden], contribution_kind="money")
    given.need(needed_by=[shown])
    given.need(needed_by=[hidden])
    found = graph.read(overall.overall)
    assert (found.counts.initiatives, found.counts.results, found.counts.with_result) == (1, 1, 1)
    assert (found.gifts.given, found.gifts.granted) == (1, 1200.0)
    assert found.counts.needs == 1
    assert [each.name for each in found.results] == ["40 planten"]


def test_those_concerned_react_the_municipality_and_each_team(graph: Graph, given: Given) -> None:
    team = given.department(name="Team Groen")
    say(graph, "Dit is te lang.")
    say(graph, "Wij kregen er twee mensen bij.", team_id=team, by="teamleider Groen")
    said = graph.read(reactions.reactions, actor=VISITOR)
    assert [(each.team_name, each.reaction) for each in said] == [
        (None, "Dit is te lang."),
        ("Team Groen", "Wij kregen er twee mensen bij."),
    ]
    say(graph, "", team_id=team)
    assert [each.team_id for each in graph.read(reactions.reactions, actor=VISITOR)] == [None]


def test_a_reaction_has_a_name_and_is_of_a_team_that_everybody_may_know(graph: Graph, given: Given) -> None:
    hidden = given.department(visibility=Visibility.DRAFT)
    for wrong in ({"by": ""}, {"team_id": hidden}, {"team_id": given.initiative()}, {"by": "x" * 201}):
        with pytest.raises(Invalid):
            say(graph, "Dit is te lang.", **wrong)
    with pytest.raises(Invalid):
        say(graph, "x" * 2_001)
    assert graph.read(reactions.reactions, actor=SYSTEM) == ()


def _agreement(given: Given, *, kept: dt.date | None, **made: list[str]) -> None:
    """An agreement that was to be kept before the third of April."""
    named = {"made_on": ASKED, "kept_on": kept, "commitment_kind": CommitmentKind.AGREEMENT, **made}
    commitment = given.record(Kind.COMMITMENT, **named)  # type: ignore[arg-type]
    term = NewTerm(dt.date(2026, 4, 3))
    given.graph.write(commitments.add_first_term, actor=SYSTEM, commitment_id=commitment, term=term)
