"""The status of an initiative: what contradicts it, who is asked to confirm it, and who did."""

from graph.statuses.acts import confirm
from graph.statuses.doubts import (
    MOST_READ,
    Doubt,
    Listing,
    Order,
    Reason,
    Selection,
    Standing,
    doubted,
    listing,
    of_initiative,
    to_ask,
)
from graph.statuses.letters import Asked, Recipient, answer, ask, living, recipients, settle

__all__ = [
    "MOST_READ",
    "Asked",
    "Doubt",
    "Listing",
    "Order",
    "Reason",
    "Recipient",
    "Selection",
    "Standing",
    "answer",
    "ask",
    "confirm",
    "doubted",
    "listing",
    "living",
    "of_initiative",
    "recipients",
    "settle",
    "to_ask",
]
