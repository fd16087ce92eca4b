"""What the address asks of the waiting room, and its filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request
from flask_babel import gettext

from app.addresses import same_page
from app.choices import choice
from app.decisions import words
from app.filtering import Filters, select
from app.formatting import counted
from graph.decisions.listing import Order, Selection, State
from graph.model import DecisionKind

if TYPE_CHECKING:
    from graph.decisions.listing import Listing

NO_KIND = "geen"


def selection() -> Selection:
    """What the list shows; raises BadRequest for a value that is no choice."""
    kind = request.args.get("soort")
    return Selection(
        kind=None if kind == NO_KIND else choice(DecisionKind, kind) or DecisionKind.APPLICATION,
        state=choice(State, request.args.get("toon")) or State.WAITING,
        by=request.args.get("wie") or None,
        order=choice(Order, request.args.get("volgorde")) or Order.LONGEST,
    )


def tabs(chosen: Selection, found: Listing) -> list[tuple[str, str, bool]]:
    """One tab per kind with its count: words, address, whether it is the one that shows."""
    kinds: list[DecisionKind | None] = [*DecisionKind]
    if chosen.kind is None or found.count("kind", ""):
        kinds.append(None)
    return [
        (
            f"{words.tab(kind)} ({counted(found.count('kind', kind or ''))})",
            same_page(soort=kind or NO_KIND, pagina=None),
            kind is chosen.kind,
        )
        for kind in kinds
    ]


def filters(found: Listing) -> Filters:
    """The filters with their counts, all within one kind."""
    states = [
        (state.value, f"{label} ({counted(found.count('state', state))})", None)
        for state, label in words.STATES.items()
        if state is not State.WAITING
    ]
    waiting = f"{words.STATES[State.WAITING]} ({counted(found.count('state', State.WAITING))})"
    teams = [(each.value, f"{each.name} ({counted(each.decisions)})", None) for each in found.choices_of("by")]
    orders = [(order.value, str(label), None) for order, label in words.ORDERS.items() if order is not Order.LONGEST]
    return Filters(
        (
            select("toon", gettext("Stand"), waiting, states),
            select("wie", gettext("Wie beslist?"), gettext("Iedereen"), teams),
            select("volgorde", gettext("Volgorde"), str(words.ORDERS[Order.LONGEST]), orders),
        )
    )
