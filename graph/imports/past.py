"""What an import wrote down of what it changed, and how its values are read back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Property


@dataclass(frozen=True, slots=True)
class PastChange:
    """One value or link that the import gave to something older."""

    record_id: str
    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Done:
    """How many were taken back."""

    count: int


_READ: dict[type, Callable[[str], Any]] = {
    int: int,
    float: float,
    bool: "true".__eq__,
    dt.date: dt.date.fromisoformat,
    dt.datetime: dt.datetime.fromisoformat,
    list: lambda text: text.split(" | "),
}


def typed(known: Property, text: str | None) -> Any:
    """The value that `graph.values.to_text` wrote as `text`."""
    if text is None:
        return None
    kind = str if issubclass(known.type, StrEnum) else known.type
    return _READ.get(kind, str)(text)
