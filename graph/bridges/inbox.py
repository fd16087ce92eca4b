"""The list of a bridge-builder: what is new, and what became of the bridges somebody did something with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.bridges import life, meeting, townwide
from graph.bridges.life import State
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.bridges.suggestions import Pair
    from graph.rights import Actor
    from graph.store import Transaction

# Bridges of an initiative and an organisation in the list, besides those of two initiatives.
WITH_PARTIES = 50
UNDER_WAY_LIMIT = 500


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A bridge past `suggested`: who took the last step, when, and with which text or reason.

    The second is an organisation where it says so.
    """

    state: State
    since: dt.datetime | None
    by: str | None
    text: str | None
    first_id: str
    first: str
    second_id: str
    second: str
    with_organisation: bool
    reminded_at: dt.datetime | None
    areas: tuple[str, ...]

    @property
    def is_late(self) -> bool:
        """Whether nothing was heard for longer than the term of its state."""
        return life.is_late(self.state, self.since, self.reminded_at)

    @property
    def days(self) -> int:
        """How long it stands where it is."""
        return (clock.now() - self.since).days if self.since else 0


@dataclass(frozen=True, slots=True)
class Facets:
    """What the filters know of one side: own themes, those above them, and contact persons who act in a function."""

    id: str
    themes: tuple[str, ...]
    broader: tuple[str, ...]
    contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inbox:
    """New suggestions, best first, and bridges under way, last changed first; `facets` by the id of a side."""

    new: tuple[Pair, ...]
    under_way: tuple[UnderWay, ...]
    facets: dict[str, Facets]


UNDER_WAY = Read("bridges/under_way", UnderWay)
FACETS = Read("bridges/facets", Facets)


def read(tx: Transaction, *, actor: Actor) -> Inbox:
    """The whole list; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    found = townwide.pairs(tx, actor=actor) + meeting.of_town(tx, actor=actor, limit=WITH_PARTIES)
    new = tuple(sorted(found, key=lambda pair: -pair.suggestion.score))
    under_way = tuple(UNDER_WAY.all(tx, visible=actor.visible, limit=UNDER_WAY_LIMIT))
    facets = _facets(tx, actor=actor, ids=_sides((pair.first.id, pair.suggestion.other.id) for pair in new))
    facets |= _facets(tx, actor=actor, ids=_sides((each.first_id, each.second_id) for each in under_way))
    return Inbox(new, under_way, facets)


def _sides(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted({side for pair in pairs for side in pair}))


@remembered
def _facets(tx: Transaction, *, actor: Actor, ids: tuple[str, ...]) -> dict[str, Facets]:
    return {each.id: each for each in FACETS.all(tx, ids=ids, visible=actor.visible)}


def late(tx: Transaction, *, actor: Actor) -> tuple[UnderWay, ...]:
    """The bridges of which nothing was heard for too long, longest first; none for who may not see bridges."""
    if not actor.may(Permission.SEE_BRIDGES):
        return ()
    found = UNDER_WAY.all(tx, visible=actor.visible, limit=UNDER_WAY_LIMIT)
    return tuple(sorted((each for each in found if each.is_late), key=lambda each: -each.days))
