"""Contributions to read: the list with its filters, and one; what is asked stands in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template

from app.access import current_actor, public
from app.as_of import dated
from app.choices import CONTRIBUTION_LABELS
from app.contributions import asked, blueprint, sheet, words
from app.database import graph
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import table_file
from graph import contributions

if TYPE_CHECKING:
    from flask import Response


@blueprint.get("/bijdragen")
@public
@dated
def index() -> str:
    """The list."""
    page = asked_page()
    found = graph().read(
        contributions.listing,
        actor=current_actor(),
        selection=asked.selection(),
        order=asked.order(),
        skip=(page - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )
    return render_template(
        "contributions/index.html",
        found=found,
        filters=asked.filters(found),
        paging=Paging(page, found.sum.contributions),
        kinds=CONTRIBUTION_LABELS,
        stages=words.STAGE_BADGES,
    )


@blueprint.get("/bijdragen.<any(csv, xlsx):form>")
@public
@dated
def download(form: str) -> Response:
    """What the list shows, all pages of it, as a file."""
    actor, selection, order = current_actor(), asked.selection(), asked.order()
    found = every_row(
        lambda skip, limit: graph().read(
            contributions.rows, actor=actor, selection=selection, order=order, skip=skip, limit=limit
        )
    )
    return table_file(form, "bijdragen", sheet.HEADINGS, [sheet.row(each) for each in found])


@blueprint.get("/bijdragen/<contribution_id>")
@public
@dated
def show(contribution_id: str) -> str:
    """The page of one contribution."""
    page = graph().read(contributions.page, actor=current_actor(), contribution_id=contribution_id)
    return render_template("contributions/page.html", page=page, kinds=CONTRIBUTION_LABELS, stages=words.STAGE_BADGES)
