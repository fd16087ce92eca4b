"""Guests the organiser thinks of: looked up by name, whether or not they touch the subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import choices
from graph.invitations import candidates
from graph.model import Kind
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.invitations.candidates import Facts
    from graph.rights import Actor
    from graph.store import Transaction

MOST_OF_A_KIND = 8


@dataclass(frozen=True, slots=True)
class Guests:
    """Who bears the name: who may be asked to come, best match first, and how many people may not.

    `drafts` counts the organisations that may not because they are still a draft.
    """

    found: tuple[Facts, ...] = ()
    may_not: int = 0
    drafts: int = 0


def named(tx: Transaction, *, actor: Actor, text: str) -> Guests:
    """Organisations and people whose name holds every word of `text`; raises NotAllowed.

    Who may not be contacted is counted and not named, as on the list itself.
    """
    actor.must(Permission.MAKE_LISTS)
    if not text.strip():
        return Guests()
    matches = [
        each.id
        for kind in (Kind.ORGANISATION, Kind.PERSON)
        for each in choices.matching(tx, actor=actor, kind=kind, text=text, limit=MOST_OF_A_KIND)
    ]
    facts = {each.id: each for each in candidates.facts(tx, actor=actor, ids=matches)}
    known = [facts[each] for each in matches if each in facts]
    found = tuple(each for each in known if each.reachable)
    people = sum(each.is_person and not each.reachable for each in known)
    return Guests(found, people, len(known) - len(found) - people)
