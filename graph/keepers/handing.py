"""Hand over everything that somebody does to somebody else, in one act.

Links end today and begin today for the other, so that who did it before stays on record. A task that was to begin or
end later does so for the other. What somebody promised or heard is not rewritten: the promise stays theirs, and the
other keeps the record from today.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import audit, clock, laws, links
from graph.errors import Invalid, NotFound
from graph.mentions import Mention, Spoken
from graph.model import Link, PersonKind
from graph.properties import Reason
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph.rights import Actor
    from graph.store import Transaction

MOST_PEOPLE = 1_000
# These tell what happened; the other becomes the keeper of the record.
TOLD = frozenset({Link.MADE, Link.HELD})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the municipality, with how many records and initiatives are theirs already."""

    mention: Mention
    function: str | None
    person_kind: PersonKind
    has_left: bool
    load: int


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that goes to somebody else; `spoken` stands for the name of a contact, which is made of its words."""

    link: Link
    expertise: str | None
    since: dt.date | None
    until: dt.date | None
    mention: Mention
    spoken: Spoken | None


@dataclass(frozen=True, slots=True)
class Handover:
    """What would move from one person to another, and what stays because the other cannot have it."""

    person: Person
    to: Person | None
    moves: tuple[Move, ...]
    stays: tuple[Move, ...]

    def of(self, link: Link) -> list[Move]:
        """The moves of one type."""
        return [each for each in self.moves if each.link is link]


PEOPLE = Read("keepers/people", Person)
MOVES = Read("keepers/moves", Move)


@remembered
def people(tx: Transaction, *, actor: Actor) -> list[Person]:
    """Who can take over; raises NotAllowed for who may not edit."""
    actor.must(Permission.EDIT_RECORDS)
    return PEOPLE.all(tx, id=None, visible=actor.visible, on=clock.today(), limit=MOST_PEOPLE)


def preview(tx: Transaction, *, actor: Actor, person_id: str, to_id: str | None) -> Handover:
    """What would move; raises NotAllowed, NotFound, and Invalid when the other cannot take over."""
    actor.must(Permission.EDIT_RECORDS)
    person = _person(tx, actor, person_id)
    if person is None:
        raise NotFound(person_id)
    to = _person(tx, actor, to_id) if to_id else None
    if to_id and (to is None or to.has_left):
        raise Invalid("to", Reason.UNKNOWN)
    if to_id == person_id:
        raise Invalid("to", Reason.CIRCLE)
    every = MOVES.all(tx, person_id=person_id, visible=actor.visible, on=clock.today())
    moves = tuple(each for each in every if to is None or _can(to, each))
    return Handover(person, to, moves, tuple(each for each in every if each not in moves))


def hand_over(tx: Transaction, *, actor: Actor, person_id: str, to_id: str, types: Collection[Link]) -> int:
    """Hand over what `preview` shows of these types; returns how many things moved.

    Doing it again moves nothing. Raises NotAllowed, NotFound, Invalid when the other cannot take over.
    """
    seen = _of(preview(tx, actor=actor, person_id=person_id, to_id=to_id), types)
    if not seen:
        return 0
    ids = sorted({person_id, to_id, *(each.mention.id for each in seen)})
    links.TOUCH.all(tx, ids=ids, at=clock.now())
    # What somebody else changed while this waited for its locks is not moved twice, and nothing unlocked is touched.
    now = _of(preview(tx, actor=actor, person_id=person_id, to_id=to_id), types)
    moves = [each for each in now if each.mention.id in ids]
    ended = [_row(each.link, person_id, each) for each in moves if each.link not in TOLD]
    links.END.run(tx, links=ended, on=clock.today())
    wanted = [_row(Link.KEEPS if each.link in TOLD else each.link, to_id, each) for each in moves]
    laid = links.LAY.all(tx, links=wanted)
    lines = [audit.Line("end_link", row["end_id"], row["type"], _ends(row), None) for row in ended]
    lines += [audit.Line("link", each.end_id, each.type, None, f"{each.start_id} > {each.end_id}") for each in laid]
    audit.write(tx, actor=actor, lines=lines)
    laws.obey(tx, record_id=to_id)
    return len(moves)


def _person(tx: Transaction, actor: Actor, person_id: str) -> Person | None:
    return PEOPLE.maybe(tx, id=person_id, visible=actor.visible, on=clock.today(), limit=1)


def _can(to: Person, move: Move) -> bool:
    if move.mention.id == to.mention.id:
        return False
    return move.link is not Link.PORTFOLIO_HOLDER_OF or to.person_kind is PersonKind.ALDERMAN


def _of(handover: Handover, types: Collection[Link]) -> list[Move]:
    return [each for each in handover.moves if each.link in types]


def _row(link: Link, person_id: str, move: Move) -> dict[str, Any]:
    own = {"expertise": move.expertise} if move.link is Link.ACCOUNT_HOLDER_OF and move.expertise else {}
    days = {"since": clock.today()}
    if move.link not in TOLD:
        # Until it begins somebody else may do it.
        days["since"] = max(days["since"], move.since or days["since"])
        if move.until:
            days["until"] = move.until
    return {
        "type": link.value,
        "start_id": person_id,
        "start_kind": "Person",
        "end_id": move.mention.id,
        "end_kind": move.mention.kind,
        "properties": own | days,
    }


def _ends(row: dict[str, Any]) -> str:
    return f"{row['start_id']} > {row['end_id']}"
