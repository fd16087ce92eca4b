"""Whether somebody may come in: the same work, so the same time, whether or not the account exists."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from flask import request

from app.database import graph
from app.logs import event, pseudonym
from graph import accounts, passwords, throttle
from graph.errors import Invalid

if TYPE_CHECKING:
    from graph.store import Transaction

QUARTER = dt.timedelta(minutes=15)
OF_ACCOUNT = throttle.Limit("login account", 10, QUARTER)
# A whole town hall can be behind one network address.
OF_ADDRESS = throttle.Limit("login address", 100, QUARTER)


def account_of(email: str, password: str) -> str | None:
    """The id of the account that may come in, or None; raises TooOften before anything is compared."""
    name, address = one_spelling(email), network_address()
    graph().write(_count, name, address)
    known = graph().read(accounts.for_login, email=email)
    kept = known.password_hash if known else None
    if not passwords.matches(kept, password) or known is None or kept is None:
        event("login refused", login=pseudonym(name), origin=pseudonym(address))
        return None
    rehashed = passwords.hashed(password) if passwords.is_outdated(kept) else None
    graph().write(_welcome, name, address, known.id, rehashed)
    return known.id


def one_spelling(email: str) -> str:
    """What is counted for a login name: the address of the account it would open, however it was typed."""
    try:
        return accounts.mail_address(email)
    except Invalid:
        return email.strip().casefold()


def network_address() -> str:
    """Who is at the other end of the connection; what a forwarded header claims counts only behind known proxies."""
    return request.remote_addr or "unknown"


def _count(tx: Transaction, name: str, address: str) -> None:
    throttle.take(tx, limit=OF_ACCOUNT, subject=name)
    throttle.take(tx, limit=OF_ADDRESS, subject=address)


def _welcome(tx: Transaction, name: str, address: str, account_id: str, rehashed: str | None) -> None:
    throttle.give_back(tx, limit=OF_ACCOUNT, subject=name, everything=True)
    throttle.give_back(tx, limit=OF_ADDRESS, subject=address)
    throttle.sweep(tx)
    accounts.note_login(tx, account_id=account_id, rehashed=rehashed)
