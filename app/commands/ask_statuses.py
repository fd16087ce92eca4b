"""`bruggenbouwer ask-statuses`: mail those who know whether a doubted status still holds, for a daily job."""

from __future__ import annotations

import sys

import click

from app import create_app
from app.commands import connection
from app.config import Settings
from app.statuses.asking import ask_all


@click.command("ask-statuses")
@click.option("--limit", type=click.IntRange(1, 1000), default=25, show_default=True, help="Initiatives to ask about.")
def ask_statuses(limit: int) -> None:
    """Ask initiators and contact persons by mail whether a doubted status still holds; nobody twice in 60 days."""
    settings = Settings()
    with connection.database() as address, connection.opened(address) as graph:
        found = ask_all(create_app(settings, address), graph, limit=limit)
    click.echo(f"{found.asked} asked, {found.nobody} with nobody to ask, {found.failed} failed", err=True)
    if found.failed:
        sys.exit(1)
