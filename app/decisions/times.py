"""How long decisions took per team, for everybody: only where the municipality chose to publish it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from flask import abort, render_template, request
from flask_babel import gettext

from app.access import public
from app.as_of import dated
from app.choices import choice
from app.database import graph
from app.decisions import blueprint, words
from app.filtering import Filters, select
from app.paging import PAGE_SIZE, Paging, asked_page
from app.spreadsheet import table_file
from graph import clock
from graph.decisions import medians
from graph.figures import reactions, switches
from graph.figures.switches import Figure
from graph.model import DecisionKind
from graph.rights import VISITOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask import Response

    from graph.decisions.medians import Median, Medians
    from graph.figures.reactions import Reaction

# So many teams of each kind stand on the page until one kind is chosen.
FEW = 10
# The headings are those of the Dutch file, whatever the language of the page.
HEADINGS = ("soort", "team_of_bestuur", "dagen_mediaan", "besluiten", "id")


class Order(StrEnum):
    """How teams can be sorted besides by name."""

    LONGEST = "langst"
    MOST = "meest"


@blueprint.get("/wachttijden")
@public
@dated
def waiting_times() -> str:
    """The teams of each kind of decision, or all of one kind in pages."""
    found, only = _found(), _kind()
    shown = {kind: _sorted(found.of(kind)) for kind in ([only] if only else DecisionKind)}
    paging = Paging(asked_page(), len(shown[only])) if only else None
    skip, size = (paging.skip, PAGE_SIZE) if paging else (0, FEW)
    return render_template(
        "decisions/waiting_times.html",
        since=found.since,
        shown={kind: rows[skip : skip + size] for kind, rows in shown.items()},
        totals={kind: len(rows) for kind, rows in shown.items()},
        filters=_filters(found),
        paging=paging,
        words=words,
        reactions=_said(),
    )


@blueprint.get("/wachttijden.<any(csv, xlsx):form>")
@public
@dated
def waiting_times_file(form: str) -> Response:
    """Every team that the page could show with its filter, as a file."""
    found, only = _found(), _kind()
    rows = [_row(each) for kind in ([only] if only else DecisionKind) for each in _sorted(found.of(kind))]
    return table_file(form, "wachttijden", HEADINGS, rows)


def _said() -> list[Reaction]:
    """What those concerned said of it by the day that is shown."""
    said = graph().read(reactions.reactions, actor=VISITOR)
    return [each for each in said if each.figure is Figure.WAITING_TIMES and each.reaction_on <= clock.today()]


def _found() -> Medians:
    if not graph().read(switches.is_on, figure=Figure.WAITING_TIMES):
        abort(404)
    return graph().read(medians.medians, actor=VISITOR)


def _kind() -> DecisionKind | None:
    return choice(DecisionKind, request.args.get("soort"))


def _sorted(rows: Sequence[Median]) -> list[Median]:
    """By name unless asked otherwise; of teams with few decisions the order tells nothing."""
    order = choice(Order, request.args.get("volgorde"))
    if order is None:
        return list(rows)
    return sorted(rows, key=lambda each: (each.days is None, 0 if each.days is None else -_number(each, order)))


def _number(each: Median, order: Order) -> int:
    return each.decisions if order is Order.MOST else each.days or 0


def _filters(found: Medians) -> Filters:
    kinds = [(kind.value, str(words.tab(kind)), len(found.of(kind))) for kind in DecisionKind]
    orders: list[tuple[str, str, int | None]] = [
        (Order.LONGEST, gettext("Langste wachttijd eerst"), None),
        (Order.MOST, gettext("Meeste besluiten eerst"), None),
    ]
    return Filters(
        (
            select("soort", gettext("Soort besluit"), gettext("Alle soorten"), kinds),
            select("volgorde", gettext("Volgorde"), gettext("Op naam"), orders),
        )
    )


def _row(each: Median) -> tuple[str | int, ...]:
    few = each.days is None
    return (
        str(words.tab(each.decision_kind)),
        each.name,
        "" if each.days is None else each.days,
        f"minder dan {medians.FEWEST}" if few else each.decisions,
        each.id,
    )
