"""The overview of goals a page at a time: every goal is found and counted, and those of the page are told in full.

A programme that does not fit goes on on the next page; what stands behind its name is always about the whole of it.
In another order than that of the programmes all goals stand together, as those that stand alone do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import clock, officials
from graph.mentions import Mention
from graph.model import GoalLevel
from graph.overview import FILTERS, MOST, MOST_NAMED, Filter, Order, Question, Show, Source, in_order
from graph.query import Read
from graph.remembering import remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.officials import Responsible
    from graph.rights import Actor
    from graph.store import Transaction

ALONE = ""


@dataclass(frozen=True, slots=True)
class GoalListed:
    """One goal as it is found; `contributed` says whether an initiative does, `below` whether one does below it."""

    id: str
    name: str
    code: str | None
    level: GoalLevel | None
    open_for_contribution: bool
    programme: Mention | None
    programme_code: str | None
    notes: tuple[Source, ...]
    contributed: bool
    below: bool

    @property
    def has_initiative(self) -> bool:
        """Whether an initiative is known at the goal or at one below it."""
        return self.contributed or self.below


@dataclass(frozen=True, slots=True)
class Around:
    """How many initiatives contribute to a goal (`MOST` stands for more), some by name, and possible partners."""

    id: str
    initiatives: int
    named: tuple[Mention, ...]
    partners: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Contributing:
    """How many different initiatives contribute to a programme; `MOST` stands for more."""

    key: str
    initiatives: int


@dataclass(frozen=True, slots=True)
class GoalShown:
    """One goal of the page, told in full."""

    goal: GoalListed
    around: Around
    responsible: Responsible

    @property
    def more(self) -> int:
        """How many initiatives are not named."""
        return self.around.initiatives - len(self.around.named)


@dataclass(frozen=True, slots=True)
class ProgrammePart:
    """A programme, or None for goals that stand alone: its goals on this page, and how much there is in all."""

    mention: Mention | None
    goals: tuple[GoalShown, ...]
    number: int
    initiatives: int
    notes: tuple[Mention, ...]
    began_earlier: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Glance:
    """Every goal that was asked for, in order, and how many each part of the overview has."""

    goals: tuple[GoalListed, ...]
    counts: dict[Show | None, int]
    filters: tuple[Filter, ...]

    @property
    def total(self) -> int:
        """How many goals are shown in all."""
        return len(self.goals)

    @property
    def notes(self) -> int:
        """In how many notes they stand."""
        return len({source.mention.id for goal in self.goals for source in goal.notes})

    @property
    def without_initiative(self) -> int:
        """How many of them have no initiative, also not at a goal below them."""
        return sum(1 for goal in self.goals if not goal.has_initiative)

    def choices_of(self, name: str) -> list[Filter]:
        """The choices of one filter: theme or area."""
        return [each for each in self.filters if each.filter == name]


@dataclass(frozen=True, slots=True)
class GoalPage:
    """The glance at all goals, and the programmes of one page of it."""

    glance: Glance
    programmes: tuple[ProgrammePart, ...]


LIST = Read("overview/list", GoalListed)
AROUND = Read("overview/around", Around)
CONTRIBUTING = Read("overview/contributing", Contributing)


def page(tx: Transaction, *, actor: Actor, question: Question, skip: int, limit: int | None) -> GoalPage:
    """Goals `skip` to `skip + limit` of those that fit the question, per programme; without `limit` all that follow."""
    # What people type differs each time, and would fill the memory.
    work = _page if question.words else _known_page
    return work(tx, actor=actor, question=question, skip=skip, limit=limit)


def _page(tx: Transaction, *, actor: Actor, question: Question, skip: int, limit: int | None) -> GoalPage:
    glance = (_glance if question.words else _known_glance)(tx, actor=actor, question=question)
    until = len(glance.goals) if limit is None else skip + limit
    return GoalPage(glance, _parts(tx, actor, question, glance.goals, skip, until))


def _glance(tx: Transaction, *, actor: Actor, question: Question) -> Glance:
    named = _named(actor, question)
    listed = LIST.all(tx, **named, words=question.words.casefold() or None, theme=question.theme)
    found = in_order(listed, question.order, _counts(tx, actor, question, listed))
    answering = officials.responsible(tx, actor=actor, record_ids=[goal.id for goal in found])
    fitting: dict[Show | None, list[GoalListed]] = {
        None: found,
        Show.WITHOUT_INITIATIVE: [goal for goal in found if not goal.has_initiative],
        Show.WITHOUT_OFFICIAL: [goal for goal in found if not answering[goal.id].officials],
        Show.OPEN: [goal for goal in found if goal.open_for_contribution],
    }
    return Glance(
        goals=tuple(fitting[question.show]),
        counts={show: len(goals) for show, goals in fitting.items()},
        filters=tuple(FILTERS.all(tx, visible=actor.visible, on=clock.today())),
    )


def _counts(tx: Transaction, actor: Actor, question: Question, goals: Sequence[GoalListed]) -> dict[str, int]:
    """How many initiatives each goal has, where the order asks for it."""
    if question.order not in {Order.MOST, Order.FEWEST}:
        return {}
    groups = [{"key": goal.id, "ids": [goal.id]} for goal in goals if goal.contributed]
    found = CONTRIBUTING.all(tx, **_named(actor, question), groups=groups, most=MOST)
    return {each.key: each.initiatives for each in found}


_known_page = remembered(_page)
_known_glance = remembered(_glance)


def _parts(
    tx: Transaction, actor: Actor, question: Question, goals: Sequence[GoalListed], skip: int, until: int
) -> tuple[ProgrammePart, ...]:
    shown = goals[skip:until]
    ids = [goal.id for goal in shown]
    around = {each.id: each for each in AROUND.all(tx, **_named(actor, question), ids=ids, named=MOST_NAMED, most=MOST)}
    answering = officials.responsible(tx, actor=actor, record_ids=ids)
    key_of = _key if question.order is Order.PROGRAMME else _together
    wholes: dict[str, list[GoalListed]] = {key_of(goal): [] for goal in shown}
    for goal in goals:
        if key_of(goal) in wholes:
            wholes[key_of(goal)].append(goal)
    groups = [{"key": key, "ids": [goal.id for goal in whole]} for key, whole in wholes.items()]
    counts = {
        each.key: each.initiatives for each in CONTRIBUTING.all(tx, **_named(actor, question), groups=groups, most=MOST)
    }
    return tuple(
        _part(
            whole,
            [GoalShown(each, around[each.id], answering[each.id]) for each in shown if key_of(each) == key],
            counts[key],
            mention=whole[0].programme if key else None,
        )
        for key, whole in wholes.items()
    )


def _part(
    whole: Sequence[GoalListed], here: Sequence[GoalShown], initiatives: int, *, mention: Mention | None
) -> ProgrammePart:
    return ProgrammePart(
        mention=mention,
        goals=tuple(here),
        number=len(whole),
        initiatives=initiatives,
        notes=tuple({source.mention.id: source.mention for goal in whole for source in goal.notes}.values()),
        began_earlier=here[0].goal != whole[0],
        goes_on=here[-1].goal != whole[-1],
    )


def _named(actor: Actor, question: Question) -> dict[str, Any]:
    return {"visible": actor.visible, "on": clock.today(), "area": question.area}


def _key(goal: GoalListed) -> str:
    return goal.programme.id if goal.programme else ALONE


def _together(_goal: GoalListed) -> str:
    return ALONE
