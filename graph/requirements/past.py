"""How initiatives stood with requirements on an earlier day, from what the audit trail keeps.

State, question and answer stand on the link as they are now. What changed after the day gives their old values.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.query import Read

if TYPE_CHECKING:
    from graph.store import Transaction

Stood = dict[str, dict[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one property of the link between a requirement and an initiative."""

    requirement_id: str
    initiative_id: str
    at: dt.datetime
    field: str
    old: str | None


CHANGES = Read("requirements/changes", Change)
DAYS = frozenset({"questioned_on", "answered_on"})


def stood(tx: Transaction, *, initiative_id: str | None = None, requirement_id: str | None = None) -> Stood:
    """What was different on the day that is shown, for the parameter `$stood`; nothing today.

    By "requirement > initiative" and property: a map with the `old` value, which can be None.
    """
    if not clock.is_past():
        return {}
    after = clock.end_of_day()
    found: Stood = {}
    for each in CHANGES.all(tx, initiative_id=initiative_id, requirement_id=requirement_id, after=after):
        values = found.setdefault(f"{each.requirement_id} > {each.initiative_id}", {})
        values.setdefault(each.field, {"old": _value(each)})
    return found


def _value(change: Change) -> str | dt.date | None:
    return dt.date.fromisoformat(change.old) if change.old and change.field in DAYS else change.old
