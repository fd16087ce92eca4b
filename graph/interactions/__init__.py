"""Interactions: what was said or written with people; internal, with a next step, and every reading noted."""

from graph.interactions.acts import add, done, known, name_of
from graph.interactions.page import (
    Around,
    Contact,
    Counts,
    Interaction,
    Listing,
    Order,
    Selection,
    Step,
    around,
    days,
    late,
    listing,
    one,
    rows,
)
from graph.interactions.reading import note_reads, unlogged

__all__ = [
    "Around",
    "Contact",
    "Counts",
    "Interaction",
    "Listing",
    "Order",
    "Selection",
    "Step",
    "add",
    "around",
    "days",
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
