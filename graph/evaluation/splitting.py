"""Hide known links, with all that derives from them, and keep the questions that follow.

A hidden link takes with it every other link between the same two, the words of the initiative that stand in the name of
the other, and its part in the number of links of each thing. Weights are learnt on what is left.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from graph import words
from graph.evaluation.projection import INITIATES, KNOWN_STATES, SUPPLY

if TYPE_CHECKING:
    from graph.evaluation.projection import Projection

# One initiative of somebody with a hundred others would else ask a hundred questions.
MOST_OF_ONE = 5


class Hide(StrEnum):
    """What is hidden and asked for."""

    PARTNERS = "partners"
    BRIDGES = "bridges"
    GOALS = "goals"
    THEMES = "themes"
    RECIPIENTS = "recipients"
    SCHEMES = "schemes"


TIE_OF: dict[Hide, str] = {
    Hide.PARTNERS: "PARTNERS_IN",
    Hide.GOALS: "CONTRIBUTES_TO",
    Hide.THEMES: "HAS_THEME",
    Hide.RECIPIENTS: INITIATES,
    Hide.SCHEMES: "UNDER",
}
KIND_OF: dict[Hide, str] = {
    Hide.PARTNERS: "partner",
    Hide.GOALS: "goal",
    Hide.THEMES: "theme",
    Hide.RECIPIENTS: "partner",
    Hide.SCHEMES: "scheme",
}


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """Which `wanted` (a hub, or an initiative for bridges) belongs to the initiative `asker`?"""

    asker: str
    wanted: str


@dataclass(frozen=True)
class Split:
    """What is left to learn from, and the questions; `full` only tells which other answers are right as well."""

    hide: Hide
    train: Projection
    full: Projection
    questions: tuple[Question, ...]


def links(projection: Projection, hide: Hide) -> list[Question]:
    """Every known link of the kind, in a fixed order."""
    return sorted({Question(one, hub) for one, hub, _ in _dated(projection, hide)})


def split(projection: Projection, hide: Hide, *, share: float, seed: int) -> Split:
    """Hide a share of the links, drawn by chance; of bridges a share of the initiatives that are in contact."""
    random = np.random.default_rng(seed)
    if hide is Hide.BRIDGES:
        return _split_bridges(projection, share=share, random=random)
    known = links(projection, hide)
    chosen = random.permutation(len(known))[: round(share * len(known))]
    questions = tuple(known[index] for index in sorted(chosen.tolist()))
    return Split(hide, without(projection, questions), projection, questions)


def split_in_time(projection: Projection, hide: Hide, *, share: float) -> Split | None:
    """Hide the latest share of the links and everything that began as late; None where too few links have a date.

    Of bridges the latest contacts are hidden.
    """
    dated = _contacts(projection) if hide is Hide.BRIDGES else _dated(projection, hide)
    days = sorted(day for *_, day in dated if day)
    if len(days) < len(dated) / 2 or len(set(days)) < 2:  # noqa: PLR2004 — earlier and later
        return None
    cut = days[min(len(days) - 1, round((1 - share) * len(days)))]
    late = tuple(sorted({Question(one, wanted) for one, wanted, day in dated if day and day >= cut}))
    later = [Question(tie.initiative, tie.hub) for tie in projection.ties if tie.since and tie.since >= cut]
    met = tuple(each for each in projection.met if not (each.since and each.since >= cut))
    # A contact through an initiator goes with the link of the one who came last, which is among the later ones.
    hidden = later if hide is Hide.BRIDGES else [*late, *later]
    train = without(replace(projection, met=met), hidden)
    asked = [each for each in late if train.hubs_of.get(each.asker)]
    questions = tuple(_few_of_one(asked) if hide is Hide.BRIDGES else asked)
    return Split(hide, train, projection, questions) if questions and len(late) < len(dated) else None


def without(projection: Projection, hidden: Iterable[Question]) -> Projection:
    """The projection without these links and all that derives from them."""
    gone = {(each.asker, each.wanted) for each in hidden}
    said = {
        (initiative, stem)
        for initiative, hub in gone
        if hub in projection.hub
        for stem in words.stems(projection.hub[hub].name)
    }
    left, fewer = [], Counter[str]()
    for tie in projection.ties:
        pair = (tie.initiative, tie.hub)
        if pair in gone or (tie.tie == "MENTIONS" and pair in said):
            if tie.tie not in SUPPLY:
                fewer[tie.hub] += tie.times
        else:
            left.append(tie)
    return replace(
        projection,
        ties=tuple(left),
        hubs=tuple(replace(hub, size=hub.size - fewer[hub.id]) for hub in projection.hubs),
        initiatives=tuple(
            replace(each, initiators=tuple(who for who in each.initiators if (each.id, who) not in gone))
            for each in projection.initiatives
        ),
    )


def apart(projection: Projection, pairs: Iterable[Question]) -> Projection:
    """The projection in which these pairs of initiatives are not in contact."""
    pairs = list(pairs)
    initiators = {each.id: frozenset(each.initiators) for each in projection.initiatives}
    hidden = [
        Question(one, who)
        for pair in pairs
        for who in initiators.get(pair.asker, frozenset()) & initiators.get(pair.wanted, frozenset())
        for one in (pair.asker, pair.wanted)
    ]
    gone = {frozenset((pair.asker, pair.wanted)) for pair in pairs}
    met = tuple(each for each in projection.met if frozenset((each.first, each.second)) not in gone)
    return without(replace(projection, met=met), hidden)


def known_contacts(projection: Projection) -> dict[str, frozenset[str]]:
    """With whom each initiative is in contact for certain: the same initiator, or a bridge that both wanted."""
    known = tuple(each for each in projection.met if each.state in KNOWN_STATES)
    return replace(projection, met=known).in_contact


def _split_bridges(projection: Projection, *, share: float, random: np.random.Generator) -> Split:
    contacts = {
        one: sorted(other for other in others if other in projection.position)
        for one, others in known_contacts(projection).items()
        if one in projection.position
    }
    askers = sorted(one for one, others in contacts.items() if others)
    chosen = {askers[index] for index in random.permutation(len(askers))[: round(share * len(askers))]}
    hidden = [Question(one, other) for one in sorted(chosen) for other in contacts[one]]
    train = without(
        replace(
            projection,
            met=tuple(each for each in projection.met if each.first not in chosen and each.second not in chosen),
        ),
        [Question(each.id, who) for each in projection.initiatives if each.id in chosen for who in each.initiators],
    )
    questions = []
    for one in sorted(chosen):
        mine = [each for each in hidden if each.asker == one]
        questions += [mine[index] for index in sorted(random.permutation(len(mine))[:MOST_OF_ONE].tolist())]
    return Split(Hide.BRIDGES, train, projection, tuple(questions))


def _few_of_one(questions: Iterable[Question]) -> Iterable[Question]:
    """At most `MOST_OF_ONE` of each asker, the first by id."""
    asked = Counter[str]()
    for each in questions:
        asked[each.asker] += 1
        if asked[each.asker] <= MOST_OF_ONE:
            yield each


def _contacts(projection: Projection) -> list[tuple[str, str, dt.date | None]]:
    """Who is in contact for certain, each pair both ways, and since when: the first reason counts.

    Contact through an initiator began with the later of the two links. A reason without a day began before all others.
    """
    since = {(tie.initiative, tie.hub): tie.since for tie in projection.ties if tie.tie == INITIATES}
    reasons: dict[tuple[str, str], list[dt.date | None]] = {}
    for who, them in projection.initiated_by.items():
        for one, other in combinations(sorted(them), 2):
            days = [since.get((each, who)) for each in (one, other)]
            reasons.setdefault((one, other), []).append(max((day for day in days if day), default=None))
    for met in projection.met:
        if met.state in KNOWN_STATES:
            reasons.setdefault((min(met.first, met.second), max(met.first, met.second)), []).append(met.since)
    found = []
    for (one, other), days in reasons.items():
        known = [day for day in days if day]
        first = min(known) if len(known) == len(days) else None
        found += [(one, other, first), (other, one, first)]
    return found


def _dated(projection: Projection, hide: Hide) -> list[tuple[str, str, dt.date | None]]:
    return [
        (tie.initiative, tie.hub, tie.since)
        for tie in projection.ties
        if tie.tie == TIE_OF[hide] and projection.hub[tie.hub].kind == KIND_OF[hide]
    ]
