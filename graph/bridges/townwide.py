"""The best bridges of a whole town.

Where the bridges of everybody were kept (`graph.bridges.refreshing`), the best of those, each pair once: exactly the
best of the town as long as nothing changed. After a change those that came in contact go, the pairs that the change
touched are scored anew, and the initiatives that it touched or that were entered since are searched for, `NEWEST` at
most. Until the bridges are kept again a pair that nothing touched keeps its score, also where what it shares became a
little more common, and a pair that became better because something was said of a goal, theme or partner, not of one of
the two, waits. When the kinds of evidence weigh otherwise, what was kept is weighed anew. Where the changes cannot be
told apart (an import), a hundred are scored anew, and the list says that it is short.

Where nothing was kept, only pairs that share something rare are looked at.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.bridges import answers, kept, search, suggestions
from graph.bridges.weights import Evidence
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.bridges.answers import Best
    from graph.bridges.search import Found
    from graph.bridges.suggestions import Pair
    from graph.rights import Actor
    from graph.store import Transaction

# So many are in the list of a town: filters and turns reach no further.
MOST = 1_000
# Where nothing was kept: the pairs that share something that at most this many have, ten for each asked for, and of
# such things the rarest.
RARE = 12
THINGS = 2_000
# More deeds than this since the bridges were kept are not looked at one by one.
DEEDS = 2_000
# So many pairs are scored anew where any of them may have changed: each takes a visit to all that the first one has.
ANEW = 100
# A transaction that took long can have written lines from before the bridges were kept.
MARGIN = dt.timedelta(minutes=1)
# Of the initiatives entered or touched since the bridges were kept, so many are searched for.
NEWEST = 50
# What is sought and offered can end with a day.
_TIMED = frozenset({Evidence.OFFERED, Evidence.SOUGHT})

Met = tuple[str, "Found"]


@dataclass(frozen=True, slots=True)
class Couple:
    """Two initiatives, by id."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Touched:
    """How many deeds there were, whether all of them name what they touch, and the ids of that."""

    lines: int
    is_known: bool
    ids: list[str]


RARE_COUPLES = Read("bridges/rare_couples", Couple)
STILL_APART = Read("bridges/still_apart", Couple)
TOUCHED = Read("bridges/touched_since", Touched)
NEW_SINCE = Read("bridges/new_since", suggestions.Start)


@dataclass(frozen=True, slots=True)
class Town:
    """The best bridges of the town; `is_short` when too much changed since they were kept to find them all."""

    pairs: list[Pair]
    is_short: bool


def pairs(tx: Transaction, *, actor: Actor, limit: int = MOST) -> list[Pair]:
    """The `limit` best bridges of the town, best first, at most ten of one initiative; raises NotAllowed."""
    return whole(tx, actor=actor, limit=limit).pairs


def whole(tx: Transaction, *, actor: Actor, limit: int = MOST) -> Town:
    """The same, with whether that is all; raises NotAllowed."""
    return _pairs(tx, actor=actor, limit=limit, version=answers.version(tx))


@remembered
def _pairs(tx: Transaction, *, actor: Actor, limit: int, version: str | None) -> Town:
    """The same for one `version` of what is kept: keeping it anew is no change of the graph."""
    del version
    actor.must(Permission.SEE_BRIDGES)
    weights = kept.for_actor(tx, actor=actor)
    best = answers.best(tx, limit=2 * limit, visible=actor.visible, weights=weights)
    is_short = False
    if best is None:
        couples = RARE_COUPLES.all(tx, visible=actor.visible, rare=RARE, things=THINGS, limit=10 * limit)
        found = _scored(tx, couples, visible=actor.visible, weights=weights)
    elif best.holds:
        found = best.pairs
    else:
        touched = _touched(tx, best)
        is_short = touched is None
        found = _held(tx, best, touched, limit=2 * limit, visible=actor.visible, weights=weights)
    named = suggestions.named(tx, actor=actor, found=answers.once(found)[:limit], proved=False)
    return Town(named, is_short and len(best.pairs if best else ()) > ANEW)


def _held(
    tx: Transaction,
    best: Best,
    touched: frozenset[str] | None,
    *,
    limit: int,
    visible: list[str],
    weights: dict[str, int],
) -> list[Met]:
    """What of the kept pairs still is a bridge after a change, with what is new."""
    pairs = best.pairs[: limit if touched is not None else ANEW]
    apart = STILL_APART.all(tx, pairs=[[first, other.id] for first, other in pairs], visible=visible)
    still = {(each.first, each.second) for each in apart}
    stands = [(first, other) for first, other in pairs if (first, other.id) in still]
    stale = [
        Couple(first, other.id)
        for first, other in stands
        if _may_differ(first, other, touched) or not (best.is_of_today or _TIMED.isdisjoint(_kinds(other)))
    ]
    gone = {(each.first, each.second) for each in stale}
    found = [(first, other) for first, other in stands if (first, other.id) not in gone]
    found += _scored(tx, stale, visible=visible, weights=weights)
    ids = sorted(touched or ())
    for each in NEW_SINCE.all(tx, since=best.since, ids=ids, visible=visible, limit=NEWEST):
        theirs, _ = search.best(
            tx, initiative_id=each.id, limit=answers.LIMIT, visible=visible, weights=weights, sees_bridges=True
        )
        found += [(each.id, other) for other in theirs]
    return found


def _kinds(other: Found) -> set[Evidence]:
    return {entry.kind for entry in other.shared}


def _touched(tx: Transaction, best: Best) -> frozenset[str] | None:
    """The ids of what was touched since the bridges were kept; None where that can be anything."""
    if not best.is_alike:
        return None
    known = [*answers.ON_LINKS, *answers.ON_RECORDS, *answers.ON_FIELDS]
    asked = {"apart": answers.APART, "on_links": answers.ON_LINKS, "known": known, "limit": DEEDS}
    found = TOUCHED.one(tx, since=best.since - MARGIN, **asked)
    return frozenset(found.ids) if found.is_known and found.lines < DEEDS else None


def _may_differ(first: str, other: Found, touched: frozenset[str] | None) -> bool:
    if touched is None:
        return True
    things = (each for entry in other.shared for each in (entry.id, entry.ours, entry.note))
    return not touched.isdisjoint((first, other.id, *things))


def _scored(tx: Transaction, couples: Iterable[Couple], *, visible: list[str], weights: dict[str, int]) -> list[Met]:
    others: dict[str, list[str]] = {}
    for couple in couples:
        others.setdefault(couple.first, []).append(couple.second)
    return [
        (first, each)
        for first, theirs in others.items()
        for each in search.sharing(tx, initiative_id=first, others=theirs, visible=visible, weights=weights)
    ]
