"""One box for everything: Dutch stems, typing errors, and what the filters count.

A word of the question matches as itself (through the analyzer), as the beginning of a word, or with one or two letters
wrong. The question is cut into words before it reaches the index, so that nothing in it is read as query language.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import snowballstemmer

from graph import clock
from graph.model import Kind, Status
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_WORDS = 12
MOST_HITS = 500
# More than this many that fit, and the choices of the filters are told without a number.
MOST_WEIGHED = 10_000
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
class Hit:
    """One record that was found; `score` is Lucene's, comparable within one question only."""

    id: str
    kind: Kind
    name: str
    line: str | None
    ended: bool
    score: float


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter (kind, theme, area or status), with how many it would leave; None when they are too many.

    A theme and an area hold what lies below them.
    """

    filter: str
    value: str
    name: str
    hits: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind, best first; `count` is how many there are in all, None when they are too many to count."""

    kind: Kind
    hits: tuple[Hit, ...]
    count: int | None


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
    """The best of what was found, grouped by kind, and what each filter would leave.

    `total` counts what the groups hold; `capped`: there is more, all of which the reader may see.
    """

    groups: tuple[Group, ...]
    total: int
    capped: bool
    choices: tuple[Choice, ...]

    def choices_of(self, name: str) -> list[Choice]:
        """The choices of one filter."""
        return [each for each in self.choices if each.filter == name]


NOTHING = Answer(groups=(), total=0, capped=False, choices=())
HITS = Read("search/hits", Hit)
CHOICES = Read("search/choices", Choice)


def find(tx: Transaction, *, actor: Actor, question: Question) -> Answer:
    """The best of what this person may see and that matches; an empty question finds nothing."""
    if not _words(question.words):
        return NOTHING
    found = hits(tx, actor=actor, question=question)
    # A thousand organisations that match less well than the best initiatives are a choice as well.
    choices = _choices(tx, actor, question)
    counts = {each.value: each.hits for each in choices if each.filter == "kind"}
    shown = found[:MOST_HITS]
    groups = (Group(kind, tuple(hit for hit in shown if hit.kind is kind), counts.get(kind)) for kind in _KINDS)
    return Answer(
        groups=tuple(sorted((group for group in groups if group.hits), key=lambda group: -group.hits[0].score)),
        total=len(shown),
        capped=len(found) > MOST_HITS,
        choices=choices,
    )


def hits(tx: Transaction, *, actor: Actor, question: Question) -> list[Hit]:
    """The best of what matches, best first: no more than `MOST_HITS`, and one more when there are more."""
    words = _words(question.words)
    return HITS.all(tx, **_asked(actor, question, words), limit=MOST_HITS + 1) if words else []


def _choices(tx: Transaction, actor: Actor, question: Question) -> tuple[Choice, ...]:
    """The choices of every filter; what is chosen is among them, and each kind when there are too many to count."""
    found = CHOICES.all(tx, **_asked(actor, question, _words(question.words)), most=MOST_WEIGHED)
    uncounted = any(each.filter == "all" and each.hits is None for each in found)
    left = None if uncounted else 0
    added = [Choice("kind", kind, kind, left) for kind in _KINDS if uncounted or kind is question.kind]
    if question.status:
        added.append(Choice("status", question.status, question.status, left))
    known = {(each.filter, each.value) for each in found}
    choices = [each for each in found if each.filter != "all"]
    return (*choices, *(each for each in added if (each.filter, each.value) not in known))


def _asked(actor: Actor, question: Question, words: list[str]) -> dict[str, Any]:
    return {
        "text": " ".join(_by_stem(word) for word in words),
        "names": " ".join(_by_letters(word) for word in words),
        "visible": actor.visible,
        "sees_names": actor.may(Permission.SEE_PRIVATE),
        "on": clock.today(),
        "kind": question.kind,
        "theme": question.theme,
        "area": question.area,
        "status": question.status,
    }


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
