"""Missing data, asked one question at a time: the most useful first, and never the same twice within a period.

An employee fills it in; who undertakes the initiative proposes it, and the municipality looks along.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.errors import Invalid
from graph.properties import Reason
from graph.query import Act, Read
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

# What helps most comes first.
OF_STAFF = ("contact", "areas", "goals", "summary", "themes", "status", "started_on", "description", "website")
OF_INITIATORS = ("summary", "status", "description", "website")
AGAIN = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Question:
    """One datum that an initiative lacks; `mine` when the reader is its contact person or keeps it."""

    id: str
    name: str
    version: int
    field: str
    mine: bool


NEXT = Read("missing/next", Question)
PUT_ASIDE = Act("missing/put_aside")


def fields_of(actor: Actor) -> tuple[str, ...]:
    """What this person can be asked: nothing while it is not known who they are; raises NotAllowed."""
    actor.must(Permission.FILL_IN)
    if actor.may(Permission.EDIT_RECORDS):
        return OF_STAFF
    return OF_INITIATORS if actor.person_id else ()


def question(tx: Transaction, *, actor: Actor) -> Question | None:
    """The next question, None when nothing useful is missing; raises NotAllowed."""
    fields = fields_of(actor)
    own = not actor.may(Permission.EDIT_RECORDS)
    found = NEXT.all(
        tx,
        visible=["draft", "published"] if own else actor.visible,
        person_id=actor.person_id,
        own=own,
        by=actor.audit_id,
        fields=list(fields),
        on=clock.today(),
        limit=1,
    )
    return found[0] if found else None


def put_aside(tx: Transaction, *, actor: Actor, record_id: str, field: str) -> None:
    """Do not ask this person this again for a while; raises NotAllowed, Invalid when it is no question."""
    if field not in fields_of(actor):
        raise Invalid("field", Reason.UNKNOWN)
    on = clock.today()
    key = f"{actor.audit_id}:{record_id}:{field}"
    PUT_ASIDE.run(tx, key=key, by=actor.audit_id, until=on + AGAIN, on=on)
