"""A page as it stood on an earlier day: `?op=2026-03-01` on every route that says `@dated`.

A day that cannot be shown is never left out in silence, nor on a page that only has a today: the answer says what is
wrong with it and what to do.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

from flask import current_app, g, render_template, request
from flask_babel import gettext

from app.addresses import DAY, same_page
from app.formatting import day as in_words
from graph import clock
from graph.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask
    from flask.typing import ResponseReturnValue

Given = ParamSpec("Given")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DUTCH_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)


def register(app: Flask) -> None:
    """Let `app` refuse a day on the pages that only show how it is now."""
    app.before_request(_refuse_day)


def _refuse_day() -> ResponseReturnValue | None:
    view = current_app.view_functions.get(request.endpoint or "")
    if request.method != "GET" or DAY not in request.args or view is None or hasattr(view, "is_dated"):
        return None
    return _no_such_day(gettext("Deze pagina kunnen wij alleen laten zien zoals zij nu is."), 400, can_choose=False)


def dated(view: Callable[Given, ResponseReturnValue]) -> Callable[Given, ResponseReturnValue]:
    """The page of this route can be shown as it stood on an earlier day; stands nearest to the view."""

    @wraps(view)
    def shown(*args: Given.args, **named: Given.kwargs) -> ResponseReturnValue:
        g.is_dated = True
        asked = request.args.get(DAY)
        if asked is None:
            return view(*args, **named)
        found = read_day(asked)
        if isinstance(found, str):
            return _no_such_day(found, 400)
        try:
            with clock.showing(found):
                return view(*args, **named)
        except NotFound:
            if found == clock.really_today():
                raise
            return _no_such_day(
                gettext("Op %(day)s was dit er volgens onze gegevens nog niet.", day=in_words(found)), 404
            )

    shown.is_dated = True  # type: ignore[attr-defined]
    return shown


def _no_such_day(problem: str, code: int, *, can_choose: bool = True) -> ResponseReturnValue:
    """What is wrong with the day in the address, with another day to choose where there is one, and the page of now."""
    g.is_error = True
    asked = request.args.get(DAY, "")
    day = read_day(asked)
    page = render_template(
        "as_of/no_such_day.html",
        problem=problem,
        asked=asked,
        way_out=same_page(op=None),
        can_choose=can_choose,
        readable=day if isinstance(day, dt.date) else None,
    )
    return page, code


def read_day(asked: str) -> dt.date | str:
    """The day in an address, today at the latest, or the sentence on what is wrong with it."""
    found = read_any_day(asked)
    if isinstance(found, dt.date) and found > clock.really_today():
        return gettext("%(day)s moet nog komen. Kies vandaag of een dag die voorbij is.", day=in_words(found))
    return found


def read_any_day(asked: str) -> dt.date | str:
    """The same of a day that may be still to come; `1-3-2026` is read as well as `2026-03-01`."""
    text = asked.strip()
    if not text:
        return gettext("U koos nog geen dag. Vul een dag in, bijvoorbeeld %(example)s.", example=_example())
    in_dutch = _DUTCH_DAY.fullmatch(text)
    if not (in_dutch or _DAY.fullmatch(text)):
        return gettext(
            "Zo lezen wij geen dag. Schrijf het jaar, de maand en de dag, bijvoorbeeld %(example)s.", example=_example()
        )
    try:
        return dt.date(*(int(part) for part in in_dutch.groups()[::-1])) if in_dutch else dt.date.fromisoformat(text)
    except ValueError:
        return gettext(
            "Deze dag bestaat niet. Vul een dag in die bestaat, bijvoorbeeld %(example)s.", example=_example()
        )


def _example() -> str:
    return (clock.really_today() - dt.timedelta(days=365)).isoformat()
