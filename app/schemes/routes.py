"""The list of schemes, and the page of one with who got and asked money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template

from app.access import current_actor, public
from app.as_of import dated
from app.database import graph
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.schemes import blueprint, listing, recipients, words
from app.spreadsheet import table_file
from graph import schemes

if TYPE_CHECKING:
    from flask import Response


@blueprint.get("/regelingen")
@public
@dated
def index() -> str:
    """The list."""
    every, question = graph().read(schemes.listing, actor=current_actor()), listing.asked()
    found = listing.chosen(every.rows, question)
    paging = Paging(asked_page(), len(found))
    return render_template(
        "schemes/index.html",
        rows=found[paging.skip : paging.skip + PAGE_SIZE],
        filters=listing.filters(every.rows, question),
        paging=paging,
        most=schemes.MOST_READ if every.is_cut else None,
    )


@blueprint.get("/regelingen.<any(csv, xlsx):form>")
@public
@dated
def download(form: str) -> Response:
    """What the list shows, all pages of it, as a file."""
    found = listing.chosen(graph().read(schemes.listing, actor=current_actor()).rows, listing.asked())
    return table_file(form, "regelingen", listing.HEADINGS, [listing.row(each) for each in found])


@blueprint.get("/regelingen/<scheme_id>")
@public
@dated
def show(scheme_id: str) -> str:
    """The page of one scheme."""
    number, actor, selection = asked_page(), current_actor(), recipients.selection()
    skip = (number - 1) * PAGE_SIZE
    page = graph().read(schemes.page, actor=actor, scheme_id=scheme_id, selection=selection, skip=skip, limit=PAGE_SIZE)
    return render_template(
        "schemes/page.html",
        page=page,
        filters=recipients.filters(page.recipients),
        why=words.why,
        paging=Paging(number, page.total),
    )


@blueprint.get("/regelingen/<scheme_id>/ontvangers.<any(csv, xlsx):form>")
@public
@dated
def recipients_file(scheme_id: str, form: str) -> Response:
    """Who got or asked something under the scheme, all that the page would show, as a file."""
    actor, selection = current_actor(), recipients.selection()
    graph().read(schemes.facts, actor=actor, scheme_id=scheme_id)
    found = every_row(
        lambda skip, limit: graph().read(
            schemes.grants, actor=actor, scheme_id=scheme_id, selection=selection, skip=skip, limit=limit
        )
    )
    return table_file(form, "ontvangers", recipients.HEADINGS, [recipients.row(each) for each in found])
