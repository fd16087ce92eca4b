"""What initiators do for what is their own: see how it stands, and propose other words for it.

Whose an initiative is, is looked up in the graph at every call: the person of the account undertakes it, or works for
the organisation that does.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import accounts, audit, clock, lessons, requirements, timeline
from graph.errors import Invalid, NotAllowed
from graph.ids import is_id
from graph.model import Kind, Status, Visibility
from graph.properties import Reason, checked, clean_text
from graph.query import Read
from graph.rights import SYSTEM, VISITOR, Permission
from graph.submissions.model import Change, Sent, State, SubmissionKind, written
from graph.submissions.sending import ADD, LONGEST_STORY
from graph.values import to_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.lessons import Lesson
    from graph.requirements import Must
    from graph.rights import Actor
    from graph.store import Transaction
    from graph.timeline import Entry

CHANGEABLE = ("summary", "description", "website", "channels", "status")
MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class OwnInitiative:
    """An initiative as its initiator sees it."""

    id: str
    version: int
    name: str
    visibility: Visibility
    summary: str | None
    description: str | None
    website: str | None
    channels: tuple[str, ...]
    status: Status | None
    status_since: dt.date | None
    status_confirmed_on: dt.date | None

    @property
    def is_public(self) -> bool:
        """Whether everybody can see it."""
        return self.visibility is Visibility.PUBLISHED

    def now(self, name: str) -> Any:
        """The value of a changeable property as it is; an empty list is None."""
        value = getattr(self, name)
        return (list(value) or None) if name == "channels" else value


@dataclass(frozen=True, slots=True)
class OwnPart:
    """An own initiative with what is waited for, agreed and required, and what others learned that is of use now."""

    initiative: OwnInitiative
    waiting: tuple[Entry, ...]
    agreed: tuple[Entry, ...]
    requirements: tuple[Must, ...]
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """Everything on an initiator's own page."""

    parts: tuple[OwnPart, ...]
    proposals: tuple[Sent, ...]


OWN = Read("submissions/own", OwnInitiative)
OF_ACCOUNT = Read("submissions/of_account", Sent)


def page(tx: Transaction, *, actor: Actor) -> OwnPage:
    """The own initiatives of `actor` and what became of the proposals; raises NotAllowed."""
    actor.must(Permission.EDIT_OWN)
    found = OWN.all(tx, person_id=actor.person_id, initiative_id=None, limit=MOST_SHOWN)
    parts = [_part(tx, actor, each) for each in found]
    sent = OF_ACCOUNT.all(tx, account_id=actor.account_id or "", limit=MOST_SHOWN)
    return OwnPage(tuple(parts), tuple(sent))


def own(tx: Transaction, *, actor: Actor, initiative_id: str) -> OwnInitiative:
    """One own initiative; raises NotAllowed when it is somebody else's or not there."""
    actor.must(Permission.EDIT_OWN)
    found = OWN.maybe(tx, person_id=actor.person_id, initiative_id=initiative_id, limit=1)
    if found is None:
        message = f"{actor.name} does not undertake this initiative"
        raise NotAllowed(message)
    return found


def is_own(tx: Transaction, *, actor: Actor, initiative_id: str) -> bool:
    """Whether `actor` undertakes this initiative."""
    if actor.person_id is None or not actor.may(Permission.EDIT_OWN):
        return False
    return OWN.maybe(tx, person_id=actor.person_id, initiative_id=initiative_id, limit=1) is not None


def propose(
    tx: Transaction,
    *,
    actor: Actor,
    submission_id: str,
    initiative_id: str,
    version: int,
    properties: Mapping[str, Any],
    note: str | None = None,
) -> bool:
    """Propose other values for one's own initiative; False when this was sent before.

    Only what differs from the record as it is now is kept, and not what somebody else changed since `version`, the
    version that was seen, while it was left alone here: that would propose to take the change back. Raises NotAllowed,
    Invalid (also when nothing differs: field `form`).
    """
    initiative = own(tx, actor=actor, initiative_id=initiative_id)
    if not is_id(submission_id):
        raise Invalid("id", Reason.UNKNOWN)
    unknown = properties.keys() - set(CHANGEABLE)
    if unknown:
        raise Invalid(min(unknown), Reason.UNKNOWN)
    values = checked(Kind.INITIATIVE, properties)
    if len(values.get("description") or "") > LONGEST_STORY * 4:
        raise Invalid("description", Reason.TOO_LONG)
    seen = _seen(tx, initiative.id, version)
    different = {
        name: value
        for name, value in values.items()
        if value != initiative.now(name) and not (name in seen and seen[name] == to_text(value))
    }
    said = clean_text("note", note or "", longest=LONGEST_STORY)
    if not different and said is None:
        raise Invalid("form", Reason.MISSING)
    account = accounts.own(tx, actor=actor)
    stored = {
        "kind": SubmissionKind.CHANGE.value,
        "state": State.CONFIRMED.value,
        "sender_name": actor.name,
        "sender_email": account.email,
        "content": written(Change(different, version, said)),
        "created_at": clock.now(),
        "about_id": initiative.id,
        "account_id": actor.account_id,
    }
    created = ADD.one(tx, id=submission_id, properties=stored).created
    if created:
        audit.write(tx, actor=actor, lines=[audit.Line("propose", initiative.id, "submission", None, submission_id)])
    return created


def _seen(tx: Transaction, initiative_id: str, version: int) -> dict[str, str | None]:
    """What stood at version `version` in the fields that were changed since, as the audit trail writes it."""
    lines = audit.since_version(tx, actor=SYSTEM, record_id=initiative_id, version=version)
    return {line.field: line.old for line in lines if line.field}


def _part(tx: Transaction, actor: Actor, initiative: OwnInitiative) -> OwnPart:
    entries = timeline.of_initiative(tx, actor=actor, initiative_id=initiative.id)
    waiting = [each for each in entries if isinstance(each, timeline.Decision) and each.is_waiting]
    agreed = [each for each in entries if isinstance(each, timeline.Commitment) and each.kept_on is None]
    musts = requirements.of_initiative(tx, actor=actor, initiative_id=initiative.id)
    of_use = lessons.of_initiative(tx, actor=VISITOR, initiative_id=initiative.id).for_phase
    return OwnPart(initiative, tuple(waiting), tuple(agreed), musts, of_use)
