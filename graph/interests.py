"""Who has an interest in an initiative or goal, and which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Interest:
    """One interest; a person whom the reader may not know is no `party` and has no `text`."""

    party: Mention | None
    text: str | None


IN_RECORD = Read("interests/in_record", Interest)


def in_record(tx: Transaction, *, actor: Actor, record_id: str) -> tuple[Interest, ...]:
    """The interests in an initiative or goal: those with a name first."""
    private = actor.may(Permission.SEE_PRIVATE)
    return tuple(IN_RECORD.all(tx, id=record_id, visible=actor.visible, private=private, on=clock.today()))
