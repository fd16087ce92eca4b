"""Whether values fit the model: the border where everything that is written is checked.

Neo4j Community knows no type constraints, so this is the one place where a wrong value is refused.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from email_validator import EmailNotValidError, validate_email

from graph.errors import Invalid
from graph.model import COMMON, SHAPE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.model import Kind, Property

LONGEST_LINE = 300
LONGEST_TEXT = 100_000

_LONG = frozenset(
    {"description", "reason", "evidence", "continuity", "outline", "vision", "motivation", "deviation", "because"}
    | {"without_municipality", "why", "help_offered", "question", "answer"}
)
_ADDRESSES = frozenset({"website", "url"})
# How far degrees go; a coordinate of the Dutch grid (RD) is in metres, and far beyond.
_DEGREES = {"longitude": 180, "latitude": 90}
# Only graph.records writes these.
_OWN = frozenset({"id", "created_at", "updated_at", "version", "visibility"})
_LARGEST_INT = 2**63 - 1
# A text of only blanks and invisible characters says nothing.
_INK = re.compile("[^\\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
# The characters of Unicode category Cc; an expression looks through a text far faster than a loop does.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CONTROL_IN_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Direction overrides and isolates can make a text read differently from what it says (Unicode TR 36).
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Reason(StrEnum):
    """Why a value is refused; the web and the commands say it in Dutch."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    CONTROL_CHARACTER = "control_character"
    NOT_A_DATE = "not_a_date"
    NOT_A_NUMBER = "not_a_number"
    NOT_DEGREES = "not_degrees"
    NOT_AN_ADDRESS = "not_an_address"
    NOT_A_MAIL_ADDRESS = "not_a_mail_address"
    NOT_A_CHOICE = "not_a_choice"
    UNKNOWN = "unknown"
    MISTYPED = "mistyped"
    IN_FUTURE = "in_future"
    CIRCLE = "circle"
    ONLY_ONE = "only_one"
    TOO_MANY = "too_many"
    NOT_AN_ALDERMAN = "not_an_alderman"
    INTERNAL = "internal"
    BEFORE_MADE = "before_made"
    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"
    TOLD = "told"
    NOT_TOLD = "not_told"
    NOT_DECIDED_YET = "not_decided_yet"
    NOT_DECIDED = "not_decided"
    NOT_ANSWERED = "not_answered"
    TOO_EARLY = "too_early"
    DEVIATES = "deviates"
    ONLY_APPLICATION = "only_application"
    ONLY_POLITICAL = "only_political"
    BEFORE_ASKED = "before_asked"
    GIVEN = "given"
    AFTER_DECIDED = "after_decided"
    AFTER_PAUSE = "after_pause"
    BEFORE_PAUSE_ENDED = "before_pause_ended"
    OVERLAPS_PAUSE = "overlaps_pause"
    PAUSED_ALREADY = "paused_already"
    NOT_PAUSED = "not_paused"
    ALREADY_DECIDED = "already_decided"
    ASKED_UNKNOWN = "asked_unknown"
    BEFORE_LAST_TERM = "before_last_term"
    AFTER_NEXT_TERM = "after_next_term"
    AFTER_TELLING = "after_telling"
    UNCHANGED = "unchanged"


def checked(kind: Kind, given: Mapping[str, Any], *, complete: bool = False) -> dict[str, Any]:
    """`given` as it may be stored, empty texts as None; raises Invalid with the field and a `Reason`.

    With `complete`, required properties must be there; without it only those given are checked.
    """
    known, required = _known(kind)
    result = {}
    for name, value in given.items():
        if name not in known:
            raise Invalid(name, Reason.UNKNOWN)
        result[name] = _checked(known[name], value)
    for name in required:
        if (complete or name in result) and result.get(name) is None:
            raise Invalid(name, Reason.MISSING)
    return result


@cache
def _known(kind: Kind) -> tuple[dict[str, Property], tuple[str, ...]]:
    """The properties of a kind that may be given, and the names of those that must be there."""
    own = SHAPE[kind].properties
    known = {each.name: each for each in (*own, *COMMON) if each.name not in _OWN}
    return known, tuple(each.name for each in own if each.required)


def checked_value(known: Property, value: Any) -> Any:
    """One value as it may be stored; raises Invalid, also when it is missing and must be there."""
    result = _checked(known, value)
    if known.required and result is None:
        raise Invalid(known.name, Reason.MISSING)
    return result


def checked_link(properties: tuple[Property, ...], given: Mapping[str, Any]) -> dict[str, Any]:
    """The own properties of a link as they may be stored; raises Invalid."""
    known = {each.name: each for each in properties}
    unknown = given.keys() - known.keys()
    if unknown:
        raise Invalid(min(unknown), Reason.UNKNOWN)
    return {name: _checked(known[name], value) for name, value in given.items()}


def clean_text(field: str, text: str, *, longest: int = LONGEST_TEXT, lines: bool = True) -> str | None:
    """`text` trimmed and in normal form C, or None when nothing is left; raises Invalid."""
    if len(text) <= longest and text.isascii() and text.isprintable():
        return text.strip() or None  # nothing in it to refuse or to write otherwise, and most texts are so
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Invalid(field, Reason.CONTROL_CHARACTER) from error
    if len(text) > LONGEST_TEXT:
        raise Invalid(field, Reason.TOO_LONG)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").strip())
    if len(text) > longest:
        raise Invalid(field, Reason.TOO_LONG)
    if _TURNING.search(text) or (_CONTROL if lines else _CONTROL_IN_LINE).search(text):
        raise Invalid(field, Reason.CONTROL_CHARACTER)
    return text if _INK.search(text) else None


def web_address(field: str, text: str) -> str | None:
    """`text` when it is an http or https address, None when empty; raises Invalid."""
    cleaned = clean_text(field, text, longest=2_000, lines=False)
    if cleaned is None:
        return None
    try:
        parts = urlsplit(cleaned)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"[\s\\<>\"]", cleaned)
    except ValueError:
        good = False
    if not good:
        raise Invalid(field, Reason.NOT_AN_ADDRESS)
    return cleaned


def mail_address(field: str, text: str) -> str | None:
    """`text` as a normalised mail address, None when empty; raises Invalid. No domain is looked up."""
    cleaned = clean_text(field, text, longest=254, lines=False)
    if cleaned is None:
        return None
    try:
        return validate_email(cleaned, check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise Invalid(field, Reason.NOT_A_MAIL_ADDRESS) from error


def _checked(known: Property, value: Any) -> Any:
    if value is None:
        return None
    if known.type is list:
        return _list(known.name, value)
    if issubclass(known.type, StrEnum):
        return _choice(known, value)
    if known.type is str:
        return _text(known.name, value)
    if known.type is float:
        return _number(known.name, value)
    if known.type is dt.date and isinstance(value, dt.datetime):
        raise Invalid(known.name, Reason.NOT_A_DATE)
    if not isinstance(value, known.type) or (known.type is int and isinstance(value, bool)):
        raise Invalid(known.name, Reason.NOT_A_DATE if known.type is dt.date else Reason.MISTYPED)
    if isinstance(value, int) and abs(value) > _LARGEST_INT:
        raise Invalid(known.name, Reason.NOT_A_NUMBER)
    return value


def _text(field: str, value: Any) -> str | None:
    if not isinstance(value, str):
        raise Invalid(field, Reason.MISTYPED)
    if field in _ADDRESSES:
        return web_address(field, value)
    if field == "email":
        return mail_address(field, value)
    long = field in _LONG
    return clean_text(field, value, longest=LONGEST_TEXT if long else LONGEST_LINE, lines=long)


def _list(field: str, value: Any) -> list[str] | None:
    if not isinstance(value, list | tuple):
        raise Invalid(field, Reason.MISTYPED)
    return [each for each in (web_address(field, str(item)) for item in value) if each] or None


def _choice(known: Property, value: Any) -> str | None:
    if value == "":
        return None
    try:
        return str(known.type(value).value)
    except ValueError as error:
        raise Invalid(known.name, Reason.NOT_A_CHOICE) from error


def _number(field: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Invalid(field, Reason.NOT_A_NUMBER)
    if abs(value) > _DEGREES.get(field, math.inf):
        raise Invalid(field, Reason.NOT_DEGREES)
    return float(value)
