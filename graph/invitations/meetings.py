"""Meetings, and the invitations that were put ready for them."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import audit, clock, ids
from graph.errors import Conflict, Invalid
from graph.invitations.candidates import Reachable
from graph.invitations.lists import MOST_SEATS
from graph.model import Kind
from graph.properties import LONGEST_LINE, Reason, clean_text
from graph.query import Act, Read, Write
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.rights import Actor
    from graph.store import Transaction

MOST_CHOICES = 5_000


@dataclass(frozen=True, slots=True)
class ChoiceOfSubject:
    """A goal, theme or area that can be chosen."""

    id: str
    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting and how many are invited. `starts_at`: as people write it, `19.30`.

    A meeting that does not go on stays, with the day on which that was told and why; before that day nobody knows it.
    `changed_at`: when anything of this was last told otherwise, in UTC; when it was made if it never was.
    """

    id: str
    name: str
    held_on: dt.date
    starts_at: str | None
    place: str | None
    seats: int
    invited: int
    created_at: dt.datetime
    changed_at: dt.datetime
    version: int
    called_off_on: dt.date | None
    called_off_because: str | None

    @property
    def is_past(self) -> bool:
        """Whether the day has gone by."""
        return self.held_on < clock.today()


class Order(StrEnum):
    """In which order the list stands: by day, the nearest to today first, or by name; what comes before what was."""

    DAY = "day"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows: what comes, what was (`past`), or both."""

    past: bool | None = None
    order: Order = Order.DAY


@dataclass(frozen=True, slots=True)
class Counts:
    """How many meetings come and how many were."""

    coming: int
    past: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of meetings, how many there are, and how many come and were."""

    total: int
    rows: tuple[Meeting, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Invited:
    """One invitation of a meeting."""

    id: str
    is_person: bool
    name: str
    rank: int
    score: float
    basis: Reachable
    reason: str
    is_official: bool | None


@dataclass(frozen=True, slots=True)
class Ready:
    """One invitation to put ready."""

    party_id: str
    rank: int
    score: float
    basis: Reachable
    reason: str


@dataclass(frozen=True, slots=True)
class Made:
    """Whether the meeting was made just now."""

    created: bool


CHOICES = Read("invitations/choices", ChoiceOfSubject)
ADD_MEETING = Write("invitations/add_meeting", Made)
ADD_INVITATIONS = Act("invitations/add_invitations")
HOLD_MEETING = Act("invitations/hold_meeting")
CHANGE_MEETING = Act("invitations/change_meeting")
MEETINGS = Read("invitations/meetings", Meeting)
COUNTS = Read("invitations/count_meetings", Counts)
MEETING = Read("invitations/meeting", Meeting)
INVITED = Read("invitations/invited", Invited)


def choices(tx: Transaction, *, actor: Actor) -> list[ChoiceOfSubject]:
    """What can be chosen as subject, by kind and name."""
    actor.must(Permission.MAKE_LISTS)
    return CHOICES.all(tx, visible=actor.visible, limit=MOST_CHOICES)


def listing(tx: Transaction, *, selection: Selection, skip: int, limit: int) -> Listing:
    """One page of the selection with how many there are; public."""
    counts = COUNTS.one(tx, **_day())
    total = {None: counts.coming + counts.past, False: counts.coming, True: counts.past}[selection.past]
    return Listing(total, rows(tx, selection=selection, skip=skip, limit=limit), counts)


def rows(tx: Transaction, *, selection: Selection, skip: int, limit: int) -> tuple[Meeting, ...]:
    """The same without counts; public."""
    named = {"past": selection.past, "order": selection.order}
    return tuple(MEETINGS.all(tx, **_day(), **named, skip=skip, limit=limit))


def page(tx: Transaction, *, meeting_id: str) -> Meeting:
    """One meeting; raises NotFound."""
    return MEETING.one(tx, id=meeting_id, **_day())


def _day() -> dict[str, dt.date | dt.datetime | None]:
    """Of an earlier day only what was made or held by then is known."""
    return {"today": clock.today(), "known": clock.end_of_day() if clock.is_past() else None}


def invited(tx: Transaction, *, actor: Actor, meeting_id: str) -> list[Invited]:
    """Who is invited, in order of rank; raises NotAllowed."""
    actor.must(Permission.MAKE_LISTS)
    return INVITED.all(tx, id=meeting_id, limit=2 * MOST_SEATS)


def add(
    tx: Transaction,
    *,
    actor: Actor,
    meeting_id: str,
    name: str,
    held_on: dt.date,
    starts_at: str,
    place: str,
    seats: int,
    invitations: Sequence[Ready],
) -> str:
    """Make a meeting with its invitations ready and return its id; again with the same id changes nothing.

    Raises NotAllowed, Invalid.
    """
    actor.must(Permission.MAKE_LISTS)
    properties = {**_told(name, held_on, starts_at, place), "seats": seats}
    if not ADD_MEETING.one(tx, id=meeting_id, properties=properties, at=clock.now()).created:
        return meeting_id
    rows = [
        {
            "id": ids.new_id(),
            "party_id": each.party_id,
            "rank": each.rank,
            "score": each.score,
            "basis": each.basis.value,
            "reason": each.reason,
        }
        for each in sorted(invitations, key=lambda each: each.party_id)
    ]
    ADD_INVITATIONS.run(tx, event_id=meeting_id, invitations=rows)
    lines = audit.differences(meeting_id, {}, {**properties, "invitations": len(rows)}, action="add_meeting")
    audit.write(tx, actor=actor, lines=lines)
    return meeting_id


def change(
    tx: Transaction,
    *,
    actor: Actor,
    meeting_id: str,
    version: int,
    name: str,
    held_on: dt.date,
    starts_at: str,
    place: str,
) -> None:
    """Tell another name, day, time or place; who is invited stays.

    Raises NotAllowed, NotFound, Invalid, and Conflict with the properties as they are when `version` is no longer it.
    """
    actor.must(Permission.MAKE_LISTS)
    _set(tx, actor, meeting_id, version, _told(name, held_on, starts_at, place), action="change_meeting")


def call_off(tx: Transaction, *, actor: Actor, meeting_id: str, version: int, because: str) -> None:
    """Tell everybody that the meeting does not go on, and why; raises as `change`."""
    actor.must(Permission.MAKE_LISTS)
    reason = clean_text("because", because, longest=LONGEST_LINE, lines=False)
    if reason is None:
        raise Invalid("because", Reason.MISSING)
    told = {"called_off_on": clock.today(), "called_off_because": reason}
    _set(tx, actor, meeting_id, version, told, action="call_off_meeting")


def go_on(tx: Transaction, *, actor: Actor, meeting_id: str, version: int) -> None:
    """Take back that it does not go on; raises as `change`."""
    actor.must(Permission.MAKE_LISTS)
    told = {"called_off_on": None, "called_off_because": None}
    _set(tx, actor, meeting_id, version, told, action="resume_meeting")


def _set(
    tx: Transaction, actor: Actor, meeting_id: str, version: int, properties: dict[str, Any], *, action: str
) -> None:
    HOLD_MEETING.run(tx, id=meeting_id)
    now = asdict(page(tx, meeting_id=meeting_id))
    if now["version"] != version:
        raise Conflict(now)
    lines = audit.differences(meeting_id, now, properties, action=action)
    if not lines:
        return
    CHANGE_MEETING.run(tx, id=meeting_id, properties=properties, at=clock.now())
    audit.write(tx, actor=actor, lines=lines)


def _told(name: str, held_on: dt.date, starts_at: str, place: str) -> dict[str, Any]:
    """What everybody reads of a meeting; raises Invalid."""
    told = {
        "name": clean_text("name", name, longest=LONGEST_LINE, lines=False),
        "held_on": held_on,
        "starts_at": clean_text("starts_at", starts_at, longest=40, lines=False),
        "place": clean_text("place", place, longest=LONGEST_LINE, lines=False),
    }
    if told["name"] is None:
        raise Invalid("name", Reason.MISSING)
    return told
