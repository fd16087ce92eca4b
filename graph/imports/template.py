"""A profile as an empty file to fill in: its headings, and one line that says what belongs where.

The line is a row that can be brought in as it is, once what it names and does not make is there.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from graph.imports.profile import Type

if TYPE_CHECKING:
    from graph.imports.profile import Column, Profile

_EXAMPLES = {
    # A day that has been: of what happened no day may be still to come.
    Type.DATE: "31-12-2025",
    Type.EUROS: "€ 1.500,00",
    Type.NUMBER: "12,5",
    Type.WHOLE: "2026",
    Type.YES_OR_NO: "ja",
    Type.POINT: "52,1",
}


def template_file(profile: Profile) -> bytes:
    """The headings and one example line, as Dutch Excel opens it: semicolons, UTF-8 with a mark."""
    columns = {column.headings[0]: column for column in profile.columns.values() if column.type is not Type.GEOMETRY}
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerow([_example(heading, column) for heading, column in columns.items()])
    return f"\ufeff{text.getvalue()}".encode()


def _example(heading: str, column: Column) -> str:
    if column.example is not None:
        return column.example
    if column.choices:
        return next(iter(column.choices))
    if column.split:
        sign = column.split[0]
        return f"eerste {heading}{sign}tweede {heading}"
    if heading == "website":
        return "https://voorbeeld.nl"
    return _EXAMPLES.get(column.type, f"voorbeeld {heading}" if column.required else "")
