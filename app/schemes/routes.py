"""One scheme to read."""

from __future__ import annotations

from flask import render_template

from app.access import current_actor, public
from app.database import graph
from app.schemes import blueprint
from graph import schemes


@blueprint.get("/regelingen/<scheme_id>")
@public
def show(scheme_id: str) -> str:
    """The page of one scheme."""
    page = graph().read(schemes.page, actor=current_actor(), scheme_id=scheme_id)
    return render_template("schemes/page.html", page=page)
