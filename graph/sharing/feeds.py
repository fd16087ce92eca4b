"""Which pages are shared, and what changed last of everything or around one record; always as a visitor may see it."""

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
# Every kind with a public page, but for people: they are followed nowhere.
SHARED = (
    Kind.INITIATIVE,
    Kind.GOAL,
    Kind.ORGANISATION,
    Kind.DEPARTMENT,
    Kind.BODY,
    Kind.POLICY_NOTE,
    Kind.THEME,
    Kind.AREA,
    Kind.SUBSIDY_SCHEME,
    Kind.ASSESSMENT_FRAMEWORK,
    Kind.ASSESSMENT,
    Kind.DECISION,
    Kind.CONTRIBUTION,
    Kind.REQUIREMENT,
    Kind.COMMITMENT,
    Kind.NEED,
    Kind.OFFER,
    Kind.RESULT,
    Kind.LESSON,
)


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
AROUND = Read("sharing/around", Entry)


def shared(tx: Transaction, *, kind: Kind, record_id: str) -> Mention | None:
    """The record when everybody may see and share it."""
    if kind not in SHARED:
        return None
    return PUBLISHED.maybe(tx, id=record_id, kinds=[kind.value], on=clock.today())


def published(tx: Transaction, *, kind: Kind, record_id: str) -> Mention:
    """The same; raises NotFound when it is not shared."""
    found = shared(tx, kind=kind, record_id=record_id)
    if found is None:
        raise NotFound(record_id)
    return found


def newest(tx: Transaction) -> tuple[Entry, ...]:
    """What changed last of everything."""
    return tuple(NEWEST.all(tx, on=clock.today(), limit=MOST_ENTRIES))


def around(tx: Transaction, *, kind: Kind, record_id: str) -> tuple[Mention, tuple[Entry, ...]]:
    """What changed last of one record and around it, and its name; raises NotFound when it is not shared."""
    about = published(tx, kind=kind, record_id=record_id)
    return about, tuple(AROUND.all(tx, id=record_id, on=clock.today(), limit=MOST_ENTRIES))
