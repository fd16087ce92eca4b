"""Everything about a person: on a page, as JSON, as Excel; for an administrator and for the person itself."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from flask import Response, abort, render_template

from app.access import Permission, current_actor, logged_in, needs
from app.database import graph
from app.privacy import blueprint, rows
from app.spreadsheet import excel_file
from graph import privacy

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from graph.privacy import Dossier


@blueprint.get("/personen/<person_id>/inzage")
@needs(Permission.ADMINISTER)
def show(person_id: str) -> ResponseReturnValue:
    """Everything about somebody; that it was looked at is written down."""
    found = graph().write(privacy.dossier, actor=current_actor(), person_id=person_id)
    return render_template("privacy/dossier.html", found=found, parts=rows.parts(found), own=False)


@blueprint.get("/personen/<person_id>/inzage.<any(json, xlsx):form>")
@needs(Permission.ADMINISTER)
def download(person_id: str, form: str) -> ResponseReturnValue:
    """The same as a file."""
    return _file(graph().write(privacy.dossier, actor=current_actor(), person_id=person_id), form)


@blueprint.get("/mijn-gegevens/inzage")
@logged_in
def own() -> ResponseReturnValue:
    """Everything about the one who asks."""
    found = _own()
    return render_template("privacy/dossier.html", found=found, parts=rows.parts(found), own=True)


@blueprint.get("/mijn-gegevens/inzage.<any(json, xlsx):form>")
@logged_in
def download_own(form: str) -> ResponseReturnValue:
    """The same as a file."""
    return _file(_own(), form)


def _own() -> Dossier:
    return graph().read(privacy.of_account, actor=current_actor()) or abort(404)


def _file(found: Dossier, form: str) -> Response:
    if form == "xlsx":
        return excel_file("inzage", *rows.table(rows.rows(found)))
    text = json.dumps(asdict(found), default=_plain, ensure_ascii=False, indent=2)
    answer = Response(text, content_type="application/json; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="inzage.json"'
    return answer


def _plain(value: Any) -> str:
    """Dates and times by ISO 8601; codes stay as they are, for a machine reads this."""
    return str(value.isoformat())
