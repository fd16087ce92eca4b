"""How far the lists count: beyond this many, a count takes more time than it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sized

MOST_COUNTED = 1_000


def cut(most: int, **read: Sized) -> frozenset[str]:
    """The names of what was read to its limit of `most` rows, so that there may be more."""
    return frozenset(name for name, rows in read.items() if len(rows) >= most)
