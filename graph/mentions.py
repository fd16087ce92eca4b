"""A record as another page mentions it, and where a record went that was merged into another."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from graph.errors import GraphError, NotFound
from graph.model import InteractionKind, Kind
from graph.query import Read

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Mention:
    """A record named on the page of another."""

    kind: Kind
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A record named on the page of another, with how many initiatives the reader can find there."""

    kind: Kind
    id: str
    name: str
    initiatives: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A record named on the page of another, with one sentence on what it is."""

    kind: Kind
    id: str
    name: str
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """That there was contact, in which way and on which day; it stands where a name would tell what was said."""

    kind: InteractionKind | None
    day: dt.date | None


class Moved(GraphError):
    """The record was merged into another; `kind` and `record_id` say which."""

    def __init__(self, kind: Kind, record_id: str) -> None:
        super().__init__(record_id)
        self.kind = kind
        self.record_id = record_id


SURVIVOR = Read("mentions/survivor", Mention)


def missing(tx: Transaction, *, actor: Actor, record_id: str) -> NoReturn:
    """Raise Moved when the record was merged into one that this person may see, else NotFound."""
    survivor = SURVIVOR.maybe(tx, id=record_id, visible=actor.visible)
    if survivor is None:
        raise NotFound(record_id)
    raise Moved(survivor.kind, survivor.id)
