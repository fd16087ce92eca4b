"""What is kept of a person: to show, to take along, to erase, and to let go of in time."""

from graph.privacy.dossier import Dossier, KnownLink, dossier, of_account
from graph.privacy.erasing import ERASED, Ground, NotErasable, erase, forget_note, grounds
from graph.privacy.retention import PROPOSALS, RETENTION, Class, Proposal, Rule, Stale, proposals

__all__ = [
    "ERASED",
    "PROPOSALS",
    "RETENTION",
    "Class",
    "Dossier",
    "Ground",
    "KnownLink",
    "NotErasable",
    "Proposal",
    "Rule",
    "Stale",
    "dossier",
    "erase",
    "forget_note",
    "grounds",
    "of_account",
    "proposals",
]
