"""What the municipality does with submissions: read them, accept or refuse. Only accepting makes or changes records.

A submission is held while it is answered, so of two people who answer at once the second is told.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import accounts, audit, clock, links, records, resets
from graph.errors import AlreadyExists, Conflict, Invalid, NotFound
from graph.links import LinkField, Tie
from graph.model import Kind, Link, PersonKind, PublicAs, Status, Visibility
from graph.properties import Reason, clean_text
from graph.query import Act, Read
from graph.rights import SYSTEM, Permission, Role
from graph.submissions.model import Sent, State, Submission, SubmissionKind
from graph.submissions.sending import HOLD, LONGEST_STORY, RECORD

if TYPE_CHECKING:
    from graph.mentions import Mention
    from graph.rights import Actor
    from graph.store import Transaction
    from graph.submissions.model import SignUp

INITIATORS = LinkField(Link.INITIATES, Kind.PERSON, outgoing=False)
CHOICES = {
    Kind.AREA: LinkField(Link.LOCATED_IN, Kind.AREA),
    Kind.GOAL: LinkField(Link.CONTRIBUTES_TO, Kind.GOAL),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an answer: to whom it goes, about which initiative, and whether a password can be chosen.

    `dropped` are the kinds of what a sign-up chose and is not there any more. `hidden` says that the sender was named
    on public pages until now, and is no longer. `was` is what the initiative was called before it was merged.
    """

    submission: Submission
    name: str
    made_id: str | None
    needs_password: bool
    dropped: tuple[Kind, ...] = ()
    hidden: bool = False
    was: str | None = None


@dataclass(frozen=True, slots=True)
class _Initiator:
    """Who sent it, whether a password is to be chosen, and whether the name was taken off public pages."""

    person_id: str
    needs_password: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """The area and goal that a sign-up chose: those that are there, and the kinds of those taken away since."""

    there: tuple[Mention, ...]
    gone: tuple[Kind, ...]


ONE = Read("submissions/one", Sent)
ANSWER = Act("submissions/answer")


def read(tx: Transaction, *, actor: Actor, submission_id: str) -> Sent:
    """One submission; one whose address was not confirmed is not there yet. Raises NotAllowed, NotFound."""
    actor.must(Permission.MODERATE)
    found = ONE.one(tx, id=submission_id)
    if found.submission.state is State.WAITING_FOR_MAIL:
        raise NotFound(submission_id)
    return found


def chosen(tx: Transaction, *, actor: Actor, draft: SignUp) -> Chosen:
    """The area and goal of a sign-up; raises NotAllowed."""
    actor.must(Permission.MODERATE)
    there, gone = [], []
    for kind, record_id in ((Kind.AREA, draft.area_id), (Kind.GOAL, draft.goal_id)):
        found = RECORD.maybe(tx, id=record_id, visible=actor.visible) if record_id else None
        if found is not None and found.kind is kind:
            there.append(found)
        elif record_id:
            gone.append(kind)
    return Chosen(tuple(there), tuple(gone))


def accept_sign_up(tx: Transaction, *, actor: Actor, submission_id: str, publish: bool, token: str) -> Answer:
    """Make the initiative with its initiator, who gets an account; raises NotAllowed, NotFound, AlreadyExists.

    An area or goal that was taken away since is left out: nobody could accept the sign-up otherwise.
    `token` (of `sessions.new_token`) goes into the mail when the initiator still has to choose a password.
    """
    sent = _open(tx, actor, submission_id, SubmissionKind.SIGN_UP)
    draft = sent.submission.says
    by = _initiator(tx, actor, sent.submission, name_is_public=draft.name_is_public, token=token)
    ties = {INITIATORS: [Tie(by.person_id)]}
    found = chosen(tx, actor=actor, draft=draft)
    ties |= {CHOICES[each.kind]: [Tie(each.id)] for each in found.there}
    made_id = records.add(
        tx,
        actor=actor,
        kind=Kind.INITIATIVE,
        properties={
            "name": draft.name,
            "summary": draft.summary,
            "description": draft.description,
            "website": draft.website,
            "status": Status.IDEA,
            "status_since": clock.today(),
        },
        ties=ties,
        visibility=Visibility.PUBLISHED if publish else Visibility.DRAFT,
    )
    _close(tx, actor, sent.submission, State.ACCEPTED, made_id=made_id)
    return Answer(sent.submission, draft.name, made_id, by.needs_password, found.gone, by.hidden)


def accept_claim(tx: Transaction, *, actor: Actor, submission_id: str, token: str) -> Answer:
    """Let the claimer keep the initiative, or what it was merged into; raises as `accept_sign_up`.

    Raises NotFound also when the initiative was removed.
    """
    sent = _open(tx, actor, submission_id, SubmissionKind.CLAIM)
    if sent.about is None:
        raise NotFound(submission_id)
    says = sent.submission.says
    by = _initiator(tx, actor, sent.submission, name_is_public=says.name_is_public, token=token)
    now = records.read(tx, actor=actor, record_id=sent.about.id)
    present = links.of_record(tx, record_id=sent.about.id, types=[Link.INITIATES])
    others = [Tie(each.other_id) for each in present if each.other_kind is Kind.PERSON]
    records.change(
        tx,
        actor=actor,
        record_id=sent.about.id,
        version=now.version,
        properties={},
        ties={INITIATORS: [*others, Tie(by.person_id)]},
    )
    _close(tx, actor, sent.submission, State.ACCEPTED, made_id=sent.about.id)
    return Answer(
        sent.submission, sent.about.name, sent.about.id, by.needs_password, hidden=by.hidden, was=_earlier_name(sent)
    )


def accept_change(tx: Transaction, *, actor: Actor, submission_id: str, version: int) -> Answer:
    """Give the initiative, or what it was merged into, the proposed values; `version` is the one the moderator saw.

    Raises Conflict when the initiative changed since, NotAllowed, NotFound (also when it was removed), Invalid.
    """
    sent = _open(tx, actor, submission_id, SubmissionKind.CHANGE)
    if sent.about is None:
        raise NotFound(submission_id)
    values = dict(sent.submission.says.properties)
    if "status" in values:
        today = clock.today()
        by = _sender(tx, sent.submission)
        values |= {"status_since": today, "status_confirmed_on": today, "status_confirmed_by": by}
    records.change(tx, actor=actor, record_id=sent.about.id, version=version, properties=values)
    _close(tx, actor, sent.submission, State.ACCEPTED, made_id=sent.about.id)
    return Answer(sent.submission, sent.about.name, sent.about.id, needs_password=False, was=_earlier_name(sent))


def _earlier_name(sent: Sent) -> str | None:
    """What the sender knew the initiative by, where what it was merged into is called otherwise."""
    return sent.was.name if sent.was and sent.about and sent.was.name != sent.about.name else None


def _sender(tx: Transaction, submission: Submission) -> str | None:
    """The person whose account sent it; None when it was sent without one, or that account is no longer there."""
    if submission.account_id is None:
        return None
    with contextlib.suppress(NotFound):
        return accounts.read(tx, actor=SYSTEM, account_id=submission.account_id).person_id
    return None


def mark_seen(tx: Transaction, *, actor: Actor, submission_id: str) -> None:
    """Somebody takes up a question to meet; raises NotAllowed, NotFound, Conflict when it was taken up already."""
    sent = _open(tx, actor, submission_id, SubmissionKind.INTRODUCTION)
    _close(tx, actor, sent.submission, State.SEEN)


def refuse(tx: Transaction, *, actor: Actor, submission_id: str, reason: str) -> Answer:
    """Refuse with a reason, which the sender reads; raises NotAllowed, NotFound, Conflict, Invalid("reason")."""
    actor.must(Permission.MODERATE)
    said = clean_text("reason", reason, longest=LONGEST_STORY)
    if said is None:
        raise Invalid("reason", Reason.MISSING)
    sent = _open(tx, actor, submission_id, None)
    _close(tx, actor, sent.submission, State.REFUSED, reason=said)
    about = sent.was or sent.about  # as the sender knows it
    name = about.name if about else ""
    if sent.submission.kind is SubmissionKind.SIGN_UP:
        name = sent.submission.says.name
    return Answer(sent.submission, name, None, needs_password=False)


def _open(tx: Transaction, actor: Actor, submission_id: str, kind: SubmissionKind | None) -> Sent:
    actor.must(Permission.MODERATE)
    HOLD.run(tx, id=submission_id, at=clock.now())
    sent = ONE.one(tx, id=submission_id)
    if sent.submission.state is State.WAITING_FOR_MAIL or kind not in {None, sent.submission.kind}:
        raise NotFound(submission_id)
    if not sent.submission.is_open:
        raise Conflict({"state": sent.submission.state})
    return sent


def _close(
    tx: Transaction,
    actor: Actor,
    submission: Submission,
    state: State,
    *,
    reason: str | None = None,
    made_id: str | None = None,
) -> None:
    ANSWER.run(
        tx,
        id=submission.id,
        state=state.value,
        reason=reason,
        made_id=made_id,
        by=actor.audit_id,
        at=clock.now(),
    )
    audit.write(tx, actor=actor, lines=[audit.Line("answer", submission.id, "state", State.CONFIRMED, state)])


def _initiator(
    tx: Transaction, actor: Actor, submission: Submission, *, name_is_public: bool, token: str
) -> _Initiator:
    """The person behind a confirmed address, with an account that may propose.

    The address was confirmed, so whoever has it already is this person. The system gives the role, because a moderator
    may give no other.
    """
    email = submission.sender_email
    known = accounts.by_email(tx, actor=SYSTEM, email=email)
    if known is not None and known.person_id is not None:
        if known.disabled_at is not None:
            raise AlreadyExists("sender_email")
        accounts.set_roles(tx, actor=SYSTEM, account_id=known.id, roles=known.roles | {Role.INITIATOR})
        person_id, has_password = known.person_id, known.password_hash is not None
    else:
        person_id = accounts.person_without_account(tx, actor=SYSTEM, email=email) or _person(
            tx, actor, submission, name_is_public=name_is_public
        )
        accounts.add(tx, actor=SYSTEM, email=email, password=None, person_id=person_id, roles=[Role.INITIATOR])
        has_password = False
    if not has_password:
        resets.request(tx, email=email, token=token)
    hidden = not name_is_public and _hide(tx, actor, person_id)
    return _Initiator(person_id, not has_password, hidden)


def _hide(tx: Transaction, actor: Actor, person_id: str) -> bool:
    """Take the name of the person off public pages; returns whether it was there.

    Who is known already may have let the name be shown earlier. Of two choices the more private one holds, and a yes
    changes nothing: the page it was given on is not the only one that would show the name.
    """
    now = records.read(tx, actor=SYSTEM, record_id=person_id)
    if now.properties.get("public_as") != PublicAs.NAME:
        return False
    properties = {"public_as": PublicAs.FUNCTION}
    records.change(tx, actor=actor, record_id=person_id, version=now.version, properties=properties)
    return True


def _person(tx: Transaction, actor: Actor, submission: Submission, *, name_is_public: bool) -> str:
    return records.add(
        tx,
        actor=actor,
        kind=Kind.PERSON,
        properties={
            "name": submission.sender_name,
            "email": submission.sender_email,
            "person_kind": PersonKind.RESIDENT,
            "public_as": PublicAs.NAME if name_is_public else PublicAs.FUNCTION,
        },
        visibility=Visibility.PUBLISHED if name_is_public else Visibility.DRAFT,
    )
