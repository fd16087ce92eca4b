"""One box for everything: Dutch stems, typing errors, and what the filters count.

A word of the question matches as itself (through the analyzer), as the beginning of a word, or with one or two letters
wrong. The question is cut into words before it reaches the index, so that nothing in it is read as query language.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import snowballstemmer

from graph.model import Kind, Status
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.rights import Actor
    from graph.store import Transaction

MOST_WORDS = 12
MOST_HITS = 500
LONGEST_WORD = 60
# From these lengths on a word may have one, and two letters wrong (edit distance of Damerau and Levenshtein).
ONE_WRONG, TWO_WRONG = 4, 8
# From this length on a word is also looked for inside longer ones: Dutch writes "buurtmoestuin" as one word.
INSIDE = 5

_WORD = re.compile(r"[^\W_]+")
# The index analyses with the older of the two Dutch stemmers of Snowball; letters may be wrong in the stem.
_STEMMER = snowballstemmer.stemmer("dutch_porter")
_KINDS = (
    Kind.INITIATIVE,
    Kind.GOAL,
    Kind.ORGANISATION,
    Kind.PERSON,
    Kind.THEME,
    Kind.AREA,
    Kind.POLICY_NOTE,
    Kind.SUBSIDY_SCHEME,
    Kind.DEPARTMENT,
    Kind.BODY,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A record by id and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found; `score` is Lucene's, comparable within one question only."""

    id: str
    kind: Kind
    name: str
    line: str | None
    status: Status | None
    ended: bool
    score: float
    themes: tuple[Named, ...]
    areas: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, with how many of the hits have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind, best first."""

    kind: Kind
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the words, and the filters that are on."""

    words: str = ""
    kind: Kind | None = None
    theme: str | None = None
    area: str | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, grouped by kind, and what each filter would leave. `capped`: there may be more."""

    groups: tuple[Group, ...]
    total: int
    capped: bool
    kinds: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    areas: tuple[Choice, ...]
    statuses: tuple[Choice, ...]


NOTHING = Answer(groups=(), total=0, capped=False, kinds=(), themes=(), areas=(), statuses=())
HITS = Read("search/hits", Hit)


def find(tx: Transaction, *, actor: Actor, question: Question) -> Answer:
    """Everything this person may see that matches; an empty question finds nothing."""
    words = _words(question.words)
    if not words:
        return NOTHING
    hits = HITS.all(
        tx,
        text=" ".join(_by_stem(word) for word in words),
        names=" ".join(_by_letters(word) for word in words),
        visible=actor.visible,
        sees_names=actor.may(Permission.SEE_PRIVATE),
        limit=MOST_HITS,
    )
    left = [hit for hit in hits if _fits(hit, question)]
    groups = tuple(Group(kind, found) for kind in _KINDS if (found := tuple(hit for hit in left if hit.kind is kind)))
    return Answer(
        groups=tuple(sorted(groups, key=lambda group: -group.hits[0].score)),
        total=len(left),
        capped=len(hits) == MOST_HITS,
        kinds=_counted((hit.kind, hit.kind) for hit in hits if _fits(hit, question, but="kind")),
        themes=_counted(
            (each.id, each.name) for hit in hits if _fits(hit, question, but="theme") for each in hit.themes
        ),
        areas=_counted((each.id, each.name) for hit in hits if _fits(hit, question, but="area") for each in hit.areas),
        statuses=_counted(
            (hit.status, hit.status) for hit in hits if hit.status and _fits(hit, question, but="status")
        ),
    )


def _words(text: str) -> list[str]:
    """The words of a question, case-folded, in order, none twice."""
    found = (match.group().casefold()[:LONGEST_WORD] for match in _WORD.finditer(unicodedata.normalize("NFKC", text)))
    return list(dict.fromkeys(found))[:MOST_WORDS]


def _by_stem(word: str) -> str:
    stem = _STEMMER.stemWord(word)
    inside = f" *{stem}*" if len(stem) >= INSIDE else ""
    return f'("{word}"^8 {stem}*^2{inside}{_wrong(stem)})'


def _by_letters(word: str) -> str:
    return f'("{word}"^8 {word}*^2{_wrong(word)})'


def _wrong(word: str) -> str:
    if len(word) < ONE_WRONG:
        return ""
    return f" {word}~{2 if len(word) >= TWO_WRONG else 1}"


def _fits(hit: Hit, question: Question, *, but: str = "") -> bool:
    return (
        (but == "kind" or question.kind in {None, hit.kind})
        and (but == "status" or question.status in {None, hit.status})
        and (but == "theme" or question.theme is None or _has(hit.themes, question.theme))
        and (but == "area" or question.area is None or _has(hit.areas, question.area))
    )


def _has(named: Sequence[Named], record_id: str) -> bool:
    return any(each.id == record_id for each in named)


def _counted(values: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    counts = Counter(values)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][1]))
    return tuple(Choice(value, label, count) for (value, label), count in ordered)
