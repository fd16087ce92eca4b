"""Somebody new who may come in: person, account and the token to choose a password, all of them or none."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from graph import accounts, records, resets
from graph.errors import AlreadyExists
from graph.model import Kind
from graph.resets import Recipient

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rights import Actor, Role
    from graph.store import Transaction


def welcome(
    tx: Transaction, *, actor: Actor, account_id: str, name: str, email: str, roles: Iterable[Role], token: str
) -> Recipient:
    """Give somebody an account: the one person known with this address, else a new person called `name`.

    `token` (of `sessions.new_token`) goes into the mail. Raises NotAllowed, Invalid, AlreadyExists("email").
    """
    address = accounts.mail_address(email)
    known = accounts.by_email(tx, actor=actor, email=address)
    if known is None:
        person_id = accounts.person_without_account(tx, actor=actor, email=address)
        person_id = person_id or records.add(
            tx,
            actor=actor,
            kind=Kind.PERSON,
            properties={"name": name, "email": address},
            record_id=_person_of(account_id),
        )
        accounts.add(
            tx,
            actor=actor,
            email=address,
            password=None,
            person_id=person_id,
            roles=roles,
            account_id=account_id,
        )
    elif known.id != account_id:
        raise AlreadyExists("email")
    return resets.request(tx, email=address, token=token) or Recipient(address, name)


def _person_of(account_id: str) -> str:
    """The same id every time, so that a form sent twice makes one person (UUID version 5, RFC 9562)."""
    return str(uuid.uuid5(uuid.UUID(account_id), "person"))
