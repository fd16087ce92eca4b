"""Interactions: what was said or written with people; internal, with a next step, and every reading noted."""

from graph.interactions.acts import add, done, known, name_of
from graph.interactions.page import (
    Around,
    Counts,
    Interaction,
    Listing,
    Order,
    Selection,
    Step,
    around,
    late,
    listing,
    one,
    rows,
)
from graph.interactions.reading import note_reads, unlogged

__all__ = [
    "Around",
    "Counts",
    "Interaction",
    "Listing",
    "Order",
    "Selection",
    "Step",
    "add",
    "around",
    "done",
    "known",
    "late",
    "listing",
    "name_of",
    "note_reads",
    "one",
    "rows",
    "unlogged",
]
