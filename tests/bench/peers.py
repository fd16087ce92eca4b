"""What others need for the same: the best of one initiative and of all, from the same weights, in memory.

All count what is shared itself, needs and offers that fit included, in the same whole numbers; what lies near is left
out, to their advantage, and they begin with the graph in memory. Each gives scores, best first; which of equals is
named first is left to them.
"""

from __future__ import annotations

import heapq
from collections import Counter
from typing import TYPE_CHECKING, Any

import igraph
import networkx as nx
import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from graph.bridges.arrays import Arrays

BLOCK = 1_000


class Peers:
    """The graph as each of the others wants it; `sparse_only` leaves out those that take gigabytes for a large one."""

    def __init__(self, town: Arrays, *, limit: int, sparse_only: bool = False) -> None:
        self.town, self.limit = town, limit
        self.place = {each: at for at, each in enumerate(town.ids)}
        self.whom = town.theirs.T.tocsr()
        self.left, self.right = sparse.csr_matrix(town.heavy), sparse.csr_matrix(self.whom)
        alike = sparse.csr_array(town.initiators @ town.initiators.T + town.met)
        self.closed = alike
        self.most_closed = int(np.diff(alike.indptr).max()) + 1
        self.one: dict[str, Callable[[int], list[int]]] = {
            "scipy.sparse": self.by_scipy,
            "sparse_dot_topn": self.by_top_n,
        }
        if not sparse_only:
            first = len(town.ids)
            rows = np.repeat(np.arange(first), np.diff(town.theirs.indptr))
            edges = np.stack([rows, town.theirs.indices + first], axis=1)
            self.network = nx.Graph(map(tuple, edges.tolist()))
            self.graph = igraph.Graph(n=first + len(town.things), edges=edges)
            self.members = [part.tolist() for part in np.split(self.whom.indices, self.whom.indptr[1:-1])]
            self.one |= {"raw Python": self.by_python, "networkx": self.by_networkx, "igraph": self.by_igraph}

    def by_python(self, row: int) -> list[int]:
        """Dictionaries and lists."""
        score: dict[int, int] = {}
        for thing, weight in self._things(row):
            for other in self.members[thing]:
                score[other] = score.get(other, 0) + weight
        return self._best(row, score)

    def by_networkx(self, row: int) -> list[int]:
        """The neighbours of neighbours in networkx."""
        first, score = len(self.town.ids), Counter[int]()
        for thing, weight in self._things(row):
            for other in self.network[first + thing]:
                score[other] += weight
        return self._best(row, score)

    def by_igraph(self, row: int) -> list[int]:
        """The neighbours of neighbours in igraph."""
        first, score = len(self.town.ids), Counter[int]()
        for thing, weight in self._things(row):
            for other in self.graph.neighbors(first + thing):
                score[other] += weight
        return self._best(row, score)

    def by_scipy(self, row: int) -> list[int]:
        """One row of a product of sparse arrays."""
        product = self.town.heavy[[row]] @ self.whom
        return self._top(row, product.indices, product.data)

    def by_top_n(self, row: int) -> list[int]:
        """One row of a product that keeps the largest."""
        product = sp_matmul_topn(self.left[row], self.right, top_n=self.limit + self.most_closed)
        return self._top(row, product.indices, product.data)

    def all_by_top_n(self, stop: int, threads: int) -> list[list[int]]:
        """The rows up to `stop` by sparse_dot_topn."""
        wanted = self.limit + self.most_closed
        return self._rows(sp_matmul_topn(self.left[:stop], self.right, top_n=wanted, n_threads=threads), 0)

    def all_by_scipy(self, start: int, stop: int) -> list[list[int]]:
        """The rows from `start` up to `stop` by SciPy, a block at a time."""
        found: list[list[int]] = []
        for at in range(start, stop, BLOCK):
            found += self._rows(self.town.heavy[at : min(at + BLOCK, stop)] @ self.whom, at)
        return found

    def _rows(self, product: Any, start: int) -> list[list[int]]:
        bounds = product.indptr
        return [
            self._top(
                start + row, product.indices[bounds[row] : bounds[row + 1]], product.data[bounds[row] : bounds[row + 1]]
            )
            for row in range(product.shape[0])
        ]

    def _things(self, row: int) -> list[tuple[int, int]]:
        begin, end = self.town.heavy.indptr[row : row + 2]
        return list(
            zip(self.town.heavy.indices[begin:end].tolist(), self.town.heavy.data[begin:end].tolist(), strict=True)
        )

    def _not(self, row: int) -> NDArray[np.int64]:
        begin, end = self.closed.indptr[row : row + 2]
        return np.append(self.closed.indices[begin:end], row)

    def _best(self, row: int, score: dict[int, int]) -> list[int]:
        for other in self._not(row).tolist():
            score.pop(other, None)
        return heapq.nlargest(self.limit, score.values())

    def _top(self, row: int, others: NDArray[Any], scores: NDArray[np.int64]) -> list[int]:
        wanted = self.limit + self._not(row).size
        if scores.size > wanted:
            among = np.argpartition(scores, scores.size - wanted)[-wanted:]
            others, scores = others[among], scores[among]
        kept = scores[~np.isin(others, self._not(row))]
        best: list[int] = np.sort(kept)[::-1][: self.limit].tolist()
        return best
