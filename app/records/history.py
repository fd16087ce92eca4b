"""Who changed what in a record, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template

from app.access import Permission, current_actor, needs
from app.database import graph
from app.records.forms import FORMS
from app.records.reading import record_of
from app.records.rules import for_each_kind
from app.records.telling import told
from graph import audit

if TYPE_CHECKING:
    from graph.model import Kind


@for_each_kind("<record_id>/geschiedenis")
@needs(Permission.SEE_PRIVATE)
def history(kind: Kind, record_id: str) -> str:
    """The audit trail of one record, newest first."""
    loaded = record_of(kind, record_id)
    lines = graph().read(audit.for_record, actor=current_actor(), record_id=record_id)
    moments = told(lines, FORMS[kind](formdata=None))
    return render_template("records/history.html", record=loaded, kind=kind, moments=moments)
