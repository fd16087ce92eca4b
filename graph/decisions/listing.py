"""The waiting room as a list: one kind at a time, with filters that say how many there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.model import DecisionKind
from graph.query import Read
from graph.remembering import remembered
from graph.timeline import LONG_WAIT, Decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.rights import Actor
    from graph.store import Transaction


class State(StrEnum):
    """Which decisions the list shows; `long` and `paused` are part of `waiting`."""

    WAITING = "waiting"
    LONG = "long"
    PAUSED = "paused"
    DECIDED = "decided"
    ALL = "all"


class Order(StrEnum):
    """In which order."""

    LONGEST = "longest"
    NEWEST = "newest"
    TERM = "term"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows; `kind` None means those whose kind nobody chose yet, `by` is a team or body."""

    kind: DecisionKind | None = DecisionKind.APPLICATION
    state: State = State.WAITING
    by: str | None = None
    order: Order = Order.LONGEST


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: how many decisions the list would show with it."""

    filter: str
    value: str
    name: str
    decisions: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list and the choices of each filter."""

    total: int
    rows: tuple[Decision, ...]
    choices: tuple[Choice, ...]

    def choices_of(self, name: str) -> list[Choice]:
        """The choices of one filter: kind, state or by."""
        return [choice for choice in self.choices if choice.filter == name]

    def count(self, name: str, value: str) -> int:
        """How many decisions one choice would show."""
        return next((each.decisions for each in self.choices_of(name) if each.value == value), 0)


@dataclass(frozen=True, slots=True)
class Row:
    """The id of a decision."""

    id: str


ROWS = Read("decisions/list", Row)
CHOICES = Read("decisions/choices", Choice)
SHOWN = Read("decisions/shown", Decision)


@remembered
def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """One page of the selection, with the choices of the filters."""
    choices = _choices(tx, actor=actor, selection=replace(selection, order=Order.LONGEST))
    found = Listing(0, rows(tx, actor=actor, selection=selection, skip=skip, limit=limit), choices)
    return Listing(found.count("state", selection.state), found.rows, choices)


@remembered
def _choices(tx: Transaction, *, actor: Actor, selection: Selection) -> tuple[Choice, ...]:
    """The same on every page and in every order."""
    return tuple(CHOICES.all(tx, **_parameters(actor, selection)))


def rows(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> tuple[Decision, ...]:
    """Rows `skip` to `skip + limit` of the selection."""
    named = _parameters(actor, selection)
    found = [row.id for row in ROWS.all(tx, **named, order=selection.order, skip=skip, limit=limit)]
    return shown(tx, actor=actor, decision_ids=found)


def shown(tx: Transaction, *, actor: Actor, decision_ids: Sequence[str]) -> tuple[Decision, ...]:
    """These decisions in this order; what the reader may not see is left out."""
    if not decision_ids:
        return ()
    by_id = {each.id: each for each in SHOWN.all(tx, ids=list(decision_ids), visible=actor.visible, on=clock.today())}
    found = [by_id[each] for each in decision_ids if each in by_id]
    if not clock.is_past():
        return tuple(found)
    stood = [each.on(clock.today()) for each in found]
    return tuple(each for each in stood if each)


def _parameters(actor: Actor, selection: Selection) -> dict[str, Any]:
    return {
        "visible": actor.visible,
        "on": clock.today(),
        "kind": selection.kind or "",
        "state": selection.state,
        "by": selection.by,
        "long": LONG_WAIT,
    }
