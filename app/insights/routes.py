"""The page with what the network tells, the same as a file, and keeping it to compare later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext

from app.access import Permission, current_actor, needs
from app.database import graph
from app.formatting import number
from app.insights import blueprint, words
from app.spreadsheet import table_file
from graph.insights import reading
from graph.network import town

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flask import Response
    from flask.typing import ResponseReturnValue

    from graph.insights.reading import Insights, Introduction, Kept
    from graph.mentions import Mention

SHOWN = 10
LOOSE = 3


@blueprint.get("/netwerk/inzichten")
@needs(Permission.SEE_BRIDGES)
def show() -> str:
    """What the network tells today, beside what was kept earlier."""
    found, actor = _insights(), current_actor()
    kept = graph().read(reading.kept, actor=actor)
    then = _chosen(kept)
    changed = reading.difference(then, found) if then else {}
    told = {each for one in changed.values() for both in (*one.new, *one.gone) for each in both.split("|")}
    told |= {each for holder in found.holders for each in (holder.id, *holder.loose[:LOOSE])}
    return render_template(
        "insights/page.html",
        found=found,
        kept=kept,
        then=then,
        changed=changed,
        named=graph().read(reading.named, actor=actor, record_ids=told),
        LOOSE=LOOSE,
        words=words,
        SHOWN=SHOWN,
        COUNTED_TO=reading.COUNTED_TO,
        town=town,
    )


@blueprint.get("/netwerk/inzichten.<any(csv, xlsx):form>")
@needs(Permission.SEE_BRIDGES)
def download(form: str) -> Response:
    """All that the page tells of today, a line each; lists as far as `reading.MOST_IN_FILE`."""
    headings = [gettext("Wat"), gettext("Naam"), gettext("Toelichting")]
    found = reading.insights(graph().read(reading.told_whole, actor=current_actor()))
    ids = [holder.id for holder in found.holders]
    named = graph().read(reading.named, actor=current_actor(), record_ids=ids)
    return table_file(form, "inzichten", headings, list(_rows(found, named)))


@blueprint.post("/netwerk/inzichten")
@needs(Permission.SEE_BRIDGES)
def keep() -> ResponseReturnValue:
    """Keep the figures of today."""
    graph().write(reading.keep, actor=current_actor(), found=_insights())
    flash(gettext("De cijfers van vandaag zijn bewaard. U kunt ze later vergelijken."), "ok")
    return redirect(url_for("insights.show"), 303)


def _insights() -> Insights:
    return reading.insights(graph().read(reading.told, actor=current_actor()))


def _chosen(kept: list[Kept]) -> Kept | None:
    """The earlier moment that is asked for; else the last one."""
    asked = request.args.get("toen", "")
    return next((each for each in kept if each.id == asked), kept[0] if kept else None)


def _rows(found: Insights, named: Mapping[str, Mention]) -> Iterator[tuple[str, str, str]]:
    for name, mentions in (
        ("alone", found.alone),
        ("without_goal", found.without_goal),
        ("white_spots", found.white_spots),
    ):
        yield from ((str(words.COUNTS[name]), each.name, "") for each in mentions)
        yield from _left_out(found, name, len(mentions))
    for pair in found.apart:
        yield str(words.COUNTS["apart"]), f"{pair.one.name} – {pair.other.name}", ", ".join(x.name for x in pair.goals)
    yield from _left_out(found, "apart", len(found.apart))
    for holder in found.holders:
        loose = ngettext("%(num)s initiatief raakt los", "%(num)s initiatieven raken los", len(holder.loose))
        if holder.id in named:
            yield str(words.COUNTS["holders"]), named[holder.id].name, "; ".join((loose, *holder.between))
    only = gettext("Wij keken alleen naar wat het minst vaak gedeeld wordt.") if found.limited else ""
    yield str(words.COUNTS["parts"]), str(found.parts), only
    for each in found.introductions:
        ends = f"{each.pair.first.name} – {each.pair.suggestion.other.name}"
        yield gettext("Wat één kennismaking zou veranderen"), ends, _changes(each, found)


def _left_out(found: Insights, name: str, named: int) -> Iterator[tuple[str, str, str]]:
    """A line that says how many of a list are not in the file, where it is too long."""
    more = found.numbers[name] - named
    if more > 0:
        said = gettext("Dit bestand noemt er hoogstens %(most)s.", most=number(reading.MOST_IN_FILE))
        yield str(words.COUNTS[name]), gettext("En nog %(number)s", number=number(more)), said


def _changes(each: Introduction, found: Insights) -> str:
    one, other = each.goals
    goals = gettext("Doelen nu: %(one)s en %(other)s. Samen: %(both)s.", one=one, other=other, both=each.together)
    return f"{gettext('Verbindt losse delen')}: {words.joining(each, found)}. {goals}"
