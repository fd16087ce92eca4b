"""The page of one initiative: what it is, who to call, which goals, what happened, who takes part."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import (
    assessments,
    clock,
    interactions,
    interests,
    lessons,
    officials,
    past,
    requirements,
    results,
    statuses,
    timeline,
)
from graph.bridges import meeting, suggestions
from graph.bridges.suggestions import Pair, Suggestion
from graph.decisions import page as decision_pages
from graph.decisions.page import Wait
from graph.initiatives import moments, past_status
from graph.interactions import Around
from graph.interests import Interest
from graph.lessons import Learned
from graph.mentions import Mention, missing
from graph.model import PersonKind, Status, Visibility
from graph.officials import Official
from graph.query import Read
from graph.requirements import Must
from graph.results import Result
from graph.rights import Permission
from graph.statuses import Standing
from graph.supply import matches
from graph.supply.matches import Supply

if TYPE_CHECKING:
    from graph.assessments import AssessmentInList
    from graph.initiatives.moments import Moment
    from graph.officials import Duty
    from graph.rights import Actor
    from graph.store import Transaction
    from graph.timeline import Entry

MOST_RELATED = 5


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that takes part, and as what."""

    mention: Mention
    role: str | None


@dataclass(frozen=True, slots=True)
class Initiator:
    """A person who undertakes it; `name` is None for who does not want it public."""

    id: str
    name: str | None
    person_kind: PersonKind | None


@dataclass(frozen=True, slots=True)
class ContactPerson:
    """The one fixed contact, and since when."""

    official: Official
    since: dt.date | None


@dataclass(frozen=True, slots=True)
class InitiativeFacts:
    """What stands on the record itself and one link away.

    `municipality_confirmed` tells whether who confirmed the status works for the municipality or is of the initiative;
    None where nobody is known to have confirmed it.
    """

    id: str
    version: int
    visibility: Visibility
    lang: str
    name: str
    summary: str | None
    description: str | None
    status: Status | None
    status_since: dt.date | None
    status_confirmed_on: dt.date | None
    confirmed_by: str | None
    municipality_confirmed: bool | None
    started_on: dt.date | None
    ended_on: dt.date | None
    until: dt.date | None
    website: str | None
    channels: tuple[str, ...]
    email: str | None
    themes: tuple[Mention, ...]
    areas: tuple[Mention, ...]
    teams: tuple[Mention, ...]
    initiating_organisations: tuple[Mention, ...]
    initiating_people: tuple[Initiator, ...]
    partners: tuple[Partner, ...]
    contact: ContactPerson | None
    last_contact_until: dt.date | None


@dataclass(frozen=True, slots=True)
class NoteOfGoal:
    """The policy note in which a goal stands, and on which page."""

    mention: Mention
    page: int | None


@dataclass(frozen=True, slots=True)
class GoalOfInitiative:
    """A goal the initiative contributes to; `initiatives` counts all that do, as far as the reader may see."""

    mention: Mention
    initiatives: int
    notes: tuple[NoteOfGoal, ...]


@dataclass(frozen=True, slots=True)
class InitiativePage:
    """Everything the page of one initiative shows; `official` answers when there is no contact person.

    `related` holds what published data alone say, for everybody; who may see bridges finds nobody in it with whom one
    is under way or ended. `bridges` and `meetings`, with organisations, are empty for who may not see bridges.
    """

    facts: InitiativeFacts
    goals: tuple[GoalOfInitiative, ...]
    timeline: tuple[Entry, ...]
    official: Duty | None
    related: tuple[Suggestion, ...]
    bridges: tuple[Suggestion, ...]
    meetings: tuple[Pair, ...]
    requirements: tuple[Must, ...]
    interactions: Around | None
    assessments: tuple[AssessmentInList, ...]
    supply: Supply
    waits: tuple[Wait, ...]
    results: tuple[Result, ...]
    learned: Learned
    interests: tuple[Interest, ...]
    standing: Standing
    moments: tuple[Moment, ...]

    @property
    def story(self) -> tuple[Entry | Moment, ...]:
        """Everything that happened: what is late or waited for on top, then the newest first."""
        return moments.story(self)

    @property
    def private_initiators(self) -> int:
        """How many people undertake it whose name is not public."""
        return sum(1 for each in self.facts.initiating_people if each.name is None)


FACTS = Read("initiatives/facts", InitiativeFacts)
GOALS = Read("initiatives/goals", GoalOfInitiative)


def page(tx: Transaction, *, actor: Actor, initiative_id: str) -> InitiativePage:
    """The page of one initiative; raises NotFound, or Moved when it was merged into another."""
    named = {"id": initiative_id, "visible": actor.visible, "private": actor.may(Permission.SEE_PRIVATE)}
    is_past = clock.is_past()
    facts = FACTS.maybe(tx, **named, on=clock.today(), now=clock.really_today())
    if facts is None:
        missing(tx, actor=actor, record_id=initiative_id)
    happened = moments.read(tx, actor=actor, facts=facts)
    if is_past:
        facts = past.as_it_stood(tx, past_status.as_it_stood(tx, facts, clock.today()), actor=actor)
    goals = GOALS.all(tx, id=initiative_id, visible=actor.visible, on=clock.today())
    answering: Duty | None = None
    if facts.contact is None and goals:
        found = officials.responsible(tx, actor=actor, record_ids=[each.mention.id for each in goals])
        answering = next((duty for each in found.values() for duty in each.officials), None)
    return InitiativePage(
        facts=facts,
        goals=tuple(goals),
        timeline=timeline.of_initiative(tx, actor=actor, initiative_id=initiative_id),
        official=answering,
        related=()
        if is_past
        else _with_reasons(suggestions.related(tx, actor=actor, initiative_id=initiative_id, limit=MOST_RELATED)),
        bridges=_with_reasons(
            suggestions.for_initiative(tx, actor=actor, initiative_id=initiative_id, limit=MOST_RELATED)
        )
        if not is_past and actor.may(Permission.SEE_BRIDGES)
        else (),
        meetings=()
        if is_past
        else tuple(meeting.of_party(tx, actor=actor, party_id=initiative_id, limit=MOST_RELATED)),
        requirements=requirements.of_initiative(tx, actor=actor, initiative_id=initiative_id),
        interactions=interactions.around(tx, actor=actor, record_id=initiative_id),
        assessments=assessments.of_initiative(tx, actor=actor, initiative_id=initiative_id),
        supply=matches.of_party(tx, actor=actor, party_id=initiative_id),
        waits=decision_pages.of_initiative(tx, actor=actor, initiative_id=initiative_id),
        results=results.of_initiative(tx, actor=actor, initiative_id=initiative_id),
        learned=lessons.of_initiative(tx, actor=actor, initiative_id=initiative_id),
        interests=interests.in_record(tx, actor=actor, record_id=initiative_id),
        standing=statuses.of_initiative(tx, actor=actor, initiative_id=initiative_id),
        moments=happened,
    )


def _with_reasons(found: list[Suggestion]) -> tuple[Suggestion, ...]:
    return tuple(each for each in found if each.reasons)
