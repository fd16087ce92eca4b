"""What the signpost remembers of questions: never the text, only words the graph knows already.

Who was not the right person drops for such a question, by

    1 / (1 + Σ J)²   with J = |Q ∩ M| / |Q ∪ M| (Jaccard), Q the words of this question, M those of a misroute,

over the misroutes of that person of the last `COUNTS_DAYS` days with J ≥ `SUCH`: one for the same question leaves a
quarter. Staff can say that the person is right all the same (`dismiss`), and take that back.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.query import Read
from graph.signpost import people
from graph.signpost.everyday import Asked, compound, named
from graph.words import stems as stems_of

if TYPE_CHECKING:
    from graph.signpost.people import Place
    from graph.store import Transaction

COUNTS_DAYS = 365
SUCH = 0.5


@dataclass(frozen=True, slots=True)
class Remembered:
    """One misroute: who was offered, and the words of the question."""

    person_id: str
    stems: tuple[str, ...]


MISROUTES = Read("signpost/misroutes", Remembered)


def counts_after() -> dt.date:
    """The day after which a misroute still counts."""
    return clock.today() - dt.timedelta(days=COUNTS_DAYS)


def kind_of(
    tx: Transaction, *, asked: Asked, vocabulary: frozenset[str], places: list[Place]
) -> tuple[tuple[str, str], ...]:
    """The question as stems and spellings that stand in the graph or in the list of everyday words, in order of stem.

    Anything else that was typed, such as a name, is left out.
    """
    public = {each.stem for each in people.KNOWN_WORDS.all(tx, stems=sorted(asked.words))}
    whole = public | vocabulary | named()
    found = dict(stems_of(*(each.area.name for each in places)))
    for stem, word in asked.words.items():
        if stem in whole:
            found.setdefault(stem, word)
        else:
            parts = sorted((each for each in whole if compound(stem, each)), key=lambda each: (-len(each), each))
            found |= {part: part for part in parts[:1] if part not in found}
    return tuple(sorted(found.items()))


def factors(tx: Transaction, *, stems: frozenset[str]) -> dict[str, float]:
    """By what the score of each person is multiplied for a question of these stems; people left out keep theirs."""
    if not stems:
        return {}
    alike: defaultdict[str, float] = defaultdict(float)
    for each in MISROUTES.all(tx, stems=sorted(stems), after=counts_after()):
        resembles = len(stems & set(each.stems)) / len(stems | set(each.stems))
        if resembles >= SUCH:
            alike[each.person_id] += resembles
    return {person_id: (1 + total) ** -2 for person_id, total in alike.items()}
