"""One goal to read."""

from __future__ import annotations

from flask import render_template

from app.access import current_actor, public
from app.as_of import dated
from app.database import graph
from app.goals import blueprint
from graph import goals


@blueprint.get("/doelen/<goal_id>")
@public
@dated
def show(goal_id: str) -> str:
    """The page of one goal."""
    page = graph().read(goals.page, actor=current_actor(), goal_id=goal_id)
    return render_template("goals/page.html", page=page)
