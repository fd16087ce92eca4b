"""What a submission is: who sent it, about what, where it stands, and what it proposes.

What is proposed is no fact yet. It is kept as one text (JSON) on the node and becomes records only when it is accepted.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from graph.mentions import Mention
from graph.values import to_row


class SubmissionKind(StrEnum):
    """What was asked."""

    SIGN_UP = "sign_up"
    CLAIM = "claim"
    CHANGE = "change"
    INTRODUCTION = "introduction"


class State(StrEnum):
    """Where a submission stands; an introduction is `confirmed` from the start and ends as `seen`."""

    WAITING_FOR_MAIL = "waiting_for_mail"
    CONFIRMED = "confirmed"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class SignUp:
    """A new initiative as its initiator describes it."""

    name: str
    summary: str
    area_id: str | None = None
    goal_id: str | None = None
    description: str | None = None
    website: str | None = None
    name_is_public: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """Why somebody says that an initiative is theirs."""

    proof: str
    name_is_public: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Properties as their initiator would have them, the version that was seen, and a word to the municipality."""

    properties: dict[str, Any] = field(default_factory=dict)
    version: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Introduction:
    """Why somebody would like to meet another initiative, and to whom the mail went."""

    message: str
    sent_to: str | None = None


Content = SignUp | Claim | Change | Introduction
CONTENT: dict[SubmissionKind, type[Any]] = {
    SubmissionKind.SIGN_UP: SignUp,
    SubmissionKind.CLAIM: Claim,
    SubmissionKind.CHANGE: Change,
    SubmissionKind.INTRODUCTION: Introduction,
}


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends something: a name and a mail address, both checked."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Submission:
    """One submission as it is kept."""

    id: str
    kind: SubmissionKind
    state: State
    sender_name: str
    sender_email: str
    content: str
    created_at: dt.datetime
    confirmed_at: dt.datetime | None = None
    answered_at: dt.datetime | None = None
    answered_by: str | None = None
    reason: str | None = None
    about_id: str | None = None
    other_id: str | None = None
    account_id: str | None = None
    made_id: str | None = None

    @property
    def says(self) -> Any:
        """What it proposes: a SignUp, Claim, Change or Introduction."""
        return to_row(CONTENT[self.kind], json.loads(self.content))

    @property
    def is_open(self) -> bool:
        """Whether the municipality still has to answer."""
        return self.state is State.CONFIRMED


@dataclass(frozen=True, slots=True)
class Sent:
    """A submission with the records it is about: what they were merged into, or None when they were removed.

    `was` is the record it was sent about, where that was removed or merged into `about`.
    """

    submission: Submission
    about: Mention | None
    other: Mention | None
    was: Mention | None


def written(content: Content) -> str:
    """`content` as it is kept."""
    return json.dumps(asdict(content), ensure_ascii=False)
