"""Whom to ask about a question in people's own words, in order.

    score = (Σ weight · fit + place + helped) · role · misroutes

`people` says what a word weighs, `misroutes` how often somebody was not the right person for such a question. Officials
come first and the alderman after them; council members show the way once two offers were refused.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Listed, Mention
from graph.query import Read
from graph.rights import Permission
from graph.signpost import memory, people
from graph.signpost.everyday import SHORTEST_PART, Asked, has, understood
from graph.signpost.people import ALDERMAN, Answer, Guide, Place, Scale, Subject
from graph.words import stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rights import Actor
    from graph.store import Transaction

__all__ = ["Advice", "Answer", "Guide", "OpenScheme", "Subject", "advice"]

MOST_ANSWERS = 5
MOST_ALIKE = 5
MOST_SCHEMES = 3
MOST_SIGNPOSTS = 2
OFFERS_BEFORE_SIGNPOST = 2
MISSPELLED = 0.85  # of 1; lower, and words that mean something else are taken for each other
LEFT_DAYS = 365  # so long somebody who left, and whom nobody followed up, is still found

_WORD = re.compile(r"[\w'’.-]*\w")


@dataclass(frozen=True, slots=True)
class OpenScheme:
    """A scheme people can still apply under; `about` names its goals and themes."""

    mention: Mention
    deadline: dt.date | None
    description: str | None
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What the signpost says: the words it understood, whom to ask in order, and what resembles the question.

    `signposts` are elected people who show the way after `refused` offers; `kind` is the question in words the graph
    knows, what a misroute is remembered by: stem and spelling.
    """

    question: str
    words: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    alike: tuple[Listed, ...] = ()
    schemes: tuple[OpenScheme, ...] = ()
    signposts: tuple[Answer, ...] = ()
    refused: tuple[str, ...] = ()
    about_money: bool = False
    kind: tuple[tuple[str, str], ...] = ()


ALIKE = Read("signpost/alike", Listed)
SCHEMES = Read("signpost/schemes", OpenScheme)


def advice(tx: Transaction, *, actor: Actor, question: str, refused: tuple[str, ...] = ()) -> Advice:
    """Whom to ask about `question`, without the people `refused`; an empty question gives empty advice."""
    asked = understood(question)
    places = people.PLACES.all(tx, visible=actor.visible, text=f" {' '.join(_WORD.findall(question.casefold()))} ")
    if not (asked.words or places or asked.about_money):
        return Advice(question, refused=refused)
    today = clock.today()
    named = {"stems": sorted(asked.words), "visible": actor.visible, "on": today}
    found = people.GUIDES.all(
        tx, **named, private=actor.may(Permission.SEE_PRIVATE), left_after=today - dt.timedelta(days=LEFT_DAYS)
    )
    guides = [guide for guide in found if guide.subjects or not guide.left_on]
    words_of = [guide.words for guide in guides]
    vocabulary = frozenset().union(*words_of)
    # The name of a place is looked for as a place; it is a word besides only when somebody has exactly that word.
    scale = Scale.of(asked.without(set(stems(*(each.area.name for each in places))) - vocabulary), words_of)
    ranked = [people.answer(guide, words, scale, places) for guide, words in zip(guides, words_of, strict=True)]
    if not any(each.score for each in ranked):
        mended = _mended(asked, vocabulary)
        if any(has(vocabulary, stem) for stem in understood(mended).words):
            return replace(advice(tx, actor=actor, question=mended, refused=refused), question=question)
    kind = memory.kind_of(tx, asked=asked, vocabulary=vocabulary, places=places)
    factor = memory.factors(tx, stems=frozenset(stem for stem, _ in kind))
    ranked = [replace(each, score=each.score * factor.get(each.guide.official.id, 1)) for each in ranked]
    ranked = sorted(
        (each for each in ranked if each.guide.official.id not in refused),
        key=lambda each: (-round(each.score, 9), each.guide.official.id),
    )
    signposts = _signposts(ranked) if len(refused) >= OFFERS_BEFORE_SIGNPOST else ()
    return Advice(
        question=question,
        words=_words(asked, vocabulary, places),
        answers=_answers(ranked, {each.guide.official.id for each in signposts}),
        alike=tuple(ALIKE.all(tx, **named, limit=MOST_ALIKE)),
        schemes=_schemes(tx, actor, asked) if asked.about_money else (),
        signposts=signposts,
        refused=refused,
        about_money=asked.about_money,
        kind=kind,
    )


def _answers(ranked: Iterable[Answer], shown: set[str]) -> tuple[Answer, ...]:
    offered = [
        replace(each, score=each.score * (ALDERMAN if each.guide.official.is_alderman else 1))
        for each in ranked
        if each.score
        and each.guide.official.id not in shown
        and (each.guide.official.is_alderman or not each.guide.is_elected)
    ]
    offered.sort(key=lambda each: (-round(each.score, 9), each.guide.official.id))
    return tuple(offered[:MOST_ANSWERS])


def _signposts(ranked: Iterable[Answer]) -> tuple[Answer, ...]:
    """The elected people who fit best; when the question fits none of them, the first all the same."""
    elected = [each for each in ranked if each.guide.is_elected and not each.guide.left_on]
    return tuple([each for each in elected if each.score][:MOST_SIGNPOSTS] or elected[:1])


def _schemes(tx: Transaction, actor: Actor, asked: Asked) -> tuple[OpenScheme, ...]:
    """The schemes that fit the words of the question; without such words those that close first."""
    schemes = SCHEMES.all(tx, visible=actor.visible, on=clock.today())
    words_of = [frozenset(stems(each.mention.name, each.description, *each.about)) for each in schemes]
    scale = Scale.of(asked, words_of)
    scored = [(scale.score(words), each) for each, words in zip(schemes, words_of, strict=True)]
    fitting = sorted((pair for pair in scored if pair[0]), key=lambda pair: (-round(pair[0], 9), pair[1].mention.id))
    chosen = [each for _, each in fitting] if fitting or asked.words else schemes
    return tuple(chosen[:MOST_SCHEMES])


def _words(asked: Asked, vocabulary: frozenset[str], places: list[Place]) -> tuple[str, ...]:
    names = [each.area.name for each in places]
    in_names = set(stems(*names))
    known = [word for stem, word in asked.words.items() if asked.fit(stem, vocabulary) and stem not in in_names]
    return (*known, *names)


def _mended(asked: Asked, vocabulary: frozenset[str]) -> str:
    """The question with each word replaced by the one that somebody knows about and that is spelled nearly the same."""
    known = sorted(word for word in vocabulary if len(word) >= SHORTEST_PART)
    return " ".join(
        (get_close_matches(stem, known, n=1, cutoff=MISSPELLED) or [word])[0] for stem, word in asked.words.items()
    )
