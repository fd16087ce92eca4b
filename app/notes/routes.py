"""One note to read."""

from __future__ import annotations

from flask import render_template

from app.access import current_actor, public
from app.as_of import dated
from app.database import graph
from app.notes import blueprint
from graph import notes


@blueprint.get("/beleidsnotas/<note_id>")
@public
@dated
def show(note_id: str) -> str:
    """The page of one note."""
    page = graph().read(notes.page, actor=current_actor(), note_id=note_id)
    return render_template("notes/page.html", page=page)
