"""`doctor`: is everything as it should be, and what to do where it is not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from app.commands import connection, site
from app.config import Settings
from graph import checks, schema
from graph.errors import Unavailable, WrongSettings
from graph.server import DatabaseSettings, open_database
from graph.server.health import Finding, examine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store import Graph


@click.command()
@click.option("--site", "only_site", is_flag=True, help="Only ask the running site whether it and its database answer.")
def doctor(*, only_site: bool) -> None:
    """Look at Java, jars, data folder, ports, schema and records, and say the cure for each failure."""
    failed = False
    for finding in _findings(only_site=only_site):
        failed |= not finding.ok
        click.echo(f"{'ok  ' if finding.ok else 'FAIL'}  {finding.name}: {finding.sentence}")
        if not finding.ok:
            click.echo(f"      {finding.cure}")
    sys.exit(1 if failed else 0)


def _findings(*, only_site: bool) -> Iterable[Finding]:
    try:
        settings, web = DatabaseSettings(), Settings()
    except WrongSettings as error:
        # Everything else would look at a site that nobody meant.
        cure = "Change it in the environment and run this again: the rest was not looked at."
        yield from (Finding("settings", ok=False, sentence=sentence, cure=cure) for sentence in error.sentences)
        return
    if only_site:
        yield site.finding(web, must_run=True)
        return
    yield from examine(settings)
    yield site.finding(web, must_run=False)
    try:
        with open_database(settings, progress=connection.say) as address, connection.opened(address) as graph:
            graph.read(schema.holds_records)
            yield Finding("database", ok=True, sentence=f"A query succeeds at {address.uri}.")
            yield from _inside(graph)
    except Unavailable as error:
        yield Finding("database", ok=False, sentence=f"{error}.", cure=error.cure)


def _inside(graph: Graph) -> Iterable[Finding]:
    try:
        pending = schema.pending(graph)
    except schema.SchemaBroken as error:
        yield Finding("schema", ok=False, sentence=str(error), cure="Use the version that made these data, or newer.")
        return
    if pending:
        sentence = f"{len(pending)} migrations are still to be applied."
        yield Finding("schema", ok=False, sentence=sentence, cure="Run `bruggenbouwer migrate`.")
        return
    yield Finding("schema", ok=True, sentence="The schema is up to date.")
    yield from _records(graph)


def _records(graph: Graph) -> Iterable[Finding]:
    violations = checks.every(graph)
    if not violations:
        yield Finding("records", ok=True, sentence="Every record and link keeps the rules.")
    for violation in violations:
        sentence = f"{violation.check}: {violation.what} ({violation.record_id})."
        cure = "Open the record and mend it, or undo the import that made it."
        yield Finding("records", ok=False, sentence=sentence, cure=cure)
