"""The list of initiatives, with filters that say how many there are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.counting import MOST_COUNTED
from graph.mentions import Mention
from graph.model import Status, Visibility
from graph.query import Read
from graph.remembering import remembered

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows: a theme and an area with all below them, a status, and what lacks a contact person."""

    theme: str | None = None
    area: str | None = None
    status: Status | None = None
    without_contact: bool = False
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class InitiativeInList:
    """One line of the list."""

    id: str
    name: str
    summary: str | None
    status: Status | None
    status_since: dt.date | None
    visibility: Visibility
    areas: tuple[Mention, ...]
    themes: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: how many initiatives the list would show with it."""

    filter: str
    value: str
    name: str
    initiatives: int


@dataclass(frozen=True, slots=True)
class Total:
    """How many rows the whole list has; one more than `MOST_COUNTED` stands for more."""

    total: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, how many there are in all, and the choices of each filter."""

    total: int
    rows: tuple[InitiativeInList, ...]
    choices: tuple[Choice, ...]

    def choices_of(self, name: str) -> list[Choice]:
        """The choices of one filter: theme, area or status."""
        return [choice for choice in self.choices if choice.filter == name]


ROWS = Read("initiatives/list", InitiativeInList)
TOTAL = Read("initiatives/total", Total)
CHOICES = Read("initiatives/choices", Choice)
NEWEST = Read("initiatives/newest", InitiativeInList)
# Where nothing is chosen, each choice is counted by itself and no further than is told.
EVERY_CHOICE = Read("initiatives/every_choice", Choice)
MOST = MOST_COUNTED + 1
# The areas and the themes of one row, on a page.
NAMED = 3


def rows(
    tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int, each: int = NAMED
) -> list[InitiativeInList]:
    """Rows `skip` to `skip + limit` of the selection, by name or newest first, with `each` areas and themes at most."""
    named = parameters(actor, selection)
    return (NEWEST if selection.newest_first else ROWS).all(tx, **named, skip=skip, limit=limit, each=each)


@remembered
def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """One page of the selection, with the total and the choices of the filters."""
    named = parameters(actor, selection)
    return Listing(
        total=TOTAL.one(tx, **named, most=MOST).total,
        rows=tuple(rows(tx, actor=actor, selection=selection, skip=skip, limit=limit)),
        choices=_choices(tx, actor, selection),
    )


def _choices(tx: Transaction, actor: Actor, selection: Selection) -> tuple[Choice, ...]:
    if replace(selection, newest_first=False) == Selection():
        return _every_choice(tx, actor=actor)
    return tuple(CHOICES.all(tx, **parameters(actor, selection)))


@remembered
def _every_choice(tx: Transaction, *, actor: Actor) -> tuple[Choice, ...]:
    """The same on every page and in every order."""
    return tuple(EVERY_CHOICE.all(tx, visible=actor.visible, on=clock.today(), statuses=[*Status], most=MOST))


def parameters(actor: Actor, selection: Selection) -> dict[str, Any]:
    """What every statement about a selection asks for."""
    return {
        "visible": actor.visible,
        "on": clock.today(),
        "theme": selection.theme,
        "area": selection.area,
        "status": selection.status,
        "without_contact": selection.without_contact,
    }
