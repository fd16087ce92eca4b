"""Addresses of others on our pages: which there are, and what was found when somebody last looked."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention
from graph.model import Kind
from graph.query import Act, Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.rights import Actor
    from graph.store import Transaction

KINDS = (Kind.INITIATIVE, Kind.ORGANISATION)


class Problem(StrEnum):
    """Why an address does not work."""

    GONE = "gone"
    FAILING = "failing"
    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    ROUND_AND_ROUND = "round_and_round"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Address:
    """An address on our pages, and the ids of the records it stands on."""

    url: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """An address that does not work, and the record it stands on."""

    record: Mention
    url: str
    problem: Problem
    checked_at: dt.datetime


class Order(StrEnum):
    """In which order the list stands: by the name of the record, or by when somebody looked."""

    NAME = "name"
    OLDEST = "oldest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows: one thing that is wrong, one kind of record."""

    problem: Problem | None = None
    kind: Kind | None = None
    order: Order = Order.NAME


@dataclass(frozen=True, slots=True)
class Count:
    """How many addresses of one kind of record have one thing wrong."""

    problem: Problem
    kind: Kind
    links: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of addresses that do not work, how many there are, and how many each choice of a filter would give."""

    total: int
    rows: tuple[Broken, ...]
    problems: Counter[Problem]
    kinds: Counter[Kind]


@dataclass(frozen=True, slots=True)
class Failed:
    """An address that did not answer when somebody last looked."""

    url: str
    problem: Problem
    checked_at: dt.datetime


ADDRESSES = Read("outside/addresses", Address)
BROKEN = Read("outside/broken", Broken)
COUNTS = Read("outside/broken_counts", Count)
FAILED = Read("outside/failed", Failed)
NOTE = Act("outside/note")


def addresses(tx: Transaction, *, limit: int) -> list[Address]:
    """Addresses to look at, those that were looked at longest ago first."""
    return ADDRESSES.all(tx, limit=limit)


def note(tx: Transaction, *, found: Address, problem: Problem | None) -> None:
    """Keep what was found at an address."""
    NOTE.run(tx, url=found.url, ids=list(found.ids), problem=problem, at=clock.now())


def broken(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """One page of what does not work, for who can mend it; raises NotAllowed for visitors."""
    found = rows(tx, actor=actor, selection=selection, skip=skip, limit=limit)
    problems: Counter[Problem] = Counter()
    kinds: Counter[Kind] = Counter()
    total = 0
    for each in COUNTS.all(tx, visible=actor.visible):
        of_kind, of_problem = selection.kind in {None, each.kind}, selection.problem in {None, each.problem}
        problems[each.problem] += each.links * of_kind
        kinds[each.kind] += each.links * of_problem
        total += each.links * (of_kind and of_problem)
    return Listing(total, found, problems, kinds)


def rows(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> tuple[Broken, ...]:
    """The same without counts, for a file; raises NotAllowed for visitors."""
    actor.must(Permission.SEE_DRAFTS)
    named = {"problem": selection.problem, "kind": selection.kind, "order": selection.order}
    return tuple(BROKEN.all(tx, visible=actor.visible, **named, skip=skip, limit=limit))


def failed(tx: Transaction, *, urls: Sequence[str | None]) -> dict[str, Failed]:
    """Which of these addresses did not answer when somebody last looked; of an earlier day nobody knows."""
    given = [url for url in urls if url]
    if not given or clock.is_past():
        return {}
    return {each.url: each for each in FAILED.all(tx, urls=given)}
