"""What everybody has: the records they keep, how many reviews are late, and the initiatives they are contact of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.keepers.keeping import When, tallies
from graph.mentions import Mention
from graph.model import Kind
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.rights import Actor
    from graph.store import Transaction


class Standing(StrEnum):
    """What can be the matter with a keeper."""

    LEFT = "left"
    OVERDUE = "overdue"


class LoadOrder(StrEnum):
    """In which order keepers stand; first who left, then who is late with most, unless another order is asked."""

    URGENT = "urgent"
    MOST = "most"
    CONTACTS = "contacts"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class OfKind:
    """How many records of one kind somebody keeps, and of how many the review is overdue."""

    kind: Kind
    records: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who keeps a record or is the contact of an initiative, and of how many initiatives."""

    person: Mention
    has_left: bool
    contacts: int


@dataclass(frozen=True, slots=True)
class Load:
    """What somebody has; who is only the contact of initiatives keeps no records of any kind."""

    person: Mention
    has_left: bool
    contacts: int
    kinds: tuple[OfKind, ...]

    @property
    def records(self) -> int:
        """How many records this person keeps."""
        return sum(each.records for each in self.kinds)

    @property
    def overdue(self) -> int:
        """Of how many of those the review is overdue."""
        return sum(each.overdue for each in self.kinds)

    def of(self, kind: Kind | None) -> Load:
        """The same with the records of one kind only; None: with all."""
        return replace(self, kinds=tuple(each for each in self.kinds if kind in {None, each.kind}))

    def is_in(self, standing: Standing) -> bool:
        """Whether this is the matter with this keeper."""
        return self.has_left if standing is Standing.LEFT else self.overdue > 0


@dataclass(frozen=True, slots=True)
class LoadSelection:
    """Which keepers are shown: of one kind, with their records of that kind only, and with whom something is wrong."""

    kind: Kind | None = None
    standing: Standing | None = None
    order: LoadOrder = LoadOrder.URGENT


@dataclass(frozen=True, slots=True)
class Loads:
    """Some keepers, how many there are in all, and how many each choice of a filter would give."""

    total: int
    rows: tuple[Load, ...]
    kinds: Counter[Kind]
    standings: Counter[Standing]


CONTACTS = Read("keepers/contacts", Contact)
# More keepers than a municipality has.
MOST_KEEPERS = 20_000
_ALL = LoadSelection()
_RANKS: dict[LoadOrder, Callable[[Load], Any]] = {
    LoadOrder.URGENT: lambda each: (not each.has_left, -each.overdue, -each.records, -each.contacts),
    LoadOrder.MOST: lambda each: -each.records,
    LoadOrder.CONTACTS: lambda each: -each.contacts,
    LoadOrder.NAME: lambda each: each.person.name.casefold(),
}


def loads(
    tx: Transaction, *, actor: Actor, selection: LoadSelection = _ALL, skip: int = 0, limit: int = MOST_KEEPERS
) -> Loads:
    """Keepers `skip` to `skip + limit` of a selection, with the counts of the filters.

    Raises NotAllowed for who is no employee.
    """
    actor.must(Permission.SEE_PRIVATE)
    every = _every(tx, actor=actor)
    found = sorted(_fitting(every, selection), key=_RANKS[selection.order])
    no_kind = _fitting(every, replace(selection, kind=None, standing=None))
    kinds = (each.kind for load in no_kind for each in load.kinds if _matters(load.of(each.kind), selection.standing))
    no_standing = _fitting(every, replace(selection, standing=None))
    return Loads(
        total=len(found),
        rows=tuple(found[skip : skip + limit]),
        kinds=Counter(kinds),
        standings=Counter(standing for each in no_standing for standing in Standing if each.is_in(standing)),
    )


@remembered
def _every(tx: Transaction, *, actor: Actor) -> tuple[Load, ...]:
    """The same for every selection, page and order; by name."""
    kept: dict[Mention, dict[Kind, Counter[When]]] = {}
    for each in tallies(tx, actor=actor, nobody=False):
        if each.keeper:
            kept.setdefault(each.keeper, {}).setdefault(each.kind, Counter())[each.when] += each.records
    everybody = CONTACTS.all(tx, visible=actor.visible, on=clock.today())
    found = (Load(each.person, each.has_left, each.contacts, _kinds(kept.get(each.person, {}))) for each in everybody)
    return tuple(each for each in found if each.kinds or each.contacts)


def _kinds(kept: dict[Kind, Counter[When]]) -> tuple[OfKind, ...]:
    return tuple(OfKind(kind, counts.total(), counts[When.OVERDUE]) for kind, counts in kept.items())


def _fitting(every: tuple[Load, ...], selection: LoadSelection) -> list[Load]:
    of_kind = (each.of(selection.kind) for each in every)
    return [each for each in of_kind if (each.kinds or selection.kind is None) and _matters(each, selection.standing)]


def _matters(load: Load, standing: Standing | None) -> bool:
    return standing is None or load.is_in(standing)
