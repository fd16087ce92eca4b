"""The areas that the form at the door offers, called so that two of the same name can be told apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.areas import OfferedArea


def labels(areas: Sequence[OfferedArea]) -> list[str]:
    """What to call each of them: its name, with as much of what lies around it as tells it apart, then its code."""
    words = [[each.name, *each.above, *([each.code] if each.code else [])] for each in areas]
    sizes = [1] * len(words)
    while True:
        made = [", ".join(told[:size]) for told, size in zip(words, sizes, strict=True)]
        times = Counter(map(str.casefold, made))
        longer = [
            min(size + (times[label.casefold()] > 1), len(told))
            for told, size, label in zip(words, sizes, made, strict=True)
        ]
        if longer == sizes:
            return made
        sizes = longer
