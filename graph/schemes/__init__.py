"""Subsidy schemes: the list, the page of one, and who could apply together."""

from graph.schemes.facts import SchemeFacts, facts
from graph.schemes.listing import MOST_READ, Listing, SchemeInList, listing
from graph.schemes.page import Grant, GrantOrder, GrantSelection, Recipients, SchemePage, Step, grants, page
from graph.schemes.together import (
    Group,
    Money,
    PairListing,
    PairOrder,
    PairSelection,
    Strangers,
    ask_together,
    pair,
    pairs,
)

__all__ = [
    "MOST_READ",
    "Grant",
    "GrantOrder",
    "GrantSelection",
    "Group",
    "Listing",
    "Money",
    "PairListing",
    "PairOrder",
    "PairSelection",
    "Recipients",
    "SchemeFacts",
    "SchemeInList",
    "SchemePage",
    "Step",
    "Strangers",
    "ask_together",
    "facts",
    "grants",
    "listing",
    "page",
    "pair",
    "pairs",
]
