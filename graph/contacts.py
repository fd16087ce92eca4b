"""Initiatives without a fixed contact person: who could be it, and how one is made."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, records
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


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who is the contact person, or is to be from `since`; `until` is exclusive."""

    person_id: str
    since: dt.date | None
    until: dt.date | None

    @property
    def is_coming(self) -> bool:
        """Whether it begins later."""
        return self.since is not None and self.since > clock.today()


PROPOSED = Read("contacts/proposed", Proposal)
PRESENT = Read("contacts/present", Present)


def proposed(tx: Transaction, *, actor: Actor, initiative_ids: Sequence[str]) -> dict[str, Proposal]:
    """Somebody for each of these initiatives that has no contact person; raises NotAllowed for who is no staff."""
    actor.must(Permission.SEE_PRIVATE)
    found = PROPOSED.all(tx, ids=list(initiative_ids), visible=actor.visible, on=clock.today())
    return {each.initiative_id: each for each in found}


def assign(tx: Transaction, *, actor: Actor, initiative_id: str, person_id: str) -> None:
    """Make this person the contact person, until another begins who is to be it.

    Raises NotAllowed, NotFound, and Conflict when somebody else is it, or this person is to be it already.
    """
    now = records.read(tx, actor=actor, record_id=initiative_id)
    if now.kind is not Kind.INITIATIVE:
        raise NotFound(initiative_id)
    found = PRESENT.all(tx, id=initiative_id, on=clock.today())
    here = [each.person_id for each in found if not each.is_coming]
    if person_id in here:
        return
    if here or any(each.person_id == person_id for each in found):
        raise Conflict(now.properties)
    # In order of the day they begin; who stays until another is told stays in the set.
    stays = [Tie(each.person_id) for each in found if each.until is None]
    until = found[0].since if found else None
    records.change(
        tx,
        actor=actor,
        record_id=initiative_id,
        version=now.version,
        properties={},
        ties={CONTACT: [*stays, Tie(person_id, until=until)]},
    )
