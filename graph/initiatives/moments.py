"""What else happened to an initiative, for its timeline.

Contributions, agreements and decisions are entries of their own (graph.timeline). Here are the days of its statuses,
contact persons, goals, partners, needs, offers, interests, requirements, assessments, results and lessons, and for
staff the days on which somebody spoke to it. What has no day is no moment.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock, interactions
from graph.initiatives import past_status
from graph.mentions import Mention
from graph.model import InteractionKind, Kind, Link, RequirementState, Status
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.initiatives.page import InitiativeFacts, InitiativePage
    from graph.rights import Actor
    from graph.store import Transaction
    from graph.timeline import Entry


class What(StrEnum):
    """What happened."""

    STATUS = "status"
    CONTACT = "contact"
    CONTACT_ENDED = "contact_ended"
    GOAL = "goal"
    GOAL_ENDED = "goal_ended"
    PARTNER = "partner"
    PARTNER_ENDED = "partner_ended"
    NEED = "need"
    NEED_ENDED = "need_ended"
    OFFER = "offer"
    OFFER_ENDED = "offer_ended"
    INTEREST = "interest"
    INTEREST_ENDED = "interest_ended"
    ASSESSMENT_ASKED = "assessment_asked"
    ASSESSED = "assessed"
    ASSESSMENT_TOLD = "assessment_told"
    RESULT = "result"
    LESSON = "lesson"
    REQUIREMENT = "requirement"
    REQUIREMENT_ENDED = "requirement_ended"
    REQUIREMENT_QUESTIONED = "requirement_questioned"
    REQUIREMENT_ANSWERED = "requirement_answered"
    REQUIREMENT_MET = "requirement_met"
    REQUIREMENT_DROPPED = "requirement_dropped"
    REQUIREMENT_OPEN = "requirement_open"
    SPOKEN = "spoken"


@dataclass(frozen=True, slots=True)
class Moment:
    """One day on which something happened; `about` is the record that tells more, `way` what was new."""

    what: What
    day: dt.date
    about: Mention | None = None
    way: Status | InteractionKind | None = None

    @property
    def entry(self) -> str:
        """How the timeline shows it."""
        return "moment"

    @property
    def is_urgent(self) -> bool:
        """It is over, so it never stands on top."""
        return False


@dataclass(frozen=True, slots=True)
class LinkInTime:
    """A link of the initiative with its days; `other` is None for a person whom the reader may not know."""

    link: Link
    since: dt.date | None
    until: dt.date | None
    other: Mention | None


@dataclass(frozen=True, slots=True)
class Mark:
    """When somebody said where the initiative stands with a requirement."""

    at: dt.datetime
    state: RequirementState
    requirement: Mention


LINKS = Read("initiatives/links_in_time", LinkInTime)
MARKS = Read("initiatives/marks", Mark)

_BEGAN: dict[Link, What] = {
    Link.CONTACT_FOR: What.CONTACT,
    Link.CONTRIBUTES_TO: What.GOAL,
    Link.PARTNERS_IN: What.PARTNER,
    Link.NEEDS: What.NEED,
    Link.OFFERS: What.OFFER,
    Link.HAS_INTEREST_IN: What.INTEREST,
    Link.LEARNED: What.LESSON,
    Link.MUST_MEET: What.REQUIREMENT,
}
_ENDED: dict[Link, What] = {
    Link.CONTACT_FOR: What.CONTACT_ENDED,
    Link.CONTRIBUTES_TO: What.GOAL_ENDED,
    Link.PARTNERS_IN: What.PARTNER_ENDED,
    Link.NEEDS: What.NEED_ENDED,
    Link.OFFERS: What.OFFER_ENDED,
    Link.HAS_INTEREST_IN: What.INTEREST_ENDED,
    Link.MUST_MEET: What.REQUIREMENT_ENDED,
}
_MARKED: dict[RequirementState, What] = {
    RequirementState.MET: What.REQUIREMENT_MET,
    RequirementState.DROPPED: What.REQUIREMENT_DROPPED,
    RequirementState.OPEN: What.REQUIREMENT_OPEN,
}


def story(page: InitiativePage) -> tuple[Entry | Moment, ...]:
    """The whole timeline of one initiative: what is late or waited for on top, then the newest first."""
    of_records = [each for each in _of_records(page) if each.day <= clock.today()]
    entries: list[Entry | Moment] = [*page.timeline, *page.moments, *of_records]
    newest_first = sorted(entries, key=lambda each: each.day or dt.date.min, reverse=True)
    return tuple(sorted(newest_first, key=lambda each: not each.is_urgent))


def read(tx: Transaction, *, actor: Actor, facts: InitiativeFacts) -> tuple[Moment, ...]:
    """What the links, the audit trail and the interactions tell until the day shown; `facts` as they are now."""
    found = (
        *(Moment(What.STATUS, since, way=status) for status, since in past_status.history(tx, facts)),
        *_links(tx, actor, facts),
        *_marks(tx, actor, facts),
        *_spoken(tx, actor, facts),
    )
    return tuple(each for each in found if each.day <= clock.today())


def _links(tx: Transaction, actor: Actor, facts: InitiativeFacts) -> Iterator[Moment]:
    found = LINKS.all(
        tx,
        id=facts.id,
        visible=actor.visible,
        private=actor.may(Permission.SEE_PRIVATE),
        now=clock.really_today(),
    )
    for each in found:
        yield from _on(_BEGAN[each.link], each.since, each.other)
        if each.link in _ENDED:
            yield from _on(_ENDED[each.link], each.until, each.other)


def _marks(tx: Transaction, actor: Actor, facts: InitiativeFacts) -> Iterator[Moment]:
    for mark in MARKS.all(tx, id=facts.id, visible=actor.visible):
        yield Moment(_MARKED[mark.state], mark.at.astimezone(clock.zone()).date(), mark.requirement)


def _spoken(tx: Transaction, actor: Actor, facts: InitiativeFacts) -> Iterator[Moment]:
    for each in interactions.days(tx, actor=actor, record_id=facts.id):
        yield Moment(What.SPOKEN, each.day, Mention(Kind.INTERACTION, each.id, facts.name), way=each.kind)


def _of_records(page: InitiativePage) -> Iterator[Moment]:
    """What the page has read already, so that it costs nothing."""
    for each in page.assessments:
        about = Mention(Kind.ASSESSMENT, each.id, each.name)
        yield from _on(What.ASSESSMENT_ASKED, each.asked_on, about)
        yield from _on(What.ASSESSED, each.decided_on, about)
        yield from _on(What.ASSESSMENT_TOLD, each.told_on, about)
    for result in page.results:
        yield from _on(What.RESULT, result.reached_on, Mention(Kind.RESULT, result.id, result.name))
    for must in page.requirements:
        about = Mention(Kind.REQUIREMENT, must.id, must.name)
        yield from _on(What.REQUIREMENT_QUESTIONED, must.questioned_on, about)
        yield from _on(What.REQUIREMENT_ANSWERED, must.answered_on, about)


def _on(what: What, day: dt.date | None, about: Mention | None = None) -> Iterable[Moment]:
    return [Moment(what, day, about)] if day else []
