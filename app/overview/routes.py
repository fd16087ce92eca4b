"""The overview as a page, printable, and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import current_actor, public
from app.as_of import dated
from app.choices import choice
from app.database import graph
from app.filtering import Filters, select
from app.overview import blueprint
from app.overview.sheet import HEADINGS, row
from app.paging import Paging, asked_page
from app.spreadsheet import csv_file
from graph import goal_pages, overview
from graph.overview import Question, Show
from graph.rights import VISITOR

if TYPE_CHECKING:
    from flask import Response

    from graph.goal_pages import Glance

GOALS_ON_PAGE = 50


@blueprint.get("/doelen")
@public
@dated
def index() -> str:
    """Every goal per programme, a page at a time, or all at once to print."""
    question = _question()
    everything = "alles" in request.args
    page = 1 if everything else asked_page()
    found = graph().read(
        goal_pages.page,
        actor=current_actor(),
        question=question,
        skip=(page - 1) * GOALS_ON_PAGE,
        limit=None if everything else GOALS_ON_PAGE,
    )
    total = found.glance.total
    paging = Paging(page, total, size=max(total, 1) if everything else GOALS_ON_PAGE)
    filters = _filters(found.glance)
    return render_template("overview/index.html", question=question, found=found, paging=paging, filters=filters)


@blueprint.get("/doelen.csv")
@public
@dated
def sheet() -> Response:
    """The public overview as CSV, one line per goal; the same for everybody."""
    found = graph().read(overview.overview, actor=VISITOR, question=_question())
    return csv_file(
        "doelen", HEADINGS, [row(programme, goal) for programme in found.programmes for goal in programme.goals]
    )


def _question() -> Question:
    return Question(
        words=request.args.get("q", "").strip()[:200],
        theme=request.args.get("thema") or None,
        area=request.args.get("wijk") or None,
        show=choice(Show, request.args.get("toon")),
    )


def _filters(found: Glance) -> Filters:
    themes = [(each.value, each.name, each.goals) for each in found.choices_of("theme")]
    areas = [(each.value, each.name, each.goals) for each in found.choices_of("area")]
    shows = [
        (Show.WITHOUT_INITIATIVE.value, gettext("Zonder initiatief"), found.counts[Show.WITHOUT_INITIATIVE]),
        (Show.WITHOUT_OFFICIAL.value, gettext("Zonder aanspreekpunt"), found.counts[Show.WITHOUT_OFFICIAL]),
        (Show.OPEN.value, gettext("Open voor bijdragen"), found.counts[Show.OPEN]),
    ]
    every = gettext("Alle doelen (%(count)s)", count=found.counts[None])
    return Filters(
        (
            select("thema", gettext("Thema"), gettext("Alle thema’s"), themes),
            select("wijk", gettext("Wijk"), gettext("Alle wijken"), areas),
            select("toon", gettext("Toon"), every, shows),
        )
    )
