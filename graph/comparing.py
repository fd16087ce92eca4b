"""Two days beside each other, for the council: what counted on each, and what changed in between.

Everything is read as a visitor reads it, so that the answer is the same for everybody and holds nobody's private data.
Decisions of different kinds are never added up.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from graph import clock, commitments, overview
from graph.decisions import listing as waiting_room
from graph.decisions.medians import FEWEST
from graph.initiatives import past_status
from graph.mentions import Mention
from graph.model import DecisionKind, Kind, Status
from graph.overview import Question
from graph.query import Read
from graph.rights import VISITOR
from graph.timeline import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.store import Transaction
    from graph.timeline import Commitment, Decision

MOST_WAITING = 10_000


@dataclass(frozen=True, slots=True)
class Gift:
    """A contribution that was given; `amount` only for money."""

    id: str
    name: str
    amount: float | None
    receiver: Mention | None
    granted_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Queue:
    """The decisions of one kind that were waited for, and how many days the middle one had waited.

    With `is_cut` there may be more than these, the `MOST_WAITING` that had waited longest.
    """

    kind: DecisionKind
    waiting: tuple[Mention, ...]
    median: int | None
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Day:
    """How it stood on one day. Of the late agreements to initiatives `told` were told so, `untold` were not.

    With `is_cut` there may be more agreements than the newest `commitments.MOST_READ`, which were looked at.
    """

    on: dt.date
    initiatives: tuple[Mention, ...]
    goals: tuple[Mention, ...]
    with_initiative: tuple[Mention, ...]
    open: tuple[Mention, ...]
    kept: tuple[Mention, ...]
    late: tuple[Mention, ...]
    told: int
    untold: int
    is_cut: bool
    queues: tuple[Queue, ...]
    gifts: tuple[Gift, ...]
    holders: Mapping[Mention, Holders]

    @property
    def without_initiative(self) -> int:
        """How many goals had no initiative, also not at a goal below them."""
        return len(self.goals) - len(self.with_initiative)

    @property
    def waiting(self) -> tuple[Mention, ...]:
        """Every decision that was waited for; to list, never to count."""
        return tuple(each for queue in self.queues for each in queue.waiting)

    @property
    def money(self) -> float:
        """How many euros had been given."""
        return sum(each.amount or 0 for each in self.gifts)


@dataclass(frozen=True, slots=True)
class Holders:
    """Who answered politically for one goal or theme: in words, and their ids, as two may have had one function."""

    about: Mention
    holders: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Handover:
    """Who answered politically for something on either day."""

    about: Mention
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stood:
    """An initiative with its status and the first day of that."""

    id: str
    name: str
    status: Status | None
    status_since: dt.date | None


@dataclass(frozen=True, slots=True)
class Moved:
    """An initiative with another status; `before` is None when nobody can tell it any more."""

    about: Mention
    before: Status | None
    after: Status | None


@dataclass(frozen=True, slots=True)
class Came:
    """What came of an initiative: `detail` is what a result achieved, or the outcome of an assessment."""

    about: Mention
    initiative: str
    detail: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two days, the earlier first, and what changed between them."""

    before: Day
    after: Day
    moved: tuple[Moved, ...]
    results: tuple[Came, ...]
    assessed: tuple[Came, ...]

    @property
    def agreements_are_cut(self) -> bool:
        """Whether there may be more agreements, on either day, than were looked at."""
        return self.before.is_cut or self.after.is_cut

    @property
    def waiting_is_cut(self) -> bool:
        """Whether there may be more decisions of some kind, on either day, than were looked at."""
        return any(queue.is_cut for day in (self.before, self.after) for queue in day.queues)

    @property
    def handovers(self) -> tuple[Handover, ...]:
        """Goals and themes for which another alderman answers; who left is told by function and known by id."""
        both = sorted({*self.before.holders, *self.after.holders}, key=lambda each: (each.name.casefold(), each.id))
        nobody = [Holders(each, (), ()) for each in both]
        pairs = [
            (self.before.holders.get(each.about, each), self.after.holders.get(each.about, each)) for each in nobody
        ]
        return tuple(
            Handover(one.about, one.holders, two.holders) for one, two in pairs if set(one.people) != set(two.people)
        )

    @property
    def new_initiatives(self) -> tuple[Mention, ...]:
        """Known on the later day only."""
        return _added(self.before.initiatives, self.after.initiatives)

    @property
    def gone_initiatives(self) -> tuple[Mention, ...]:
        """Counted on the earlier day only."""
        return _added(self.after.initiatives, self.before.initiatives)

    @property
    def goals_found(self) -> tuple[Mention, ...]:
        """Goals that got an initiative."""
        return _added(self.before.with_initiative, self.after.with_initiative)

    @property
    def goals_lost(self) -> tuple[Mention, ...]:
        """Goals that no longer have one."""
        still = {each.id for each in self.after.goals}
        return tuple(
            each for each in _added(self.after.with_initiative, self.before.with_initiative) if each.id in still
        )

    @property
    def made(self) -> tuple[Mention, ...]:
        """Agreements that were made, also those kept by now."""
        earlier = (*self.before.open, *self.before.kept)
        return _added(earlier, (*self.after.open, *self.after.kept))

    @property
    def kept(self) -> tuple[Mention, ...]:
        """Agreements that were kept."""
        return _added(self.before.kept, self.after.kept)

    @property
    def asked(self) -> tuple[Mention, ...]:
        """Decisions that are waited for since, and still on the later day."""
        return _added(self.before.waiting, self.after.waiting)

    @property
    def no_longer_waiting(self) -> tuple[Mention, ...]:
        """Decisions that were waited for and are not any more."""
        return _added(self.after.waiting, self.before.waiting)

    @property
    def given(self) -> tuple[Gift, ...]:
        """Contributions that were given."""
        earlier = {each.id for each in self.before.gifts}
        return tuple(each for each in self.after.gifts if each.id not in earlier)


HOLDERS = Read("comparing/holders", Holders)
INITIATIVES = Read("comparing/initiatives", Mention)
GIFTS = Read("comparing/contributions", Gift)
STATUSES = Read("comparing/statuses", Stood)
RESULTS = Read("comparing/results", Came)
ASSESSMENTS = Read("comparing/assessments", Came)


def compare(tx: Transaction, *, before: dt.date, after: dt.date) -> Comparison:
    """The two days as everybody may see them."""
    named = {"visible": VISITOR.visible, "before": before, "after": after}
    return Comparison(
        before=on_day(tx, day=before),
        after=on_day(tx, day=after),
        moved=_moved(tx, before, after),
        results=tuple(RESULTS.all(tx, **named)),
        assessed=tuple(ASSESSMENTS.all(tx, **named)),
    )


def _moved(tx: Transaction, before: dt.date, after: dt.date) -> tuple[Moved, ...]:
    """The initiatives whose status on the two days was not the same, as far as both days are told."""
    now = STATUSES.all(tx, visible=VISITOR.visible, before=before, on=after)
    one, two = (past_status.rows_as_they_stood(tx, now, day) for day in (before, after))
    return tuple(
        Moved(Mention(Kind.INITIATIVE, first.id, first.name), first.status, second.status)
        for first, second in zip(one, two, strict=True)
        if second.status is not None and first.status is not second.status
    )


def on_day(tx: Transaction, *, day: dt.date) -> Day:
    """How it stood on `day`."""
    with clock.showing(day):
        found = overview.overview(tx, actor=VISITOR, question=Question())
        agreed = commitments.listing(tx, actor=VISITOR, selection=commitments.Selection())
        made = [each.commitment for each in agreed.rows]
        promised = [each for each in made if not each.is_request]
        late = [each for each in promised if each.is_late]
        to_tell = [each for each in late if each.is_to_initiative]
        named = {"visible": VISITOR.visible, "on": day}
        return Day(
            on=day,
            initiatives=tuple(INITIATIVES.all(tx, **named)),
            goals=tuple(Mention(Kind.GOAL, each.id, each.name) for each in found.goals),
            with_initiative=tuple(
                Mention(Kind.GOAL, each.id, each.name) for each in found.goals if each.has_initiative
            ),
            open=_commitments(each for each in promised if each.kept_on is None),
            kept=_commitments(each for each in promised if each.standing in {Standing.KEPT, Standing.KEPT_LATE}),
            late=_commitments(late),
            told=sum(1 for each in to_tell if not each.is_untold),
            untold=sum(1 for each in to_tell if each.is_untold),
            is_cut=agreed.is_cut,
            queues=tuple(_queue(tx, kind) for kind in DecisionKind),
            gifts=tuple(GIFTS.all(tx, **named)),
            holders={each.about: each for each in HOLDERS.all(tx, **named, now=clock.really_today())},
        )


def _commitments(found: Iterable[Commitment]) -> tuple[Mention, ...]:
    return tuple(Mention(Kind.COMMITMENT, each.id, each.name) for each in found)


def _queue(tx: Transaction, kind: DecisionKind) -> Queue:
    selection = waiting_room.Selection(kind=kind)
    waits: tuple[Decision, ...] = waiting_room.rows(tx, actor=VISITOR, selection=selection, skip=0, limit=MOST_WAITING)
    days = [each.days_waited for each in waits if each.asked_on]
    return Queue(
        kind,
        tuple(Mention(Kind.DECISION, each.id, each.name) for each in waits),
        round(median(days)) if len(days) >= FEWEST else None,
        is_cut=len(waits) == MOST_WAITING,
    )


def _added(before: Iterable[Mention], after: Iterable[Mention]) -> tuple[Mention, ...]:
    """What stands in `after` only."""
    earlier = {each.id for each in before}
    return tuple(each for each in after if each.id not in earlier)
