"""The weights in use: those learnt last, or the safe ones of `graph.bridges.weights`, after what yes and no taught.

Every search needs them and they seldom change, so that a process remembers them for a moment: a change is felt by all
within `SECONDS`.
"""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import audit, clock, ids
from graph.bridges import lessons
from graph.bridges.weights import WEIGHTS, Evidence, whole
from graph.query import Act, Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.rights import Actor
    from graph.store import Transaction

SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Kept:
    """Weights as they were kept: from how many known contacts (0: the safe ones), when and by whom."""

    id: str
    kinds: list[str]
    weights: list[float]
    learnt_from: int
    learnt_at: dt.datetime
    learnt_by: str

    def of_kinds(self) -> dict[Evidence, float]:
        """The weight of every kind; the safe one where a kind is newer than these weights."""
        known = set(Evidence)
        return WEIGHTS | {
            Evidence(kind): weight for kind, weight in zip(self.kinds, self.weights, strict=True) if kind in known
        }


@dataclass(slots=True)
class _Remembered:
    until: float = 0.0
    weights: Mapping[Evidence, float] | None = None


IN_USE = Read("bridges/weights_in_use", Kept)
KEEP = Act("bridges/keep_weights")

_remembered = _Remembered()


def forget() -> None:
    """Ask the graph again at the next search."""
    _remembered.until = 0.0


def in_use(tx: Transaction) -> Mapping[Evidence, float]:
    """The weight of every kind of evidence, after what yes and no taught."""
    if _remembered.weights is None or time.monotonic() > _remembered.until:
        _remembered.weights = lessons.taught(tx, _last(tx))
        _remembered.until = time.monotonic() + SECONDS
    return _remembered.weights


def _last(tx: Transaction) -> Mapping[Evidence, float]:
    found = IN_USE.maybe(tx)
    return found.of_kinds() if found else WEIGHTS


def for_actor(tx: Transaction, *, actor: Actor) -> dict[str, int]:
    """The weights for a statement; ties through people are for those who may see private data."""
    return whole(with_people=actor.may(Permission.SEE_PRIVATE), weights=in_use(tx))


def shown(tx: Transaction, *, actor: Actor) -> Kept | None:
    """What was kept last, None when the safe weights were never left; raises NotAllowed."""
    actor.must(Permission.ADMINISTER)
    return IN_USE.maybe(tx)


def keep(tx: Transaction, *, actor: Actor, weights: Mapping[Evidence, float], learnt_from: int) -> None:
    """Use these weights from now on; raises NotAllowed. The search leans on each being more than nothing."""
    actor.must(Permission.ADMINISTER)
    if min(weights.values()) <= 0:
        raise ValueError("a kind of evidence weighs something, or is left out of the search")
    new_id = ids.new_id()
    before = _last(tx)
    KEEP.run(
        tx,
        id=new_id,
        kinds=[kind.value for kind in weights],
        weights=list(weights.values()),
        learnt_from=learnt_from,
        at=clock.now(),
        by=actor.name,
    )
    audit.write(
        tx,
        actor=actor,
        lines=[
            audit.Line("weights", new_id, kind.value, str(before[kind]), str(weight))
            for kind, weight in weights.items()
            if before[kind] != weight
        ],
    )
    forget()
