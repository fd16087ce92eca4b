"""The search for the best bridges of one initiative: visit what it has, rarest first, and stop when nothing can change.

MaxScore (Turtle and Flood 1995, Query evaluation: strategies and optimizations): once enough others score more than
everything unvisited could add, no other can enter; only those met that can still be among the best are scored in full.
Popular things are never capped. When the first guess does not prove itself, the search is done again with what it
found as the floor, and at last without any shortcut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.bridges.weights import Evidence
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.store import Transaction

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Contenders:
    """What the initiative has, who shares it, and the score to reach.

    An entry is the kind, the id, the weight, the own thing that it lies near, and the note in which both stand.
    `contenders` holds ids of initiatives, each with the ids of what is shared. No initiative outside it has a score of
    `least` or more, and none with as much as the floor was left out.
    """

    entries: list[tuple[Evidence, str, int, str | None, str | None]]
    contenders: list[tuple[str, list[str]]]
    least: int


@dataclass(frozen=True, slots=True)
class Scored:
    """An initiative and its score in whole numbers."""

    id: str
    score: int


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing shared: its kind, id (a stem for words) and weight.

    `ours` is the own thing that a near one lies near, or the own need or offer that one of the other fits; `note` the
    policy note in which two goals stand; `through` the initiative through which an organisation has it.
    """

    kind: Evidence
    id: str
    weight: int
    ours: str | None
    note: str | None = None
    through: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An initiative with its score and everything that adds to it, heaviest first."""

    id: str
    score: int
    shared: tuple[Shared, ...]


CONTENDERS = Read("bridges/contenders", Contenders)
PLAIN = Read("bridges/plain", Scored)
SHARING = Read("bridges/sharing", Contenders)


def best(
    tx: Transaction, *, initiative_id: str, limit: int, visible: list[str], weights: dict[str, int], sees_bridges: bool
) -> tuple[list[Found], bool]:
    """The `limit` best bridges, by score and then id, and whether the first search proved itself.

    The answer is exact either way; it is empty when the initiative is over, not there or not visible. Only for who
    `sees_bridges` those are left out with which a bridge is past `suggested`: to others that would tell of it.
    """
    floor, today = UNKNOWN, clock.today()
    for attempt in range(2):
        answer = CONTENDERS.maybe(
            tx,
            id=initiative_id,
            visible=visible,
            limit=limit,
            floor=floor,
            today=today,
            weights=weights,
            sees_bridges=sees_bridges,
        )
        if answer is None:
            return [], True
        found = ranked(answer)[:limit]
        reached = found[-1].score if len(found) == limit else 0
        if reached >= answer.least:
            return found, attempt == 0
        floor = reached
    plain = PLAIN.all(
        tx, id=initiative_id, visible=visible, limit=limit, today=today, weights=weights, sees_bridges=sees_bridges
    )
    others = [row.id for row in plain]
    return sharing(tx, initiative_id=initiative_id, others=others, visible=visible, weights=weights), False


def ranked(answer: Contenders) -> list[Found]:
    """Score everybody in full; the best first, equals by id."""
    entries: dict[str, list[Shared]] = {}
    for kind, thing, weight, ours, note in answer.entries:
        if weight > 0:
            entries.setdefault(thing, []).append(Shared(kind, thing, weight, ours, note))
    found = []
    for initiative_id, things in answer.contenders:
        shared = counted(entry for thing in things for entry in entries.get(thing, ()))
        if shared:
            found.append(Found(initiative_id, sum(entry.weight for entry in shared), shared))
    return sorted(found, key=lambda each: (-each.score, each.id))


def counted(entries: Iterable[Shared]) -> tuple[Shared, ...]:
    """What adds to the score: a near thing only where nothing of its kind is shared itself, and only the nearest."""
    same: list[Shared] = []
    near: dict[Evidence, Shared] = {}
    for entry in entries:
        if not entry.kind.is_near:
            same.append(entry)
        elif entry.kind not in near or order(entry) < order(near[entry.kind]):
            near[entry.kind] = entry
    kinds = {entry.kind for entry in same} | set(near)
    same += [entry for kind, entry in near.items() if kind.yields_to.isdisjoint(kinds)]
    return tuple(sorted(same, key=order))


def order(entry: Shared) -> tuple[int, str, str, str]:
    """By weight, heaviest first, and then by id."""
    return -entry.weight, entry.id, entry.ours or "", entry.note or ""


def sharing(
    tx: Transaction, *, initiative_id: str, others: Sequence[str], visible: list[str], weights: dict[str, int]
) -> list[Found]:
    """What the initiative shares with each of `others`, also with those it is in contact with."""
    answer = SHARING.maybe(
        tx, id=initiative_id, others=list(others), visible=visible, today=clock.today(), weights=weights
    )
    return ranked(answer) if answer else []
