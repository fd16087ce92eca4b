"""Questions kept under a name: for oneself, or for every colleague."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import audit, clock
from graph.errors import Conflict, Invalid, NotAllowed, NotFound
from graph.properties import LONGEST_LINE, Reason
from graph.query import Act, Read, Write
from graph.questions.answers import named
from graph.questions.asking import Ask, Question
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


class Rhythm(StrEnum):
    """How often somebody is told."""

    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told of new answers, how often, and when last."""

    account_id: str
    name: str
    rhythm: Rhythm
    weekday: int
    told_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Saved:
    """A question under its name; `owner` is None when that account is no longer there."""

    id: str
    name: str
    is_shared: bool
    version: int
    updated_at: dt.datetime
    owner_id: str | None
    owner: str | None
    question: Question
    alerts: tuple[Told, ...]

    def may_change(self, actor: Actor) -> bool:
        """Whether this person may change or remove it: the owner, and who administers what is shared."""
        own = actor.account_id == self.owner_id or (self.is_shared and actor.may(Permission.ADMINISTER))
        return own and actor.may(Permission.KEEP_QUESTIONS)

    def told(self, account_id: str | None) -> Told | None:
        """What this account is told of it; None when nothing."""
        return next((each for each in self.alerts if each.account_id == account_id), None)


class Whose(StrEnum):
    """Which questions are shown: one's own, those of others, or those one is told of."""

    OWN = "own"
    OTHERS = "others"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows; None is every question, in order of name unless what changed last comes first."""

    ask: Ask | None = None
    whose: Whose | None = None
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions ask the same, are one's own or not, and tell one of new answers or not."""

    ask: Ask
    is_own: bool
    is_told: bool
    questions: int

    def fits(self, selection: Selection) -> bool:
        """Whether the list shows these."""
        whose = {None: True, Whose.OWN: self.is_own, Whose.OTHERS: not self.is_own, Whose.TOLD: self.is_told}
        return selection.ask in {None, self.ask} and whose[selection.whose]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many questions the list shows, and how many each choice of a filter would give."""

    total: int
    asks: dict[Ask, int]
    whose: dict[Whose, int]


@dataclass(frozen=True, slots=True)
class Made:
    """Whether a question was kept just now, or was there already."""

    created: bool


KEEP = Write("questions/keep", Made)
HOLD = Act("questions/hold")
CHANGE = Act("questions/change")
REMOVE = Act("questions/remove")
SAVED = Read("questions/saved", Saved)
TALLY = Read("questions/tally", Tally)
_ALL = Selection()


def counts(tx: Transaction, *, actor: Actor, selection: Selection = _ALL) -> Counts:
    """How many questions of a selection this person may see, with the choices of the filters; raises NotAllowed."""
    tallies = TALLY.all(tx, account_id=_account(actor))

    def number(chosen: Selection) -> int:
        return sum(each.questions for each in tallies if each.fits(chosen))

    return Counts(
        total=number(selection),
        asks={each: number(replace(selection, ask=each)) for each in Ask},
        whose={each: number(replace(selection, whose=each)) for each in Whose},
    )


def listing(tx: Transaction, *, actor: Actor, selection: Selection = _ALL, skip: int, limit: int) -> list[Saved]:
    """Rows `skip` to `skip + limit` of the questions that this person may see; raises NotAllowed."""
    asked = {"ask": selection.ask, "whose": selection.whose, "newest_first": selection.newest_first}
    return SAVED.all(tx, id=None, account_id=_account(actor), **asked, skip=skip, limit=limit)


def read(tx: Transaction, *, actor: Actor, question_id: str) -> Saved:
    """One question; raises NotAllowed, and NotFound also when it is somebody else's own."""
    every = {"ask": None, "whose": None, "newest_first": False}
    return SAVED.one(tx, id=question_id, account_id=_account(actor), **every, skip=0, limit=1)


def changeable(tx: Transaction, *, actor: Actor, question_id: str) -> Saved:
    """One question that this person may change; raises NotAllowed, NotFound."""
    actor.must(Permission.KEEP_QUESTIONS)
    found = read(tx, actor=actor, question_id=question_id)
    if not found.may_change(actor):
        message = f"{actor.name} may not change this question"
        raise NotAllowed(message)
    return found


def keep(tx: Transaction, *, actor: Actor, question_id: str, name: str, is_shared: bool, question: Question) -> None:
    """Keep a question under a name; doing it again with the same id changes nothing.

    Raises NotAllowed, and Invalid for a name or a parameter that does not fit.
    """
    actor.must(Permission.KEEP_QUESTIONS)
    properties = _properties(tx, actor, name, question, is_shared=is_shared)
    made = KEEP.one(tx, id=question_id, account_id=_account(actor), properties=properties, at=clock.now())
    if made.created:
        audit.write(tx, actor=actor, lines=audit.differences(question_id, {}, properties, action="keep_question"))


def change(
    tx: Transaction,
    *,
    actor: Actor,
    question_id: str,
    version: int,
    name: str,
    is_shared: bool,
    question: Question,
) -> bool:
    """Change a question and return whether it now asks something else.

    Raises NotAllowed, NotFound, Invalid, and Conflict when it is no longer the version that was seen.
    """
    before = held(tx, actor=actor, question_id=question_id)
    properties = _properties(tx, actor, name, question, is_shared=is_shared)
    old: dict[str, Any] = {"name": before.name, "is_shared": before.is_shared} | before.question.properties()
    if before.version != version:
        raise Conflict(old)
    lines = audit.differences(question_id, old, properties, action="change_question")
    if lines:
        CHANGE.run(tx, id=question_id, properties=properties, at=clock.now())
        audit.write(tx, actor=actor, lines=lines, version=version + 1)
    return before.question != question


def remove(tx: Transaction, *, actor: Actor, question_id: str) -> None:
    """Remove a question and stop telling of it; raises NotAllowed, NotFound."""
    before = held(tx, actor=actor, question_id=question_id)
    REMOVE.run(tx, id=question_id)
    audit.write(tx, actor=actor, lines=[audit.Line("remove_question", question_id, "name", before.name, None)])


def held(tx: Transaction, *, actor: Actor, question_id: str) -> Saved:
    """A question that this person may change, held until the transaction ends; raises NotAllowed, NotFound."""
    actor.must(Permission.KEEP_QUESTIONS)
    HOLD.run(tx, id=question_id)
    return changeable(tx, actor=actor, question_id=question_id)


def _properties(tx: Transaction, actor: Actor, name: str, question: Question, *, is_shared: bool) -> dict[str, Any]:
    line = " ".join(name.split())
    if not line:
        raise Invalid("name", Reason.MISSING)
    if len(line) > LONGEST_LINE or not line.isprintable():
        raise Invalid("name", Reason.TOO_LONG if len(line) > LONGEST_LINE else Reason.CONTROL_CHARACTER)
    question.check()
    named(tx, actor=actor, question=question)
    return {"name": line, "is_shared": is_shared} | question.properties()


def _account(actor: Actor) -> str:
    actor.must(Permission.SEE_DRAFTS)
    if actor.account_id is None:
        raise NotFound("somebody without an account keeps no questions")
    return actor.account_id
