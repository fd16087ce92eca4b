"""Suggestions of an initiative and an organisation that should meet, with names and reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, linking
from graph.bridges import kept, parties, standing, suggestions
from graph.bridges.standing import State
from graph.errors import Conflict, NotFound
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.bridges.suggestions import Pair
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Partner:
    """Whether the organisation takes part in the initiative today, or undertakes it."""

    takes_part: bool


# From then on it is worth to say that the organisation is a partner.
TOGETHER = frozenset({State.WORKING_TOGETHER, State.RESULT})

TAKES_PART = Read("bridges/takes_part", Partner)


def of_party(tx: Transaction, *, actor: Actor, party_id: str, limit: int = 10) -> list[Pair]:
    """The organisations that an initiative should meet, or the initiatives for an organisation, best first.

    The first of each pair is the initiative. Empty for who may not see bridges, and when there is no such party.
    """
    if not actor.may(Permission.SEE_BRIDGES):
        return []
    found = parties.best(
        tx, party_id=party_id, limit=limit, visible=actor.visible, weights=kept.for_actor(tx, actor=actor)
    )
    return suggestions.named(tx, actor=actor, found=found, proved=True)


@remembered
def of_town(tx: Transaction, *, actor: Actor, limit: int = 50) -> list[Pair]:
    """The best pairs of the whole town among those that share something rare; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    found = parties.in_town(tx, limit=limit, visible=actor.visible, weights=kept.for_actor(tx, actor=actor))
    return suggestions.named(tx, actor=actor, found=found, proved=False)


def takes_part(tx: Transaction, *, initiative_id: str, organisation_id: str) -> bool:
    """Whether the organisation is a partner of the initiative, or undertakes it."""
    return TAKES_PART.one(tx, initiative_id=initiative_id, organisation_id=organisation_id, on=clock.today()).takes_part


def record_partner(tx: Transaction, *, actor: Actor, a: str, b: str) -> bool:
    """The organisation of this bridge is a partner of the initiative from today on; False when it was one.

    Raises NotAllowed, NotFound when it is no such bridge, and Conflict when they do not work together.
    """
    return _partner(tx, actor=actor, a=a, b=b, act=linking.add)


def take_back_partner(tx: Transaction, *, actor: Actor, a: str, b: str) -> bool:
    """What `record_partner` did ends today; False when there was nothing to end. Raises as that does."""
    return _partner(tx, actor=actor, a=a, b=b, act=linking.end)


def _partner(tx: Transaction, *, actor: Actor, a: str, b: str, act: Callable[..., bool]) -> bool:
    actor.must(Permission.BUILD_BRIDGES)
    bridge = standing.of(tx, actor=actor, a=a, b=b)
    initiative, organisation = suggestions.initiative_first(tx, actor=actor, a=a, b=b)
    if bridge is None or not organisation.is_organisation:
        raise NotFound(standing.pair_of(a, b))
    if bridge.state not in TOGETHER:
        raise Conflict({"state": bridge.state.value, "by": bridge.by, "since": bridge.since})
    return act(tx, actor=actor, initiative_id=initiative.id, field=linking.PARTNERS, other_id=organisation.id)
