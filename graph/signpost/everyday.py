"""Everyday words and what a municipality calls the same: `everyday.yaml`, read once.

A word of a question stands for itself, and a little less for the words of its group. The list holds Dutch words of any
municipality and is kept as data, so that who knows the residents' words can add to it without code.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

from graph.words import SHORTEST, stem_of, stems

SHORTEST_PART = 5  # letters; a shorter word inside a longer one is chance
MEANT = 0.6  # a word somebody did not say but meant weighs this part of one they said
LONGEST = 5_000  # characters of a text that are read

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was understood: stem → spelling, stem → stems meant by it, and whether it asks for money."""

    words: dict[str, str]
    means: dict[str, frozenset[str]]
    about_money: bool

    def fit(self, stem: str, words: frozenset[str]) -> float:
        """How well one stem of the question is found among `words`: 1 itself, `MEANT` what it stands for, else 0."""
        if has(words, stem):
            return 1.0
        return MEANT if any(_is_head(words, other) for other in self.means.get(stem, ())) else 0.0

    def without(self, stems_out: set[str]) -> Asked:
        """The same question without these stems."""
        return replace(self, words={stem: word for stem, word in self.words.items() if stem not in stems_out})


@dataclass(frozen=True, slots=True)
class _Table:
    means: dict[str, frozenset[str]]
    short: frozenset[str]
    money: frozenset[str]
    silent: frozenset[str]


def understood(text: str) -> Asked:
    """The subject words of a text in people's own words; of a long text its beginning counts."""
    text, table = text[:LONGEST], _table()
    spoken = {stem_of(word): word for word in _spoken(text)}
    words = {stem: word for stem, word in stems(text).items() if stem not in table.silent and stem not in table.money}
    # Words too short to be a subject by themselves are one when the list knows them: bus, wmo.
    words |= {stem: word for stem, word in spoken.items() if word in table.short}
    means = {stem: meant for stem in words if (meant := _meant(table, stem))}
    return Asked(words, means, any(stem in table.money for stem in spoken))


def named() -> frozenset[str]:
    """The stems of the list itself."""
    return frozenset(_table().means)


def has(words: frozenset[str], stem: str) -> bool:
    """Whether the stem is one of the words, or the beginning or end of a compound (`tuin` is too short for that)."""
    return any(word == stem or compound(word, stem) or compound(stem, word) for word in words)


def compound(whole: str, part: str) -> bool:
    """Whether `part` is long enough to be a word, and begins or ends `whole`."""
    return len(part) >= SHORTEST_PART and (whole.startswith(part) or whole.endswith(part))


def _is_head(words: frozenset[str], stem: str) -> bool:
    # What somebody only may have meant counts as the word itself or the head of a compound: grond is no grondstof.
    return any(word == stem or (len(stem) >= SHORTEST_PART and word.endswith(stem)) for word in words)


def _meant(table: _Table, stem: str) -> frozenset[str]:
    found = {other for known, meant in table.means.items() if known == stem or compound(stem, known) for other in meant}
    return frozenset(found - {stem})


def _spoken(text: str) -> list[str]:
    return [match.group().casefold() for match in _WORD.finditer(unicodedata.normalize("NFKC", text))]


@cache
def _table() -> _Table:
    data = yaml.safe_load(Path(__file__).with_name("everyday.yaml").read_text(encoding="utf-8"))
    silent = frozenset(map(stem_of, data["silent"]))
    means: dict[str, frozenset[str]] = {}
    short = frozenset(said for group in data["groups"] for said in group["says"] if len(said) < SHORTEST)
    for group in data["groups"]:
        meant = frozenset(stems(*group["means"])) - silent
        for said in group["says"]:
            stem = stem_of(said)
            means[stem] = means.get(stem, frozenset()) | meant
    return _Table(means, short, frozenset(map(stem_of, data["money"])), silent)
