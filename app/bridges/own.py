"""What who undertakes an initiative does with a bridge: read the question, answer, and put the wish in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext

from app import sentences
from app.access import Permission, current_actor, needs
from app.bridges import blueprint, words
from app.bridges.acts import said_no
from app.bridges.forms import OwnWishForm
from app.database import graph
from graph.bridges import life, own
from graph.errors import Conflict

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.get("/mijn-initiatief/kennismakingen")
@needs(Permission.EDIT_OWN)
def asked() -> str:
    """The bridges of one's own initiatives."""
    return _page()


@blueprint.post("/mijn-initiatief/kennismakingen/<a>/<b>")
@needs(Permission.EDIT_OWN)
def say(a: str, b: str) -> ResponseReturnValue:
    """The answer of `a`, one's own initiative, to the question whether it wants to meet `b`; or other words."""
    says = request.form.get("antwoord")
    if says not in {"ja", "nee", "wens"}:
        abort(400)
    return _reword(a, b) if says == "wens" else _answer(a, b, yes=says == "ja")


def _answer(a: str, b: str, *, yes: bool) -> ResponseReturnValue:
    why = said_no()
    text = "" if yes else words.kept_reason(why)
    try:
        graph().write(life.answer, actor=current_actor(), a=a, b=b, side_id=a, yes=yes, text=text, because=why)
    except Conflict:
        flash(gettext("Dit is intussen veranderd. Hieronder staat hoe het nu is."), "warning")
        return redirect(url_for("bridges.asked"), 303)
    thanks = gettext("Dank u wel. Zegt de ander ook ja, dan leest u dat hier, en stelt de gemeente u voor.")
    flash(thanks if yes else gettext("Dank u wel. Wij vragen u dit niet opnieuw."), "ok")
    return redirect(url_for("bridges.asked"), 303)


def _reword(a: str, b: str) -> ResponseReturnValue:
    """Other words; what is wrong with them is said at the field, and what was typed is never lost."""
    form = OwnWishForm()
    if not form.validate():
        return _page(refused=(a, b, form)), 400
    text = str(form.wens.data)
    try:
        graph().write(life.reword, actor=current_actor(), a=a, b=b, text=text, seen=form.seen.data or None, side_id=a)
    except Conflict:
        return _page(unkept=text), 409
    flash(gettext("De zin is bewaard. Beide groepen lezen hem."), "ok")
    return redirect(url_for("bridges.asked"), 303)


def _page(*, refused: tuple[str, str, OwnWishForm] | None = None, unkept: str = "") -> str:
    """The bridges with a form for the wish of each; one that was `refused` comes back with what was typed.

    `unkept` is what was typed about a bridge that goes its own way meanwhile.
    """
    found = graph().read(own.asked, actor=current_actor())
    forms = [
        OwnWishForm(formdata=None, data={"wens": each.bridge.wish, "seen": each.bridge.wish}).numbered(n)
        for n, each in enumerate(found, 1)
    ]
    if refused:
        a, b, form = refused
        places = [n for n, each in enumerate(found) if (each.bridge.own_id, each.bridge.other_id) == (a, b)]
        for place in places:
            forms[place] = form.numbered(place + 1)
        unkept = "" if places else form.wens.data or ""
    return render_template(
        "bridges/own.html",
        found=list(zip(found, forms, strict=True)),
        unkept=unkept,
        words=words,
        sentences=sentences,
    )
