"""The door for initiators: what people send, what initiators propose, and how the municipality answers."""

from graph.submissions.answering import (
    Answer,
    accept_change,
    accept_claim,
    accept_sign_up,
    mark_seen,
    queue,
    read,
    refuse,
)
from graph.submissions.mailbox import Mailbox, of_record
from graph.submissions.model import (
    Change,
    Claim,
    Introduction,
    Sender,
    Sent,
    SignUp,
    State,
    Submission,
    SubmissionKind,
)
from graph.submissions.proposing import CHANGEABLE, OwnInitiative, OwnPage, OwnPart, own, page, propose
from graph.submissions.sending import about, claim, confirm, forget, introduce, living, sender, sentence, sign_up

__all__ = [
    "CHANGEABLE",
    "Answer",
    "Change",
    "Claim",
    "Introduction",
    "Mailbox",
    "OwnInitiative",
    "OwnPage",
    "OwnPart",
    "Sender",
    "Sent",
    "SignUp",
    "State",
    "Submission",
    "SubmissionKind",
    "about",
    "accept_change",
    "accept_claim",
    "accept_sign_up",
    "claim",
    "confirm",
    "forget",
    "introduce",
    "living",
    "mark_seen",
    "of_record",
    "own",
    "page",
    "propose",
    "queue",
    "read",
    "refuse",
    "sender",
    "sentence",
    "sign_up",
]
