"""The words of a text as stems, the evidence that two texts resemble each other.

Stems by the Snowball stemmer for Dutch (Kraaij and Pohlmann, 1994). Words that say nothing about a subject are left
out: function words, and the words every subsidy register repeats. A stem keeps one spelling for the screen.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import snowballstemmer

from graph.query import Act

if TYPE_CHECKING:
    from graph.store import Transaction

MOST_WORDS = 60
SHORTEST = 4

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STEMMER = snowballstemmer.stemmer("dutch")
# Words come back: stemming each of them anew would be most of the work of an import.
_stem = lru_cache(65_536)(_STEMMER.stemWord)
_SAYS_NOTHING = frozenset(Path(__file__).with_name("words_that_say_nothing.txt").read_text(encoding="utf-8").split())

REPLACE = Act("words/replace")


def stems(*texts: str | None) -> dict[str, str]:
    """The stems in `texts`, each with the first spelling met, at most `MOST_WORDS`, in the order of the text."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _WORD.finditer(unicodedata.normalize("NFKC", text or "")):
            word = match.group().casefold()
            if len(word) >= SHORTEST and word not in _SAYS_NOTHING:
                found.setdefault(_stem(word), word)
    return dict(list(found.items())[:MOST_WORDS])


def stem_of(word: str) -> str:
    """The stem of one word, whatever it says."""
    stem: str = _stem(word.casefold())
    return stem


def rows(*texts: str | None) -> list[dict[str, str]]:
    """The stems as parameters for a statement: `stem` and `text`, in order of stem so that locks are taken alike."""
    return [{"stem": stem, "text": word} for stem, word in sorted(stems(*texts).items())]


def replace(tx: Transaction, *, initiative_id: str, texts: tuple[str | None, ...]) -> None:
    """Make the words of the initiative those of `texts`."""
    REPLACE.run(tx, initiative_id=initiative_id, words=rows(*texts))
