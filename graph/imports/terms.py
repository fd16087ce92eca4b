"""The terms of commitments: a day that was not agreed before is a new term, the old ones stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph import clock
from graph.imports.leaves import LeafThere, Leaves
from graph.imports.refusals import Fault, RowRefused
from graph.properties import Reason
from graph.query import Act, Read

if TYPE_CHECKING:
    import datetime as dt

    from graph.imports.columns import Cells
    from graph.imports.profile import TermPart

TERMS = Leaves(
    there=Read("imports/terms", LeafThere),
    add=Act("imports/add_terms"),
    fill=Act("imports/tell_terms"),
    known_by="on",
    later="told_on",
    told={"on": "term"},
)


def named(part: TermPart, cells: Cells, made_on: dt.date | None) -> dict[str, Any] | None:
    """The term that a row names, as it is stored; None when it names none. Raises RowRefused."""
    values = cells.values
    day, none = values.get(part.day), values.get(part.none_agreed)
    if day is None and not none:
        return None
    if day is not None and none:
        raise RowRefused(part.none_agreed, Fault.DAY_AND_NONE, cells.texts.get(part.none_agreed, ""))
    set_on, told_on = values.get(part.set_on) or made_on or clock.today(), values.get(part.told_on)
    if day and made_on and day < made_on:
        raise RowRefused(part.day, Reason.BEFORE_MADE, day.isoformat())
    if told_on and told_on > clock.today():
        raise RowRefused(part.told_on, Reason.IN_FUTURE, told_on.isoformat())
    stored = {
        "on": day,
        "none_agreed": True if none else None,
        "set_on": set_on,
        "reason": values.get(part.reason),
        "told_on": told_on,
    }
    return {name: value for name, value in stored.items() if value is not None}
