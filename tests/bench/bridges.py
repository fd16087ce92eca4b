"""The speed of bridges on the reference graph: of one initiative in Bolt round trips of the same run, and of all.

Warm and interleaved: for each sampled initiative a round trip, the bridges as they are kept, the search, plain Cypher
(for some) and the peers (`tests.bench.peers`) take turns, so that a busy moment of the machine hits all. Every answer
is compared. Then everybody at once: reading, computing and writing apart, beside the fastest peers. Aims, for one: the
search at most 6 round trips at the median and 12 at the 95th percentile, what is kept 3 and 6; for all: computing the
same evidence faster than the fastest peer, the whole at most three times as long. With `--tenfold` the same on a graph
ten times as large, which may take at most 1.5 times as long for one.
"""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import click
import numpy as np
import psutil

from graph import clock, schema
from graph.bridges import answers, arrays, kept, search, suggestions
from graph.bridges.weights import Evidence
from graph.rights import SYSTEM
from graph.server import DatabaseSettings, embedded, open_database
from graph.store import Graph
from tests.bench import everybody, loading, reference
from tests.bench.peers import Peers

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.bridges.arrays import Arrays
    from graph.store import Transaction

Result = TypeVar("Result")
Answer = list[tuple[str, float]]

LIMIT = answers.LIMIT
CHANCE = 500
BUSIEST = 20
PLAIN = 30
ROUND_TRIPS = 1_000
WARM_UP = 2
TRIP, KEPT, LIVE = "Bolt round trip", "bridges, kept", "bridges, searched"
AIMS = {KEPT: (3.0, 6.0), LIVE: (6.0, 12.0)}
TENFOLD = 10
TENFOLD_AIM = 1.5


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

    def at(self, name: str) -> tuple[float, float]:
        """The median and the 95th percentile of `name`, in milliseconds."""
        ordered = sorted(self.of[name])
        return statistics.median(ordered), ordered[int(0.95 * len(ordered))]


def run(*, tenfold: bool = False) -> bool:
    """Measure and print; whether the aims were reached and every answer was exact."""
    good, times = measured(1)
    if tenfold:
        reached, larger = measured(TENFOLD)
        good &= reached
        for name in AIMS:
            more = larger.at(name)[0] / times.at(name)[0]
            good &= more <= TENFOLD_AIM
            click.echo(f"{name}: {more:.2f} times as long on the tenfold graph (aim {TENFOLD_AIM})")
    return good


def measured(size: int) -> tuple[bool, Times]:
    """Measure on the reference graph or one that is `size` times as large."""
    settings = DatabaseSettings(data=loading.folder(size), uri="")
    with open_database(settings) as address, address.driver() as driver:
        graph = Graph(driver, database=address.database, seconds=600)
        if not loading.is_loaded(driver, address.database):
            loading.load(driver, address.database, reference.make(times=size))
        schema.migrate(graph)
        click.echo(f"\n{size * reference.INITIATIVES:,} initiatives; {everybody.machine()}\n")
        good = everybody.measure(graph, small=size == 1)
        town = graph.read(read)
        reached, times = measure(graph, town)
        ours, theirs = _memory(psutil.Process()), _memory(_server(settings))
        click.echo(f"\nmemory of this process: {ours}, of the database: {theirs}")
        return good & reached & after_a_change(graph, town), times


def read(tx: Transaction) -> Arrays:
    """The graph in memory, for the peers."""
    return arrays.read(tx, visible=SYSTEM.visible, weights=kept.for_actor(tx, actor=SYSTEM))


def _memory(process: psutil.Process) -> str:
    return f"{process.memory_info().rss / 1e6:.0f} MB"


def _server(settings: DatabaseSettings) -> psutil.Process:
    """The process of the embedded database that is measured."""
    state = embedded.running(settings)
    if state is None:
        message = "the database of the benchmark does not run"
        raise RuntimeError(message)
    return psutil.Process(state.pid)


def measure(graph: Graph, town: Arrays) -> tuple[bool, Times]:
    """Measure what one initiative takes; whether the aims were reached and every answer was exact."""
    peers = Peers(town, limit=LIMIT)
    sample = sampled(town)
    for _ in range(WARM_UP):
        for initiative_id in sample:
            graph.read(bridges, initiative_id)
            graph.read(live, initiative_id)
    times = Times()
    wrong: Counted = Counted()
    for turn, initiative_id in enumerate(sample):
        for _ in range(ROUND_TRIPS // len(sample) + (turn < ROUND_TRIPS % len(sample))):
            times.take(TRIP, graph.read, one)
        given = times.take(KEPT, graph.read, bridges, initiative_id)
        searched = times.take(LIVE, graph.read, live, initiative_id)
        wrong.note("kept and searched", named(given) != named(searched))
        wrong.unproved += bool(searched) and not searched[0].proved
        if turn % (len(sample) // PLAIN) == 0:
            expected = times.take("plain Cypher", graph.read, plain, initiative_id)
            wrong.note("searched and plain", named(searched) != expected)
        direct = [each.score for each in graph.read(itself, initiative_id)]
        for name, peer in peers.one.items():
            wrong.note(f"peer {name}", times.take(name, peer, peers.place[initiative_id]) != direct)
    return report(times, wrong), times


@dataclass
class Counted:
    """How often two answers were not the same, by what was compared, and how often the search went on."""

    of: dict[str, list[bool]] = field(default_factory=dict)
    unproved: int = 0

    def note(self, what: str, differs: bool) -> None:  # noqa: FBT001 — what is counted
        """Note one comparison."""
        self.of.setdefault(what, []).append(differs)


def report(times: Times, wrong: Counted) -> bool:
    """Print the table; whether the aims were reached and every answer was exact."""
    trip = statistics.median(times.of[TRIP])
    click.echo("| one initiative | p50 ms | p95 ms | p50 round trips | p95 |\n|---|---|---|---|---|")
    good = True
    for name in times.of:
        p50, p95 = times.at(name)
        click.echo(f"| {name} | {p50:.2f} | {p95:.2f} | {p50 / trip:.1f} | {p95 / trip:.1f} |")
        aims = AIMS.get(name, (np.inf, np.inf))
        good &= p50 / trip <= aims[0] and p95 / trip <= aims[1]
    said = ", ".join(f"{name} {sum(found)} of {len(found)}" for name, found in wrong.of.items())
    click.echo(f"\ndiffers: {said}; needed a second search: {wrong.unproved}")
    click.echo(f"aims of one initiative: {'reached' if good else 'missed'}")
    return good and not any(any(found) for found in wrong.of.values())


def after_a_change(graph: Graph, town: Arrays) -> bool:
    """Take one thing from an initiative and ask at once: whether the answer is exact; the change is taken back."""
    initiative_id = town.ids[0]
    graph.write(loading.end_a_link, initiative_id)
    began = time.perf_counter()
    found = graph.read(bridges, initiative_id)
    took = time.perf_counter() - began
    exact = named(found) == graph.read(plain, initiative_id)
    graph.write(loading.take_it_back, initiative_id)
    click.echo(f"after a change: answered in {took * 1_000:.0f} ms, {'exact' if exact else 'WRONG'}")
    return exact


def sampled(town: Arrays, *, seed: int = 7) -> list[str]:
    """Initiatives at random and those with the most links."""
    chance = np.random.default_rng(seed).choice(len(town.ids), size=CHANCE, replace=False)
    most = np.argsort(-np.diff(town.theirs.indptr), kind="stable")[:BUSIEST]
    return [town.ids[index] for index in [*chance, *most]]


def one(tx: Transaction) -> None:
    """A round trip that asks nothing."""
    tx.run("RETURN 1 AS one").consume()


def bridges(tx: Transaction, initiative_id: str) -> list[suggestions.Suggestion]:
    """What the page asks."""
    return suggestions.for_initiative(tx, actor=SYSTEM, initiative_id=initiative_id, limit=LIMIT)


def live(tx: Transaction, initiative_id: str) -> list[suggestions.Suggestion]:
    """The same, searched for."""
    return _searched(tx, initiative_id, kept.for_actor(tx, actor=SYSTEM))


def itself(tx: Transaction, initiative_id: str) -> list[search.Found]:
    """The best by what is shared itself, as the peers count."""
    weights = kept.for_actor(tx, actor=SYSTEM)
    alone = {kind: 0 if Evidence(kind).is_near else weight for kind, weight in weights.items()}
    asked = {"initiative_id": initiative_id, "limit": LIMIT, "visible": SYSTEM.visible, "weights": alone}
    return search.best(tx, **asked, sees_bridges=True)[0]


def _searched(tx: Transaction, initiative_id: str, weights: dict[str, int]) -> list[suggestions.Suggestion]:
    asked = {"initiative_id": initiative_id, "limit": LIMIT, "visible": SYSTEM.visible, "weights": weights}
    found, proved = search.best(tx, **asked, sees_bridges=True)
    pairs = suggestions.named(tx, actor=SYSTEM, found=[(initiative_id, each) for each in found], proved=proved)
    return [pair.suggestion for pair in pairs]


def named(found: list[suggestions.Suggestion]) -> Answer:
    """The others and their scores."""
    return [(each.other.id, round(each.score, 9)) for each in found]


def plain(tx: Transaction, initiative_id: str) -> Answer:
    """The same without any shortcut and without reasons."""
    rows = search.PLAIN.all(
        tx,
        id=initiative_id,
        visible=SYSTEM.visible,
        limit=LIMIT,
        today=clock.today(),
        weights=kept.for_actor(tx, actor=SYSTEM),
        sees_bridges=True,
    )
    return [(row.id, round(row.score / suggestions.SCALE, 9)) for row in rows]


if __name__ == "__main__":
    sys.exit(0 if run(tenfold="--tenfold" in sys.argv[1:]) else 1)
