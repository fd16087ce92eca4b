"""What stands on one subsidy scheme."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, past
from graph.mentions import Mention, missing
from graph.model import Visibility
from graph.query import Read

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class SchemeFacts:
    """What stands on the scheme and one link away; `grants`, `granted`, `applications`, `applied` are totals, euros."""

    id: str
    visibility: Visibility
    until: dt.date | None
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
    applications: int
    applied: float

    @property
    def is_open(self) -> bool | None:
        """Whether people can still apply; None when no last day is known."""
        return None if self.deadline is None else self.deadline >= clock.today()

    @property
    def can_apply_together(self) -> bool:
        """Whether it makes sense to ask parties for a joint application now."""
        return bool(self.joint_application) and self.is_open is not False


FACTS = Read("schemes/facts", SchemeFacts)


def facts(tx: Transaction, *, actor: Actor, scheme_id: str) -> SchemeFacts:
    """One scheme as it stood on the day that is shown; raises NotFound, or Moved when it was merged."""
    found = FACTS.maybe(tx, id=scheme_id, visible=actor.visible, on=clock.today(), past=clock.past())
    if found is None:
        missing(tx, actor=actor, record_id=scheme_id)
    return past.as_it_stood(tx, found, actor=actor)
