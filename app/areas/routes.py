"""One area to read, with its map."""

from __future__ import annotations

from flask import render_template

from app.access import current_actor, public
from app.areas import blueprint
from app.as_of import dated
from app.database import graph
from app.maps import draw
from graph import areas


@blueprint.get("/gebieden/<area_id>")
@public
@dated
def show(area_id: str) -> str:
    """The page of one area."""
    page = graph().read(areas.page, actor=current_actor(), area_id=area_id)
    return render_template("areas/page.html", page=page, drawing=draw(page.inside) or draw([page.drawn]))
