"""What who undertakes an initiative does with a bridge: read the question, answer, and put the wish in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext

from app import sentences
from app.access import Permission, current_actor, needs
from app.bridges import blueprint, words
from app.bridges.acts import said_no
from app.database import graph
from graph.bridges import life, own
from graph.errors import Conflict, Invalid

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.get("/mijn-initiatief/kennismakingen")
@needs(Permission.EDIT_OWN)
def asked() -> str:
    """The bridges of one's own initiatives."""
    found = graph().read(own.asked, actor=current_actor())
    return render_template("bridges/own.html", found=found, words=words, sentences=sentences)


@blueprint.post("/mijn-initiatief/kennismakingen/<a>/<b>")
@needs(Permission.EDIT_OWN)
def say(a: str, b: str) -> ResponseReturnValue:
    """The answer of `a`, one's own initiative, to the question whether it wants to meet `b`; or other words."""
    actor, says, text = current_actor(), request.form.get("antwoord"), request.form.get("wens", "")
    if says not in {"ja", "nee", "wens"}:
        abort(400)
    try:
        if says == "wens":
            graph().write(life.reword, actor=actor, a=a, b=b, text=text, side_id=a)
            flash(gettext("De zin is bewaard. Beide groepen lezen hem."), "ok")
        else:
            why = said_no()
            text = "" if says == "ja" else str(words.NO_REASONS[why])
            graph().write(life.answer, actor=actor, a=a, b=b, side_id=a, yes=says == "ja", text=text, because=why)
            flash(
                gettext("Dank u wel. Wij laten het u weten als de ander ook ja zegt.")
                if says == "ja"
                else gettext("Dank u wel. Wij vragen u dit niet opnieuw."),
                "ok",
            )
    except Invalid:
        flash(gettext("De zin ontbreekt of is te lang. Schrijf in één zin wat beide groepen willen."), "warning")
    except Conflict:
        flash(gettext("Dit is intussen veranderd. Hieronder staat hoe het nu is."), "warning")
    return redirect(url_for("bridges.asked"), 303)
