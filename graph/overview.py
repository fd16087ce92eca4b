"""All goals at a glance: the policy note behind each, who answers for it, who contributes, who could.

A programme is the top of a tree of goals, which is the first goal of it; a goal that stands alone belongs to no
programme. Counts hold what the reader may see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from graph import clock, officials
from graph.counting import MOST_COUNTED
from graph.mentions import Mention
from graph.model import GoalLevel, Visibility
from graph.officials import Responsible
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.rights import Actor
    from graph.store import Transaction

MOST_NAMED = 2
# So that those that are not named are counted as far as is told.
MOST = MOST_COUNTED + MOST_NAMED + 1
LAST = 1_000_000_000


class Show(StrEnum):
    """Which goals the overview shows; the values stand in the address."""

    WITHOUT_INITIATIVE = "zonder-initiatief"
    WITHOUT_OFFICIAL = "zonder-aanspreekpunt"
    OPEN = "open"


class Order(StrEnum):
    """In which order the goals come; but for the first they are not put together by programme.

    The values stand in the address.
    """

    PROGRAMME = "programma"
    NAME = "naam"
    MOST = "meeste"
    FEWEST = "minste"


@dataclass(frozen=True, slots=True)
class Question:
    """What the reader asks for: words, a theme with the narrower ones, an area with those inside it, an order."""

    words: str = ""
    theme: str | None = None
    area: str | None = None
    show: Show | None = None
    order: Order = Order.PROGRAMME


class InProgramme(Protocol):
    """What the order of goals is told by."""

    @property
    def id(self) -> str:
        """The goal."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def code(self) -> str | None:
        """Its code, with those above it in front."""

    @property
    def programme(self) -> Mention | None:
        """The top of its tree, also for the top itself."""

    @property
    def programme_code(self) -> str | None:
        """The code of that."""


AnyGoal = TypeVar("AnyGoal", bound=InProgramme)


@dataclass(frozen=True, slots=True)
class Source:
    """The policy note in which a goal stands, and on which page."""

    mention: Mention
    page: int | None


@dataclass(frozen=True, slots=True)
class GoalFound:
    """One goal as it is found; `initiatives` are all that contribute, `partners` those nearest to its themes.

    `below` says whether an initiative contributes to a goal below it.
    """

    id: str
    name: str
    code: str | None
    level: GoalLevel | None
    open_for_contribution: bool
    visibility: Visibility
    programme: Mention | None
    programme_code: str | None
    notes: tuple[Source, ...]
    initiatives: tuple[Mention, ...]
    below: bool
    partners: tuple[Mention, ...]

    @property
    def has_initiative(self) -> bool:
        """Whether an initiative is known at the goal or at one below it."""
        return bool(self.initiatives) or self.below


@dataclass(frozen=True, slots=True)
class GoalInOverview(GoalFound):
    """One goal with who answers for it."""

    responsible: Responsible

    @property
    def named(self) -> tuple[Mention, ...]:
        """The initiatives named on the page."""
        return self.initiatives[:MOST_NAMED]

    @property
    def more(self) -> int:
        """How many initiatives are not named."""
        return len(self.initiatives) - len(self.named)

    def fits(self, show: Show | None) -> bool:
        """Whether the goal belongs to this part of the overview."""
        match show:
            case Show.WITHOUT_INITIATIVE:
                return not self.has_initiative
            case Show.WITHOUT_OFFICIAL:
                return not self.responsible.officials
            case Show.OPEN:
                return self.open_for_contribution
            case _:
                return True


@dataclass(frozen=True, slots=True)
class Programme:
    """The top of a tree with its goals, itself the first; None gathers goals that stand alone."""

    mention: Mention | None
    goals: tuple[GoalInOverview, ...]

    @property
    def initiatives(self) -> int:
        """How many different initiatives contribute to its goals."""
        return len({each.id for goal in self.goals for each in goal.initiatives})

    @property
    def notes(self) -> tuple[Mention, ...]:
        """The notes in which its goals stand."""
        return tuple({source.mention.id: source.mention for goal in self.goals for source in goal.notes}.values())


@dataclass(frozen=True, slots=True)
class Filter:
    """One choice of a filter: how many goals it holds."""

    filter: str
    value: str
    name: str
    goals: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Every goal that was asked for, per programme; `matching` holds them before `Question.show` was applied."""

    programmes: tuple[Programme, ...]
    matching: tuple[GoalInOverview, ...]
    filters: tuple[Filter, ...]

    @property
    def goals(self) -> list[GoalInOverview]:
        """The goals shown, in order."""
        return [goal for programme in self.programmes for goal in programme.goals]

    @property
    def notes(self) -> int:
        """In how many notes the goals shown stand."""
        return len({source.mention.id for goal in self.goals for source in goal.notes})

    def count(self, show: Show | None) -> int:
        """How many goals this part of the overview has."""
        return sum(1 for goal in self.matching if goal.fits(show))

    @property
    def without_initiative(self) -> int:
        """How many of the goals shown have no initiative, also not at a goal below them."""
        return sum(1 for goal in self.goals if not goal.has_initiative)

    def choices_of(self, name: str) -> list[Filter]:
        """The choices of one filter: theme or area."""
        return [each for each in self.filters if each.filter == name]


GOALS = Read("overview/goals", GoalFound)
FILTERS = Read("overview/filters", Filter)


def overview(tx: Transaction, *, actor: Actor, question: Question) -> Overview:
    """All goals that fit the question, with who answers for them."""
    found = GOALS.all(
        tx,
        visible=actor.visible,
        on=clock.today(),
        words=question.words.casefold() or None,
        theme=question.theme,
        area=question.area,
    )
    answering = officials.responsible(tx, actor=actor, record_ids=[goal.id for goal in found])
    counts = {goal.id: min(len(goal.initiatives), MOST) for goal in found}
    goals = tuple(_answered(goal, answering[goal.id]) for goal in in_order(found, question.order, counts))
    fitting = [goal for goal in goals if goal.fits(question.show)]
    by_programme = question.order is Order.PROGRAMME
    return Overview(
        programmes=tuple(_programmes(fitting) if by_programme else [Programme(None, tuple(fitting))]),
        matching=goals,
        filters=tuple(FILTERS.all(tx, visible=actor.visible, on=clock.today())),
    )


def in_order(goals: Iterable[AnyGoal], order: Order, counts: Mapping[str, int]) -> list[AnyGoal]:
    """The goals in this order; `counts` says how many initiatives each has, where the order asks for it."""
    if order is Order.PROGRAMME:
        return sorted(goals, key=_place)
    sign = {Order.NAME: 0, Order.MOST: -1, Order.FEWEST: 1}[order]
    return sorted(goals, key=lambda goal: (sign * counts.get(goal.id, 0), goal.name.casefold(), goal.id))


def _place(goal: InProgramme) -> tuple[Any, ...]:
    """Programmes in the order of their codes, each whole from its top, then what stands alone.

    Codes come in the order people count, that is 2 before 10, and 1.2 before 1.10.
    """
    return (
        goal.programme is None,
        counted_code(goal.programme_code or "~"),
        (goal.programme.name.casefold(), goal.programme.id) if goal.programme else ("", ""),
        goal.programme is not None and goal.programme.id != goal.id,
        counted_code(goal.code or "~"),
    )


def counted_code(code: str) -> tuple[tuple[int, str], ...]:
    """A code to sort by, its numbers as people count them."""
    parts = re.split(r"[.\-\s]+", code)
    return tuple((int(part), "") if part.isdecimal() and part.isascii() else (LAST, part) for part in parts)


def _programmes(goals: Iterable[GoalInOverview]) -> list[Programme]:
    found: dict[str | None, list[GoalInOverview]] = {}
    for goal in goals:
        found.setdefault(goal.programme.id if goal.programme else None, []).append(goal)
    alone = found.pop(None, [])
    programmes = [Programme(goals[0].programme, tuple(goals)) for goals in found.values()]
    return [*programmes, *([Programme(None, tuple(alone))] if alone else [])]


def _answered(goal: GoalFound, responsible: Responsible) -> GoalInOverview:
    found = {each.name: getattr(goal, each.name) for each in fields(goal)}
    return GoalInOverview(**found, responsible=responsible)
