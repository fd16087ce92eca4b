"""The overview as a page, printable, and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import Permission, current_actor, public
from app.as_of import dated
from app.choices import choice
from app.database import graph
from app.filtering import Filters, select
from app.overview import blueprint
from app.overview.sheet import HEADINGS, IS_PUBLIC, row, row_with_drafts
from app.overview.words import ORDERS
from app.paging import Paging, asked_page
from app.spreadsheet import table_file
from graph import goal_pages, overview
from graph.overview import Order, Question, Show
from graph.rights import VISITOR

if TYPE_CHECKING:
    from flask import Response

    from graph.goal_pages import Glance

GOALS_ON_PAGE = 30


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


@blueprint.get("/doelen.<any(csv, xlsx):form>")
@public
@dated
def sheet(form: str) -> Response:
    """What the overview shows to this reader, all pages of it, one line per goal.

    With `voor=iedereen` it is the open data, that is what a visitor sees, whoever asks.
    """
    actor = VISITOR if request.args.get("voor") == "iedereen" else current_actor()
    found = graph().read(overview.overview, actor=actor, question=_question())
    if actor.may(Permission.SEE_DRAFTS):
        return table_file(form, "doelen", (*HEADINGS, IS_PUBLIC), [row_with_drafts(goal) for goal in found.goals])
    return table_file(form, "doelen", HEADINGS, [row(goal) for goal in found.goals])


def _question() -> Question:
    return Question(
        words=request.args.get("q", "").strip()[:200],
        theme=request.args.get("thema") or None,
        area=request.args.get("wijk") or None,
        show=choice(Show, request.args.get("toon")),
        order=choice(Order, request.args.get("volgorde")) or Order.PROGRAMME,
    )


def _filters(found: Glance) -> Filters:
    themes = [(each.value, each.name, each.goals) for each in found.choices_of("theme")]
    areas = [(each.value, each.name, each.goals) for each in found.choices_of("area")]
    shows = [
        (Show.WITHOUT_INITIATIVE.value, gettext("Zonder initiatief"), found.counts[Show.WITHOUT_INITIATIVE]),
        (Show.WITHOUT_OFFICIAL.value, gettext("Zonder aanspreekpunt"), found.counts[Show.WITHOUT_OFFICIAL]),
        (Show.OPEN.value, gettext("Open voor bijdragen"), found.counts[Show.OPEN]),
    ]
    orders = [(each.value, str(label), None) for each, label in ORDERS.items() if each is not Order.PROGRAMME]
    every = gettext("Alle doelen (%(count)s)", count=found.counts[None])
    return Filters(
        (
            select("thema", gettext("Thema"), gettext("Alle thema’s"), themes),
            select("wijk", gettext("Wijk"), gettext("Alle wijken"), areas),
            select("toon", gettext("Toon"), every, shows),
            select("volgorde", gettext("Volgorde"), str(ORDERS[Order.PROGRAMME]), orders),
        )
    )
