"""A command's way to the graph: find the running database or start one for as long as it is needed."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

import click

from graph import schema
from graph.server import Address, DatabaseSettings, open_database
from graph.store import Graph

if TYPE_CHECKING:
    from collections.abc import Iterator

SAYS_SOMETHING_AFTER = 2.0


@contextlib.contextmanager
def database() -> Iterator[Address]:
    """The address of a database that answers, with its schema up to date."""
    with open_database(DatabaseSettings(), progress=say) as address:
        with opened(address) as graph:
            bring_up_to_date(graph)
        yield address


@contextlib.contextmanager
def connected() -> Iterator[Graph]:
    """The graph, its schema up to date."""
    with database() as address, opened(address) as graph:
        yield graph


@contextlib.contextmanager
def opened(address: Address) -> Iterator[Graph]:
    """The graph at `address`, with a driver that is closed afterwards."""
    with address.driver() as driver:
        yield Graph(driver, database=address.database)


def bring_up_to_date(graph: Graph) -> int:
    """Apply pending migrations, with progress when it takes a while; returns how many."""
    began = time.monotonic()

    def progress(done: int, of: int) -> None:
        if done == of or time.monotonic() - began > SAYS_SOMETHING_AFTER:
            say(f"schema: {done} of {of}")

    return schema.migrate(graph, progress=progress)


def say(sentence: str) -> None:
    """Tell the person at the keyboard, on standard error."""
    click.echo(sentence, err=True)
