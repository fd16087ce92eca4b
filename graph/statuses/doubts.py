"""Statuses that the record contradicts, each with the two facts, and those that nobody confirmed for long."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention
from graph.model import Status, Visibility
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission
from graph.submissions import is_own

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rights import Actor
    from graph.store import Transaction

MOST_READ = 20_000
ASK_AGAIN = dt.timedelta(days=60)
GOING_ON = frozenset({Status.IDEA, Status.STARTED, Status.RUNNING})


def quiet_days() -> int:
    """After how many days without a sign of life or a confirmation a status is doubted; a year unless told otherwise.

    `BRUGGENBOUWER_QUIET_DAYS`; raises ValueError when it is no number.
    """
    return int(os.environ.get("BRUGGENBOUWER_QUIET_DAYS") or 365)


class Reason(StrEnum):
    """Why a status is doubted, the strongest first."""

    PERMIT = "permit"
    ENDED = "ended"
    OPEN = "open"
    QUIET = "quiet"
    UNCONFIRMED = "unconfirmed"


# What visitors may see as well; the others lean on what is internal.
PUBLIC_REASONS = frozenset({Reason.PERMIT, Reason.ENDED})


class Order(StrEnum):
    """In which order the list stands."""

    REASON = "reason"
    NAME = "name"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A status with the facts beside it; `last_sign_on` is the last change, contact, agreement or contribution.

    `held_since`: since when nobody said whether the status holds; the day it was confirmed, or else set, or else the
    day the initiative was put in. `confirmed_on` is None when nobody ever confirmed it.
    """

    id: str
    name: str
    status: Status
    status_since: dt.date | None
    confirmed_on: dt.date | None
    held_since: dt.date
    ended_on: dt.date | None
    permit_ended_on: dt.date | None
    last_sign_on: dt.date
    open_commitments: int
    open_decisions: int
    contacts: tuple[Mention, ...]
    asked: tuple[dt.date, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it is doubted, the strongest first."""
        old = _old()
        goes_on = self.status in GOING_ON
        holds = {
            Reason.PERMIT: goes_on and self.permit_ended_on is not None,
            Reason.ENDED: goes_on and self.ended_on is not None and self.ended_on < clock.today(),
            Reason.OPEN: self.status is Status.COMPLETED and bool(self.open_commitments + self.open_decisions),
            Reason.QUIET: goes_on and self.last_sign_on < old,
            Reason.UNCONFIRMED: goes_on and self.held_since < old,
        }
        return tuple(reason for reason in Reason if holds[reason])

    @property
    def reason(self) -> Reason:
        """The strongest reason; raises IndexError when there is none."""
        return self.reasons[0]

    @property
    def asked_on(self) -> dt.date | None:
        """When somebody was last asked by mail and did not answer yet."""
        return self.asked[0] if self.asked else None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the page of an initiative says about its status: why it is doubted, and whether the reader may confirm."""

    doubt: Doubt | None
    may_confirm: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows: one reason, one status, one contact person, asked by mail or not."""

    reason: Reason | None = None
    status: Status | None = None
    contact: str | None = None
    asked: bool | None = None
    order: Order = Order.REASON


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, how many there are in all, and how many each choice of a filter would give.

    With `is_cut` there may be more than the `MOST_READ` initiatives that were looked at for each reason.
    """

    total: int
    rows: tuple[Doubt, ...]
    is_cut: bool
    reasons: Counter[Reason]
    statuses: Counter[Status]
    contacts: Counter[Mention]
    asked: Counter[bool]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An initiative whose status may be doubted."""

    id: str


ROWS = Read("statuses/list", Doubt)
CANDIDATES = Read("statuses/candidates", Candidate)


@dataclass(frozen=True, slots=True)
class Doubts:
    """Every status that is doubted, the strongest reason first; `is_cut` as in `Listing`."""

    rows: tuple[Doubt, ...]
    is_cut: bool


@remembered
def doubted(tx: Transaction, *, actor: Actor) -> Doubts:
    """Every status that is doubted, the strongest reason first; raises NotAllowed for who is no employee."""
    actor.must(Permission.SEE_PRIVATE)
    going = sorted(each.value for each in GOING_ON)
    here = {"on": clock.today(), "zone": clock.zone().key}
    candidates = [each.id for each in CANDIDATES.all(tx, going=going, old=_old(), limit=MOST_READ, **here)]
    found = ROWS.all(tx, visible=actor.visible, ids=candidates, **here)
    rows = sorted((each for each in found if each.reasons), key=lambda each: _rank(each, Order.REASON))
    return Doubts(tuple(rows), is_cut=len(candidates) >= MOST_READ)


def of_initiative(tx: Transaction, *, actor: Actor, initiative_id: str) -> Standing:
    """Whether the status of this initiative is doubted, and whether the reader may confirm it.

    Visitors get the facts that are public alone. Nothing is doubted or confirmed about an earlier day.
    """
    if clock.is_past():
        return Standing(None, may_confirm=False)
    may_confirm = actor.may(Permission.EDIT_RECORDS) or is_own(tx, actor=actor, initiative_id=initiative_id)
    sees_all = may_confirm or actor.may(Permission.SEE_PRIVATE)
    visible = [Visibility.DRAFT, Visibility.PUBLISHED] if sees_all else actor.visible
    found = ROWS.maybe(tx, visible=visible, ids=[initiative_id], on=clock.today(), zone=clock.zone().key)
    if found is None or not found.reasons:
        return Standing(None, may_confirm)
    return Standing(found if sees_all or found.reason in PUBLIC_REASONS else None, may_confirm)


def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """One page of the selection with the counts of the filters; raises NotAllowed for who is no employee."""
    every = _selected(tx, actor=actor, selection=selection)
    return replace(every, rows=every.rows[skip : skip + limit])


@remembered
def _selected(tx: Transaction, *, actor: Actor, selection: Selection) -> Listing:
    """The selection as one long page: on many thousands, sorting and counting takes longer than a page may."""
    doubts = doubted(tx, actor=actor)
    every = doubts.rows
    found = sorted(_fitting(every, selection), key=lambda each: _rank(each, selection.order))
    no_contact = _fitting(every, replace(selection, contact=None))
    return Listing(
        total=len(found),
        rows=tuple(found),
        is_cut=doubts.is_cut,
        reasons=Counter(reason for each in _fitting(every, replace(selection, reason=None)) for reason in each.reasons),
        statuses=Counter(each.status for each in _fitting(every, replace(selection, status=None))),
        contacts=Counter(contact for each in no_contact for contact in each.contacts),
        asked=Counter(bool(each.asked) for each in _fitting(every, replace(selection, asked=None))),
    )


def to_ask(tx: Transaction, *, actor: Actor) -> list[Doubt]:
    """The doubted statuses about which nobody was asked, and which nobody confirmed, of late; the strongest first.

    A reason can outlive its confirmation, so a fresh answer counts as well. Raises NotAllowed for who is no employee.
    """
    old = clock.today() - ASK_AGAIN
    return [
        each
        for each in doubted(tx, actor=actor).rows
        if (each.asked_on is None or each.asked_on < old) and (each.confirmed_on is None or each.confirmed_on < old)
    ]


def _old() -> dt.date:
    """What was said before this day is old."""
    return clock.today() - dt.timedelta(days=quiet_days())


def _fitting(every: Iterable[Doubt], selection: Selection) -> list[Doubt]:
    return [
        each
        for each in every
        if (selection.reason is None or selection.reason in each.reasons)
        and selection.status in {None, each.status}
        and (selection.contact is None or any(contact.id == selection.contact for contact in each.contacts))
        and selection.asked in {None, bool(each.asked)}
    ]


def _rank(each: Doubt, order: Order) -> tuple[int, dt.date, str, str]:
    place = list(Reason).index(each.reason) if order is Order.REASON else 0
    day = dt.date.min if order is Order.NAME else each.permit_ended_on or each.last_sign_on
    return place, day, each.name.casefold(), each.id
