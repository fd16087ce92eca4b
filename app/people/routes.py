"""One person to read."""

from __future__ import annotations

from flask import render_template

from app.access import current_actor, public
from app.as_of import dated
from app.database import graph
from app.people import blueprint
from graph import people


@blueprint.get("/personen/<person_id>")
@public
@dated
def show(person_id: str) -> str:
    """The page of one person."""
    page = graph().read(people.page, actor=current_actor(), person_id=person_id)
    return render_template("people/page.html", page=page)
