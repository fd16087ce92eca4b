"""Who was not the right person: kept in words the graph knows, looked at by staff, and taken back by staff."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import audit, clock
from graph.mentions import Mention
from graph.query import Act, Read, Write
from graph.rights import Permission
from graph.signpost.asking import advice
from graph.signpost.memory import counts_after

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

FORGOTTEN_AT_ONCE = 500
# More officials than a municipality has.
MOST_PEOPLE = 20_000
SPLIT = "\N{UNIT SEPARATOR}"


@dataclass(frozen=True, slots=True)
class Missed:
    """How often people said that this person was not the right one for a question of these words."""

    person: Mention
    function: str | None
    stems: tuple[str, ...]
    words: tuple[str, ...]
    times: int
    last_on: dt.date
    dismissed_on: dt.date | None

    @property
    def key(self) -> str:
        """The stems as one text, for a form."""
        return " ".join(self.stems)


class Order(StrEnum):
    """In which order the list stands: the most often first, the last day first, or by name of the person."""

    OFTEN = "often"
    LAST = "last"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class MissedPerson:
    """Somebody in the list, with for how many kinds of question, and for how many staff said that they are right."""

    id: str
    name: str
    questions: int
    dismissed: int

    def number(self, *, dismissed: bool) -> int:
        """How many rows there are about this person, of those that staff dismissed or of the others."""
        return self.dismissed if dismissed else self.questions


@dataclass(frozen=True, slots=True)
class MissedList:
    """One page of the list, and whom it is about."""

    rows: tuple[Missed, ...]
    people: tuple[MissedPerson, ...]

    def total(self, person_id: str | None, *, dismissed: bool) -> int:
        """How many rows there are in all, about one person or about everybody."""
        return sum(each.number(dismissed=dismissed) for each in self.people if person_id in {None, each.id})


@dataclass(frozen=True, slots=True)
class Changed:
    """How many misroutes were changed."""

    changed: int


KEEP = Act("signpost/misroute")
FORGET = Act("signpost/forget")
MISSED = Read("signpost/missed", Missed)
MISSED_PEOPLE = Read("signpost/missed_people", MissedPerson)
DISMISS = Write("signpost/dismiss", Changed)


def wrong(tx: Transaction, *, actor: Actor, question: str, person_id: str, refused: tuple[str, ...]) -> bool:
    """Keep that this person, offered for `question` after those `refused`, was not the right one.

    Returns whether it was kept: not for somebody the signpost did not offer, and not for a question without words it
    knows. The same on one day counts once. Who asked is kept nowhere.
    """
    FORGET.run(tx, before=counts_after(), limit=FORGOTTEN_AT_ONCE)
    given = advice(tx, actor=actor, question=question, refused=refused)
    offered = {each.guide.official.id for each in (*given.answers, *given.signposts)}
    if person_id not in offered or not given.kind:
        return False
    stems = [stem for stem, _ in given.kind]
    KEEP.run(
        tx,
        key=SPLIT.join([person_id, clock.today().isoformat(), *stems]),
        person_id=person_id,
        stems=stems,
        words=[word for _, word in given.kind],
        day=clock.today(),
    )
    return True


def missed(
    tx: Transaction,
    *,
    actor: Actor,
    dismissed: bool,
    person_id: str | None,
    order: Order = Order.OFTEN,
    skip: int,
    limit: int,
) -> MissedList:
    """What went wrong, the most often first unless asked otherwise; raises NotAllowed for who is no staff."""
    actor.must(Permission.SEE_PRIVATE)
    common = {"visible": actor.visible, "after": counts_after()}
    asked = {"dismissed": dismissed, "person_id": person_id, "order": order, "skip": skip, "limit": limit}
    return MissedList(
        rows=tuple(MISSED.all(tx, **common, **asked)),
        people=tuple(MISSED_PEOPLE.all(tx, **common, limit=MOST_PEOPLE)),
    )


def dismiss(tx: Transaction, *, actor: Actor, person_id: str, stems: tuple[str, ...], right: bool) -> None:
    """Say that this person is `right` for questions of these words all the same, or take that back.

    Raises NotAllowed. An audit line on the person tells who said so.
    """
    actor.must(Permission.EDIT_RECORDS)
    on = clock.today() if right else None
    if not DISMISS.one(tx, person_id=person_id, stems=list(stems), on=on).changed:
        return
    old, new = (None, " ".join(stems)) if right else (" ".join(stems), None)
    audit.write(tx, actor=actor, lines=[audit.Line("change", person_id, "right_for", old, new)])
