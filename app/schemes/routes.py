"""Schemes to read, and asking two parties to apply together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext

from app.access import Permission, current_actor, needs, public
from app.as_of import dated
from app.database import graph
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.schemes import blueprint, listing, words
from app.spreadsheet import csv_file, excel_file
from graph import schemes
from graph.errors import Conflict
from graph.ids import is_id

if TYPE_CHECKING:
    from flask import Response
    from flask.typing import ResponseReturnValue


@blueprint.get("/regelingen")
@public
@dated
def index() -> str:
    """The list."""
    every, question = graph().read(schemes.listing, actor=current_actor()), listing.asked()
    found = listing.chosen(every, question)
    paging = Paging(asked_page(), len(found))
    return render_template(
        "schemes/index.html",
        rows=found[paging.skip : paging.skip + PAGE_SIZE],
        filters=listing.filters(every, question),
        paging=paging,
    )


@blueprint.get("/regelingen.<any(csv, xlsx):form>")
@public
@dated
def download(form: str) -> Response:
    """What the list shows, all pages of it, as a file."""
    found = listing.chosen(graph().read(schemes.listing, actor=current_actor()), listing.asked())
    make = csv_file if form == "csv" else excel_file
    return make("regelingen", listing.HEADINGS, [listing.row(each) for each in found])


@blueprint.get("/regelingen/<scheme_id>")
@public
@dated
def show(scheme_id: str) -> str:
    """The page of one scheme."""
    number, actor = asked_page(), current_actor()
    skip = (number - 1) * PAGE_SIZE
    page = graph().read(schemes.page, actor=actor, scheme_id=scheme_id, skip=skip, limit=PAGE_SIZE)
    return render_template("schemes/page.html", page=page, why=words.why, paging=Paging(number, page.recipients))


@blueprint.get("/regelingen/<scheme_id>/ontvangers.<any(csv, xlsx):form>")
@public
@dated
def recipients(scheme_id: str, form: str) -> Response:
    """Everybody who got or asked something under the scheme, as a file."""
    actor = current_actor()
    graph().read(schemes.page, actor=actor, scheme_id=scheme_id, limit=1)
    found = every_row(
        lambda skip, limit: graph().read(schemes.grants, actor=actor, scheme_id=scheme_id, skip=skip, limit=limit)
    )
    make = csv_file if form == "csv" else excel_file
    return make("ontvangers", listing.GRANT_HEADINGS, [listing.grant_row(each) for each in found])


@blueprint.post("/regelingen/<scheme_id>/samen")
@needs(Permission.BUILD_BRIDGES)
def ask_together(scheme_id: str) -> ResponseReturnValue:
    """Two parties get the question whether they want to apply together; the text stands on the page of the bridge."""
    a, b = request.form.get("a", ""), request.form.get("b", "")
    if not (is_id(a) and is_id(b)):
        abort(400)
    page = graph().read(schemes.page, actor=current_actor(), scheme_id=scheme_id)
    pair = page.strangers_of(a, b)
    if pair is None:
        # Somebody asked them already, or they found each other: the bridge says how it stands.
        return redirect(url_for("bridges.bridge", a=a, b=b), 303)
    text = words.wish(page.facts.name, pair)
    try:
        graph().write(schemes.ask_together, actor=current_actor(), scheme_id=scheme_id, a=a, b=b, text=text)
    except Conflict:
        return redirect(url_for("bridges.bridge", a=a, b=b), 303)
    _say_asked(a, b)
    return redirect(url_for("bridges.bridge", a=a, b=b), 303)


def _say_asked(a: str, b: str) -> None:
    done = {
        "text": gettext(
            "Vastgelegd: u vraagt beide groepen om samen aan te vragen. Hieronder staat de tekst voor beide."
        ),
        "url": url_for("bridges.undo", a=a, b=b),
        "label": gettext("Maak ongedaan"),
        "post": True,
    }
    flash(done, "ok")  # type: ignore[arg-type]
