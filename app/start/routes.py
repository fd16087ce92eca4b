"""The start pages."""

from __future__ import annotations

from flask import current_app, render_template

from app.access import current_actor, public
from app.database import graph
from app.maps import draw
from app.start import blueprint
from graph import welcome


@blueprint.get("/")
@public
def home() -> str:
    """The public start."""
    settings = current_app.config["SETTINGS"]
    page = graph().read(welcome.welcome, actor=current_actor(), municipality=settings.municipality)
    return render_template(
        "start/home.html", page=page, drawing=draw(page.districts), waiting_is_public=settings.publish_waiting_times
    )


@blueprint.get("/cijfers")
@public
def figures() -> str:
    """What each figure means."""
    return render_template("start/figures.html")
