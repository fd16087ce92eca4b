"""The list of commitments, and the promises to the council for its clerk: as a page, as CSV and as Excel."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flask import render_template, request
from flask_babel import gettext

from app.access import current_actor, public
from app.as_of import dated, read_any_day
from app.choices import COMMITMENT_LABELS, choice
from app.commitments import blueprint
from app.commitments.sheet import STANDING_LABELS, TOLD_LABELS, alderman, headings, row
from app.database import graph
from app.filtering import Filters, Select, select
from app.formatting import day
from app.paging import PAGE_SIZE, Paging, asked_page
from app.spreadsheet import table_file
from graph import commitments
from graph.commitments import Order, Selection, Told
from graph.model import CommitmentKind
from graph.timeline import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Response
    from flask.typing import ResponseReturnValue
    from flask_babel import LazyString

    from graph.commitments import Listing


@blueprint.get("/afspraken")
@public
@dated
def index() -> ResponseReturnValue:
    """The list."""
    return _page(_selection(), council=False)


@blueprint.get("/afspraken/toezeggingen")
@public
@dated
def promises() -> ResponseReturnValue:
    """What was promised to the council."""
    return _page(replace(_selection(), kind=CommitmentKind.PROMISE_TO_COUNCIL), council=True)


@blueprint.get("/afspraken.<any(csv, xlsx):form>")
@public
@dated
def download(form: str) -> ResponseReturnValue:
    """What the list shows, as a file: every page of it."""
    return _page(_selection(), council=False) if _wrong_days() else _file("afspraken", form, _selection())


@blueprint.get("/afspraken/toezeggingen.<any(csv, xlsx):form>")
@public
@dated
def promises_download(form: str) -> ResponseReturnValue:
    """The promises to the council as a file, for the clerk."""
    selection = replace(_selection(), kind=CommitmentKind.PROMISE_TO_COUNCIL)
    return _page(selection, council=True) if _wrong_days() else _file("toezeggingen-aan-de-raad", form, selection)


def _page(selection: Selection, *, council: bool) -> ResponseReturnValue:
    """The list; a day that cannot be read does not count, which is said beside it."""
    wrong = _wrong_days()
    found = graph().read(commitments.listing, actor=current_actor(), selection=selection)
    paging = Paging(asked_page(), found.total)
    page = render_template(
        "commitments/index.html",
        found=found,
        wrong=wrong,
        rows=found.rows[paging.skip : paging.skip + PAGE_SIZE],
        filters=_filters(found, selection, council=council),
        paging=paging,
        selection=selection,
        council=council,
        most=commitments.MOST_READ,
        kinds=COMMITMENT_LABELS,
    )
    return (page, 400) if wrong else page


def _file(name: str, form: str, selection: Selection) -> Response:
    found = graph().read(commitments.listing, actor=current_actor(), selection=selection)
    return table_file(form, name, headings(), [row(each) for each in found.rows])


def _selection() -> Selection:
    return Selection(
        kind=choice(CommitmentKind, request.args.get("soort")),
        standing=choice(Standing, request.args.get("stand")),
        told=choice(Told, request.args.get("verteld")),
        maker=request.args.get("team") or None,
        alderman=request.args.get("wethouder") or None,
        programme=request.args.get("programma") or None,
        since=_day("van"),
        until=_day("tot"),
        order=choice(Order, request.args.get("volgorde")),
    )


def _day(name: str) -> dt.date | None:
    """The day in the address; None when there is none, or none that can be read."""
    found = read_any_day(request.args.get(name, ""))
    return found if isinstance(found, dt.date) else None


def _wrong_days() -> dict[str, str]:
    """What is wrong with the days in the address, by the name of their field."""
    given = {name: request.args[name] for name in ("van", "tot") if request.args.get(name, "").strip()}
    return {name: found for name, text in given.items() if isinstance(found := read_any_day(text), str)}


def _filters(found: Listing, selection: Selection, *, council: bool) -> Filters:
    named: list[tuple[str, str, str, str, Mapping[Any, LazyString] | None]] = [
        ("kind", "soort", gettext("Soort"), gettext("Elke soort"), COMMITMENT_LABELS),
        ("standing", "stand", gettext("Stand"), gettext("Elke stand"), STANDING_LABELS),
        ("told", "verteld", gettext("Verteld aan het initiatief"), gettext("Maakt niet uit"), TOLD_LABELS),
        ("maker", "team", gettext("Door wie"), gettext("Iedereen"), None),
        ("alderman", "wethouder", gettext("Wethouder"), gettext("Elke wethouder"), None),
        ("programme", "programma", gettext("Programma"), gettext("Elk programma"), None),
    ]
    left_out = {"kind", "told"} if council else set()
    selects = [
        select(name, label, everything, _counted(found, facet, labels))
        for facet, name, label, everything, labels in named
        if facet in found.choices and facet not in left_out
    ]
    return Filters((*selects, *_periods(selection), _orders()))


def _counted(found: Listing, facet: str, labels: Mapping[Any, LazyString] | None) -> list[tuple[str, str, int | None]]:
    if labels is None:
        return [
            (each.value, alderman(each.name, is_former=each.is_former), each.count) for each in found.choices[facet]
        ]
    counts = {each.value: each.count for each in found.choices[facet]}
    return [(code.value, str(words), counts[code.value]) for code, words in labels.items() if code.value in counts]


def _periods(selection: Selection) -> list[Select]:
    """The chosen period, for the chips; the two days are fields of their own."""
    chosen = [
        ("van", gettext("Gemaakt vanaf %(on)s", on=day(selection.since)), selection.since),
        ("tot", gettext("Gemaakt tot en met %(on)s", on=day(selection.until)), selection.until),
    ]
    return [Select(name, "", (), str(on), words) for name, words, on in chosen if on]


def _orders() -> Select:
    orders: list[tuple[str, str, int | None]] = [
        (Order.NEWEST.value, gettext("Nieuwste eerst"), None),
        (Order.TERM.value, gettext("Eerste termijn eerst"), None),
        (Order.NAME.value, gettext("Op naam"), None),
    ]
    return select("volgorde", gettext("Volgorde"), gettext("Wat nu moet eerst"), orders)
