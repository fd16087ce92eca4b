"""What to do first today: late agreements, long waits, new bridges, initiatives without a contact person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.bridges import suggestions
from graph.bridges.suggestions import Pair
from graph.mentions import Mention
from graph.model import Status
from graph.query import Read
from graph.rights import Permission
from graph.timeline import Commitment, Decision

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_LINES = 3
MOST_READ = 200
MOST_BRIDGES = 3
UNCONFIRMED_DAYS = 365


@dataclass(frozen=True, slots=True)
class WithoutContact:
    """An initiative without a contact person: since when, and who works in its area and at its goal."""

    mention: Mention
    since: dt.date | None
    candidate: Mention | None
    knows_area: bool
    knows_goal: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """An initiative whose status says something else than what happened, or was not confirmed for a year."""

    mention: Mention
    status: Status
    permit_ended_on: dt.date | None
    confirmed_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Drafts:
    """How many records of each kind wait to be published."""

    initiatives: int
    organisations: int


@dataclass(frozen=True, slots=True)
class Day:
    """The day of one employee; each list most urgent first, and whole."""

    late: tuple[Commitment, ...]
    waiting: tuple[Decision, ...]
    without_contact: tuple[WithoutContact, ...]
    doubts: tuple[Doubt, ...]
    drafts: Drafts

    @property
    def waits_long(self) -> int:
        """How many decisions are waited for long, pauses not counted."""
        return sum(1 for each in self.waiting if each.waits_long)

    @property
    def urgent(self) -> int:
        """How many things are urgent: late agreements and long waits."""
        return len(self.late) + self.waits_long

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.late or self.waiting or self.without_contact or self.doubts)


COMMITMENTS = Read("today/commitments", Commitment)
DECISIONS = Read("today/decisions", Decision)
WITHOUT_CONTACT = Read("today/without_contact", WithoutContact)
DOUBTS = Read("today/doubts", Doubt)
DRAFTS = Read("today/drafts", Drafts)


def bridges(tx: Transaction, *, actor: Actor) -> tuple[Pair, ...]:
    """The best new bridges, apart from the rest of the day because they take the most; none for who may not see."""
    if not actor.may(Permission.SEE_BRIDGES):
        return ()
    pairs = suggestions.for_town(tx, actor=actor, limit=MOST_BRIDGES)
    return tuple(pair for pair in pairs if pair.suggestion.reasons)


def day(tx: Transaction, *, actor: Actor) -> Day:
    """The day of this employee; raises NotAllowed for who is none."""
    actor.must(Permission.SEE_DRAFTS)
    named = {"visible": actor.visible, "limit": MOST_READ}
    late = [each for each in COMMITMENTS.all(tx, **named) if each.is_late]
    waiting = DECISIONS.all(tx, **named)
    today = clock.today()
    return Day(
        late=tuple(sorted(late, key=lambda each: (not each.is_untold, -each.days_late))),
        waiting=tuple(sorted(waiting, key=lambda each: (each.paused_since is not None, -each.days_waited))),
        without_contact=tuple(WITHOUT_CONTACT.all(tx, **named, on=today)),
        doubts=tuple(DOUBTS.all(tx, **named, on=today, before=today - dt.timedelta(days=UNCONFIRMED_DAYS))),
        drafts=DRAFTS.one(tx),
    )
