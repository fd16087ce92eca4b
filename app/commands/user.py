"""`bruggenbouwer user …`: accounts from the command line, for the first administrator and for emergencies."""

from __future__ import annotations

import click

from app.commands.connection import connected
from graph import accounts, records
from graph.errors import AlreadyExists, GraphError, Invalid
from graph.model import Kind
from graph.passwords import SHORTEST, Weakness
from graph.rights import SYSTEM, Role
from graph.store import Transaction

SENTENCES = {
    Weakness.TOO_SHORT: f"This password is too short: use at least {SHORTEST} characters.",
    Weakness.TOO_LONG: "This password is too long.",
    Weakness.COMMON: "This password is easy to guess: use a few words that do not belong together.",
}
_ROLES = click.Choice([role.value for role in Role])
_PASSWORD = click.option(
    "--password",
    prompt=True,
    hide_input=True,
    confirmation_prompt=True,
    envvar="BRUGGENBOUWER_NEW_PASSWORD",
    help="Asked for when left out, which keeps it out of the history of the shell.",
)


@click.group()
def user() -> None:
    """Who can log in, and with which roles."""


@user.command()
@click.argument("email")
@click.option("--name", required=True, help="How the person is called.")
@click.option("--role", "roles", multiple=True, type=_ROLES, help="A role; can be given more than once.")
@_PASSWORD
def add(email: str, name: str, roles: tuple[str, ...], password: str) -> None:
    """Make an account with the address EMAIL for a new person."""
    with connected() as graph:
        try:
            graph.write(_add, email=email, name=name, roles=[Role(role) for role in roles], password=password)
        except AlreadyExists as error:
            raise click.ClickException(f"There is an account with the address {email} already.") from error
        except Invalid as error:
            raise click.ClickException(_sentence(error)) from error
    click.echo(f"Made an account for {name}.", err=True)


@user.command()
@click.argument("email")
@_PASSWORD
def password(email: str, password: str) -> None:
    """Give the account with the address EMAIL another password, and end its sessions."""
    with connected() as graph:
        try:
            graph.write(_set_password, email=email, password=password)
        except Invalid as error:
            raise click.ClickException(_sentence(error)) from error
    click.echo("The password is changed, and every session of this account has ended.", err=True)


@user.command()
@click.argument("email")
def disable(email: str) -> None:
    """Close the account with the address EMAIL, and end its sessions."""
    with connected() as graph:
        graph.write(_disable, email=email)
    click.echo("The account is closed, and every session of it has ended.", err=True)


@user.command(name="list")
def list_() -> None:
    """List every account: address, name, roles, state; separated by tabs."""
    with connected() as graph:
        found = graph.read(accounts.overview, actor=SYSTEM)
    for each in found:
        state = "disabled" if each.disabled_at else "open"
        click.echo("\t".join([each.email, each.name, ",".join(sorted(each.roles)), state]))


def _add(tx: Transaction, *, email: str, name: str, roles: list[Role], password: str) -> None:
    properties = {"name": name, "email": accounts.mail_address(email)}
    person_id = accounts.person_without_account(tx, actor=SYSTEM, email=email)
    person_id = person_id or records.add(tx, actor=SYSTEM, kind=Kind.PERSON, properties=properties)
    accounts.add(tx, actor=SYSTEM, email=email, password=password, person_id=person_id, roles=roles)


def _set_password(tx: Transaction, *, email: str, password: str) -> None:
    accounts.set_password(tx, actor=SYSTEM, account_id=_known(tx, email), password=password)


def _disable(tx: Transaction, *, email: str) -> None:
    accounts.disable(tx, actor=SYSTEM, account_id=_known(tx, email))


def _known(tx: Transaction, email: str) -> str:
    found = accounts.by_email(tx, actor=SYSTEM, email=email)
    if found is None:
        message = f"there is no account with the address {email}; see `bruggenbouwer user list`"
        raise GraphError(message)
    return found.id


def _sentence(error: Invalid) -> str:
    if error.field == "password":
        return SENTENCES[Weakness(error.reason)]
    return f"This {error.field} cannot be used ({error.reason})."
