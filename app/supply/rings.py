"""Rings: the proposals in which everybody gives and gets."""

from __future__ import annotations

from flask import render_template

from app.access import current_actor, public
from app.as_of import dated
from app.database import graph
from app.paging import Paging, asked_page
from app.supply import blueprint
from graph.supply import rings

SIZE = 10


@blueprint.get("/vraag-en-aanbod/ruilringen")
@public
@dated
def ring_list() -> str:
    """Every ring of two or three parties."""
    found = graph().read(rings.in_town, actor=current_actor())
    paging = Paging(asked_page(), len(found), SIZE)
    return render_template("supply/rings.html", rings=found[paging.skip : paging.skip + SIZE], paging=paging)
