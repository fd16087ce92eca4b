"""What happens to a commitment: another term, a term put right, the initiative is told, it is kept.

Each counts as a change of the record: who saw an older version is refused, and the audit trail says who did it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import audit, clock, ids, records
from graph.commitments.page import PAGE
from graph.errors import Conflict, Invalid, NotFound
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
    """A term: the day, or None when no term is agreed, and why it is another than before.

    `set_on` is the day on which it was agreed, None when nobody says: for the first term the day the commitment was
    made, else today.
    """

    on: dt.date | None
    reason: str | None = None
    set_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom to write to, at a public address."""

    name: str
    email: str


ADD_TERM = Act("commitments/add_term")
CORRECT_TERM = Act("commitments/correct_term")
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
    _add(tx, actor, commitment_id, term, set_on=term.set_on or now.made_on or clock.today(), version=1)


def add_term(tx: Transaction, *, actor: Actor, commitment_id: str, version: int, term: NewTerm) -> None:
    """Write down another term; the old one stays. What counts is the day on which it was agreed.

    Raises Invalid (no reason, a day before it was made, agreed before that or before the last term, or yet to come),
    Conflict, NotAllowed, NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    now = _commitment(tx, commitment_id, version)
    reason, set_on = _why(term), term.set_on or clock.today()
    _must_follow(now, term)
    _must_have_been("set_on", set_on, after=now.made_on)
    if now.terms:
        _must_come_after(now.terms[-1], set_on)
    records.touch(tx, actor=actor, record_id=commitment_id, version=version)
    _add(tx, actor, commitment_id, NewTerm(term.on, reason), set_on=set_on, version=version + 1)


def correct_term(
    tx: Transaction, *, actor: Actor, commitment_id: str, term_id: str, version: int, term: NewTerm
) -> None:
    """Put right a term that was written down wrong: it never was that day, nor agreed on that day, on no earlier day.

    The order of the terms stays. The reason, and what stood there, are in the audit trail; the reason for the term
    itself stays as it is. Raises Invalid (no reason, nothing that differs, a day before it was made, a day of agreeing
    that the terms beside it, what was told or the calendar leave no place for), Conflict, NotAllowed, NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    now = _commitment(tx, commitment_id, version)
    place = next((place for place, each in enumerate(now.terms) if each.id == term_id), None)
    if place is None:
        raise NotFound(term_id)
    old, reason = now.terms[place], _why(term)
    set_on = term.set_on or old.set_on
    if (old.on, old.set_on) == (term.on, set_on):
        raise Invalid("on", Reason.UNCHANGED)
    _must_follow(now, term)
    if set_on is not None and set_on != old.set_on:
        _must_fit(now, place, set_on)
    records.touch(tx, actor=actor, record_id=commitment_id, version=version)
    is_other_day = old.on != term.on
    CORRECT_TERM.run(
        tx,
        id=commitment_id,
        term_id=term_id,
        properties={"on": term.on, "none_agreed": True if term.on is None else None, "set_on": set_on},
        mistaken=[_day(old.on)] if is_other_day else [],
    )
    lines = [audit.Line("correct_term", commitment_id, "correction_reason", None, reason)]
    if is_other_day:
        lines.append(audit.Line("correct_term", commitment_id, "term", _day(old.on), _day(term.on)))
    if set_on != old.set_on:
        lines.append(audit.Line("correct_term", commitment_id, "term_set_on", to_text(old.set_on), to_text(set_on)))
    audit.write(tx, actor=actor, lines=lines, version=version + 1)


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
    lines = [audit.Line("add_term", commitment_id, "term", None, _day(term.on))]
    if term.reason and set_on != clock.today():
        lines.append(audit.Line("add_term", commitment_id, "term_set_on", None, set_on.isoformat()))
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


def _commitment(tx: Transaction, commitment_id: str, version: int | None = None) -> Commitment:
    """As it is now; raises Conflict when that is not `version`, before any day is weighed against its terms."""
    found = PAGE.maybe(tx, id=commitment_id, visible=SYSTEM.visible, private=False, on=clock.today())
    if found is None:
        raise NotFound(commitment_id)
    if version not in {None, found.version}:
        raise Conflict({"version": found.version})
    return found.commitment


def _day(on: dt.date | None) -> str:
    """The day of a term in the audit trail, as an import tells one term from another."""
    return on.isoformat() if on else NONE_AGREED


def _why(term: NewTerm) -> str:
    reason = clean_text("reason", term.reason or "", longest=LONGEST_REASON)
    if reason is None:
        raise Invalid("reason", Reason.MISSING)
    return reason


def _must_come_after(last: Term, set_on: dt.date) -> None:
    if last.set_on is not None and set_on < last.set_on:
        raise Invalid("set_on", Reason.BEFORE_LAST_TERM)


def _must_fit(now: Commitment, place: int, set_on: dt.date) -> None:
    """Agreed on `set_on` the term keeps its place: terms stand in order of that day, and of their id on one day."""
    _must_have_been("set_on", set_on, after=now.made_on)
    this = now.terms[place]
    before, after = now.terms[:place][-1:], now.terms[place + 1 :][:1]
    if any(each.set_on and (each.set_on, each.id) > (set_on, this.id) for each in before):
        raise Invalid("set_on", Reason.BEFORE_LAST_TERM)
    if any(each.set_on and (each.set_on, each.id) < (set_on, this.id) for each in after):
        raise Invalid("set_on", Reason.AFTER_NEXT_TERM)
    if set_on > min(this.told, default=set_on):
        raise Invalid("set_on", Reason.AFTER_TELLING)


def _must_follow(now: Commitment, term: NewTerm) -> None:
    if term.on is not None and now.made_on is not None and term.on < now.made_on:
        raise Invalid("on", Reason.BEFORE_MADE)


def _must_have_been(field: str, day: dt.date, *, after: dt.date | None) -> None:
    if day > clock.today():
        raise Invalid(field, Reason.IN_FUTURE)
    if after is not None and day < after:
        raise Invalid(field, Reason.BEFORE_MADE)
