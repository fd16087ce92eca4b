"""The answers as a sheet: exactly those of the list, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.database import graph
from app.questions import asked, blueprint
from app.questions.words import AMOUNTS, COLUMNS
from app.spreadsheet import table_file
from graph import questions

if TYPE_CHECKING:
    from flask import Response

    from graph.questions import Answer, Answers


@blueprint.get("/vragen/antwoord.<any(csv, xlsx):form>")
@needs(Permission.SEE_DRAFTS)
def export(form: str) -> Response:
    """A download of every answer that is counted."""
    question = asked.question_of(request.args)
    found = graph().read(questions.answers, actor=current_actor(), question=question)
    rows = asked.sorted_rows(found.rows, asked.order(question))
    return table_file(form, "antwoorden", _headings(found), [_row(found, each) for each in rows])


def _headings(found: Answers) -> list[str]:
    ask = found.question.ask
    named = [*COLUMNS[ask], AMOUNTS.get(ask), gettext("Gebied") if found.question.shape.on_map else None]
    return [str(each) for each in named if each is not None]


def _row(found: Answers, answer: Answer) -> list[str | int]:
    ask = found.question.ask
    cells: list[str | int] = [each.name for each in answer.subjects]
    if COLUMNS[ask][-1] is not None:
        cells.append(", ".join(each.name for each in answer.through))
    if ask in AMOUNTS:
        cells.append(answer.amount or 0)
    if found.question.shape.on_map:
        cells.append(", ".join(answer.areas))
    return cells
