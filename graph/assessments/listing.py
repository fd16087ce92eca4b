"""The list of assessments: filters that say how many there are, an order, pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.mentions import Mention
from graph.model import Outcome, Visibility
from graph.query import Read
from graph.remembering import remembered

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

RESIDENT = "resident"
MOST_OF_ONE = 20


class Stage(StrEnum):
    """How far an assessment is; the public sees only `published`."""

    OPEN = "open"
    TO_TELL = "to_tell"
    TO_PUBLISH = "to_publish"
    PUBLISHED = "published"


class Order(StrEnum):
    """In which order the list comes."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    SLOWEST = "slowest"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows; `initiator` is a kind of organisation or `RESIDENT`."""

    outcome: Outcome | None = None
    initiator: str | None = None
    theme: str | None = None
    area: str | None = None
    stage: Stage | None = None
    initiative: str | None = None
    order: Order = Order.NEWEST


@dataclass(frozen=True, slots=True)
class AssessmentInList:
    """One line; `days` is the lead time, `initiators` are kinds and never names."""

    id: str
    name: str
    outcome: Outcome | None
    motivation: str | None
    visibility: Visibility
    asked_on: dt.date | None
    decided_on: dt.date | None
    told_on: dt.date | None
    days: int | None
    stage: Stage
    initiative: Mention
    initiators: tuple[str, ...]
    areas: tuple[Mention, ...]
    themes: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: how many assessments the list would show with it."""

    filter: str
    value: str
    name: str
    assessments: int


@dataclass(frozen=True, slots=True)
class Total:
    """How many rows the whole list has."""

    total: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, how many there are in all, and the choices of each filter."""

    total: int
    rows: tuple[AssessmentInList, ...]
    choices: tuple[Choice, ...]

    def choices_of(self, name: str) -> list[Choice]:
        """The choices of one filter: outcome, initiator, theme, area or stage."""
        return [choice for choice in self.choices if choice.filter == name]


ROWS = Read("assessments/list", AssessmentInList)
TOTAL = Read("assessments/total", Total)
CHOICES = Read("assessments/choices", Choice)


def rows(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> list[AssessmentInList]:
    """Rows `skip` to `skip + limit` of the selection."""
    return ROWS.all(tx, **_parameters(actor, selection), order=selection.order.value, skip=skip, limit=limit)


@remembered
def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """One page of the selection, with the total and the choices of the filters."""
    named = _parameters(actor, selection)
    unordered = replace(selection, order=Selection().order)
    return Listing(
        total=TOTAL.one(tx, **named).total,
        rows=tuple(rows(tx, actor=actor, selection=selection, skip=skip, limit=limit)),
        choices=_choices(tx, actor=actor, selection=unordered),
    )


@remembered
def _choices(tx: Transaction, *, actor: Actor, selection: Selection) -> tuple[Choice, ...]:
    """The same on every page and in every order."""
    return tuple(CHOICES.all(tx, **_parameters(actor, selection)))


def of_initiative(tx: Transaction, *, actor: Actor, initiative_id: str) -> tuple[AssessmentInList, ...]:
    """The assessments of one initiative that this person may see, the latest first."""
    selection = Selection(initiative=initiative_id)
    return tuple(rows(tx, actor=actor, selection=selection, skip=0, limit=MOST_OF_ONE))


def to_tell(tx: Transaction, *, actor: Actor, limit: int) -> tuple[AssessmentInList, ...]:
    """Decided, and not told to the initiative yet; the longest ago first. For "my day"."""
    selection = Selection(stage=Stage.TO_TELL, order=Order.OLDEST)
    return tuple(rows(tx, actor=actor, selection=selection, skip=0, limit=limit))


def _parameters(actor: Actor, selection: Selection) -> dict[str, Any]:
    return {
        "visible": actor.visible,
        "on": clock.today(),
        "past": clock.past(),
        "outcome": selection.outcome,
        "initiator": selection.initiator,
        "theme": selection.theme,
        "area": selection.area,
        "stage": selection.stage,
        "initiative": selection.initiative,
    }
