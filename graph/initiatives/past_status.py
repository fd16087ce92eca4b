"""The status of initiatives as it stood on an earlier day, from the audit trail.

The record holds the status of now and since when. Each change left its old values in the audit trail; going back
through them gives every earlier status with its own first day. What the trail does not hold, nobody can know: then
there is none.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from graph.model import Status
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.initiatives.page import InitiativeFacts
    from graph.store import Transaction

Row = TypeVar("Row", bound=Any)


@dataclass(frozen=True, slots=True)
class Change:
    """The status and its first day before one change of an initiative; only what changed says something."""

    id: str
    at: dt.datetime
    status: str | None
    since: str | None
    status_changed: bool
    since_changed: bool


CHANGES = Read("initiatives/past_statuses", Change)


def as_it_stood(tx: Transaction, facts: InitiativeFacts, day: dt.date) -> InitiativeFacts:
    """These facts with the status of `day`; without status when nobody can tell."""
    status, since = facts.status, facts.status_since
    if _is_later(since, day):
        status, since = _before(status, since, CHANGES.all(tx, ids=[facts.id]), day)
    confirmed = facts.status_confirmed_on
    if confirmed is not None and confirmed <= day and status is facts.status:
        return replace(facts, status=status, status_since=since)
    return replace(
        facts,
        status=status,
        status_since=since,
        status_confirmed_on=None,
        confirmed_by=None,
        municipality_confirmed=None,
    )


def history(tx: Transaction, facts: InitiativeFacts) -> list[tuple[Status, dt.date]]:
    """Every status the initiative had, with its first day, the latest first; `facts` as they are now."""
    found: list[tuple[Status, dt.date]] = []
    for status, since in _back(facts.status, facts.status_since, CHANGES.all(tx, ids=[facts.id])):
        # A day that was mended later is not told twice: the last word on a first day counts.
        if status and since and (not found or (since < found[-1][1] and status is not found[-1][0])):
            found.append((status, since))
    return found


def rows_as_they_stood(tx: Transaction, rows: Sequence[Row], day: dt.date) -> list[Row]:
    """The same for rows, all in one question to the trail; each has an `id`, a `status` and its `status_since`."""
    later = [row.id for row in rows if _is_later(row.status_since, day)]
    found = CHANGES.all(tx, ids=later) if later else []
    changes = {each: list(own) for each, own in groupby(found, key=attrgetter("id"))}
    stood = []
    for row in rows:
        status, since = row.status, row.status_since
        if _is_later(since, day):
            status, since = _before(status, since, changes.get(row.id, ()), day)
        stood.append(replace(row, status=status, status_since=since))
    return stood


def _back(
    status: Status | None, since: dt.date | None, changes: Iterable[Change]
) -> Iterator[tuple[Status | None, dt.date | None]]:
    """The present status with its first day, and those before each change, the latest first."""
    yield status, since
    for change in changes:
        status = _status(change.status) if change.status_changed else status
        since = _day(change.since) if change.since_changed else since
        yield status, since


def _is_later(since: dt.date | None, day: dt.date) -> bool:
    """Whether the status of now need not be that of `day`."""
    return since is None or since > day


def _before(
    status: Status | None, since: dt.date | None, changes: Iterable[Change], day: dt.date
) -> tuple[Status | None, dt.date | None]:
    """The status of `day` and its first day, going back through the changes from the latest one on."""
    was, began = status, since
    for was, began in _back(status, since, changes):
        if began is not None and began <= day:
            return was, began
    return (None, None) if began is not None else (was, None)


def _status(text: str | None) -> Status | None:
    return Status(text) if text in set(Status) else None


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text or "")
    except ValueError:
        return None
