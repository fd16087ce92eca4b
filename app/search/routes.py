"""The page with what was found; words and filters stand in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import current_actor, public
from app.choices import STATUS_LABELS, choice
from app.database import graph
from app.filtering import Filters, select
from app.kinds import look
from app.search import blueprint
from graph import search
from graph.model import Kind, Status

if TYPE_CHECKING:
    from graph.search import Answer

LONGEST_QUESTION = 300


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
    return render_template("search/results.html", question=question, answer=answer, filters=_filters(answer))


def _filters(answer: Answer) -> Filters:
    kinds = [(each.value, str(look(each.value).plural), each.hits) for each in answer.choices_of("kind")]
    themes = [(each.value, each.name, each.hits) for each in answer.choices_of("theme")]
    areas = [(each.value, each.name, each.hits) for each in answer.choices_of("area")]
    statuses = [(each.value, str(STATUS_LABELS[Status(each.value)]), each.hits) for each in answer.choices_of("status")]
    return Filters(
        (
            select("soort", gettext("Soort"), gettext("Alles"), kinds),
            select("thema", gettext("Thema"), gettext("Alle thema’s"), themes),
            select("gebied", gettext("Gebied"), gettext("Alle gebieden"), areas),
            select("status", gettext("Status"), gettext("Elke status"), statuses),
        )
    )
