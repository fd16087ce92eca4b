"""The one clock: calendar days in Europe/Amsterdam, instants in UTC.

`BRUGGENBOUWER_TODAY` (an ISO date) pins the calendar day, so that a demonstration reads the same tomorrow. Instants are
never pinned by it: sessions and throttles must go on ending.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from contextvars import ContextVar
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

_fixed: ContextVar[dt.datetime | None] = ContextVar("fixed", default=None)


def zone() -> ZoneInfo:
    """The time zone in which days begin; `BRUGGENBOUWER_TIME_ZONE`, Europe/Amsterdam unless told otherwise."""
    return ZoneInfo(os.environ.get("BRUGGENBOUWER_TIME_ZONE", "Europe/Amsterdam"))


def now() -> dt.datetime:
    """This instant, in UTC."""
    return _fixed.get() or dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The calendar day; raises ValueError when `BRUGGENBOUWER_TODAY` is no date."""
    pinned = os.environ.get("BRUGGENBOUWER_TODAY")
    if _fixed.get() is None and pinned:
        return dt.date.fromisoformat(pinned)
    return now().astimezone(zone()).date()


@contextlib.contextmanager
def at(instant: dt.datetime) -> Iterator[None]:
    """Hold the clock at `instant` (aware) inside the block."""
    token = _fixed.set(instant.astimezone(dt.UTC))
    try:
        yield
    finally:
        _fixed.reset(token)
