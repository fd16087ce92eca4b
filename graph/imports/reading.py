"""How people in the Netherlands write numbers, amounts, dates and yes or no; every function takes one trimmed cell."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Any

from graph.imports.refusals import Fault, RowRefused
from graph.properties import Reason

# Beyond this many a double loses euros.
MOST_DIGITS = 18

_PLAIN = re.compile(r"(?:€ ?)?(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d{2}))?")
LONGEST_SENTENCE = 250
# Where a sentence may end, and what the next word begins with.
_END = re.compile(r"[.!?](?=\s+(?P<next>\S)|\s*$)")
# Short or with points inside ("St.", "i.s.m.", "t/m."), a number in front of what it counts, or known to be cut off.
_CUT_OFF = re.compile(
    r"\W*(?:(?:[^\W\d_]{1,2}[./])+|\d{1,2}\."
    r"|(?:afd|bijv|blz|burg|chr|dhr|drs|etc|enz|evt|excl|incl|ing|jhr|max|mej|mevr|mgr|min|nrs|pag|prof|resp|secr|stg|str"
    r"|tel|vgl|wed|weth|zgn)\.)",
    re.IGNORECASE,
)
_DECORATION = re.compile(r"€|\beuro?\b|[\s\u00a0\u202f']", re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+")
# Points before the comma stand between groups of three; one behind the comma is how others write amounts.
_WITH_CENTS = re.compile(r"[+-]?(\d{1,3}(\.\d{3})+|\d+),\d+")
_WHOLE_EUROS = re.compile(r",--?$")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\.? ([a-z]+)\.? (\d{4})")
_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan januari",
            "feb februari",
            "mrt maart mar",
            "apr april",
            "mei may",
            "jun juni",
            "jul juli",
            "aug augustus",
            "sep september sept",
            "okt oktober oct",
            "nov november",
            "dec december",
        ],
        start=1,
    )
    for name in names.split()
}
_YES = frozenset({"ja", "j", "yes", "y", "true", "waar", "1", "x"})
_NO = frozenset({"nee", "n", "no", "false", "onwaar", "0"})


def normalised(text: str) -> str:
    """`text` as names are compared: NFKC, case-folded, trimmed, one space between words."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.casefold().split())


def as_text(cell: Any) -> str:
    """A cell of a spreadsheet as a person would have typed it: `2016` and not `2016.0`, dates as ISO."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime):
        midnight = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if midnight else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell).strip()


def number(column: str, text: str) -> float:
    """`10.358,00`, `€ 15.000`, `5.000,-`, `250,00-` and `10358.00` as a number; raises RowRefused.

    A comma is always the decimal sign; a point is, unless all groups behind it have three digits.
    `1,234.56` is refused.
    A minus may stand in front or, as bookkeepers write it, behind.
    """
    if len(text) <= MOST_DIGITS and (match := _PLAIN.fullmatch(text)):
        return float(f"{match[1].replace('.', '')}.{match[2] or 0}")
    bare = _WHOLE_EUROS.sub("", _DECORATION.sub("", text))
    if bare.endswith("-"):
        bare = f"-{bare[:-1]}"
    if _WITH_CENTS.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", ".")
    elif _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    if not _NUMBER.fullmatch(bare) or len(bare) > MOST_DIGITS:
        raise RowRefused(column, Reason.NOT_A_NUMBER, text)
    return float(bare)


def point(column: str, text: str) -> float:
    """A coordinate, with a point or a comma; raises RowRefused."""
    bare = text.replace(",", ".")
    if not _NUMBER.fullmatch(bare):
        raise RowRefused(column, Reason.NOT_A_NUMBER, text)
    return float(bare)


def sentence(column: str, text: str) -> str:
    """The first sentence of a story, at most `LONGEST_SENTENCE` characters; an abbreviation does not end it.

    Neither does a point before a small letter. Rather a sentence too many than one cut off.
    """
    del column
    line = text.strip().splitlines()[0][: 2 * LONGEST_SENTENCE]
    ends = (match.end() for match in _END.finditer(line) if not _goes_on(match))
    found = line[: next(ends, len(line))]
    return found if len(found) <= LONGEST_SENTENCE else f"{found[: LONGEST_SENTENCE - 1].rstrip()}…"


def _goes_on(end: re.Match[str]) -> bool:
    after = end["next"]
    if end[0] != "." or not after:
        return False
    return after.islower() or bool(_CUT_OFF.fullmatch(end.string[: end.end()].split()[-1]))


def whole(column: str, text: str) -> int:
    """A whole number; raises RowRefused."""
    value = number(column, text)
    if not value.is_integer():
        raise RowRefused(column, Reason.NOT_A_NUMBER, text)
    return int(value)


def day(column: str, text: str) -> dt.date:
    """`31-12-2025`, `31/12/2025`, `2025-12-31` or `31 december 2025`; raises RowRefused."""
    lower = text.casefold()
    try:
        if match := _YEAR_FIRST.fullmatch(text):
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_FIRST.fullmatch(text):
            return dt.date(int(match[3]), int(match[2]), int(match[1]))
        if (match := _DAY_AND_MONTH.fullmatch(lower)) and match[2] in _MONTHS:
            return dt.date(int(match[3]), _MONTHS[match[2]], int(match[1]))
    except ValueError:
        pass
    raise RowRefused(column, Reason.NOT_A_DATE, text)


def day_after(column: str, text: str) -> dt.date:
    """The day after the one in `text`: whoever has a task up to and including a day is without it on the next.

    Raises RowRefused.
    """
    last = day(column, text)
    if last == dt.date.max:
        raise RowRefused(column, Reason.NOT_A_DATE, text)
    return last + dt.timedelta(days=1)


def yes(column: str, text: str) -> bool:
    """`ja`, `nee` and their kin; raises RowRefused."""
    lower = text.casefold()
    if lower in _YES:
        return True
    if lower in _NO:
        return False
    raise RowRefused(column, Fault.NOT_A_YES, text)
