"""What is kept of a person: to show, to take along, to erase, and to let go of in time."""

from graph.privacy.dossier import Dossier, KnownAccount, KnownLink, KnownStep, KnownSubmission, dossier, of_account
from graph.privacy.erasing import Ground, NotErasable, erase, forget_note, grounds
from graph.privacy.retention import (
    ERASED,
    PROPOSALS,
    RETENTION,
    Class,
    Order,
    Proposal,
    Proposals,
    Rule,
    Stale,
    proposals,
    stale,
)

__all__ = [
    "ERASED",
    "PROPOSALS",
    "RETENTION",
    "Class",
    "Dossier",
    "Ground",
    "KnownAccount",
    "KnownLink",
    "KnownStep",
    "KnownSubmission",
    "NotErasable",
    "Order",
    "Proposal",
    "Proposals",
    "Rule",
    "Stale",
    "dossier",
    "erase",
    "forget_note",
    "grounds",
    "of_account",
    "proposals",
    "stale",
]
