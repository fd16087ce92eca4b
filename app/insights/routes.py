"""The page with what the network tells, the same as a file, and keeping it to compare later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.database import graph
from app.insights import blueprint, words
from app.spreadsheet import csv_file, excel_file
from graph.insights import reading
from graph.network import town

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Response
    from flask.typing import ResponseReturnValue

    from graph.insights.reading import Insights, Kept

SHOWN = 10


@blueprint.get("/netwerk/inzichten")
@needs(Permission.SEE_BRIDGES)
def show() -> str:
    """What the network tells today, beside what was kept earlier."""
    found = _insights()
    kept = graph().read(reading.kept, actor=current_actor())
    return render_template(
        "insights/page.html",
        found=found,
        kept=kept,
        then=_chosen(kept),
        words=words,
        SHOWN=SHOWN,
        COUNTED_TO=reading.COUNTED_TO,
        town=town,
    )


@blueprint.get("/netwerk/inzichten.<any(csv, xlsx):form>")
@needs(Permission.SEE_BRIDGES)
def download(form: str) -> Response:
    """All that the page tells, a line each."""
    headings = [gettext("Wat"), gettext("Naam"), gettext("Toelichting")]
    return (csv_file if form == "csv" else excel_file)("inzichten", headings, list(_rows(_insights())))


@blueprint.post("/netwerk/inzichten")
@needs(Permission.SEE_BRIDGES)
def keep() -> ResponseReturnValue:
    """Keep the figures of today."""
    graph().write(reading.keep, actor=current_actor(), counts=_insights().counts)
    flash(gettext("De cijfers van vandaag zijn bewaard. U kunt ze later vergelijken."), "ok")
    return redirect(url_for("insights.show"), 303)


def _insights() -> Insights:
    return reading.insights(graph().read(reading.told, actor=current_actor()))


def _chosen(kept: list[Kept]) -> Kept | None:
    """The earlier moment that is asked for; else the last one."""
    asked = request.args.get("toen", "")
    return next((each for each in kept if each.id == asked), kept[0] if kept else None)


def _rows(found: Insights) -> Iterator[tuple[str, str, str]]:
    for name, mentions in (
        ("alone", found.alone),
        ("without_goal", found.without_goal),
        ("white_spots", found.white_spots),
    ):
        for each in mentions:
            yield str(words.COUNTS[name]), each.name, ""
    for pair in found.apart:
        yield str(words.COUNTS["apart"]), f"{pair.one.name} – {pair.other.name}", ", ".join(x.name for x in pair.goals)
    for holder in found.holders:
        loose = gettext("%(n)s initiatieven raken los", n=holder.loose)
        yield str(words.COUNTS["holders"]), holder.thing.name, loose
