"""The page with what was found; words and filters stand in the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import current_actor, public
from app.choices import STATUS_LABELS, choice
from app.database import graph
from app.kinds import look
from app.search import blueprint
from graph import search
from graph.model import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.search import Answer, Choice, Question

LONGEST_QUESTION = 300


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter as a select: its name in the address, options (value, label), the value chosen and its words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str
    words: str


@blueprint.get("/zoeken")
@public
def results() -> str:
    """Everything that matches, grouped by kind."""
    question = search.Question(
        words=request.args.get("q", "").strip()[:LONGEST_QUESTION],
        kind=choice(Kind, request.args.get("soort")),
        theme=request.args.get("thema") or None,
        area=request.args.get("gebied") or None,
        status=choice(Status, request.args.get("status")),
    )
    answer = graph().read(search.find, actor=current_actor(), question=question)
    return render_template("search/results.html", question=question, answer=answer, filters=_filters(question, answer))


def _filters(question: Question, answer: Answer) -> tuple[Filter, ...]:
    kinds = [(each, str(look(each.value).plural)) for each in answer.kinds]
    statuses = [(each, str(STATUS_LABELS[Status(each.value)])) for each in answer.statuses]
    return (
        _filter("soort", gettext("Soort"), gettext("Alles"), kinds, question.kind),
        _filter("thema", gettext("Thema"), gettext("Alle thema’s"), _own(answer.themes), question.theme),
        _filter("gebied", gettext("Gebied"), gettext("Alle gebieden"), _own(answer.areas), question.area),
        _filter("status", gettext("Status"), gettext("Elke status"), statuses, question.status),
    )


def _filter(name: str, label: str, everything: str, choices: list[tuple[Choice, str]], chosen: str | None) -> Filter:
    options = [("", everything)] + [(each.value, f"{text} ({each.count})") for each, text in choices]
    words = next((text for each, text in choices if each.value == chosen), chosen or "")
    return Filter(name, label, tuple(options), chosen or "", words)


def _own(choices: Iterable[Choice]) -> list[tuple[Choice, str]]:
    return [(each, each.label) for each in choices]
