"""The goal finder: an idea in people's own words, and the goals of the municipality it could serve.

    score(goal) = Σ over the stems of the idea  idf · fit · field
                + ALIKE · (weight of the initiatives that resemble the idea and work at the goal, of the best)
                + FULL_TEXT · (Lucene's measure of the goal, of the best)

idf is ln(1 + N/n) (Spärck Jones, 1972), N the number of goals and n those that have the word; fit is 1 for a word that
was said and `everyday.MEANT` for one that was meant (graph/signpost/everyday.yaml); field is where it stands: the best
of the name, the description, a theme, a goal above. Both last terms count times the mean idf of the idea's words, so
that they order goals and never outweigh the words. What falls below `LEAST` of the best is left out. Goals open for
contribution come first, then by score, then by id: the same idea gives the same answer.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from graph import clock, officials
from graph.goals import Source
from graph.mentions import Listed, Mention
from graph.model import Kind
from graph.officials import Responsible
from graph.query import Read
from graph.signpost import everyday
from graph.words import stems

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.signpost.everyday import Asked
    from graph.store import Transaction

NAME, DESCRIPTION, THEME, ABOVE = 1.0, 0.7, 0.7, 0.3
ALIKE = 0.5
FULL_TEXT = 0.25
LEAST = 0.3
MOST_GOALS = 6
MOST_INITIATIVES = 4
MOST_ALIKE = 60
MOST_OFFERS = 5
MOST_HITS = 200


@dataclass(frozen=True, slots=True)
class Candidate:
    """One goal with the texts it is known by."""

    id: str
    name: str
    description: str | None
    is_open: bool
    above: tuple[str, ...]
    themes: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A goal by the full-text index; the score is Lucene's, comparable within one idea only."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Resembling:
    """An initiative that speaks of the same, and the goals it works at."""

    id: str
    name: str
    detail: str | None
    words: tuple[str, ...]
    weight: float
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme that serves the goal and can still be applied under."""

    mention: Mention
    deadline: dt.date | None


@dataclass(frozen=True, slots=True)
class About:
    """What belongs to a goal: its notes, who works at it, the schemes still open."""

    id: str
    notes: tuple[Source, ...]
    initiatives: tuple[Listed, ...]
    initiatives_in_all: int
    schemes: tuple[Scheme, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """Something others have that the idea may need."""

    mention: Mention
    description: str | None
    party: Mention


@dataclass(frozen=True, slots=True)
class FoundGoal:
    """One goal the idea could serve, and why.

    `words` of the idea stand in the goal itself, `themes` hold others, `alike` are initiatives that resemble the idea
    and work at the goal.
    """

    goal: Mention
    is_open: bool
    description: str | None
    words: tuple[str, ...]
    themes: tuple[Mention, ...]
    alike: tuple[Resembling, ...]
    about: About
    responsible: Responsible
    score: float


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found for an idea: the words understood, the goals, what resembles it, and what others offer."""

    idea: str
    understood: tuple[str, ...] = ()
    goals: tuple[FoundGoal, ...] = ()
    alike: tuple[Resembling, ...] = ()
    offers: tuple[Offered, ...] = ()


class _Scored(NamedTuple):
    candidate: Candidate
    score: float
    words: tuple[str, ...]
    themes: tuple[Mention, ...]


GOALS = Read("goal_finder/goals", Candidate)
FOUND = Read("goal_finder/found", Hit)
RESEMBLING = Read("goal_finder/resembling", Resembling)
ABOUT = Read("goal_finder/about", About)
OFFERS = Read("goal_finder/offers", Offered)


def find(tx: Transaction, *, actor: Actor, idea: str) -> Findings:
    """The goals that `idea` could serve; an idea without words finds nothing."""
    asked = everyday.understood(idea)
    if not asked.words:
        return Findings(idea)
    named = {"visible": actor.visible, "on": clock.today()}
    alike = RESEMBLING.all(tx, **named, stems=sorted(asked.words), limit=MOST_ALIKE)
    hits = FOUND.all(tx, text=" ".join(f'"{word}"' for word in asked.words.values()), limit=MOST_HITS)
    scored = _scored(asked, GOALS.all(tx, **named), alike, hits)
    best = max((each.score for each in scored), default=0.0)
    chosen = [each for each in scored if each.score and each.score >= LEAST * best]
    chosen.sort(key=lambda each: (not each.candidate.is_open, -round(each.score, 9), each.candidate.id))
    goal_ids = [each.candidate.id for each in chosen[:MOST_GOALS]]
    about = {each.id: each for each in ABOUT.all(tx, **named, ids=goal_ids, limit=MOST_INITIATIVES)}
    responsible = officials.responsible(tx, actor=actor, record_ids=goal_ids)
    goals = tuple(
        FoundGoal(
            goal=Mention(Kind.GOAL, each.candidate.id, each.candidate.name),
            is_open=each.candidate.is_open,
            description=each.candidate.description,
            words=each.words,
            themes=each.themes,
            alike=tuple(other for other in alike if each.candidate.id in other.goals)[:MOST_INITIATIVES],
            about=about[each.candidate.id],
            responsible=responsible[each.candidate.id],
            score=each.score,
        )
        for each in chosen[:MOST_GOALS]
    )
    return Findings(
        idea=idea,
        understood=tuple(asked.words.values()),
        goals=goals,
        alike=tuple(alike[:MOST_INITIATIVES]),
        offers=_offers(tx, actor, asked),
    )


def _scored(asked: Asked, candidates: list[Candidate], alike: list[Resembling], hits: list[Hit]) -> list[_Scored]:
    fields_of = [_fields(each) for each in candidates]
    known = [frozenset[str]().union(*(words for words, _ in fields)) for fields in fields_of]
    found_in = {stem: sum(1 for words in known if asked.fit(stem, words)) for stem in asked.words}
    idf = {stem: math.log(1 + len(candidates) / max(1, n)) for stem, n in found_in.items()}
    scale = sum(idf.values()) / len(idf)
    near = _share({each: other.weight for other in reversed(alike) for each in other.goals})
    text = _share({hit.id: hit.score for hit in hits})
    found = []
    for candidate, fields in zip(candidates, fields_of, strict=True):
        by_words = sum(
            weight * max((asked.fit(stem, words) * field for words, field in fields), default=0.0)
            for stem, weight in idf.items()
        )
        by_others = ALIKE * near.get(candidate.id, 0.0) + FULL_TEXT * text.get(candidate.id, 0.0)
        own = frozenset(stems(candidate.name, candidate.description))
        found.append(
            _Scored(
                candidate=candidate,
                score=by_words + scale * by_others,
                words=tuple(word for stem, word in asked.words.items() if asked.fit(stem, own)),
                themes=tuple(
                    Mention(each.kind, each.id, each.name)
                    for each in candidate.themes
                    if any(asked.fit(stem, frozenset(stems(each.name, each.detail))) for stem in asked.words)
                ),
            )
        )
    return found


def _fields(candidate: Candidate) -> list[tuple[frozenset[str], float]]:
    themes = [text for each in candidate.themes for text in (each.name, each.detail)]
    return [
        (frozenset(stems(candidate.name)), NAME),
        (frozenset(stems(candidate.description)), DESCRIPTION),
        (frozenset(stems(*themes)), THEME),
        (frozenset(stems(*candidate.above)), ABOVE),
    ]


def _share(weights: dict[str, float]) -> dict[str, float]:
    """Each weight as part of the largest."""
    largest = max(weights.values(), default=0.0)
    return {name: weight / largest for name, weight in weights.items()} if largest else {}


def _offers(tx: Transaction, actor: Actor, asked: Asked) -> tuple[Offered, ...]:
    """What others have, where a word that was said stands in it; the words that few offers have count most."""
    offers = OFFERS.all(tx, visible=actor.visible, on=clock.today())
    words_of = [frozenset(stems(each.mention.name, each.description)) for each in offers]
    found_in = {stem: sum(1 for words in words_of if everyday.has(words, stem)) for stem in asked.words}
    scored = [
        (sum(1 / found_in[stem] for stem in asked.words if everyday.has(words, stem)), each)
        for each, words in zip(offers, words_of, strict=True)
    ]
    fitting = sorted((pair for pair in scored if pair[0]), key=lambda pair: (-round(pair[0], 9), pair[1].mention.id))
    return tuple(each for _, each in fitting[:MOST_OFFERS])
