"""The simple methods that the engine is compared with: popularity, and three indices of networkx on the same graph.

For a pair of initiatives the index itself. A partner, goal or theme never has a neighbour in common with an initiative,
as links run between initiatives and things, so that the bare index would be nothing for all; there a candidate gets the
sum of the index over the initiatives that have it, which is more than the bare index can do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from graph.bridges.weights import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from graph.evaluation.projection import Projection

# What lies one step away in a tree or on the map, as a projection says it.
ONE_STEP = 2
INDICES: dict[str, Callable[..., object]] = {
    "jaccard": nx.jaccard_coefficient,
    "adamic_adar": nx.adamic_adar_index,
    "resource_allocation_index": nx.resource_allocation_index,
}


def network(projection: Projection) -> nx.Graph[str]:
    """Initiatives, what they have, and what lies one step from that, as networkx has it."""
    made: nx.Graph[str] = nx.Graph()
    made.add_nodes_from(each.id for each in projection.initiatives)
    made.add_edges_from((tie.initiative, tie.hub) for tie in projection.ties)
    made.add_edges_from(
        (near.ours, near.near) for near in projection.near if near.apart == ONE_STEP and near.kind != Evidence.NOTE
    )
    made.add_edges_from((fit.offer, fit.need) for fit in projection.fits)
    return made


def indices(made: nx.Graph[str], projection: Projection, initiative: str) -> dict[str, NDArray[np.float64]]:
    """Each index of the initiative with every other, in the order of the projection."""
    position = projection.position
    reached = {other for hub in made[initiative] for other in made[hub] if other in position} - {initiative}
    pairs = [(initiative, other) for other in sorted(reached)]
    found = {}
    for name, index in INDICES.items():
        scores = np.zeros(len(projection.initiatives))
        for _, other, score in index(made, pairs):  # type: ignore[attr-defined]
            scores[position[other]] = score
        found[name] = scores
    return found


def degrees(made: nx.Graph[str], projection: Projection) -> NDArray[np.float64]:
    """How much each initiative is tied to: the popularity of an initiative."""
    return np.array([made.degree[each.id] for each in projection.initiatives], dtype=np.float64)
