"""Who keeps which records, how much each keeper has, and the review that moves the day forward."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import audit, clock, links, records
from graph.errors import Invalid, NotFound
from graph.keepers.handing import TOUCH, people
from graph.mentions import Mention
from graph.model import LINK, Kind, Link
from graph.properties import Reason
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission
from graph.values import to_python

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rights import Actor
    from graph.store import Transaction

MOST_READ = 20_000
MOST_ASSIGNED = 1_000
SOON = dt.timedelta(days=30)
YEAR = 365
# What changes faster is looked at sooner.
PERIODS = {Kind.NEED: 90, Kind.OFFER: 90, Kind.DECISION: 90, Kind.COMMITMENT: 90, Kind.PERSON: 180}
# Where nobody chose a day, this long after the record was made.
_AGAIN = {"periods": {kind.value: days for kind, days in PERIODS.items()}, "period": YEAR}


class When(StrEnum):
    """When a record is looked at again."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


class Order(StrEnum):
    """In which order the list stands."""

    REVIEW = "review"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class OfKind:
    """How many records of one kind somebody keeps, and of how many the review is overdue."""

    person: Mention
    has_left: bool
    contacts: int
    kind: Kind
    records: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Load:
    """What one keeper has."""

    person: Mention
    has_left: bool
    contacts: int
    kinds: tuple[OfKind, ...]

    @property
    def records(self) -> int:
        """How many records this person keeps."""
        return sum(each.records for each in self.kinds)

    @property
    def overdue(self) -> int:
        """Of how many of those the review is overdue."""
        return sum(each.overdue for each in self.kinds)


@dataclass(frozen=True, slots=True)
class Kept:
    """A record with its keeper, if any, and the day before which it is looked at again."""

    mention: Mention
    review_on: dt.date
    keepers: tuple[Mention, ...]

    @property
    def keeper(self) -> Mention | None:
        """Who keeps it."""
        return self.keepers[0] if self.keepers else None

    @property
    def when(self) -> When:
        """How far off the review is."""
        if self.review_on < clock.today():
            return When.OVERDUE
        return When.SOON if self.review_on <= clock.today() + SOON else When.LATER

    @property
    def days_late(self) -> int:
        """How many days the review is overdue."""
        return max((clock.today() - self.review_on).days, 0)


@dataclass(frozen=True, slots=True)
class Keeping(Kept):
    """What the page of a record says about its keeper."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows: one keeper, one kind, one moment; or what nobody keeps."""

    keeper: str | None = None
    kind: Kind | None = None
    when: When | None = None
    nobody: bool = False
    order: Order = Order.REVIEW


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, how many there are in all, and how many each choice of a filter would give.

    With `is_cut` there may be more than the `MOST_READ` records looked at, those to be reviewed first.
    """

    total: int
    rows: tuple[Kept, ...]
    is_cut: bool
    keepers: Counter[Mention]
    kinds: Counter[Kind]
    moments: Counter[When]


LOADS = Read("keepers/loads", OfKind)
KEPT = Read("keepers/kept", Kept)
NOBODYS = Read("keepers/nobodys", Kept)
OF_RECORD = Read("keepers/of_record", Keeping)


def loads(tx: Transaction, *, actor: Actor) -> list[Load]:
    """What each keeper has, most overdue first; raises NotAllowed for who is no employee."""
    actor.must(Permission.SEE_PRIVATE)
    found: dict[Mention, list[OfKind]] = {}
    for each in LOADS.all(tx, visible=actor.visible, on=clock.today(), **_AGAIN):
        found.setdefault(each.person, []).append(each)
    every = [Load(person, rows[0].has_left, rows[0].contacts, tuple(rows)) for person, rows in found.items()]
    return sorted(every, key=lambda each: (not each.has_left, -each.overdue, -each.records, each.person.name))


def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """One page of the selection with the counts of the filters; raises NotAllowed for who is no employee."""
    every = _known(tx, actor=actor, nobody=selection.nobody)
    found = _fitting(every, selection)
    if selection.order is Order.NAME:
        found.sort(key=lambda each: (each.mention.name.casefold(), each.mention.id))
    no_keeper = _fitting(every, replace(selection, keeper=None))
    return Listing(
        total=len(found),
        rows=tuple(found[skip : skip + limit]),
        is_cut=len(every) == MOST_READ,
        keepers=Counter(keeper for each in no_keeper for keeper in each.keepers),
        kinds=Counter(Kind(each.mention.kind) for each in _fitting(every, replace(selection, kind=None))),
        moments=Counter(each.when for each in _fitting(every, replace(selection, when=None))),
    )


def overdue(tx: Transaction, *, actor: Actor) -> list[Kept]:
    """The records whose review is overdue, those the reader keeps first; raises NotAllowed for who is no employee."""
    late = _every(tx, actor, nobody=False, before=clock.today())
    return sorted(late, key=lambda each: each.keeper is None or each.keeper.id != actor.person_id)


def of_record(tx: Transaction, *, actor: Actor, record_id: str) -> Keeping | None:
    """Who keeps one record; None when it is not there or cannot be kept. Raises NotAllowed for who is no employee."""
    actor.must(Permission.SEE_PRIVATE)
    found = OF_RECORD.maybe(tx, id=record_id, visible=actor.visible, **_AGAIN)
    return found if found and found.mention.kind in LINK[Link.KEEPS].ends else None


def review(tx: Transaction, *, actor: Actor, record_id: str) -> dt.date:
    """Say that the record still holds; returns the day before which it is looked at again.

    Also what was adopted or told can be looked at: its content stays. Raises NotAllowed, NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    records.HOLD.run(tx, id=record_id)
    now = records.CURRENT.maybe(tx, id=record_id)
    if now is None or now.kind not in LINK[Link.KEEPS].ends:
        raise NotFound(record_id)
    again = clock.today() + dt.timedelta(days=PERIODS.get(now.kind, YEAR))
    lines = audit.differences(record_id, to_python(now.properties), {"review_on": again}, action="review")
    if lines:
        records.CHANGE.run(tx, id=record_id, properties={"review_on": again}, at=clock.now())
        audit.write(tx, actor=actor, lines=lines, version=now.version + 1)
    return again


def assign(tx: Transaction, *, actor: Actor, selection: Selection, to_id: str, limit: int = MOST_ASSIGNED) -> int:
    """Let `to_id` keep what nobody keeps of this selection, at most `limit` records; returns how many those were.

    Raises NotAllowed, and Invalid when that person cannot keep anything.
    """
    actor.must(Permission.EDIT_RECORDS)
    if to_id not in {each.mention.id for each in people(tx, actor=actor)}:
        raise Invalid("to", Reason.UNKNOWN)
    wanted = _fitting(_every(tx, actor, nobody=True), replace(selection, keeper=None))[:limit]
    tie = {"type": Link.KEEPS.value, "start_id": to_id, "start_kind": Kind.PERSON.value}
    rows = [
        tie
        | {
            "end_id": each.mention.id,
            "end_kind": each.mention.kind,
            "properties": {"since": clock.today()},
        }
        for each in wanted
        if each.mention.id != to_id
    ]
    TOUCH.run(tx, ids=sorted(row["end_id"] for row in rows), at=clock.now())
    laid = links.LAY.all(tx, links=rows)
    lines = [audit.Line("link", each.end_id, each.type, None, f"{each.start_id} > {each.end_id}") for each in laid]
    audit.write(tx, actor=actor, lines=lines)
    return len(laid)


@remembered
def _known(tx: Transaction, *, actor: Actor, nobody: bool) -> list[Kept]:
    """The same for every selection, page and order."""
    return _every(tx, actor, nobody=nobody)


def _every(tx: Transaction, actor: Actor, *, nobody: bool, before: dt.date | None = None) -> list[Kept]:
    actor.must(Permission.SEE_PRIVATE)
    kinds = [kind.value for kind in LINK[Link.KEEPS].ends]
    named = {"visible": actor.visible, "kinds": kinds, "on": clock.today(), "limit": MOST_READ, **_AGAIN}
    return NOBODYS.all(tx, **named) if nobody else KEPT.all(tx, **named, before=before)


def _fitting(every: Iterable[Kept], selection: Selection) -> list[Kept]:
    return [
        each
        for each in every
        if (selection.keeper is None or any(keeper.id == selection.keeper for keeper in each.keepers))
        and selection.kind in {None, each.mention.kind}
        and selection.when in {None, each.when}
    ]
