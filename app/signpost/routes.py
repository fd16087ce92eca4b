"""A question in one's own words, who can help, and the press that says that somebody is not the right person.

Everything that was asked stands in the address: the question, and the ids of who was refused.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from flask import redirect, render_template, request, url_for

from app.access import current_actor, public
from app.database import graph
from app.logs import event
from app.signpost import blueprint
from graph import signpost, throttle
from graph.ids import is_id

if TYPE_CHECKING:
    from werkzeug import Response

LONGEST_QUESTION = 300
MOST_REFUSED = 10
# One network address can be a whole library; more than this in an hour no longer teaches the signpost anything.
OF_ADDRESS = throttle.Limit("misroute", 20, dt.timedelta(hours=1))


@blueprint.get("/wegwijzer")
@public
def ask() -> str:
    """The question and its answer."""
    question, refused = _question(request.args.get("vraag", "")), _refused(request.args.get("niet", ""))
    advice = graph().read(signpost.advice, actor=current_actor(), question=question, refused=refused)
    return render_template("signpost/ask.html", advice=advice, longest=LONGEST_QUESTION)


@blueprint.post("/wegwijzer/niet-juist")
@public
def wrong() -> Response:
    """Not the right person: remember it, and show the next."""
    question, refused = _question(request.form.get("vraag", "")), _refused(request.form.get("niet", ""))
    person_id = request.form.get("persoon", "")
    if is_id(person_id) and person_id not in refused:
        _remember(question, person_id, refused)
        refused = (*refused, person_id)[-MOST_REFUSED:]
    return redirect(url_for("signpost.ask", vraag=question, niet=",".join(refused) or None), 303)


def _remember(question: str, person_id: str, refused: tuple[str, ...]) -> None:
    try:
        graph().write(throttle.take, limit=OF_ADDRESS, subject=request.remote_addr or "unknown")
    except throttle.TooOften:
        return
    if graph().write(signpost.wrong, actor=current_actor(), question=question, person_id=person_id, refused=refused):
        event("not the right person")


def _question(text: str) -> str:
    return " ".join(text.split())[:LONGEST_QUESTION]


def _refused(text: str) -> tuple[str, ...]:
    found = dict.fromkeys(each for each in text.split(",") if is_id(each))
    return tuple(found)[:MOST_REFUSED]
