"""Pairs of initiatives scored in full, many at a time, with everything that adds to their score."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from graph.bridges.arrays import NONE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from graph.bridges.arrays import Arrays, Step

    Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a block of rows reaches by one kind of step, the heaviest way to each thing, in order of row and thing."""

    step: Step
    row: Places
    thing: Places
    weight: Places
    ours: Places
    note: Places

    def array(self, shape: tuple[int, int]) -> Any:
        """The weights, rows by things."""
        return sparse.csr_array((self.weight, (self.row, self.thing)), shape=shape, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Shares:
    """What pairs share: the pair, the kind, the thing, its weight, the own thing and the note (`NONE` without)."""

    pair: Places
    kind: NDArray[Any]
    thing: Places
    weight: Places
    ours: Places
    note: Places


def reach(has: Any, step: Step) -> Reach:
    """What rows that have these things reach by `step`; of equally heavy ways the first own thing."""
    mine = has.tocoo()
    begin = np.searchsorted(step.ours, mine.col, side="left")
    many = np.searchsorted(step.ours, mine.col, side="right") - begin
    at = np.repeat(begin - np.cumsum(many) + many, many) + np.arange(int(many.sum()))
    row = np.repeat(mine.row, many).astype(np.int64)
    order = np.lexsort((step.note[at], step.ours[at], -step.weight[at], step.theirs[at], row))
    row, at = row[order], at[order]
    thing = step.theirs[at]
    first = _first(row, thing)
    at = at[first]
    return Reach(step, row[first], thing[first], step.weight[at], step.ours[at], step.note[at])


class Scores:
    """Scores of the initiatives in the rows `start` up to `stop` with others."""

    def __init__(self, town: Arrays, start: int, stop: int) -> None:
        self.town = town
        self.heavy = town.heavy[start:stop]
        has, self._shape = town.has[start:stop], self.heavy.shape
        self.near = [reach(has, step) for step in town.near if step.ours.size]
        self._fits = reach(town.supply[start:stop], town.fits)
        self._arrays = [each.array(self._shape) for each in self.near]

    def slack(self) -> Places:
        """The most that what lies near can add, for each row."""
        most = np.zeros(self._shape[0], dtype=np.int64)
        for each in self.near:
            of_kind = np.zeros_like(most)
            np.maximum.at(of_kind, each.row, each.weight)
            most += of_kind
        return most

    def everything(self, rows: Places) -> Any:
        """Of these rows all that can add to a score, near or not: at least the weight that counts."""
        whole = self.heavy[rows]
        for each in self._arrays:
            whole = whole + each[rows]
        return sparse.csr_array(whole)

    def direct(self, rows: Places, others: Places) -> Places:
        """The part of the score that comes of sharing things themselves."""
        return np.asarray(self.heavy[rows].multiply(self.town.theirs[others]).sum(axis=1), dtype=np.int64).ravel()

    def of(self, rows: Places, others: Places) -> Places:
        """The full score of each of these rows with the other at the same place."""
        total = np.zeros(rows.size, dtype=np.int64)
        shares = self._shares(rows, others)
        np.add.at(total, shares.pair, shares.weight)
        return total

    def shares(self, rows: Places, others: Places) -> Shares:
        """Everything that adds to the score of each pair, heaviest first, equals in order of the thing."""
        found = self._shares(rows, others)
        order = np.lexsort((found.ours, found.thing, -found.weight, found.pair))
        return Shares(*(getattr(found, each.name)[order] for each in fields(found)))

    def _shares(self, rows: Places, others: Places) -> Shares:
        """As `shares`, in no order. What lies near counts once for each kind, where it need not yield to another."""
        town = self.town
        theirs = town.theirs[others]
        both = (self.heavy[rows].multiply(theirs)).tocoo()
        row, kind = both.row.astype(np.int64), np.array(town.kinds, dtype=object)[town.kind[both.col]]
        thing = both.col.astype(np.int64)
        parts = [(row, kind, thing, both.data, *self._own(self._fits, rows[row], thing))]
        there: dict[str, NDArray[np.bool_]] = {}
        for found, array in zip(self.near, self._arrays, strict=True):
            near = (array[rows].multiply(theirs)).tocoo()
            order = np.lexsort((near.col, -near.data, near.row))
            pair, thing, weight = near.row[order].astype(np.int64), near.col[order].astype(np.int64), near.data[order]
            of_kind = found.step.kind
            there[of_kind] = np.isin(np.arange(rows.size), pair)
            yields = np.zeros(rows.size, dtype=np.bool_)
            for stronger in of_kind.yields_to:
                yields[row[kind == stronger.value]] = True
                yields |= there.get(stronger, yields)
            first = _first(pair) & ~yields[pair]
            pair, thing, weight = pair[first], thing[first], weight[first]
            named = np.full(pair.size, of_kind, dtype=object)
            parts.append((pair, named, thing, weight, *self._own(found, rows[pair], thing)))
        return Shares(*(np.concatenate(values) for values in zip(*parts, strict=True)))

    def _own(self, found: Reach, rows: Places, things: Places) -> tuple[Places, Places]:
        """The own thing by which each row reaches the thing, and the note; `NONE` where it reaches it not so."""
        wide = self._shape[1]
        keys, wanted = found.row * wide + found.thing, rows * wide + things
        if not keys.size:
            return np.full(wanted.size, NONE, dtype=np.int64), np.full(wanted.size, NONE, dtype=np.int64)
        at = np.minimum(np.searchsorted(keys, wanted), keys.size - 1)
        there = keys[at] == wanted
        return np.where(there, found.ours[at], NONE), np.where(there, found.note[at], NONE)


def _first(*ordered: Places) -> NDArray[np.bool_]:
    """Where the first of each run of equal values stands."""
    new = np.ones(ordered[0].size, dtype=np.bool_)
    if new.size:
        new[1:] = np.logical_or.reduce([values[1:] != values[:-1] for values in ordered])
    return new
