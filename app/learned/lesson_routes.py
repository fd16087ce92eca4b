"""Lessons to read: the list with its filters in the address, as a file, and one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import current_actor, public
from app.as_of import dated
from app.choices import STATUS_LABELS, choice
from app.database import graph
from app.filtering import Filters, select
from app.learned import blueprint, words
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import table_file
from graph import lessons
from graph.lessons import Order, Selection
from graph.model import LessonKind, Status

if TYPE_CHECKING:
    from flask import Response

    from graph.lessons import Lesson, Listing


@blueprint.get("/lessen")
@public
@dated
def lesson_list() -> str:
    """The list."""
    page = asked_page()
    found = graph().read(
        lessons.listing,
        actor=current_actor(),
        selection=_selection(),
        order=_order(),
        skip=(page - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )
    return render_template(
        "learned/lessons.html", found=found, filters=_filters(found), paging=Paging(page, found.total)
    )


@blueprint.get("/lessen.<any(csv, xlsx):form>")
@public
@dated
def lesson_file(form: str) -> Response:
    """What the list shows, all pages of it, as a file."""
    actor, selection, order = current_actor(), _selection(), _order()
    found = every_row(
        lambda skip, limit: graph().read(
            lessons.rows, actor=actor, selection=selection, order=order, skip=skip, limit=limit
        )
    )
    headings = (gettext("Les"), gettext("Soort"), gettext("Fase"), gettext("Wie leerde dit?"), gettext("Thema’s"))
    return table_file(form, "lessen", headings, [_row(each) for each in found])


@blueprint.get("/lessen/<lesson_id>")
@public
@dated
def lesson(lesson_id: str) -> str:
    """The page of one lesson."""
    found = graph().read(lessons.one, actor=current_actor(), lesson_id=lesson_id)
    return render_template("learned/lesson.html", lesson=found)


def _selection() -> Selection:
    return Selection(
        kind=choice(LessonKind, request.args.get("soort")),
        phase=choice(Status, request.args.get("fase")),
        theme=request.args.get("thema") or None,
    )


def _order() -> Order:
    return choice(Order, request.args.get("volgorde")) or Order.NEWEST


def _filters(found: Listing) -> Filters:
    kinds = [(each.value, words.lesson_label(each.value), each.found) for each in found.choices_of("kind")]
    phases = [(each.value, str(STATUS_LABELS[Status(each.value)]), each.found) for each in found.choices_of("phase")]
    themes = [(each.value, each.name, each.found) for each in found.choices_of("theme")]
    orders = [(each.value, str(label), None) for each, label in words.LESSON_ORDERS.items() if each is not Order.NEWEST]
    return Filters(
        (
            select("soort", gettext("Soort"), gettext("Elke soort"), kinds),
            select("fase", gettext("Fase"), gettext("Elke fase"), phases),
            select("thema", gettext("Thema"), gettext("Alle thema’s"), themes),
            select("volgorde", gettext("Volgorde"), str(words.LESSON_ORDERS[Order.NEWEST]), orders),
        )
    )


def _row(each: Lesson) -> tuple[str, ...]:
    return (
        each.name,
        words.lesson_label(each.lesson_kind) if each.lesson_kind else "",
        str(STATUS_LABELS[each.phase]) if each.phase else "",
        ", ".join(of.name for of in each.initiatives),
        ", ".join(theme.name for theme in each.themes),
    )
