"""Fill the fields that hold links with what the graph offers to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access import current_actor
from app.database import graph
from graph import choices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.records.picking import RecordsField


def fill(fields: Iterable[RecordsField]) -> None:
    """Give each of `fields` the names of its chosen records, and the records that match what was typed."""
    asked = list(fields)
    found = graph().read(choices.offer, actor=current_actor(), wanted=[field.wanted() for field in asked])
    for field, offer in zip(asked, found, strict=True):
        field.offer = offer
