"""`bruggenbouwer alerts`: mail about new answers to kept questions, for a daily job."""

from __future__ import annotations

import sys

import click

from app import create_app
from app.commands import connection
from app.config import Settings
from app.questions.telling import tell


@click.command()
def alerts() -> None:
    """Mail colleagues the new answers to the questions they follow; run it every day, a second time does nothing."""
    settings = Settings()
    with connection.database() as address, connection.opened(address) as graph:
        found = tell(create_app(settings, address), graph)
    click.echo(
        f"{found.due} due: {found.sent} sent, {found.nothing_new} without news, "
        f"{found.left_out} left out, {found.failed} failed",
        err=True,
    )
    if found.failed:
        sys.exit(1)
