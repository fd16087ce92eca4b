"""The page of one team of the municipality: who works there, and which initiatives it deals with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, organisations, past
from graph.mentions import Listed, Mention, missing
from graph.model import Visibility
from graph.organisations import Worker
from graph.query import Read

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_LISTED = 100


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """What stands on the team and one link away."""

    id: str
    visibility: Visibility
    until: dt.date | None
    lang: str
    name: str
    description: str | None
    part_of: tuple[Mention, ...]
    initiatives: int
    decisions_awaited: int


@dataclass(frozen=True, slots=True)
class DepartmentPage:
    """Everything the page of one team shows; the mailbox is reached through a form."""

    facts: DepartmentFacts
    people: tuple[Worker, ...]
    initiatives: tuple[Listed, ...]


FACTS = Read("departments/facts", DepartmentFacts)
INITIATIVES = Read("departments/initiatives", Listed)


def page(tx: Transaction, *, actor: Actor, department_id: str) -> DepartmentPage:
    """The page of one team; raises NotFound, or Moved when it was merged into another."""
    named = {"id": department_id, "visible": actor.visible, "on": clock.today()}
    facts = FACTS.maybe(tx, **named)
    if facts is None:
        missing(tx, actor=actor, record_id=department_id)
    facts = past.as_it_stood(tx, facts, actor=actor)
    return DepartmentPage(
        facts=facts,
        people=tuple(organisations.workers(tx, actor=actor, record_id=department_id)),
        initiatives=tuple(INITIATIVES.all(tx, **named, limit=MOST_LISTED)),
    )
