"""Frameworks and decided assessments for tests, made through the functions of the graph."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from graph import assessments, records
from graph.assessments import CriterionText, Draft
from graph.model import Kind, Outcome, Verdict, Visibility
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from tests.given import Given


def draft(given: Given, *criteria: str) -> str:
    """A framework that was not adopted yet."""
    framework = given.record(
        Kind.ASSESSMENT_FRAMEWORK, vision="Wij wegen eerlijk.", framework_state="draft", visibility=Visibility.DRAFT
    )
    for name in criteria:
        given.graph.write(
            assessments.add_criterion, actor=SYSTEM, framework_id=framework, text=CriterionText(name, "Uitleg")
        )
    return framework


def adopted(given: Given, *criteria: str, on: dt.date = dt.date(2025, 6, 19)) -> str:
    """A framework that the council adopted."""
    framework = draft(given, *criteria)
    body = given.record(Kind.BODY, body_kind="council", name="Gemeenteraad")
    version = given.graph.read(records.read, actor=SYSTEM, record_id=framework).version
    given.graph.write(assessments.adopt, actor=SYSTEM, framework_id=framework, version=version, on=on, body_id=body)
    return framework


def begun(given: Given, initiative_id: str) -> str:
    """An assessment with nothing filled in."""
    return given.graph.write(assessments.begin, actor=SYSTEM, initiative_id=initiative_id, name="Afweging")


def filled(given: Given, assessment_id: str, outcome: Outcome, **named: object) -> Draft:
    """Everything filled in."""
    page = given.graph.read(assessments.page, actor=SYSTEM, assessment_id=assessment_id)
    answers = {each.criterion_id: (Verdict.YES, "Dat past goed.") for each in page.answers}
    whole: dict[str, object] = {
        "asked_on": dt.date(2026, 1, 12),
        "decided_on": dt.date(2026, 2, 1),
        "motivation": "Het past bij een doel.",
        "answers": answers,
        **named,
    }
    return Draft(outcome=outcome, **whole)  # type: ignore[arg-type]


def decided(given: Given, initiative_id: str, outcome: Outcome, **named: object) -> str:
    """An assessment with an outcome; a reason for deviating is always there."""
    assessment = begun(given, initiative_id)
    named.setdefault("deviation", "Dit geval is anders.")
    what = filled(given, assessment, outcome, **named)
    given.graph.write(assessments.decide, actor=SYSTEM, assessment_id=assessment, version=1, draft=what)
    return assessment


def published(given: Given, initiative_id: str, outcome: Outcome, **named: object) -> str:
    """An assessment that was told and published."""
    assessment = decided(given, initiative_id, outcome, **named)
    told = dt.date(2026, 3, 1)
    given.graph.write(assessments.tell, actor=SYSTEM, assessment_id=assessment, version=2, on=told)
    given.graph.write(records.show, actor=SYSTEM, record_id=assessment, version=3, visibility=Visibility.PUBLISHED)
    return assessment
