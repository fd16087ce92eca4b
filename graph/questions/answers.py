"""The answers to a question: rows of the same form for every question, counted up to a thousand."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.counting import MOST_COUNTED
from graph.errors import Invalid
from graph.mentions import Listed, Mention
from graph.properties import Reason
from graph.query import Read
from graph.questions.asking import KINDS, Ask, Parameter
from graph.remembering import remembered
from graph.rights import Permission
from graph.supply.matches import GENERAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.model import Kind
    from graph.questions.asking import Question
    from graph.rights import Actor
    from graph.store import Transaction

# Pairs are looked for among so many of the newest initiatives at one goal or scheme: half a million pairs at most.
MOST_COMPARED = 1_000
MOST_CHOICES = 5_000
# An alert looks further than a page: what is new may stand anywhere in the order of the question.
MOST_WATCHED = 10_000
# A year without a sign of life is as many days here as in the list of doubted statuses.
DAYS_A_YEAR, MONTHS_A_YEAR = 365, 12


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the record or the pair that it is, what it leans on, an amount where there is one, and the places.

    `key` tells it from other answers to the same question, also tomorrow. The amount is in initiatives, days or
    months, as the question says.
    """

    key: str
    subjects: tuple[Mention, ...]
    through: tuple[Mention, ...]
    amount: int | None
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers, `MOST_COUNTED` or as many as were asked for, in the order of the question, and the records it names.

    `more` tells that there are more answers than these.
    """

    question: Question
    named: Mapping[Parameter, Mention]
    rows: tuple[Answer, ...]
    more: bool

    @property
    def total(self) -> int:
        """How many there are; one more than was asked for stands for more."""
        return len(self.rows) + self.more


QUERIES = {
    Ask.SHARED_GOAL: Read("questions/shared_goal", Answer),
    Ask.WITHOUT_CONTACT: Read("questions/without_contact", Answer),
    Ask.WHITE_SPOTS: Read("questions/white_spots", Answer),
    Ask.PARTNERS: Read("questions/partners", Answer),
    Ask.WAITING: Read("questions/waiting", Answer),
    Ask.SILENT: Read("questions/silent", Answer),
    Ask.UNMET: Read("questions/unmet", Answer),
    Ask.TOGETHER: Read("questions/together", Answer),
}
NAMED = Read("questions/named", Mention)
CHOICES = Read("questions/choices", Listed)


@remembered
def answers(tx: Transaction, *, actor: Actor, question: Question) -> Answers:
    """What this person may see of the answers.

    Raises NotAllowed for who is no employee, and Invalid with the parameter that is missing, out of bounds, or no
    longer there.
    """
    return _answers(tx, actor=actor, question=question, most=MOST_COUNTED)


def watched(tx: Transaction, *, actor: Actor, question: Question) -> Answers:
    """The same as far as an alert looks, at most `MOST_WATCHED`; raises what `answers` raises."""
    return _answers(tx, actor=actor, question=question, most=MOST_WATCHED)


def _answers(tx: Transaction, *, actor: Actor, question: Question, most: int) -> Answers:
    actor.must(Permission.SEE_DRAFTS)
    question.check()
    known = named(tx, actor=actor, question=question)
    query = QUERIES[question.ask]
    offered = _offered(actor, question) | {"limit": most + 1}
    found = query.all(tx, **{name: offered[name] for name in query.statement.parameters})
    return Answers(question, known, tuple(found[:most]), more=len(found) > most)


def named(tx: Transaction, *, actor: Actor, question: Question) -> Mapping[Parameter, Mention]:
    """The records that the question names; raises Invalid with the parameter whose record this person cannot see."""
    records = question.records
    found = {each.id: each for each in NAMED.all(tx, ids=list(records.values()), visible=actor.visible)}
    for parameter, record_id in records.items():
        if record_id not in found or found[record_id].kind not in KINDS[parameter]:
            raise Invalid(parameter, Reason.UNKNOWN)
    return {parameter: found[record_id] for parameter, record_id in records.items()}


@remembered
def choices(tx: Transaction, *, actor: Actor, kinds: tuple[Kind, ...]) -> list[Listed]:
    """The records of these kinds to choose from, by name; raises NotAllowed for who is no employee."""
    actor.must(Permission.SEE_DRAFTS)
    return CHOICES.all(
        tx, kinds=[kind.value for kind in kinds], visible=actor.visible, on=clock.today(), limit=MOST_CHOICES
    )


def _offered(actor: Actor, question: Question) -> dict[str, Any]:
    """Every parameter that a statement can ask for."""
    today = clock.today()
    return question.properties() | {
        "kind": question.kind,
        "since": today - dt.timedelta(days=(question.number or 0) * DAYS_A_YEAR // MONTHS_A_YEAR),
        "general": [each.value for each in GENERAL],
        "visible": actor.visible,
        "on": today,
        "zone": clock.zone().key,
        "most": MOST_COMPARED,
    }
