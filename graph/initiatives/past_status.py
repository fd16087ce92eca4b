"""The status of an initiative as it stood on an earlier day, from the audit trail.

The record holds the status of now and since when. Each change left its old values in the audit trail; going back
through them gives every earlier status with its own first day. What the trail does not hold, nobody can know: then
there is none.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.model import Status
from graph.query import Read

if TYPE_CHECKING:
    from graph.initiatives.page import InitiativeFacts
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Change:
    """The status and its first day before one change; only what changed says something."""

    at: dt.datetime
    status: str | None
    since: str | None
    status_changed: bool
    since_changed: bool


CHANGES = Read("initiatives/past_status", Change)


def as_it_stood(tx: Transaction, facts: InitiativeFacts, day: dt.date) -> InitiativeFacts:
    """These facts with the status of `day`; without status when nobody can tell."""
    status, since = facts.status, facts.status_since
    if since is None or since > day:
        for change in CHANGES.all(tx, id=facts.id):
            status = _status(change.status) if change.status_changed else status
            since = _day(change.since) if change.since_changed else since
            if since is not None and since <= day:
                break
        if since is not None and since > day:
            status = since = None
    confirmed = facts.status_confirmed_on
    if confirmed is not None and confirmed <= day and status is facts.status:
        return replace(facts, status=status, status_since=since)
    return replace(facts, status=status, status_since=since, status_confirmed_on=None, confirmed_by=None)


def history(tx: Transaction, facts: InitiativeFacts) -> list[tuple[Status, dt.date]]:
    """Every status the initiative had, with its first day, the latest first; `facts` as they are now."""
    found: list[tuple[Status, dt.date]] = []
    status, since = facts.status, facts.status_since
    for change in (None, *CHANGES.all(tx, id=facts.id)):
        if change is not None:
            status = _status(change.status) if change.status_changed else status
            since = _day(change.since) if change.since_changed else since
        # A day that was mended later is not told twice: the last word on a first day counts.
        if status and since and (not found or (since < found[-1][1] and status is not found[-1][0])):
            found.append((status, since))
    return found


def _status(text: str | None) -> Status | None:
    return Status(text) if text in set(Status) else None


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text or "")
    except ValueError:
        return None
