"""A forgotten password: a token by mail that sets another one, once, within the hour.

The graph holds only the digest of the token. Any change of the password kills tokens that are still about.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import accounts, clock, passwords, sessions
from graph.errors import Invalid
from graph.query import Read, Write
from graph.rights import Actor

if TYPE_CHECKING:
    from graph.store import Transaction

LIVES = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom the token goes."""

    email: str
    name: str


@dataclass(frozen=True, slots=True)
class Target:
    """Whose password a token may set."""

    account_id: str
    email: str


REQUEST = Write("resets/request", Recipient)
LIVING = Read("resets/living", Target)
TAKE = Write("resets/take", Target)


def request(tx: Transaction, *, email: str, token: str) -> Recipient | None:
    """Make `token` (of `sessions.new_token`) the one that resets this account; None when nobody has the address."""
    try:
        address = accounts.mail_address(email)
    except Invalid:
        return None
    return REQUEST.maybe(tx, email=address, token_hash=sessions.digest(token), ends_at=clock.now() + LIVES)


def is_living(tx: Transaction, *, token: str) -> bool:
    """Whether the token can still be used; asking does not use it up."""
    return LIVING.maybe(tx, token_hash=sessions.digest(token), at=clock.now()) is not None


def redeem(tx: Transaction, *, token: str, password: str) -> None:
    """Set the password, use the token up and end every session of the account.

    Raises NotFound when the token is dead, Invalid("password", Weakness): then the token lives on.
    """
    living = LIVING.one(tx, token_hash=sessions.digest(token), at=clock.now())
    passwords.check(password, near=[living.email])
    target = TAKE.one(tx, token_hash=sessions.digest(token), at=clock.now())
    account = accounts.BY_ID.one(tx, id=target.account_id)
    actor = Actor(account.name, account.id, account.person_id, account.roles)
    accounts.replace_password(tx, actor=actor, account=account, password=password)
