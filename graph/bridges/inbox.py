"""The list of a bridge-builder: what is new, and what became of the bridges somebody did something with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.bridges import answers, meeting, standing, townwide
from graph.bridges.standing import State
from graph.mentions import Mention
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
# Of bridges where somebody waits, and of those that came to an end.
MOST_UNDER_WAY = 500


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A bridge past `suggested`: who took the last step, when, and with which text or reason.

    `builder` is the bridge-builder who took the last step that no group took itself by what it answered. The second is
    an organisation where it says so.
    """

    state: State
    since: dt.datetime | None
    by: str | None
    builder: str | None
    text: str | None
    first_id: str
    first: str
    second_id: str
    second: str
    with_organisation: bool
    reminded_at: dt.datetime | None

    @property
    def is_late(self) -> bool:
        """Whether nothing was heard for longer than the term of its state."""
        return standing.is_late(self.state, self.since, self.reminded_at)

    @property
    def days(self) -> int:
        """How long it stands where it is."""
        return (clock.now() - self.since).days if self.since else 0


@dataclass(frozen=True, slots=True)
class Facets:
    """What the filters know of one side: own areas and themes, those around and above them, contacts in a function."""

    id: str
    areas: tuple[Mention, ...]
    around: tuple[Mention, ...]
    themes: tuple[Mention, ...]
    broader: tuple[Mention, ...]
    contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Suggested:
    """New suggestions, best first, with what the filters know of their sides by id; the same object until they change.

    With `is_short` too much changed at once to find all of them.
    """

    pairs: tuple[Pair, ...]
    facets: dict[str, Facets]
    is_short: bool


@dataclass(frozen=True, slots=True)
class Inbox:
    """New suggestions, and what became of others, last changed first; `facets` of those by the id of a side.

    With `is_cut` more bridges are under way, or ended, than the `MOST_UNDER_WAY` of each that stand here.
    """

    suggested: Suggested
    under_way: tuple[UnderWay, ...]
    facets: dict[str, Facets]
    is_cut: bool

    @property
    def new(self) -> tuple[Pair, ...]:
        """The new suggestions."""
        return self.suggested.pairs


@dataclass(frozen=True, slots=True)
class ToDo:
    """Bridges that wait for a bridge-builder; with `is_cut` there may be more."""

    rows: tuple[UnderWay, ...]
    is_cut: bool


UNDER_WAY = Read("bridges/under_way", UnderWay)
_ENDED = sorted(set(State) - set(standing.TERMS) - {State.SUGGESTED})
_EVER = dt.datetime.min.replace(tzinfo=dt.UTC)
FACETS = Read("bridges/facets", Facets)


def read(tx: Transaction, *, actor: Actor) -> Inbox:
    """The whole list; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    suggested = _suggested(tx, actor=actor, version=answers.version(tx))
    waited = waiting(tx, actor=actor)
    ended = UNDER_WAY.all(tx, visible=actor.visible, states=_ENDED, longest=False, limit=MOST_UNDER_WAY)
    under_way = tuple(sorted((*waited, *ended), key=lambda each: each.since or _EVER, reverse=True))
    facets = _facets(tx, actor=actor, ids=_sides((each.first_id, each.second_id) for each in under_way))
    return Inbox(suggested, under_way, facets, is_cut=max(len(waited), len(ended)) >= MOST_UNDER_WAY)


@remembered
def _suggested(tx: Transaction, *, actor: Actor, version: str | None) -> Suggested:
    """The same for one `version` of what is kept, as in `townwide`."""
    del version
    town = townwide.whole(tx, actor=actor)
    found = town.pairs + meeting.of_town(tx, actor=actor, limit=WITH_PARTIES)
    new = tuple(sorted(found, key=lambda pair: -pair.suggestion.score))
    facets = _facets(tx, actor=actor, ids=_sides((pair.first.id, pair.suggestion.other.id) for pair in new))
    return Suggested(new, facets, town.is_short)


def _sides(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted({side for pair in pairs for side in pair}))


@remembered
def _facets(tx: Transaction, *, actor: Actor, ids: tuple[str, ...]) -> dict[str, Facets]:
    return {each.id: each for each in FACETS.all(tx, ids=ids, visible=actor.visible, on=clock.today())}


def waiting(tx: Transaction, *, actor: Actor) -> list[UnderWay]:
    """The bridges somebody should take a next step with, whoever reads; those that wait longest first.

    They are `MOST_UNDER_WAY` at most. Raises NotAllowed for who is no employee.
    """
    actor.must(Permission.SEE_DRAFTS)
    return UNDER_WAY.all(tx, visible=actor.visible, states=sorted(standing.TERMS), longest=True, limit=MOST_UNDER_WAY)


def to_do(tx: Transaction, *, actor: Actor) -> ToDo:
    """The bridges that wait for a bridge-builder: two times yes first, then what was heard nothing of for too long.

    None for who may not see bridges.
    """
    if not actor.may(Permission.SEE_BRIDGES):
        return ToDo((), is_cut=False)
    found = waiting(tx, actor=actor)
    rows = [each for each in found if each.state is State.ACCEPTED or each.is_late]
    rows.sort(key=lambda each: (each.state is not State.ACCEPTED, -each.days))
    return ToDo(tuple(rows), is_cut=len(found) >= MOST_UNDER_WAY)
