"""Whether a tree of rows can be: nothing falls under itself, and what a row falls under is there or comes too.

This is asked of the whole file beside what is in the graph, before anything is written, because the rows may stand in
any order. It is kept in memory: a municipality has few goals, themes and areas.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from graph.imports import known
from graph.imports.finding import find
from graph.imports.refusals import Fault, RowRefused
from graph.model import SHAPE, Link
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.imports.drafts import Draft, Named, Tied
    from graph.imports.finding import Key
    from graph.imports.known import Known
    from graph.imports.profile import Profile
    from graph.store import Graph, Transaction

STEP = 2_000
TREES = frozenset(shape.parent for shape in SHAPE.values() if shape.parent)
# Where a record is part of one other, a row that names another one moves it there. A theme can have several above it.
SINGLE = frozenset({Link.PART_OF})

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Upward:
    """A link upwards in the graph; `lasts` while it is not over, `brought` when an import laid it."""

    start_id: str
    end_id: str
    lasts: bool
    brought: bool


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of the file with the links upwards that it asks for."""

    number: int
    line: int
    cells: tuple[str, ...]
    main: Named
    above: tuple[Tied, ...]


@dataclass(frozen=True, slots=True)
class Walked:
    """The rows that cannot be, each with the reason, in order of the file.

    `earlier` are the ids of what an import put a record under before and this file does not, by its source key.
    """

    unfit: list[tuple[Row, RowRefused]] = field(default_factory=list)
    earlier: dict[str, frozenset[str]] = field(default_factory=dict)


UPWARD = Read("imports/tree", Upward)


def walk(graph: Graph, profile: Profile, drafts: Iterable[Draft | None]) -> Walked:
    """Hold the tree of the file against itself and the graph; nothing is read for a profile without one."""
    if not any(link.link in TREES for link in profile.self_links):
        return Walked()
    rows = [
        Row(draft.number, draft.line, draft.cells, draft.main, tuple(tie for tie in draft.ties if _is_upward(tie)))
        for draft in drafts
        if draft
    ]
    kind = profile.records[profile.main].kind.value
    single = any(link.link in SINGLE for link in profile.self_links)
    tree = _Tree(_places(graph, profile, rows), graph.read(upward, kind=kind), single=single)
    unfit: list[tuple[Row, RowRefused]] = []
    left = rows
    while wrong := tree.wrong(left):
        # What is not written moves nothing and is no place for others, so the rest is judged again.
        unfit += [(row, _refused(profile, *why)) for row, why in wrong.items()]
        left = [row for row in left if row not in wrong]
    return Walked(sorted(unfit, key=lambda each: each[0].number), tree.earlier(left))


def upward(tx: Transaction, *, kind: str) -> list[Upward]:
    """The links upwards between records of one kind, also those that are over."""
    return UPWARD.all(tx, kind=kind)


def on_circles(edges: Iterable[Edge]) -> set[Edge]:
    """Those of `edges` by which a node comes above itself: both its ends can be reached from each other."""
    every = sorted(set(edges))
    if not every:
        return set()
    number = {node: place for place, node in enumerate(dict.fromkeys(chain.from_iterable(every)))}
    starts, ends = zip(*((number[start], number[end]) for start, end in every), strict=True)
    size = len(number)
    matrix = sparse.csr_matrix((np.ones(len(every), dtype=np.int8), (starts, ends)), shape=(size, size))
    group = csgraph.connected_components(matrix, connection="strong")[1]
    return {edge for edge, start, end in zip(every, starts, ends, strict=True) if group[start] == group[end]}


class _Tree:
    """What the graph has above what; records of the file that are not there yet are known by their source keys."""

    def __init__(self, places: Mapping[Key, str | None], links: Iterable[Upward], *, single: bool) -> None:
        self._places, self._single = places, single
        self._lasting: dict[str, dict[str, bool]] = defaultdict(dict)
        self._over: set[Edge] = set()
        for each in links:
            if each.lasts:
                laid = self._lasting[each.start_id]
                laid[each.end_id] = each.brought or laid.get(each.end_id, False)
            elif each.brought:
                self._over.add((each.start_id, each.end_id))

    def wrong(self, rows: list[Row]) -> dict[Row, tuple[Tied, Fault]]:
        """The rows that cannot be beside the others, with the link that is at fault."""
        written = {row.main.key for row in rows}
        missing = {
            row: (tie, Fault.NOT_THERE) for row in rows for tie in row.above if not self._comes(tie.end, written)
        }
        if missing:
            return missing
        edges = {row: [(tie, edge) for tie in row.above if (edge := self._edge(tie))] for row in rows}
        moved = self._moved(edge for found in edges.values() for _, edge in found)
        laid = {edge for found in edges.values() for _, edge in found if self._is_laid(edge, moved)}
        stays = {
            (start, end)
            for start, ends in self._lasting.items()
            for end in ends
            if end not in moved.get(start, frozenset())
        }
        wrong = on_circles(laid | stays)
        return {
            row: (tie, Fault.OWN_PARENT)
            for row, found in edges.items()
            for tie, edge in reversed(found)
            if edge[0] == edge[1] or edge in wrong
        }

    def earlier(self, rows: list[Row]) -> dict[str, frozenset[str]]:
        """What each record of these rows is no longer part of, by its source key; only what imports laid."""
        moved = self._moved(edge for row in rows for tie in row.above if (edge := self._edge(tie)))
        found = {row.main.key: moved.get(self._node(row.main) or "") for row in rows if row.above}
        return {key: ids for key, ids in found.items() if ids}

    def _moved(self, edges: Iterable[Edge]) -> dict[str, frozenset[str]]:
        named: dict[str, set[str]] = defaultdict(set)
        for start, end in edges if self._single else ():
            named[start].add(end)
        left = {
            start: frozenset(
                end for end, brought in self._lasting.get(start, {}).items() if brought and end not in ends
            )
            for start, ends in named.items()
        }
        return {start: ends for start, ends in left.items() if ends}

    def _is_laid(self, edge: Edge, moved: Mapping[str, frozenset[str]]) -> bool:
        """Whether the link will last: what people ended stays over, unless the file moves the record back there."""
        start, end = edge
        return end in self._lasting.get(start, {}) or edge not in self._over or start in moved

    def _comes(self, named: Named, written: set[str]) -> bool:
        return named.missing != "reject" or named.key in written or (named.kind, named.key) in self._places

    def _edge(self, tie: Tied) -> Edge | None:
        start, end = self._node(tie.start), self._node(tie.end)
        return (start, end) if start and end else None

    def _node(self, named: Named) -> str | None:
        """The id of the record, its source key when it is new, None when it was taken away."""
        return self._places.get((named.kind, named.key), named.key)


def _is_upward(tie: Tied) -> bool:
    return tie.tree and tie.link in TREES


def _places(graph: Graph, profile: Profile, rows: list[Row]) -> dict[Key, str | None]:
    """The ids of those records of the rows that are in the graph; None for one that was taken away."""
    there = graph.read(known.load, profile=profile, all_of_them=True)
    named = {(each.kind, each.key): each for row in rows for each in (row.main, *(tie.end for tie in row.above))}
    every = [named[key] for key in sorted(named)]
    found: dict[Key, str | None] = {}
    for first in range(0, len(every), STEP):
        found |= graph.read(_ids, every[first : first + STEP], there)
    return found


def _ids(tx: Transaction, named: list[Named], there: Known) -> dict[Key, str | None]:
    return {key: spot.id if spot else None for key, spot in find(tx, named, there)[0].items()}


def _refused(profile: Profile, tie: Tied, fault: Fault) -> RowRefused:
    part = profile.records[tie.end.part]
    return RowRefused(part.each or part.key or tie.end.part, fault, tie.end.properties["name"])
