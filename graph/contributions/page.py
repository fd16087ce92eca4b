"""The page of one contribution."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.contributions.listing import Stage
from graph.mentions import Mention, missing
from graph.model import ContributionKind, Visibility
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class ContributionPage:
    """Everything about one contribution; `unnamed` counts the persons among the givers who stay nameless."""

    id: str
    visibility: Visibility
    lang: str
    name: str
    contribution_kind: ContributionKind | None
    stage: Stage
    amount_asked: float | None
    amount_granted: float | None
    extent: str | None
    reason: str | None
    continuity: str | None
    asked_on: dt.date | None
    granted_on: dt.date | None
    refused_on: dt.date | None
    until: dt.date | None
    year: int | None
    periodicity: str | None
    receivers: tuple[Mention, ...]
    givers: tuple[Mention, ...]
    unnamed: int
    scheme: Mention | None
    goals: tuple[Mention, ...]


PAGE = Read("contributions/page", ContributionPage)


def page(tx: Transaction, *, actor: Actor, contribution_id: str) -> ContributionPage:
    """The page of one contribution.

    Raises NotFound, also before it was asked or given, or when who receives it is not to be seen.
    """
    named = {"visible": actor.visible, "private": actor.may(Permission.SEE_PRIVATE)}
    found = PAGE.maybe(tx, id=contribution_id, **named, on=clock.today(), past=clock.past())
    if found is None:
        missing(tx, actor=actor, record_id=contribution_id)
    return found
