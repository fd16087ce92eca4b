"""Who can be asked, and how well somebody fits a question.

A word that few people share says more: its weight is the inverse document frequency ln(1 + N/n) (Spärck Jones, 1972),
N the number of people, n those who have the word. A word that was meant and not said counts `everyday.MEANT` of that.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from graph.mentions import Mention
from graph.model import Kind, Link, PersonKind
from graph.officials import Official
from graph.query import Read
from graph.signpost.everyday import Asked
from graph.words import stems

ALDERMAN = 0.4  # officials answer first, the alderman when they cannot
LEFT = 0.6  # whose function is empty: a stand-in answers for the time being
HELPED = 0.5
PLACE = 0.4  # of the heaviest word: who knows the place helps, who knows the matter helps more


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing somebody answers for, and what they know about it."""

    link: Link
    mention: Mention
    expertise: str | None


@dataclass(frozen=True, slots=True)
class Guide:
    """Somebody who can be asked; `helped` counts initiatives about the same whose contact person they are.

    `left_on` is the day since when the function is empty; the stand-in or the team answers.
    """

    official: Official
    left_on: dt.date | None
    subjects: tuple[Subject, ...]
    stand_in: Official | None
    helped: int

    @property
    def words(self) -> frozenset[str]:
        """The stems of what the person does, answers for and knows; names of places are looked for apart."""
        matters = (each for each in self.subjects if each.mention.kind is not Kind.AREA)
        known = [text for each in matters for text in (each.mention.name, each.expertise)]
        places = [each.expertise for each in self.subjects if each.mention.kind is Kind.AREA]
        return frozenset(stems(self.official.function, *known, *places))

    @property
    def is_elected(self) -> bool:
        """Whether the person shows the way in the name of the town: an alderman or a council member."""
        return self.official.person_kind in {PersonKind.ALDERMAN, PersonKind.COUNCIL_MEMBER}


@dataclass(frozen=True, slots=True)
class Place:
    """An area the question names; `ids` are its own and those of the areas around it, the nearest first."""

    area: Mention
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Somebody to ask: the subject that fits best, the area named in the question that is theirs, and the score."""

    guide: Guide
    subject: Subject | None
    area: Mention | None
    score: float


@dataclass(frozen=True, slots=True)
class Known:
    """One stem that is public."""

    stem: str


GUIDES = Read("signpost/guides", Guide)
PLACES = Read("signpost/places", Place)
KNOWN_WORDS = Read("signpost/known_words", Known)


@dataclass(frozen=True, slots=True)
class Scale:
    """The weight of each stem of the question among these people."""

    asked: Asked
    weight: dict[str, float]
    people: int

    @classmethod
    def of(cls, asked: Asked, words_of: list[frozenset[str]]) -> Scale:
        """Weigh the stems by how few of the people have them."""
        count = len(words_of)
        found = {stem: sum(1 for words in words_of if asked.fit(stem, words)) for stem in asked.words}
        return cls(asked, {stem: math.log(1 + count / max(1, n)) for stem, n in found.items()}, count)

    def score(self, words: frozenset[str]) -> float:
        """How much of the question these words hold."""
        return sum(weight * self.asked.fit(stem, words) for stem, weight in self.weight.items())


def answer(guide: Guide, words: frozenset[str], scale: Scale, places: list[Place]) -> Answer:
    """How well this person fits; a score of 0 says not at all."""
    area = _area(guide, places)
    score = scale.score(words) + HELPED * math.log1p(guide.helped)
    score += PLACE * math.log(1 + scale.people) if area else 0
    best = max(guide.subjects, key=lambda each: _fit(each, scale), default=None)
    if best is not None and _fit(best, scale) == 0:
        best = None
    if guide.left_on:
        score *= LEFT
    return Answer(guide, best, area, score)


def _fit(subject: Subject, scale: Scale) -> float:
    name = None if subject.mention.kind is Kind.AREA else subject.mention.name
    return scale.score(frozenset(stems(name, subject.expertise)))


def _area(guide: Guide, places: list[Place]) -> Mention | None:
    own = {each.mention.id: each.mention for each in guide.subjects if each.mention.kind is Kind.AREA}
    return next((own[each] for place in places for each in place.ids if each in own), None)
