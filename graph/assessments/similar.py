"""Which earlier cases an assessment can be laid beside, and when its outcome differs from them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.model import Outcome, Verdict
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rights import Actor
    from graph.store import Transaction

WEIGHTS = {"goals": 0.35, "themes": 0.25, "area": 0.15, "initiator": 0.15, "scheme": 0.10}
# Who shares only the kind of initiator, or only the place, is no comparable case.
LEAST = 0.16
MOST = 5
# A case with at least this part of the best similarity counts as one of the most comparable.
NEAR = 0.5


@dataclass(frozen=True, slots=True)
class Answer:
    """A criterion, and what an assessment says on it; None where nothing was answered yet."""

    criterion_id: str
    name: str
    description: str | None
    position: int
    answer: Verdict | None
    because: str | None


@dataclass(frozen=True, slots=True)
class Similar:
    """An earlier decided case: what it shares, how much it resembles (0 to 1), what was answered and decided."""

    id: str
    name: str
    outcome: Outcome | None
    motivation: str | None
    decided_on: dt.date
    similarity: float
    goals: tuple[str, ...]
    themes: tuple[str, ...]
    areas: tuple[str, ...]
    kinds: tuple[str, ...]
    schemes: tuple[str, ...]
    answers: tuple[Answer, ...]


SIMILAR = Read("assessments/similar", Similar)


def similar(
    tx: Transaction, *, actor: Actor, assessment_id: str, decided_on: dt.date | None = None
) -> tuple[Similar, ...]:
    """At most `MOST` earlier decided assessments of other initiatives, the most comparable first.

    Earlier than the day it was decided, or is about to be (`decided_on`): a decision that is written down afterwards
    cannot have looked at what was decided since.

    The similarity of two cases is a weighted sum of Jaccard indices (Jaccard 1901: shared / all together), one for each
    kind of thing, and 0 where neither has any:

        0.35 J(goals) + 0.25 J(themes, with broader ones) + 0.15 J(neighbourhoods and districts)
        + 0.15 J(kinds of initiator) + 0.10 J(subsidy schemes)

    Links count as they were on the day each case was decided (today for a case that is not decided). Cases under
    `LEAST` are left out, and so is the initiative itself: it cannot be compared with itself.
    """
    return tuple(
        SIMILAR.all(
            tx,
            id=assessment_id,
            visible=actor.visible,
            decided_on=decided_on,
            on=clock.today(),
            weights=WEIGHTS,
            least=LEAST,
            limit=MOST,
        )
    )


def closest(cases: Iterable[Similar]) -> tuple[Similar, ...]:
    """The most comparable of `cases`: those with at least half (`NEAR`) of the best similarity."""
    found = tuple(cases)
    best = max((each.similarity for each in found), default=0.0)
    return tuple(each for each in found if each.similarity >= NEAR * best)


def deviates(outcome: Outcome, cases: Iterable[Similar]) -> bool:
    """Whether a reason must be given: there are comparable cases, and every one of the closest had another outcome."""
    near = closest(cases)
    return bool(near) and all(each.outcome != outcome for each in near)
