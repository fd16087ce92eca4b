"""The command `bruggenbouwer`: a table of contents. Data goes to standard output, everything else to standard error."""

from __future__ import annotations

import sys

import click

from app.commands import (
    alerts,
    ask_statuses,
    database,
    doctor,
    evaluate,
    imports,
    invite,
    learn,
    links,
    refresh,
    suggest,
    user,
    web,
)
from graph.errors import GraphError, Unavailable


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="bruggenbouwer")
def bruggenbouwer() -> None:
    """Bruggenbouwer: which initiatives belong together, why, and who can introduce them."""


bruggenbouwer.add_command(web.demo)
bruggenbouwer.add_command(web.serve)
bruggenbouwer.add_command(web.migrate)
bruggenbouwer.add_command(invite.invite)
bruggenbouwer.add_command(evaluate.evaluate)
bruggenbouwer.add_command(imports.import_)
bruggenbouwer.add_command(learn.learn_weights)
bruggenbouwer.add_command(refresh.refresh_bridges)
bruggenbouwer.add_command(doctor.doctor)
bruggenbouwer.add_command(database.db)
bruggenbouwer.add_command(user.user)
bruggenbouwer.add_command(suggest.suggest)
bruggenbouwer.add_command(links.links)
bruggenbouwer.add_command(alerts.alerts)
bruggenbouwer.add_command(ask_statuses.ask_statuses)


def main() -> None:
    """Run the command; what the graph or a wrong setting refuses becomes one sentence and its cure, exit code 1."""
    try:
        bruggenbouwer()
    except Unavailable as error:
        click.echo(f"{error}. {error.cure}", err=True)
        sys.exit(1)
    except GraphError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
