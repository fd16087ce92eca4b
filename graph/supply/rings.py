"""Rings: two or three parties that each offer what the next one seeks, so that everybody gives and gets.

Only words tie the steps of a ring (`graph.supply.saying`); a ring is as strong as its weakest step. It begins with the
party with the least id, so that each ring is found once; two rings of the same three parties run in opposite ways.
The `EDGES` strongest exchanges are looked at. Two parties that somebody undertakes both of, or between which a bridge
is under way, make no ring.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention
from graph.model import Kind
from graph.query import Read

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

EDGES = 500
MOST = 200


@dataclass(frozen=True, slots=True)
class Step:
    """One party gives what the next one seeks."""

    giver: Mention
    taker: Mention
    offer: Mention
    need: Mention


BRIDGED = (Kind.INITIATIVE, Kind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Ring:
    """Two or three steps; the taker of each is the giver of the next. `weakest` is the score of the weakest step."""

    steps: tuple[Step, ...]
    weakest: int

    @property
    def parties(self) -> tuple[Mention, ...]:
        """Who is in it, in the order in which they give."""
        return tuple(step.giver for step in self.steps)

    @property
    def pairs(self) -> tuple[tuple[Mention, Mention], ...]:
        """The pairs between which a bridge can be built, the initiative first: one of the two must be one."""
        firsts = self.steps if len(self.steps) > 2 else self.steps[:1]  # noqa: PLR2004 — two parties are one pair
        both = [sorted((step.giver, step.taker), key=lambda each: each.kind is not Kind.INITIATIVE) for step in firsts]
        return tuple((one, other) for one, other in both if one.kind is Kind.INITIATIVE and other.kind in BRIDGED)


RINGS = Read("supply/rings", Ring)


def in_town(tx: Transaction, *, actor: Actor, limit: int = MOST) -> list[Ring]:
    """The rings, those of two parties first, strongest first."""
    return RINGS.all(tx, visible=actor.visible, on=clock.today(), edges=EDGES, limit=limit)
