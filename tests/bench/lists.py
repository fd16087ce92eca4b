"""The speed of the first page of every list on the reference graph, rendering included, in Bolt round trips.

Each list is asked for through the test client of Flask, in turn with the others and with a round trip, signed in as a
bridge-builder, who sees most. What the database takes (all transactions of the page, the driver included) is reported
apart from the rest: finding out who asks, and rendering. Aim: the 95th percentile of each list at most 20 round trips.
"""

from __future__ import annotations

import logging
import statistics
import time
from typing import TYPE_CHECKING, Any

import click
import platformdirs
import structlog

from app import create_app
from app.config import Settings
from graph.rights import Role
from graph.server import DatabaseSettings, open_database
from graph.store import Graph
from tests.app.sign_in import sign_in
from tests.bench import loading, reference
from tests.bench.bridges import one
from tests.given import Given

if TYPE_CHECKING:
    from flask.testing import FlaskClient

AIM = 20.0
TURNS = 40
WARM_UP = 2
LISTS = (
    "/initiatieven",
    "/initiatieven?volgorde=nieuw",
    "/organisaties",
    "/doelen",
    "/bijdragen",
    "/regelingen",
    "/wachtkamer",
    "/afspraken",
    "/eisen",
    "/contactmomenten",
    "/vraag-en-aanbod",
    "/resultaten",
    "/lessen",
    "/afwegingen",
    "/afwegingskader",
)


class Timed(Graph):
    """A graph that knows how long its work took, in milliseconds."""

    spent = 0.0

    def _execute(self, mode: str, work: Any, *args: Any, **named: Any) -> Any:
        began = time.perf_counter()
        try:
            return super()._execute(mode, work, *args, **named)
        finally:
            Timed.spent += (time.perf_counter() - began) * 1_000


def run() -> bool:
    """Measure and print; whether every list reached the aim."""
    town = reference.make()
    data = platformdirs.user_cache_path("bruggenbouwer") / f"bench-{reference.VERSION}"
    with open_database(DatabaseSettings(data=data, uri="")) as address, address.driver() as driver:
        loading.load(driver, address.database, town)
        graph = Timed(driver, database=address.database)
        app = create_app(Settings(municipality_name="Duinvliet", public_url="http://localhost"), address)
        app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
        app.extensions["graph"] = lambda _bookmarks: graph
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
        client = app.test_client()
        sign_in(client, Given(graph), Role.BRIDGE_BUILDER)
        return measure(client, graph)


def measure(client: FlaskClient, graph: Graph) -> bool:
    """Measure every list; the first time of each is told too: then nothing is remembered yet."""
    cold = {address: _take(client, address)[0] for address in LISTS}
    for _ in range(WARM_UP):
        for address in LISTS:
            _take(client, address)
    trips: list[float] = []
    times: dict[str, list[tuple[float, float]]] = {address: [] for address in LISTS}
    for _ in range(TURNS):
        for address in LISTS:
            for _ in range(5):
                began = time.perf_counter()
                graph.read(one)
                trips.append((time.perf_counter() - began) * 1_000)
            times[address].append(_take(client, address))
    return report(statistics.median(trips), cold, times)


def report(trip: float, cold: dict[str, float], times: dict[str, list[tuple[float, float]]]) -> bool:
    """Print the table; whether every list reached the aim."""
    click.echo(f"Bolt round trip {trip:.2f} ms; figures below in round trips")
    click.echo(f"{'':<32}{'p50':>7}{'p95':>7}{'database p95':>14}{'rest p95':>10}{'first time':>12}")
    good = True
    for address, taken in times.items():
        whole = sorted(each for each, _ in taken)
        database = sorted(each for _, each in taken)
        rest = sorted(each - inside for each, inside in taken)
        p95 = _at(whole, 0.95) / trip
        good &= p95 <= AIM
        click.echo(
            f"{address:<32}{_at(whole, 0.5) / trip:>7.1f}{p95:>7.1f}{_at(database, 0.95) / trip:>14.1f}"
            f"{_at(rest, 0.95) / trip:>10.1f}{cold[address] / trip:>12.1f}{'' if p95 <= AIM else '  missed'}"
        )
    return good


def _at(ordered: list[float], share: float) -> float:
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def _take(client: FlaskClient, address: str) -> tuple[float, float]:
    """Milliseconds of one page, and those of its work in the database."""
    Timed.spent = 0.0
    began = time.perf_counter()
    answer = client.get(address)
    whole = (time.perf_counter() - began) * 1_000
    if answer.status_code != 200:
        click.echo(f"{address}: {answer.status_code}")
    return whole, Timed.spent
