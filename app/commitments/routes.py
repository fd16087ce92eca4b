"""One commitment to read."""

from __future__ import annotations

from flask import render_template

from app.access import current_actor, public
from app.as_of import dated
from app.choices import COMMITMENT_LABELS
from app.commitments import blueprint
from app.database import graph
from graph import commitments


@blueprint.get("/afspraken/<commitment_id>")
@public
@dated
def show(commitment_id: str) -> str:
    """The page of one commitment."""
    page = graph().read(commitments.page, actor=current_actor(), commitment_id=commitment_id)
    return render_template("commitments/page.html", page=page, kinds=COMMITMENT_LABELS)
