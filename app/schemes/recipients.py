"""Who got and asked money under one scheme: what an address asks for, the filters, and the lines of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request
from flask_babel import gettext

from app.filtering import Filters, select
from graph.schemes import GrantOrder, GrantSelection, Step

if TYPE_CHECKING:
    from graph.schemes import Grant, Recipients

STEPS = {"gegeven": Step.GIVEN, "gevraagd": Step.ASKED, "niet-gegeven": Step.REFUSED}
ORDERS = {"gevraagd": GrantOrder.ASKED, "jaar": GrantOrder.YEAR, "naam": GrantOrder.NAME}
# The headings are those of the Dutch file, whatever the language of the page.
HEADINGS = (
    "initiatief",
    "stap",
    "gevraagd_bedrag",
    "gegeven_bedrag",
    "aantal_bijdragen",
    "laatste_jaar",
    "id",
)


def selection() -> GrantSelection:
    """What stands in the address; everybody, most given first, where it says nothing."""
    return GrantSelection(
        step=STEPS.get(request.args.get("stap", "")),
        order=ORDERS.get(request.args.get("volgorde", ""), GrantOrder.GRANTED),
    )


def filters(recipients: Recipients) -> Filters:
    """The filters with how many initiatives the list would show with each choice."""
    steps = {"gegeven": gettext("Gegeven"), "gevraagd": gettext("Gevraagd"), "niet-gegeven": gettext("Niet gegeven")}
    orders: list[tuple[str, str, int | None]] = [
        ("gevraagd", gettext("Meest gevraagd eerst"), None),
        ("jaar", gettext("Laatste jaar eerst"), None),
        ("naam", gettext("Op naam"), None),
    ]
    return Filters(
        (
            select(
                "stap",
                gettext("Stap"),
                gettext("Gegeven en gevraagd"),
                [(value, words, recipients.of(STEPS[value])) for value, words in steps.items()],
            ),
            select("volgorde", gettext("Volgorde"), gettext("Meest gegeven eerst"), orders),
        )
    )


def row(grant: Grant) -> tuple[str | int | float | None, ...]:
    """One line of the file."""
    steps = [word for word, holds in (("gegeven", grant.is_given), ("gevraagd", grant.is_asked)) if holds]
    return (
        grant.mention.name,
        " | ".join(steps) or "niet gegeven",
        grant.asked,
        grant.granted if grant.is_given else None,
        grant.grants,
        grant.last_year,
        grant.mention.id,
    )
