"""One body to read."""

from __future__ import annotations

from flask import render_template

from app.access import current_actor, public
from app.as_of import dated
from app.bodies import blueprint
from app.database import graph
from graph import bodies


@blueprint.get("/organen/<body_id>")
@public
@dated
def show(body_id: str) -> str:
    """The page of one body."""
    page = graph().read(bodies.page, actor=current_actor(), body_id=body_id)
    return render_template("bodies/page.html", page=page)
