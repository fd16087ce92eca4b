"""`bruggenbouwer links check`: do the websites and channels on our pages still answer."""

from __future__ import annotations

import click

from app.commands.connection import connected
from app.sharing.looking import look
from graph import outside

MOST_LOOKED_AT = 500


@click.group()
def links() -> None:
    """Websites and channels of initiatives and organisations."""


@links.command()
@click.option("--limit", default=MOST_LOOKED_AT, show_default=True, help="How many addresses, oldest look first.")
@click.option("--trust", multiple=True, metavar="HOST:PORT", help="May be on our own network; only for a test server.")
def check(limit: int, trust: tuple[str, ...]) -> None:
    """Ask each address whether it is there (HEAD, no content), and keep what does not work for who mends it."""
    with connected() as graph:
        found = graph.read(outside.addresses, limit=limit)
        wrong = 0
        for each in found:
            problem = look(each.url, trusted=trust)
            graph.write(outside.note, found=each, problem=problem)
            if problem:
                wrong += 1
                click.echo(f"{problem}\t{each.url}")
    click.echo(f"{len(found)} addresses, {wrong} do not work.", err=True)
