"""What was learnt from yes and no: evidence counts for less when bridges on it were refused for their subject.

Every refusal because the subject differs too much, and every time both said yes, is kept with the kinds of the two
strongest reasons at that moment. The weight of a kind is multiplied by

    (yes + PRIOR) / (yes + no + PRIOR)

the share of answers that was no refusal of the subject, with `PRIOR` answers in favour beforehand (the mean of a beta
distribution that begins near one; Gelman and others 2013, Bayesian Data Analysis, section 2.4). So a single no changes
little, and nothing is ever reduced to nothing. Whoever administers can leave a refusal out, and count it in again.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import audit
from graph.bridges.weights import Evidence
from graph.errors import NotFound
from graph.query import Read, Write
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.rights import Actor
    from graph.store import Transaction

PRIOR = 10
MOST = 5_000


@dataclass(frozen=True, slots=True)
class Lesson:
    """A kind of evidence: how often both said yes to a bridge on it, and how often its subject was refused."""

    kind: Evidence
    yes: int
    no: int

    @property
    def factor(self) -> float:
        """What the weight of the kind is multiplied by."""
        return (self.yes + PRIOR) / (self.yes + self.no + PRIOR)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal because the subject differs too much, newest first; `counts` unless it was left out."""

    id: str
    first_id: str
    first: str
    second_id: str
    second: str
    kinds: tuple[Evidence, ...]
    at: dt.datetime
    by: str | None
    counts: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """The bridge of a refusal that was counted in or out."""

    bridge_id: str


LESSONS = Read("bridges/lessons", Lesson)
REFUSALS = Read("bridges/refusals", Refusal)
COUNT = Write("bridges/count_refusal", Counted)


def taught(tx: Transaction, weights: Mapping[Evidence, float]) -> dict[Evidence, float]:
    """`weights` after what was learnt; offering and seeking are two sides of one kind."""
    factors = {each.kind: each.factor for each in LESSONS.all(tx)}
    factors |= {Evidence.SOUGHT: factors[Evidence.OFFERED]} if Evidence.OFFERED in factors else {}
    return {kind: weight * factors.get(kind, 1.0) for kind, weight in weights.items()}


def lessons(tx: Transaction, *, actor: Actor) -> list[Lesson]:
    """What was learnt of each kind that was answered on; raises NotAllowed."""
    actor.must(Permission.ADMINISTER)
    return LESSONS.all(tx)


def refusals(tx: Transaction, *, actor: Actor) -> list[Refusal]:
    """The refusals that teach, newest first; raises NotAllowed."""
    actor.must(Permission.ADMINISTER)
    return REFUSALS.all(tx, visible=actor.visible, limit=MOST)


def count(tx: Transaction, *, actor: Actor, step_id: str, counts: bool) -> None:
    """Leave a refusal out of what is learnt, or count it in again; raises NotAllowed, NotFound."""
    actor.must(Permission.ADMINISTER)
    found = COUNT.maybe(tx, step_id=step_id, counts=counts)
    if found is None:
        raise NotFound(step_id)
    said = [str(each).lower() for each in (not counts, counts)]
    audit.write(tx, actor=actor, lines=[audit.Line("bridge", found.bridge_id, "counts", *said)])
