"""The list of what people sent: what an address asks for, the filters with their counts, and the lines of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request
from flask_babel import gettext

from app.filtering import Filters, select
from app.formatting import counted
from app.submitted import kind_words, state_words
from graph import clock
from graph.submissions import Order, Selection, State, SubmissionKind

if TYPE_CHECKING:
    from graph.submissions import Listing, Sent

KINDS = {
    "nieuw": SubmissionKind.SIGN_UP,
    "mijn": SubmissionKind.CLAIM,
    "wijziging": SubmissionKind.CHANGE,
    "kennismaking": SubmissionKind.INTRODUCTION,
}
STATES = {"overgenomen": State.ACCEPTED, "niet-overgenomen": State.REFUSED, "opgepakt": State.SEEN}
ORDERS = {"nieuwste": Order.NEWEST, "afzender": Order.SENDER}
# The headings are those of the Dutch file, whatever the language of the page.
HEADINGS = ("aanmelding", "met", "soort", "stand", "afzender", "gestuurd_op", "id")


def selection() -> Selection:
    """What stands in the address; what waits, the oldest first, where it says nothing."""
    return Selection(
        state=STATES.get(request.args.get("stand", ""), State.CONFIRMED),
        kind=KINDS.get(request.args.get("soort", "")),
        order=ORDERS.get(request.args.get("volgorde", ""), Order.OLDEST),
    )


def filters(found: Listing) -> Filters:
    """The filters with how many the list would show with each choice."""
    waiting = f"{state_words(State.CONFIRMED)} ({counted(found.states[State.CONFIRMED])})"
    states = [(value, state_words(each), found.states[each]) for value, each in STATES.items()]
    kinds = [(value, kind_words(each), found.kinds[each]) for value, each in KINDS.items()]
    orders: list[tuple[str, str, int | None]] = [
        ("nieuwste", gettext("Nieuwste eerst"), None),
        ("afzender", gettext("Op naam van de afzender"), None),
    ]
    return Filters(
        (
            select("stand", gettext("Stand"), waiting, states),
            select("soort", gettext("Soort"), gettext("Alle soorten"), kinds),
            select("volgorde", gettext("Volgorde"), gettext("Oudste eerst"), orders),
        )
    )


def row(each: Sent) -> tuple[str, ...]:
    """One line of the file."""
    sent = each.submission
    return (
        name_of(each),
        each.other.name if each.other else "",
        kind_words(sent.kind),
        state_words(sent.state),
        sent.sender_name,
        clock.day_of(sent.created_at).isoformat(),
        sent.id,
    )


def name_of(each: Sent) -> str:
    """What a submission is about: the name of a new initiative, or of the initiative that is there."""
    if each.submission.kind is SubmissionKind.SIGN_UP:
        return str(each.submission.says.name)
    return each.about.name if each.about else gettext("Initiatief dat er niet meer is")
