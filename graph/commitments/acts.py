"""What happens to a commitment: another term, the initiative is told, it is kept.

Each counts as a change of the record: who saw an older version is refused, and the audit trail says who did it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import audit, clock, ids, records
from graph.commitments.page import PAGE
from graph.errors import Invalid, NotFound
from graph.properties import Reason, clean_text
from graph.query import Act, Read
from graph.rights import SYSTEM, Permission
from graph.values import to_text

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction
    from graph.timeline import Commitment, Term

LONGEST_REASON = 1_000
NONE_AGREED = "none_agreed"


@dataclass(frozen=True, slots=True)
class NewTerm:
    """A term to add: the day, or None when no term is agreed, and why it is another than before."""

    on: dt.date | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom to write to, at a public address."""

    name: str
    email: str


ADD_TERM = Act("commitments/add_term")
TELL = Act("commitments/tell")
RECIPIENTS = Read("commitments/recipients", Recipient)


def recipients(tx: Transaction, *, actor: Actor, commitment_id: str) -> tuple[Recipient, ...]:
    """The public addresses to tell the initiative at; raises NotAllowed."""
    actor.must(Permission.EDIT_RECORDS)
    return tuple(RECIPIENTS.all(tx, id=commitment_id))


def add_first_term(tx: Transaction, *, actor: Actor, commitment_id: str, term: NewTerm) -> None:
    """The term of a commitment made just now; does nothing when it has one. Raises NotAllowed, Invalid, NotFound."""
    actor.must(Permission.EDIT_RECORDS)
    now = _commitment(tx, commitment_id)
    if now.terms:
        return
    _must_follow(now, term)
    _add(tx, actor, commitment_id, term, set_on=now.made_on or clock.today(), version=1)


def add_term(tx: Transaction, *, actor: Actor, commitment_id: str, version: int, term: NewTerm) -> None:
    """Agree another term from today on; the old one stays.

    Raises Invalid (no reason, or a day before it was made), Conflict, NotAllowed, NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    now = _commitment(tx, commitment_id)
    reason = clean_text("reason", term.reason or "", longest=LONGEST_REASON)
    if reason is None:
        raise Invalid("reason", Reason.MISSING)
    _must_follow(now, term)
    records.touch(tx, actor=actor, record_id=commitment_id, version=version)
    _add(tx, actor, commitment_id, NewTerm(term.on, reason), set_on=clock.today(), version=version + 1)


def tell(tx: Transaction, *, actor: Actor, commitment_id: str, version: int, told_on: dt.date) -> None:
    """The initiative was told about the last term on that day, also when it was told before.

    Raises Invalid (a day before the term was agreed, or yet to come; no term), Conflict, NotAllowed, NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    last = _last_term(tx, commitment_id)
    _must_have_been("told_on", told_on, after=last.set_on)
    records.touch(tx, actor=actor, record_id=commitment_id, version=version)
    _tell(tx, commitment_id, (*last.told, told_on))
    line = audit.Line("tell", commitment_id, "told_on", to_text(last.told_on), told_on.isoformat())
    audit.write(tx, actor=actor, lines=[line], version=version + 1)


def untell(tx: Transaction, *, actor: Actor, commitment_id: str, version: int) -> None:
    """Take back the telling that was written down last, for a mail that did not go; those before it stay.

    Raises Invalid (no term), Conflict, NotAllowed, NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    last = _last_term(tx, commitment_id)
    records.touch(tx, actor=actor, record_id=commitment_id, version=version)
    left = last.told[:-1]
    _tell(tx, commitment_id, left)
    line = audit.Line("untell", commitment_id, "told_on", to_text(last.told_on), to_text(max(left, default=None)))
    audit.write(tx, actor=actor, lines=[line], version=version + 1)


def keep(tx: Transaction, *, actor: Actor, commitment_id: str, version: int, kept_on: dt.date, evidence: str) -> None:
    """It was kept on that day, and this shows it.

    Raises Invalid (no evidence, a day before it was made or yet to come), Conflict, NotAllowed, NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    now = _commitment(tx, commitment_id)
    _must_have_been("kept_on", kept_on, after=now.made_on)
    if clean_text("evidence", evidence) is None:
        raise Invalid("evidence", Reason.MISSING)
    properties = {"kept_on": kept_on, "evidence": evidence}
    records.change(tx, actor=actor, record_id=commitment_id, version=version, properties=properties)


def _add(tx: Transaction, actor: Actor, commitment_id: str, term: NewTerm, *, set_on: dt.date, version: int) -> None:
    stored = {"on": term.on, "none_agreed": True if term.on is None else None, "set_on": set_on, "reason": term.reason}
    ADD_TERM.run(
        tx,
        id=commitment_id,
        term_id=ids.new_id(),
        properties={name: value for name, value in stored.items() if value is not None},
    )
    lines = [audit.Line("add_term", commitment_id, "term", None, term.on.isoformat() if term.on else NONE_AGREED)]
    if term.reason:
        lines.append(audit.Line("add_term", commitment_id, "term_reason", None, term.reason))
    audit.write(tx, actor=actor, lines=lines, version=version)


def _tell(tx: Transaction, commitment_id: str, days: tuple[dt.date, ...]) -> None:
    TELL.run(tx, id=commitment_id, told_on=max(days, default=None), tellings=list(days))


def _last_term(tx: Transaction, commitment_id: str) -> Term:
    now = _commitment(tx, commitment_id)
    if not now.terms:
        raise Invalid("told_on", Reason.UNKNOWN)
    return now.terms[-1]


def _commitment(tx: Transaction, commitment_id: str) -> Commitment:
    found = PAGE.maybe(tx, id=commitment_id, visible=SYSTEM.visible, private=False, on=clock.today())
    if found is None:
        raise NotFound(commitment_id)
    return found.commitment


def _must_follow(now: Commitment, term: NewTerm) -> None:
    if term.on is not None and now.made_on is not None and term.on < now.made_on:
        raise Invalid("on", Reason.BEFORE_MADE)


def _must_have_been(field: str, day: dt.date, *, after: dt.date | None) -> None:
    if day > clock.today():
        raise Invalid(field, Reason.IN_FUTURE)
    if after is not None and day < after:
        raise Invalid(field, Reason.BEFORE_MADE)
