"""The list of assessments: filters, order and page stand in the address, and so does what a download holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import format_date, gettext

from app.access import Permission, current_actor, public
from app.as_of import dated
from app.assessments import blueprint, words
from app.choices import OUTCOME_LABELS, choice
from app.database import graph
from app.filtering import Filters, select
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import table_file
from graph import assessments
from graph.assessments import Order, Selection, Stage
from graph.decisions.medians import FEWEST
from graph.figures import switches
from graph.figures.switches import Figure
from graph.model import Outcome

if TYPE_CHECKING:
    from flask import Response

    from graph.assessments import AssessmentInList, Listing
    from graph.assessments.listing import Choice


@blueprint.get("/afwegingen")
@public
@dated
def index() -> str:
    """The list; the public sees what is published."""
    page, selection = asked_page(), _selection()
    skip = (page - 1) * PAGE_SIZE
    found = graph().read(assessments.listing, actor=current_actor(), selection=selection, skip=skip, limit=PAGE_SIZE)
    counts = _outcome_counts()
    return render_template(
        "assessments/index.html",
        found=found,
        filters=_filters(found, counts),
        paging=Paging(page, found.total),
        words=words,
        tells_total=selection.outcome is None or counts.tells(found.total),
    )


@blueprint.get("/afwegingen.<any(csv, xlsx):form>")
@public
@dated
def download(form: str) -> Response:
    """Every row of the list that is shown, as a file."""
    actor, selection = current_actor(), _selection()
    rows = every_row(
        lambda skip, limit: graph().read(assessments.rows, actor=actor, selection=selection, skip=skip, limit=limit)
    )
    columns = [
        gettext("Initiatief"),
        gettext("Uitkomst"),
        gettext("Motivatie"),
        gettext("Gevraagd op"),
        gettext("Besloten op"),
        gettext("Dagen"),
        gettext("Soort initiatiefnemer"),
        gettext("Thema’s"),
        gettext("Gebieden"),
        gettext("Stand"),
    ]
    return table_file(form, "afwegingen", columns, [_row(each) for each in rows])


def _row(each: AssessmentInList) -> tuple[str | int, ...]:
    return (
        each.initiative.name,
        str(OUTCOME_LABELS[each.outcome]) if each.outcome else "",
        each.motivation or "",
        format_date(each.asked_on, "dd-MM-y") if each.asked_on else "",
        format_date(each.decided_on, "dd-MM-y") if each.decided_on else "",
        "" if each.days is None else each.days,
        ", ".join(words.initiator(kind) for kind in each.initiators),
        ", ".join(theme.name for theme in each.themes),
        ", ".join(area.name for area in each.areas),
        str(words.STAGES[each.stage]),
    )


def _selection() -> Selection:
    staff = current_actor().may(Permission.SEE_DRAFTS)
    return Selection(
        outcome=choice(Outcome, request.args.get("uitkomst")),
        initiator=request.args.get("initiatiefnemer") or None,
        theme=request.args.get("thema") or None,
        area=request.args.get("gebied") or None,
        stage=choice(Stage, request.args.get("stand")) if staff else None,
        order=choice(Order, request.args.get("volgorde")) or Order.NEWEST,
    )


@dataclass(frozen=True, slots=True)
class _OutcomeCounts:
    """Whether this reader is told how many assessments have an outcome, and from how many on."""

    are_told: bool
    fewest: int

    def tells(self, count: int) -> bool:
        """Whether this number is told."""
        return self.are_told and count >= self.fewest


def _outcome_counts() -> _OutcomeCounts:
    """Outcomes are a figure that can hurt: a visitor gets them when they were switched on, and never under five."""
    if current_actor().may(Permission.SEE_DRAFTS):
        return _OutcomeCounts(are_told=True, fewest=0)
    return _OutcomeCounts(are_told=graph().read(switches.is_on, figure=Figure.OUTCOMES), fewest=FEWEST)


def _filters(found: Listing, counts: _OutcomeCounts) -> Filters:
    def told(each: Choice) -> int | None:
        """With an outcome chosen, every number is one of that outcome."""
        is_of_outcome = each.filter == "outcome" or bool(request.args.get("uitkomst"))
        return each.assessments if counts.are_told or not is_of_outcome else None

    fewest = counts.fewest if request.args.get("uitkomst") else 0
    outcomes = [
        (each.value, str(OUTCOME_LABELS[Outcome(each.value)]), told(each)) for each in found.choices_of("outcome")
    ]
    kinds = [(each.value, words.initiator(each.value), told(each)) for each in found.choices_of("initiator")]
    themes = [(each.value, each.name, told(each)) for each in found.choices_of("theme")]
    areas = [(each.value, each.name, told(each)) for each in found.choices_of("area")]
    stages = [
        (each.value, str(words.STAGES[Stage(each.value)]), each.assessments) for each in found.choices_of("stage")
    ]
    orders = [(each.value, str(label), None) for each, label in words.ORDERS.items() if each is not Order.NEWEST]
    selects = [
        select("uitkomst", gettext("Uitkomst"), gettext("Elke uitkomst"), outcomes, fewest=counts.fewest),
        select("initiatiefnemer", gettext("Soort initiatiefnemer"), gettext("Alle soorten"), kinds, fewest=fewest),
        select("thema", gettext("Thema"), gettext("Alle thema’s"), themes, fewest=fewest),
        select("gebied", gettext("Wijk of buurt"), gettext("Heel de gemeente"), areas, fewest=fewest),
    ]
    if current_actor().may(Permission.SEE_DRAFTS):
        selects.append(select("stand", gettext("Stand"), gettext("Elke stand"), stages))
    selects.append(select("volgorde", gettext("Volgorde"), str(words.ORDERS[Order.NEWEST]), orders))
    return Filters(tuple(selects))
