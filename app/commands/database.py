"""`bruggenbouwer db`: let the embedded database live on between commands, stop it, and see how it is."""

from __future__ import annotations

import json

import click

from app.commands.connection import say
from graph.server import DatabaseSettings, embedded

# As `systemctl status` has it.
_NOT_RUNNING = 3


@click.group()
def db() -> None:
    """The embedded database: start it, stop it, see how it is."""


@db.command("start")
def start() -> None:
    """Start the database and let it live until `db stop`; returns once a query succeeds."""
    settings = _embedded()
    started = embedded.start(settings, progress=say)
    click.echo("The database has started." if started else "The database was running; it now lives until `db stop`.")


@db.command("stop")
def stop() -> None:
    """Stop the database, also when a command still uses it."""
    settings = _embedded()
    stopped = embedded.stop(settings, progress=say)
    click.echo("The database has stopped." if stopped else "No database was running.")


@db.command("status")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def status(*, as_json: bool) -> None:
    """Say whether the database runs and where; exit status 3 when it does not."""
    settings = _embedded()
    state = embedded.running(settings)
    if as_json:
        told = {"running": bool(state), "uri": state.uri, "pid": state.pid} if state else {"running": False}
        click.echo(json.dumps(told))
    elif state:
        until = "lives until `db stop`" if embedded.is_kept(settings) else "stops when the last command ends"
        click.echo(f"The database is {state.stage} at {state.uri} (process {state.pid}) and {until}.")
        click.echo(f"Its data folder is {settings.data}.")
    else:
        click.echo(f"No database is running on {settings.data}.")
    if not state:
        raise SystemExit(_NOT_RUNNING)


def _embedded() -> DatabaseSettings:
    settings = DatabaseSettings()
    if settings.uri:
        raise click.ClickException(
            f"NEO4J_URI names the database at {settings.uri}: it is started and stopped where it runs."
        )
    return settings
