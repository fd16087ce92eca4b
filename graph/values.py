"""Neo4j values → Python values → dataclasses, once, at the border."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

import neo4j.time
from pydantic import TypeAdapter

if TYPE_CHECKING:
    from collections.abc import Mapping

Row = TypeVar("Row")


def to_python(value: Any) -> Any:
    """Dates, times and durations of the driver become those of the standard library, also inside lists and maps."""
    if isinstance(value, neo4j.time.DateTime | neo4j.time.Date | neo4j.time.Time):
        return value.to_native()
    if isinstance(value, list):
        return [to_python(each) for each in value]
    if isinstance(value, dict):
        return {key: to_python(each) for key, each in value.items()}
    return value


def to_row(row_type: type[Row], record: Mapping[str, Any]) -> Row:
    """Build the dataclass `row_type` from one record; raises pydantic.ValidationError when a column does not fit."""
    row: Row = _adapter(cast("Any", row_type)).validate_python({key: to_python(value) for key, value in record.items()})
    return row


def to_text(value: Any) -> str | None:
    """A property as one line of text for the audit trail: ISO dates, `true`/`false`, lists joined by ` | `."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return " | ".join(str(to_text(each)) for each in value)
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    return str(value)


@cache
def _adapter(row_type: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(row_type)
