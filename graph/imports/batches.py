"""Imports as the graph remembers them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.errors import NotFound
from graph.imports import writing
from graph.query import Act, Read, Write
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


# Every chunk is a sign of life, and the server gives one 60 seconds. A process that was killed says nothing any more.
QUIET = dt.timedelta(minutes=5)


class State(StrEnum):
    """What became of an import."""

    RUNNING = "running"
    STOPPED = "stopped"
    FINISHED = "finished"
    UNDOING = "undoing"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Batch:
    """One import. `seconds` adds up its runs.

    One that runs without a sign of life for `QUIET` was killed: it reads as stopped, and goes on like any other.

    `kept` says how many things its undo left as they are; None before that.
    """

    id: str
    profile: str
    file_name: str
    state: State
    actor_name: str | None
    started_at: dt.datetime
    finished_at: dt.datetime | None
    next_row: int
    rows: int
    created: int
    updated: int
    unchanged: int
    rejected: int
    nodes: int
    relationships: int
    seconds: float | None
    kept: int | None


@dataclass(frozen=True, slots=True)
class Selection:
    """Which imports a list shows, the newest first or the oldest."""

    profile: str | None = None
    state: State | None = None
    oldest: bool = False


EVERY = Selection()


@dataclass(frozen=True, slots=True)
class Count:
    """How many imports of one profile stand so."""

    profile: str
    state: State
    batches: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of imports, how many there are, and how many each choice of a filter would give.

    `whole` counts those without filters.
    """

    total: int
    whole: int
    rows: tuple[Batch, ...]
    profiles: Counter[str]
    states: Counter[State]


@dataclass(frozen=True, slots=True)
class Begun:
    """The import to write into, the row to go on from, and whether it was begun before."""

    id: str
    next_row: int
    resumed: bool


BEGIN = Write("imports/begin", Begun)
FINISH = Act("imports/finish")
BATCH = Read("imports/batch", Batch)
BATCHES = Read("imports/batches", Batch)
COUNTS = Read("imports/batch_counts", Count)


def begin(
    tx: Transaction, *, actor: Actor, batch_id: str, profile: str, checksum: str, properties: dict[str, Any]
) -> Begun:
    """Begin an import, or take up the one of this file that was stopped."""
    actor.must(Permission.IMPORT)
    whole = {
        **dict.fromkeys(("next_row", "created", "updated", "unchanged", "nodes", "relationships"), 0),
        **properties,
        "profile": profile,
        "checksum": checksum,
        "actor_id": actor.audit_id,
        "actor_name": actor.name,
    }
    return BEGIN.one(tx, id=batch_id, properties=whole, checksum=checksum, profile=profile, at=clock.now())


def count(tx: Transaction, *, batch_id: str, counts: writing.Counts) -> None:
    """Add to what an import did."""
    writing.COUNT.run(tx, id=batch_id, counts=counts.parameters())


def finish(tx: Transaction, *, batch_id: str, state: str, seconds: float) -> None:
    """Say what became of an import."""
    FINISH.run(tx, id=batch_id, state=state, at=clock.now(), seconds=seconds)


def one(tx: Transaction, *, actor: Actor, batch_id: str) -> Batch:
    """One import by its id or the beginning of it; raises NotFound, NotAllowed."""
    actor.must(Permission.IMPORT)
    found = BATCH.all(tx, id=batch_id, alive_since=clock.now() - QUIET)
    if len(found) != 1:
        raise NotFound(
            f"there is no import {batch_id}" if not found else f"more than one import begins with {batch_id}"
        )
    return found[0]


def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """One page of the imports that are asked for; raises NotAllowed."""
    found = rows(tx, actor=actor, selection=selection, skip=skip, limit=limit)
    profiles: Counter[str] = Counter()
    states: Counter[State] = Counter()
    total = whole = 0
    for each in COUNTS.all(tx, alive_since=clock.now() - QUIET):
        of_profile, of_state = selection.profile in {None, each.profile}, selection.state in {None, each.state}
        profiles[each.profile] += each.batches * of_state
        states[each.state] += each.batches * of_profile
        total += each.batches * (of_profile and of_state)
        whole += each.batches
    return Listing(total, whole, found, profiles, states)


def rows(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> tuple[Batch, ...]:
    """The same without counts, for a file; raises NotAllowed."""
    actor.must(Permission.IMPORT)
    named = {"profile": selection.profile, "state": selection.state, "oldest": selection.oldest}
    return tuple(BATCHES.all(tx, **named, alive_since=clock.now() - QUIET, skip=skip, limit=limit))
