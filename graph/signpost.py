"""The signpost: a question in one's own words leads to the people to ask, in order, with the reason.

A person is found by the words of what they answer for, know about and do, and by the initiatives they helped that are
about the same. A word that few people share says more: its weight is the inverse document frequency ln(1 + N/n) (Spärck
Jones, 1972), N the number of people, n those who have the word.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Listed, Mention
from graph.model import Kind, Link
from graph.officials import Official
from graph.query import Read
from graph.rights import Permission
from graph.words import stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rights import Actor
    from graph.store import Transaction

MOST_ANSWERS = 5
MOST_ALIKE = 5
SHORTEST_PART = 5  # letters; a shorter word inside a longer one is chance
ALDERMAN = 0.4  # officials answer first, the alderman when they cannot
HELPED = 0.5
MISSPELLED = 0.85  # of 1; lower, and words that mean something else are taken for each other


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing somebody answers for, and what they know about it."""

    link: Link
    mention: Mention
    expertise: str | None


@dataclass(frozen=True, slots=True)
class Guide:
    """Somebody who can be asked; `helped` counts initiatives about the same whose contact person they are."""

    official: Official
    subjects: tuple[Subject, ...]
    stand_in: Official | None
    helped: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Somebody to ask, with the subject that fits best (None: only the function or what they helped fits)."""

    guide: Guide
    subject: Subject | None
    score: float


@dataclass(frozen=True, slots=True)
class Advice:
    """What the signpost says: the words it understood, whom to ask in order, and what resembles the question."""

    question: str
    words: tuple[str, ...]
    answers: tuple[Answer, ...]
    alike: tuple[Listed, ...]


GUIDES = Read("signpost/guides", Guide)
ALIKE = Read("signpost/alike", Listed)


def advice(tx: Transaction, *, actor: Actor, question: str) -> Advice:
    """Whom to ask about `question`; an empty question gives empty advice."""
    asked = stems(question)
    if not asked:
        return Advice(question, (), (), ())
    named = {"stems": sorted(asked), "visible": actor.visible, "on": clock.today()}
    guides = GUIDES.all(tx, **named, private=actor.may(Permission.SEE_PRIVATE))
    words_of = [_words(guide) for guide in guides]
    weight = {
        stem: math.log(1 + len(guides) / max(1, sum(1 for words in words_of if _has(words, stem)))) for stem in asked
    }
    answers = [
        answer
        for guide, words in zip(guides, words_of, strict=True)
        if (answer := _answer(guide, words, weight)) is not None
    ]
    mended = "" if answers else _mended(asked, words_of)
    if any(_has(words, stem) for stem in stems(mended) for words in words_of):
        return replace(advice(tx, actor=actor, question=mended), question=question)
    answers.sort(key=lambda each: (-each.score, each.guide.official.id))
    understood = {stem for stem in asked if any(_has(words, stem) for words in words_of)}
    alike = ALIKE.all(tx, **named, limit=MOST_ALIKE)
    return Advice(
        question=question,
        words=tuple(word for stem, word in asked.items() if stem in understood),
        answers=tuple(answers[:MOST_ANSWERS]),
        alike=tuple(alike),
    )


def _mended(asked: dict[str, str], words_of: list[frozenset[str]]) -> str:
    """The question with each word replaced by the one that somebody knows about and that is spelled nearly the same."""
    known = sorted({word for words in words_of for word in words if len(word) >= SHORTEST_PART})
    return " ".join(
        (get_close_matches(stem, known, n=1, cutoff=MISSPELLED) or [word])[0] for stem, word in asked.items()
    )


def _words(guide: Guide) -> frozenset[str]:
    texts = [guide.official.function]
    for subject in guide.subjects:
        texts += [subject.mention.name, subject.expertise]
    return frozenset(stems(*texts))


def _answer(guide: Guide, words: frozenset[str], weight: dict[str, float]) -> Answer | None:
    score = sum(weight[stem] for stem in weight if _has(words, stem))
    score += HELPED * math.log1p(guide.helped)
    if score == 0:
        return None
    best = max(guide.subjects, key=lambda subject: _fit(subject, weight), default=None)
    if best is not None and _fit(best, weight) == 0:
        best = None
    return Answer(guide, best, score * (ALDERMAN if guide.official.is_alderman else 1))


def _fit(subject: Subject, weight: dict[str, float]) -> float:
    words = frozenset(stems(subject.mention.name, subject.expertise))
    # Of equal fits an area says least about the matter itself.
    place = 0.9 if subject.mention.kind is Kind.AREA else 1
    return place * sum(weight[stem] for stem in weight if _has(words, stem))


def _has(words: Iterable[str], stem: str) -> bool:
    """Whether the stem is one of the words, or the beginning or end of a compound (`tuin` is too short for that)."""
    return any(word == stem or _compound(word, stem) or _compound(stem, word) for word in words)


def _compound(whole: str, part: str) -> bool:
    return len(part) >= SHORTEST_PART and (whole.startswith(part) or whole.endswith(part))
