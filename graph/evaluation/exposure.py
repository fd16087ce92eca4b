"""Whether a ranking starves anybody: how often groups of candidates are among the first ten, beside their share of all.

Every initiative (a sample of many) asks for its ten. A group gets its share when it is among the answers as often as it
is among the candidates (ratio 1), as in the exposure that Singh and Joachims (2018, Fairness of exposure in rankings)
call demographic parity. Groups are areas, and how much is known: few links, or many. A candidate that is no initiative
stands in the areas of the initiatives that have it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from graph.bridges.weights import Evidence
from graph.evaluation import measures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from graph.evaluation.projection import Projection

    Scores = Callable[[str], NDArray[np.float64]]
    Closed = Callable[[str], Iterable[str]]

MOST_ASKERS = 500
# A smaller group is too few to say anything of.
LEAST_SHARE = 0.05
# A group that gets less than this part of its share is starved.
STARVED_BELOW = 0.5
NO_AREA = "(no area)"


class By(StrEnum):
    """What makes a group."""

    AREA = "area"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Group:
    """A group of candidates: its share of all, its share of the first ten, the one divided by the other.

    `starved` is whether a group that is large enough gets less than half of what its size says; None where it is too
    small to tell.
    """

    by: By
    name: str
    of_candidates: float
    of_shown: float
    ratio: float
    starved: bool | None


def measure(
    projection: Projection, candidates: Sequence[str], *, scores: Scores, closed: Closed, seed: int
) -> tuple[Group, ...]:
    """Ask for the first ten of every initiative, or of `MOST_ASKERS` drawn by chance, and count by group.

    A candidate whose score is minus infinity is never shown.
    """
    random = np.random.default_rng(seed)
    askers = [each.id for each in projection.initiatives if projection.hubs_of.get(each.id)]
    chosen = sorted(random.permutation(len(askers))[:MOST_ASKERS].tolist())
    place = {each: index for index, each in enumerate(candidates)}
    shown = np.zeros(len(place))
    for index in chosen:
        values = scores(askers[index])
        open_to = np.isfinite(values)
        open_to[[place[each] for each in closed(askers[index]) if each in place]] = False
        shown += measures.shown(values, open_to, measures.HITS_AT[-1])
    return groups(projection, candidates, shown)


def groups(projection: Projection, candidates: Sequence[str], shown: NDArray[np.float64]) -> tuple[Group, ...]:
    """The groups of the candidates, areas before links, the largest first; `shown` is how often each was shown."""
    total = float(shown.sum())
    if not candidates or total <= 0:
        return ()
    found = []
    for by, members in ((By.AREA, _by_area(projection, candidates)), (By.LINKS, _by_links(projection, candidates))):
        made = [_group(by, name, share, shown / total) for name, share in members.items()]
        found += sorted(made, key=lambda each: (-each.of_candidates, each.name))
    return tuple(found)


def _group(by: By, name: str, share: NDArray[np.float64], shown: NDArray[np.float64]) -> Group:
    of_candidates, of_shown = float(share.mean()), float(share @ shown)
    ratio = of_shown / of_candidates
    starved = ratio < STARVED_BELOW if of_candidates >= LEAST_SHARE else None
    return Group(by, name, of_candidates, of_shown, ratio, starved)


def _by_area(projection: Projection, candidates: Sequence[str]) -> dict[str, NDArray[np.float64]]:
    """How much of each candidate stands in each area; what stands in two stands half in each."""
    found: defaultdict[str, NDArray[np.float64]] = defaultdict(lambda: np.zeros(len(candidates)))
    for index, candidate in enumerate(candidates):
        having = [candidate] if candidate in projection.position else projection.initiatives_of.get(candidate, ())
        places = [_areas(projection, each) for each in having] or [[NO_AREA]]
        for names in places:
            for name in names:
                found[name][index] += 1 / (len(names) * len(places))
    return dict(found)


def _areas(projection: Projection, initiative: str) -> list[str]:
    hubs = [projection.hub[each] for each in projection.hubs_of.get(initiative, ())]
    return sorted(hub.name for hub in hubs if hub.kind == Evidence.AREA) or [NO_AREA]


def _by_links(projection: Projection, candidates: Sequence[str]) -> dict[str, NDArray[np.float64]]:
    """The third with the fewest links, the third with the most, and who is between; equals stay together."""
    links = np.array([_links(projection, each) for each in candidates], dtype=np.float64)
    low, high = np.quantile(links, [1 / 3, 2 / 3])
    made = {
        f"few (at most {low:g})": links <= low,
        "between": (links > low) & (links <= high),
        f"many (more than {high:g})": links > max(low, high),
    }
    return {name: there.astype(np.float64) for name, there in made.items() if there.any()}


def _links(projection: Projection, candidate: str) -> int:
    if candidate not in projection.position:
        return len(projection.initiatives_of.get(candidate, ()))
    return sum(projection.hub[each].kind != Evidence.WORD for each in projection.hubs_of.get(candidate, ()))
