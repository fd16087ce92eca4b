"""Take an import back: first what it changed, then the links it laid, then the records it made.

What somebody changed or used since stays, and the report names it. Every step is a transaction of its own that can be
run again, so an undo that was cut off goes on where it was.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph import audit, clock, ids, words
from graph.decisions import acts as decisions
from graph.imports import batches, kept, look, untying, writing
from graph.imports.kept import MOST_KEPT, Kept
from graph.imports.past import Done, PastChange, typed
from graph.model import COMMON, SHAPE, Kind, Link, Visibility
from graph.query import Act, Read, Write
from graph.records import WORDED
from graph.rights import Permission
from graph.supply import saying as supply
from graph.values import to_python, to_text

if TYPE_CHECKING:
    from graph.imports.batches import Batch
    from graph.imports.look import Progress
    from graph.rights import Actor
    from graph.store import Graph, Transaction

STEP = 5_000
PAGE = 1_000
PATIENCE = 60.0
# A stopped import can go on from a machine whose clock is behind: the walk along the ids begins so much earlier.
CLOCKS_APART = 86_400
_LINKS = frozenset(link.value for link in Link)


@dataclass(frozen=True, slots=True)
class ValuesNow:
    """A record as it is now."""

    id: str
    place: str
    name: str
    kind: Kind
    properties: dict[str, Any]


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
UNLIST = Act("imports/unlist")
UNMAKE = Write("imports/unmake", Done)
UNTERM = Write("imports/unterm", Done)
KEPT_TERMS = Read("imports/kept_terms", Kept)
UNTELL = Act("imports/untell")
UNPAUSE = Write("imports/unpause", Done)
UNEND = Write("imports/unend", Ended)
UNSAY = Write("imports/unsay", Done)
LEFT = Read("imports/left", LeftOver)


def undo(graph: Graph, *, actor: Actor, batch_id: str, progress: Progress = look.silent) -> Undone:
    """Take back the import; raises NotFound, NotAllowed. `progress` hears of nodes and relationships."""
    actor.must(Permission.IMPORT)
    graph = graph.patient(PATIENCE)
    batch = graph.read(batches.one, actor=actor, batch_id=batch_id)
    done = Undone(batch.id)
    if batch.state == "undone":
        done.kept = graph.read(kept.of_batch, actor=actor, batch_id=batch.id)
        return done
    graph.write(batches.finish, batch_id=batch.id, state="undoing", seconds=0.0)
    whole = batch.nodes + batch.relationships

    def tell() -> None:
        progress("undo", min(done.nodes + done.relationships, whole), whole)

    skip = 0
    while lines := graph.read(_changes, batch.id, skip):
        restored, untied, stays = graph.write(_restore, actor=actor, batch=batch, lines=lines)
        done.restored, done.relationships = done.restored + restored, done.relationships + untied
        done.kept += stays
        skip += PAGE
        tell()
    # Ids are in order of time, so what an import made is found by walking the ids from its own on.
    first = ids.earlier(batch.id, seconds=CLOCKS_APART)
    graph.write(_unlist, batch.id, first)
    graph.write(_untell, batch.id)
    done.nodes += _until_none(graph, UNTERM, actor, batch=batch.id)
    done.kept += graph.read(_kept_terms, batch.id)
    done.nodes += _until_none(graph, UNPAUSE, actor, batch=batch.id)
    restored, stays = graph.write(_unend, actor=actor, batch=batch.id)
    done.restored, done.kept = done.restored + restored, done.kept + stays
    since = batch.started_at
    while count := graph.write(untying.some, actor=actor, batch=batch.id, first=first, since=since, limit=STEP):
        done.relationships += count
        tell()
    done.kept += graph.read(untying.touched, batch=batch.id, since=since)
    while count := graph.write(_some, UNMAKE, actor, {"batch": batch.id, "first": first}):
        done.nodes += count
        tell()
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


def _kept_terms(tx: Transaction, batch: str) -> list[Kept]:
    return KEPT_TERMS.all(tx, batch=batch, limit=MOST_KEPT)


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
    kept.remember(tx, batch_id=done.batch, kept=done.kept)
    what = f"{done.nodes} + {done.relationships}, {done.restored} restored, {len(done.kept)} kept"
    audit.write(tx, actor=actor, lines=[audit.Line("undo_import", done.batch, None, None, what)])


def _restore(tx: Transaction, *, actor: Actor, batch: Batch, lines: list[PastChange]) -> tuple[int, int, list[Kept]]:
    """Give back old values and take back links between older records; what was changed since is left and named."""
    links = [line for line in lines if line.field in _LINKS and line.new and untying.ARROW in line.new]
    ties = [line for line in lines if " " in line.field]
    values = [line for line in lines if line.field not in _LINKS and " " not in line.field]
    restored, stays = _restore_values(tx, actor, values)
    more, stay = untying.restore(tx, actor=actor, batch=batch.id, lines=ties)
    untied = untying.between_old(tx, batch=batch.id, since=batch.started_at, lines=links)
    return restored + more, untied, stays + stay


def _restore_values(tx: Transaction, actor: Actor, lines: list[PastChange]) -> tuple[int, list[Kept]]:
    by_record: dict[str, list[PastChange]] = defaultdict(list)
    for line in lines:
        by_record[line.record_id].append(line)
    rows, written, stays = [], [], []
    restored: list[tuple[ValuesNow, dict[str, Any]]] = []
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
                stays.append(Kept(now.id, now.kind, now.name, line.field))
                continue
            changed[line.field] = typed(known[line.field], line.old)
            written.append(audit.Line("undo_import", now.id, line.field, line.new, line.old))
        if changed:
            rows.append({"place": now.place, "properties": changed})
            restored.append((now, changed))
    if rows:
        writing.CHANGE.run(tx, records=rows, at=clock.now())
        _reword(tx, restored)
        _move_pauses(tx, restored)
        audit.write(tx, actor=actor, lines=written)
    return len(written), stays


def _move_pauses(tx: Transaction, restored: list[tuple[ValuesNow, dict[str, Any]]]) -> None:
    """The pause that a decision ended moves back with its day; where no day is left, `_unend` lets it last again."""
    for now, changed in restored:
        if now.kind is Kind.DECISION and changed.get("decided_on"):
            before, on = to_python(now.properties.get("decided_on")), changed["decided_on"]
            decisions.STOP_PAUSING.all(tx, id=now.id, before=before, on=on, batch=None)


def _reword(tx: Transaction, restored: list[tuple[ValuesNow, dict[str, Any]]]) -> None:
    """Initiatives mention, and needs and offers fit, what the old texts say; what was removed since says nothing."""
    said = {}
    for now, changed in restored:
        values = now.properties | changed
        if values.get("visibility") == Visibility.REMOVED:
            continue
        if now.kind is Kind.INITIATIVE and not changed.keys().isdisjoint(WORDED):
            words.replace(tx, initiative_id=now.id, texts=tuple(values.get(name) for name in WORDED))
        elif supply.touches(now.kind, changed):
            said[now.id] = values
    if said:
        supply.note(tx, said=said)
