"""The list of initiatives, with filters that say how many there are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graph import clock, known
from graph.counting import MOST_COUNTED
from graph.initiatives import past_status
from graph.mentions import Mention
from graph.model import Kind, Status, Visibility
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows: a theme and an area with all below them, a status, what lacks a contact person, drafts.

    On an earlier day `status` selects nothing: it is not known of all without reading the whole audit trail.
    """

    theme: str | None = None
    area: str | None = None
    status: Status | None = None
    without_contact: bool = False
    visibility: Visibility | None = None
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
    """One page of the list, how many there are in all, and the choices of each filter.

    `without_contact` is how many of them lack a contact person, None for who cannot choose that; in both numbers one
    more than `MOST_COUNTED` stands for more.
    """

    total: int
    rows: tuple[InitiativeInList, ...]
    choices: tuple[Choice, ...]
    without_contact: int | None

    def choices_of(self, name: str) -> list[Choice]:
        """The choices of one filter: theme, area, status or visibility."""
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
    return _rows(tx, parameters(tx, actor, selection), selection, skip=skip, limit=limit, each=each)


def _rows(
    tx: Transaction, named: dict[str, Any], selection: Selection, *, skip: int, limit: int, each: int = NAMED
) -> list[InitiativeInList]:
    found = (NEWEST if selection.newest_first else ROWS).all(tx, **named, skip=skip, limit=limit, each=each)
    return past_status.rows_as_they_stood(tx, found, clock.today()) if clock.is_past() else found


@remembered
def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """One page of the selection, with the total and the choices of the filters."""
    named = parameters(tx, actor, selection)
    total = {name: value for name, value in named.items() if name != "visible"}
    return Listing(
        total=TOTAL.one(tx, **total, most=MOST).total,
        rows=tuple(_rows(tx, named, selection, skip=skip, limit=limit)),
        choices=_choices(tx, actor, selection, named),
        without_contact=_without_contact(tx, actor=actor, selection=replace(selection, newest_first=False)),
    )


@remembered
def _without_contact(tx: Transaction, *, actor: Actor, selection: Selection) -> int | None:
    """The same on every page and in every order."""
    if not actor.may(Permission.SEE_DRAFTS):
        return None
    named = parameters(tx, actor, replace(selection, without_contact=True))
    return TOTAL.one(tx, **{name: value for name, value in named.items() if name != "visible"}, most=MOST).total


def _choices(tx: Transaction, actor: Actor, selection: Selection, named: dict[str, Any]) -> tuple[Choice, ...]:
    if replace(selection, newest_first=False) == Selection():
        return _every_choice(tx, actor=actor)
    found = CHOICES.all(tx, **named)
    return tuple(each for each in found if each.filter != "status" or not clock.is_past())


@remembered
def _every_choice(tx: Transaction, *, actor: Actor) -> tuple[Choice, ...]:
    """The same on every page and in every order."""
    named = {"visible": actor.visible, "shown": actor.visible, "on": clock.today(), "most": MOST}
    statuses = [] if clock.is_past() else [*Status]
    return tuple(EVERY_CHOICE.all(tx, **named, not_yet=known.not_yet(tx, kind=Kind.INITIATIVE), statuses=statuses))


def parameters(tx: Transaction, actor: Actor, selection: Selection) -> dict[str, Any]:
    """What every statement about a selection asks for; of drafts and published ones only what the actor may see."""
    return {
        "visible": actor.visible,
        "shown": [each for each in actor.visible if selection.visibility in {None, each}],
        "on": clock.today(),
        "not_yet": known.not_yet(tx, kind=Kind.INITIATIVE),
        "theme": selection.theme,
        "area": selection.area,
        "status": None if clock.is_past() else selection.status,
        "without_contact": selection.without_contact,
    }
