"""Take an import back: first what it changed, then the links it laid, then the records it made.

What somebody changed or used since stays, and the report names it. Every step is a transaction of its own that can be
run again, so an undo that was cut off goes on where it was.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import audit, clock, ids
from graph.imports import batches, chunks, writing
from graph.model import COMMON, LINK, SHAPE, Kind, Link
from graph.query import Act, Read, Write
from graph.rights import Permission
from graph.values import to_python, to_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Property
    from graph.rights import Actor
    from graph.store import Graph, Transaction

STEP = 5_000
PAGE = 1_000
MOST_KEPT = 200
PATIENCE = 60.0
# A stopped import can go on from a machine whose clock is behind: the walk along the ids begins so much earlier.
CLOCKS_APART = 86_400
_ARROW = " > "
_LINKS = frozenset(link.value for link in Link)


@dataclass(frozen=True, slots=True)
class PastChange:
    """One value or link that the import gave to something older."""

    record_id: str
    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class ValuesNow:
    """A record as it is now."""

    id: str
    place: str
    name: str
    kind: Kind
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    """How many were taken back."""

    count: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that was changed or used since; `field` where it is about one value."""

    id: str
    kind: Kind
    name: str
    field: str | None = None


@dataclass(slots=True)
class Undone:
    """What an undo took back and what it left."""

    batch: str
    nodes: int = 0
    relationships: int = 0
    restored: int = 0
    kept: list[Kept] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ended:
    """A pause that the import ended on `old`, and its `until` now; `kept` when a later pause stands on that."""

    id: str
    name: str
    old: dt.date | None
    until: dt.date | None
    kept: bool


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A record that stays."""

    id: str
    kind: Kind
    name: str


CHANGES = Read("imports/changes", PastChange)
VALUES = Write("imports/values", ValuesNow)
UNTIE_OLD = Write("imports/untie_old", Done)
UNLIST = Act("imports/unlist")
UNTIE = Write("imports/untie", Done)
UNMAKE = Write("imports/unmake", Done)
UNTERM = Write("imports/unterm", Done)
UNTELL = Act("imports/untell")
UNPAUSE = Write("imports/unpause", Done)
UNEND = Write("imports/unend", Ended)
UNSAY = Write("imports/unsay", Done)
LEFT = Read("imports/left", LeftOver)


def undo(graph: Graph, *, actor: Actor, batch_id: str) -> Undone:
    """Take back the import; raises NotFound, NotAllowed."""
    actor.must(Permission.IMPORT)
    graph = graph.patient(PATIENCE)
    batch = graph.read(batches.one, actor=actor, batch_id=batch_id)
    done = Undone(batch.id)
    if batch.state == "undone":
        return done
    graph.write(batches.finish, batch_id=batch.id, state="undoing", seconds=0.0)
    skip = 0
    while lines := graph.read(_changes, batch.id, skip):
        restored, untied, kept = graph.write(_restore, actor=actor, batch=batch.id, lines=lines)
        done.restored, done.relationships = done.restored + restored, done.relationships + untied
        done.kept += kept
        skip += PAGE
    # Ids are in order of time, so what an import made is found by walking the ids from its own on.
    first = ids.earlier(batch.id, seconds=CLOCKS_APART)
    graph.write(_unlist, batch.id, first)
    graph.write(_untell, batch.id)
    done.nodes += _until_none(graph, UNTERM, actor, batch=batch.id)
    done.nodes += _until_none(graph, UNPAUSE, actor, batch=batch.id)
    restored, kept = graph.write(_unend, actor=actor, batch=batch.id)
    done.restored, done.kept = done.restored + restored, done.kept + kept
    done.relationships += _until_none(graph, UNTIE, actor, batch=batch.id, first=first)
    done.nodes += _until_none(graph, UNMAKE, actor, batch=batch.id, first=first)
    done.nodes += _until_none(graph, UNSAY, actor, batch=batch.id)
    left = graph.read(_left, batch.id, first)
    done.kept += [Kept(each.id, each.kind, each.name) for each in left]
    graph.write(_close, actor=actor, done=done)
    return done


def _until_none(graph: Graph, statement: Write[Done], actor: Actor, **of: str) -> int:
    total = 0
    while count := graph.write(_some, statement, actor, of):
        total += count
    return total


def _some(tx: Transaction, statement: Write[Done], actor: Actor, of: dict[str, str]) -> int:
    """Take some away; the line in the audit trail tells those who remember an answer that it is over."""
    count = statement.one(tx, **of, limit=STEP).count
    if count:
        audit.write(tx, actor=actor, lines=[audit.Line("undo_import", of["batch"], None, str(count), None)])
    return count


def _unlist(tx: Transaction, batch: str, first: str) -> None:
    UNLIST.run(tx, batch=batch, first=first)


def _untell(tx: Transaction, batch: str) -> None:
    UNTELL.run(tx, batch=batch)


def _unend(tx: Transaction, *, actor: Actor, batch: str) -> tuple[int, list[Kept]]:
    """Give back that pauses last; how many, and those that stay ended."""
    found = UNEND.all(tx, batch=batch)
    back = [each for each in found if not each.kept and each.old != each.until]
    lines = [audit.Line("undo_import", each.id, "pause_until", to_text(each.old), to_text(each.until)) for each in back]
    audit.write(tx, actor=actor, lines=lines)
    return len(back), [Kept(each.id, Kind.DECISION, each.name, "pause_until") for each in found if each.kept]


def _changes(tx: Transaction, batch: str, skip: int) -> list[PastChange]:
    return CHANGES.all(tx, batch=batch, skip=skip, limit=PAGE)


def _left(tx: Transaction, batch: str, first: str) -> list[LeftOver]:
    return LEFT.all(tx, batch=batch, first=first, limit=MOST_KEPT)


def _close(tx: Transaction, *, actor: Actor, done: Undone) -> None:
    batches.finish(tx, batch_id=done.batch, state="undone", seconds=0.0)
    what = f"{done.nodes} + {done.relationships}, {done.restored} restored, {len(done.kept)} kept"
    audit.write(tx, actor=actor, lines=[audit.Line("undo_import", done.batch, None, None, what)])


def _restore(tx: Transaction, *, actor: Actor, batch: str, lines: list[PastChange]) -> tuple[int, int, list[Kept]]:
    """Give back old values and take back links between older records; what was changed since is left and named."""
    links = [line for line in lines if line.field in _LINKS and line.new and _ARROW in line.new]
    ties = [line for line in lines if " " in line.field]
    values = [line for line in lines if line.field not in _LINKS and " " not in line.field]
    restored, kept = _restore_values(tx, actor, values)
    restored += sum(_restore_tie(tx, line) for line in ties)
    untied = 0
    if links:
        rows = [
            {"type": line.field, "start_id": start, "end_id": end}
            for line in links
            for start, end in [str(line.new).split(_ARROW)]
        ]
        untied = UNTIE_OLD.one(tx, batch=batch, links=rows).count
    return restored, untied, kept


def _restore_values(tx: Transaction, actor: Actor, lines: list[PastChange]) -> tuple[int, list[Kept]]:
    by_record: dict[str, list[PastChange]] = defaultdict(list)
    for line in lines:
        by_record[line.record_id].append(line)
    rows, written, kept = [], [], []
    for now in VALUES.all(tx, ids=sorted(by_record)):
        known = {each.name: each for each in (*SHAPE[now.kind].properties, *COMMON)}
        changed: dict[str, Any] = {}
        for line in by_record[now.id]:
            if line.field not in known:
                continue  # a term or a pause: that is taken back by the batch that stands on it
            current = changed.get(line.field, to_python(now.properties.get(line.field)))
            if to_text(current) == line.old:
                continue
            if to_text(current) != line.new:
                kept.append(Kept(now.id, now.kind, now.name, line.field))
                continue
            changed[line.field] = _typed(known[line.field], line.old)
            written.append(audit.Line("undo_import", now.id, line.field, line.new, line.old))
        if changed:
            rows.append({"place": now.place, "properties": changed})
    if rows:
        writing.CHANGE.run(tx, records=rows, at=clock.now())
        audit.write(tx, actor=actor, lines=written)
    return len(written), kept


def _restore_tie(tx: Transaction, line: PastChange) -> int:
    link, start_id, _, end_id, name = line.field.split(" ")
    own = {each.name: each for each in LINK[Link(link)].properties}
    known = own.get(name)
    for now in chunks.TIE_VALUES.all(tx, type=link, start_id=start_id, end_id=end_id):
        if to_text(to_python(now.properties.get(name))) == line.new:
            old = _typed(known, line.old) if known else _day(line.old)
            writing.CHANGE_TIES.run(tx, links=[{"place": now.place, "properties": {name: old}}])
            return 1
    return 0


_READ: dict[type, Callable[[str], Any]] = {
    int: int,
    float: float,
    bool: "true".__eq__,
    dt.date: dt.date.fromisoformat,
    dt.datetime: dt.datetime.fromisoformat,
    list: lambda text: text.split(" | "),
}


def _typed(known: Property, text: str | None) -> Any:
    """The value that `graph.values.to_text` wrote as `text`."""
    if text is None:
        return None
    kind = str if issubclass(known.type, StrEnum) else known.type
    return _READ.get(kind, str)(text)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
