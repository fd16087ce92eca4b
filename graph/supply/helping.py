"""Who can help: parties that offer what initiatives seek, as a reason to invite them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Help:
    """A party offers what an initiative seeks; all but the party by name."""

    party_id: str
    initiative: str
    need: str
    offer: str


HELPING = Read("supply/helping", Help)


def of_parties(tx: Transaction, *, actor: Actor, parties: Iterable[str], initiatives: Iterable[str]) -> list[Help]:
    """What these parties offer that these initiatives seek, in order of party."""
    return HELPING.all(
        tx, parties=sorted(parties), initiatives=sorted(initiatives), visible=actor.visible, on=clock.today()
    )
