"""Everything about one pair: what they share, who answers for it, who could introduce them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.bridges import kept, meeting, own, parties, path, standing, suggestions
from graph.bridges.search import Found
from graph.bridges.weights import Evidence
from graph.errors import NotFound
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.bridges.suggestions import Named, Pair, Reason, Suggestion
    from graph.rights import Actor
    from graph.store import Transaction

# Nothing on the page of one pair is so common that it is not counted to the end.
COUNT_ALL = 1_000_000


class Rarity(StrEnum):
    """How rare a shared thing is, for staff; the bounds are those of the screens (SCREENS.md 7)."""

    VERY_RARE = "very_rare"
    RARE = "rare"
    FAIRLY_RARE = "fairly_rare"
    COMMON = "common"
    VERY_COMMON = "very_common"


@dataclass(frozen=True, slots=True)
class Responsible:
    """From a shared goal to who answers for it: policy note, alderman, official; None where the data end."""

    goal_id: str
    goal: str
    note_id: str | None
    note: str | None
    page: int | None
    alderman_id: str | None
    alderman: str | None
    official_id: str | None
    official: str | None
    function: str | None


@dataclass(frozen=True, slots=True)
class Introducer:
    """Somebody who can be expected to know both.

    `through` says how: as `contact` of both, at a `partner` of both, as `account_holder` of something that both share
    or of the organisation, or as `contact_of` an initiative of theirs; `through_name` names what it runs through.
    """

    id: str
    name: str
    function: str | None
    through: str
    through_name: str | None
    may_be_asked: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many initiatives the reader may see."""

    initiatives: int


@dataclass(frozen=True, slots=True)
class BridgePage:
    """The page of one bridge; `unnamed` counts the introducers who may not be asked and stay nameless.

    `warm` is the warmest path from the one to the other, None where no path of a few ties is known.
    The first is an initiative. `takes_part` tells whether an organisation at the other end takes part in it already.
    `told` is what both share as far as the groups may read it.
    """

    first: Named
    suggestion: Suggestion
    initiatives: int
    responsible: list[Responsible]
    introducers: list[Introducer]
    unnamed: int
    bridge: standing.Bridge | None
    sides: list[standing.Side]
    history: list[standing.Event]
    warm: path.WarmPath | None
    takes_part: bool
    told: tuple[Reason, ...]

    def rarity(self, known: int) -> Rarity:
        """The word for how rare a thing is that `known` initiatives have."""
        return rarity(known, self.initiatives)


RESPONSIBLE = Read("bridges/responsible", Responsible)
INTRODUCERS = Read("bridges/introducers", Introducer)
PARTY_INTRODUCERS = Read("bridges/party_introducers", Introducer)
COUNTS = Read("bridges/counts", Counts)


def between(tx: Transaction, *, actor: Actor, a: str, b: str) -> BridgePage:
    """Everything about the bridge between `a` and `b`; raises NotAllowed, and NotFound when there is none.

    Where somebody took a step with it there is one, also when what they shared is over: then without reasons.
    """
    actor.must(Permission.SEE_BRIDGES)
    bridge = standing.of(tx, actor=actor, a=a, b=b)
    found = parties.sharing(tx, a=a, b=b, visible=actor.visible, weights=kept.for_actor(tx, actor=actor))
    if a == b or not (found or bridge):
        raise NotFound(standing.pair_of(a, b))
    if not found:
        first, other = suggestions.initiative_first(tx, actor=actor, a=a, b=b)
        found = first.id, Found(other.id, 0, ())
    pair = suggestions.named(tx, actor=actor, found=[found], proved=True, strongest=None, most=COUNT_ALL)[0]
    goals = _goals(pair.suggestion.reasons)
    introducers = _introducers(tx, actor, pair)
    return BridgePage(
        first=pair.first,
        suggestion=pair.suggestion,
        initiatives=COUNTS.one(tx, visible=actor.visible).initiatives,
        responsible=RESPONSIBLE.all(tx, goals=goals, visible=actor.visible, on=clock.today()),
        introducers=[each for each in introducers if each.may_be_asked],
        unnamed=sum(not each.may_be_asked for each in introducers),
        bridge=bridge,
        sides=standing.sides(tx, actor=actor, a=a, b=b),
        history=standing.history(tx, actor=actor, a=a, b=b),
        warm=path.warmest(tx, actor=actor, a=pair.first.id, b=pair.suggestion.other.id),
        takes_part=pair.suggestion.other.is_organisation
        and meeting.takes_part(tx, initiative_id=pair.first.id, organisation_id=pair.suggestion.other.id),
        told=own.known_to_all(tx, a=a, b=b),
    )


def _introducers(tx: Transaction, actor: Actor, pair: Pair) -> list[Introducer]:
    first, other = pair.first.id, pair.suggestion.other
    named = {"visible": actor.visible, "today": clock.today()}
    if other.is_organisation:
        return PARTY_INTRODUCERS.all(tx, initiative_id=first, organisation_id=other.id, **named)
    return INTRODUCERS.all(tx, a=first, b=other.id, **named)


def _goals(reasons: Sequence[Reason]) -> list[str]:
    """The goals both work at; where they share none, the two that belong together or stand in one note."""
    shared = [reason.id for reason in reasons if reason.kind is Evidence.GOAL]
    near = [
        each
        for reason in reasons
        if reason.kind in {Evidence.NEAR_GOAL, Evidence.NOTE}
        for each in (reason.ours_id, reason.id)
    ]
    return shared or [each for each in near if each]


def rarity(known: int, initiatives: int) -> Rarity:
    """The word for a thing that `known` of `initiatives` have: up to 3, 2 %, 12 %, below 40 %, or more."""
    share = known / max(initiatives, 1)
    if known <= 3:  # noqa: PLR2004 — the bounds of the screens, said in the docstring
        return Rarity.VERY_RARE
    for bound, word in ((0.02, Rarity.RARE), (0.12, Rarity.FAIRLY_RARE)):
        if share <= bound:
            return word
    return Rarity.VERY_COMMON if share >= 0.4 else Rarity.COMMON  # noqa: PLR2004
