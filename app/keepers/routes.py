"""The list of what is kept, and the review of one record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request
from flask_babel import gettext, ngettext

from app.access import Permission, current_actor, needs
from app.addresses import own_path, same_query
from app.choices import choice
from app.database import graph
from app.filtering import Filters, select
from app.formatting import day
from app.keepers import blueprint
from app.keepers.forms import AssignForm
from app.kinds import look
from app.logs import event
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spoken import called
from app.spreadsheet import table_file
from graph import keepers
from graph.errors import Invalid
from graph.ids import is_id
from graph.keepers import Order, Selection, When
from graph.model import LINK, Kind, Link

if TYPE_CHECKING:
    from flask import Response
    from flask.typing import ResponseReturnValue

    from graph.keepers import Kept, Listing

MOST_AT_ONCE = 5_000
NOBODY = "niemand"
MOMENTS = {"te-laat": When.OVERDUE, "binnenkort": When.SOON, "later": When.LATER}
# The headings are those of the Dutch file, whatever the language of the page.
HEADINGS = ("naam", "soort", "bijhouder", "nakijken_voor", "dagen_te_laat", "id")


@blueprint.get("/bijhouden/lijst")
@needs(Permission.SEE_PRIVATE)
def kept() -> ResponseReturnValue:
    """The records with their keeper, the review that is longest overdue first unless asked otherwise."""
    return _page(AssignForm(formdata=None))


@blueprint.post("/bijhouden/lijst")
@needs(Permission.EDIT_RECORDS)
def assign() -> ResponseReturnValue:
    """Let somebody keep what nobody keeps of this selection; a press does as much as a page may take."""
    form, done = AssignForm(), 0
    if not form.validate():
        return _page(form)
    while done < MOST_AT_ONCE:
        try:
            more = graph().write(keepers.assign, actor=current_actor(), selection=_selection(), to_id=form.aan.data)
        except Invalid:
            form.refuse()
            return _page(form)
        done += more
        if not more:
            break
    event("keeper assigned")
    flash(ngettext("%(num)s ding heeft nu een bijhouder.", "%(num)s dingen hebben nu een bijhouder.", done), "ok")
    return redirect(same_query("/bijhouden/lijst"), 303)


@blueprint.get("/bijhouden/lijst.<any(csv, xlsx):form>")
@needs(Permission.SEE_PRIVATE)
def download(form: str) -> Response:
    """What the list shows, whole, as a file."""
    actor, selection = current_actor(), _selection()

    def read(skip: int, limit: int) -> list[Kept]:
        return graph().read(keepers.rows, actor=actor, selection=selection, skip=skip, limit=limit)

    return table_file(form, "bijhouden", HEADINGS, [_row(each) for each in every_row(read)])


@blueprint.post("/bijhouden/<record_id>/klopt")
@needs(Permission.EDIT_RECORDS)
def review(record_id: str) -> ResponseReturnValue:
    """The record still holds: the day of its review moves forward."""
    again = graph().write(keepers.review, actor=current_actor(), record_id=record_id)
    event("record reviewed")
    flash(gettext("Bewaard. Kijk dit weer na vóór %(on)s.", on=day(again)), "ok")
    return redirect(own_path(request.form.get("terug")) or "/bijhouden", 303)


def _page(form: AssignForm) -> ResponseReturnValue:
    """The list; what nobody keeps comes with the form, and with what is wrong in it."""
    page, selection, actor = asked_page(), _selection(), current_actor()
    skip = (page - 1) * PAGE_SIZE
    found = graph().read(keepers.listing, actor=actor, selection=selection, skip=skip, limit=PAGE_SIZE)
    may_assign = selection.nobody and found.total and actor.may(Permission.EDIT_RECORDS)
    if may_assign:
        form.offer(graph().read(keepers.people, actor=actor))
    text = render_template(
        "keepers/list.html",
        found=found,
        filters=_filters(found),
        paging=Paging(page, found.total),
        selection=selection,
        form=form if may_assign else None,
        at_once=MOST_AT_ONCE,
    )
    return text, 400 if form.errors else 200


def _selection() -> Selection:
    who = request.args.get("wie", "")
    kind = choice(Kind, request.args.get("soort"))
    return Selection(
        keeper=who if is_id(who) else None,
        kind=kind if kind in LINK[Link.KEEPS].ends else None,
        when=MOMENTS.get(request.args.get("wanneer", "")),
        nobody=who == NOBODY,
        order=Order.NAME if request.args.get("volgorde") == "naam" else Order.REVIEW,
    )


def _filters(found: Listing) -> Filters:
    words = {
        "te-laat": gettext("Te laat"),
        "binnenkort": gettext("Binnen 30 dagen"),
        "later": gettext("Later"),
    }
    people: list[tuple[str, str, int | None]] = [
        (each.id, each.name, count)
        for each, count in sorted(found.keepers.items(), key=lambda item: item[0].name.casefold())
    ]
    kinds = [(each.value, str(look(each).plural), found.kinds[each]) for each in LINK[Link.KEEPS].ends]
    moments = [(value, words[value], found.moments[when]) for value, when in MOMENTS.items()]
    orders: list[tuple[str, str, int | None]] = [("naam", gettext("Op naam"), None)]
    nobody = (NOBODY, gettext("Nog niemand"), found.nobodys)
    return Filters(
        (
            select("wie", gettext("Bijhouder"), gettext("Iedereen"), [nobody, *people]),
            select("soort", gettext("Soort"), gettext("Alle soorten"), kinds),
            select("wanneer", gettext("Nakijken"), gettext("Maakt niet uit"), moments),
            select("volgorde", gettext("Volgorde"), gettext("Eerst na te kijken"), orders),
        )
    )


def _row(each: Kept) -> tuple[str | int, ...]:
    keeper = each.keeper.name if each.keeper else ""
    kind = str(look(each.mention.kind).label)
    return called(each).name, kind, keeper, str(each.review_on), each.days_late, each.mention.id
