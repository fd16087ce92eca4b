"""The list of subsidy schemes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention
from graph.model import Visibility
from graph.query import Read
from graph.remembering import remembered

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_READ = 2_000


@dataclass(frozen=True, slots=True)
class SchemeInList:
    """One line of the list; `grants` and `applications` count contributions given and not answered yet."""

    id: str
    name: str
    visibility: Visibility
    ceiling: float | None
    deadline: dt.date | None
    joint_application: bool | None
    goals: tuple[Mention, ...]
    themes: tuple[Mention, ...]
    grants: int
    applications: int
    granted: float

    @property
    def is_open(self) -> bool | None:
        """Whether people can still apply; None when no last day is known."""
        return None if self.deadline is None else self.deadline >= clock.today()


@dataclass(frozen=True, slots=True)
class Listing:
    """Every scheme by name; with `is_cut` there may be more than these first `MOST_READ`."""

    rows: tuple[SchemeInList, ...]
    is_cut: bool


LIST = Read("schemes/list", SchemeInList)


@remembered
def listing(tx: Transaction, *, actor: Actor) -> Listing:
    """Every scheme the reader may see, by name."""
    rows = LIST.all(tx, visible=actor.visible, on=clock.today(), past=clock.past(), limit=MOST_READ)
    return Listing(tuple(rows), is_cut=len(rows) >= MOST_READ)
