"""Two days beside each other: two right pictures, and what changed between them."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from graph import clock, commitments, comparing, records
from graph.links import Tie
from graph.model import CommitmentKind, DecisionKind, Kind, PersonKind, Status, Visibility
from graph.rights import SYSTEM
from tests.graph.test_as_of import until

if TYPE_CHECKING:
    import pytest

    from graph.store import Graph
    from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
MARCH, OCTOBER = dt.date(2026, 3, 1), dt.date(2026, 10, 1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_two_days_are_two_right_pictures(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        before = given.person(name="Els Vroeger", person_kind=PersonKind.ALDERMAN)
        after = given.person(name="Bram Nieuw", person_kind=PersonKind.ALDERMAN)
        goal = given.goal(
            name="Meer bijen",
            holder=[Tie(before, since=day("2024-01-01")), Tie(after, since=day("2026-06-01"))],
        )
        until(graph, before, goal, "2026-06-01")
        early = given.initiative(name="Bijenhotel", started_on=day("2025-01-01"))
        late = given.initiative(name="Bijenlint", goals=[Tie(goal, since=day("2026-05-01"))])
        hidden = given.initiative(name="Concept", visibility=Visibility.DRAFT, started_on=day("2025-01-01"))
        square = given.record(
            Kind.COMMITMENT,
            name="Het plein",
            commitment_kind=CommitmentKind.AGREEMENT,
            made_on=day("2026-02-17"),
            kept_on=day("2026-09-18"),
        )
        lane = given.record(
            Kind.COMMITMENT, name="Het pad", commitment_kind=CommitmentKind.AGREEMENT, made_on=day("2026-05-17")
        )
        permit = given.record(
            Kind.DECISION,
            name="Vergunning",
            decision_kind=DecisionKind.APPLICATION,
            asked_on=day("2026-02-01"),
            decided_on=day("2026-09-01"),
        )
        gift = given.contribution(
            given_to=[early], asked_on=day("2026-02-01"), granted_on=day("2026-09-01"), amount_granted=900.0
        )

        found = graph.read(comparing.compare, before=MARCH, after=OCTOBER)

        march, october = found.before, found.after
        assert [each.id for each in march.initiatives] == [early]
        assert {each.id for each in october.initiatives} == {early, late}
        assert hidden not in {each.id for each in october.initiatives}
        assert (march.without_initiative, october.without_initiative) == (1, 0)
        assert [each.id for each in march.open] == [square]
        assert ([each.id for each in october.open], [each.id for each in october.kept]) == ([lane], [square])
        assert [each.id for each in march.waiting] == [permit]
        assert october.waiting == ()
        assert (march.money, october.money) == (0, 900)
        assert [(each.about.name, each.before, each.after) for each in found.handovers] == [
            ("Meer bijen", ("Els Vroeger",), ("Bram Nieuw",))
        ]
        assert [each.id for each in found.new_initiatives] == [late]
        assert [each.id for each in found.goals_found] == [goal]
        assert [each.id for each in found.made] == [lane]
        assert [each.id for each in found.kept] == [square]
        assert [each.id for each in found.no_longer_waiting] == [permit]
        assert [each.id for each in found.given] == [gift]
        assert (found.gone_initiatives, found.goals_lost, found.asked) == ((), (), ())


def test_another_alderman_with_the_same_function_is_another_alderman(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        first, second = (
            given.person(name=name, person_kind=PersonKind.ALDERMAN, function="Wethouder") for name in ("Els", "Bram")
        )
        kept = given.goal(name="Blijft", holder=[Tie(second, since=day("2026-01-01"))])
        goal = given.goal(
            name="Meer bijen", holder=[Tie(first, since=day("2024-01-01")), Tie(second, since=day("2026-06-01"))]
        )
        until(graph, first, goal, "2026-06-01")
        for each, left in ((first, "2026-06-01"), (second, "2026-11-01")):
            version = graph.read(records.read, actor=SYSTEM, record_id=each).version
            graph.write(records.end, actor=SYSTEM, record_id=each, version=version, on=day(left))
        found = graph.read(comparing.compare, before=MARCH, after=OCTOBER)
    assert kept in {each.id for each in found.before.holders} & {each.id for each in found.after.holders}
    assert [(each.about.name, each.before, each.after) for each in found.handovers] == [
        ("Meer bijen", ("Wethouder",), ("Wethouder",))
    ]


def test_what_became_of_initiatives_between_the_days_is_told(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        moved = given.initiative(name="Plukroute", status=Status.STARTED, status_since=day("2026-01-01"))
        given.initiative(name="Blijft", status=Status.RUNNING, status_since=day("2026-01-01"))
        later = given.initiative(name="Later", status=Status.STARTED, status_since=day("2026-01-01"))
        hidden = given.initiative(name="Concept", visibility=Visibility.DRAFT, status=Status.IDEA)
        for each, since in ((moved, "2026-05-01"), (later, "2026-11-01")):
            change = {"status": Status.COMPLETED, "status_since": day(since)}
            graph.write(records.change, actor=SYSTEM, record_id=each, version=1, properties=change)
        reached = given.record(
            Kind.RESULT, name="40 planten", achieved="40", reached_on=day("2026-04-01"), achieved_by=[moved]
        )
        given.record(Kind.RESULT, reached_on=day("2026-10-02"), achieved_by=[moved])
        given.record(Kind.RESULT, reached_on=day("2026-04-01"), achieved_by=[hidden])
        frame = given.record(
            Kind.ASSESSMENT_FRAMEWORK,
            framework_state="adopted",
            adopted_on=day("2025-01-01"),
            adopted_by=[given.record(Kind.BODY)],
        )
        told = {"asked_on": day("2026-02-01"), "decided_on": day("2026-02-20"), "outcome": "supported"}
        told |= {"motivation": "Past bij de wijk.", "weighed_by": [frame]}
        weighed = given.record(Kind.ASSESSMENT, name="Weging", judges=[moved], told_on=day("2026-03-05"), **told)
        given.record(Kind.ASSESSMENT, judges=[moved], told_on=day("2026-03-01"), **told)
        found = graph.read(comparing.compare, before=MARCH, after=OCTOBER)
    assert [(each.about.id, each.before, each.after) for each in found.moved] == [
        (moved, Status.STARTED, Status.COMPLETED)
    ]
    assert [(each.about.id, each.initiative, each.detail) for each in found.results] == [(reached, "Plukroute", "40")]
    assert [(each.about.id, each.initiative, each.detail) for each in found.assessed] == [
        (weighed, "Plukroute", "supported")
    ]


def test_telling_again_undoes_no_earlier_telling(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        late = given.record(
            Kind.COMMITMENT,
            commitment_kind=CommitmentKind.AGREEMENT,
            made_on=day("2026-01-10"),
            given_to=[given.initiative()],
        )
        term = commitments.NewTerm(day("2026-02-01"))
        graph.write(commitments.add_first_term, actor=SYSTEM, commitment_id=late, term=term)
        for version, told_on in enumerate(("2026-02-10", "2026-05-01"), start=1):
            graph.write(commitments.tell, actor=SYSTEM, commitment_id=late, version=version, told_on=day(told_on))
        found = graph.read(comparing.compare, before=MARCH, after=OCTOBER)
    assert [(each.told, each.untold) for each in (found.before, found.after)] == [(1, 0), (1, 0)]


def test_money_of_a_register_that_only_tells_the_year_counts_from_that_year(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        shown = given.initiative()
        given.contribution(name="Subsidie", year=2016, amount_granted=100.0, given_to=[shown])
        given.contribution(name="Geweigerd", year=2016, amount_granted=0.0, given_to=[shown])
        given.contribution(name="Gevraagd", year=2016, amount_asked=50.0, given_to=[shown])
        found = graph.read(comparing.compare, before=day("2015-12-31"), after=MARCH)
    assert (found.before.money, found.after.money) == (0, 100)
    assert [each.name for each in found.given] == ["Subsidie"]


def test_waiting_days_need_enough_decisions(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        for _each in range(5):
            given.record(Kind.DECISION, decision_kind=DecisionKind.QUESTION, asked_on=day("2026-02-01"))
        (question,) = [
            each for each in graph.read(comparing.on_day, day=MARCH).queues if each.kind is DecisionKind.QUESTION
        ]
        assert (len(question.waiting), question.median) == (5, 28)
        given.record(Kind.DECISION, decision_kind=DecisionKind.APPLICATION, asked_on=day("2026-02-01"))
        assert graph.read(comparing.on_day, day=MARCH).queues[0].median is None


def test_a_comparison_tells_what_it_did_not_look_at(
    graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    with clock.at(NOON):
        made = {"commitment_kind": CommitmentKind.AGREEMENT, "made_on": day("2026-02-17")}
        given.record(Kind.COMMITMENT, **made)
        given.record(Kind.DECISION, decision_kind=DecisionKind.QUESTION, asked_on=day("2026-02-01"))
        whole = graph.read(comparing.compare, before=MARCH, after=OCTOBER)
        assert (whole.agreements_are_cut, whole.waiting_is_cut) == (False, False)
        given.record(Kind.COMMITMENT, **made)
        monkeypatch.setattr(sys.modules["graph.commitments.listing"], "MOST_READ", 1)
        monkeypatch.setattr(comparing, "MOST_WAITING", 1)
        cut = graph.read(comparing.compare, before=MARCH, after=OCTOBER)
        assert (cut.agreements_are_cut, cut.waiting_is_cut) == (True, True)
