"""Who changed what in a record, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template

from app.access import Permission, current_actor, needs
from app.database import graph
from app.paging import Paging, asked_page
from app.records.forms import FORMS
from app.records.reading import record_of
from app.records.rules import for_each_kind
from app.records.telling import told
from graph import audit

if TYPE_CHECKING:
    from graph.model import Kind

# A change of a record is some lines, one per field: a page holds some dozens of changes.
LINES = 200


@for_each_kind("<record_id>/geschiedenis")
@needs(Permission.SEE_PRIVATE)
def history(kind: Kind, record_id: str) -> str:
    """One page of the audit trail of one record, newest first."""
    loaded = record_of(kind, record_id)
    page = asked_page()
    found = graph().read(
        audit.history, actor=current_actor(), record_id=record_id, skip=(page - 1) * LINES, limit=LINES
    )
    return render_template(
        "records/history.html",
        record=loaded,
        kind=kind,
        moments=told(found.lines, FORMS[kind](formdata=None), record_id=record_id),
        paging=Paging(page, found.total, LINES),
    )
