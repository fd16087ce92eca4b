"""`demo`, `serve` and `migrate`: from nothing to a running site."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any

import click
from gunicorn.app.base import BaseApplication

from app import create_app
from app.commands import connection, demonstration
from app.config import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from graph.server import Address


# A query that was planned once is quick for every worker.
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
        """The first worker asks the pages everybody opens, so that no visitor waits for a database that woke up."""
        if worker.age == 1:
            visitor = worker.wsgi.test_client()
            for path in FIRST_PAGES:
                visitor.get(path, base_url=self.settings.address)

    def load(self) -> Flask:
        """The application of one worker."""
        return create_app(self.settings, self.address)
