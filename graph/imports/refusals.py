"""Why a file or a row is refused: a closed set, so that the web and the commands can say it in Dutch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graph.errors import GraphError


class Refusal(StrEnum):
    """Why a whole file is refused; nothing of it was written."""

    EMPTY = "empty"
    BINARY = "binary"
    NOT_A_TABLE = "not_a_table"
    NOT_READABLE = "not_readable"
    NO_FILE = "no_file"
    NO_REJECTS = "no_rejects"
    BOMB = "bomb"
    TOO_LARGE = "too_large"
    TOO_MANY_COLUMNS = "too_many_columns"
    NO_ROWS = "no_rows"
    HEADINGS_TWICE = "headings_twice"
    WRONG_PROFILE = "wrong_profile"
    NOT_GEOJSON = "not_geojson"
    NOT_WGS84 = "not_wgs84"
    UNKNOWN_PROFILE = "unknown_profile"
    BROKEN_PROFILE = "broken_profile"
    CHANGED = "changed"


class Fault(StrEnum):
    """Why one row is refused, besides the reasons of `graph.properties.Reason`."""

    FIELD_TOO_LARGE = "field_too_large"
    BROKEN_LINE = "broken_line"
    TOO_MANY_CELLS = "too_many_cells"
    EMPTY_CELL = "empty_cell"
    AMBIGUOUS = "ambiguous"
    NOT_THERE = "not_there"
    OWN_PARENT = "own_parent"
    NOT_A_YES = "not_a_yes"
    DAY_AND_NONE = "day_and_none"
    BELOW_ZERO = "below_zero"
    ADOPTED = "adopted"
    KEPT = "kept"
    TWO_CONTACTS = "two_contacts"
    OTHER_CONTACT = "other_contact"


class Refused(GraphError):
    """The file is not what it claims; `reason` and `details` say why."""

    def __init__(self, reason: Refusal, **details: Any) -> None:
        super().__init__(f"{reason}: {details}" if details else str(reason))
        self.reason = reason
        self.details = details


class RowRefused(Exception):
    """One row cannot be used: the column (our name or its heading), the reason and the value."""

    def __init__(self, column: str, reason: str, value: str = "") -> None:
        super().__init__(f"{column}: {reason}")
        self.column = column
        self.reason = reason
        self.value = value


@dataclass(frozen=True, slots=True)
class Rejected:
    """One row that was not written: where it stands, why, and its cells as they were read.

    `accepted` are the words that the column takes, where it takes only those.
    """

    line: int
    column: str
    reason: str
    value: str
    cells: tuple[str, ...]
    accepted: tuple[str, ...] = ()
