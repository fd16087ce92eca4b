"""The state of affairs: results, contributions, the framework, assessments, and figures that were switched on."""

from __future__ import annotations

from flask import render_template

from app.access import public
from app.as_of import dated
from app.choices import CONTRIBUTION_LABELS
from app.database import graph
from app.figures import blueprint, words
from graph.figures import overall
from graph.figures.switches import Figure


@blueprint.get("/stand-van-zaken")
@public
@dated
def show() -> str:
    """The same for everybody, also for who is logged in."""
    found = graph().read(overall.overall)
    return render_template(
        "figures/overall.html",
        found=found,
        figures=list(Figure),
        closed=[figure for figure in Figure if not found.switches[figure].is_on],
        words=words,
        kind_labels=CONTRIBUTION_LABELS,
    )
