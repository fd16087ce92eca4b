"""The signpost: a question in one's own words leads to the people to ask, in order, with the reason.

`asking` ranks them, `everyday` knows what people call things, `misroutes` remembers who was not the right person, and
`remit` lets staff confirm what somebody answers for.
"""

from graph.signpost.asking import OFFERS_BEFORE_SIGNPOST, Advice, Answer, Guide, OpenScheme, Subject, advice
from graph.signpost.misroutes import Missed, MissedList, Order, dismiss, missed, wrong
from graph.signpost.remit import confirm

__all__ = [
    "OFFERS_BEFORE_SIGNPOST",
    "Advice",
    "Answer",
    "Guide",
    "Missed",
    "MissedList",
    "OpenScheme",
    "Order",
    "Subject",
    "advice",
    "confirm",
    "dismiss",
    "missed",
    "wrong",
]
