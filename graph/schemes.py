"""The page of one subsidy scheme: what it is for, until when, and what was given under it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention, missing
from graph.model import Visibility
from graph.query import Read

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class Grant:
    """What one initiative was given under the scheme, all grants together; euros."""

    mention: Mention
    granted: float | None
    grants: int
    last_year: int | None


@dataclass(frozen=True, slots=True)
class SchemeFacts:
    """What stands on the scheme and one link away; `granted` and `grants` are totals, euros."""

    id: str
    visibility: Visibility
    lang: str
    name: str
    description: str | None
    ceiling: float | None
    deadline: dt.date | None
    joint_application: bool | None
    url: str | None
    goals: tuple[Mention, ...]
    themes: tuple[Mention, ...]
    grants: int
    granted: float

    @property
    def is_open(self) -> bool | None:
        """Whether people can still apply; None when no last day is known."""
        return None if self.deadline is None else self.deadline >= clock.today()


@dataclass(frozen=True, slots=True)
class SchemePage:
    """Everything the page of one scheme shows."""

    facts: SchemeFacts
    initiatives: tuple[Grant, ...]


FACTS = Read("schemes/facts", SchemeFacts)
GRANTS = Read("schemes/grants", Grant)


def page(tx: Transaction, *, actor: Actor, scheme_id: str) -> SchemePage:
    """The page of one scheme; raises NotFound, or Moved when it was merged into another."""
    named = {"id": scheme_id, "visible": actor.visible}
    facts = FACTS.maybe(tx, **named)
    if facts is None:
        missing(tx, actor=actor, record_id=scheme_id)
    return SchemePage(facts=facts, initiatives=tuple(GRANTS.all(tx, **named, limit=MOST_LISTED)))
