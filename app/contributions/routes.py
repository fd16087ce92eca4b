"""Contributions to read: the list with its filters, the totals, and one; what is asked stands in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import current_actor, public
from app.as_of import dated
from app.choices import CONTRIBUTION_LABELS, choice
from app.contributions import asked, blueprint, sheet, words
from app.database import graph
from app.filtering import Filters, select
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import csv_file, excel_file
from graph import contributions
from graph.contributions import By

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
    make = csv_file if form == "csv" else excel_file
    return make("bijdragen", sheet.HEADINGS, [sheet.row(each) for each in found])


@blueprint.get("/bijdragen/totalen")
@public
@dated
def totals() -> str:
    """The totals per goal, theme, area, kind or year."""
    by = choice(By, request.args.get("per")) or By.GOAL
    return render_template(
        "contributions/totals.html",
        found=graph().read(contributions.totals, actor=current_actor(), by=by),
        filters=_by(),
        labels=words.BY_LABELS,
        filter_name=words.FILTER_NAMES[by],
        name_of=sheet.name_of,
    )


@blueprint.get("/bijdragen/totalen.<any(csv, xlsx):form>")
@public
@dated
def totals_download(form: str) -> Response:
    """The totals as a file."""
    by = choice(By, request.args.get("per")) or By.GOAL
    found = graph().read(contributions.totals, actor=current_actor(), by=by)
    make = csv_file if form == "csv" else excel_file
    return make("totalen-bijdragen", sheet.TOTAL_HEADINGS, [sheet.total_row(each, by) for each in found.rows])


@blueprint.get("/bijdragen/<contribution_id>")
@public
@dated
def show(contribution_id: str) -> str:
    """The page of one contribution."""
    page = graph().read(contributions.page, actor=current_actor(), contribution_id=contribution_id)
    return render_template("contributions/page.html", page=page, kinds=CONTRIBUTION_LABELS, stages=words.STAGE_BADGES)


def _by() -> Filters:
    others = [(each.value, str(label), None) for each, label in words.BY_LABELS.items() if each is not By.GOAL]
    return Filters((select("per", gettext("Tel op per"), str(words.BY_LABELS[By.GOAL]), others),))
