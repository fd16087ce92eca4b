"""What every test can ask for: a database that runs once, a transaction that is always rolled back, records, an app."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from app import create_app
from app.config import Settings
from graph import schema
from graph.server import Address, DatabaseSettings, open_database
from graph.store import Graph
from tests.given import Given

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask import Flask
    from flask.testing import FlaskClient
    from neo4j import Driver, Transaction


BROWSER = "tests/browser/"


class Together(LoadScopeScheduling):  # type: ignore[misc]
    """Which tests go to the same process: those of one file, and all that share the site with a browser."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return BROWSER if file.startswith(BROWSER) else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together:
    """How tests are spread when they run in several processes."""
    return Together(config, log)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """A real database with the schema of today, started once for the whole run; each process of `-n` has its own.

    `BRUGGENBOUWER_TEST_DATA` names a data folder to use again, which saves the start on a machine where one runs.
    """
    kept, worker = os.environ.get("BRUGGENBOUWER_TEST_DATA"), os.environ.get("PYTEST_XDIST_WORKER", "")
    data = Path(kept) / worker if kept else tmp_path_factory.mktemp("database")
    with open_database(DatabaseSettings(data=data), quick=True) as found:
        driver = found.driver()
        schema.migrate(Graph(driver, database=found.database))
        driver.close()
        yield found


@pytest.fixture(scope="session")
def driver(address: Address) -> Iterator[Driver]:
    """One driver for the whole run."""
    with address.driver() as opened:
        yield opened


@pytest.fixture
def tx(driver: Driver, address: Address) -> Iterator[Transaction]:
    """A transaction that is rolled back at the end of the test."""
    with driver.session(database=address.database) as session:
        transaction = session.begin_transaction(timeout=0)  # a test may take longer than a page
        try:
            yield transaction
        finally:
            transaction.close()


class OneTransaction(Graph):
    """The graph inside the one transaction of a test: what it writes is seen by its reads and then rolled back."""

    def __init__(self, transaction: Any) -> None:
        """Do all work in `transaction`."""
        self.transaction = transaction
        self.last_bookmarks = []

    def _execute(self, mode: str, work: Callable[..., Any], *args: Any, **named: Any) -> Any:
        del mode
        return work(self.transaction, *args, **named)


@pytest.fixture
def graph(tx: Transaction) -> Graph:
    """The graph of this test, rolled back at its end."""
    return OneTransaction(tx)


@pytest.fixture
def committed(driver: Driver, address: Address) -> Iterator[Graph]:
    """A graph that really commits, for what needs several transactions; emptied afterwards."""
    yield Graph(driver, database=address.database)
    driver.execute_query(
        "MATCH (node) WHERE NOT node:SchemaVersion DETACH DELETE node",
        database_=address.database,
    )


@pytest.fixture
def here(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands use the database of the tests."""
    monkeypatch.setenv("NEO4J_URI", address.uri)
    monkeypatch.setenv("NEO4J_USERNAME", address.username)
    monkeypatch.setenv("NEO4J_PASSWORD", address.password)
    monkeypatch.setenv("NEO4J_DATABASE", address.database)


@pytest.fixture
def given(graph: Graph) -> Given:
    """Make records through the functions of the graph: `given.initiative(name="De Kavel", goals=[goal])`."""
    return Given(graph)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of the web, with a data folder of the test's own."""
    monkeypatch.setenv("BRUGGENBOUWER_DATA", str(tmp_path / "data"))
    return Settings(municipality_name="Duinvliet", port=8000, public_url="http://localhost")


@pytest.fixture
def app(settings: Settings, address: Address, graph: Graph) -> Flask:
    """The web application on the graph of this test."""
    made = create_app(settings, address)
    made.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    made.extensions["graph"] = lambda _bookmarks: graph
    return made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A visitor with a browser that has no JavaScript."""
    return app.test_client()
