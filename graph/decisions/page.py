"""The page of one decision: what is waited for, who decides, and every initiative that hangs on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from graph import clock
from graph.bridges import kept, search
from graph.bridges.weights import Evidence
from graph.decisions.listing import shown
from graph.errors import NotFound
from graph.mentions import Mention, missing
from graph.model import DecisionLevel, Visibility
from graph.query import Read
from graph.rights import Permission
from graph.timeline import Decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.rights import Actor
    from graph.store import Transaction

MOST_WAITING = 500
MOST_PAIRED = 12


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """What stands on the record besides the decision itself; `people` is empty for the public."""

    id: str
    visibility: Visibility
    version: int
    until: dt.date | None
    lang: str
    level: DecisionLevel | None
    url: str | None
    people: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class WaitNow:
    """That an initiative waits or waited for a decision; `until` is exclusive."""

    decision_id: str
    initiative: Mention
    since: dt.date | None
    until: dt.date | None


@dataclass(frozen=True, slots=True)
class Wait:
    """How long one initiative waits or waited for one decision."""

    decision: Decision
    initiative: Mention
    since: dt.date | None
    until: dt.date | None

    @property
    def days(self) -> int:
        """Days this initiative waited, from when it joined; pauses count for nobody."""
        asked = self.decision.asked_on
        if asked is None:
            return 0
        start = max(asked, self.since or asked)
        end = self.until or self.decision.decided_on or clock.today()
        paused = sum(
            max(0, (min(each.until or end, end) - max(each.since, start)).days) for each in self.decision.pauses
        )
        return max(0, (end - start).days - paused)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two initiatives that wait for the same decision and share more than that."""

    first: Mention
    second: Mention


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """Everything the page of one decision shows; `pairs` is empty for who may not see bridges."""

    facts: DecisionFacts
    decision: Decision
    waits: tuple[Wait, ...]
    pairs: tuple[Pair, ...]

    @property
    def waiting(self) -> int:
        """How many initiatives still wait."""
        return sum(1 for each in self.waits if each.until is None)


FACTS = Read("decisions/facts", DecisionFacts)
WAITS = Read("decisions/waits", WaitNow)


def page(tx: Transaction, *, actor: Actor, decision_id: str) -> DecisionPage:
    """The page of one decision; raises NotFound, or Moved when it was merged into another."""
    private = actor.may(Permission.SEE_PRIVATE)
    facts = FACTS.maybe(tx, id=decision_id, visible=actor.visible, private=private, on=clock.today())
    if facts is None:
        missing(tx, actor=actor, record_id=decision_id)
    found = shown(tx, actor=actor, decision_ids=[decision_id])
    if not found:
        raise NotFound(decision_id)
    (decision,) = found
    named = {"decision_id": decision_id, "initiative_id": None, "visible": actor.visible, "on": clock.today()}
    known = WAITS.all(tx, **named, limit=MOST_WAITING)
    waits = tuple(
        Wait(decision, each.initiative, each.since, each.until)
        for each in (_as_they_stood(known, clock.today()) if clock.is_past() else known)
    )
    return DecisionPage(facts, decision, waits, _pairs(tx, actor, [each for each in waits if each.until is None]))


def _as_they_stood(waits: Sequence[WaitNow], day: dt.date) -> list[WaitNow]:
    """Who waited by `day`; who stopped later still waits."""
    known = [each for each in waits if each.since is None or each.since <= day]
    return [replace(each, until=None) if each.until and each.until > day else each for each in known]


def of_initiative(tx: Transaction, *, actor: Actor, initiative_id: str) -> tuple[Wait, ...]:
    """What one initiative waits for now, the longest first."""
    named = {"decision_id": None, "initiative_id": initiative_id, "visible": actor.visible, "on": clock.today()}
    found = WAITS.all(tx, **named, limit=MOST_WAITING)
    by_id = {each.id: each for each in shown(tx, actor=actor, decision_ids=[each.decision_id for each in found])}
    return tuple(
        Wait(by_id[each.decision_id], each.initiative, each.since, each.until)
        for each in (_as_they_stood(found, clock.today()) if clock.is_past() else found)
        if each.decision_id in by_id
    )


def _pairs(tx: Transaction, actor: Actor, waits: Sequence[Wait]) -> tuple[Pair, ...]:
    """Pairs that share more than what they wait for: that they wait together, this page says already."""
    if not actor.may(Permission.SEE_BRIDGES):
        return ()
    by_id = {each.initiative.id: each.initiative for each in waits[:MOST_PAIRED]}
    found = []
    for first in list(by_id)[:-1]:
        later = [second for one, second in combinations(by_id, 2) if one == first]
        found_here = search.sharing(
            tx, initiative_id=first, others=later, visible=actor.visible, weights=kept.for_actor(tx, actor=actor)
        )
        sharing = {
            each.id for each in found_here if any(shared.kind is not Evidence.DECISION for shared in each.shared)
        }
        found += [Pair(by_id[first], by_id[second]) for second in later if second in sharing]
    return tuple(found)
