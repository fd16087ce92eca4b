"""Meetings: the list of who to invite, and the meetings it was made for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, redirect, render_template, request
from flask_babel import gettext

from app.access import Permission, current_actor, needs, public
from app.as_of import dated
from app.database import graph
from app.filtering import Filters, select
from app.meetings import asked, blueprint, picking, words
from app.meetings.forms import MeetingForm
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import table_file
from app.submitted import refuse
from graph import invitations
from graph.errors import Invalid
from graph.ids import is_id, new_id
from graph.invitations import guests, meetings
from graph.invitations.meetings import Order, Selection
from graph.invitations.wider import ways

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask.typing import ResponseReturnValue

    from app.meetings.asked import Asked
    from graph.invitations import InvitationList
    from graph.invitations.meetings import Listing, Meeting

MOST_SOUGHT = 200
PAST = {"komend": False, "geweest": True}


@blueprint.get("/bijeenkomsten")
@public
@dated
def overview() -> ResponseReturnValue:
    """The meetings that come, and those that were."""
    page, selection = asked_page(), _selection()
    found = graph().read(meetings.listing, selection=selection, skip=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE)
    return render_template(
        "meetings/overview.html", found=found, filters=_filters(found), paging=Paging(page, found.total)
    )


@blueprint.get("/bijeenkomsten.<any(csv, xlsx):form>")
@public
@dated
def overview_file(form: str) -> ResponseReturnValue:
    """What the list shows, all pages of it, as a file; who makes lists also gets how many are invited."""
    headings = [gettext("Bijeenkomst"), gettext("Dag"), gettext("Tijd"), gettext("Plaats"), gettext("Gaat niet door")]
    tells = current_actor().may(Permission.MAKE_LISTS)
    if tells:
        headings.append(gettext("Uitnodigingen"))
    selection = _selection()
    found = every_row(lambda skip, limit: graph().read(meetings.rows, selection=selection, skip=skip, limit=limit))
    return table_file(form, "bijeenkomsten", headings, [_meeting_row(each)[: len(headings)] for each in found])


@blueprint.get("/bijeenkomsten/uitnodigen")
@needs(Permission.MAKE_LISTS)
def invite() -> ResponseReturnValue:
    """Choose a subject and see who to invite, in which order, and why."""
    ask = asked.from_address()
    if "keuze" in request.args:
        return redirect(ask.url())
    choices = graph().read(meetings.choices, actor=current_actor())
    made = None if ask.subject.is_empty else _list(ask)
    nobody = made is not None and not made.guests
    wider = graph().read(ways, actor=current_actor(), subject=ask.subject) if nobody else []
    sought = request.args.get("gast", "").strip()[:MOST_SOUGHT]
    return render_template(
        "meetings/invite.html",
        ask=ask,
        pickers=picking.pickers(ask, choices),
        made=made,
        wider=wider,
        sought=sought,
        guests=graph().read(guests.named, actor=current_actor(), text=sought) if sought else guests.Guests(),
        words=words,
    )


@blueprint.get("/bijeenkomsten/uitnodigen.<any(csv, xlsx):form>")
@needs(Permission.MAKE_LISTS)
def download(form: str) -> ResponseReturnValue:
    """The list as a file."""
    ask = asked.from_address()
    if ask.subject.is_empty:
        abort(400)
    columns = [
        gettext("Nr."),
        gettext("Soort"),
        gettext("Naam"),
        gettext("Waarom?"),
        gettext("Verwachting"),
        gettext("Grondslag"),
        gettext("Lijst"),
    ]
    return table_file(form, "uitnodigingslijst", columns, _rows(_list(ask)))


@blueprint.route("/bijeenkomsten/nieuw", methods=["GET", "POST"])
@needs(Permission.MAKE_LISTS)
def add() -> ResponseReturnValue:
    """Say when and where, and put the invitations ready."""
    ask = asked.from_address()
    if ask.subject.is_empty:
        return redirect(ask.url())
    form = MeetingForm(data=None if request.method == "POST" else {"id": new_id()})
    if form.validate_on_submit() and is_id(form.id.data):
        try:
            return redirect(f"/bijeenkomsten/{_save(form, ask)}")
        except Invalid as error:
            refuse(form, error)
    code = 400 if form.is_submitted() else 200
    return render_template("meetings/new.html", form=form, ask=ask, made=_list(ask)), code


@blueprint.get("/bijeenkomsten/<meeting_id>")
@public
@dated
def page(meeting_id: str) -> ResponseReturnValue:
    """One meeting; who makes lists sees who is invited."""
    actor = current_actor()
    meeting = graph().read(meetings.page, meeting_id=meeting_id)
    may_see = actor.may(Permission.MAKE_LISTS)
    invited = graph().read(meetings.invited, actor=actor, meeting_id=meeting_id) if may_see else []
    return render_template("meetings/page.html", meeting=meeting, guests=invited, may_see=may_see, words=words)


def _selection() -> Selection:
    return Selection(
        past=PAST.get(request.args.get("wanneer", "")),
        order=Order.NAME if request.args.get("volgorde") == "naam" else Order.DAY,
    )


def _filters(found: Listing) -> Filters:
    moments = [
        ("komend", gettext("Komt eraan"), found.counts.coming),
        ("geweest", gettext("Geweest"), found.counts.past),
    ]
    orders: list[tuple[str, str, int | None]] = [("naam", gettext("Op naam"), None)]
    return Filters(
        (
            select("wanneer", gettext("Wanneer"), gettext("Komend en geweest"), moments),
            select("volgorde", gettext("Volgorde"), gettext("Dichtst bij vandaag eerst"), orders),
        )
    )


def _meeting_row(each: Meeting) -> tuple[str | int, ...]:
    return (
        each.name,
        each.held_on.isoformat(),
        each.starts_at or "",
        each.place or "",
        each.called_off_because or "",
        each.invited,
    )


def _list(ask: Asked) -> InvitationList:
    return graph().read(
        invitations.make,
        actor=current_actor(),
        subject=ask.subject,
        seats=ask.seats,
        must=ask.must,
        never=ask.never,
        per_organisation=ask.per_organisation,
    )


def _save(form: MeetingForm, ask: Asked) -> str:
    made = _list(ask)
    ready = [
        meetings.Ready(each.candidate.facts.id, each.rank, each.score, each.basis, " ".join(words.reasons(each)))
        for each in (*made.guests, *made.officials)
    ]
    return graph().write(
        meetings.add,
        actor=current_actor(),
        meeting_id=form.id.data,
        name=form.name.data,
        held_on=form.held_on.data,
        starts_at=form.starts_at.data or "",
        place=form.place.data or "",
        seats=ask.seats,
        invitations=ready,
    )


def _rows(made: InvitationList) -> Iterable[tuple[object, ...]]:
    for title, places in (
        (gettext("Uitnodigen"), (*made.guests, *made.officials)),
        (gettext("Reservelijst"), made.reserve),
    ):
        for place in places:
            facts = place.candidate.facts
            kind = gettext("Persoon") if facts.is_person else gettext("Organisatie")
            why, basis = " ".join(words.reasons(place)), str(words.BASIS[place.basis])
            yield place.rank, kind, facts.name, why, words.expectation(place), basis, title
