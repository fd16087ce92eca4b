"""Agreements, promises to the council and requests: the page of one, the list of all, and what happens to them."""

from graph.commitments.acts import NewTerm, add_first_term, add_term, correct_term, keep, recipients, tell, untell
from graph.commitments.listing import MOST_READ, InList, Listing, Order, Selection, Told, listing
from graph.commitments.page import CommitmentPage, page

__all__ = [
    "MOST_READ",
    "CommitmentPage",
    "InList",
    "Listing",
    "NewTerm",
    "Order",
    "Selection",
    "Told",
    "add_first_term",
    "add_term",
    "correct_term",
    "keep",
    "listing",
    "page",
    "recipients",
    "tell",
    "untell",
]
