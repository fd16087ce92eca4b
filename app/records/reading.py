"""A record as the pages of this feature need it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.access import current_actor
from app.database import graph
from graph import interactions, laws, links, records
from graph.errors import NotFound
from graph.model import Link

if TYPE_CHECKING:
    from graph.links import LinkNow
    from graph.model import Kind
    from graph.records import RecordNow
    from graph.rights import Actor
    from graph.store import Transaction

LINKS = frozenset(Link) - {Link.MAY_BE_CONTACTED}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A record with its current links."""

    id: str
    kind: Kind
    now: RecordNow
    links: tuple[LinkNow, ...]

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self.now.properties["name"])


def record_of(kind: Kind, record_id: str) -> Loaded:
    """The record at this address; raises NotFound when it is of another kind or not for this person."""
    loaded = graph().read(_load, actor=current_actor(), kind=kind, record_id=record_id)
    if kind in laws.INTERNAL:
        graph().write(interactions.note_reads, actor=current_actor(), ids=[record_id])
    return loaded


def _load(tx: Transaction, *, actor: Actor, kind: Kind, record_id: str) -> Loaded:
    now = records.read(tx, actor=actor, record_id=record_id)
    if now.kind is not kind:
        raise NotFound(record_id)
    return Loaded(record_id, kind, now, tuple(links.of_record(tx, record_id=record_id, types=LINKS)))
