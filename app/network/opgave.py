"""The page of an opgave: everything under one goal, what is missing, and its network as a drawing or a table."""

from __future__ import annotations

from flask import current_app, render_template

from app.access import current_actor, public
from app.as_of import dated
from app.database import graph
from app.network import blueprint
from app.network.view import asked
from app.picturing.shown import Shown
from graph import clock, opgave
from graph.bridges import townwide

# A drawing of more is hard to read.
MOST = 149


@blueprint.get("/doelen/<goal_id>/opgave")
@public
@dated
def whole(goal_id: str) -> str:
    """An opgave with its network; of an earlier day without the network, which is known of today only."""
    view = asked(f"/doelen/{goal_id}/opgave", MOST)
    actor = current_actor()
    municipality = current_app.config["SETTINGS"].municipality
    found = graph().read(opgave.page, actor=actor, goal_id=goal_id, municipality=municipality)
    shown = None
    if not clock.is_past():
        shown = Shown(graph().read(opgave.picture, actor=actor, opgave=found, number=view.number), view)
    most = townwide.MOST
    return render_template("network/opgave.html", found=found, view=view, shown=shown, most_bridges=most)
