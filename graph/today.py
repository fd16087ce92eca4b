"""What to do first today, for employees and for who undertakes an initiative; each line leads to an act."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, counting, desks, keepers, portfolio, requirements, statuses, submissions, timeline
from graph.bridges import inbox, townwide
from graph.bridges import own as own_bridges
from graph.bridges.inbox import UnderWay
from graph.bridges.own import OwnBridge
from graph.bridges.standing import State
from graph.bridges.suggestions import Pair
from graph.desks import Administering, Organising
from graph.keepers import Kept
from graph.mentions import Mention
from graph.portfolio import Portfolio
from graph.query import Read
from graph.requirements import Must, Waiting
from graph.rights import Permission
from graph.statuses import Doubt
from graph.submissions import OwnInitiative
from graph.timeline import Commitment, Decision

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction
    from graph.submissions import OwnPart

MOST_LINES = 3
MOST_READ = 200
MOST_BRIDGES = 3
NEW = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class WithoutContact:
    """An initiative without a contact person: since when, and who works in its area and at its goal."""

    mention: Mention
    since: dt.date | None
    candidate: Mention | None
    knows_area: bool
    knows_goal: bool


@dataclass(frozen=True, slots=True)
class Step:
    """The next step of a contact, due today or earlier; `is_own` when the reader had the contact."""

    id: str
    version: int
    name: str
    next_step: str
    next_on: dt.date
    is_own: bool
    about: tuple[Mention, ...]

    @property
    def days_late(self) -> int:
        """Days since the step was due."""
        return max(0, (clock.today() - self.next_on).days)


@dataclass(frozen=True, slots=True)
class Mine:
    """A decision that the reader takes."""

    id: str


@dataclass(frozen=True, slots=True)
class Drafts:
    """How many records of each kind wait to be published."""

    initiatives: int
    organisations: int


@dataclass(frozen=True, slots=True)
class Day:
    """The day of one employee; each list most urgent first; the last three before `cut` for who has such work.

    `cut` names the lists that were read to their limit, so that there may be more.
    """

    late: tuple[Commitment, ...]
    deciding: tuple[Decision, ...]
    waiting: tuple[Decision, ...]
    questions: tuple[Waiting, ...]
    steps: tuple[Step, ...]
    reviews: tuple[Kept, ...]
    without_contact: tuple[WithoutContact, ...]
    doubts: tuple[Doubt, ...]
    bridges: tuple[UnderWay, ...]
    drafts: Drafts
    portfolio: Portfolio | None
    organising: Organising | None
    administering: Administering | None
    cut: frozenset[str] = frozenset()

    @property
    def is_urgent_cut(self) -> bool:
        """Whether more may be urgent than `urgent` counts."""
        return bool(self.cut & {"late", "deciding", "waiting"})

    @property
    def waits_long(self) -> int:
        """How many decisions are waited for long, pauses not counted."""
        return sum(1 for each in (*self.deciding, *self.waiting) if each.waits_long)

    @property
    def urgent(self) -> int:
        """How many things are urgent: late agreements and long waits."""
        return len(self.late) + self.waits_long

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        told = self.late or self.deciding or self.waiting or self.questions or self.steps
        holds = self.portfolio is not None and not self.portfolio.is_quiet
        return not (told or self.without_contact or self.doubts or self.reviews or self.bridges or holds)


@dataclass(frozen=True, slots=True)
class OwnLines:
    """The day of one own initiative: what is asked, what is late, what is waited for, which answers came lately."""

    initiative: OwnInitiative
    doubt: Doubt | None
    late: tuple[Commitment, ...]
    waiting: tuple[Decision, ...]
    asked: tuple[Must, ...]
    answered: tuple[Must, ...]
    decided: tuple[Decision, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits and nothing is new."""
        return not (self.doubt or self.late or self.waiting or self.asked or self.answered or self.decided)


@dataclass(frozen=True, slots=True)
class OwnDay:
    """The day of who undertakes an initiative; `asked` are bridges to answer, and those that both want."""

    initiatives: tuple[OwnLines, ...]
    asked: tuple[OwnBridge, ...]


COMMITMENTS = Read("today/commitments", Commitment)
DECISIONS = Read("today/decisions", Decision)
WITHOUT_CONTACT = Read("today/without_contact", WithoutContact)
MINE = Read("today/mine", Mine)
STEPS = Read("today/steps", Step)
DRAFTS = Read("today/drafts", Drafts)


def bridges(tx: Transaction, *, actor: Actor) -> tuple[Pair, ...]:
    """The best new bridges, apart from the rest of the day because they take the most; none for who may not see."""
    if not actor.may(Permission.SEE_BRIDGES):
        return ()
    pairs = townwide.pairs(tx, actor=actor, limit=MOST_BRIDGES)
    return tuple(pair for pair in pairs if pair.suggestion.reasons)


def day(tx: Transaction, *, actor: Actor) -> Day:
    """The day of this employee; raises NotAllowed for who is none."""
    actor.must(Permission.SEE_DRAFTS)
    today = clock.today()
    named = {"visible": actor.visible, "limit": MOST_READ}
    mine = [each.id for each in MINE.all(tx, person_id=actor.person_id, visible=actor.visible)]
    waiting = sorted(DECISIONS.all(tx, **named, ids=None), key=_longest)
    others = [each for each in waiting if each.id not in mine]
    doubts, awaited = statuses.doubted(tx, actor=actor), inbox.to_do(tx, actor=actor)
    late = COMMITMENTS.all(tx, **named, on=today)
    # Apart, so that the oldest of the whole town do not push the reader's own out of the list.
    deciding = sorted(DECISIONS.all(tx, **named, ids=mine), key=_longest) if mine else []
    questions = requirements.waiting(tx, actor=actor, limit=MOST_READ)
    steps = STEPS.all(tx, **named, person_id=actor.person_id, on=today)
    alone = WITHOUT_CONTACT.all(tx, **named, on=today)
    cut = counting.cut(MOST_READ, late=late, deciding=deciding, waiting=waiting, questions=questions, steps=steps)
    cut |= counting.cut(MOST_READ, without_contact=alone)
    cut |= {name for name, is_cut in (("doubts", doubts.is_cut), ("bridges", awaited.is_cut)) if is_cut}
    return Day(
        late=portfolio.most_urgent(each for each in late if each.is_late),
        deciding=tuple(deciding),
        waiting=tuple(others),
        questions=tuple(questions),
        steps=tuple(steps),
        reviews=tuple(keepers.overdue(tx, actor=actor)),
        without_contact=tuple(alone),
        doubts=tuple(sorted(doubts.rows, key=lambda each: not any(who.id == actor.person_id for who in each.contacts))),
        bridges=awaited.rows,
        drafts=DRAFTS.one(tx, on=today),
        portfolio=portfolio.of(tx, actor=actor, waiting=others, is_cut="waiting" in cut),
        organising=desks.organising(tx, actor=actor),
        administering=desks.administering(tx, actor=actor),
        cut=cut,
    )


def _longest(each: Decision) -> tuple[bool, int]:
    return each.paused_since is not None, -each.days_waited


def own_day(tx: Transaction, *, actor: Actor) -> OwnDay:
    """The day of who undertakes an initiative; raises NotAllowed for who may not."""
    actor.must(Permission.EDIT_OWN)
    lines = tuple(_own(tx, actor, each) for each in submissions.page(tx, actor=actor).parts)
    found = own_bridges.bridges(tx, actor=actor)
    asked = tuple(each for each in found if each.is_open or each.state is State.ACCEPTED)
    return OwnDay(lines, asked)


def _own(tx: Transaction, actor: Actor, part: OwnPart) -> OwnLines:
    entries = timeline.of_initiative(tx, actor=actor, initiative_id=part.initiative.id)
    new = clock.today() - NEW
    decided = (each for each in entries if isinstance(each, Decision) and each.decided_on)
    answered = (each for each in part.requirements if each.answered_on and each.answered_on >= new)
    return OwnLines(
        initiative=part.initiative,
        doubt=statuses.of_initiative(tx, actor=actor, initiative_id=part.initiative.id).doubt,
        late=tuple(each for each in part.agreed if isinstance(each, Commitment) and each.is_late),
        waiting=tuple(each for each in part.waiting if isinstance(each, Decision)),
        asked=tuple(each for each in part.requirements if each.is_waiting),
        answered=tuple(answered),
        decided=tuple(each for each in decided if each.decided_on and each.decided_on >= new),
    )
