"""The list of requirements: which hit most initiatives, and which lack a legal basis, a reason or help.

A municipality has some hundreds of requirements, so all are read at once and filtered, counted and sorted here.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention
from graph.model import Visibility
from graph.query import Read
from graph.remembering import remembered
from graph.requirements import past
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.rights import Actor
    from graph.store import Transaction

MOST_READ = 5_000


class Lack(StrEnum):
    """What a requirement can lack, or what waits."""

    BASIS = "basis"
    WHY = "why"
    HELP = "help"
    ANSWER = "answer"


class Order(StrEnum):
    """In which order the list stands."""

    HITS = "hits"
    NAME = "name"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows: legally required or not (None: both), a team, and what is lacking."""

    legal: bool | None = None
    team: str | None = None
    lack: Lack | None = None
    order: Order = Order.HITS


@dataclass(frozen=True, slots=True)
class RequirementInList:
    """One requirement; `initiatives` counts those it holds for, `met` those of them that meet it."""

    id: str
    name: str
    visibility: Visibility
    legally_required: bool
    legal_basis: str | None
    why: str | None
    help_offered: str | None
    initiatives: int
    met: int
    waiting: int
    waiting_since: dt.date | None
    teams: tuple[Mention, ...]

    @property
    def lacks_basis(self) -> bool:
        """Whether it is said to be the law, and nobody wrote down which."""
        return self.legally_required and self.legal_basis is None

    @property
    def days(self) -> int:
        """How long the oldest question waits."""
        return (clock.today() - self.waiting_since).days if self.waiting_since else 0

    def lacks(self, lack: Lack) -> bool:
        """Whether it lacks this."""
        return {
            Lack.BASIS: self.lacks_basis,
            Lack.WHY: self.why is None,
            Lack.HELP: self.help_offered is None,
            Lack.ANSWER: self.waiting > 0,
        }[lack]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: how many requirements the list would show with it."""

    filter: str
    value: str
    name: str
    requirements: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, how many there are in all, and the choices of each filter.

    With `is_cut` there may be more than the first `MOST_READ` by name, which were looked at.
    """

    total: int
    rows: tuple[RequirementInList, ...]
    choices: tuple[Choice, ...]
    is_cut: bool

    def choices_of(self, name: str) -> list[Choice]:
        """The choices of one filter: legal, team or lack."""
        return [choice for choice in self.choices if choice.filter == name]


ROWS = Read("requirements/list", RequirementInList)


@remembered
def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """One page of the selection, with the total and the choices of the filters."""
    every = _every(tx, actor=actor)
    found = sorted(_fitting(every, selection), key=lambda each: _rank(each, selection.order))
    rows, choices = tuple(found[skip : skip + limit]), tuple(_choices(every, selection))
    return Listing(len(found), rows, choices, is_cut=len(every) >= MOST_READ)


@remembered
def _every(tx: Transaction, *, actor: Actor) -> tuple[RequirementInList, ...]:
    """The same for every selection, page and order; only staff learn that a question waits, and how long."""
    stood = past.stood(tx)
    named = {"visible": actor.visible, "on": clock.today(), "past": clock.past(), "stood": stood}
    found = ROWS.all(tx, **named, id=None, limit=MOST_READ)
    if actor.may(Permission.SEE_DRAFTS):
        return tuple(found)
    return tuple(replace(each, waiting=0, waiting_since=None) for each in found)


def _fitting(every: Iterable[RequirementInList], selection: Selection) -> list[RequirementInList]:
    return [
        each
        for each in every
        if selection.legal in {None, each.legally_required}
        and (selection.team is None or any(team.id == selection.team for team in each.teams))
        and (selection.lack is None or each.lacks(selection.lack))
    ]


def _rank(each: RequirementInList, order: Order) -> tuple[int, str, str]:
    number = {Order.HITS: -each.initiatives, Order.NAME: 0, Order.WAITING: -each.days if each.waiting else 1}[order]
    return number, each.name.casefold(), each.id


def _choices(every: Sequence[RequirementInList], selection: Selection) -> Iterable[Choice]:
    legal = Counter(each.legally_required for each in _fitting(every, replace(selection, legal=None)))
    for value, name in ((True, "legal"), (False, "chosen")):
        yield Choice("legal", name, name, legal[value])
    teams = Counter(team for each in _fitting(every, replace(selection, team=None)) for team in each.teams)
    for team, count in sorted(teams.items(), key=lambda item: item[0].name.casefold()):
        yield Choice("team", team.id, team.name, count)
    open_to_all = _fitting(every, replace(selection, lack=None))
    for lack in Lack:
        yield Choice("lack", lack, lack, sum(1 for each in open_to_all if each.lacks(lack)))
