"""Which offers meet which needs, and why: the words both say, the kind, and the place.

The score is a sum of thousandths:

    1000 when both are of one kind
  + for each stem both say, 1000 · log((N + 1) / n) / log(N + 1), with N needs and offers in all and n that say it
    (inverse document frequency: Spärck Jones 1972, A statistical interpretation of term specificity)
  + 600 in the same area, 400 where one area lies in the other, 300 in areas that touch

A room is of use to whoever is near, whatever it is called: one in the same area, around it or next to it is a match
without a word in common. A whole municipality is not near. What has ended or is of who stopped, and what was wanted
until a day that is past, does not match; neither do a party and what it undertakes itself. Equals stand in order of id.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention
from graph.model import Kind, SupplyKind, Visibility
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rights import Actor
    from graph.store import Transaction

GENERAL = (SupplyKind.ROOM,)
BEST = 3
MOST_LISTED = 100


class Way(StrEnum):
    """How the places of two parties lie: the same area, one around the other, or next to each other."""

    SAME = "same"
    AROUND = "around"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Place:
    """How near two parties are, with the names of their areas."""

    way: Way
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Match:
    """Another party's need or offer that fits `thing_id`; `words` are those that both say."""

    thing_id: str
    other: Mention
    partner: Mention
    supply_kind: SupplyKind | None
    same_kind: bool
    words: tuple[str, ...]
    place: Place | None
    score: int


@dataclass(frozen=True, slots=True)
class Thing:
    """A need or offer of a party."""

    id: str
    kind: Kind
    name: str
    supply_kind: SupplyKind | None
    wanted_until: dt.date | None
    visibility: Visibility


@dataclass(frozen=True, slots=True)
class Supply:
    """What one party seeks and offers, and what fits each of them, by its id."""

    things: tuple[Thing, ...]
    matches: dict[str, tuple[Match, ...]]

    @property
    def needs(self) -> tuple[Thing, ...]:
        """What the party seeks."""
        return tuple(each for each in self.things if each.kind is Kind.NEED)

    @property
    def offers(self) -> tuple[Thing, ...]:
        """What the party offers."""
        return tuple(each for each in self.things if each.kind is Kind.OFFER)


MATCHES = Read("supply/matches", Match)
OF_PARTY = Read("supply/of_party", Thing)


def of_things(tx: Transaction, *, actor: Actor, ids: Iterable[str], most: int = BEST) -> dict[str, tuple[Match, ...]]:
    """The best matches of needs and offers, at most `most` for each, by its id; without those that have none."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    found: dict[str, list[Match]] = {}
    for match in MATCHES.all(
        tx, things=wanted, visible=actor.visible, on=clock.today(), general=[each.value for each in GENERAL], most=most
    ):
        found.setdefault(match.thing_id, []).append(match)
    return {thing_id: tuple(matches) for thing_id, matches in found.items()}


def of_party(tx: Transaction, *, actor: Actor, party_id: str) -> Supply:
    """What an initiative, organisation or team seeks and offers now, with the matches."""
    things = OF_PARTY.all(tx, id=party_id, visible=actor.visible, on=clock.today(), limit=MOST_LISTED)
    if clock.is_past():  # what fits is asked for today
        return Supply(tuple(things), {})
    return Supply(tuple(things), of_things(tx, actor=actor, ids=[each.id for each in things]))
