"""The one clock: calendar days in Europe/Amsterdam, instants in UTC.

`BRUGGENBOUWER_TODAY` (an ISO date) pins the calendar day, so that a demonstration reads the same tomorrow. Instants are
never pinned by it: sessions and throttles must go on ending.

A page can be shown as it stood on an earlier day: inside `showing(day)` that day is "today" for everything that counts
days. Who may see what, and whose name is still public, follow `really_today()`.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from contextvars import ContextVar
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from graph.errors import WrongSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

ZONE = "Europe/Amsterdam"

_fixed: ContextVar[dt.datetime | None] = ContextVar("fixed", default=None)
_shown: ContextVar[dt.date | None] = ContextVar("shown", default=None)


def zone() -> ZoneInfo:
    """The time zone in which days begin: `BRUGGENBOUWER_TIME_ZONE`, else `ZONE`; raises WrongSettings."""
    return zone_called(os.environ.get("BRUGGENBOUWER_TIME_ZONE") or ZONE)


def zone_called(name: str) -> ZoneInfo:
    """The time zone of that name; raises WrongSettings, for it comes from the environment."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise WrongSettings(f"BRUGGENBOUWER_TIME_ZONE must be a time zone such as {ZONE}, or be left out") from error


def day_called(text: str) -> dt.date:
    """The day written as 2026-11-23; raises WrongSettings, for it comes from the environment."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise WrongSettings("BRUGGENBOUWER_TODAY must be a day such as 2026-11-23, or be left out") from error


def now() -> dt.datetime:
    """This instant, in UTC."""
    return _fixed.get() or dt.datetime.now(dt.UTC)


def day_of(instant: dt.datetime) -> dt.date:
    """The calendar day on which `instant` (aware) was."""
    return instant.astimezone(zone()).date()


def today() -> dt.date:
    """The calendar day that is shown: the real one, or an earlier one inside `showing`."""
    return _shown.get() or really_today()


def is_past() -> bool:
    """Whether an earlier day is shown."""
    return _shown.get() is not None


def past() -> dt.date | None:
    """The earlier day that is shown; None today."""
    return _shown.get()


def end_of_day() -> dt.datetime:
    """The instant at which the day that is shown ends, in UTC: the driver takes no other zone."""
    tomorrow = dt.datetime.combine(today() + dt.timedelta(days=1), dt.time(), zone())
    return tomorrow.astimezone(dt.UTC)


def really_today() -> dt.date:
    """The calendar day, whatever is shown; raises WrongSettings when `BRUGGENBOUWER_TODAY` is no day."""
    pinned = os.environ.get("BRUGGENBOUWER_TODAY")
    if _fixed.get() is None and pinned:
        return day_called(pinned)
    return day_of(now())


@contextlib.contextmanager
def at(instant: dt.datetime) -> Iterator[None]:
    """Hold the clock at `instant` (aware) inside the block."""
    token = _fixed.set(instant.astimezone(dt.UTC))
    try:
        yield
    finally:
        _fixed.reset(token)


@contextlib.contextmanager
def showing(day: dt.date) -> Iterator[None]:
    """Let `day` be the day that is shown inside the block; today itself changes nothing."""
    token = _shown.set(day if day < really_today() else None)
    try:
        yield
    finally:
        _shown.reset(token)
