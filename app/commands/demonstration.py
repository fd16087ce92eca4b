"""What `bruggenbouwer demo` does besides serving: one at a time, on data of its own, with logins to try."""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from app.commands import connection, demo_story
from graph import accounts, demo, schema
from graph.rights import Role
from graph.server.folder import unusable
from graph.server.port import is_free

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.config import Settings
    from graph.server import Address
    from graph.store import Graph

# The day the fictional municipality lives in, so that it reads the same next year.
MONDAY = "2026-11-23"


@dataclass(frozen=True, slots=True)
class Login:
    """One login to try."""

    role: str
    email: str
    password: str


def settle_environment() -> None:
    """Say what is fictional, unless the person set something else; workers inherit it."""
    ours = {
        "BRUGGENBOUWER_DEMO": "true",
        "BRUGGENBOUWER_TODAY": MONDAY,
        "BRUGGENBOUWER_MUNICIPALITY": demo.MUNICIPALITY,
        "BRUGGENBOUWER_MUNICIPALITY_NAME": "Duinvliet",
    }
    # An empty one counts as not given, as everywhere.
    os.environ |= {name: value for name, value in ours.items() if not os.environ.get(name)}


@contextlib.contextmanager
def only_one(settings: Settings) -> Iterator[None]:
    """Hold the data folder and the port for this demo.

    Raises ClickException when another holds one of them, Unavailable when the folder cannot be made or written in.
    """
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        opened = (settings.data / "demo.lock").open("w", encoding="ascii")
    except OSError as error:
        raise unusable(settings.data, error) from error
    with opened as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise click.ClickException(
                f"The demo already runs on the data in {settings.data}. Look at {settings.address}, stop it with "
                "Ctrl-C where it runs, or choose another BRUGGENBOUWER_DATA and BRUGGENBOUWER_PORT."
            ) from error
        if not is_free(settings.port, settings.host):
            raise click.ClickException(
                f"Port {settings.port} is in use by another program. Choose another: BRUGGENBOUWER_PORT=8001 make demo"
            )
        yield


def prepare(settings: Settings, address: Address) -> list[Login]:
    """Load the demo where it is not there yet; raises ClickException when the data are somebody else's."""
    password = _password(settings)
    with connection.opened(address) as graph:
        if not demo.is_complete(graph):
            if not demo.loaded(graph).records and graph.read(schema.holds_records):
                raise click.ClickException(
                    f"The database at {address.uri} holds records that are not of the demo, so nothing was loaded. "
                    "Choose an empty folder with BRUGGENBOUWER_DATA, or serve these records with `bruggenbouwer serve`."
                )
            with connection.steps("Duinvliet") as progress:
                demo.load(graph, progress=progress)
        return [_login(graph, account, password) for account in demo.accounts()]


def _login(graph: Graph, account: demo.DemoAccount, password: str) -> Login:
    account_id = graph.write(
        accounts.ensure, email=account.email, password=password, person_id=account.person_id, roles=account.roles
    )
    if Role.BRIDGE_BUILDER in account.roles:
        demo_story.tell(graph, account, account_id)
    if Role.ADMINISTRATOR in account.roles:
        demo_story.publish(graph, account, account_id)
    return Login(", ".join(sorted(account.roles)), account.email, password)


def welcome(settings: Settings, logins: Sequence[Login], *, database_seconds: float, rest_seconds: float) -> None:
    """Print the address, one login per role, and how long it took."""
    click.echo(f"\nBruggenbouwer: {settings.address}\n")
    for login in logins:
        click.echo(f"  {login.role:<15} {login.email:<36} {login.password}")
    click.echo(f"\ndatabase ready in {database_seconds:.1f} s, the rest in {rest_seconds:.1f} s. Stop with Ctrl-C.")


def _password(settings: Settings) -> str:
    """The one password of the demo logins, made once for this data folder."""
    path = settings.data / "demo_password"
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"duin-{secrets.token_hex(4)}-vliet")
    return path.read_text(encoding="ascii")
