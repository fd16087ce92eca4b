"""What bridge-building brought: how many bridges reached which state, per period, area and theme."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.bridges.standing import State
from graph.query import Read
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
    """One bridge: the states it reached in order, what came of it, and the areas and themes of both sides."""

    first_id: str
    first: str
    second_id: str
    second: str
    with_organisation: bool
    state: State
    result: str | None
    reached: tuple[Reached, ...]
    areas: tuple[str, ...]
    themes: tuple[str, ...]

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


@dataclass(frozen=True, slots=True)
class Selection:
    """What the ledger is about: one year, area or theme; None is all of them."""

    year: int | None = None
    area: str | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The whole, the lines of each division, the bridges of the selection, and what can be chosen."""

    total: Line
    years: tuple[Line, ...]
    areas: tuple[Line, ...]
    themes: tuple[Line, ...]
    entries: tuple[Entry, ...]
    known_years: tuple[int, ...]
    known_areas: tuple[str, ...]
    known_themes: tuple[str, ...]


ENTRIES = Read("bridges/ledger", Entry)


def read(tx: Transaction, *, actor: Actor, selection: Selection) -> Ledger:
    """The ledger of a selection; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    every = ENTRIES.all(tx, visible=actor.visible, limit=MOST)
    found = [
        each
        for each in every
        if selection.year in {None, each.year}
        and (selection.area is None or selection.area in each.areas)
        and (selection.theme is None or selection.theme in each.themes)
    ]
    return Ledger(
        total=_line("", found),
        years=_lines(found, lambda each: [str(each.year)] if each.year else []),
        areas=_lines(found, lambda each: each.areas),
        themes=_lines(found, lambda each: each.themes),
        entries=tuple(found),
        known_years=tuple(sorted({each.year for each in every if each.year}, reverse=True)),
        known_areas=tuple(sorted({area for each in every for area in each.areas}, key=str.casefold)),
        known_themes=tuple(sorted({theme for each in every for theme in each.themes}, key=str.casefold)),
    )


def _lines(entries: Iterable[Entry], names: Callable[[Entry], Iterable[str]]) -> tuple[Line, ...]:
    grouped: dict[str, list[Entry]] = {}
    for each in entries:
        for name in names(each):
            grouped.setdefault(name, []).append(each)
    lines = [_line(name, them) for name, them in grouped.items()]
    return tuple(sorted(lines, key=lambda line: (-line.bridges, line.name.casefold())))


def _line(name: str, entries: Iterable[Entry]) -> Line:
    counts: Counter[State] = Counter()
    for each in entries:
        counts.update({State.SUGGESTED, *each.states})
    return Line(name, counts)
