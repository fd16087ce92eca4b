"""Who keeps which records, how much each keeper has, and the review that moves the day forward."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from graph import audit, clock, links, records
from graph.counting import MOST_COUNTED
from graph.errors import Invalid, NotFound
from graph.initiatives.listing import Total
from graph.keepers.handing import PEOPLE
from graph.mentions import Mention, Spoken
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

Thing = TypeVar("Thing")

MOST_OVERDUE = 20_000
MOST_ASSIGNED = 1_000
SOON = dt.timedelta(days=30)
YEAR = 365
# What changes faster is looked at sooner.
PERIODS = {Kind.NEED: 90, Kind.OFFER: 90, Kind.DECISION: 90, Kind.COMMITMENT: 90, Kind.PERSON: 180}
# Where nobody chose a day, this long after the record was made.
_KEPT = [kind.value for kind in LINK[Link.KEEPS].ends]
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
class Kept:
    """A record with its keeper, if any, and the day before which it is looked at again.

    Of a contact the name is left out, because it is made of its words; `spoken` stands for it.
    """

    mention: Mention
    spoken: Spoken | None
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
class Tally:
    """How many records of one kind, keeper and moment there are; no keeper where nobody (visible) keeps them."""

    kind: Kind
    keeper: Mention | None
    when: When
    records: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, how many there are in all, and how many each choice of a filter would give.

    `nobodys` is how many nobody keeps; `MOST_COUNTED` + 1 stands for more.
    """

    total: int
    rows: tuple[Kept, ...]
    keepers: Counter[Mention]
    nobodys: int
    kinds: Counter[Kind]
    moments: Counter[When]


KEPT = Read("keepers/kept", Kept)
NOBODYS = Read("keepers/nobodys", Kept)
KEPT_TALLY = Read("keepers/kept_tally", Tally)
NOBODYS_TALLY = Read("keepers/nobodys_tally", Tally)
NOBODYS_COUNT = Read("keepers/nobodys_count", Total)
OF_RECORD = Read("keepers/of_record", Keeping)


@remembered
def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """One page of the selection with the counts of the filters; raises NotAllowed for who is no employee."""
    tallied = tallies(tx, actor=actor, nobody=selection.nobody)
    kept = tallied if not selection.nobody else tallies(tx, actor=actor, nobody=False)
    no_keeper = _fitting(kept, replace(selection, keeper=None))
    no_kind = _fitting(tallied, replace(selection, kind=None))
    no_moment = _fitting(tallied, replace(selection, when=None))
    return Listing(
        total=sum(each.records for each in _fitting(tallied, selection)),
        rows=tuple(_rows(tx, actor=actor, selection=selection, skip=skip, limit=limit)),
        keepers=_added((each.keeper, each.records) for each in no_keeper if each.keeper),
        nobodys=_nobodys(tx, actor=actor, kind=selection.kind, when=selection.when),
        kinds=_added((each.kind, each.records) for each in no_kind),
        moments=_added((each.when, each.records) for each in no_moment),
    )


def rows(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> list[Kept]:
    """Some of the selection, for a file; raises NotAllowed for who is no employee."""
    return _rows(tx, actor=actor, selection=selection, skip=skip, limit=limit)


def overdue(tx: Transaction, *, actor: Actor) -> list[Kept]:
    """The records whose review is overdue, those the reader keeps first; raises NotAllowed for who is no employee."""
    late = _rows(tx, actor=actor, selection=Selection(when=When.OVERDUE), skip=0, limit=MOST_OVERDUE)
    return sorted(late, key=lambda each: each.keeper is None or each.keeper.id != actor.person_id)


def of_record(tx: Transaction, *, actor: Actor, record_id: str) -> Keeping | None:
    """Who keeps one record; None when it is not there or cannot be kept. Raises NotAllowed for who is no employee."""
    actor.must(Permission.SEE_PRIVATE)
    found = OF_RECORD.maybe(tx, id=record_id, visible=actor.visible, **_again())
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
    to = PEOPLE.maybe(tx, id=to_id, visible=actor.visible, on=clock.today(), limit=1)
    if to is None or to.has_left:
        raise Invalid("to", Reason.UNKNOWN)
    wanted = _rows(tx, actor=actor, selection=replace(selection, nobody=True), skip=0, limit=limit)
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
    links.TOUCH.all(tx, ids=sorted(row["end_id"] for row in rows), at=clock.now())
    laid = links.LAY.all(tx, links=rows)
    lines = [audit.Line("link", each.end_id, each.type, None, f"{each.start_id} > {each.end_id}") for each in laid]
    audit.write(tx, actor=actor, lines=lines)
    return len(laid)


@remembered
def tallies(tx: Transaction, *, actor: Actor, nobody: bool) -> list[Tally]:
    """How much is kept, or how much nobody keeps: the same for every selection, page and order.

    Raises NotAllowed for who is no employee.
    """
    actor.must(Permission.SEE_PRIVATE)
    asked = {"visible": actor.visible, "kinds": _KEPT, "on": clock.today(), "soon": clock.today() + SOON}
    return (NOBODYS_TALLY if nobody else KEPT_TALLY).all(tx, **asked, **_again())


@remembered
def _nobodys(tx: Transaction, *, actor: Actor, kind: Kind | None, when: When | None) -> int:
    """How many records nobody keeps, counted to the limit only: who looks at what is kept need not wait for more."""
    asked = _asked(actor, Selection(kind=kind, when=when))
    return NOBODYS_COUNT.one(tx, **asked, limit=MOST_COUNTED + 1).total


def _rows(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> list[Kept]:
    actor.must(Permission.SEE_PRIVATE)
    page = {"by_name": selection.order is Order.NAME, "skip": skip, "limit": limit}
    asked = _asked(actor, selection) | page
    return NOBODYS.all(tx, **asked) if selection.nobody else KEPT.all(tx, **asked, keeper=selection.keeper)


def _again() -> dict[str, Any]:
    """After how many days a record is looked at again, counted from the day on which it was made here."""
    return {**_AGAIN, "zone": clock.zone().key}


def _asked(actor: Actor, selection: Selection) -> dict[str, Any]:
    """Kind and moment of a selection as parameters."""
    later = clock.today() + SOON + dt.timedelta(days=1)
    first, before = {
        None: (None, None),
        When.OVERDUE: (None, clock.today()),
        When.SOON: (clock.today(), later),
        When.LATER: (later, None),
    }[selection.when]
    return {
        "visible": actor.visible,
        "kinds": [selection.kind.value] if selection.kind else _KEPT,
        "on": clock.today(),
        "from": first,
        "before": before,
        **_again(),
    }


def _fitting(tallied: Iterable[Tally], selection: Selection) -> list[Tally]:
    return [
        each
        for each in tallied
        if (selection.keeper is None or (each.keeper is not None and each.keeper.id == selection.keeper))
        and selection.kind in {None, each.kind}
        and selection.when in {None, each.when}
    ]


def _added(counts: Iterable[tuple[Thing, int]]) -> Counter[Thing]:
    found: Counter[Thing] = Counter()
    for thing, count in counts:
        found[thing] += count
    return found
