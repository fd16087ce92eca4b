"""The index: what this person may keep in order and follow, with one sentence each."""

from __future__ import annotations

from flask import render_template

from app.access import Permission, current_actor, needs
from app.administration import blueprint
from app.administration.rooms import open_to


@blueprint.get("/beheer")
@needs(Permission.SEE_DRAFTS)
def index() -> str:
    """What this person may keep in order."""
    return render_template("administration/index.html", floors=open_to(current_actor()))
