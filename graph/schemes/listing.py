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

MOST_SCHEMES = 2_000


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


LIST = Read("schemes/list", SchemeInList)


@remembered
def listing(tx: Transaction, *, actor: Actor) -> list[SchemeInList]:
    """Every scheme the reader may see, by name."""
    return LIST.all(tx, visible=actor.visible, on=clock.today(), past=clock.past(), limit=MOST_SCHEMES)
