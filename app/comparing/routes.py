"""The comparison of two days as a page and as a file; the same for everybody but for what can hurt."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import Permission, current_actor, public
from app.as_of import read_day
from app.comparing import blueprint, words
from app.database import graph
from app.spreadsheet import table_file
from graph import clock, comparing
from graph.figures import switches
from graph.figures.switches import Figure

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from graph.comparing import Comparison

A_YEAR = dt.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with the days, and at which field."""

    field: str
    sentence: str


@blueprint.get("/overzicht/vergelijken")
@public
def index() -> ResponseReturnValue:
    """Two days beside each other."""
    days = _days()
    found = None if isinstance(days, Wrong) else _compared(*days)
    page = render_template(
        "comparing/index.html",
        wrong=days if isinstance(days, Wrong) else None,
        asked=_asked(),
        found=found,
        figures=words.figures(found, _published()) if found else (),
        changes=words.changes(found) if found else (),
        limits=words.limits(found) if found else (),
        waits=Figure.WAITING_TIMES in _published(),
    )
    return (page, 400) if isinstance(days, Wrong) else page


@blueprint.get("/overzicht/vergelijken.<any(csv, xlsx):form>")
@public
def download(form: str) -> ResponseReturnValue:
    """The same as a file."""
    days = _days()
    if isinstance(days, Wrong):
        return index()
    found = _compared(*days)
    return table_file(form, "vergelijking", words.headings(found), words.lines(found, _published()))


def _compared(before: dt.date, after: dt.date) -> Comparison:
    return graph().read(comparing.compare, before=before, after=after)


def _published() -> frozenset[Figure]:
    """The figures that can hurt which this person may see: staff all, others those that were switched on."""
    if current_actor().may(Permission.SEE_DRAFTS):
        return frozenset(Figure)
    return frozenset(each for each in Figure if graph().read(switches.is_on, figure=each))


def _asked() -> tuple[str, str]:
    today = clock.really_today()
    return request.args.get("van", (today - A_YEAR).isoformat()), request.args.get("tot", today.isoformat())


def _days() -> tuple[dt.date, dt.date] | Wrong:
    """The two days, or what is wrong with them."""
    before, after = (read_day(each) for each in _asked())
    if isinstance(before, str):
        return Wrong("van", gettext("De eerste dag: %(problem)s", problem=before))
    if isinstance(after, str):
        return Wrong("tot", gettext("De tweede dag: %(problem)s", problem=after))
    if before >= after:
        return Wrong("van", gettext("De eerste dag moet vóór de tweede liggen. Kies een vroegere eerste dag."))
    return before, after
