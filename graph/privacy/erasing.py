"""Erase a person on request (art. 17 GDPR), in such a way that the graph stays whole: the record stays, nameless.

Erasure is refused with its ground where a duty to keep applies (art. 17 paragraph 3 under b and e).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import accounts, audit, clock, records
from graph.errors import Conflict, GraphError
from graph.model import Visibility
from graph.privacy.dossier import ACCOUNTS, MERGED, WholePerson, emails_of, sent_by, whole
from graph.privacy.retention import ERASED, PROPOSALS, Proposal
from graph.query import Act, Read, Write
from graph.rights import SYSTEM, Permission, Role

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MONEY_YEARS = 7
_KEPT = ("id", "created_at", "updated_at", "version", "visibility", "until", "lang", "person_kind", "merged_into")


class Ground(StrEnum):
    """Why a person may not be erased."""

    OFFICE = "office"
    MONEY = "money"
    APPLICATION = "application"
    LAST_ADMINISTRATOR = "last_administrator"


class NotErasable(GraphError):
    """A duty to keep applies; `grounds` says which."""

    def __init__(self, grounds: tuple[Ground, ...]) -> None:
        super().__init__(", ".join(grounds))
        self.grounds = grounds


@dataclass(frozen=True, slots=True)
class Duties:
    """Which duties to keep apply to a person."""

    office: bool
    money: bool
    application: bool


@dataclass(frozen=True, slots=True)
class Erased:
    """A record that lost its name and words."""

    id: str


GROUNDS = Read("privacy/grounds", Duties)
ERASE_PERSON = Write("privacy/erase_person", Erased)
ERASE_LINKS = Act("privacy/erase_links")
ERASE_NOTES = Write("privacy/erase_notes", Erased)
ERASE_NOTE = Write("privacy/erase_note", Erased)
ERASE_AUDIT = Act("privacy/erase_audit")
ERASE_ACCOUNTS = Act("privacy/erase_accounts")
ERASE_SUBMISSIONS = Act("privacy/erase_submissions")
ERASE_INVITATIONS = Act("privacy/erase_invitations")
ERASE_BRIDGES = Act("privacy/erase_bridges")


def grounds(tx: Transaction, *, actor: Actor, person_id: str) -> tuple[Ground, ...]:
    """Why this person may not be erased; empty when nothing stands in the way. Raises NotAllowed, NotFound."""
    actor.must(Permission.ADMINISTER)
    first_day = clock.today() - dt.timedelta(days=round(MONEY_YEARS * 365.25))
    duties = GROUNDS.one(tx, id=person_id, kept_from=first_day)
    last = any(_is_last(tx, actor, each.id) for each in ACCOUNTS.all(tx, id=person_id))
    held = {
        Ground.OFFICE: duties.office,
        Ground.MONEY: duties.money,
        Ground.APPLICATION: duties.application,
        Ground.LAST_ADMINISTRATOR: last,
    }
    return tuple(ground for ground, holds in held.items() if holds)


def erase(tx: Transaction, *, actor: Actor, person_id: str, version: int) -> None:
    """Erase the person: name, addresses, account, what was sent, notes about them, and old values in the audit trail.

    Who was removed can be erased as well, and what was merged into the person is erased with it.
    Raises NotAllowed, NotErasable, NotFound, Conflict when the record changed after `version`.
    """
    actor.must(Permission.ADMINISTER)
    now = whole(tx, person_id=person_id)
    found = grounds(tx, actor=actor, person_id=person_id)
    if found:
        raise NotErasable(found)
    owned = tuple(ACCOUNTS.all(tx, id=person_id))
    sent = sent_by(tx, emails=emails_of(now, MERGED.all(tx, id=person_id)), accounts=owned)
    _take_out(tx, now=now, person_id=person_id, version=version)
    at = clock.now()
    people = [each.id for each in ERASE_PERSON.all(tx, id=person_id, kept=list(_KEPT), name=ERASED, at=at)]
    ERASE_LINKS.run(tx, ids=people)
    notes = ERASE_NOTES.all(tx, ids=people, name=ERASED, at=at)
    ERASE_INVITATIONS.run(tx, id=person_id)
    ERASE_BRIDGES.run(tx, ids=people)
    ERASE_SUBMISSIONS.run(tx, ids=[each.id for each in sent])
    ERASE_ACCOUNTS.run(tx, ids=[each.id for each in owned])
    ERASE_AUDIT.run(tx, ids=[*people, *(each.id for each in owned), *(each.id for each in notes)])
    audit.write(tx, actor=actor, lines=[audit.Line("erase", person_id)], version=version + 1)


def forget_note(tx: Transaction, *, actor: Actor, note_id: str) -> None:
    """Take the words out of one note whose time is over; raises NotAllowed, NotFound when its time is not over."""
    actor.must(Permission.ADMINISTER)
    before = clock.today() - dt.timedelta(days=PROPOSALS[Proposal.NOTES])
    ERASE_NOTE.one(tx, id=note_id, before=before, name=ERASED, at=clock.now())
    ERASE_AUDIT.run(tx, ids=[note_id])
    audit.write(tx, actor=actor, lines=[audit.Line("erase", note_id)])


def _take_out(tx: Transaction, *, now: WholePerson, person_id: str, version: int) -> None:
    """Take the person out of every page; who was out already must only not have changed."""
    if now.visibility is not Visibility.REMOVED:
        records.remove(tx, actor=SYSTEM, record_id=person_id, version=version)
        return
    records.HOLD.run(tx, id=person_id)
    held = whole(tx, person_id=person_id)
    if held.version != version:
        raise Conflict(held.properties)
    records.CHANGE.run(tx, id=person_id, properties={}, at=clock.now())


def _is_last(tx: Transaction, actor: Actor, account_id: str) -> bool:
    administrators = [
        each.id
        for each in accounts.overview(tx, actor=actor)
        if Role.ADMINISTRATOR in each.roles and each.disabled_at is None
    ]
    return administrators == [account_id]
