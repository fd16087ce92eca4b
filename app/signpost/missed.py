"""Where the signpost went wrong: for staff, by words of the question and person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.database import graph
from app.filtering import Filters, select
from app.formatting import counted
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.signpost import blueprint
from app.spreadsheet import table_file
from graph import signpost
from graph.ids import is_id
from graph.signpost import Order

if TYPE_CHECKING:
    from flask import Response
    from flask.typing import ResponseReturnValue

    from graph.signpost import Missed, MissedList

ORDERS = {"laatst": Order.LAST, "naam": Order.NAME}


@blueprint.get("/wegwijzer/misgelopen")
@needs(Permission.SEE_PRIVATE)
def missed() -> str:
    """The list; filters and page stand in the address."""
    page, dismissed, person_id = asked_page(), _dismissed(), _person_id()
    found = _some((page - 1) * PAGE_SIZE, PAGE_SIZE)
    total = found.total(person_id, dismissed=dismissed)
    return render_template(
        "signpost/missed.html",
        found=found,
        total=total,
        dismissed=dismissed,
        filters=_filters(found),
        paging=Paging(page, total),
    )


@blueprint.get("/wegwijzer/misgelopen.<any(csv, xlsx):form>")
@needs(Permission.SEE_PRIVATE)
def missed_file(form: str) -> Response:
    """What the list shows, all pages of it, as a file."""
    headings = [
        gettext("Woorden"),
        gettext("Persoon"),
        gettext("Functie"),
        gettext("Dagen gemeld"),
        gettext("Het laatst op"),
        gettext("Klopt toch sinds"),
    ]
    rows = every_row(lambda skip, limit: _some(skip, limit).rows)
    return table_file(form, "wegwijzer-misgelopen", headings, (_row(each) for each in rows))


@blueprint.post("/wegwijzer/misgelopen/klopt")
@needs(Permission.EDIT_RECORDS)
def right() -> ResponseReturnValue:
    """This person is right all the same."""
    _dismiss(right=True)
    told = {
        "text": gettext("De wegwijzer wijst deze persoon weer aan bij zulke vragen."),
        "url": url_for("signpost.missed", toon="klopt"),
        "label": gettext("Bekijk wat u terugzette"),
    }
    flash(told, "ok")  # type: ignore[arg-type]
    return redirect(url_for("signpost.missed"), 303)


@blueprint.post("/wegwijzer/misgelopen/telt-weer")
@needs(Permission.EDIT_RECORDS)
def counts_again() -> ResponseReturnValue:
    """Take back that this person is right."""
    _dismiss(right=False)
    flash(gettext("Deze meldingen tellen weer mee."), "ok")
    return redirect(url_for("signpost.missed"), 303)


def _dismiss(*, right: bool) -> None:
    graph().write(
        signpost.dismiss,
        actor=current_actor(),
        person_id=request.form.get("persoon", ""),
        stems=tuple(request.form.get("woorden", "").split()),
        right=right,
    )


def _some(skip: int, limit: int) -> MissedList:
    return graph().read(
        signpost.missed,
        actor=current_actor(),
        dismissed=_dismissed(),
        person_id=_person_id(),
        order=ORDERS.get(request.args.get("volgorde", ""), Order.OFTEN),
        skip=skip,
        limit=limit,
    )


def _dismissed() -> bool:
    return request.args.get("toon") == "klopt"


def _person_id() -> str | None:
    asked = request.args.get("persoon", "")
    return asked if is_id(asked) else None


def _row(each: Missed) -> tuple[str | int, ...]:
    return (
        ", ".join(each.words),
        each.person.name,
        each.function or "",
        each.times,
        each.last_on.isoformat(),
        each.dismissed_on.isoformat() if each.dismissed_on else "",
    )


def _filters(found: MissedList) -> Filters:
    dismissed, person_id = _dismissed(), _person_id()
    people = [(each.id, each.name, each.number(dismissed=dismissed)) for each in found.people]
    todo = f"{gettext('Nog te bekijken')} ({counted(found.total(person_id, dismissed=False))})"
    shown = [("klopt", gettext("Klopt toch"), found.total(person_id, dismissed=True))]
    orders: list[tuple[str, str, int | None]] = [
        ("laatst", gettext("Laatste melding eerst"), None),
        ("naam", gettext("Op naam"), None),
    ]
    return Filters(
        (
            select("persoon", gettext("Persoon"), gettext("Iedereen"), [each for each in people if each[2]]),
            select("toon", gettext("Toon"), todo, shown),
            select("volgorde", gettext("Volgorde"), gettext("Vaakst gemeld eerst"), orders),
        )
    )
