"""One requirement with the initiatives it hits, and the requirements of one initiative."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.errors import NotAllowed, NotFound
from graph.mentions import Mention, missing
from graph.model import RequirementState, Visibility
from graph.query import Read
from graph.requirements import past
from graph.requirements.listing import ROWS
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_LISTED = 300


def _days(asked_on: dt.date | None, answered_on: dt.date | None) -> int:
    return max(0, ((answered_on or clock.today()) - asked_on).days) if asked_on else 0


@dataclass(frozen=True, slots=True)
class Must:
    """A requirement of one initiative; question and answer are None for who may not read them.

    `own`: the reader undertakes the initiative.
    """

    id: str
    name: str
    description: str | None
    lang: str
    legally_required: bool
    legal_basis: str | None
    why: str | None
    help_offered: str | None
    state: RequirementState
    questioned_on: dt.date | None
    question: str | None
    answered_on: dt.date | None
    answer: str | None
    own: bool
    teams: tuple[Mention, ...]

    @property
    def is_waiting(self) -> bool:
        """Whether a question about it waits for an answer."""
        return self.questioned_on is not None and self.answered_on is None

    @property
    def days(self) -> int:
        """Days between the question and the answer, or today."""
        return _days(self.questioned_on, self.answered_on)

    @property
    def may_ask(self) -> bool:
        """Whether the reader can ask why it is required: it is the reader's own, still open, and no question waits."""
        return self.own and self.state is RequirementState.OPEN and not self.is_waiting


@dataclass(frozen=True, slots=True)
class Hit:
    """An initiative that must meet the requirement; question and answer only for who may read them."""

    initiative: Mention
    state: RequirementState
    questioned_on: dt.date | None
    question: str | None
    answered_on: dt.date | None
    answer: str | None

    @property
    def is_waiting(self) -> bool:
        """Whether its question waits for an answer."""
        return self.questioned_on is not None and self.answered_on is None

    @property
    def days(self) -> int:
        """Days between the question and the answer, or today."""
        return _days(self.questioned_on, self.answered_on)


@dataclass(frozen=True, slots=True)
class RequirementFacts:
    """What stands on the requirement itself and who sets it."""

    id: str
    name: str
    visibility: Visibility
    until: dt.date | None
    description: str | None
    lang: str
    legally_required: bool
    legal_basis: str | None
    why: str | None
    help_offered: str | None
    teams: tuple[Mention, ...]

    @property
    def lacks_basis(self) -> bool:
        """Whether it is said to be the law, and nobody wrote down which."""
        return self.legally_required and self.legal_basis is None


@dataclass(frozen=True, slots=True)
class RequirementPage:
    """Everything the page of one requirement shows; `hits` are at most `MOST_LISTED`, the counts are of all."""

    facts: RequirementFacts
    hits: tuple[Hit, ...]
    initiatives: int
    met: int

    @property
    def is_cut(self) -> bool:
        """Whether there are more initiatives than are shown."""
        return len(self.hits) == MOST_LISTED


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question about a requirement that waits for an answer."""

    requirement_id: str
    requirement: str
    initiative: Mention
    questioned_on: dt.date

    @property
    def days(self) -> int:
        """Days since it was asked."""
        return _days(self.questioned_on, None)


OF_INITIATIVE = Read("requirements/of_initiative", Must)
FACTS = Read("requirements/facts", RequirementFacts)
HITS = Read("requirements/hits", Hit)
WAITING = Read("requirements/waiting", Waiting)


def of_initiative(tx: Transaction, *, actor: Actor, initiative_id: str) -> tuple[Must, ...]:
    """The requirements of one initiative, open ones first."""
    found = OF_INITIATIVE.all(
        tx,
        id=initiative_id,
        visible=actor.visible,
        private=actor.may(Permission.SEE_PRIVATE),
        person_id=actor.person_id,
        on=clock.today(),
        past=clock.past(),
        stood=past.stood(tx, initiative_id=initiative_id),
    )
    return tuple(found)


def own(tx: Transaction, *, actor: Actor, initiative_id: str, requirement_id: str) -> Must:
    """A requirement of one's own initiative; raises NotAllowed for another's, NotFound when it has none such."""
    actor.must(Permission.EDIT_OWN)
    found = of_initiative(tx, actor=actor, initiative_id=initiative_id)
    if not all(each.own for each in found):
        message = f"{actor.name} does not undertake this initiative"
        raise NotAllowed(message)
    for each in found:
        if each.id == requirement_id:
            return each
    raise NotFound(requirement_id)


def page(tx: Transaction, *, actor: Actor, requirement_id: str) -> RequirementPage:
    """The page of one requirement; raises NotFound, or Moved when it was merged into another."""
    facts = FACTS.maybe(tx, id=requirement_id, visible=actor.visible, on=clock.today())
    if facts is None:
        missing(tx, actor=actor, record_id=requirement_id)
    stood = past.stood(tx, requirement_id=requirement_id)
    counted = ROWS.one(
        tx, id=requirement_id, visible=actor.visible, on=clock.today(), past=clock.past(), stood=stood, limit=1
    )
    hits = tuple(_hits(tx, actor, requirement_id, None, stood))
    return RequirementPage(facts, hits, counted.initiatives, counted.met)


def one_hit(tx: Transaction, *, actor: Actor, requirement_id: str, initiative_id: str) -> tuple[RequirementFacts, Hit]:
    """One requirement and how one initiative stands with it; raises NotFound."""
    facts = FACTS.one(tx, id=requirement_id, visible=actor.visible, on=clock.today())
    stood = past.stood(tx, requirement_id=requirement_id)
    for hit in _hits(tx, actor, requirement_id, initiative_id, stood):
        return facts, hit
    raise NotFound(initiative_id)


def waiting(tx: Transaction, *, actor: Actor, limit: int = MOST_LISTED) -> list[Waiting]:
    """The questions that wait for an answer, longest first; raises NotAllowed for who is no employee."""
    actor.must(Permission.SEE_DRAFTS)
    return WAITING.all(tx, visible=actor.visible, limit=limit)


def _hits(
    tx: Transaction, actor: Actor, requirement_id: str, initiative_id: str | None, stood: past.Stood
) -> list[Hit]:
    private = actor.may(Permission.SEE_PRIVATE)
    return HITS.all(
        tx,
        id=requirement_id,
        initiative_id=initiative_id,
        visible=actor.visible,
        private=private,
        on=clock.today(),
        past=clock.past(),
        stood=stood,
        limit=MOST_LISTED,
    )
