"""Who could apply together under one subsidy scheme: they work at the same goal, and show no contact."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.bridges import life, standing
from graph.errors import NotFound
from graph.mentions import Mention
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission
from graph.schemes.facts import facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rights import Actor
    from graph.store import Transaction

# Nobody asks so many pairs; the page says when there may be more.
MOST_PAIRS = 5_000


class Money(StrEnum):
    """Who of a pair got money under the scheme; the others asked and are not answered yet."""

    BOTH = "both"
    ONE = "one"
    NONE = "none"


class PairOrder(StrEnum):
    """In which order pairs stand: those that share most goals first, or by name."""

    SHARED = "shared"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Strangers:
    """Two initiatives of one scheme that work at the same goals, rarest first, without contact that we see.

    `first_given` and `second_given` tell whether they got something; else they asked and are not answered yet.
    """

    first: Mention
    first_given: bool
    second: Mention
    second_given: bool
    goals: tuple[Mention, ...]

    @property
    def money(self) -> Money:
        """Who of the two got money."""
        return (Money.NONE, Money.ONE, Money.BOTH)[self.first_given + self.second_given]

    @property
    def name(self) -> tuple[str, str]:
        """What the pair is sorted by."""
        return self.first.name.casefold(), self.second.name.casefold()


@dataclass(frozen=True, slots=True)
class PairSelection:
    """Which pairs are shown: those that share one goal, those of whom so many got money; None is all."""

    goal: str | None = None
    money: Money | None = None
    order: PairOrder = PairOrder.SHARED

    def fits(self, pair: Strangers) -> bool:
        """Whether a pair is shown."""
        return self.money in {None, pair.money} and (
            self.goal is None or any(goal.id == self.goal for goal in pair.goals)
        )


@dataclass(frozen=True, slots=True)
class Group:
    """The pairs whose rarest shared goal is `goal`, and how many initiatives they are together."""

    goal: Mention
    pairs: tuple[Strangers, ...]

    @property
    def initiatives(self) -> int:
        """How many initiatives are in it."""
        return len({end.id for pair in self.pairs for end in (pair.first, pair.second)})


@dataclass(frozen=True, slots=True)
class PairListing:
    """Some pairs, how many there are in all, and how many each choice of a filter would give.

    `is_cut` tells that there may be more than the `MOST_PAIRS` that were read.
    """

    total: int
    rows: tuple[Strangers, ...]
    goals: Counter[Mention]
    money: Counter[Money]
    is_cut: bool

    @property
    def groups(self) -> list[Group]:
        """The pairs that are shown by the rarest goal they share, in their order."""
        goals = {pair.goals[0].id: pair.goals[0] for pair in self.rows}
        return [
            Group(goal, tuple(pair for pair in self.rows if pair.goals[0].id == goal.id)) for goal in goals.values()
        ]


STRANGERS = Read("schemes/strangers", Strangers)
_ALL = PairSelection()


def pairs(
    tx: Transaction,
    *,
    actor: Actor,
    scheme_id: str,
    selection: PairSelection = _ALL,
    skip: int = 0,
    limit: int = MOST_PAIRS,
) -> PairListing:
    """Pairs `skip` to `skip + limit` of a selection, with the counts of the filters; raises NotAllowed, NotFound."""
    actor.must(Permission.SEE_BRIDGES)
    facts(tx, actor=actor, scheme_id=scheme_id)
    every = _every(tx, actor=actor, scheme_id=scheme_id)
    found = [each for each in every if selection.fits(each)]
    if selection.order is PairOrder.NAME:
        found.sort(key=lambda pair: pair.name)
    any_goal = (each for each in every if replace(selection, goal=None).fits(each))
    any_money = (each for each in every if replace(selection, money=None).fits(each))
    return PairListing(
        total=len(found),
        rows=tuple(found[skip : skip + limit]),
        goals=_counted(any_goal),
        money=Counter(each.money for each in any_money),
        is_cut=len(every) == MOST_PAIRS,
    )


def ask_together(tx: Transaction, *, actor: Actor, scheme_id: str, a: str, b: str, text: str) -> standing.Bridge:
    """Both groups are asked whether they want to apply together, with `text`: a bridge in the state asked.

    Raises NotAllowed, NotFound (no such pair under this scheme, or nobody can apply together) and as `life.ask`.
    """
    actor.must(Permission.BUILD_BRIDGES)
    found = facts(tx, actor=actor, scheme_id=scheme_id)
    if not found.can_apply_together or pair(tx, actor=actor, scheme_id=scheme_id, a=a, b=b) is None:
        raise NotFound(standing.pair_of(a, b))
    return life.ask(tx, actor=actor, a=a, b=b, text=text)


def pair(tx: Transaction, *, actor: Actor, scheme_id: str, a: str, b: str) -> Strangers | None:
    """The pair of these two, in either order; None when they are none. Raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    return STRANGERS.maybe(tx, id=scheme_id, only=[a, b], visible=actor.visible, on=clock.today(), limit=1)


@remembered
def _every(tx: Transaction, *, actor: Actor, scheme_id: str) -> tuple[Strangers, ...]:
    """The same for every selection, page and order."""
    return tuple(STRANGERS.all(tx, id=scheme_id, only=None, visible=actor.visible, on=clock.today(), limit=MOST_PAIRS))


def _counted(found: Iterable[Strangers]) -> Counter[Mention]:
    return Counter(goal for each in found for goal in each.goals)
