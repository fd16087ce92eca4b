"""Passwords: which are good enough, and how they are kept.

The policy follows NIST SP 800-63B: length counts, composition does not; every character is welcome; what everybody
guesses first is refused. Kept as argon2id with the OWASP minimum of 19 MiB and two passes.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from graph.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST = 12
LONGEST = 1_000
FEWEST_CHARACTERS = 5
_SHORTEST_NEAR = 4

_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_AT_THE_ENDS = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_LEET = str.maketrans("013457@$!", "oieastasi")
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "01234567890123456789")


class Weakness(StrEnum):
    """Why a password is refused; the web and the commands say it in Dutch."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    COMMON = "common"
    WRONG = "wrong"


def check(password: str, *, near: Iterable[str] = ()) -> None:
    """Raise Invalid("password", Weakness) unless it is good enough; `near` are words others know of the owner."""
    if len(password) > LONGEST or not _can_be_kept(password):
        raise Invalid("password", Weakness.TOO_LONG)
    text = _folded(password)
    if len(text) < SHORTEST:
        raise Invalid("password", Weakness.TOO_SHORT)
    if _is_common(text, [_folded(word) for word in near]):
        raise Invalid("password", Weakness.COMMON)


def hashed(password: str) -> str:
    """`password` as it may be kept."""
    return _HASHER.hash(_folded(password, case=False))


def matches(password_hash: str | None, password: str) -> bool:
    """Whether `password` is the one kept; takes as long when there is none to compare with."""
    if len(password) > LONGEST or not _can_be_kept(password):
        return False
    try:
        right = _HASHER.verify(password_hash or _nobodys(), _folded(password, case=False))
    except (VerificationError, InvalidHashError):
        return False
    return right and password_hash is not None


def is_outdated(password_hash: str) -> bool:
    """Whether the hash was made with other costs than today's."""
    return _HASHER.check_needs_rehash(password_hash)


@cache
def _nobodys() -> str:
    return _HASHER.hash("nobody has this password")


def _folded(password: str, *, case: bool = True) -> str:
    text = unicodedata.normalize("NFKC", password)
    return text.casefold() if case else text


def _can_be_kept(password: str) -> bool:
    return not any("\ud800" <= each <= "\udfff" for each in password)


def _is_common(text: str, near: list[str]) -> bool:
    core = _AT_THE_ENDS.sub("", text)
    cores = {text, core, core.translate(_LEET), _AT_THE_ENDS.sub("", text.translate(_LEET))}
    if cores & _common_words() or len(set(text)) < FEWEST_CHARACTERS:
        return True
    if any(_is_run(each) for each in cores) or re.fullmatch(r"(.{1,6}?)\1+.{0,5}", text):
        return True
    known = [word for word in near if len(word) >= _SHORTEST_NEAR]
    return any(core in (word, word * 2) or (word in text and len(text) - len(word) < _SHORTEST_NEAR) for word in known)


def _is_run(text: str) -> bool:
    return len(text) >= _SHORTEST_NEAR and any(text in run or text in run[::-1] for run in _RUNS)


@cache
def _common_words() -> frozenset[str]:
    text = files("graph").joinpath("common_passwords.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
