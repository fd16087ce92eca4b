"""The start pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, redirect, render_template, url_for
from flask_babel import gettext

from app import note_reads, sentences
from app.access import Permission, current_actor, logged_in, public
from app.as_of import dated
from app.choices import DECISION_KIND_LABELS
from app.database import graph
from app.maps import draw
from app.start import blueprint
from graph import clock, today, welcome
from graph.errors import Unavailable
from graph.figures import switches
from graph.figures.switches import Figure

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from graph.bridges.suggestions import Pair


@blueprint.get("/")
@public
@dated
def home() -> ResponseReturnValue:
    """The public start."""
    settings = current_app.config["SETTINGS"]
    page = graph().read(welcome.welcome, actor=current_actor(), municipality=settings.municipality)
    drawing = draw(page.districts)
    return render_template("start/home.html", page=page, drawing=drawing, DECISION_KINDS=DECISION_KIND_LABELS)


@blueprint.get("/cijfers")
@public
@dated
def figures() -> ResponseReturnValue:
    """What each figure means."""
    waiting_is_public = graph().read(switches.is_on, figure=Figure.WAITING_TIMES)
    return render_template("start/figures.html", waiting_is_public=waiting_is_public)


@blueprint.get("/vandaag")
@logged_in
def day() -> ResponseReturnValue:
    """What to do first: of an employee, or of who undertakes an initiative; others begin at the public start."""
    actor = current_actor()
    if actor.may(Permission.EDIT_OWN) and not actor.may(Permission.SEE_DRAFTS):
        own = graph().read(today.own_day, actor=actor)
        return render_template("start/today_own.html", page=own, greeting=_greeting(), MOST=today.MOST_LINES)
    if not actor.may(Permission.SEE_DRAFTS):
        return redirect(url_for("start.home"))
    page = graph().read(today.day, actor=actor)
    # What was handed over to the reader shows words of somebody else's note.
    note_reads.remember(each.id for each in page.steps[: today.MOST_LINES] if not each.is_own)
    return render_template(
        "start/today.html",
        page=page,
        bridges=_bridges(),
        greeting=_greeting(),
        short=sentences.short,
        MOST=today.MOST_LINES,
    )


def _bridges() -> tuple[Pair, ...] | None:
    """The new bridges; None when they take too long, so that they never hide the rest of the day."""
    try:
        return graph().read(today.bridges, actor=current_actor())
    except Unavailable:
        return None


def _greeting() -> str:
    hour = clock.now().astimezone(clock.zone()).hour
    if hour < 12:  # noqa: PLR2004 — noon
        return gettext("Goedemorgen")
    return gettext("Goedemiddag") if hour < 18 else gettext("Goedenavond")  # noqa: PLR2004 — six in the evening
