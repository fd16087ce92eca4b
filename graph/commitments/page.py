"""The page of one commitment: what was promised by whom to whom, every term, and whether it was kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph import clock
from graph.errors import NotFound
from graph.mentions import Mention, missing
from graph.model import Visibility
from graph.query import Read
from graph.rights import Permission
from graph.timeline import Commitment

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """Everything the page shows; for a visitor `people` are empty when it is late: the team answers."""

    id: str
    version: int
    visibility: Visibility
    lang: str
    until: dt.date | None
    commitment: Commitment
    people: tuple[Mention, ...]
    goals: tuple[Mention, ...]


PAGE = Read("commitments/page", CommitmentPage)


def page(tx: Transaction, *, actor: Actor, commitment_id: str) -> CommitmentPage:
    """The page of one commitment; raises NotFound, or Moved when it was merged into another."""
    private = actor.may(Permission.SEE_PRIVATE)
    found = PAGE.maybe(tx, id=commitment_id, visible=actor.visible, private=private, on=clock.today())
    if found is None:
        missing(tx, actor=actor, record_id=commitment_id)
    if clock.is_past():
        stood = found.commitment.on(clock.today())
        if stood is None:
            raise NotFound(commitment_id)
        found = replace(found, commitment=stood)
    return found if private or not found.commitment.days_late else replace(found, people=())
