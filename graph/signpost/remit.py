"""What an official answers for still holds: said by staff, dated today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import clock, records
from graph.errors import NotFound
from graph.model import Kind, PersonKind

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

IN_FUNCTION = frozenset({PersonKind.OFFICIAL, PersonKind.ALDERMAN, PersonKind.COUNCIL_MEMBER})


def confirm(tx: Transaction, *, actor: Actor, person_id: str) -> None:
    """The remit of this person was confirmed today; raises NotAllowed, NotFound for who holds no public function."""
    now = records.read(tx, actor=actor, record_id=person_id)
    if now.kind is not Kind.PERSON or now.properties.get("person_kind") not in IN_FUNCTION:
        raise NotFound(person_id)
    records.change(
        tx,
        actor=actor,
        record_id=person_id,
        version=now.version,
        properties={"confirmed_on": clock.today()},
    )
