"""Confirming a status, or saying what it is instead: by staff, by the initiator, or by a link in a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import audit, clock, laws, records
from graph.errors import NotFound
from graph.model import Kind, Status
from graph.query import Act
from graph.rights import Permission
from graph.submissions import own
from graph.values import to_python

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

FORGET = Act("statuses/forget")


def confirm(tx: Transaction, *, actor: Actor, initiative_id: str, status: Status) -> None:
    """Say today that this is the status; another status than before holds from today.

    Links that wait in somebody's mail are dead. Raises NotAllowed unless an employee who may edit or the initiator
    does it, NotFound.
    """
    if not actor.may(Permission.EDIT_RECORDS):
        own(tx, actor=actor, initiative_id=initiative_id)
    write(tx, actor=actor, initiative_id=initiative_id, status=status)


def write(tx: Transaction, *, actor: Actor, initiative_id: str, status: Status) -> None:
    """Write the confirmation in the name of `actor`, whose right was checked; raises NotFound."""
    records.HOLD.run(tx, id=initiative_id)
    now = records.CURRENT.maybe(tx, id=initiative_id)
    if now is None or now.kind is not Kind.INITIATIVE:
        raise NotFound(initiative_id)
    before = to_python(now.properties)
    said = {"status_confirmed_on": clock.today(), "status_confirmed_by": actor.person_id, "status": status.value}
    if before.get("status") != status.value:
        said["status_since"] = clock.today()
    lines = audit.differences(initiative_id, before, said, action="confirm")
    FORGET.run(tx, about_id=initiative_id)
    if lines:
        records.CHANGE.run(tx, id=initiative_id, properties=said, at=clock.now())
        audit.write(tx, actor=actor, lines=lines, version=now.version + 1)
        laws.obey(tx, record_id=initiative_id)
