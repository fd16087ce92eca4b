"""The page with what was found; words and filters stand in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, render_template, request
from flask_babel import gettext

from app.access import current_actor, public
from app.addresses import address
from app.choices import STATUS_LABELS, choice
from app.database import graph
from app.filtering import Filters, select
from app.kinds import look
from app.paging import Paging, asked_page
from app.search import blueprint
from app.spreadsheet import table_file
from graph import search
from graph.model import Kind, Status

if TYPE_CHECKING:
    from flask import Response

    from graph.search import Answer, Hit

LONGEST_QUESTION = 300
# Of several kinds the page shows the beginning of each; one kind alone has pages.
OF_EACH_KIND = 10
ON_A_PAGE = 50


@blueprint.get("/zoeken")
@public
def results() -> str:
    """Everything that matches, grouped by kind: the best of each, and of one kind all that were found, in pages."""
    question = _question()
    answer = graph().read(search.find, actor=current_actor(), question=question)
    return render_template(
        "search/results.html", question=question, answer=answer, filters=_filters(answer), paging=_paging(answer)
    )


@blueprint.get("/zoeken.<any(csv, xlsx):form>")
@public
def results_file(form: str) -> Response:
    """What the page counts, best first, as a file."""
    found = graph().read(search.hits, actor=current_actor(), question=_question())[: search.MOST_HITS]
    headings = [gettext("Naam"), gettext("Soort"), gettext("Omschrijving"), gettext("Bestaat nog"), gettext("Adres")]
    return table_file(form, "zoekresultaten", headings, [_row(each) for each in found])


def _paging(answer: Answer) -> Paging:
    if len(answer.groups) != 1:
        return Paging(1, 0, OF_EACH_KIND)
    pages = Paging(1, answer.total, ON_A_PAGE).pages
    return Paging(min(asked_page(), pages), answer.total, ON_A_PAGE)


def _row(hit: Hit) -> list[object]:
    still = gettext("nee") if hit.ended else gettext("ja")
    url = current_app.config["SETTINGS"].address + address(hit.kind, hit.id)
    return [hit.name, str(look(hit.kind).label), hit.line, still, url]


def _question() -> search.Question:
    return search.Question(
        words=request.args.get("q", "").strip()[:LONGEST_QUESTION],
        kind=choice(Kind, request.args.get("soort")),
        theme=request.args.get("thema") or None,
        area=request.args.get("gebied") or None,
        status=choice(Status, request.args.get("status")),
    )


def _filters(answer: Answer) -> Filters:
    kinds = [(each.value, str(look(each.value).plural), each.hits) for each in answer.choices_of("kind")]
    themes = [(each.value, each.name, each.hits) for each in answer.choices_of("theme")]
    areas = [(each.value, each.name, each.hits) for each in answer.choices_of("area")]
    statuses = [(each.value, str(STATUS_LABELS[Status(each.value)]), each.hits) for each in answer.choices_of("status")]
    return Filters(
        (
            select("soort", gettext("Soort"), gettext("Alles"), kinds),
            select("thema", gettext("Thema"), gettext("Alle thema’s"), themes),
            select("gebied", gettext("Gebied"), gettext("Alle gebieden"), areas),
            select("status", gettext("Status"), gettext("Elke status"), statuses),
        )
    )
