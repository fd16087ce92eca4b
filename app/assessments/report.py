"""Outcome and lead time per kind of initiator, theme and area, for staff."""

from __future__ import annotations

from flask import render_template, request
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.as_of import dated
from app.assessments import blueprint, words
from app.database import graph
from graph import assessments, clock
from graph.assessments.report import DIMENSIONS, FEWEST

YEARS = 5


@blueprint.get("/afwegingen/verslag")
@needs(Permission.SEE_DRAFTS)
@dated
def report() -> str:
    """The report over everything, or over one year."""
    this_year = clock.today().year
    years = [str(year) for year in range(this_year, this_year - YEARS, -1)]
    asked = request.args.get("jaar", "")
    year = int(asked) if asked in years else None
    found = graph().read(assessments.report, actor=current_actor(), year=year)
    return render_template(
        "assessments/report.html",
        report=found,
        words=words,
        years=[("", gettext("Alle jaren")), *((each, each) for each in years)],
        year=year,
        dimensions=DIMENSIONS,
        FEWEST=FEWEST,
    )
