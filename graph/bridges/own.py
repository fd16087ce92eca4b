"""What who speaks for an initiative or organisation sees of its bridges: question, shared things, own answer.

Never the score, who could introduce them, what the other answered, or why a bridge ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.bridges import parties, represented, suggestions
from graph.bridges.standing import Happened, State
from graph.bridges.weights import whole
from graph.query import Read
from graph.rights import VISITOR

if TYPE_CHECKING:
    from graph.bridges.suggestions import Reason
    from graph.rights import Actor
    from graph.store import Transaction

MOST = 50


@dataclass(frozen=True, slots=True)
class OwnBridge:
    """A bridge of one own initiative or organisation, as far as both sides know of it."""

    own_id: str
    own: str
    for_organisation: bool
    other_id: str
    other: str
    summary: str | None
    with_organisation: bool
    state: State
    wish: str | None
    answer: Happened | None

    @property
    def is_open(self) -> bool:
        """Whether an answer is waited for."""
        return self.state is State.ASKED and self.answer is None


@dataclass(frozen=True, slots=True)
class Asked:
    """A bridge with what both share, from what everybody may know; the heaviest reasons first."""

    bridge: OwnBridge
    reasons: tuple[Reason, ...]


OF_PERSON = Read("bridges/of_person", OwnBridge)


def bridges(tx: Transaction, *, actor: Actor) -> list[OwnBridge]:
    """The bridges of one's own initiatives and organisations, what waits for an answer first; raises NotAllowed."""
    mine = represented.sides(tx, actor=actor)
    return sorted(OF_PERSON.all(tx, mine=mine, limit=MOST), key=lambda each: not each.is_open)


def asked(tx: Transaction, *, actor: Actor) -> list[Asked]:
    """The same with what they share; raises NotAllowed."""
    return [Asked(each, known_to_all(tx, a=each.own_id, b=each.other_id)) for each in bridges(tx, actor=actor)]


def known_to_all(tx: Transaction, *, a: str, b: str) -> tuple[Reason, ...]:
    """What both share as far as everybody may know it, without people; the heaviest first, or nothing.

    What groups read is made of these: a draft, or who is involved with both, is not theirs to know.
    """
    weights = whole(with_people=False)
    found = parties.sharing(tx, a=a, b=b, visible=VISITOR.visible, weights=weights)
    pairs = suggestions.named(tx, actor=VISITOR, found=[found], proved=True) if found else []
    return pairs[0].suggestion.reasons if pairs else ()
