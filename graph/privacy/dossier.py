"""Everything that is recorded about one person, for a request of access (art. 15 and 20 GDPR).

Each look at somebody else's dossier leaves a line in the audit trail.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import audit
from graph.audit import PastLine
from graph.bridges.standing import Happened
from graph.bridges.standing import State as BridgeState
from graph.mentions import Mention
from graph.model import Kind, Visibility
from graph.privacy.retention import ERASED
from graph.query import Read
from graph.rights import SYSTEM, Permission, Role
from graph.submissions.model import CONTENT, Content, SignUp, State, SubmissionKind
from graph.values import to_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rights import Actor
    from graph.store import Transaction

MOST = 5_000
# How the house keeps its own books; it says nothing about the person.
_BOOKKEEPING = frozenset({"batch", "source_key"})


@dataclass(frozen=True, slots=True)
class WholePerson:
    """A person as it is kept, whoever may see it; also one who was removed."""

    version: int
    properties: dict[str, Any]

    @property
    def visibility(self) -> Visibility:
        """Who may see it."""
        return Visibility(self.properties["visibility"])


@dataclass(frozen=True, slots=True)
class KnownLink:
    """One link of the person, past ones too; `told` is the other record itself where it is about the person."""

    type: str
    outgoing: bool
    other_kind: Kind
    other_id: str
    other_name: str | None
    since: dt.date | None
    until: dt.date | None
    properties: dict[str, Any]
    told: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account of the person."""

    id: str
    email: str
    created_at: dt.datetime | None
    last_login_at: dt.datetime | None
    disabled_at: dt.datetime | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class KnownSubmission:
    """Something the person sent, with the names of the initiatives it is about; `content` is JSON."""

    id: str
    kind: SubmissionKind
    state: State
    created_at: dt.datetime
    sender_name: str
    sender_email: str
    content: str
    about: str | None
    other: str | None

    @property
    def says(self) -> Content:
        """What it proposes or asks."""
        found: Content = to_row(CONTENT[self.kind], json.loads(self.content))
        return found


@dataclass(frozen=True, slots=True)
class KnownInvitation:
    """A meeting the person was invited to, and why."""

    meeting: str
    held_on: dt.date | None
    state: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class KnownMisroute:
    """That the person was not the right one, on a day, for a question with these words."""

    day: dt.date
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownStep:
    """What the person did with the bridge between two, and said with it."""

    between: tuple[str, ...]
    what: Happened
    state: BridgeState
    text: str | None
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question that an account of the person keeps, or of which it is mailed."""

    id: str
    name: str
    is_mailed: bool
    since: dt.date | None


@dataclass(frozen=True, slots=True)
class Merged:
    """Somebody who was merged into the person, as kept."""

    id: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class MergedIn:
    """Who was merged into the person: what was known of them, and what happened to that record."""

    id: str
    properties: dict[str, Any]
    history: tuple[PastLine, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of it, also of who was merged into the person; `properties` are those of the record itself.

    `chosen` are the areas and goals that `submissions` name.
    """

    person_id: str
    version: int
    properties: dict[str, Any]
    links: tuple[KnownLink, ...]
    accounts: tuple[KnownAccount, ...]
    submissions: tuple[KnownSubmission, ...]
    invitations: tuple[KnownInvitation, ...]
    bridges: tuple[KnownStep, ...]
    misroutes: tuple[KnownMisroute, ...]
    questions: tuple[KnownQuestion, ...]
    history: tuple[PastLine, ...]
    merged: tuple[MergedIn, ...]
    chosen: tuple[Mention, ...]

    @property
    def name(self) -> str:
        """What people call the person."""
        return str(self.properties["name"])

    @property
    def is_removed(self) -> bool:
        """Whether the person stands on no page any more, while the data is still kept."""
        return bool(self.properties["visibility"] == Visibility.REMOVED)


PERSON = Read("privacy/person", WholePerson)
LINKS = Read("privacy/links", KnownLink)
ACCOUNTS = Read("privacy/accounts", KnownAccount)
SUBMISSIONS = Read("privacy/submissions", KnownSubmission)
INVITATIONS = Read("privacy/invitations", KnownInvitation)
BRIDGES = Read("privacy/bridges", KnownStep)
MISROUTES = Read("privacy/misroutes", KnownMisroute)
QUESTIONS = Read("privacy/questions", KnownQuestion)
MERGED = Read("privacy/merged", Merged)
CHOSEN = Read("privacy/chosen", Mention)


def dossier(tx: Transaction, *, actor: Actor, person_id: str) -> Dossier:
    """Everything about a person, also one who was removed, written down as looked at; run it as a write.

    Raises NotAllowed for who is no administrator and not this person, NotFound when it is no person.
    """
    if actor.person_id != person_id:
        actor.must(Permission.ADMINISTER)
        audit.write(tx, actor=actor, lines=[audit.Line("read", person_id, "dossier")])
    return _of(tx, person_id)


def of_account(tx: Transaction, *, actor: Actor) -> Dossier | None:
    """Everything about the one who asks; None when the account belongs to no person."""
    return _of(tx, actor.person_id) if actor.person_id else None


def whole(tx: Transaction, *, person_id: str) -> WholePerson:
    """The person as kept, also when removed; the caller sees to who may. Raises NotFound, also after erasure."""
    return PERSON.one(tx, id=person_id, erased=ERASED)


def _of(tx: Transaction, person_id: str) -> Dossier:
    now = whole(tx, person_id=person_id)
    merged = MERGED.all(tx, id=person_id)
    ids = [person_id, *(each.id for each in merged)]
    accounts = tuple(ACCOUNTS.all(tx, id=person_id))
    sent = sent_by(tx, emails=emails_of(now, merged), accounts=accounts)
    return Dossier(
        person_id=person_id,
        version=now.version,
        properties=_plain(now.properties),
        links=tuple(LINKS.all(tx, id=person_id, ids=ids, limit=MOST)),
        accounts=accounts,
        submissions=tuple(sent),
        invitations=tuple(INVITATIONS.all(tx, id=person_id, limit=MOST)),
        bridges=tuple(BRIDGES.all(tx, ids=ids, limit=MOST)),
        misroutes=tuple(MISROUTES.all(tx, id=person_id, limit=MOST)),
        questions=tuple(QUESTIONS.all(tx, accounts=[each.id for each in accounts], limit=MOST)),
        history=_history(tx, person_id),
        merged=tuple(MergedIn(each.id, _plain(each.properties), _history(tx, each.id)) for each in merged),
        chosen=tuple(CHOSEN.all(tx, ids=_chosen(sent))),
    )


def emails_of(now: WholePerson, merged: Iterable[Merged]) -> set[str]:
    """The addresses on the record and on those merged into it, in small letters."""
    found = [now.properties.get("email"), *(each.properties.get("email") for each in merged)]
    return {str(each).lower() for each in found if each}


def sent_by(tx: Transaction, *, emails: set[str], accounts: tuple[KnownAccount, ...]) -> list[KnownSubmission]:
    """What a person sent, by the addresses on the records and by the accounts."""
    known = emails | {each.email.lower() for each in accounts}
    return SUBMISSIONS.all(tx, accounts=[each.id for each in accounts], emails=sorted(known), limit=MOST)


def _history(tx: Transaction, record_id: str) -> tuple[PastLine, ...]:
    return tuple(audit.for_record(tx, actor=SYSTEM, record_id=record_id, limit=MOST))


def _chosen(sent: Iterable[KnownSubmission]) -> list[str]:
    drafts = [each.says for each in sent if each.kind is SubmissionKind.SIGN_UP]
    ids = [one for each in drafts if isinstance(each, SignUp) for one in (each.area_id, each.goal_id) if one]
    return sorted(set(ids))


def _plain(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in sorted(properties.items()) if name not in _BOOKKEEPING}
