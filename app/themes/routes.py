"""One theme to read."""

from __future__ import annotations

from flask import render_template

from app.access import current_actor, public
from app.as_of import dated
from app.database import graph
from app.themes import blueprint
from graph import themes


@blueprint.get("/themas/<theme_id>")
@public
@dated
def show(theme_id: str) -> str:
    """The page of one theme."""
    page = graph().read(themes.page, actor=current_actor(), theme_id=theme_id)
    return render_template("themes/page.html", page=page)
