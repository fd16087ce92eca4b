"""The selection that an address asks for, and the filters with their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, request
from flask_babel import gettext

from app.choices import CONTRIBUTION_LABELS, choice
from app.contributions.words import ORDER_LABELS, STAGE_LABELS
from app.filtering import Filters, select
from graph.contributions import Order, Selection, Stage
from graph.model import ContributionKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.filtering import Select
    from graph.contributions import Choice, Listing

LAST_YEAR = 9999


def selection() -> Selection:
    """What stands in the address; raises BadRequest for a kind, stage or year that does not exist."""
    return Selection(
        kind=choice(ContributionKind, request.args.get("soort")),
        stage=choice(Stage, request.args.get("stap")),
        theme=request.args.get("thema") or None,
        area=request.args.get("gebied") or None,
        goal=request.args.get("doel") or None,
        year=_year(request.args.get("jaar", "")),
        scheme=request.args.get("regeling") or None,
    )


def order() -> Order:
    """How the list is sorted; raises BadRequest for what does not exist."""
    return choice(Order, request.args.get("volgorde")) or Order.NEWEST


def filters(found: Listing) -> Filters:
    """The filters with how many contributions the list would show with each choice."""

    def named(name: str) -> list[tuple[str, str, int | None]]:
        return _named(found.choices, name)

    kind, stage, year = kind_stage_year(found.choices)
    orders = [(each.value, str(words), None) for each, words in ORDER_LABELS.items() if each is not Order.NEWEST]
    return Filters(
        (
            kind,
            stage,
            select("thema", gettext("Thema"), gettext("Alle thema’s"), named("theme")),
            select("gebied", gettext("Wijk of buurt"), gettext("Heel de gemeente"), named("area")),
            select("doel", gettext("Doel"), gettext("Alle doelen"), named("goal")),
            year,
            select("regeling", gettext("Regeling"), gettext("Alle regelingen"), named("scheme")),
            select("volgorde", gettext("Volgorde"), str(ORDER_LABELS[Order.NEWEST]), orders),
        )
    )


def kind_stage_year(choices: Iterable[Choice]) -> tuple[Select, Select, Select]:
    """The three filters that the totals have as well."""
    every = tuple(choices)
    kinds = [(value, str(CONTRIBUTION_LABELS[ContributionKind(value)]), n) for value, _, n in _named(every, "kind")]
    stages = [(value, str(STAGE_LABELS[Stage(value)]), n) for value, _, n in _named(every, "stage")]
    return (
        select("soort", gettext("Soort"), gettext("Alle soorten"), kinds),
        select("stap", gettext("Gevraagd of gegeven"), gettext("Allebei"), stages),
        select("jaar", gettext("Jaar"), gettext("Alle jaren"), _named(every, "year")),
    )


def _named(choices: Iterable[Choice], name: str) -> list[tuple[str, str, int | None]]:
    return [(each.value, each.name, each.contributions) for each in choices if each.filter == name]


def _year(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 0 < int(text[:5]) <= LAST_YEAR):
        abort(400)
    return int(text)
