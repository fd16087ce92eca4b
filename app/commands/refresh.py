"""`refresh-bridges`: find the best bridges of every initiative at once and keep them."""

from __future__ import annotations

import click

from app.commands.connection import connected, say
from graph.bridges import refreshing
from graph.rights import SYSTEM


@click.command("refresh-bridges")
@click.option("--force", is_flag=True, help="Also when nothing changed since the last time.")
def refresh_bridges(*, force: bool) -> None:
    """Keep the best bridges of every initiative, so that pages show them at once; for every night and after an import.

    Without it pages are right as well: what is not kept, or changed since, is searched for when it is asked for.
    """
    with connected() as graph:
        if not force and refreshing.is_current(graph, actor=SYSTEM):
            say("Nothing changed: what is kept still holds.")
            return
        done = refreshing.refresh(graph, actor=SYSTEM)
    took = ", ".join(f"{part} {seconds:.1f} s" for part, seconds in done.seconds.items())
    click.echo(f"{done.bridges:,} bridges of {done.initiatives:,} initiatives, {done.bytes / 1e6:.1f} MB ({took})")
