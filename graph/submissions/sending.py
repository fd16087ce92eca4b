"""What a visitor can send: a new initiative, a claim, a question to meet. Nothing of it is public or true yet.

A new initiative and a claim wait until the address was confirmed with a link; the graph holds only its digest.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import accounts, clock, sessions
from graph.errors import Invalid, NotFound
from graph.ids import is_id
from graph.mentions import Mention
from graph.model import Kind
from graph.properties import Reason, checked, clean_text
from graph.query import Act, Read, Write
from graph.rights import VISITOR
from graph.submissions.model import Claim, Introduction, Sender, SignUp, State, Submission, SubmissionKind, written

if TYPE_CHECKING:
    from graph.store import Transaction

LIVES = dt.timedelta(days=7)
KEPT = dt.timedelta(days=365)
LONGEST_NAME = 120
LONGEST_SENTENCE = 300
LONGEST_STORY = 5_000
FORGOTTEN_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Made:
    """Whether it was kept just now, or sent before."""

    created: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A submission that waits for its link to be used."""

    submission: Submission


ADD = Write("submissions/add", Made)
LIVING = Read("submissions/living", Waiting)
CONFIRM = Act("submissions/confirm")
REWRITE = Act("submissions/rewrite")
HOLD = Act("submissions/hold")
FORGET_UNCONFIRMED = Act("submissions/forget_unconfirmed")
FORGET_ANSWERED = Act("submissions/forget_answered")
RECORD = Read("submissions/record", Mention)


def sender(name: str, email: str) -> Sender:
    """Who sends; raises Invalid("sender_name" or "sender_email", Reason)."""
    cleaned = clean_text("sender_name", name, longest=LONGEST_NAME, lines=False)
    if cleaned is None:
        raise Invalid("sender_name", Reason.MISSING)
    address = clean_text("sender_email", email, longest=254, lines=False)
    if address is None:
        raise Invalid("sender_email", Reason.MISSING)
    try:
        # The line and paragraph separators of Unicode end a line too, and a mail header is one line.
        return Sender(" ".join(cleaned.split()), accounts.mail_address(address))
    except Invalid as error:
        raise Invalid("sender_email", error.reason) from error


def about(tx: Transaction, *, kind: Kind, record_id: str) -> Mention:
    """The published record that something is sent about; raises NotFound, also when it is of another kind."""
    found = RECORD.maybe(tx, id=record_id, visible=VISITOR.visible)
    if found is None or found.kind is not kind:
        raise NotFound(record_id)
    return found


def sign_up(tx: Transaction, *, submission_id: str, by: Sender, draft: SignUp, token: str) -> bool:
    """Keep a new initiative until `token` (of `sessions.new_token`) comes back; False when it was sent before.

    Raises Invalid, NotFound (an area or goal that is not there).
    """
    texts = {name: getattr(draft, name) for name in ("name", "summary", "description", "website")}
    values = checked(Kind.INITIATIVE, texts, complete=True)
    if values["summary"] is None:
        raise Invalid("summary", Reason.MISSING)
    _not_longer("description", values["description"])
    if draft.area_id:
        about(tx, kind=Kind.AREA, record_id=draft.area_id)
    if draft.goal_id:
        about(tx, kind=Kind.GOAL, record_id=draft.goal_id)
    content = SignUp(**values, area_id=draft.area_id, goal_id=draft.goal_id, name_is_public=draft.name_is_public)
    return _keep(tx, SubmissionKind.SIGN_UP, submission_id, by, written(content), token=token)


def claim(tx: Transaction, *, submission_id: str, by: Sender, initiative_id: str, draft: Claim, token: str) -> bool:
    """Keep a claim until `token` comes back; False when it was sent before. Raises Invalid, NotFound."""
    found = about(tx, kind=Kind.INITIATIVE, record_id=initiative_id)
    proof = sentence("proof", draft.proof)
    content = written(Claim(proof, draft.name_is_public))
    return _keep(tx, SubmissionKind.CLAIM, submission_id, by, content, token=token, about_id=found.id)


def introduce(
    tx: Transaction, *, submission_id: str, by: Sender, from_id: str, to_id: str, message: str, sent_to: str | None
) -> bool:
    """Keep that somebody would like to meet; False when it was sent before. Raises Invalid, NotFound."""
    asked = about(tx, kind=Kind.INITIATIVE, record_id=from_id)
    other = about(tx, kind=Kind.INITIATIVE, record_id=to_id)
    if asked.id == other.id:
        raise NotFound(to_id)
    content = written(Introduction(sentence("message", message), sent_to))
    kind = SubmissionKind.INTRODUCTION
    return _keep(tx, kind, submission_id, by, content, about_id=asked.id, other_id=other.id)


def not_mailed(tx: Transaction, *, submission_id: str, message: str) -> None:
    """The mail about an introduction that was kept just now did not go: it says that it went to nobody."""
    content = written(Introduction(sentence("message", message)))
    REWRITE.run(tx, id=submission_id, content=content)


def sentence(field: str, text: str) -> str:
    """A text of a few lines that must be there; raises Invalid."""
    cleaned = clean_text(field, text, longest=LONGEST_STORY)
    if cleaned is None:
        raise Invalid(field, Reason.MISSING)
    return cleaned


def living(tx: Transaction, *, token: str) -> Submission:
    """What the link would confirm; asking does not use it up. Raises NotFound when it is dead."""
    return LIVING.one(tx, token_hash=sessions.digest(token), at=clock.now()).submission


def confirm(tx: Transaction, *, token: str) -> Submission:
    """Use the link up and put the submission before the municipality; raises NotFound when it is dead."""
    HOLD.run(tx, id=living(tx, token=token).id, at=clock.now())
    found = living(tx, token=token)
    CONFIRM.run(tx, id=found.id, at=clock.now())
    return found


def forget(tx: Transaction) -> None:
    """Forget what nobody confirmed in time, and what was answered a year ago."""
    FORGET_UNCONFIRMED.run(tx, at=clock.now(), limit=FORGOTTEN_AT_ONCE)
    FORGET_ANSWERED.run(tx, before=clock.now() - KEPT, limit=FORGOTTEN_AT_ONCE)


def _keep(
    tx: Transaction,
    kind: SubmissionKind,
    submission_id: str,
    by: Sender,
    content: str,
    *,
    token: str | None = None,
    **links: str,
) -> bool:
    if not is_id(submission_id):
        raise Invalid("id", Reason.UNKNOWN)
    now = clock.now()
    properties: dict[str, Any] = {
        "kind": kind.value,
        "state": (State.WAITING_FOR_MAIL if token else State.CONFIRMED).value,
        "sender_name": by.name,
        "sender_email": by.email,
        "content": content,
        "created_at": now,
        **links,
    }
    if token:
        properties |= {"token_hash": sessions.digest(token), "token_ends_at": now + LIVES}
    return ADD.one(tx, id=submission_id, properties=properties).created


def _not_longer(field: str, text: str | None) -> None:
    if text is not None and len(text) > LONGEST_STORY:
        raise Invalid(field, Reason.TOO_LONG)
