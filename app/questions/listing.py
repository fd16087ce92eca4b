"""The questions that were kept: filters, order and page stand in the address, and the file holds what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.database import graph
from app.filtering import Filters, select
from app.paging import Paging, asked_page, every_row
from app.questions import blueprint, words
from app.questions.showing import counted_rows
from app.questions.words import ASKS
from app.spreadsheet import table_file
from graph.questions import saved
from graph.questions.saved import Counts, Selection, Whose

if TYPE_CHECKING:
    from flask import Response

    from app.questions.showing import Row
    from graph.rights import Actor

SIZE = 10
WHOSE = {"mij": Whose.OWN, "anderen": Whose.OTHERS, "mail": Whose.TOLD}


@blueprint.get("/vragen")
@needs(Permission.SEE_DRAFTS)
def index() -> str:
    """What was kept, with how many answers there are now, and every question to begin with."""
    actor, selection = current_actor(), _selection()
    counts = graph().read(saved.counts, actor=actor, selection=selection) if actor.account_id else Counts(0, {}, {})
    paging = Paging(asked_page(), counts.total, SIZE)
    rows = _some(actor, selection, paging.skip, SIZE) if counts.total else []
    return render_template(
        "questions/index.html",
        rows=counted_rows(rows),
        filters=_filters(counts),
        counts=counts,
        paging=paging,
        asks=ASKS,
        whose=whose,
    )


@blueprint.get("/vragen.<any(csv, xlsx):form>")
@needs(Permission.SEE_DRAFTS)
def kept_file(form: str) -> Response:
    """The questions that the list shows, all pages of it, as a file."""
    actor, selection = current_actor(), _selection()
    rows = every_row(lambda skip, limit: _some(actor, selection, skip, limit)) if actor.account_id else ()
    headings = [gettext("Naam"), gettext("Vraag"), gettext("Antwoorden"), gettext("Voor wie?"), gettext("Mail")]
    return table_file(form, "vragen", headings, [_row(each) for each in counted_rows(list(rows))])


def whose(one: saved.Saved) -> str:
    """Who kept a question, and for whom."""
    if not one.is_shared:
        mine = one.owner_id == current_actor().account_id
        return gettext("alleen voor mij") if mine else gettext("met mij gedeeld")
    if one.owner:
        return gettext("van %(name)s, voor alle collega’s", name=one.owner)
    return gettext("voor alle collega’s")


def _selection() -> Selection:
    return Selection(
        ask=ASKS.get(request.args.get("vraag", "")),
        whose=WHOSE.get(request.args.get("van", "")),
        newest_first=request.args.get("volgorde") == "nieuw",
    )


def _some(actor: Actor, selection: Selection, skip: int, limit: int) -> list[saved.Saved]:
    return graph().read(saved.listing, actor=actor, selection=selection, skip=skip, limit=limit)


def _filters(counts: Counts) -> Filters:
    asks = [(slug, str(words.TITLES[ask]), counts.asks.get(ask, 0)) for slug, ask in ASKS.items()]
    labels = {"mij": gettext("Van mij"), "anderen": gettext("Van anderen"), "mail": gettext("Waarover ik mail krijg")}
    people = [(value, labels[value], counts.whose.get(each, 0)) for value, each in WHOSE.items()]
    orders: list[tuple[str, str, int | None]] = [("nieuw", gettext("Laatst gewijzigd eerst"), None)]
    return Filters(
        (
            select("van", gettext("Van wie?"), gettext("Van iedereen"), people),
            select("vraag", gettext("Soort vraag"), gettext("Alle vragen"), asks),
            select("volgorde", gettext("Volgorde"), gettext("Op naam"), orders),
        )
    )


def _row(each: Row) -> tuple[str | int, ...]:
    told = each.saved.told(current_actor().account_id)
    return (
        each.saved.name,
        each.sentence,
        "" if each.total is None else each.total,
        whose(each.saved),
        words.how_often(told.rhythm, told.weekday) if told else "",
    )
