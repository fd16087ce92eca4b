"""The own name and texts of a record as they stood on an earlier day, from the audit trail.

Only who may read the history of a record sees them: what was taken out of a public text may have been taken out to
protect somebody. Everybody else sees the texts of now, and the page says so.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar

from graph import clock
from graph.model import SHAPES
from graph.query import Read
from graph.rights import Permission
from graph.values import to_row

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

Facts = TypeVar("Facts", bound=Any)

# A status has a first day of its own; `graph.initiatives.past_status` goes back by that.
_APART = frozenset({"status", "status_since", "status_confirmed_on", "status_confirmed_by"})
OWN = frozenset(each.name for shape in SHAPES for each in shape.properties) - _APART


@dataclass(frozen=True, slots=True)
class Was:
    """What a field of the record held, as the audit trail tells it."""

    field: str
    old: str | None


VALUES = Read("past/values", Was)


def as_it_stood(tx: Transaction, facts: Facts, *, actor: Actor) -> Facts:
    """`facts` with what its record held on the day that is shown; `facts` itself today, and for who sees no history.

    `facts` is a dataclass with the id of the record and fields that are called as its properties. Links are not looked
    at: those have their own days.
    """
    if not clock.is_past() or not actor.may(Permission.SEE_PRIVATE):
        return facts
    told = {each.name: getattr(facts, each.name) for each in fields(facts)}
    was = VALUES.all(tx, id=facts.id, after=clock.end_of_day(), fields=sorted(OWN & told.keys()))
    if not was:
        return facts
    return to_row(type(facts), told | {each.field: _value(each.old, told[each.field]) for each in was})


def _value(old: str | None, now: object) -> str | list[str] | None:
    """As the trail writes it; a list is joined there (`graph.values.to_text`)."""
    if isinstance(now, list | tuple):
        return old.split(" | ") if old else []
    return old
