"""Contributions added up per goal, theme, area, kind or year: filters, order and page stand in the address."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import current_actor, public
from app.as_of import dated
from app.choices import choice
from app.contributions import asked, blueprint, sheet, words
from app.database import graph
from app.filtering import Filters, select
from app.paging import PAGE_SIZE, Paging, asked_page
from app.spreadsheet import table_file
from graph import contributions
from graph.contributions import By, Selection

if TYPE_CHECKING:
    from flask import Response

    from graph.contributions import Choice, Total, Totals


class Order(StrEnum):
    """How totals can be sorted besides by how many contributions there are."""

    ASKED = "gevraagd"
    GRANTED = "gegeven"
    NAME = "naam"


@blueprint.get("/bijdragen/totalen")
@public
@dated
def totals() -> str:
    """The totals, and the sum in which each contribution counts once."""
    by, selection = _by(), _selection()
    found = _found(by, selection)
    choices = graph().read(contributions.choices, actor=current_actor(), selection=selection)
    rows, paging = _sorted(found), Paging(asked_page(), len(found.rows))
    return render_template(
        "contributions/totals.html",
        found=found,
        rows=rows[paging.skip : paging.skip + PAGE_SIZE],
        paging=paging,
        filters=_filters(choices),
        labels=words.BY_LABELS,
        filter_name=words.FILTER_NAMES[by],
        kept=_kept(by),
        name_of=sheet.name_of,
    )


@blueprint.get("/bijdragen/totalen.<any(csv, xlsx):form>")
@public
@dated
def totals_download(form: str) -> Response:
    """The totals that the page shows, all pages of it, as a file."""
    by = _by()
    rows = _sorted(_found(by, _selection()))
    return table_file(form, "totalen-bijdragen", sheet.TOTAL_HEADINGS, [sheet.total_row(each, by) for each in rows])


def _by() -> By:
    return choice(By, request.args.get("per")) or By.GOAL


def _selection() -> Selection:
    every = asked.selection()
    return Selection(kind=every.kind, stage=every.stage, year=every.year)


def _found(by: By, selection: Selection) -> Totals:
    return graph().read(contributions.totals, actor=current_actor(), by=by, selection=selection)


def _sorted(found: Totals) -> list[Total]:
    """The rows in the order that is asked; those that are equal stay as they come, most contributions first."""
    order = choice(Order, request.args.get("volgorde"))
    if order is Order.NAME:
        return sorted(found.rows, key=lambda each: sheet.name_of(each, found.by).casefold())
    if order is Order.ASKED:
        return sorted(found.rows, key=lambda each: -each.asked)
    return sorted(found.rows, key=lambda each: -each.granted) if order else list(found.rows)


def _kept(by: By) -> dict[str, str]:
    """The filters in the address that the list of contributions has too, but for the one that a row stands for."""
    names = {"soort", "stap", "jaar"} - {words.FILTER_NAMES[by]}
    return {name: request.args[name] for name in sorted(names) if request.args.get(name)}


def _filters(choices: tuple[Choice, ...]) -> Filters:
    others = [(each.value, str(label), None) for each, label in words.BY_LABELS.items() if each is not By.GOAL]
    first = gettext("Nieuwste jaar eerst") if _by() is By.YEAR else gettext("Meeste bijdragen eerst")
    orders: list[tuple[str, str, int | None]] = [
        (Order.ASKED, gettext("Meest gevraagd eerst"), None),
        (Order.GRANTED, gettext("Meest gegeven eerst"), None),
        (Order.NAME, gettext("Op naam"), None),
    ]
    return Filters(
        (
            select("per", gettext("Tel op per"), str(words.BY_LABELS[By.GOAL]), others),
            *asked.kind_stage_year(choices),
            select("volgorde", gettext("Volgorde"), first, orders),
        )
    )
