"""Outcome and lead time per kind of initiator, theme and area, for staff."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.as_of import dated
from app.assessments import blueprint, words
from app.choices import choice
from app.database import graph
from app.filtering import Filters, select
from app.paging import PAGE_SIZE, Paging, asked_page
from app.spreadsheet import table_file
from graph import assessments
from graph.assessments.report import DIMENSIONS, FEWEST

if TYPE_CHECKING:
    from flask import Response

    from graph.assessments import Group, Report

# So many groups of each division stand on the page until one division is chosen.
FEW = 10
NAMES = {"initiatiefnemer": "initiator", "thema": "theme", "wijk": "area"}
# The headings are those of the Dutch file, whatever the language of the page.
HEADINGS = ("indeling", "groep", "besloten", "steunen", "deels", "niet", "dagen_mediaan")
_YEAR = 4


class Order(StrEnum):
    """How groups can be sorted besides by how many were decided."""

    NAME = "naam"
    LEAST = "minst-gesteund"
    LONGEST = "langst"


@blueprint.get("/afwegingen/verslag")
@needs(Permission.SEE_DRAFTS)
@dated
def report() -> str:
    """The report over everything, or over one year; all groups of one division in pages."""
    found, only = _found(), _only()
    shown = {each: _sorted(found.of(each)) for each in ([only] if only else DIMENSIONS)}
    paging = Paging(asked_page(), len(shown[only])) if only else None
    skip, size = (paging.skip, PAGE_SIZE) if paging else (0, FEW)
    return render_template(
        "assessments/report.html",
        report=found,
        words=words,
        shown={each: groups[skip : skip + size] for each, groups in shown.items()},
        totals={each: len(groups) for each, groups in shown.items()},
        names={dimension: name for name, dimension in NAMES.items()},
        group_name=_name,
        filters=_filters(found),
        paging=paging,
        FEWEST=FEWEST,
    )


@blueprint.get("/afwegingen/verslag.<any(csv, xlsx):form>")
@needs(Permission.SEE_DRAFTS)
@dated
def report_file(form: str) -> Response:
    """Every group that the page could show with its filters, as a file."""
    found, only = _found(), _only()
    groups = [group for each in ([only] if only else DIMENSIONS) for group in _sorted(found.of(each))]
    return table_file(form, "verslag-afwegingen", HEADINGS, [_row(each) for each in groups])


def _found() -> Report:
    text = request.args.get("jaar", "")
    year = int(text) if text.isascii() and text.isdigit() and len(text) == _YEAR and text < "9999" else None
    return graph().read(assessments.report, actor=current_actor(), year=year or None)


def _only() -> str | None:
    return NAMES.get(request.args.get("per", ""))


def _sorted(groups: list[Group]) -> list[Group]:
    """The order that is asked; groups with too few assessments stand last, for their order tells nothing."""
    order = choice(Order, request.args.get("volgorde"))
    if order is Order.NAME:
        return sorted(groups, key=lambda each: _name(each).casefold())
    if order is Order.LEAST:
        return sorted(groups, key=lambda each: (not each.is_enough, each.share if each.is_enough else 0))
    if order is Order.LONGEST:
        return sorted(groups, key=lambda each: (each.days is None, -(each.days or 0)))
    return groups


def _name(group: Group) -> str:
    return words.initiator(group.value) if group.dimension == "initiator" else group.name


def _filters(found: Report) -> Filters:
    years = [(str(each.year), str(each.year), each.cases) for each in found.years]
    divisions = [(name, str(words.DIMENSIONS[each]), len(found.of(each))) for name, each in NAMES.items()]
    orders: list[tuple[str, str, int | None]] = [
        (Order.NAME, gettext("Op naam"), None),
        (Order.LEAST, gettext("Minst vaak gesteund eerst"), None),
        (Order.LONGEST, gettext("Langste wachttijd eerst"), None),
    ]
    return Filters(
        (
            select("jaar", gettext("Besloten in"), gettext("Alle jaren"), years),
            select("per", gettext("Indeling"), gettext("Alle indelingen"), divisions),
            select("volgorde", gettext("Volgorde"), gettext("Meest besloten eerst"), orders),
        )
    )


def _row(group: Group) -> tuple[str | int | None, ...]:
    enough = group.is_enough
    outcomes = (group.supported, group.partly, group.not_supported) if enough else (None, None, None)
    return (
        str(words.DIMENSIONS[group.dimension]),
        _name(group),
        group.cases,
        *outcomes,
        group.days if enough else None,
    )
