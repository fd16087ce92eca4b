"""Which records resemble what is being typed, so that nobody makes a second one by accident.

The full-text index gives candidates that share a word or nearly; the likeness of the whole names decides
(rapidfuzz: the greatest of the ratio over sorted words, the ratio without spaces because Dutch joins words, and, for
names of several words, the ratio over shared words).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import snowballstemmer
from rapidfuzz import fuzz

from graph.names import bare, joined
from graph.query import Read
from graph.rights import VISITOR, Permission

if TYPE_CHECKING:
    from graph.model import Kind
    from graph.rights import Actor
    from graph.store import Transaction

SHORTEST = 3
MOST_WORDS = 12
MOST_CANDIDATES = 50
MOST_SHOWN = 5
# Likeness from 0 to 100. Below this, names of Dutch initiatives that a person would call different prevail.
ALIKE = 82.0
# From here on two names are the same but for a space or a letter, whatever they begin with.
NEARLY_EQUAL = 96.0

_WORD = re.compile(r"[^\W_]+")
_ONE_WRONG, _TWO_WRONG = 4, 8
# The index analyses names with the older of the two Dutch stemmers of Snowball.
_STEMMER = snowballstemmer.stemmer("dutch_porter")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be meant."""

    id: str
    name: str
    ended: bool
    draft: bool
    line: str | None
    areas: tuple[str, ...]


CANDIDATES = Read("resembling/candidates", Candidate)


def find(
    tx: Transaction, *, actor: Actor, kind: Kind, name: str, except_id: str = "", limit: int = MOST_SHOWN
) -> list[Candidate]:
    """Records of `kind` that resemble `name`, most alike first; raises NotAllowed for who may not edit records."""
    actor.must(Permission.EDIT_RECORDS)
    return _find(tx, visible=actor.visible, kind=kind, name=name, except_id=except_id, limit=limit)


def published(tx: Transaction, *, kind: Kind, name: str, limit: int = MOST_SHOWN) -> list[Candidate]:
    """Published records of `kind` that resemble `name`, most alike first; for everybody."""
    return _find(tx, visible=VISITOR.visible, kind=kind, name=name, except_id="", limit=limit)


def _find(tx: Transaction, *, visible: list[str], kind: Kind, name: str, except_id: str, limit: int) -> list[Candidate]:
    text = _lucene(name)
    if not text:
        return []
    found = CANDIDATES.all(tx, text=text, kind=kind.value, except_id=except_id, visible=visible, limit=MOST_CANDIDATES)
    scored = [(likeness(name, each.name), each) for each in found]
    alike = sorted((pair for pair in scored if pair[0] >= ALIKE), key=lambda pair: (-pair[0], pair[1].name, pair[1].id))
    return [each for _, each in alike[:limit]]


def likeness(name: str, other_name: str) -> float:
    """How alike two names are, 0 to 100."""
    if fuzz.ratio(joined(name), joined(other_name)) >= NEARLY_EQUAL:
        return 100.0
    one, other = bare(name), bare(other_name)
    whole = max(fuzz.token_sort_ratio(one, other), fuzz.ratio(one.replace(" ", ""), other.replace(" ", "")))
    if min(len(one.split()), len(other.split())) > 1:
        return max(whole, fuzz.token_set_ratio(one, other))
    return whole


def _lucene(name: str) -> str:
    """A query on the name: each word as it is, as the beginning of a word, and with one or two letters wrong."""
    words = [word for word in _WORD.findall(unicodedata.normalize("NFKC", name).casefold()) if len(word) >= SHORTEST]
    parts = [part for word in words[:MOST_WORDS] for part in _spellings(word)]
    return f"name:({' '.join(parts)})" if parts else ""


def _spellings(word: str) -> list[str]:
    stem = _STEMMER.stemWord(word)
    if len(stem) < _ONE_WRONG:
        return [f'"{word}"']
    return [f'"{word}"', f"{stem}*", f"{stem}~{2 if len(stem) >= _TWO_WRONG else 1}"]
