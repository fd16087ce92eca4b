"""What initiatives learned: the list, one, and what is of use to an initiative in its phase."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.errors import NotFound
from graph.mentions import Mention
from graph.model import LessonKind, Status, Visibility
from graph.query import Read
from graph.remembering import remembered
from graph.results import COUNTED, Choice, Total

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_FOR_PHASE = 3


class Order(StrEnum):
    """In which order the list comes."""

    NEWEST = "newest"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson with who learned it; `phase` is the one in which it is of use."""

    id: str
    version: int
    visibility: Visibility
    until: dt.date | None
    lang: str
    name: str
    description: str | None
    lesson_kind: LessonKind | None
    phase: Status | None
    initiatives: tuple[Mention, ...]
    themes: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows; a theme with the narrower ones."""

    kind: LessonKind | None = None
    phase: Status | None = None
    theme: str | None = None

    @property
    def named(self) -> dict[str, Any]:
        """As parameters of the queries, with the day that is shown."""
        return {"on": clock.today(), "past": clock.past(), "kind": self.kind, "phase": self.phase, "theme": self.theme}


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of lessons, how many there are (`COUNTED` + 1 stands for more), and the choices of the filters."""

    total: int
    rows: tuple[Lesson, ...]
    choices: tuple[Choice, ...]

    def choices_of(self, name: str) -> list[Choice]:
        """The choices of one filter: kind, phase or theme."""
        return [choice for choice in self.choices if choice.filter == name]


@dataclass(frozen=True, slots=True)
class Learned:
    """What an initiative learned, and what others learned that is of use to it now: failures as well as successes."""

    own: tuple[Lesson, ...]
    for_phase: tuple[Lesson, ...]


ROWS = Read("lessons/list", Lesson)
TOTAL = Read("lessons/total", Total)
CHOICES = Read("lessons/choices", Choice)
OWN = Read("lessons/own", Lesson)
FOR_PHASE = Read("lessons/for_phase", Lesson)


@remembered
def listing(
    tx: Transaction, *, actor: Actor, selection: Selection, order: Order = Order.NEWEST, skip: int, limit: int
) -> Listing:
    """Rows `skip` to `skip + limit` of the selection, with the choices of the filters."""
    return Listing(
        total=TOTAL.one(tx, visible=actor.visible, **selection.named, limit=COUNTED + 1).total,
        rows=tuple(rows(tx, actor=actor, selection=selection, order=order, skip=skip, limit=limit)),
        choices=_choices(tx, actor=actor, selection=selection),
    )


@remembered
def _choices(tx: Transaction, *, actor: Actor, selection: Selection) -> tuple[Choice, ...]:
    """The same on every page and in every order."""
    return tuple(CHOICES.all(tx, visible=actor.visible, **selection.named, limit=COUNTED))


def rows(
    tx: Transaction, *, actor: Actor, selection: Selection, order: Order = Order.NEWEST, skip: int, limit: int
) -> list[Lesson]:
    """The same without counts, for a file."""
    return ROWS.all(tx, visible=actor.visible, id=None, **selection.named, order=order, skip=skip, limit=limit)


def one(tx: Transaction, *, actor: Actor, lesson_id: str) -> Lesson:
    """One lesson; raises NotFound, also before anybody learned it."""
    named = {**Selection().named, "order": Order.NEWEST}
    found = ROWS.maybe(tx, visible=actor.visible, id=lesson_id, **named, skip=0, limit=1)
    if found is None:
        raise NotFound(lesson_id)
    return found


def of_initiative(tx: Transaction, *, actor: Actor, initiative_id: str) -> Learned:
    """The lessons for the page of one initiative."""
    named = {"id": initiative_id, "visible": actor.visible}
    own = tuple(OWN.all(tx, **named, on=clock.today()))
    # What is of use belongs to the phase of now.
    of_use = () if clock.is_past() else tuple(FOR_PHASE.all(tx, **named, limit=MOST_FOR_PHASE))
    return Learned(own=own, for_phase=of_use)
