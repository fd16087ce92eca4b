"""What bridge-building brought, as a page and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, render_template, request
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.bridges import blueprint, words
from app.database import graph
from app.filtering import Filters, select
from app.paging import PAGE_SIZE, Paging, asked_page
from app.spreadsheet import table_file
from graph import clock
from graph.bridges import ledger
from graph.bridges.ledger import WAY, Entry, Ledger, Order, Selection
from graph.bridges.standing import State

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from app.filtering import Select
    from graph.mentions import Mention

STEPS = {
    "voorgesteld": State.ASKED,
    "beide-willen": State.ACCEPTED,
    "aan-elkaar-voorgesteld": State.INTRODUCED,
    "ontmoet": State.MET,
    "samenwerking": State.WORKING_TOGETHER,
    "resultaat": State.RESULT,
}


@blueprint.get("/bruggen/opbrengst")
@needs(Permission.SEE_BRIDGES)
def brought() -> str:
    """How many bridges reached which step, per year, area and theme, and what came of them."""
    found = graph().read(ledger.read, actor=current_actor(), selection=_selection())
    paging = Paging(asked_page(), len(found.results))
    return render_template(
        "bridges/ledger.html",
        found=found,
        results=found.results[paging.skip : paging.skip + PAGE_SIZE],
        paging=paging,
        filters=Filters(tuple(_selects(found))),
        most=ledger.MOST,
        way=WAY,
        columns=[{"label": name, "numeric": True} for name in (gettext("Begonnen"), *_steps())],
        words=words,
    )


@blueprint.get("/bruggen/opbrengst.<any(csv, xlsx):form>")
@needs(Permission.SEE_BRIDGES)
def brought_file(form: str) -> Response:
    """The bridges that the page counts, as a file."""
    found = graph().read(ledger.read, actor=current_actor(), selection=_selection())
    headings = [gettext("Eerste"), gettext("Tweede"), gettext("Stand"), *_steps()]
    headings += [gettext("Gebieden"), gettext("Thema’s"), gettext("Resultaat")]
    return table_file(form, "bruggen-opbrengst", headings, [_row(each) for each in found.entries])


def _steps() -> list[str]:
    return [str(words.STATES[state]) for state in WAY]


def _row(each: Entry) -> list[object]:
    days = {reached.state: clock.day_of(reached.at) for reached in each.reached}
    way = [days.get(state) for state in WAY]
    state = str(words.STATES[each.state])
    areas, themes = (", ".join(one.name for one in many) for many in (each.areas, each.themes))
    return [each.first, each.second, state, *way, areas, themes, each.result]


def _selection() -> Selection:
    year = request.args.get("jaar", "")
    return Selection(
        year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,  # noqa: PLR2004
        area=request.args.get("gebied") or None,
        theme=request.args.get("thema") or None,
        state=STEPS.get(request.args.get("stap", "")),
        order=Order.NAME if request.args.get("volgorde") == "naam" else Order.MOST,
    )


def _selects(found: Ledger) -> Iterable[Select]:
    years = [(str(year), str(year), count) for year, count in sorted(found.by_year.items(), reverse=True)]
    steps = [(value, str(words.STATES[state]), found.by_state[state]) for value, state in STEPS.items()]
    orders: list[tuple[str, str, int | None]] = [("naam", gettext("Op naam"), None)]
    yield select("jaar", gettext("Jaar"), gettext("Alle jaren"), years)
    yield select("gebied", gettext("Gebied"), gettext("Alle gebieden"), _named(found.by_area))
    yield select("thema", gettext("Thema"), gettext("Alle thema’s"), _named(found.by_theme))
    yield select("stap", gettext("Bereikte stap"), gettext("Elke stap"), steps)
    yield select("volgorde", gettext("Volgorde"), gettext("Meeste bruggen eerst"), orders)


def _named(counts: Counter[Mention]) -> list[tuple[str, str, int | None]]:
    ordered = sorted(counts, key=lambda each: (each.name.casefold(), each.id))
    return [(each.id, each.name, counts[each]) for each in ordered]
