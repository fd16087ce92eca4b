"""The speed of the first page of every list on the reference graph, rendering included, in Bolt round trips.

Each list is asked for through the test client of Flask, in turn with the others and with a round trip, signed in as a
bridge-builder, who sees most. What the database takes (all transactions of the page, the driver included) is reported
apart from the rest: finding out who asks, and rendering. Aim: the 95th percentile of each list at most 20 round trips.
"""

from __future__ import annotations

import logging
import os
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any

import click
import structlog

from app import create_app
from app.config import Settings
from graph import choices, records
from graph.errors import Invalid
from graph.model import Kind
from graph.rights import SYSTEM, Role
from graph.server import DatabaseSettings, open_database
from graph.store import Graph
from tests.app.sign_in import sign_in
from tests.bench import loading, reference
from tests.bench.bridges import one
from tests.given import Given

if TYPE_CHECKING:
    from flask.testing import FlaskClient

AIM = 20.0
TURNS = int(os.environ.get("BRUGGENBOUWER_BENCH_TURNS", "40"))
WARM_UP = 2
CHANGES = int(os.environ.get("BRUGGENBOUWER_BENCH_CHANGES", "5"))
# Each list, with the kind of record it is about: one of those is changed to see what a reader waits for afterwards.
LISTS = {
    "/initiatieven": Kind.INITIATIVE,
    "/initiatieven?volgorde=nieuw": Kind.INITIATIVE,
    "/organisaties": Kind.ORGANISATION,
    "/doelen": Kind.GOAL,
    "/bijdragen": Kind.CONTRIBUTION,
    "/regelingen": Kind.SUBSIDY_SCHEME,
    "/wachtkamer": Kind.DECISION,
    "/afspraken": Kind.COMMITMENT,
    "/afspraken/toezeggingen": Kind.COMMITMENT,
    "/eisen": Kind.REQUIREMENT,
    "/contactmomenten": Kind.INTERACTION,
    "/vraag-en-aanbod": Kind.NEED,
    "/vraag-en-aanbod/ruilringen": Kind.NEED,
    "/resultaten": Kind.RESULT,
    "/lessen": Kind.LESSON,
    "/afwegingen": Kind.ASSESSMENT,
    "/afwegingskader": Kind.ASSESSMENT_FRAMEWORK,
    "/initiatieven/status": Kind.INITIATIVE,
    "/bijhouden/lijst?wie=niemand": Kind.GOAL,
    "/bijhouden": Kind.GOAL,
    "/bijdragen/totalen": Kind.CONTRIBUTION,
    "/afwegingen/verslag": Kind.ASSESSMENT,
    "/wegwijzer/misgelopen": Kind.PERSON,
    "/bijeenkomsten": Kind.INITIATIVE,
    "/beheer/links": Kind.ORGANISATION,
    "/bruggen": Kind.INITIATIVE,
    "/bruggen/opbrengst": Kind.INITIATIVE,
    "/beheer/aanmeldingen": Kind.INITIATIVE,
    "/vragen": Kind.INITIATIVE,
    "/zoeken?q=kavel": Kind.INITIATIVE,
    "/zoeken?q=initiative": Kind.INITIATIVE,
}


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
    data = loading.folder()
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
    own, other = _after_changes(client, graph)
    return report(statistics.median(trips), cold, times, own, other)


def _after_changes(client: FlaskClient, graph: Graph) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Pages asked for right after a real change: of a record of the list, and of one the list says nothing about."""
    own: dict[str, list[float]] = {address: [] for address in LISTS}
    other: dict[str, list[float]] = {address: [] for address in LISTS}
    for _ in range(CHANGES):
        for address, kind in LISTS.items():
            _change(graph, kind)
            own[address].append(_take(client, address)[0])
            _change(graph, Kind.BODY)
            other[address].append(_take(client, address)[0])
    return own, other


def _change(graph: Graph, kind: Kind) -> None:
    """Give one record of this kind another name, by the way every change goes; one is made where none may change."""
    found = graph.read(choices.matching, actor=SYSTEM, kind=kind, text="", limit=50)
    if not any(_rename(graph, each.id) for each in found):
        graph.write(records.add, actor=SYSTEM, kind=kind, properties={"name": f"{kind.value} A"})


def _rename(graph: Graph, record_id: str) -> bool:
    """Whether the record has another name now; what was told or adopted is closed and keeps its own."""
    now = graph.read(records.read, actor=SYSTEM, record_id=record_id)
    name = now.properties["name"]
    changed = {"name": name.removesuffix(" *") if name.endswith(" *") else f"{name} *"}
    try:
        graph.write(records.change, actor=SYSTEM, record_id=record_id, version=now.version, properties=changed)
    except Invalid:
        return False
    return True


def report(
    trip: float,
    cold: dict[str, float],
    times: dict[str, list[tuple[float, float]]],
    own: dict[str, list[float]],
    other: dict[str, list[float]],
) -> bool:
    """Print the table; whether every list reached the aim. The first of the changes warms up and does not count."""
    click.echo(f"Bolt round trip {trip:.2f} ms; figures below in round trips")
    click.echo(f"{'':<32}{'':>46}{'after its own change':>24}{'after another change':>24}")
    click.echo(
        f"{'':<32}{'p50':>7}{'p95':>7}{'database p95':>14}{'rest p95':>10}{'first time':>12}"
        f"{'p50':>12}{'p95':>8}{'p50':>12}{'p95':>8}"
    )
    good = True
    for address, taken in times.items():
        whole = sorted(each for each, _ in taken)
        database = sorted(each for _, each in taken)
        rest = sorted(each - inside for each, inside in taken)
        p95 = _at(whole, 0.95) / trip
        good &= p95 <= AIM
        click.echo(
            f"{address:<32}{_at(whole, 0.5) / trip:>7.1f}{p95:>7.1f}{_at(database, 0.95) / trip:>14.1f}"
            f"{_at(rest, 0.95) / trip:>10.1f}{cold[address] / trip:>12.1f}"
            f"{_after(own[address], trip)}{_after(other[address], trip)}{'' if p95 <= AIM else '  missed'}"
        )
    return good


def _after(taken: list[float], trip: float) -> str:
    counted = sorted(taken[1:])
    return f"{_at(counted, 0.5) / trip:>12.1f}{_at(counted, 0.95) / trip:>8.1f}" if counted else ""


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


if __name__ == "__main__":
    sys.exit(0 if run() else 1)
