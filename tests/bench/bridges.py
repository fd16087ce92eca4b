"""The speed of bridges on the reference graph, measured in Bolt round trips of the same run.

Warm and interleaved: for each sampled initiative a round trip, the bridge query with its reasons, the plain Cypher and
networkx take turns, so that a busy moment of the machine hits all. The answers of the quick and the plain search are
compared as well. Aim: the median at most 6 round trips, the 95th percentile at most 12.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import click
import networkx as nx
import platformdirs

from graph import clock
from graph.bridges import kept, search, suggestions
from graph.rights import SYSTEM
from graph.server import DatabaseSettings, open_database
from graph.store import Graph
from tests.bench import loading, reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Transaction
    from tests.bench.reference import Reference

Result = TypeVar("Result")

LIMIT = 10
CHANCE = 500
BUSIEST = 20
ROUND_TRIPS = 1_000
WARM_UP = 2
P50_AIM = 6.0
P95_AIM = 12.0


@dataclass
class Times:
    """Milliseconds, by what was measured."""

    of: dict[str, list[float]] = field(default_factory=dict)

    def take(self, name: str, work: Callable[..., Result], *args: Any) -> Result:
        """Do `work` with `args` and note how long it took."""
        began = time.perf_counter()
        result = work(*args)
        self.of.setdefault(name, []).append((time.perf_counter() - began) * 1_000)
        return result

    def row(self, name: str, round_trip: float) -> tuple[float, float]:
        """Print the median and the 95th percentile of `name` and return them in round trips."""
        ordered = sorted(self.of[name])
        p50, p95 = statistics.median(ordered), ordered[int(0.95 * len(ordered))]
        click.echo(f"{name:<28}{p50:>9.2f}{p95:>9.2f}{p50 / round_trip:>12.1f}{p95 / round_trip:>8.1f}")
        return p50 / round_trip, p95 / round_trip


def run() -> bool:
    """Measure and print; whether the aim was reached and every answer was exact."""
    town = reference.make()
    data = platformdirs.user_cache_path("bruggenbouwer") / f"bench-{reference.VERSION}"
    with open_database(DatabaseSettings(data=data, uri="")) as address, address.driver() as driver:
        graph = Graph(driver, database=address.database)
        loading.load(driver, address.database, town)
        return measure(graph, town)


def measure(graph: Graph, town: Reference) -> bool:
    """Measure on a graph that holds `town`."""
    sample = town.sample(CHANCE, busiest=BUSIEST)
    network = projection(town)
    for _ in range(WARM_UP):
        for initiative_id in sample:
            graph.read(bridges, initiative_id)
    for initiative_id in sample[:20]:
        graph.read(plain, initiative_id)
    times = Times()
    wrong = unproved = 0
    for turn, initiative_id in enumerate(sample):
        for _ in range(ROUND_TRIPS // len(sample) + (turn < ROUND_TRIPS % len(sample))):
            times.take("Bolt round trip", graph.read, one)
        found = times.take("bridges with reasons", graph.read, bridges, initiative_id)
        expected = times.take("plain Cypher", graph.read, plain, initiative_id)
        times.take("networkx", resource_allocation, network, initiative_id)
        wrong += [(each.other.id, round(each.score, 9)) for each in found] != expected
        unproved += bool(found) and not found[0].proved
    return report(times, wrong=wrong, unproved=unproved)


def report(times: Times, *, wrong: int, unproved: int) -> bool:
    """Print the table; whether the aim was reached and every answer was exact."""
    round_trip = statistics.median(times.of["Bolt round trip"])
    click.echo(f"{'':<28}{'p50 ms':>9}{'p95 ms':>9}{'p50 trips':>12}{'p95':>8}")
    for name in ("Bolt round trip", "plain Cypher", "networkx"):
        times.row(name, round_trip)
    p50, p95 = times.row("bridges with reasons", round_trip)
    click.echo(f"differs from plain: {wrong}; needed a second search: {unproved}")
    return wrong == 0 and p50 <= P50_AIM and p95 <= P95_AIM


def one(tx: Transaction) -> None:
    """A round trip that asks nothing."""
    tx.run("RETURN 1 AS one").consume()


def bridges(tx: Transaction, initiative_id: str) -> list[suggestions.Suggestion]:
    """What the page asks."""
    return suggestions.for_initiative(tx, actor=SYSTEM, initiative_id=initiative_id, limit=LIMIT)


def plain(tx: Transaction, initiative_id: str) -> list[tuple[str, float]]:
    """The same without any shortcut and without reasons."""
    rows = search.PLAIN.all(
        tx,
        id=initiative_id,
        visible=SYSTEM.visible,
        limit=LIMIT,
        today=clock.today(),
        weights=kept.for_actor(tx, actor=SYSTEM),
    )
    return [(row.id, round(row.score / suggestions.SCALE, 9)) for row in rows]


def projection(town: Reference) -> nx.Graph:
    """Initiatives and what they share, for networkx; goals near each other are left out, to its advantage."""
    network: nx.Graph = nx.Graph()
    for link in ("CONTRIBUTES_TO", "HAS_THEME", "PARTNERS_IN", "LOCATED_IN", "INITIATES"):
        network.add_edges_from(town.links[link])
    return network


def resource_allocation(network: nx.Graph, initiative_id: str) -> list[tuple[str, float]]:
    """The ten initiatives that most is shared with, by resource allocation, in networkx and plain Python."""
    score: dict[str, float] = {}
    for hub in network[initiative_id]:
        share = 1 / network.degree[hub]
        for other in network[hub]:
            score[other] = score.get(other, 0.0) + share
    score.pop(initiative_id, None)
    return sorted(score.items(), key=lambda pair: (-pair[1], pair[0]))[:LIMIT]
