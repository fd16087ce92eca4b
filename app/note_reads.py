"""Who read the words of a note of others: remembered wherever a page or file shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access import current_actor
from app.database import graph
from graph import interactions

if TYPE_CHECKING:
    from collections.abc import Iterable


def remember(ids: Iterable[str]) -> None:
    """Remember that this person read these interactions, once a day each."""
    read, actor = list(ids), current_actor()
    if read and graph().read(interactions.unlogged, actor=actor, ids=read):
        graph().write(interactions.note_reads, actor=actor, ids=read)
