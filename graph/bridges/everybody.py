"""The best bridges of every initiative of a town at once, exactly those of the search of one.

As in the search of one (`graph.bridges.search`) each looks first at the rarest of what it has, and stops when the rest
cannot bring in anybody new (MaxScore; Turtle and Flood 1995, Query evaluation). Whom it met is a product of two sparse
arrays, of many initiatives together; only those that can still be among the best are scored in full. Where the first
guess does not prove itself, the search is done again with what it found as the floor, and at last with everything, what
lies near included. Memory is bounded: as many are taken together as meet `MEETINGS` others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from graph.bridges.arrays import NONE
from graph.bridges.evidence import Scores, Shares
from graph.bridges.search import Found, Shared
from graph.bridges.weights import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from graph.bridges.arrays import Arrays

    Places = NDArray[np.int64]

ROWS = 4_096
MEETINGS = 4_000_000
PAIRS = 200_000


@dataclass(frozen=True, slots=True)
class Block:
    """The best of the initiatives from `start` up to `stop`: pairs in order, with score and all that they share."""

    start: int
    stop: int
    row: Places
    other: Places
    score: Places
    shares: Shares

    def found(self, town: Arrays) -> Iterator[tuple[str, list[Found]]]:
        """Each initiative with its best, as the search of one gives them."""
        ends = np.searchsorted(self.shares.pair, np.arange(self.row.size + 1)).tolist()
        bounds = np.searchsorted(self.row, np.arange(self.stop - self.start + 1)).tolist()
        kinds, things = self.shares.kind.tolist(), self.shares.thing.tolist()
        weights, ours, notes = self.shares.weight.tolist(), self.shares.ours.tolist(), self.shares.note.tolist()
        others, scores = self.other.tolist(), self.score.tolist()
        for row in range(self.stop - self.start):
            yield (
                town.ids[self.start + row],
                [
                    Found(
                        town.ids[others[pair]],
                        scores[pair],
                        tuple(
                            Shared(
                                Evidence(kinds[at]),
                                town.things[things[at]],
                                weights[at],
                                None if ours[at] == NONE else town.things[ours[at]],
                                None if notes[at] == NONE else town.notes[notes[at]],
                            )
                            for at in range(ends[pair], ends[pair + 1])
                        ),
                    )
                    for pair in range(bounds[row], bounds[row + 1])
                ],
            )


def best(town: Arrays, *, limit: int) -> Iterator[Block]:
    """The `limit` best of every initiative, by score and then id, a block of initiatives at a time, in order of id."""
    whom = town.theirs.T.tocsr()
    for start in range(0, len(town.ids), ROWS):
        stop = min(start + ROWS, len(town.ids))
        search = _Search(town, whom, start, stop, limit)
        row, other = search.likely(*search.contenders())
        score = _in_parts(search.scores.of, row, other)
        order = np.lexsort((other, -score, row))
        row, other, score = row[order], other[order], score[order]
        among = (_rank(row) < limit) & (score > 0)
        row, other, score = row[among], other[among], score[among]
        yield Block(start, stop, row, other, score, search.scores.shares(row, other))


class _Search:
    """The search of a block of initiatives."""

    def __init__(self, town: Arrays, whom: Any, start: int, stop: int, limit: int) -> None:
        self.scores = Scores(town, start, stop)
        self.limit = limit
        self.rows, self.everybody = stop - start, len(town.ids)
        self._whom, self._members = whom, np.diff(whom.indptr).astype(np.int64)
        self._town, self._start = town, start
        self._initiators, met = town.initiators[start:stop], town.met[start:stop].tocoo()
        self._met = np.unique(met.row.astype(np.int64) * self.everybody + met.col)
        heavy = self.scores.heavy
        row = np.repeat(np.arange(self.rows), np.diff(heavy.indptr))
        order = np.lexsort((-heavy.data, row))
        self._row, self._thing, self._weight = row, heavy.indices[order], heavy.data[order]
        self._ends = heavy.indptr[1:]
        self._begins = heavy.indptr[:-1]
        self._slack = self.scores.slack()
        self._whole = self._slack + np.asarray(heavy.sum(axis=1), dtype=np.int64).ravel()
        # What is left before each entry is visited.
        self._left = self._whole[row] - (self._running(self._weight) - self._weight)

    def contenders(self) -> tuple[Places, Places]:
        """Rows and others, nobody left out who can be among the best."""
        floor = self._guess()
        row, other, least, rest, reached = self._meet(np.arange(self.rows), floor)
        proved = ((reached > rest) & (reached >= floor)) | ((rest == 0) & (floor == 0))
        kept = proved[row] & (least + rest[row] >= reached[row])
        rows, others = [row[kept]], [other[kept]]
        todo = np.flatnonzero(~proved)
        if todo.size:
            row, other, least, rest, again = self._meet(todo, reached)
            proved |= (again > rest) | (rest == 0)
            kept = proved[row] & (least + rest[row] >= again[row])
            rows, others, todo = [*rows, row[kept]], [*others, other[kept]], np.flatnonzero(~proved)
        if todo.size:
            row, other, _ = self._product(todo, self.scores.everything(todo), again, np.zeros_like(again))
            rows, others = [*rows, row], [*others, other]
        return np.concatenate(rows), np.concatenate(others)

    def likely(self, row: Places, other: Places) -> tuple[Places, Places]:
        """Those of them that can still be among the best when what lies near is added to what is shared itself."""
        direct = _in_parts(self.scores.direct, row, other)
        reached = self._reached(row, direct)
        can = direct + self._slack[row] >= reached[row]
        return row[can], other[can]

    def _reached(self, row: Places, score: Places) -> Places:
        """The score of the last that is asked for, for each row; 0 where there are fewer."""
        order = np.lexsort((-score, row))
        row, score = row[order], score[order]
        reached = np.zeros(self.rows, dtype=np.int64)
        last = _rank(row) == self.limit - 1
        reached[row[last]] = score[last]
        return reached

    def _guess(self) -> Places:
        """A score that enough others are likely to reach: the weight at which as many were met; 0 without them."""
        alike = self._initiators @ self._town.initiators.sum(axis=0)
        enough = self.limit + alike + np.bincount(self._met // self.everybody, minlength=self.rows)
        met = self._running(self._members[self._thing] - 1)
        reaches = np.flatnonzero(met >= enough[self._row])
        floor = np.zeros(self.rows, dtype=np.int64)
        first = reaches[::-1]
        floor[self._row[first]] = self._weight[first]
        return floor

    def _meet(self, todo: Places, floor: Places) -> tuple[Places, Places, Places, Places, Places]:
        """Visit what can still bring in somebody of the floor: whom and with what, the rest, what is reached."""
        visited = self._left >= floor[self._row]
        count = np.bincount(self._row[visited], minlength=self.rows)
        starts = np.concatenate([[0], np.cumsum(count)])
        visits = sparse.csr_array(
            (self._weight[visited], self._thing[visited], starts), shape=self.scores.heavy.shape, dtype=np.int64
        )
        rest = self._whole - np.asarray(visits.sum(axis=1), dtype=np.int64).ravel()
        row, other, least = self._product(todo, visits[todo], floor, rest)
        return row, other, least, rest, self._reached(row, least)

    def _product(self, todo: Places, visits: Any, floor: Places, rest: Places) -> tuple[Places, Places, Places]:
        """Whom each row of `todo` meets, not in contact, with what it met at least, where that can reach the floor."""
        costs = np.zeros(todo.size, dtype=np.int64)
        np.add.at(costs, np.repeat(np.arange(todo.size), np.diff(visits.indptr)), self._members[visits.indices])
        found: list[tuple[Places, Places, Places]] = []
        begin = 0
        running = np.cumsum(costs)
        while begin < todo.size:
            before = running[begin - 1] if begin else 0
            end = max(begin + 1, int(np.searchsorted(running, before + MEETINGS, side="right")))
            met = (visits[begin:end] @ self._whom).tocoo()
            row = todo[begin:end][met.row]
            can = met.data + rest[row] >= np.maximum(floor[row], 1)
            row, other, least = row[can], met.col[can].astype(np.int64), met.data[can]
            free = ~self._in_contact(row, other)
            found.append((row[free], other[free], least[free]))
            begin = end
        row, other, least = (np.concatenate(values) for values in zip(*found, strict=True))
        return row, other, least

    def _running(self, values: Places) -> Places:
        """The running sum of the entries within each row."""
        total: Places = np.concatenate([[0], np.cumsum(values)])
        before: Places = np.repeat(total[self._begins], self._ends - self._begins)
        return total[1:] - before

    def _in_contact(self, row: Places, other: Places) -> NDArray[np.bool_]:
        """Whether each pair is no bridge: the initiative itself, the same initiator, or a bridge past `suggested`."""
        alike = self._initiators[row].multiply(self._town.initiators[other]).sum(axis=1)
        closed: NDArray[np.bool_] = (other == self._start + row) | (np.asarray(alike).ravel() > 0)
        return closed | np.isin(row * self.everybody + other, self._met)


def _in_parts(scored: Callable[[Places, Places], Places], row: Places, other: Places) -> Places:
    """What is scored, `PAIRS` at a time."""
    parts = [scored(row[at : at + PAIRS], other[at : at + PAIRS]) for at in range(0, row.size, PAIRS)]
    return np.concatenate([np.zeros(0, dtype=np.int64), *parts])


def _rank(row: Places) -> Places:
    """The place of each within its row, where rows stand together."""
    new = np.flatnonzero(np.concatenate([[True], row[1:] != row[:-1]])) if row.size else np.zeros(0, dtype=np.int64)
    sizes = np.diff(np.concatenate([new, [row.size]])) if row.size else new
    return np.arange(row.size) - np.repeat(new, sizes)
