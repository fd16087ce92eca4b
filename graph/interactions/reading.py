"""Who read which internal note: one line in the audit trail per reader, note and day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import audit, clock
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.rights import Actor
    from graph.store import Transaction

READ = "read"


@dataclass(frozen=True, slots=True)
class Note:
    """An interaction by its id."""

    id: str


UNLOGGED = Read("interactions/unlogged", Note)


def unlogged(tx: Transaction, *, actor: Actor, ids: Sequence[str]) -> list[str]:
    """Those of `ids` of which nothing says yet that `actor` read them today."""
    actor.must(Permission.SEE_PRIVATE)
    local = clock.now().astimezone(clock.zone())
    begin = dt.datetime.combine(local.date(), dt.time(), clock.zone()).astimezone(dt.UTC)
    return [each.id for each in UNLOGGED.all(tx, ids=list(ids), actor_id=actor.audit_id, since=begin)]


def note_reads(tx: Transaction, *, actor: Actor, ids: Sequence[str]) -> int:
    """Write that `actor` read these interactions, once a day each, and return how many lines that were."""
    new = unlogged(tx, actor=actor, ids=ids)
    audit.write(tx, actor=actor, lines=[audit.Line(READ, each) for each in new])
    return len(new)
