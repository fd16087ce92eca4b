"""What a run knows of the keys in the graph, so that it asks only about those that may be there.

A file of new rows asks for nothing but the few records that many rows name. The memory is of one size, however many
keys there are: one bit for each (Bloom, 1970, with one hash). A bit too many costs a question; none is ever missing,
except what another import makes at the same moment, and that the unique keys refuse: then everything is asked again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store import Graph, Transaction

BITS = 1 << 26
# Reading all keys pays for itself in a file that is not much smaller than what the graph holds.
FEW_ROWS = 2_000
MOST_FOR_EACH_ROW = 20
MOST_KEYS = 500_000
MOST_SETTLED = 50_000


@dataclass(frozen=True, slots=True)
class KeysThere:
    """Source keys in the graph."""

    keys: list[str]


KEYS = Read("imports/keys", KeysThere)


class Remembered:
    """Which source keys may be in the graph, and where the records are that this run made or compared already."""

    def __init__(self) -> None:
        """Know nothing: every key may be there."""
        self._bits: bytearray | None = None
        self._settled: dict[tuple[str, str], tuple[str, str]] = {}

    def learn(self, keys: Iterable[str]) -> None:
        """From now on only these keys may be there, and those that are added."""
        self._bits = bytearray(BITS // 8)
        self.add(keys)

    def add(self, keys: Iterable[str]) -> None:
        """These keys may be there too."""
        if self._bits is not None:
            for key in keys:
                bit = hash(key) % BITS
                self._bits[bit >> 3] |= 1 << (bit & 7)

    def may_be(self, key: str) -> bool:
        """Whether the graph may hold a record with this source key."""
        if self._bits is None:
            return True
        bit = hash(key) % BITS
        return bool(self._bits[bit >> 3] & 1 << (bit & 7))

    def doubt(self) -> None:
        """Another import writes as well: ask for everything from now on."""
        self._bits = None
        self._settled.clear()

    def note(self, settled: dict[tuple[str, str], tuple[str, str]]) -> None:
        """These records, by kind and key, were written or compared: nothing but their id and place is needed again."""
        if len(self._settled) > MOST_SETTLED:
            self._settled.clear()
        self._settled.update(settled)

    def settled(self, key: tuple[str, str]) -> tuple[str, str] | None:
        """The id and the place (element id) of a record that needs no question any more."""
        return self._settled.get(key)


def of_graph(graph: Graph, *, namespace: str, rows: int) -> Remembered:
    """What `graph` holds of one namespace; of a small file nothing is learnt, because asking costs less."""
    found = Remembered()
    if rows >= FEW_ROWS:
        limit = min(rows * MOST_FOR_EACH_ROW, MOST_KEYS)
        keys = graph.read(_keys, f"{namespace}:", limit)
        if len(keys) < limit:
            found.learn(keys)
    return found


def _keys(tx: Transaction, beginning: str, limit: int) -> list[str]:
    return KEYS.one(tx, beginning=beginning, limit=limit).keys
