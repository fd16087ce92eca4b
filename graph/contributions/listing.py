"""The list of contributions: a selection with its sums, and the choices of the filters."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.mentions import Mention
from graph.model import ContributionKind, Visibility
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

# A file holds at most this many rows; a town's own contributions stay far below it.


class Stage(StrEnum):
    """How far it came: asked and not answered as far as we know, given, or refused (since a day, or 0 euros)."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"


class Order(StrEnum):
    """How the list can be sorted."""

    NEWEST = "newest"
    AMOUNT = "amount"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows.

    Theme, area and goal are those of the initiative that receives, with the narrower ones; the year is that of the
    register, else of the day it was given, refused or asked.
    """

    kind: ContributionKind | None = None
    stage: Stage | None = None
    theme: str | None = None
    area: str | None = None
    goal: str | None = None
    year: int | None = None
    scheme: str | None = None

    @property
    def named(self) -> dict[str, Any]:
        """As parameters of the queries, with the day that is shown."""
        return {
            "on": clock.today(),
            "past": clock.past(),
            "kind": self.kind,
            "stage": self.stage,
            "theme": self.theme,
            "area": self.area,
            "goal": self.goal,
            "year": self.year,
            "scheme": self.scheme,
        }


@dataclass(frozen=True, slots=True)
class ContributionInList:
    """One line; `givers` are those the reader may know by name, `unnamed` counts the persons who stay nameless."""

    id: str
    name: str
    visibility: Visibility
    contribution_kind: ContributionKind | None
    stage: Stage
    amount_asked: float | None
    amount_granted: float | None
    extent: str | None
    reason: str | None
    continuity: str | None
    asked_on: dt.date | None
    granted_on: dt.date | None
    refused_on: dt.date | None
    year: int | None
    receivers: tuple[Mention, ...]
    givers: tuple[Mention, ...]
    unnamed: int
    scheme: Mention | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: how many contributions the list would show with it."""

    filter: str
    value: str
    name: str
    contributions: int


@dataclass(frozen=True, slots=True)
class Sum:
    """How many contributions there are, each once, with the euros asked for and granted."""

    contributions: int
    asked: float
    granted: float


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, the sums of the whole selection, and the choices of each filter."""

    sum: Sum
    rows: tuple[ContributionInList, ...]
    choices: tuple[Choice, ...]

    def choices_of(self, name: str) -> list[Choice]:
        """The choices of one filter: kind, stage, theme, area, goal, year or scheme."""
        return [choice for choice in self.choices if choice.filter == name]


ROWS = Read("contributions/list", ContributionInList)
SUM = Read("contributions/sum", Sum)
CHOICES = Read("contributions/choices", Choice)


@remembered
def listing(tx: Transaction, *, actor: Actor, selection: Selection, order: Order, skip: int, limit: int) -> Listing:
    """Rows `skip` to `skip + limit` of the selection, with the sums and the choices of the filters."""
    return Listing(
        sum=_sum(tx, actor=actor, selection=selection),
        rows=rows(tx, actor=actor, selection=selection, order=order, skip=skip, limit=limit),
        choices=choices(tx, actor=actor, selection=selection),
    )


@remembered
def _sum(tx: Transaction, *, actor: Actor, selection: Selection) -> Sum:
    """The same on every page and in every order, as the choices are."""
    return SUM.one(tx, visible=actor.visible, **selection.named)


@remembered
def choices(tx: Transaction, *, actor: Actor, selection: Selection) -> tuple[Choice, ...]:
    """How many contributions the list would show with each choice of its filters."""
    return tuple(CHOICES.all(tx, visible=actor.visible, **selection.named))


def rows(
    tx: Transaction, *, actor: Actor, selection: Selection, order: Order, skip: int, limit: int
) -> tuple[ContributionInList, ...]:
    """The rows alone, for a file."""
    named = {"visible": actor.visible, "private": actor.may(Permission.SEE_PRIVATE), **selection.named}
    return tuple(ROWS.all(tx, **named, order=order, skip=skip, limit=limit))
