"""The list of likely duplicates, kept in the graph so that a page of it is quick."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph.duplicates.alike import NameOf, Pair, pairs, untold
from graph.model import Kind
from graph.query import Act, Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.rights import Actor
    from graph.store import Graph, Transaction

KINDS = (Kind.ORGANISATION, Kind.INITIATIVE)
STEP = 5_000
MOST = 20_000
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Likely:
    """Two records that are likely the same; `score` runs to 100."""

    first_id: str
    first_name: str
    second_id: str
    second_name: str
    kind: Kind
    score: float


@dataclass(frozen=True, slots=True)
class Refused:
    """Two records that somebody said are not the same."""

    first_id: str
    second_id: str


@dataclass(frozen=True, slots=True)
class TieOf:
    """A record that one of the two is tied to."""

    kind: Kind
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of two records beside each other."""

    id: str
    kind: Kind
    version: int
    properties: dict[str, Any]
    ties: tuple[TieOf, ...]


class Order(StrEnum):
    """In which order the pairs stand: the likeliest first, or by the name of the first."""

    LIKELIEST = "likeliest"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows: one kind of record."""

    kind: Kind | None = None
    order: Order = Order.LIKELIEST


ALL = Selection()


@dataclass(frozen=True, slots=True)
class Number:
    """How many pairs of one kind wait."""

    kind: Kind
    pairs: int


@dataclass(frozen=True, slots=True)
class Same:
    """Whether two records are likely the same."""

    likely: bool


NAMES = Read("duplicates/names", NameOf)
REFUSED = Read("duplicates/refused", Refused)
LIKELY = Read("duplicates/likely", Likely)
COUNT = Read("duplicates/count", Number)
IS_LIKELY = Read("duplicates/is_likely", Same)
SIDES = Read("duplicates/sides", Side)
FORGET = Act("duplicates/forget")
REMEMBER = Act("duplicates/remember")


def refresh(graph: Graph, *, actor: Actor, kind: Kind, told: Callable[[int, int], None] = untold) -> list[Pair]:
    """Find the likely duplicates of `kind` and list them anew; initiatives only where they share an initiator or area.

    Pairs that somebody set apart are left out; `told` hears how far the search is. Raises NotAllowed.
    """
    actor.must(Permission.IMPORT)
    graph = graph.patient(PATIENCE)
    apart = {(each.first_id, each.second_id) for each in graph.read(_apart, kind)}
    found = pairs(graph.read(_names, kind), near=kind is Kind.INITIATIVE, told=told)
    found = [pair for pair in found if (pair.first_id, pair.second_id) not in apart][:MOST]
    graph.write(_forget, kind)
    rows = [{"first_id": pair.first_id, "second_id": pair.second_id, "score": pair.score} for pair in found]
    for start in range(0, len(rows), STEP):
        graph.write(_remember, rows[start : start + STEP])
    return found


def _apart(tx: Transaction, kind: Kind) -> list[Refused]:
    return REFUSED.all(tx, kind=kind.value)


def _names(tx: Transaction, kind: Kind) -> list[NameOf]:
    return NAMES.all(tx, kind=kind.value)


def _forget(tx: Transaction, kind: Kind) -> None:
    FORGET.run(tx, kind=kind.value)


def _remember(tx: Transaction, rows: list[dict[str, Any]]) -> None:
    REMEMBER.run(tx, pairs=rows)


def likely(
    tx: Transaction, *, actor: Actor, selection: Selection = ALL, skip: int = 0, limit: int = 25
) -> list[Likely]:
    """One page of the likely duplicates that wait; raises NotAllowed."""
    actor.must(Permission.IMPORT)
    return LIKELY.all(tx, kind=selection.kind, order=selection.order, skip=skip, limit=limit)


def is_likely(tx: Transaction, *, actor: Actor, first_id: str, second_id: str) -> bool:
    """Whether these two wait in the list; False where one of them is gone. Raises NotAllowed for who sees no drafts."""
    actor.must(Permission.SEE_DRAFTS)
    found = IS_LIKELY.maybe(tx, first_id=first_id, second_id=second_id)
    return found is not None and found.likely


def count(tx: Transaction, *, actor: Actor) -> int:
    """How many likely duplicates wait; raises NotAllowed."""
    return counts(tx, actor=actor).total()


def counts(tx: Transaction, *, actor: Actor) -> Counter[Kind]:
    """How many likely duplicates of each kind wait; raises NotAllowed."""
    actor.must(Permission.IMPORT)
    return Counter({each.kind: each.pairs for each in COUNT.all(tx)})


def sides(tx: Transaction, *, actor: Actor, first_id: str, second_id: str) -> list[Side]:
    """Both records, or fewer when one was removed; raises NotAllowed."""
    actor.must(Permission.IMPORT)
    return SIDES.all(tx, ids=sorted({first_id, second_id}), limit=30)
