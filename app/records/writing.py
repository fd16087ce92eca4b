"""Write what a form says; what the graph refuses comes back beside the field it is about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from app.access import current_actor
from app.database import graph
from app.records.messages import GONE, TAKEN
from graph import records
from graph.errors import AlreadyExists, Invalid, NotFound
from graph.ids import is_id

if TYPE_CHECKING:
    from app.records.forms.base import RecordForm
    from graph.model import Visibility
    from graph.rights import Actor
    from graph.store import Transaction


def make(form: RecordForm, visibility: Visibility) -> bool:
    """Make the record of `form` under the id that came with it; returns whether it was made (now or before)."""
    if not is_id(str(form.id.data)):
        raise Invalid("id", "unknown")
    return _written(
        form,
        partial(_add, form),
        kind=form.kind,
        properties=form.properties(),
        ties=form.ties(),
        record_id=form.id.data,
        visibility=visibility,
    )


def change(form: RecordForm, record_id: str, before: records.RecordNow) -> bool:
    """Change the record; raises Conflict when somebody changed it since this person saw it."""
    return _written(
        form,
        records.change,
        record_id=record_id,
        version=form.seen_version,
        properties=form.properties(before.properties),
        ties=form.ties(),
    )


def _add(form: RecordForm, tx: Transaction, *, actor: Actor, **named: Any) -> None:
    form.also(tx, actor=actor, record_id=records.add(tx, actor=actor, **named))


def _written(form: RecordForm, work: Any, **named: Any) -> bool:
    try:
        graph().write(work, actor=current_actor(), **named)
    except Invalid as error:
        form.refuse(error)
    except AlreadyExists as error:
        form.refuse_with(error.field, TAKEN)
    except NotFound as error:
        if str(error) == named.get("record_id"):
            raise
        form.form_errors.append(GONE)
    return not form.errors
