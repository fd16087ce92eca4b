"""How Python itself behaves while a large file comes in: fewer interruptions, put back afterwards."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A chunk is some hundred thousand objects that live for a second and hold no circles: looking through them for circles
# after every 700 took up to a quarter of the time of Python. Many more objects than this only cost memory.
OBJECTS, ROUNDS = 100_000, 10
# While one chunk is sent, the next is read: the sender waits this long at most for its turn, many times in a chunk.
SECONDS_A_TURN = 0.0005


@contextmanager
def undisturbed() -> Iterator[None]:
    """Within this, circles are looked for seldom and threads take turns often."""
    thresholds, turn = gc.get_threshold(), sys.getswitchinterval()
    gc.set_threshold(OBJECTS, ROUNDS, ROUNDS)
    sys.setswitchinterval(SECONDS_A_TURN)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        sys.setswitchinterval(turn)
