"""Contributions: what was asked for and given, by whom, to whom; the list, the page of one, and the totals."""

from graph.contributions.listing import (
    Choice,
    ContributionInList,
    Listing,
    Order,
    Selection,
    Stage,
    Sum,
    choices,
    listing,
    rows,
)
from graph.contributions.page import ContributionPage, page
from graph.contributions.totals import By, Total, Totals, of_record, totals

__all__ = [
    "By",
    "Choice",
    "ContributionInList",
    "ContributionPage",
    "Listing",
    "Order",
    "Selection",
    "Stage",
    "Sum",
    "Total",
    "Totals",
    "choices",
    "listing",
    "of_record",
    "page",
    "rows",
    "totals",
]
