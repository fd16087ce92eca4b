"""What makes a row without an id the same row again: a hash of what identifies it, and an ordinal among equals.

Equals are put in order by the rest of what they say, so that the order of the file does not matter: rows that are
equal to the letter are interchangeable. Sixteen bytes are kept for each row while the file is looked through.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from graph.imports.reading import normalised

if TYPE_CHECKING:
    from graph.imports.columns import Cells
    from graph.imports.profile import Profile


class Identities:
    """First `note` every row of the file, then `settle`, then ask for the `key` of every row again, in any order."""

    def __init__(self, profile: Profile) -> None:
        """Identify rows by the columns that `profile.row` names."""
        self._columns = profile.row.hash if profile.row else ()
        self._own = array("Q")
        self._rest = array("Q")
        self._lowest: dict[tuple[int, int], int] = {}
        self._ordinals: dict[tuple[int, int], int] = {}
        self._equals: frozenset[int] = frozenset()

    def note(self, cells: Cells) -> None:
        """Count the row in."""
        if self._columns:
            own, rest = self._digests(cells)
            self._own.append(own)
            self._rest.append(rest)

    def settle(self) -> None:
        """Find the rows that share what identifies them."""
        own, rest = np.frombuffer(self._own, np.uint64), np.frombuffer(self._rest, np.uint64)
        found, times = np.unique(own, return_counts=True)
        self._equals = frozenset(found[times > 1].tolist())
        among = np.isin(own, found[times > 1])
        others: dict[int, list[int]] = defaultdict(list)
        for one, other in zip(own[among].tolist(), rest[among].tolist(), strict=True):
            others[one].append(other)
        self._lowest = {
            (one, other): place
            for one, found_rest in others.items()
            for place, other in reversed(list(enumerate(sorted(found_rest), start=1)))
        }
        self._own, self._rest = array("Q"), array("Q")
        self.restart()

    def restart(self) -> None:
        """The file is read again from its first row."""
        self._ordinals = dict(self._lowest)

    def key(self, cells: Cells) -> str:
        """The identity of the row; each of several equal rows must be asked for once, in any order."""
        if not self._columns:
            return ""
        own, rest = self._digests(cells)
        if own not in self._equals:
            return f"{own:016x}-1"
        ordinal = self._ordinals[own, rest]
        self._ordinals[own, rest] = ordinal + 1
        return f"{own:016x}-{ordinal}"

    def _digests(self, cells: Cells) -> tuple[int, int]:
        texts = cells.texts
        own = "\x1f".join([_normalised(texts.get(name, "")) for name in self._columns])
        rest = "\x1f".join(texts.values())
        return _digest(own), _digest(rest)


# Most columns of a register say the same few things again and again.
_normalised = lru_cache(16_384)(normalised)


def _digest(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
