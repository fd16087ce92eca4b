"""Decisions to read: the waiting room and one decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request

from app.access import Permission, current_actor, needs, public
from app.as_of import dated
from app.database import graph
from app.decisions import asked, blueprint, sheet, words
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import table_file
from graph.decisions import listing, medians, page

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

# So many teams stand under the list until somebody asks for all.
TEAMS_SHOWN = 15


@blueprint.get("/wachtkamer")
@needs(Permission.SEE_DRAFTS)
@dated
def index() -> str:
    """What is waited for, one kind at a time, and how long such decisions took."""
    actor, chosen, number = current_actor(), asked.selection(), asked_page()
    skip = (number - 1) * PAGE_SIZE
    found = graph().read(listing.listing, actor=actor, selection=chosen, skip=skip, limit=PAGE_SIZE)
    return render_template(
        "decisions/waiting_room.html",
        chosen=chosen,
        found=found,
        tabs=asked.tabs(chosen, found),
        filters=asked.filters(found),
        paging=Paging(number, found.total),
        medians=graph().read(medians.medians, actor=actor),
        teams=None if request.args.get("teams") == "alle" else TEAMS_SHOWN,
        words=words,
    )


@blueprint.get("/wachtkamer.<any(csv, xlsx):form>")
@needs(Permission.SEE_DRAFTS)
@dated
def download(form: str) -> ResponseReturnValue:
    """The list with its filters as a file."""
    actor, selection = current_actor(), asked.selection()
    rows = every_row(
        lambda skip, limit: graph().read(listing.rows, actor=actor, selection=selection, skip=skip, limit=limit)
    )
    return table_file(form, "wachtkamer", sheet.columns(), [sheet.row(each) for each in rows])


@blueprint.get("/besluiten/<decision_id>")
@public
@dated
def show(decision_id: str) -> str:
    """One decision, and everything that hangs on it."""
    found = graph().read(page.page, actor=current_actor(), decision_id=decision_id)
    return render_template("decisions/page.html", page=found)
