"""What bridge-building brought: how many bridges reached which state, per period, area and theme."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.bridges.standing import State
from graph.mentions import Mention
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from graph.rights import Actor
    from graph.store import Transaction

MOST = 5_000
# The states on the way to a result, in their order.
WAY = (State.ASKED, State.ACCEPTED, State.INTRODUCED, State.MET, State.WORKING_TOGETHER, State.RESULT)


@dataclass(frozen=True, slots=True)
class Reached:
    """A state that a bridge came to, and when."""

    state: State
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One bridge: the states it reached in order, what came of it, and the areas and themes of both sides.

    These are of the days from its first step to its last. What is around or above them, and is no own one of a side,
    stands in `around` and `broader`.
    """

    first_id: str
    first: str
    second_id: str
    second: str
    with_organisation: bool
    state: State
    result: str | None
    reached: tuple[Reached, ...]
    areas: tuple[Mention, ...]
    around: tuple[Mention, ...]
    themes: tuple[Mention, ...]
    broader: tuple[Mention, ...]

    @property
    def places(self) -> tuple[Mention, ...]:
        """The areas it counts in: its own and those around them."""
        return self.areas + self.around

    @property
    def subjects(self) -> tuple[Mention, ...]:
        """The themes it counts under: its own and those above them."""
        return self.themes + self.broader

    @property
    def year(self) -> int | None:
        """The year in which somebody began with it."""
        return self.reached[0].at.astimezone(clock.zone()).year if self.reached else None

    @property
    def states(self) -> frozenset[State]:
        """The states it reached."""
        return frozenset(each.state for each in self.reached)


@dataclass(frozen=True, slots=True)
class Line:
    """A period, area or theme, and how many of its bridges reached each state; a bridge may count in several."""

    name: str
    counts: Counter[State]

    @property
    def bridges(self) -> int:
        """How many bridges somebody began with."""
        return self.counts[State.SUGGESTED]


class Order(StrEnum):
    """In which order periods, areas and themes stand: those with most bridges first, or by name.

    By name the bridges stand so too; else those in which something happened last come first.
    """

    MOST = "most"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the ledger is about: one year, area (its id), theme (its id) or state that was reached; None is all."""

    year: int | None = None
    area: str | None = None
    theme: str | None = None
    state: State | None = None
    order: Order = Order.MOST

    def fits(self, entry: Entry) -> bool:
        """Whether a bridge is counted."""
        return (
            self.year in {None, entry.year}
            and (self.area is None or any(each.id == self.area for each in entry.places))
            and (self.theme is None or any(each.id == self.theme for each in entry.subjects))
            and (self.state is None or self.state in entry.states)
        )


@dataclass(frozen=True, slots=True)
class Ledger:
    """The whole, the lines of each division, the bridges of the selection, and what each choice of a filter would give.

    `is_cut` tells that only the `MOST` bridges in which something happened last were read.
    """

    total: Line
    years: tuple[Line, ...]
    areas: tuple[Line, ...]
    themes: tuple[Line, ...]
    entries: tuple[Entry, ...]
    by_year: Counter[int]
    by_area: Counter[Mention]
    by_theme: Counter[Mention]
    by_state: Counter[State]
    is_cut: bool

    @property
    def results(self) -> tuple[Entry, ...]:
        """The bridges that came to a result that was written down."""
        return tuple(each for each in self.entries if each.result)


ENTRIES = Read("bridges/ledger", Entry)


def read(tx: Transaction, *, actor: Actor, selection: Selection) -> Ledger:
    """The ledger of a selection; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    every = _every(tx, actor=actor)
    found = [each for each in every if selection.fits(each)]
    if selection.order is Order.NAME:
        found.sort(key=lambda each: (each.first.casefold(), each.second.casefold()))

    def fitting(wider: Selection) -> list[Entry]:
        return [each for each in every if wider.fits(each)]

    return Ledger(
        total=_line("", found),
        years=_lines(found, lambda each: [(str(each.year), str(each.year))] if each.year else [], selection.order),
        areas=_lines(found, lambda each: _told(each.places), selection.order),
        themes=_lines(found, lambda each: _told(each.subjects), selection.order),
        entries=tuple(found),
        by_year=Counter(each.year for each in fitting(replace(selection, year=None)) if each.year),
        by_area=Counter(area for each in fitting(replace(selection, area=None)) for area in each.places),
        by_theme=Counter(theme for each in fitting(replace(selection, theme=None)) for theme in each.subjects),
        by_state=Counter(state for each in fitting(replace(selection, state=None)) for state in each.states),
        is_cut=len(every) == MOST,
    )


@remembered
def _every(tx: Transaction, *, actor: Actor) -> tuple[Entry, ...]:
    """The same for every selection and order."""
    return tuple(ENTRIES.all(tx, visible=actor.visible, limit=MOST, zone=clock.zone().key))


def _lines(
    entries: Iterable[Entry], groups: Callable[[Entry], Iterable[tuple[str, str]]], order: Order
) -> tuple[Line, ...]:
    """A line for each group, told by its id and name: two areas of the same name stay two."""
    grouped: dict[tuple[str, str], list[Entry]] = {}
    for each in entries:
        for group in groups(each):
            grouped.setdefault(group, []).append(each)
    lines = [_line(name, them) for (_id, name), them in grouped.items()]
    number = -1 if order is Order.MOST else 0
    return tuple(sorted(lines, key=lambda line: (number * line.bridges, line.name.casefold())))


def _told(mentions: Iterable[Mention]) -> list[tuple[str, str]]:
    return [(each.id, each.name) for each in mentions]


def _line(name: str, entries: Iterable[Entry]) -> Line:
    counts: Counter[State] = Counter()
    for each in entries:
        counts.update({State.SUGGESTED, *each.states})
    return Line(name, counts)
