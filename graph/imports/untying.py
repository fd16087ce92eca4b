"""Take back links and the values of links; what somebody changed or ended since is left and named."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import audit
from graph.imports import chunks, writing
from graph.imports.kept import Kept
from graph.imports.past import Done, PastChange, typed
from graph.model import LINK, Kind, Link
from graph.query import Read, Write
from graph.values import to_python, to_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.imports.chunks import TieNow
    from graph.rights import Actor
    from graph.store import Transaction

ARROW = " > "


@dataclass(frozen=True, slots=True)
class Displaced:
    """Whether people gave a record another place since, so that it does not go back."""

    displaced: bool


@dataclass(frozen=True, slots=True)
class Touched:
    """A link of the import that somebody changed since; `place` is its element id within the transaction."""

    place: str
    type: str
    start_id: str
    start_name: str
    start_kind: Kind
    end_id: str
    end_name: str


TOUCHED = Read("imports/touched_ties", Touched)
UNTIE_OLD = Write("imports/untie_old", Done)
UNTIE = Write("imports/untie", Done)
DISPLACED = Read("imports/displaced", Displaced)


def touched(tx: Transaction, *, batch: str, since: dt.datetime) -> list[Kept]:
    """The links that stay because somebody changed or ended them after the import began at `since`."""
    found = TOUCHED.all(tx, batch=batch, since=since)
    return [
        Kept(each.start_id, each.start_kind, each.start_name, each.type, each.end_id, each.end_name) for each in found
    ]


def some(tx: Transaction, *, actor: Actor, batch: str, first: str, since: dt.datetime, limit: int) -> int:
    """Take back at most `limit` links from or to records that the import made; returns how many."""
    leave = [each.place for each in TOUCHED.all(tx, batch=batch, since=since)]
    count = UNTIE.one(tx, batch=batch, first=first, leave=leave, limit=limit).count
    if count:
        audit.write(tx, actor=actor, lines=[audit.Line("undo_import", batch, None, str(count), None)])
    return count


def between_old(tx: Transaction, *, batch: str, since: dt.datetime, lines: Iterable[PastChange]) -> int:
    """Take back the links that `lines` say were laid between older records; returns how many."""
    # Two periods of one link are two lines about the same records.
    ties = dict.fromkeys((line.field, *str(line.new).split(ARROW)) for line in lines)
    rows = [{"type": link, "start_id": start, "end_id": end} for link, start, end in ties]
    if not rows:
        return 0
    leave = [each.place for each in TOUCHED.all(tx, batch=batch, since=since)]
    return UNTIE_OLD.one(tx, batch=batch, links=rows, leave=leave).count


def restore(tx: Transaction, *, actor: Actor, batch: str, lines: Iterable[PastChange]) -> tuple[int, list[Kept]]:
    """Give links back the values that `lines` say they had; returns how many, and those changed since."""
    written, kept = [], []
    for line in lines:
        link, start_id, _, end_id, name = line.field.split(" ")
        found = chunks.TIE_VALUES.all(tx, type=link, start_id=start_id, end_id=end_id)
        # An import gives values to the link that lasts; an earlier period may have the same ones.
        found.sort(key=_is_over)
        values = [_text(now, name) for now in found]
        lasts = name == "until" and line.old is None
        stays = lasts and (not all(map(_is_over, found)) or _is_displaced(tx, batch, link, start_id, end_id))
        if line.new in values and not stays:
            place = found[values.index(line.new)].place
            writing.CHANGE_TIES.run(tx, links=[{"place": place, "properties": {name: _old(line, link, name)}}])
            written.append(audit.Line("undo_import", start_id, line.field, line.new, line.old))
        elif found and (line.new in values or line.old not in values):
            now = found[0]
            kept.append(Kept(start_id, now.start_kind, now.start_name, link, end_id, now.end_name))
    audit.write(tx, actor=actor, lines=written)
    return len(written), kept


def _is_displaced(tx: Transaction, batch: str, link: str, start_id: str, end_id: str) -> bool:
    """Whether the record would be part of two others, or of itself, when its earlier link upwards lasted again."""
    if link != Link.PART_OF:
        return False
    found = DISPLACED.maybe(tx, batch=batch, start_id=start_id, end_id=end_id)
    return found is not None and found.displaced


def _is_over(now: TieNow) -> bool:
    return now.properties.get("until") is not None


def _text(now: TieNow, name: str) -> str | None:
    return to_text(to_python(now.properties.get(name)))


def _old(line: PastChange, link: str, name: str) -> Any:
    known = {each.name: each for each in LINK[Link(link)].properties}.get(name)
    if known:
        return typed(known, line.old)
    return dt.date.fromisoformat(line.old) if line.old else None
