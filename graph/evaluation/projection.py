"""The graph as the engine sees it: initiatives, what they are tied to, and how many links each of those things has."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from graph import clock
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.rights import Actor
    from graph.store import Transaction

SUPPLY = frozenset({"NEEDS", "OFFERS"})
INITIATES = "INITIATES"
# The states of a bridge in which two are in contact for certain.
KNOWN_STATES = frozenset({"accepted", "introduced", "met", "working_together", "result", "known_already"})


@dataclass(frozen=True, slots=True)
class Tie:
    """An initiative is tied to a hub, by that many links of one type, the first of them since that day."""

    initiative: str
    hub: str
    tie: str
    times: int = 1
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Initiative:
    """An initiative and all who initiate it."""

    id: str
    name: str
    initiators: tuple[str, ...] = ()
    external_id: str | None = None


@dataclass(frozen=True, slots=True)
class Hub:
    """Something that initiatives can share; `size` is how many links it has, of a need or offer how many fit it."""

    id: str
    name: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Near:
    """Two goals, themes or areas that lie near each other, by which kind of evidence and how far apart.

    `apart` is twice the steps between them, or the number of goals in the policy note that they share; the formula in
    `graph.bridges.weights` divides by it. `note` is that note.
    """

    ours: str
    near: str
    kind: str
    apart: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """An offer that fits a need."""

    offer: str
    need: str


@dataclass(frozen=True, slots=True)
class Met:
    """Two initiatives with a bridge past `suggested`, and since when they are in contact, if they are."""

    first: str
    second: str
    state: str
    since: dt.date | None = None


@dataclass(frozen=True)
class Projection:
    """A graph to score on; never changed, `splitting` makes another."""

    initiatives: tuple[Initiative, ...]
    ties: tuple[Tie, ...]
    hubs: tuple[Hub, ...]
    near: tuple[Near, ...] = ()
    fits: tuple[Fit, ...] = ()
    met: tuple[Met, ...] = ()

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each initiative stands in `initiatives`."""
        return {each.id: index for index, each in enumerate(self.initiatives)}

    @cached_property
    def hub(self) -> dict[str, Hub]:
        """Each hub by its id."""
        return {each.id: each for each in self.hubs}

    @cached_property
    def hubs_of(self) -> dict[str, frozenset[str]]:
        """What each initiative has, needs and offers apart."""
        return self._sets(supply=False)

    @cached_property
    def supply_of(self) -> dict[str, frozenset[str]]:
        """The needs and offers of each initiative."""
        return self._sets(supply=True)

    @cached_property
    def initiatives_of(self) -> dict[str, frozenset[str]]:
        """Which initiatives have each hub, of a need or offer whose it is."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for tie in self.ties:
            found[tie.hub].add(tie.initiative)
        return {hub: frozenset(them) for hub, them in found.items()}

    @cached_property
    def initiated_by(self) -> dict[str, frozenset[str]]:
        """Which initiatives each initiator has."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for each in self.initiatives:
            for who in each.initiators:
                found[who].add(each.id)
        return {who: frozenset(them) for who, them in found.items()}

    @cached_property
    def in_contact(self) -> dict[str, frozenset[str]]:
        """With whom each initiative is in contact: the same initiator, or a bridge past `suggested`."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for them in self.initiated_by.values():
            for one in them:
                found[one] |= them
        for met in self.met:
            found[met.first].add(met.second)
            found[met.second].add(met.first)
        return {one: frozenset(others - {one}) for one, others in found.items()}

    def _sets(self, *, supply: bool) -> dict[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for tie in self.ties:
            if (tie.tie in SUPPLY) is supply:
                found[tie.initiative].add(tie.hub)
        return {initiative: frozenset(hubs) for initiative, hubs in found.items()}


INITIATIVES = Read("evaluation/initiatives", Initiative)
TIES = Read("evaluation/ties", Tie)
HUBS = Read("evaluation/hubs", Hub)
NEAR = Read("evaluation/near", Near)
FITS = Read("evaluation/fits", Fit)
MET = Read("evaluation/bridges", Met)


def met(tx: Transaction, *, visible: list[str]) -> Iterator[Met]:
    """The pairs with a bridge past `suggested`, as somebody sees them who may see these visibilities."""
    return MET.each(tx, visible=visible, known=sorted(KNOWN_STATES))


def read(tx: Transaction, *, actor: Actor) -> Projection:
    """The graph as this actor may see it, today."""
    return for_visible(tx, visible=actor.visible)


def for_visible(tx: Transaction, *, visible: list[str]) -> Projection:
    """The graph as somebody sees it who may see these visibilities, today, without the initiatives that stopped."""
    initiatives = tuple(
        replace(each, initiators=tuple(each.initiators)) for each in INITIATIVES.each(tx, visible=visible)
    )
    there = {each.id for each in initiatives}
    return Projection(
        initiatives=initiatives,
        ties=tuple(TIES.each(tx, visible=visible, today=clock.today())),
        hubs=tuple(sorted(HUBS.each(tx, visible=visible), key=lambda hub: (hub.kind, hub.id))),
        near=tuple(NEAR.each(tx, visible=visible)),
        fits=tuple(FITS.each(tx, visible=visible)),
        met=tuple(each for each in met(tx, visible=visible) if {each.first, each.second} <= there),
    )
