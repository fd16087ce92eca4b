"""The market of what is sought and offered in town, and the page of one need or offer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.mentions import Mention, missing
from graph.model import Kind, SupplyKind, Visibility
from graph.query import Read
from graph.remembering import remembered
from graph.supply import matches
from graph.supply.matches import Match

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_MATCHES = 20


@dataclass(frozen=True, slots=True)
class Selection:
    """What the market shows; `order` is newest, name or ends (what ends first)."""

    side: Kind | None = None
    kind: SupplyKind | None = None
    theme: str | None = None
    area: str | None = None
    order: str = "newest"


@dataclass(frozen=True, slots=True)
class Ware:
    """One need or offer in the list."""

    id: str
    kind: Kind
    name: str
    supply_kind: SupplyKind | None
    wanted_until: dt.date | None
    visibility: Visibility
    description: str
    noted_on: dt.date
    parties: tuple[Mention, ...]
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: how many needs and offers the market would show with it; `total` is the whole list."""

    filter: str
    value: str
    name: str
    things: int


@dataclass(frozen=True, slots=True)
class Market:
    """One page of the market with the matches of each row, how many there are, and the choices of the filters."""

    rows: tuple[Ware, ...]
    matches: dict[str, tuple[Match, ...]]
    choices: tuple[Choice, ...]

    @property
    def total(self) -> int:
        """How many needs and offers the whole list has."""
        return sum(each.things for each in self.choices if each.filter == "total")

    def choices_of(self, name: str) -> list[Choice]:
        """The choices of one filter: side, kind, theme or area."""
        return [each for each in self.choices if each.filter == name]


@dataclass(frozen=True, slots=True)
class ThingFacts:
    """What stands on a need or offer and one link away."""

    id: str
    kind: Kind
    name: str
    lang: str
    supply_kind: SupplyKind | None
    wanted_until: dt.date | None
    visibility: Visibility
    description: str | None
    until: dt.date | None
    parties: tuple[Mention, ...]
    areas: tuple[Mention, ...]

    @property
    def is_over(self) -> bool:
        """Whether it has ended, or was wanted until a day that is past."""
        today = clock.today()
        return bool((self.until and self.until <= today) or (self.wanted_until and self.wanted_until < today))


@dataclass(frozen=True, slots=True)
class ThingPage:
    """Everything the page of a need or offer shows."""

    facts: ThingFacts
    matches: tuple[Match, ...]


ROWS = Read("supply/list", Ware)
CHOICES = Read("supply/choices", Choice)
ONE = Read("supply/one", ThingFacts)


@remembered
def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Market:
    """Rows `skip` to `skip + limit` of the selection with their matches, and the choices of the filters."""
    named = _parameters(actor, selection)
    rows = ROWS.all(tx, **named, zone=clock.zone().key, order=selection.order, skip=skip, limit=limit)
    return Market(
        rows=tuple(rows),
        matches=matches.of_things(tx, actor=actor, ids=[each.id for each in rows]),
        choices=_choices(tx, actor=actor, selection=replace(selection, order="newest")),
    )


@remembered
def _choices(tx: Transaction, *, actor: Actor, selection: Selection) -> tuple[Choice, ...]:
    """The same on every page and in every order."""
    return tuple(CHOICES.all(tx, **_parameters(actor, selection)))


def _parameters(actor: Actor, selection: Selection) -> dict[str, Any]:
    return {
        "visible": actor.visible,
        "on": clock.today(),
        "side": selection.side,
        "kind": selection.kind,
        "theme": selection.theme,
        "area": selection.area,
    }


def page(tx: Transaction, *, actor: Actor, thing_id: str) -> ThingPage:
    """The page of one need or offer; raises NotFound, also before anybody had it, or Moved when it was merged."""
    facts = ONE.maybe(tx, id=thing_id, visible=actor.visible, on=clock.today(), past=clock.past())
    if facts is None:
        missing(tx, actor=actor, record_id=thing_id)
    found = matches.of_things(tx, actor=actor, ids=[thing_id], most=MOST_MATCHES)
    return ThingPage(facts, found.get(thing_id, ()))
