"""Rings: the proposals in which everybody gives and gets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flask import abort, flash, redirect, render_template, request
from flask_babel import gettext, ngettext

from app.access import Permission, current_actor, needs, public
from app.as_of import dated
from app.database import graph
from app.logs import event
from app.paging import Paging, asked_page
from app.supply import blueprint
from graph.bridges import life
from graph.errors import Invalid, NotFound
from graph.ids import is_id
from graph.supply import rings

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from graph.rights import Actor
    from graph.store import Transaction

SIZE = 10


@blueprint.get("/vraag-en-aanbod/ruilringen")
@public
@dated
def ring_list() -> str:
    """Every ring of two or three parties."""
    found = graph().read(rings.in_town, actor=current_actor())
    paging = Paging(asked_page(), len(found), SIZE)
    return render_template("supply/rings.html", rings=found[paging.skip : paging.skip + SIZE], paging=paging)


@blueprint.post("/vraag-en-aanbod/ruilringen")
@needs(Permission.BUILD_BRIDGES)
def ask_ring() -> ResponseReturnValue:
    """Ask everybody in a ring whether they want this: a bridge for each pair, with the proposal as its first words."""
    pairs, text = [tuple(each.split("|")) for each in request.form.getlist("paar")], request.form.get("text", "")
    if not pairs or not all(len(pair) == 2 and all(map(is_id, pair)) for pair in pairs):  # noqa: PLR2004 — two parties
        abort(400)
    try:
        done = graph().write(_ask, actor=current_actor(), pairs=pairs, text=text)
    except (Invalid, NotFound):
        flash(gettext("Er is niets gevraagd. Deze ruilring is intussen veranderd."), "warning")
        return redirect("/vraag-en-aanbod/ruilringen", 303)
    event("ring asked")
    flash(
        ngettext(
            "Vastgelegd: u vraagt de groepen van %(num)s brug. De tekst staat op de pagina van de brug.",
            "Vastgelegd: u vraagt de groepen van %(num)s bruggen. De tekst staat op de pagina van elke brug.",
            done,
        ),
        "ok",
    )
    return redirect("/bruggen?staat=asked", 303)


def _ask(tx: Transaction, *, actor: Actor, pairs: list[tuple[str, ...]], text: str) -> int:
    """How many pairs are asked now; who is further already is left alone. Raises Invalid without a text."""
    if not text.strip():
        raise Invalid("text", "is needed")
    return life.as_many_as_can(partial(life.ask, tx, actor=actor, a=a, b=b, text=text) for a, b in pairs)
