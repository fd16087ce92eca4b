"""Log a test's browser in: `sign_in(client, given, Role.ORGANISER)`, without the cost of a password."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from graph import accounts, sessions
from graph.rights import SYSTEM, Role

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from tests.given import Given

PASSWORD = "negen groene fietsen"


def sign_in(
    client: FlaskClient, given: Given, *roles: Role, person_id: str | None = None, password: str | None = None
) -> str:
    """Make an account with these roles, log `client` in with it and return its id.

    `person_id` is the person it belongs to (a new one when left out); with `password` it can also log in by the form.
    """
    account_id = make_account(given, *roles, person_id=person_id, password=password)
    token = open_session(given, account_id)
    with client.session_transaction() as session:
        session.clear()
        session["_user_id"] = token
        session["_fresh"] = True
    return account_id


def make_account(
    given: Given,
    *roles: Role,
    person_id: str | None = None,
    password: str | None = None,
    email: str | None = None,
) -> str:
    """An account with these roles; returns its id."""
    person_id = person_id or given.person(name="Test Verzonnen")
    return given.graph.write(
        accounts.add,
        actor=SYSTEM,
        email=email or f"{person_id}@example.org",
        password=password,
        person_id=person_id,
        roles=roles,
    )


def open_session(given: Given, account_id: str) -> str:
    """A living session of the account; returns its token."""
    token = sessions.new_token()
    given.graph.write(
        sessions.begin, account_id=account_id, token=token, idle=dt.timedelta(hours=1), longest=dt.timedelta(hours=2)
    )
    return token
