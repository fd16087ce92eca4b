"""Initiatives without a fixed contact person: who could be it, and how one is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, links, records
from graph.errors import Conflict, NotFound
from graph.links import LinkField, Tie
from graph.mentions import Mention
from graph.model import Kind, Link
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.rights import Actor
    from graph.store import Transaction

CONTACT = LinkField(Link.CONTACT_FOR, Kind.PERSON, outgoing=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who could be the contact person of an initiative: through which subjects, and of how many it is one already."""

    initiative_id: str
    person: Mention
    function: str | None
    subjects: tuple[Mention, ...]
    load: int


PROPOSED = Read("contacts/proposed", Proposal)


def proposed(tx: Transaction, *, actor: Actor, initiative_ids: Sequence[str]) -> dict[str, Proposal]:
    """Somebody for each of these initiatives that has no contact person; raises NotAllowed for who is no staff."""
    actor.must(Permission.SEE_PRIVATE)
    found = PROPOSED.all(tx, ids=list(initiative_ids), visible=actor.visible, on=clock.today())
    return {each.initiative_id: each for each in found}


def assign(tx: Transaction, *, actor: Actor, initiative_id: str, person_id: str) -> None:
    """Make this person the contact person; raises NotAllowed, NotFound, and Conflict when somebody else is it."""
    now = records.read(tx, actor=actor, record_id=initiative_id)
    if now.kind is not Kind.INITIATIVE:
        raise NotFound(initiative_id)
    present = [
        each
        for each in links.of_record(tx, record_id=initiative_id, types=[Link.CONTACT_FOR])
        if each.other_kind is Kind.PERSON
    ]
    if any(each.other_id == person_id for each in present):
        return
    if present:
        raise Conflict(now.properties)
    records.change(
        tx,
        actor=actor,
        record_id=initiative_id,
        version=now.version,
        properties={},
        ties={CONTACT: [Tie(person_id)]},
    )
