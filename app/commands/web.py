"""`demo`, `serve` and `migrate`: from nothing to a running site."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING, Any

import click
from gunicorn.app.base import BaseApplication

from app import create_app
from app.commands import connection, demonstration
from app.config import Settings
from app.logs import log
from graph import waking
from graph.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from graph.server import Address
    from graph.store import Graph


# What these ask is planned, and the code that makes them is compiled, before the first visitor comes.
FIRST_PAGES = ("/", "/initiatieven", "/doelen", "/wegwijzer", "/netwerk", "/inloggen")


@click.command()
def demo() -> None:
    """Serve the fictional municipality Duinvliet on this machine."""
    demonstration.settle_environment()
    settings = Settings()
    with demonstration.only_one(settings):
        began = time.monotonic()
        with connection.database() as address:
            database_seconds = time.monotonic() - began
            logins = demonstration.prepare(settings, address)

            def ready() -> None:
                rest = time.monotonic() - began - database_seconds
                demonstration.welcome(settings, logins, database_seconds=database_seconds, rest_seconds=rest)

            _Site(settings, address, ready).run()


@click.command()
def serve() -> None:
    """Serve the site with gunicorn, on the database of NEO4J_URI or of the data folder."""
    settings = Settings()
    with connection.database() as address:
        _Site(settings, address, lambda: connection.say(f"Bruggenbouwer: {settings.address}")).run()


@click.command()
def migrate() -> None:
    """Bring the schema of the database up to date."""
    with connection.connected():
        connection.say("The schema is up to date.")


def _wake(graph: Graph) -> None:
    """Have every statement planned, so that no page waits for it; the log says how long it took."""
    began = time.monotonic()
    try:
        planned = sum(1 for _ in waking.wake(graph))
    except Unavailable as error:
        log.warning("waking ended", reason=str(error))
    else:
        log.info("awake", statements=planned, seconds=round(time.monotonic() - began, 1))


class _Site(BaseApplication):  # type: ignore[misc]
    """gunicorn with the settings of this program; each worker makes its own application and driver."""

    def __init__(self, settings: Settings, address: Address, ready: Callable[[], None]) -> None:
        self.settings = settings
        self.address = address
        self.ready = ready
        super().__init__()

    def load_config(self) -> None:
        """Sync workers, one more than there are cores, measured twice as fast as threads on pages made in Python."""
        wanted: dict[str, Any] = {
            "bind": f"{self.settings.host}:{self.settings.port}",
            "workers": self.settings.workers or (os.cpu_count() or 1) + 1,
            "loglevel": "warning",
            "timeout": 60,
            "when_ready": lambda _server: self.ready(),
            "post_worker_init": self._warm,
        }
        for name, value in wanted.items():
            self.cfg.set(name, value)

    def _warm(self, worker: Any) -> None:
        """The first worker asks the pages everybody opens, and then has the rest planned beside its other work."""
        if worker.age == 1:
            visitor = worker.wsgi.test_client()
            for path in FIRST_PAGES:
                visitor.get(path, base_url=self.settings.address)
            threading.Thread(
                target=_wake, args=[worker.wsgi.extensions["graph"](())], name="waking", daemon=True
            ).start()

    def load(self) -> Flask:
        """The application of one worker."""
        return create_app(self.settings, self.address)
