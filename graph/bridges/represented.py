"""For whom somebody may speak: the initiatives one undertakes, and the organisations one works for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import submissions
from graph.errors import NotAllowed
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation by its id."""

    id: str


REPRESENTED = Read("bridges/represented", Party)


def sides(tx: Transaction, *, actor: Actor) -> list[str]:
    """The ids of everything that `actor` may speak for, initiatives first; raises NotAllowed."""
    actor.must(Permission.EDIT_OWN)
    initiatives = [part.initiative.id for part in submissions.page(tx, actor=actor).parts]
    return initiatives + [each.id for each in REPRESENTED.all(tx, person_id=actor.person_id)]


def must_speak_for(tx: Transaction, *, actor: Actor, side_id: str | None) -> None:
    """Raise NotAllowed unless `actor` builds bridges, or may speak for this initiative or organisation."""
    if actor.may(Permission.BUILD_BRIDGES):
        return
    if side_id is None or not actor.may(Permission.EDIT_OWN):
        actor.must(Permission.BUILD_BRIDGES)
    elif not submissions.is_own(tx, actor=actor, initiative_id=side_id) and not any(
        each.id == side_id for each in REPRESENTED.all(tx, person_id=actor.person_id)
    ):
        message = f"{actor.name} does not speak for {side_id}"
        raise NotAllowed(message)
