"""Likely duplicates: found by name, looked at by people, merged or set apart.

`refresh` finds and lists them after an import, `likely` reads the list, `merge` makes one of two, `not_the_same` keeps
a pair apart for good, and `survivor_of` leads an old address to the record that took its place.
"""

from graph.duplicates.alike import Pair, among
from graph.duplicates.listing import (
    KINDS,
    Likely,
    Order,
    Selection,
    Side,
    count,
    counts,
    is_likely,
    likely,
    refresh,
    sides,
)
from graph.duplicates.merging import Survivor, merge, not_the_same, survivor_of

__all__ = [
    "KINDS",
    "Likely",
    "Order",
    "Pair",
    "Selection",
    "Side",
    "Survivor",
    "among",
    "count",
    "counts",
    "is_likely",
    "likely",
    "merge",
    "not_the_same",
    "refresh",
    "sides",
    "survivor_of",
]
