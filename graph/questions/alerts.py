"""Telling a colleague of new answers to a kept question: daily or weekly, and nothing when there is nothing new.

What was told is remembered as one 64-bit digest for each answer (BLAKE2b, RFC 7693), 8 kB for a thousand; a question
with more than `MOST_WATCHED` answers has no alert. An answer
that goes away is forgotten, so that it is news when it comes back. Who begins with at most `MOST_AT_FIRST` answers is
told of them the first time; with more of them only what comes after counts as new.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import audit, clock
from graph.errors import Invalid, NotAllowed
from graph.properties import Reason
from graph.query import Act, Read, Write
from graph.questions.answers import MOST_WATCHED, Answers, watched
from graph.questions.asking import Question
from graph.questions.saved import Rhythm, read
from graph.rights import MAY, Actor, Permission, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.questions.answers import Answer
    from graph.store import Transaction

MOST_AT_FIRST = 10
MOST_REVIEWERS = 1_000
MOST_ALERTS = 10_000
# Only while there are more answers than are watched: what drops out of sight is not forgotten at once.
MOST_SEEN = 2 * MOST_WATCHED
# A run that broke off lets go of its alerts after this time.
LEFT_LYING = dt.timedelta(minutes=30)
DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A colleague who can be told, with the rights that decide what of."""

    account_id: str
    person_id: str | None
    name: str
    email: str
    roles: frozenset[Role]

    @property
    def actor(self) -> Actor:
        """The colleague as the one who reads."""
        return Actor(self.name, self.account_id, self.person_id, self.roles)


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert with its question: `since` is its first day, `checked_on` the last one on which it was looked at."""

    key: str
    question_id: str
    name: str
    account_id: str
    rhythm: Rhythm
    weekday: int
    since: dt.date
    checked_on: dt.date | None
    told_at: dt.datetime | None
    seen: tuple[int, ...]
    question: Question

    def is_due(self, today: dt.date) -> bool:
        """Whether it is to be looked at today: weekly on its weekday, or later when that was missed."""
        back = (today.isoweekday() - self.weekday) % DAYS_A_WEEK if self.rhythm is Rhythm.WEEKLY else 0
        day = today - dt.timedelta(days=back)
        return day >= self.since and (self.checked_on is None or self.checked_on < day)


@dataclass(frozen=True, slots=True)
class News:
    """What somebody is to be told: the new answers among all, and the digests to remember once that was done."""

    reviewer: Reviewer
    found: Answers
    new: tuple[Answer, ...]
    seen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """The key of an alert."""

    key: str


REVIEWERS = Read("questions/reviewers", Reviewer)
ALERTS = Read("questions/alerts", Alert)
SWITCH_ON = Act("questions/switch_on")
SWITCH_OFF = Act("questions/switch_off")
CLAIM = Write("questions/claim", Key)
RELEASE = Act("questions/release")
TOLD = Act("questions/told")
BEGIN_ANEW = Act("questions/begin_anew")


def reviewers(tx: Transaction, *, actor: Actor) -> list[Reviewer]:
    """Every colleague who can be told, by name; raises NotAllowed."""
    actor.must(Permission.KEEP_QUESTIONS)
    return REVIEWERS.all(tx, id=None, roles=_roles(), limit=MOST_REVIEWERS)


def switch_on(
    tx: Transaction, *, actor: Actor, question_id: str, account_id: str, rhythm: Rhythm, weekday: int = 1
) -> None:
    """Tell a colleague of new answers from now on; who is told already gets another rhythm.

    `weekday` is 1 for Monday to 7. Raises NotAllowed, NotFound (the question), Invalid("reviewer"), Invalid("question")
    when it has more answers than are watched, and what `answers` raises.
    """
    actor.must(Permission.KEEP_QUESTIONS)
    saved = read(tx, actor=actor, question_id=question_id)
    reviewer = _reviewer(tx, account_id)
    if reviewer is None:
        raise Invalid("reviewer", Reason.UNKNOWN)
    if not 1 <= weekday <= DAYS_A_WEEK:
        raise Invalid("weekday", Reason.NOT_A_CHOICE)
    found = watched(tx, actor=reviewer.actor, question=saved.question)
    if found.more:
        raise Invalid("question", Reason.TOO_MANY)
    before = saved.told(account_id)
    SWITCH_ON.run(
        tx,
        id=question_id,
        account_id=account_id,
        key=_key(question_id, account_id),
        rhythm=rhythm,
        weekday=weekday,
        since=clock.really_today(),
        seen=_at_first(found),
    )
    old = f"{before.rhythm} {before.weekday}" if before else None
    line = audit.Line("alert_on", question_id, reviewer.name, old, f"{rhythm} {weekday}")
    audit.write(tx, actor=actor, lines=[line])


def switch_off(tx: Transaction, *, actor: Actor, question_id: str, account_id: str) -> None:
    """Stop telling somebody; raises NotFound, and NotAllowed for who is neither told nor may change the question."""
    actor.must(Permission.KEEP_QUESTIONS)
    saved = read(tx, actor=actor, question_id=question_id)
    told = saved.told(account_id)
    if account_id != actor.account_id and not saved.may_change(actor):
        message = f"{actor.name} may not stop what somebody else is told"
        raise NotAllowed(message)
    if told is None:
        return
    SWITCH_OFF.run(tx, key=_key(question_id, account_id))
    audit.write(tx, actor=actor, lines=[audit.Line("alert_off", question_id, told.name, told.rhythm, None)])


def begin_anew(tx: Transaction, *, question_id: str) -> None:
    """The question asks something else now: what it finds today is not new to who is told."""
    for alert in ALERTS.all(tx, id=question_id, limit=MOST_ALERTS):
        reviewer = _reviewer(tx, alert.account_id)
        if reviewer is not None:
            found = watched(tx, actor=reviewer.actor, question=alert.question)
            BEGIN_ANEW.run(tx, key=alert.key, seen=_at_first(found))


def due(tx: Transaction) -> list[Alert]:
    """The alerts that are to be looked at today."""
    today = clock.really_today()
    return [each for each in ALERTS.all(tx, id=None, limit=MOST_ALERTS) if each.is_due(today)]


def claim(tx: Transaction, *, alert: Alert) -> bool:
    """Take an alert in hand; False when another run has it or looked at it today."""
    now = clock.now()
    on = clock.really_today()
    return CLAIM.maybe(tx, key=alert.key, on=on, at=now, stale=now - LEFT_LYING) is not None


def news(tx: Transaction, *, alert: Alert) -> News | None:
    """What is new to who is told; None when that account is closed or has lost the right.

    Raises Invalid when a record that the question names is no longer there.
    """
    reviewer = _reviewer(tx, alert.account_id)
    if reviewer is None:
        return None
    found = watched(tx, actor=reviewer.actor, question=alert.question)
    known, now = set(alert.seen), _digests(found.rows)
    new = tuple(each for each, digest in zip(found.rows, now, strict=True) if digest not in known)
    seen = now if not found.more else list(dict.fromkeys((*now, *alert.seen)))[:MOST_SEEN]
    return News(reviewer, found, new, tuple(seen))


def told(tx: Transaction, *, alert: Alert, seen: Iterable[int], sent: bool) -> None:
    """Remember what was told today; `sent` tells whether a mail went out."""
    told_at = clock.now() if sent else None
    TOLD.run(tx, key=alert.key, seen=list(seen), on=clock.really_today(), told_at=told_at)


def release(tx: Transaction, *, alert: Alert) -> None:
    """Let go of an alert that could not be told, so that the next run tries again."""
    RELEASE.run(tx, key=alert.key)


def _reviewer(tx: Transaction, account_id: str) -> Reviewer | None:
    return REVIEWERS.maybe(tx, id=account_id, roles=_roles(), limit=1)


def _roles() -> list[str]:
    return [role.value for role, permissions in MAY.items() if Permission.KEEP_QUESTIONS in permissions]


def _at_first(found: Answers) -> list[int]:
    return _digests(found.rows) if found.total > MOST_AT_FIRST else []


def _digests(rows: Iterable[Answer]) -> list[int]:
    return [
        int.from_bytes(hashlib.blake2b(each.key.encode(), digest_size=8).digest(), "big", signed=True) for each in rows
    ]


def _key(question_id: str, account_id: str) -> str:
    return f"{question_id}:{account_id}"
