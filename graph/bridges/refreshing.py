"""Keeping the best bridges of every initiative, exact for one state of the graph (`graph.bridges.answers`)."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph import clock, ids
from graph.bridges import answers, arrays, everybody, kept
from graph.query import Act
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.rights import Actor
    from graph.store import Graph, Transaction

TOGETHER = 1_000
PATIENCE = 3_600.0

KEEP = Act("bridges/keep_answers")
STAND = Act("bridges/keep_standing")


@dataclass(slots=True)
class Refreshed:
    """How many initiatives and bridges were kept, in how many bytes, and the seconds of each part."""

    initiatives: int = 0
    bridges: int = 0
    bytes: int = 0
    seconds: dict[str, float] = field(default_factory=lambda: {"read": 0.0, "compute": 0.0, "write": 0.0})


def refresh(graph: Graph, *, actor: Actor) -> Refreshed:
    """Keep the ten best bridges of every initiative; raises NotAllowed.

    What changes meanwhile is noticed by who reads: the state of the graph is noted before the first look at it.
    """
    actor.must(Permission.ADMINISTER)
    done = Refreshed()
    standing, weights = graph.read(_standing, actor)
    began = time.perf_counter()
    town = graph.patient(PATIENCE).read(arrays.read, visible=actor.visible, weights=weights)
    began = _spent(done, "read", began)
    for rows in _rows(town, done):
        began = _spent(done, "compute", began)
        graph.write(_keep, standing["version"], rows)
        began = _spent(done, "write", began)
    began = _spent(done, "compute", began)
    graph.patient(PATIENCE).write(_stand, standing)
    _spent(done, "write", began)
    answers.forget()
    return done


def is_current(graph: Graph, *, actor: Actor) -> bool:
    """Whether what is kept still holds, so that refreshing would change nothing."""
    return graph.read(_is_current, actor)


def _spent(done: Refreshed, part: str, began: float) -> float:
    now = time.perf_counter()
    done.seconds[part] += now - began
    return now


def _rows(town: arrays.Arrays, done: Refreshed) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    for block in everybody.best(town, limit=answers.LIMIT):
        for initiative_id, found in block.found(town):
            answer = answers.packed(found)
            rows.append({"id": initiative_id, "best": found[0].score if found else 0, "answer": answer})
            done.initiatives, done.bridges = done.initiatives + 1, done.bridges + len(found)
            done.bytes += len(answer)
            if len(rows) == TOGETHER:
                yield rows
                rows = []
    if rows:
        yield rows


def _standing(tx: Transaction, actor: Actor) -> tuple[dict[str, Any], dict[str, int]]:
    weights = kept.for_actor(tx, actor=actor)
    now = answers.changes(tx, None)
    standing = {
        "version": ids.new_id(),
        "lines": now.lines,
        "before": now.lines - now.recent,
        "known": now.recent_changes,
        "since": now.margin,
        "day": clock.today(),
        "weights": answers.fingerprint(actor.visible, weights),
    }
    return standing, weights


def _is_current(tx: Transaction, actor: Actor) -> bool:
    weights = kept.for_actor(tx, actor=actor)
    return answers.stands(tx, visible=actor.visible, weights=weights)


def _keep(tx: Transaction, version: str, rows: list[dict[str, Any]]) -> None:
    KEEP.run(tx, version=version, rows=rows)


def _stand(tx: Transaction, standing: Mapping[str, Any]) -> None:
    STAND.run(tx, standing=standing)
