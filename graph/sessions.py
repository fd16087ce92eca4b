"""Sessions: who is logged in, kept in the graph so that a session ends for every web worker at once.

The browser holds a random token; the graph holds only its SHA-256, so that who reads the graph cannot log in with it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.query import Act, Read, Write
from graph.rights import Actor, Role

if TYPE_CHECKING:
    from graph.store import Transaction

MOST_SHOWN = 50
SWEPT_AT_ONCE = 200
# A page view within this time of the last one does not write: most clicks only read.
PROLONGED_EVERY = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose session it is, and until when."""

    account_id: str
    person_id: str | None
    name: str
    roles: frozenset[Role]
    idle_until: dt.datetime
    ends_at: dt.datetime

    @property
    def actor(self) -> Actor:
        """The owner as the one who acts."""
        return Actor(self.name, self.account_id, self.person_id, self.roles)

    def is_due(self, idle: dt.timedelta) -> bool:
        """Whether the session should be prolonged now to live on for `idle`."""
        return clock.now() + idle - self.idle_until >= min(PROLONGED_EVERY, idle / 4)


@dataclass(frozen=True, slots=True)
class Begun:
    """A session that began."""

    began_at: dt.datetime


@dataclass(frozen=True, slots=True)
class SessionInList:
    """A session as its owner sees it."""

    began_at: dt.datetime
    idle_until: dt.datetime
    token_hash: str


BEGIN = Write("sessions/begin", Begun)
OWNER = Read("sessions/owner", Owner)
PROLONG = Act("sessions/prolong")
END = Act("sessions/end")
END_OF_ACCOUNT = Act("sessions/end_of_account")
OF_ACCOUNT = Read("sessions/of_account", SessionInList)
SWEEP = Act("sessions/sweep")


def new_token() -> str:
    """A token nobody can guess: 256 random bits."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What the graph keeps of `token`."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def begin(tx: Transaction, *, account_id: str, token: str, idle: dt.timedelta, longest: dt.timedelta) -> None:
    """Begin a session that ends after `idle` without use and after `longest` in any case.

    Raises NotFound when the account is disabled or gone.
    """
    now = clock.now()
    SWEEP.run(tx, at=now, limit=SWEPT_AT_ONCE)
    BEGIN.one(tx, account_id=account_id, token_hash=digest(token), idle_until=now + idle, ends_at=now + longest, at=now)


def owner(tx: Transaction, *, token: str) -> Owner | None:
    """Whose session this is; None when it ended or never was, or when the account is disabled."""
    return OWNER.maybe(tx, token_hash=digest(token), at=clock.now())


def prolong(tx: Transaction, *, token: str, idle: dt.timedelta) -> None:
    """The session was used: it now ends after `idle`; one that ended stays so."""
    now = clock.now()
    PROLONG.run(tx, token_hash=digest(token), idle_until=now + idle, at=now)


def end(tx: Transaction, *, token: str) -> None:
    """End the session; doing it again does no harm."""
    END.run(tx, token_hash=digest(token))


def end_all(tx: Transaction, *, account_id: str, but: str | None = None) -> None:
    """End every session of the account, but the one with the token `but`."""
    END_OF_ACCOUNT.run(tx, account_id=account_id, except_hash=digest(but) if but else None)


def of_account(tx: Transaction, *, actor: Actor) -> list[SessionInList]:
    """The living sessions of the one who asks, newest first."""
    if actor.account_id is None:
        return []
    return OF_ACCOUNT.all(tx, account_id=actor.account_id, at=clock.now(), limit=MOST_SHOWN)
