"""Requirements: why they are asked, which initiatives they hit, and the question why with its clock."""

from graph.requirements.acts import answer, ask, mark
from graph.requirements.listing import MOST_READ, Lack, Listing, Order, RequirementInList, Selection, listing
from graph.requirements.page import Hit, Must, RequirementPage, Waiting, of_initiative, one_hit, own, page, waiting

__all__ = [
    "MOST_READ",
    "Hit",
    "Lack",
    "Listing",
    "Must",
    "Order",
    "RequirementInList",
    "RequirementPage",
    "Selection",
    "Waiting",
    "answer",
    "ask",
    "listing",
    "mark",
    "of_initiative",
    "one_hit",
    "own",
    "page",
    "waiting",
]
