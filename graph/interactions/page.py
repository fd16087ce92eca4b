"""Interactions as staff read them: one, a list with filters, and what a page says about them without their words."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.mentions import Mention, missing
from graph.model import InteractionKind
from graph.query import Read
from graph.remembering import remembered_for_each
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_LATE = 50
MOST_DAYS = 200


class Step(StrEnum):
    """Where the next step stands; late ones are open as well."""

    OPEN = "open"
    LATE = "late"
    DONE = "done"
    NONE = "none"


class Order(StrEnum):
    """In which order the list stands; `step` is open next steps first, the longest overdue on top."""

    STEP = "step"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows: about one record, had by one person, one kind, and where the next step stands."""

    about: str | None = None
    holder: str | None = None
    kind: InteractionKind | None = None
    step: Step | None = None
    order: Order = Order.STEP


@dataclass(frozen=True, slots=True)
class Interaction:
    """One interaction with whom it was about and who had it."""

    id: str
    version: int
    until: dt.date | None
    name: str
    interaction_kind: InteractionKind | None
    description: str | None
    happened_on: dt.date | None
    next_step: str | None
    next_on: dt.date | None
    next_done_on: dt.date | None
    about: tuple[Mention, ...]
    holders: tuple[Mention, ...]

    @property
    def is_open(self) -> bool:
        """Whether the next step is still to be done."""
        return self.next_step is not None and self.next_done_on is None

    @property
    def days_late(self) -> int:
        """Days that the next step is overdue; 0 when it is not."""
        return max(0, (clock.today() - self.next_on).days) if self.is_open and self.next_on else 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How many interactions the list has, and would have with each choice of a filter."""

    total: int
    mine: int
    everybody: int
    notes: int
    calls: int
    visits: int
    mails: int
    any_step: int
    open: int
    late: int
    done: int
    without: int


@dataclass(frozen=True, slots=True)
class Contact:
    """That there was contact on a day, and in which way; no words."""

    id: str
    day: dt.date
    kind: InteractionKind | None


@dataclass(frozen=True, slots=True)
class Around:
    """What a record's page says about its interactions: numbers and days, none of their words."""

    interactions: int
    last_on: dt.date | None
    last_kind: InteractionKind | None
    open: int
    late: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list with the counts of its filters."""

    counts: Counts
    rows: tuple[Interaction, ...]


ROWS = Read("interactions/list", Interaction)
COUNTS = Read("interactions/choices", Counts)
ONE = Read("interactions/one", Interaction)
AROUND = Read("interactions/around", Around)
DAYS = Read("interactions/days", Contact)


def one(tx: Transaction, *, actor: Actor, interaction_id: str) -> Interaction:
    """One interaction; raises NotAllowed for who is no employee, NotFound, also before it happened."""
    actor.must(Permission.SEE_PRIVATE)
    found = ONE.maybe(tx, id=interaction_id, visible=actor.visible, on=clock.today(), past=clock.past())
    if found is None:
        missing(tx, actor=actor, record_id=interaction_id)
    return found


def rows(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> list[Interaction]:
    """Rows `skip` to `skip + limit` of the selection; raises NotAllowed for who is no employee."""
    actor.must(Permission.SEE_PRIVATE)
    return ROWS.all(tx, **_parameters(actor, selection), order=selection.order, skip=skip, limit=limit)


@remembered_for_each
def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """One page of the selection with the counts of the filters; raises NotAllowed for who is no employee."""
    found = rows(tx, actor=actor, selection=selection, skip=skip, limit=limit)
    return Listing(COUNTS.one(tx, **_parameters(actor, selection), reader=actor.person_id), tuple(found))


def late(tx: Transaction, *, actor: Actor, limit: int = MOST_LATE) -> list[Interaction]:
    """The reader's own next steps that are overdue, the longest first; raises NotAllowed for who is no employee."""
    actor.must(Permission.SEE_PRIVATE)
    if actor.person_id is None:
        return []
    return rows(tx, actor=actor, selection=Selection(holder=actor.person_id, step=Step.LATE), skip=0, limit=limit)


def around(tx: Transaction, *, actor: Actor, record_id: str) -> Around | None:
    """What the page of a record says about its interactions; None for who may not know of them."""
    if not actor.may(Permission.SEE_PRIVATE):
        return None
    return AROUND.one(tx, id=record_id, visible=actor.visible, on=clock.today())


def days(tx: Transaction, *, actor: Actor, record_id: str) -> list[Contact]:
    """On which days there was contact about a record, the latest first; none for who may not know of them."""
    if not actor.may(Permission.SEE_PRIVATE):
        return []
    return DAYS.all(tx, id=record_id, visible=actor.visible, on=clock.today(), limit=MOST_DAYS)


def _parameters(actor: Actor, selection: Selection) -> dict[str, Any]:
    chosen = {name: value for name, value in asdict(selection).items() if name != "order"}
    return {"visible": actor.visible, "on": clock.today(), "past": clock.past(), **chosen}
