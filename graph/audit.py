"""The audit trail: who changed what, when, from which value to which; written in the transaction of the change."""

from __future__ import annotations

import datetime as dt
from dataclasses import KW_ONLY, asdict, dataclass
from typing import TYPE_CHECKING, Any

from graph import clock, ids
from graph.query import Act, Read
from graph.rights import Permission
from graph.values import to_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.rights import Actor
    from graph.store import Transaction

MOST_LINES = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line to write: the action, and the field with its old and new value where a field changed.

    `version` is the version of the record it led to, where that is not the one given for all lines.
    """

    action: str
    record_id: str
    field: str | None = None
    old: str | None = None
    new: str | None = None
    _: KW_ONLY
    version: int | None = None


@dataclass(frozen=True, slots=True)
class PastLine:
    """One line of a record's history; `other_name` is the other end where the line is about a link."""

    at: dt.datetime
    actor_name: str | None
    by_system: bool
    action: str
    field: str | None
    old: str | None
    new: str | None
    version: int | None
    other_name: str | None


@dataclass(frozen=True, slots=True)
class Lines:
    """How many lines there are about a record."""

    lines: int


@dataclass(frozen=True, slots=True)
class History:
    """One page of the lines about a record, newest first, and how many there are in all."""

    total: int
    lines: tuple[PastLine, ...]


WRITE = Act("audit/write")
FOR_RECORD = Read("audit/for_record", PastLine)
COUNT_FOR_RECORD = Read("audit/count_for_record", Lines)


def write(tx: Transaction, *, actor: Actor, lines: Iterable[Line], version: int | None = None) -> None:
    """Write `lines` in the name of `actor`, at this instant; `version` is the version of the record they led to."""
    by = {"at": clock.now(), "actor_id": actor.audit_id}
    entries = [
        {"id": ids.new_id(), **by, **asdict(line), "version": version if line.version is None else line.version}
        for line in lines
    ]
    if entries:
        WRITE.run(tx, entries=entries)


def for_record(tx: Transaction, *, actor: Actor, record_id: str, skip: int = 0, limit: int = 200) -> list[PastLine]:
    """The history of one record, newest first; raises NotAllowed for people who may not see private data."""
    actor.must(Permission.SEE_PRIVATE)
    return FOR_RECORD.all(tx, record_id=record_id, after=0, skip=skip, limit=limit)


def history(tx: Transaction, *, actor: Actor, record_id: str, skip: int, limit: int) -> History:
    """One page of the same, and how many lines there are; raises NotAllowed as `for_record`."""
    lines = for_record(tx, actor=actor, record_id=record_id, skip=skip, limit=limit)
    return History(COUNT_FOR_RECORD.one(tx, record_id=record_id).lines, tuple(lines))


def since_version(tx: Transaction, *, actor: Actor, record_id: str, version: int) -> list[PastLine]:
    """What happened to a record after its version `version`, newest first; raises NotAllowed as `for_record`."""
    actor.must(Permission.SEE_PRIVATE)
    return FOR_RECORD.all(tx, record_id=record_id, after=version, skip=0, limit=MOST_LINES)


def differences(record_id: str, old: Mapping[str, Any], new: Mapping[str, Any], *, action: str) -> list[Line]:
    """A line for each property of `new` whose value differs from `old`."""
    return [
        Line(action, record_id, name, to_text(old.get(name)), to_text(value))
        for name, value in sorted(new.items())
        if old.get(name) != value
    ]
