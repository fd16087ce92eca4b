"""The page of one person in a public function: what they answer for, and since when.

Residents have no public page, and neither has an official who appears only as the team. Who held a function before is
named by function only.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, interactions
from graph.mentions import Mention, missing
from graph.model import Link, Visibility
from graph.officials import Official
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.interactions import Around
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Work:
    """Where the person works or sits, and as what."""

    mention: Mention
    role: str | None
    since: dt.date | None


@dataclass(frozen=True, slots=True)
class Task:
    """One thing the person answers for, is the one to ask about, or is the contact person of."""

    link: Link
    mention: Mention
    expertise: str | None
    since: dt.date | None


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What stands on the person and one link away; `email` and `telephone` only for who may see them."""

    official: Official
    visibility: Visibility
    until: dt.date | None
    email: str | None
    telephone: str | None
    work: tuple[Work, ...]
    tasks: tuple[Task, ...]
    stand_ins: tuple[Official, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything the page of one person shows."""

    facts: PersonFacts
    interactions: Around | None

    def tasks_of(self, link: Link) -> list[Task]:
        """The tasks of one type."""
        return [task for task in self.facts.tasks if task.link == link]

    @property
    def is_former(self) -> bool:
        """Whether the person no longer holds the function."""
        return self.facts.until is not None and self.facts.until <= clock.today()


FACTS = Read("people/facts", PersonFacts)


def page(tx: Transaction, *, actor: Actor, person_id: str) -> PersonPage:
    """The page of one person; raises NotFound (also for who has no public page), or Moved after a merge."""
    private = actor.may(Permission.SEE_PRIVATE)
    facts = FACTS.maybe(
        tx, id=person_id, visible=actor.visible, private=private, on=clock.today(), now=clock.really_today()
    )
    if facts is None:
        missing(tx, actor=actor, record_id=person_id)
    return PersonPage(facts, interactions.around(tx, actor=actor, record_id=person_id))
