"""What was known on an earlier day: a list of that day leaves out what was not there yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.query import Read

if TYPE_CHECKING:
    from graph.model import Kind
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class _NotYet:
    """The ids of what was not there yet."""

    ids: tuple[str, ...]


NOT_YET = Read("known/not_yet", _NotYet)


def not_yet(tx: Transaction, *, kind: Kind) -> list[str]:
    """The initiatives or organisations that were not there yet on the day that is shown; of today that is none."""
    if not clock.is_past():
        return []
    return list(NOT_YET.one(tx, kind=kind.value, on=clock.today()).ids)
