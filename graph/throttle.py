"""How often something may be tried: counters in the graph, so that every web worker sees the same count.

A counter is named by a purpose and the digest of its subject (an account's address, a network address): the graph does
not remember who tried what, and forgets the counter when its window is over.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.errors import GraphError
from graph.query import Act, Write

if TYPE_CHECKING:
    from graph.store import Transaction

SWEPT_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `times` in each window of `window`, for each subject of this `purpose`."""

    purpose: str
    times: int
    window: dt.timedelta


@dataclass(frozen=True, slots=True)
class Counted:
    """A counter after it was raised."""

    count: int
    until: dt.datetime


class TooOften(GraphError):
    """It was tried too often; after `seconds` (at least 1) it can be tried again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"too often; try again in {seconds} seconds")
        self.seconds = seconds


COUNT = Write("throttle/count", Counted)
GIVE_BACK = Act("throttle/give_back")
SWEEP = Act("throttle/sweep")


def take(tx: Transaction, *, limit: Limit, subject: str) -> None:
    """Count one attempt of `subject`; raises TooOften when that is more than `limit` allows.

    Run it in a transaction of its own before the work, so that attempts side by side are all counted. Take several in
    the same order everywhere, or they can block each other.
    """
    now = clock.now()
    counted = COUNT.one(tx, key=_key(limit, subject), until=now + limit.window, at=now)
    if counted.count > limit.times:
        raise TooOften(max(1, math.ceil((counted.until - now).total_seconds())))


def give_back(tx: Transaction, *, limit: Limit, subject: str, everything: bool = False) -> None:
    """The attempt turned out well: take it back, or forgive `everything` that was counted."""
    GIVE_BACK.run(tx, key=_key(limit, subject), all=everything)


def sweep(tx: Transaction) -> None:
    """Forget counters whose window is over."""
    SWEEP.run(tx, at=clock.now(), limit=SWEPT_AT_ONCE)


def _key(limit: Limit, subject: str) -> str:
    digest = hashlib.sha256(subject.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{limit.purpose}:{digest}"
