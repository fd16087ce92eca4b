"""Where nobody is both about the subject and in the area: how many guests either would give alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.invitations import candidates
from graph.invitations import subject as subjects
from graph.invitations.lists import not_over_asked
from graph.invitations.subject import Subject
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Wider:
    """A part of a subject, and the number of guests who may be asked for it."""

    subject: Subject
    guests: int


def ways(tx: Transaction, *, actor: Actor, subject: Subject) -> list[Wider]:
    """The goals and themes without the areas, then the areas alone, if they give guests; raises NotAllowed, NotFound.

    A subject that has only one of both has no wider way.
    """
    actor.must(Permission.MAKE_LISTS)
    if not subject.areas or not (subject.goals or subject.themes):
        return []
    parts = (Subject(goals=subject.goals, themes=subject.themes), Subject(areas=subject.areas))
    counted = [Wider(part, _guests(tx, actor, part)) for part in parts]
    return [each for each in counted if each.guests]


def _guests(tx: Transaction, actor: Actor, subject: Subject) -> int:
    everybody = candidates.gather(tx, actor=actor, items=subjects.items(tx, actor=actor, subject=subject))
    guests = (each for each in everybody if each.facts.reachable and not each.facts.is_official)
    return len(not_over_asked(guests))
