"""Records that stay alive: who keeps each, when it is looked at again, and handing everything over in one act."""

from graph.keepers.handing import Handover, Move, Person, hand_over, people, preview
from graph.keepers.keeping import (
    Keeping,
    Kept,
    Listing,
    Order,
    Selection,
    When,
    assign,
    listing,
    of_record,
    overdue,
    review,
    rows,
)
from graph.keepers.loads import Load, LoadOrder, Loads, LoadSelection, Standing, loads

__all__ = [
    "Handover",
    "Keeping",
    "Kept",
    "Listing",
    "Load",
    "LoadOrder",
    "LoadSelection",
    "Loads",
    "Move",
    "Order",
    "Person",
    "Selection",
    "Standing",
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
    "rows",
]
