"""An assessment is decided, told and published, in that order, and compared with what resembles it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import assessments, audit, checks, records
from graph.assessments import Draft, Selection, Stage
from graph.assessments.report import Group, differences
from graph.errors import Invalid, NotAllowed, NotFound
from graph.model import Kind, Outcome, Verdict, Visibility
from graph.properties import Reason
from graph.rights import SYSTEM, VISITOR
from tests.graph.assessments.weighing import adopted, begun, decided, filled, published

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given


def refusal(graph: Graph, work: object, **named: object) -> str:
    with pytest.raises(Invalid) as refused:
        graph.write(work, actor=SYSTEM, **named)  # type: ignore[arg-type]
    return f"{refused.value.field} {refused.value.reason}"


def test_a_draft_is_kept_and_finished_later(graph: Graph, given: Given) -> None:
    adopted(given, "Een", "Twee")
    assessment = begun(given, given.initiative())
    first = graph.read(assessments.page, actor=SYSTEM, assessment_id=assessment).answers[0]
    half = Draft(answers={first.criterion_id: (Verdict.PARTLY, None)})
    graph.write(assessments.save, actor=SYSTEM, assessment_id=assessment, version=1, draft=half)
    page = graph.read(assessments.page, actor=SYSTEM, assessment_id=assessment)
    assert [each.answer for each in page.answers] == [Verdict.PARTLY, None]
    assert page.case.decided_on is None
    whole = filled(given, assessment, Outcome.SUPPORTED)
    graph.write(assessments.decide, actor=SYSTEM, assessment_id=assessment, version=2, draft=whole)
    page = graph.read(assessments.page, actor=SYSTEM, assessment_id=assessment)
    assert (page.case.outcome, page.case.days) == (Outcome.SUPPORTED, 20)
    assert {each.because for each in page.answers} == {"Dat past goed."}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"asked_on": None}, "asked_on missing"),
        ({"motivation": " "}, "motivation missing"),
        ({"outcome": None}, "outcome missing"),
        ({"asked_on": dt.date(2999, 1, 1)}, "asked_on in_future"),
        ({"decided_on": dt.date(2020, 1, 1)}, "decided_on too_early"),
        ({"answers": {}}, "answer- missing"),
    ],
)
def test_an_outcome_needs_everything(graph: Graph, given: Given, changed: dict[str, object], field: str) -> None:
    adopted(given, "Een")
    assessment = begun(given, given.initiative())
    draft = dataclasses.replace(filled(given, assessment, Outcome.PARTLY), **changed)  # type: ignore[arg-type]
    said = refusal(graph, assessments.decide, assessment_id=assessment, version=1, draft=draft)
    name, _, reason = field.partition(" ")
    assert said.startswith(name)
    assert said.endswith(reason)


def test_every_answer_needs_a_reason(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    assessment = begun(given, given.initiative())
    draft = filled(given, assessment, Outcome.PARTLY)
    bare = dict.fromkeys(draft.answers, (Verdict.NOT_APPLICABLE, " "))
    named = {"assessment_id": assessment, "version": 1, "draft": dataclasses.replace(draft, answers=bare)}
    assert refusal(graph, assessments.decide, **named).startswith("because-")


def test_nothing_is_published_before_it_was_told(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    assessment = begun(given, given.initiative())
    told = {"assessment_id": assessment, "on": dt.date(2026, 3, 1)}
    assert refusal(graph, assessments.tell, version=1, **told) == "told_on not_decided"
    show = {"record_id": assessment, "visibility": Visibility.PUBLISHED}
    draft = filled(given, assessment, Outcome.SUPPORTED)
    graph.write(assessments.decide, actor=SYSTEM, assessment_id=assessment, version=1, draft=draft)
    with pytest.raises(Invalid) as refused:
        records.show(graph.transaction, actor=SYSTEM, version=2, **show)  # type: ignore[attr-defined,arg-type]
    assert refused.value.reason == Reason.NOT_TOLD


def test_the_day_of_telling_is_not_before_the_decision(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    assessment = decided(given, given.initiative(), Outcome.SUPPORTED)
    for on, reason in ((dt.date(2026, 1, 31), "too_early"), (dt.date(2999, 1, 1), "in_future")):
        assert refusal(graph, assessments.tell, assessment_id=assessment, version=2, on=on) == f"told_on {reason}"


def test_what_was_told_stays_as_it_is(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    assessment = published(given, given.initiative(), Outcome.SUPPORTED)
    draft = filled(given, assessment, Outcome.NOT_SUPPORTED, deviation="x")
    assert refusal(graph, assessments.save, assessment_id=assessment, version=4, draft=draft) == "told_on told"
    assert graph.read(assessments.page, actor=VISITOR, assessment_id=assessment).case.outcome is Outcome.SUPPORTED


def test_a_telling_that_failed_is_taken_back_also_from_what_was_published_meanwhile(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    assessment = published(given, given.initiative(), Outcome.SUPPORTED)
    told = {"assessment_id": assessment, "on": dt.date(2026, 3, 1)}
    with pytest.raises(NotAllowed):
        graph.write(assessments.untell, actor=VISITOR, **told)
    graph.write(assessments.untell, actor=SYSTEM, assessment_id=assessment, on=dt.date(2026, 3, 2))
    assert graph.read(assessments.page, actor=VISITOR, assessment_id=assessment).case.told_on == told["on"]
    graph.write(assessments.untell, actor=SYSTEM, **told)
    case = graph.read(assessments.page, actor=SYSTEM, assessment_id=assessment).case
    assert (case.told_on, case.visibility, case.version) == (None, Visibility.DRAFT, 5)
    lines = graph.read(audit.for_record, actor=SYSTEM, record_id=assessment)
    assert {(each.field, each.old, each.new) for each in lines if each.action == "untell"} == {
        ("told_on", "2026-03-01", None),
        ("visibility", "published", "draft"),
    }
    draft = filled(given, assessment, Outcome.NOT_SUPPORTED)
    graph.write(assessments.save, actor=SYSTEM, assessment_id=assessment, version=5, draft=draft)


def test_an_assessment_is_made_under_a_framework_that_was_adopted(graph: Graph, given: Given) -> None:
    initiative = given.initiative()
    assert refusal(graph, assessments.begin, initiative_id=initiative, name="Afweging") == "framework not_adopted"
    draft = given.record(Kind.ASSESSMENT_FRAMEWORK)
    with pytest.raises(Invalid):
        given.record(Kind.ASSESSMENT, judges=[initiative], weighed_by=[draft], visibility=Visibility.DRAFT)


def test_visitors_see_what_is_published_only(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    hidden = decided(given, given.initiative(name="Kanarie"), Outcome.SUPPORTED)
    shown = published(given, given.initiative(), Outcome.PARTLY)
    published(given, given.initiative(visibility=Visibility.DRAFT), Outcome.PARTLY)
    found = graph.read(assessments.listing, actor=VISITOR, selection=Selection(), skip=0, limit=10)
    assert [each.id for each in found.rows] == [shown]
    assert {each.assessments for each in found.choices} == {1}
    with pytest.raises(NotFound):
        graph.read(assessments.page, actor=VISITOR, assessment_id=hidden)
    with pytest.raises(NotAllowed):
        graph.read(assessments.recipient, actor=VISITOR, assessment_id=shown)
    with pytest.raises(NotAllowed):
        graph.read(assessments.report, actor=VISITOR)
    assert [each.id for each in graph.read(assessments.to_tell, actor=SYSTEM, limit=5)] == [hidden]


def test_filters_count_what_the_list_would_show(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    broad = given.theme(name="Natuur")
    narrow = given.theme(name="Bomen", parent=broad)
    group = given.organisation(organisation_kind="residents")
    one = published(given, given.initiative(themes=[narrow], initiators=[group]), Outcome.SUPPORTED)
    person = given.person(name="Bea Verzonnen")
    published(given, given.initiative(initiating_people=[person]), Outcome.NOT_SUPPORTED)
    for selection in (
        Selection(theme=broad),
        Selection(initiator="residents"),
        Selection(outcome=Outcome.SUPPORTED, stage=Stage.PUBLISHED),
    ):
        found = graph.read(assessments.listing, actor=SYSTEM, selection=selection, skip=0, limit=10)
        assert [each.id for each in found.rows] == [one]
        assert found.total == 1
    found = graph.read(assessments.listing, actor=SYSTEM, selection=Selection(theme=broad), skip=0, limit=10)
    assert [(each.value, each.assessments) for each in found.choices_of("outcome")] == [("supported", 1)]
    everything = graph.read(assessments.listing, actor=SYSTEM, selection=Selection(), skip=0, limit=10)
    assert {each.value for each in everything.choices_of("initiator")} == {"resident", "residents"}


def test_comparable_cases_share_goals_themes_and_more(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    goal, theme, group = given.goal(), given.theme(), given.organisation(organisation_kind="residents")
    alike = given.initiative(name="Zelfde", goals=[goal], themes=[theme], initiators=[group])
    half = given.initiative(name="Half", goals=[goal], themes=[given.theme()])
    given_kind = given.initiative(name="Alleen de soort", initiators=[group])
    cases = [decided(given, each, Outcome.SUPPORTED) for each in (alike, half, given_kind)]
    this = begun(given, given.initiative(goals=[goal], themes=[theme], initiators=[group]))
    found = graph.read(assessments.similar, actor=SYSTEM, assessment_id=this)
    assert [each.id for each in found] == cases[:2]
    assert [each.similarity for each in found] == [0.75, 0.35]
    assert [each.id for each in assessments.closest(found)] == cases[:1]
    assert found[0].answers[0].because == "Dat past goed."


def test_another_outcome_than_all_of_the_closest_asks_for_a_reason(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    goal, theme = given.goal(), given.theme()
    earlier = decided(given, given.initiative(goals=[goal], themes=[theme]), Outcome.SUPPORTED)
    this = begun(given, given.initiative(goals=[goal], themes=[theme]))
    named = {"assessment_id": this, "version": 1}
    assert (
        refusal(graph, assessments.decide, **named, draft=filled(given, this, Outcome.NOT_SUPPORTED))
        == "deviation deviates"
    )
    near = graph.read(assessments.similar, actor=SYSTEM, assessment_id=this)
    assert assessments.deviates(Outcome.PARTLY, near)
    assert not assessments.deviates(Outcome.SUPPORTED, near)
    assert not assessments.deviates(Outcome.PARTLY, ())
    other = dataclasses.replace(near[0], outcome=Outcome.PARTLY)
    assert not assessments.deviates(Outcome.PARTLY, (*near, other))
    assert assessments.deviates(Outcome.PARTLY, (*near, dataclasses.replace(other, similarity=0.1)))
    draft = filled(given, this, Outcome.NOT_SUPPORTED, deviation="Er staat al iets op die plek.")
    graph.write(assessments.decide, actor=SYSTEM, **named, draft=draft)
    page = graph.read(assessments.page, actor=SYSTEM, assessment_id=this)
    assert [each.id for each in page.compared] == [earlier]


def test_a_decision_written_down_afterwards_is_not_laid_beside_later_ones(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    goal, theme = given.goal(), given.theme()
    later = decided(given, given.initiative(goals=[goal], themes=[theme]), Outcome.SUPPORTED)
    this = begun(given, given.initiative(goals=[goal], themes=[theme]))
    named = {"actor": SYSTEM, "assessment_id": this}
    assert [each.id for each in graph.read(assessments.similar, **named)] == [later]
    before = dt.date(2026, 1, 31)
    assert graph.read(assessments.similar, **named, decided_on=before) == ()
    draft = filled(given, this, Outcome.NOT_SUPPORTED, decided_on=before)
    graph.write(assessments.decide, **named, version=1, draft=draft)
    page = graph.read(assessments.page, **named)
    assert (page.case.decided_on, page.compared, page.similar) == (before, (), ())


def test_a_case_that_was_decided_anew_since_is_not_told_as_an_earlier_one(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    goal, theme = given.goal(), given.theme()
    earlier = decided(given, given.initiative(goals=[goal], themes=[theme]), Outcome.SUPPORTED)
    this = decided(given, given.initiative(goals=[goal], themes=[theme]), Outcome.SUPPORTED)
    page = graph.read(assessments.page, actor=SYSTEM, assessment_id=this)
    assert [each.id for each in page.compared] == [earlier]
    anew = filled(given, earlier, Outcome.PARTLY, decided_on=dt.date(2026, 2, 2), deviation="Er is meer bekend.")
    graph.write(assessments.decide, actor=SYSTEM, assessment_id=earlier, version=2, draft=anew)
    assert graph.read(assessments.page, actor=SYSTEM, assessment_id=this).compared == ()


def test_the_outcome_goes_to_the_initiative_else_to_who_undertakes_it(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    group = given.organisation(name="De Groep", email="groep@example.org")
    addressed = begun(given, given.initiative(name="Met adres", email="met@example.org", initiators=[group]))
    through = begun(given, given.initiative(initiators=[group]))
    nobody = begun(given, given.initiative())
    found = [
        graph.read(assessments.recipient, actor=SYSTEM, assessment_id=each) for each in (addressed, through, nobody)
    ]
    assert [each and each.email for each in found] == ["met@example.org", "groep@example.org", None]


def test_the_report_says_numbers_from_five_cases_on(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    group, club = (given.organisation(organisation_kind=kind) for kind in ("residents", "association"))
    for _ in range(5):
        decided(given, given.initiative(initiators=[group]), Outcome.SUPPORTED)
    for _ in range(4):
        decided(given, given.initiative(initiators=[club]), Outcome.NOT_SUPPORTED)
    found = graph.read(assessments.report, actor=SYSTEM)
    assert found.everything is not None
    assert (found.everything.cases, found.everything.days) == (9, 20)
    shown = {each.value: each for each in found.of("initiator")}
    assert (shown["residents"].is_enough, shown["residents"].days) == (True, 20)
    assert (shown["association"].is_enough, shown["association"].days) == (False, None)
    assert found.differences == ()
    decided(given, given.initiative(initiators=[club]), Outcome.NOT_SUPPORTED)
    (stands_out,) = graph.read(assessments.report, actor=SYSTEM).differences
    assert (stands_out.most.value, stands_out.least.value) == ("residents", "association")
    assert graph.read(assessments.report, actor=SYSTEM, year=2020).everything is None


def test_small_differences_are_not_named() -> None:
    one = Group("theme", "a", "A", 10, 6, 2, 2, 10, 12.0)
    assert differences((one, dataclasses.replace(one, value="b", supported=4, not_supported=4))) == ()


def test_assessments_leave_the_graph_in_order(graph: Graph, given: Given) -> None:
    adopted(given, "Een")
    published(given, given.initiative(), Outcome.SUPPORTED)
    assert [each for check in checks.CHECKS for each in graph.read(checks.run, check)] == []
