"""Cells of CSV files: no text that people wrote is ever taken for a formula (OWASP, CSV injection)."""

from __future__ import annotations

import re
from typing import Any

# What spreadsheets read as the beginning of a formula, full-width forms too.
_BEGINS_A_FORMULA = re.compile("^[\\s\x00]*[=+\\-@＝＋－＠]|^[\t\r\n\x00]")
# A telephone number or a negative amount begins with a sign and is no formula.
_PLAIN = re.compile(r"[+-][\d\s.,()-]*")


def harmless(value: Any) -> Any:
    """`value` as it may stand in a CSV cell: an apostrophe in front of a text that begins like a formula."""
    if not isinstance(value, str) or not _BEGINS_A_FORMULA.match(value) or _PLAIN.fullmatch(value):
        return value
    return f"'{value}"
