"""A question in one's own words, and who can help."""

from __future__ import annotations

from flask import render_template, request

from app.access import current_actor, public
from app.database import graph
from app.signpost import blueprint
from graph import signpost

LONGEST_QUESTION = 300


@blueprint.get("/wegwijzer")
@public
def ask() -> str:
    """The question and its answer; the question stands in the address."""
    question = request.args.get("vraag", "").strip()[:LONGEST_QUESTION]
    advice = graph().read(signpost.advice, actor=current_actor(), question=question)
    return render_template("signpost/ask.html", advice=advice)
