"""How far the lists count: beyond this many, a count takes more time than it tells."""

from __future__ import annotations

MOST_COUNTED = 1_000
