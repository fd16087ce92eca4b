"""`demo`, `serve` and `migrate`: from nothing to a running site."""

from __future__ import annotations

import click


@click.command()
def demo() -> None:
    """Start everything on this machine with the fictional municipality Duinvliet."""
    raise click.ClickException("not yet")


@click.command()
def serve() -> None:
    """Serve the site with gunicorn."""
    raise click.ClickException("not yet")


@click.command()
def migrate() -> None:
    """Bring the schema of the database up to date."""
    raise click.ClickException("not yet")
