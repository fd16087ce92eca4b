"""Initiatives as people read them: the page of one, and the list of all."""

from graph.initiatives.listing import InitiativeInList, Listing, Selection, listing, rows
from graph.initiatives.page import GoalOfInitiative, InitiativePage, page
from graph.initiatives.whereabouts import Whereabouts, whereabouts

__all__ = [
    "GoalOfInitiative",
    "InitiativeInList",
    "InitiativePage",
    "Listing",
    "Selection",
    "Whereabouts",
    "listing",
    "page",
    "rows",
    "whereabouts",
]
