"""What somebody who undertakes an initiative sees of its bridges: the question, the shared things, the own answer.

Never the score, who could introduce them, what the other answered, or why a bridge ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import submissions
from graph.bridges import search, suggestions
from graph.bridges.life import Happened, State
from graph.bridges.weights import whole
from graph.query import Read
from graph.rights import VISITOR, Permission

if TYPE_CHECKING:
    from graph.bridges.suggestions import Reason
    from graph.rights import Actor
    from graph.store import Transaction

MOST = 50


@dataclass(frozen=True, slots=True)
class OwnBridge:
    """A bridge of one own initiative, as far as both groups know of it."""

    own_id: str
    own: str
    other_id: str
    other: str
    summary: str | None
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
    """The bridges of one's own initiatives, those that wait for an answer first; raises NotAllowed."""
    actor.must(Permission.EDIT_OWN)
    mine = [part.initiative.id for part in submissions.page(tx, actor=actor).parts]
    return sorted(OF_PERSON.all(tx, mine=mine, limit=MOST), key=lambda each: not each.is_open)


def asked(tx: Transaction, *, actor: Actor) -> list[Asked]:
    """The same with what they share; raises NotAllowed."""
    return [Asked(each, _reasons(tx, each)) for each in bridges(tx, actor=actor)]


def _reasons(tx: Transaction, bridge: OwnBridge) -> tuple[Reason, ...]:
    found = search.sharing(
        tx,
        initiative_id=bridge.own_id,
        others=[bridge.other_id],
        visible=VISITOR.visible,
        weights=whole(with_people=False),
    )
    pairs = suggestions.named(tx, actor=VISITOR, found=[(bridge.own_id, each) for each in found], proved=True)
    return pairs[0].suggestion.reasons if pairs else ()
