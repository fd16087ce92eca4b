"""The question by mail whether a status still holds: a link that confirms it once, without an account.

The graph holds only the digest of the token. One answer kills every other link about the same initiative.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import audit, clock, records, sessions
from graph.errors import NotFound
from graph.model import Kind, Status, Visibility
from graph.query import Act, Read
from graph.rights import Actor, Permission
from graph.statuses.acts import write

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from graph.store import Transaction

LIVES = dt.timedelta(days=14)
MOST_ASKED = 4


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who can be asked by mail."""

    person_id: str
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks: whether the status of this initiative still holds."""

    id: str
    name: str
    visibility: Visibility
    status: Status | None
    status_since: dt.date | None
    person_id: str


RECIPIENTS = Read("statuses/recipients", Recipient)
SEND = Act("statuses/send")
SETTLE = Act("statuses/settle")
LIVING = Read("statuses/living", Asked)


def recipients(tx: Transaction, *, actor: Actor, initiative_id: str) -> list[Recipient]:
    """Who can be asked, who undertakes it first; raises NotAllowed, NotFound."""
    actor.must(Permission.EDIT_RECORDS)
    if records.read(tx, actor=actor, record_id=initiative_id).kind is not Kind.INITIATIVE:
        raise NotFound(initiative_id)
    return RECIPIENTS.all(tx, id=initiative_id, person_id=None, on=clock.today(), limit=MOST_ASKED)


def ask(tx: Transaction, *, actor: Actor, initiative_id: str, tokens: Mapping[str, str]) -> None:
    """Keep a token (of `sessions.new_token`) for each person, to be mailed now; then `settle`, whatever came of it.

    Raises NotAllowed, NotFound.
    """
    known = {each.person_id for each in recipients(tx, actor=actor, initiative_id=initiative_id)}
    links = [
        {"token_hash": sessions.digest(token), "person_id": person_id}
        for person_id, token in tokens.items()
        if person_id in known
    ]
    SEND.run(tx, about_id=initiative_id, links=links, ends_at=clock.now() + LIVES, at=clock.now())
    audit.write(tx, actor=actor, lines=[audit.Line("ask", initiative_id, "status")])


def settle(
    tx: Transaction, *, actor: Actor, initiative_id: str, tokens: Mapping[str, str], went: Collection[str]
) -> None:
    """Of `tokens`, as given to `ask`, those of the people in `went` were mailed: the others are dead.

    When nothing went nobody was asked, and links of before stay; else those are dead too. Raises NotAllowed.
    """
    actor.must(Permission.EDIT_RECORDS)
    hashes = {person_id: sessions.digest(token) for person_id, token in tokens.items()}
    SETTLE.run(
        tx,
        about_id=initiative_id,
        went=[each for person_id, each in hashes.items() if person_id in went],
        failed=[each for person_id, each in hashes.items() if person_id not in went],
    )
    if not went:
        audit.write(tx, actor=actor, lines=[audit.Line("unask", initiative_id, "status")])


def living(tx: Transaction, *, token: str) -> Asked:
    """What the link asks; asking does not use it up. Raises NotFound when it is dead, or no longer that person's."""
    found = LIVING.one(tx, token_hash=sessions.digest(token), at=clock.now())
    RECIPIENTS.one(tx, id=found.id, person_id=found.person_id, on=clock.today(), limit=1)
    return found


def answer(tx: Transaction, *, token: str, status: Status) -> Asked:
    """Confirm the status, or say what it is, and use the link up; raises NotFound when it is dead."""
    about = living(tx, token=token)
    records.HOLD.run(tx, id=about.id)
    about = living(tx, token=token)
    write(tx, actor=Actor(name="link in a mail", person_id=about.person_id), initiative_id=about.id, status=status)
    return about
