"""A command's way to the graph: find the running database or start one for as long as it is needed."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

import click

from graph import schema
from graph.server import Address, DatabaseSettings, open_database
from graph.store import Graph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click._termui_impl import ProgressBar

# A command may take longer than the server allows a page: nobody waits at a screen, and a machine may be busy.
PATIENCE = 300.0


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
        yield Graph(driver, database=address.database, seconds=PATIENCE)


def bring_up_to_date(graph: Graph) -> int:
    """Apply pending migrations, with a progress bar; returns how many."""
    with steps("Schema") as progress:
        return schema.migrate(graph, progress=progress)


@contextlib.contextmanager
def steps(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error that appears at the first `progress(done, of)`."""
    with contextlib.ExitStack() as stack:
        bars: list[ProgressBar[int]] = []

        def progress(done: int, of: int) -> None:
            if not bars:
                bars.append(stack.enter_context(click.progressbar(length=of, label=label, file=sys.stderr)))
            bars[0].update(done - bars[0].pos)

        yield progress


def say(sentence: str) -> None:
    """Tell the person at the keyboard, on standard error."""
    click.echo(sentence, err=True)
