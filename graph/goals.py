"""The page of one goal: in which note it stands, who answers for it, who works at it, who could."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, contributions, interests, officials, past, results
from graph.contributions import By, Sum
from graph.interests import Interest
from graph.mentions import Counted, Listed, Mention, missing
from graph.model import GoalLevel, Visibility
from graph.officials import Responsible
from graph.query import Read
from graph.results import Result

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_PARTNERS = 12


@dataclass(frozen=True, slots=True)
class Source:
    """The policy note in which the goal stands, and on which page."""

    mention: Mention
    page: int | None
    adopted_by: Mention | None


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """What stands on the goal and one link away; `above` runs from the top of the tree to the parent."""

    id: str
    visibility: Visibility
    until: dt.date | None
    lang: str
    name: str
    level: GoalLevel | None
    code: str | None
    description: str | None
    open_for_contribution: bool
    above: tuple[Mention, ...]
    below: tuple[Counted, ...]
    themes: tuple[Mention, ...]
    schemes: tuple[Mention, ...]
    notes: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that could take part: how many themes it shares, in how many of the initiatives it takes part."""

    mention: Mention
    themes: int
    initiatives: int


@dataclass(frozen=True, slots=True)
class GoalPage:
    """Everything the page of one goal shows."""

    facts: GoalFacts
    responsible: Responsible
    initiatives: tuple[Listed, ...]
    partners: tuple[Partner, ...]
    contributions: Sum
    results: tuple[Result, ...]
    interests: tuple[Interest, ...]


FACTS = Read("goals/facts", GoalFacts)
INITIATIVES = Read("goals/initiatives", Listed)
PARTNERS = Read("goals/partners", Partner)


def page(tx: Transaction, *, actor: Actor, goal_id: str) -> GoalPage:
    """The page of one goal; raises NotFound, or Moved when it was merged into another."""
    named = {"id": goal_id, "visible": actor.visible, "on": clock.today()}
    facts = FACTS.maybe(tx, **named)
    if facts is None:
        missing(tx, actor=actor, record_id=goal_id)
    facts = past.as_it_stood(tx, facts, actor=actor)
    return GoalPage(
        facts=facts,
        responsible=officials.responsible(tx, actor=actor, record_ids=[goal_id])[goal_id],
        initiatives=tuple(INITIATIVES.all(tx, **named)),
        partners=tuple(PARTNERS.all(tx, **named, limit=MOST_PARTNERS)),
        contributions=contributions.of_record(tx, actor=actor, by=By.GOAL, record_id=goal_id),
        results=results.of_goal(tx, actor=actor, goal_id=goal_id),
        interests=interests.in_record(tx, actor=actor, record_id=goal_id),
    )
