"""What came of initiatives, against what was aimed at: the list, one, and those of an initiative or goal."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Result:
    """One result with the initiatives it came of and the goals it counts for."""

    id: str
    version: int
    visibility: Visibility
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
        """As parameters of the queries."""
        return {"goal": self.goal, "theme": self.theme, "area": self.area}


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter, and for how many rows it holds; `COUNTED` + 1 stands for more."""

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
def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """Rows `skip` to `skip + limit` of the selection."""
    return Listing(
        total=TOTAL.one(tx, visible=actor.visible, **selection.named, limit=COUNTED + 1).total,
        rows=tuple(rows(tx, actor=actor, selection=selection, skip=skip, limit=limit)),
        choices=_choices(tx, actor=actor),
    )


@remembered
def _choices(tx: Transaction, *, actor: Actor) -> tuple[Choice, ...]:
    """The same whatever is chosen."""
    return tuple(CHOICES.all(tx, visible=actor.visible, limit=COUNTED))


def rows(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> list[Result]:
    """The same without counts, for a file."""
    return ROWS.all(tx, visible=actor.visible, initiative=None, **selection.named, skip=skip, limit=limit)


def of_initiative(tx: Transaction, *, actor: Actor, initiative_id: str) -> tuple[Result, ...]:
    """What came of one initiative, the newest first."""
    named = Selection().named
    found = ROWS.all(tx, visible=actor.visible, initiative=initiative_id, **named, skip=0, limit=MOST_SHOWN)
    return _reached(found)


def of_goal(tx: Transaction, *, actor: Actor, goal_id: str) -> tuple[Result, ...]:
    """What counts for one goal and those below it, the newest first."""
    named = Selection(goal=goal_id).named
    return _reached(ROWS.all(tx, visible=actor.visible, initiative=None, **named, skip=0, limit=MOST_SHOWN))


def _reached(found: list[Result]) -> tuple[Result, ...]:
    """These results; of an earlier day those that were reached by then."""
    if not clock.is_past():
        return tuple(found)
    return tuple(each for each in found if each.reached_on and each.reached_on <= clock.today())


def one(tx: Transaction, *, actor: Actor, result_id: str) -> Result:
    """One result; raises NotFound."""
    found = ONE.maybe(tx, visible=actor.visible, id=result_id)
    if found is None:
        raise NotFound(result_id)
    return found
