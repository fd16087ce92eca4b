"""Subsidy schemes: the list, the page of one, and who could apply together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, past
from graph.bridges import life, standing
from graph.counting import MOST_COUNTED
from graph.errors import NotFound
from graph.mentions import Mention, missing
from graph.model import Visibility
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_LISTED = 25
MOST_SCHEMES = 2_000
MOST_PAIRS = 100


@dataclass(frozen=True, slots=True)
class SchemeInList:
    """One line of the list; `grants` and `applications` count contributions given and not answered yet."""

    id: str
    name: str
    visibility: Visibility
    ceiling: float | None
    deadline: dt.date | None
    joint_application: bool | None
    goals: tuple[Mention, ...]
    themes: tuple[Mention, ...]
    grants: int
    applications: int
    granted: float

    @property
    def is_open(self) -> bool | None:
        """Whether people can still apply; None when no last day is known."""
        return None if self.deadline is None else self.deadline >= clock.today()


@dataclass(frozen=True, slots=True)
class Grant:
    """What one initiative was given and asked under the scheme, all together, euros."""

    mention: Mention
    granted: float | None
    asked: float | None
    grants: int
    last_year: int | None
    is_given: bool
    is_asked: bool


@dataclass(frozen=True, slots=True)
class SchemeFacts:
    """What stands on the scheme and one link away; `grants`, `granted`, `applications`, `applied` are totals, euros."""

    id: str
    visibility: Visibility
    lang: str
    name: str
    description: str | None
    ceiling: float | None
    deadline: dt.date | None
    joint_application: bool | None
    url: str | None
    goals: tuple[Mention, ...]
    themes: tuple[Mention, ...]
    grants: int
    granted: float
    applications: int
    applied: float

    @property
    def is_open(self) -> bool | None:
        """Whether people can still apply; None when no last day is known."""
        return None if self.deadline is None else self.deadline >= clock.today()

    @property
    def can_apply_together(self) -> bool:
        """Whether it makes sense to ask parties for a joint application now."""
        return bool(self.joint_application) and self.is_open is not False


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
class Recipients:
    """How many initiatives got or asked something; `MOST_COUNTED` + 1 stands for more."""

    total: int


@dataclass(frozen=True, slots=True)
class SchemePage:
    """Everything the page of one scheme shows; `strangers` is empty for who may not see bridges.

    `initiatives` are some of `recipients`, `MOST_COUNTED` + 1 of which stands for more.
    """

    facts: SchemeFacts
    recipients: int
    initiatives: tuple[Grant, ...]
    strangers: tuple[Strangers, ...]

    @property
    def is_cut(self) -> bool:
        """Whether there may be more strangers, or more initiatives, than were read."""
        return len(self.strangers) == MOST_PAIRS

    @property
    def groups(self) -> list[Group]:
        """The strangers by the goal they share, each pair once, in the order of the pairs."""
        goals = {pair.goals[0].id: pair.goals[0] for pair in self.strangers}
        return [
            Group(goal, tuple(pair for pair in self.strangers if pair.goals[0].id == goal.id))
            for goal in goals.values()
        ]

    def strangers_of(self, a: str, b: str) -> Strangers | None:
        """The pair of these two, in either order; None when they are none."""
        ids = {a, b}
        return next((each for each in self.strangers if {each.first.id, each.second.id} == ids), None)


LIST = Read("schemes/list", SchemeInList)
FACTS = Read("schemes/facts", SchemeFacts)
GRANTS = Read("schemes/grants", Grant)
RECIPIENTS = Read("schemes/recipients", Recipients)
STRANGERS = Read("schemes/strangers", Strangers)


@remembered
def listing(tx: Transaction, *, actor: Actor) -> list[SchemeInList]:
    """Every scheme the reader may see, by name."""
    return LIST.all(tx, visible=actor.visible, on=clock.today(), past=clock.past(), limit=MOST_SCHEMES)


def page(tx: Transaction, *, actor: Actor, scheme_id: str, skip: int = 0, limit: int = MOST_LISTED) -> SchemePage:
    """The page of one scheme with some of its initiatives; raises NotFound, or Moved when it was merged."""
    named = {"id": scheme_id, "visible": actor.visible}
    day = {"on": clock.today(), "past": clock.past()}
    facts = FACTS.maybe(tx, **named, **day)
    if facts is None:
        missing(tx, actor=actor, record_id=scheme_id)
    facts = past.as_it_stood(tx, facts, actor=actor)
    strangers = (
        STRANGERS.all(tx, **named, on=clock.today(), limit=MOST_PAIRS) if actor.may(Permission.SEE_BRIDGES) else []
    )
    return SchemePage(
        facts=facts,
        recipients=RECIPIENTS.one(tx, **named, **day, limit=MOST_COUNTED + 1).total,
        initiatives=tuple(GRANTS.all(tx, **named, **day, skip=skip, limit=limit)),
        strangers=tuple(strangers),
    )


def grants(tx: Transaction, *, actor: Actor, scheme_id: str, skip: int, limit: int) -> list[Grant]:
    """Rows `skip` to `skip + limit` of who got and asked something under a scheme, most given first, for a file."""
    day = {"on": clock.today(), "past": clock.past()}
    return GRANTS.all(tx, id=scheme_id, visible=actor.visible, **day, skip=skip, limit=limit)


def ask_together(tx: Transaction, *, actor: Actor, scheme_id: str, a: str, b: str, text: str) -> standing.Bridge:
    """Both groups are asked whether they want to apply together, with `text`: a bridge in the state asked.

    Raises NotAllowed, NotFound (no such pair under this scheme, or nobody can apply together) and as `life.ask`.
    """
    actor.must(Permission.BUILD_BRIDGES)
    found = page(tx, actor=actor, scheme_id=scheme_id)
    if not found.facts.can_apply_together or found.strangers_of(a, b) is None:
        raise NotFound(standing.pair_of(a, b))
    return life.ask(tx, actor=actor, a=a, b=b, text=text)
