"""Where the records are that rows name: by source key, else by id or name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.imports.drafts import Named
    from graph.imports.known import Known
    from graph.store import Transaction

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class RecordThere:
    """A record that was asked for by key or id; `merged` when another one took its place."""

    asked: str
    kind: str
    id: str
    place: str
    merged: bool
    removed: bool
    batch: str | None
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RecordsThere:
    """All of them in one message, because each message costs the driver two reads."""

    records: tuple[RecordThere, ...]


@dataclass(slots=True, eq=False)
class Spot:
    """Where a named record is, or will be: `place` is its element id within the transaction, empty while it is new."""

    id: str
    place: str
    new: bool
    row: int = 0


PRESENT = Read("imports/present", RecordsThere)


def keys_by_kind(keys: Iterable[Key]) -> dict[str, list[str]]:
    """Source keys as `PRESENT` asks for them, in order so that locks are taken alike."""
    found: dict[str, list[str]] = {}
    for kind, key in sorted(keys):
        found.setdefault(kind, []).append(key)
    return found


def find(
    tx: Transaction, wanted: Iterable[Named], known: Known
) -> tuple[dict[Key, Spot | None], dict[Key, RecordThere]]:
    """Where every named record is: by its key, else by id or name. A removed one is nowhere, and is not made again.

    What this run settled is not asked for again, and so is not among the records that are given.
    """
    named = {(each.kind, each.key): each for each in wanted}
    settled = {key: place for key in named if (place := known.keys.settled(key))}
    single = {key: known.candidates(each) for key, each in named.items() if key not in settled}
    foreign = {key: ids_found[0] for key, ids_found in single.items() if len(ids_found) == 1}
    maybe = [key for key in single if known.keys.may_be(key[1])]
    asked = PRESENT.one(tx, keys=keys_by_kind(maybe), ids=sorted(set(foreign.values()))).records
    by_asked = {(each.kind, each.asked): each for each in asked}
    by_id = {each.asked: each for each in asked}
    there = {}
    for key in single:
        found = by_asked.get(key) or by_id.get(foreign.get(key, ""))
        if found is not None:
            there[key] = found
    spots = {key: None if found.removed else Spot(found.id, found.place, new=False) for key, found in there.items()}
    spots |= {key: Spot(*place, new=False) for key, place in settled.items()}
    return spots, there
