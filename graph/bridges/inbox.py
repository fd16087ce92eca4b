"""The list of a bridge-builder: what is new, and what became of the bridges somebody did something with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.bridges import suggestions
from graph.bridges.life import State
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.bridges.suggestions import Pair
    from graph.rights import Actor
    from graph.store import Transaction

NEWEST = 100
UNDER_WAY_LIMIT = 500


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A bridge past `suggested`: who took the last step, when, and with which text or reason."""

    state: State
    since: dt.datetime | None
    by: str | None
    text: str | None
    first_id: str
    first: str
    second_id: str
    second: str


@dataclass(frozen=True, slots=True)
class Inbox:
    """New suggestions, best first, and bridges under way, last changed first."""

    new: tuple[Pair, ...]
    under_way: tuple[UnderWay, ...]


UNDER_WAY = Read("bridges/under_way", UnderWay)


def read(tx: Transaction, *, actor: Actor) -> Inbox:
    """The whole list; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    return Inbox(
        new=tuple(suggestions.for_town(tx, actor=actor, limit=NEWEST)),
        under_way=tuple(UNDER_WAY.all(tx, visible=actor.visible, limit=UNDER_WAY_LIMIT)),
    )
