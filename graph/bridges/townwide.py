"""The best bridges of a whole town.

Where the bridges of everybody were kept (`graph.bridges.refreshing`), the best of those, each pair once: exactly the
best of the town as long as nothing changed. After a change every pair is scored anew, those that came in contact go,
and the initiatives entered since are searched for. A pair that became better through a change of old records comes in
when the bridges are kept again.

Where nothing was kept, only pairs that share something rare are looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.bridges import answers, kept, search, suggestions
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.bridges.search import Found
    from graph.bridges.suggestions import Pair
    from graph.rights import Actor
    from graph.store import Transaction

# Where nothing was kept: the pairs that share something that at most this many have, ten for each asked for, and of
# such things the rarest.
RARE = 12
THINGS = 2_000
# Of the initiatives entered since the bridges were kept, so many are searched for.
NEWEST = 20

Met = tuple[str, "Found"]


@dataclass(frozen=True, slots=True)
class Couple:
    """Two initiatives, by id."""

    first: str
    second: str


RARE_COUPLES = Read("bridges/rare_couples", Couple)
STILL_APART = Read("bridges/still_apart", Couple)
NEW_SINCE = Read("bridges/new_since", suggestions.Start)


def pairs(tx: Transaction, *, actor: Actor, limit: int = 100) -> list[Pair]:
    """The `limit` best bridges of the town, best first, at most ten of one initiative; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    weights = kept.for_actor(tx, actor=actor)
    best = answers.best(tx, limit=2 * limit, visible=actor.visible, weights=weights)
    if best is None:
        couples = RARE_COUPLES.all(tx, visible=actor.visible, rare=RARE, things=THINGS, limit=10 * limit)
        found = _scored(tx, couples, visible=actor.visible, weights=weights)
    elif best.holds:
        found = best.pairs
    else:
        met = [[first, other.id] for first, other in best.pairs]
        couples = STILL_APART.all(tx, pairs=met, visible=actor.visible)
        found = _scored(tx, couples, visible=actor.visible, weights=weights)
        for each in NEW_SINCE.all(tx, since=best.since, visible=actor.visible, limit=NEWEST):
            theirs, _ = search.best(
                tx, initiative_id=each.id, limit=answers.LIMIT, visible=actor.visible, weights=weights
            )
            found += [(each.id, other) for other in theirs]
    return suggestions.named(tx, actor=actor, found=answers.once(found)[:limit], proved=False)


def _scored(tx: Transaction, couples: Iterable[Couple], *, visible: list[str], weights: dict[str, int]) -> list[Met]:
    others: dict[str, list[str]] = {}
    for couple in couples:
        others.setdefault(couple.first, []).append(couple.second)
    return [
        (first, each)
        for first, theirs in others.items()
        for each in search.sharing(tx, initiative_id=first, others=theirs, visible=visible, weights=weights)
    ]
