"""Versions of the framework: a draft can change, what the council adopted stays as it is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from graph import assessments, clock, records
from graph.assessments import CriterionText
from graph.errors import Invalid, NotAllowed, NotFound
from graph.model import FrameworkState, Kind, Visibility
from graph.properties import Reason
from graph.rights import SYSTEM, VISITOR
from tests.graph.assessments.weighing import adopted, draft

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given


def state(graph: Graph, framework_id: str) -> Any:
    return graph.read(records.read, actor=SYSTEM, record_id=framework_id).properties


def test_criteria_come_in_their_order_and_can_change_places(graph: Graph, given: Given) -> None:
    framework = draft(given, "Een", "Twee", "Drie")
    page = graph.read(assessments.version_page, actor=SYSTEM, framework_id=framework)
    named = {"actor": SYSTEM, "framework_id": framework}
    graph.write(assessments.move, **named, criterion_id=page.criteria[2].id, up=True)
    graph.write(assessments.move, **named, criterion_id=page.criteria[0].id, up=True)
    graph.write(assessments.drop_criterion, **named, criterion_id=page.criteria[1].id)
    now = graph.read(assessments.version_page, actor=SYSTEM, framework_id=framework)
    assert [each.name for each in now.criteria] == ["Een", "Drie"]


def test_adopting_publishes_it_and_retires_the_earlier_one_from_that_day(graph: Graph, given: Given) -> None:
    old = adopted(given, "Een", on=dt.date(2024, 1, 18))
    new = adopted(given, "Een", "Twee", on=dt.date(2025, 6, 19))
    assert state(graph, old)["framework_state"] == FrameworkState.RETIRED
    assert state(graph, old)["until"] == dt.date(2025, 6, 19)
    assert state(graph, new)["framework_state"] == FrameworkState.ADOPTED
    page = graph.read(assessments.version_page, actor=VISITOR, framework_id=new)
    assert page.framework.adopted_by is not None
    assert [each.name for each in page.criteria] == ["Een", "Twee"]
    assert {each.visibility for each in page.criteria} == {Visibility.PUBLISHED}
    found = graph.read(assessments.adopted, actor=VISITOR)
    assert found is not None
    assert found.id == new


def test_an_older_version_that_is_recorded_later_holds_between_its_neighbours(graph: Graph, given: Given) -> None:
    days = {name: dt.date(year, 6, 1) for name, year in (("first", 2020), ("between", 2022), ("now", 2025))}
    ids = {name: adopted(given, "Een", on=days[name]) for name in ("first", "now", "between")}

    def held(name: str) -> tuple[Any, Any]:
        found = state(graph, ids[name])
        return found["framework_state"], found.get("until")

    assert held("first") == (FrameworkState.RETIRED, days["between"])
    assert held("between") == (FrameworkState.RETIRED, days["now"])
    assert held("now") == (FrameworkState.ADOPTED, None)
    found = graph.read(assessments.adopted, actor=VISITOR)
    assert found is not None
    assert found.id == ids["now"]
    day = dt.timedelta(days=1)
    for on, name in (
        (days["between"] - day, "first"),
        (days["between"], "between"),
        (days["now"] - day, "between"),
        (days["now"], "now"),
    ):
        with clock.showing(on):
            then = graph.read(assessments.adopted, actor=VISITOR)
            versions = graph.read(assessments.frameworks, actor=VISITOR)
        assert then is not None
        assert then.id == ids[name]
        assert [each.id for each in versions if each.framework_state is FrameworkState.ADOPTED] == [ids[name]]


def test_the_oldest_version_retires_none_when_it_is_recorded_last(graph: Graph, given: Given) -> None:
    now = adopted(given, "Een", on=dt.date(2025, 6, 19))
    old = adopted(given, "Een", on=dt.date(2022, 6, 1))
    assert (state(graph, now)["framework_state"], state(graph, now).get("until")) == (FrameworkState.ADOPTED, None)
    assert state(graph, old)["until"] == dt.date(2025, 6, 19)
    later = adopted(given, "Een", on=dt.date(2026, 1, 15))
    assert [state(graph, each).get("until") for each in (old, now, later)] == [
        dt.date(2025, 6, 19),
        dt.date(2026, 1, 15),
        None,
    ]


@pytest.mark.parametrize("act", ["change", "show", "end", "remove", "add", "criterion", "drop", "move"])
def test_an_adopted_framework_and_its_criteria_cannot_be_changed(graph: Graph, given: Given, act: str) -> None:
    framework = adopted(given, "Een", "Twee")
    page = graph.read(assessments.version_page, actor=SYSTEM, framework_id=framework)
    first, version = page.criteria[0], page.framework.version
    own: dict[str, Any] = {"actor": SYSTEM, "record_id": framework, "version": version}
    of_criterion: dict[str, Any] = {"actor": SYSTEM, "framework_id": framework, "criterion_id": first.id}
    text = CriterionText("Anders")
    acts: dict[str, tuple[Any, dict[str, Any]]] = {
        "change": (records.change, {**own, "properties": {"name": "Anders"}}),
        "show": (records.show, {**own, "visibility": Visibility.DRAFT}),
        "end": (records.end, {**own, "on": clock.today()}),
        "remove": (records.remove, own),
        "add": (assessments.add_criterion, {"actor": SYSTEM, "framework_id": framework, "text": text}),
        "criterion": (assessments.change_criterion, {**of_criterion, "version": first.version, "text": text}),
        "drop": (assessments.drop_criterion, of_criterion),
        "move": (assessments.move, {**of_criterion, "up": False}),
    }
    work, named = acts[act]
    with pytest.raises(Invalid) as refused:
        graph.write(work, **named)
    assert refused.value.reason == Reason.ADOPTED


def test_a_new_version_is_a_draft_with_the_same_criteria(graph: Graph, given: Given) -> None:
    old = adopted(given, "Een", "Twee")
    made = graph.write(assessments.new_version, actor=SYSTEM, framework_id=old, name="Kader 2027")
    page = graph.read(assessments.version_page, actor=SYSTEM, framework_id=made)
    assert page.framework.framework_state is FrameworkState.DRAFT
    assert page.framework.vision == "Wij wegen eerlijk."
    assert [each.name for each in page.criteria] == ["Een", "Twee"]
    assert state(graph, old)["framework_state"] == FrameworkState.ADOPTED
    with pytest.raises(NotFound):
        graph.read(assessments.version_page, actor=VISITOR, framework_id=made)


@pytest.mark.parametrize(
    ("criteria", "on", "reason"),
    [((), dt.date(2025, 1, 1), Reason.MISSING), (("Een",), dt.date(2999, 1, 1), Reason.IN_FUTURE)],
)
def test_adopting_needs_criteria_and_a_day_that_was(
    graph: Graph, given: Given, criteria: tuple[str, ...], on: dt.date, reason: Reason
) -> None:
    framework, body = draft(given, *criteria), given.record(Kind.BODY)
    version = state(graph, framework) and 1
    with pytest.raises(Invalid) as refused:
        graph.write(assessments.adopt, actor=SYSTEM, framework_id=framework, version=version, on=on, body_id=body)
    assert refused.value.reason == reason


def test_a_visitor_adopts_nothing(graph: Graph, given: Given) -> None:
    framework = draft(given, "Een")
    with pytest.raises(NotAllowed):
        graph.write(
            assessments.adopt,
            actor=VISITOR,
            framework_id=framework,
            version=1,
            on=dt.date(2025, 1, 1),
            body_id=given.record(Kind.BODY),
        )
