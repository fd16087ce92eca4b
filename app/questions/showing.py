"""The page with answers: one page of the list, the picture or the map, each with the equal table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from flask import current_app, render_template
from werkzeug.exceptions import BadRequest

from app.access import Permission, current_actor
from app.database import graph
from app.maps import draw
from app.paging import PAGE_SIZE, Paging, asked_page
from app.picturing.shown import Shown
from app.questions import asked, words
from app.questions.asked import Form, Order
from app.questions.forms import AlertForm, KeepForm
from graph import questions
from graph.errors import Invalid
from graph.ids import new_id
from graph.questions import alerts, pictures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask_wtf import FlaskForm

    from graph.questions import Answers
    from graph.questions.saved import Saved


@dataclass(frozen=True, slots=True)
class Row:
    """A kept question in the list: its sentence, and how many answers there are; None when it cannot be asked."""

    saved: Saved
    sentence: str
    total: int | None


def counted_rows(rows: Sequence[Saved]) -> list[Row]:
    """Each kept question with what it finds now."""
    return [_row(each) for each in rows]


def answered(
    found: Answers,
    *,
    one: Saved | None = None,
    form: FlaskForm | None = None,
    keeping: KeepForm | None = None,
    telling: AlertForm | None = None,
) -> str:
    """The answers, of a kept question (`one`) or of one just asked (`form`)."""
    as_form, by = asked.form(), asked.order(found.question)
    if as_form is Form.MAP and not found.question.shape.on_map:
        raise BadRequest
    rows = asked.sorted_rows(found.rows, by)
    paging = Paging(asked_page(), len(rows), PAGE_SIZE)
    return render_template(
        "questions/answers.html",
        found=found,
        one=one,
        form=form,
        keep_form=keeping or KeepForm(formdata=None, data={"id": new_id()}),
        tell_form=telling or (_telling() if one else None),
        sentence=words.sentence(found.question, found.named),
        query=asked.query_of(found.question),
        shape=found.question.shape,
        by=by,
        orders=_orders(found),
        rows=rows[paging.skip : paging.skip + PAGE_SIZE],
        paging=paging,
        shown_as=as_form,
        on_map=partial(asked.on_map, found.question),
        **_drawn(found, as_form),
    )


def _drawn(found: Answers, as_form: Form) -> dict[str, Any]:
    actor = current_actor()
    shown = where = drawing = None
    if as_form is Form.NETWORK:
        shown = Shown(graph().read(pictures.picture, actor=actor, found=found), asked.seen())
    if as_form is Form.MAP:
        municipality = current_app.config["SETTINGS"].municipality
        where = graph().read(pictures.whereabouts, actor=actor, found=found, municipality=municipality)
        drawing = draw(where.areas)
    return {"shown": shown, "where": where, "drawing": drawing, "MOST_DRAWN": pictures.MOST_DRAWN}


def _telling() -> AlertForm | None:
    actor = current_actor()
    if not actor.may(Permission.KEEP_QUESTIONS):
        return None
    form = AlertForm(formdata=None)
    form.offer(graph().read(alerts.reviewers, actor=actor))
    return form


def _orders(found: Answers) -> list[tuple[Order, str]]:
    counts = found.question.shape.counts
    return [(each, asked.in_order(each)) for each in Order if counts or each is not Order.AMOUNT]


def _row(one: Saved) -> Row:
    try:
        found = graph().read(questions.answers, actor=current_actor(), question=one.question)
    except Invalid:
        return Row(one, str(words.TITLES[one.question.ask]), None)
    return Row(one, words.sentence(found.question, found.named), found.total)
