"""What changed last, for a feed: of everything, of one initiative, of one goal; always as a visitor may see it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.errors import NotFound
from graph.mentions import Mention
from graph.model import Kind
from graph.query import Read

if TYPE_CHECKING:
    from graph.store import Transaction

MOST_ENTRIES = 50
SHARED = (Kind.INITIATIVE, Kind.GOAL, Kind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as a feed tells it."""

    kind: Kind
    id: str
    name: str
    summary: str | None
    lang: str
    created_at: dt.datetime
    updated_at: dt.datetime


PUBLISHED = Read("sharing/published", Mention)
NEWEST = Read("sharing/newest", Entry)
AROUND = {
    Kind.INITIATIVE: Read("sharing/of_initiative", Entry),
    Kind.GOAL: Read("sharing/of_goal", Entry),
}


def published(tx: Transaction, *, kind: Kind, record_id: str) -> Mention:
    """The record when everybody may see and share it; raises NotFound."""
    found = PUBLISHED.maybe(tx, id=record_id, kinds=[kind.value] if kind in SHARED else [])
    if found is None:
        raise NotFound(record_id)
    return found


def newest(tx: Transaction) -> tuple[Entry, ...]:
    """What changed last of everything."""
    return tuple(NEWEST.all(tx, on=clock.today(), limit=MOST_ENTRIES))


def around(tx: Transaction, *, kind: Kind, record_id: str) -> tuple[Mention, tuple[Entry, ...]]:
    """What changed last of one initiative or goal, and its name; raises NotFound."""
    about = published(tx, kind=kind, record_id=record_id)
    return about, tuple(AROUND[kind].all(tx, id=record_id, limit=MOST_ENTRIES))
