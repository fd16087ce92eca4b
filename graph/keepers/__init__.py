"""Records that stay alive: who keeps each, when it is looked at again, and handing everything over in one act."""

from graph.keepers.handing import Handover, Move, Person, hand_over, people, preview
from graph.keepers.keeping import (
    MOST_READ,
    Keeping,
    Kept,
    Listing,
    Load,
    Order,
    Selection,
    When,
    assign,
    listing,
    loads,
    of_record,
    overdue,
    review,
)

__all__ = [
    "MOST_READ",
    "Handover",
    "Keeping",
    "Kept",
    "Listing",
    "Load",
    "Move",
    "Order",
    "Person",
    "Selection",
    "When",
    "assign",
    "hand_over",
    "listing",
    "loads",
    "of_record",
    "overdue",
    "people",
    "preview",
    "review",
]
