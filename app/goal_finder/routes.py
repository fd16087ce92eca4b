"""An idea in one's own words, and the goals it could serve."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import redirect, render_template, request, url_for

from app.access import current_actor, public
from app.database import graph
from app.goal_finder import blueprint
from graph import goal_finder

if TYPE_CHECKING:
    from werkzeug import Response

# As it stands in the address, where a letter can take nine places.
LONGEST_IN_ADDRESS = 5_000


@blueprint.get("/doelzoeker")
@public
def find() -> str:
    """The form and what was found; the idea stands in the address, so that people can send it on."""
    idea = request.args.get("idee", "").strip()
    found = graph().read(goal_finder.find, actor=current_actor(), idea=idea)
    return render_template("goal_finder/find.html", found=found, was_cut="ingekort" in request.args)


@blueprint.post("/doelzoeker")
@public
def asked() -> Response:
    """A text of any length: as much of its beginning as an address can hold."""
    idea = " ".join(request.form.get("idee", "").split())
    kept = _fitting(idea)
    return redirect(url_for("goal_finder.find", idee=kept or None, ingekort="ja" if kept != idea else None), 303)


def _fitting(text: str) -> str:
    left = LONGEST_IN_ADDRESS
    for place, letter in enumerate(text[:LONGEST_IN_ADDRESS]):
        left -= len(quote(letter, errors="replace"))
        if left < 0:
            return text[:place]
    return text[:LONGEST_IN_ADDRESS]
