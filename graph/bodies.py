"""The page of the council, the college or a committee: who sits in it, what it adopted, what it was promised."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, organisations, past, timeline
from graph.mentions import Mention, missing
from graph.model import BodyKind, Visibility
from graph.organisations import Worker
from graph.query import Read

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction
    from graph.timeline import Commitment


@dataclass(frozen=True, slots=True)
class Adopted:
    """A policy note the body adopted, and when."""

    mention: Mention
    adopted_on: dt.date | None


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """What stands on the body and one link away."""

    id: str
    visibility: Visibility
    until: dt.date | None
    lang: str
    name: str
    body_kind: BodyKind | None
    description: str | None
    notes: tuple[Adopted, ...]


@dataclass(frozen=True, slots=True)
class BodyPage:
    """Everything the page of one body shows."""

    facts: BodyFacts
    people: tuple[Worker, ...]
    promises: tuple[Commitment, ...]


FACTS = Read("bodies/facts", BodyFacts)


def page(tx: Transaction, *, actor: Actor, body_id: str) -> BodyPage:
    """The page of one body; raises NotFound, or Moved when it was merged into another."""
    named = {"id": body_id, "visible": actor.visible}
    facts = FACTS.maybe(tx, **named, on=clock.today(), past=clock.past())
    if facts is None:
        missing(tx, actor=actor, record_id=body_id)
    facts = past.as_it_stood(tx, facts, actor=actor)
    return BodyPage(
        facts=facts,
        people=tuple(organisations.workers(tx, actor=actor, record_id=body_id)),
        promises=_promised(timeline.COMMITMENTS.all(tx, **named, on=clock.today())),
    )


def _promised(found: list[Commitment]) -> tuple[Commitment, ...]:
    """What was promised; on an earlier day only what was promised by then, as far as it was."""
    if not clock.is_past():
        return tuple(found)
    stood = [each.on(clock.today()) for each in found]
    return tuple(each for each in stood if each)
