"""The list of commitments: what is late and not told first, with filters that say how many there are.

Whether something is late is decided in one place, `graph.timeline.Commitment`; so the rows come in one round trip and
are filtered, counted and ordered here.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention
from graph.model import CommitmentKind, Visibility
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission
from graph.timeline import Commitment, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from graph.rights import Actor
    from graph.store import Transaction

MOST_READ = 5_000
FAR = dt.date.max


class Told(StrEnum):
    """Whether an initiative that should hear about a delay or another term was told."""

    TOLD = "told"
    UNTOLD = "untold"


class Order(StrEnum):
    """In which order the list stands; without one, what should be done first."""

    NEWEST = "nieuw"
    TERM = "termijn"
    NAME = "naam"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows; `since` and `until` (both inclusive) are about the day it was made."""

    kind: CommitmentKind | None = None
    standing: Standing | None = None
    told: Told | None = None
    maker: str | None = None
    alderman: str | None = None
    programme: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class Alderman:
    """Who answers for a commitment politically: who made it, `is_former` after leaving, or who holds its goal now."""

    id: str
    name: str
    is_former: bool


@dataclass(frozen=True, slots=True)
class InList:
    """One line of the list; for a visitor `people` who made it and `aldermen` are empty when it is late."""

    commitment: Commitment
    visibility: Visibility
    people: tuple[Mention, ...]
    aldermen: tuple[Alderman, ...]
    programmes: tuple[Mention, ...]

    @property
    def told(self) -> Told | None:
        """Whether the initiative was told; None when there is nothing to tell."""
        if self.commitment.is_untold:
            return Told.UNTOLD
        return Told.TOLD if self.commitment.told_on and self.commitment.is_to_initiative else None


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: how many lines the list would show with it; `is_former` of an alderman who left."""

    value: str
    name: str
    count: int
    is_former: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """The whole selection in order, and the choices of each filter given the other filters.

    With `is_cut` it holds what was made last, `MOST_READ` at most, of the period that was chosen.
    """

    rows: tuple[InList, ...]
    choices: dict[str, tuple[Choice, ...]]
    is_cut: bool = False

    @property
    def total(self) -> int:
        """How many lines the selection has."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class _Every:
    """What was read before anything was chosen; `is_cut` when there is more, made earlier."""

    rows: tuple[InList, ...]
    is_cut: bool


ROWS = Read("commitments/list", InList)


@remembered
def listing(tx: Transaction, *, actor: Actor, selection: Selection) -> Listing:
    """Every commitment of the selection that this person may see.

    A visitor gets no filter that would count who is late: such figures are published only when switched on.
    """
    private = actor.may(Permission.SEE_PRIVATE)
    every = _every(tx, actor=actor)
    if every.is_cut and (selection.since or selection.until or clock.is_past()):
        day = clock.today()
        until = min(selection.until or day, day) if clock.is_past() else selection.until
        every = _every(tx, actor=actor, since=selection.since, until=until)
    rows = every.rows
    shown = selection if private else replace(selection, standing=None, told=None, maker=None)
    names = [name for name in FACETS if private or name not in INTERNAL]
    fits = [[_fits(row, shown, name) for name in FACETS] for row in rows]
    kept = [row for row, each in zip(rows, fits, strict=True) if all(each) and _in_period(row, shown)]
    return Listing(
        rows=tuple(sorted(kept, key=_order(shown.order))),
        choices={name: _choices(rows, fits, shown, name) for name in names},
        is_cut=every.is_cut,
    )


@remembered
def _every(tx: Transaction, *, actor: Actor, since: dt.date | None = None, until: dt.date | None = None) -> _Every:
    """All that the reader may see, the same for every selection; with a period only what was made in it."""
    private = actor.may(Permission.SEE_PRIVATE)
    named = {"visible": actor.visible, "private": private, "on": clock.today(), "since": since, "until": until}
    rows = ROWS.all(tx, **named, limit=MOST_READ)
    stood = _as_they_stood(rows, clock.today()) if clock.is_past() else rows
    # Before anything is filtered or counted: a choice of an alderman would tell whose agreements are late.
    told = stood if private else [_for_visitors(row) for row in stood]
    return _Every(tuple(told), is_cut=len(rows) == MOST_READ)


def _as_they_stood(rows: Iterable[InList], day: dt.date) -> list[InList]:
    """What had been made by `day`, each as far as it was then."""
    stood = [(row, row.commitment.on(day)) for row in rows]
    return [replace(row, commitment=commitment) for row, commitment in stood if commitment]


def _for_visitors(row: InList) -> InList:
    """A late commitment names a team, never a person."""
    return replace(row, people=(), aldermen=()) if row.commitment.days_late else row


def _mentioned(mentions: Iterable[Mention | Alderman]) -> list[tuple[str, str]]:
    return [(each.id, each.name) for each in mentions]


FACETS: dict[str, Callable[[InList], list[tuple[str, str]]]] = {
    "kind": lambda row: _code(row.commitment.commitment_kind),
    "standing": lambda row: [] if row.commitment.is_request else _code(row.commitment.standing),
    "told": lambda row: _code(row.told),
    "maker": lambda row: _mentioned(row.commitment.makers),
    "alderman": lambda row: _mentioned(row.aldermen),
    "programme": lambda row: _mentioned(row.programmes),
}
INTERNAL = frozenset({"standing", "told", "maker"})


def _code(value: StrEnum | None) -> list[tuple[str, str]]:
    return [(value.value, value.value)] if value else []


def _fits(row: InList, selection: Selection, name: str) -> bool:
    wanted = getattr(selection, name)
    return wanted is None or any(value == wanted for value, _name in FACETS[name](row))


def _in_period(row: InList, selection: Selection) -> bool:
    made = row.commitment.made_on
    if selection.since is None and selection.until is None:
        return True
    return made is not None and (selection.since or dt.date.min) <= made <= (selection.until or FAR)


def _choices(
    rows: Sequence[InList], fits: Sequence[Sequence[bool]], selection: Selection, name: str
) -> tuple[Choice, ...]:
    own = list(FACETS).index(name)
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    former: set[str] = set()
    for row, each in zip(rows, fits, strict=True):
        if _in_period(row, selection) and all(fit for at, fit in enumerate(each) if at != own):
            values = dict(FACETS[name](row))
            counts.update(values.keys())
            names |= values
            former |= {who.id for who in row.aldermen if who.is_former} if name == "alderman" else set()
    found = [Choice(value, names[value], count, value in former) for value, count in counts.items()]
    return tuple(sorted(found, key=lambda choice: (choice.name.casefold(), choice.value)))


def _order(order: Order | None) -> Callable[[InList], tuple[object, ...]]:
    if order is Order.NAME:
        return lambda row: (row.commitment.name.casefold(), row.commitment.id)
    if order is Order.NEWEST:
        return lambda row: (-(row.commitment.made_on or dt.date.min).toordinal(), row.commitment.id)
    if order is Order.TERM:
        return lambda row: (row.commitment.moved_to or row.commitment.due_on or FAR, row.commitment.id)
    return _first


def _first(row: InList) -> tuple[object, ...]:
    """Late and not told, then late, then what is still to be done by its term, then what was kept, newest first."""
    each = row.commitment
    newest = -(each.kept_on or each.made_on or dt.date.min).toordinal()
    return (
        each.kept_on is not None,
        not (each.is_late and each.is_untold),
        -each.days_late if each.is_late else 1,
        FAR if each.is_request else each.due_on or FAR,
        newest,
        each.id,
    )
