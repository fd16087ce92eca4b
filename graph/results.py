"""What came of initiatives, against what was aimed at: the list, one, and those of an initiative or goal."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.counting import MOST_COUNTED
from graph.errors import NotFound
from graph.mentions import Mention
from graph.model import Visibility
from graph.query import Read
from graph.remembering import remembered

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

# Numbers are exact up to here; beyond it a list says "more than".
COUNTED = MOST_COUNTED
MOST_SHOWN = 20


class Order(StrEnum):
    """In which order the list comes; of results, that of the day they were reached on."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Result:
    """One result with the initiatives it came of and the goals it counts for."""

    id: str
    version: int
    visibility: Visibility
    until: dt.date | None
    lang: str
    name: str
    description: str | None
    indicator: str | None
    aimed_at: str | None
    achieved: str | None
    reached_on: dt.date | None
    without_municipality: str | None
    initiatives: tuple[Mention, ...]
    goals: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows; goal, theme and area with all below them."""

    goal: str | None = None
    theme: str | None = None
    area: str | None = None

    @property
    def named(self) -> dict[str, Any]:
        """As parameters of the queries, with the day that is shown."""
        return {"on": clock.today(), "past": clock.past(), "goal": self.goal, "theme": self.theme, "area": self.area}


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter, and how many rows the list would show with it; `COUNTED` + 1 stands for more."""

    filter: str
    value: str
    name: str
    found: int


@dataclass(frozen=True, slots=True)
class Total:
    """How many rows there are; `COUNTED` + 1 stands for more."""

    total: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of results, how many there are, and the choices of the filters."""

    total: int
    rows: tuple[Result, ...]
    choices: tuple[Choice, ...]

    def choices_of(self, name: str) -> list[Choice]:
        """The choices of one filter: goal, theme or area."""
        return [choice for choice in self.choices if choice.filter == name]


ROWS = Read("results/list", Result)
TOTAL = Read("results/total", Total)
CHOICES = Read("results/choices", Choice)
ONE = Read("results/one", Result)


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
) -> list[Result]:
    """The same without counts, for a file."""
    named = {**selection.named, "order": order}
    return ROWS.all(tx, visible=actor.visible, initiative=None, **named, skip=skip, limit=limit)


def of_initiative(tx: Transaction, *, actor: Actor, initiative_id: str) -> tuple[Result, ...]:
    """What came of one initiative, the newest first."""
    named = {**Selection().named, "order": Order.NEWEST}
    found = ROWS.all(tx, visible=actor.visible, initiative=initiative_id, **named, skip=0, limit=MOST_SHOWN)
    return tuple(found)


def of_goal(tx: Transaction, *, actor: Actor, goal_id: str) -> tuple[Result, ...]:
    """What counts for one goal and those below it, the newest first."""
    return tuple(rows(tx, actor=actor, selection=Selection(goal=goal_id), skip=0, limit=MOST_SHOWN))


def one(tx: Transaction, *, actor: Actor, result_id: str) -> Result:
    """One result; raises NotFound, also before it was reached."""
    found = ONE.maybe(tx, visible=actor.visible, id=result_id, on=clock.today(), past=clock.past())
    if found is None:
        raise NotFound(result_id)
    return found
