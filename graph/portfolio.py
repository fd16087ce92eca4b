"""The day of who holds a portfolio: what was promised, what is late, who waits, and what goes on without a contact."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, counting
from graph.bridges import inbox
from graph.bridges.inbox import UnderWay
from graph.counting import MOST_COUNTED
from graph.figures.reactions import reactions
from graph.figures.switches import Figure, switches
from graph.mentions import Mention
from graph.model import CommitmentKind
from graph.query import Read
from graph.rights import Permission
from graph.timeline import Commitment, Decision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.rights import Actor
    from graph.store import Transaction

MOST_READ = 500


@dataclass(frozen=True, slots=True)
class Held:
    """A goal or theme somebody answers for; `initiatives` counts to one more than `MOST_COUNTED`."""

    mention: Mention
    initiatives: int


@dataclass(frozen=True, slots=True)
class Alone:
    """An initiative without a contact person, and since when that is known."""

    mention: Mention
    since: dt.date | None


@dataclass(frozen=True, slots=True)
class _Agreed:
    mine: bool
    commitment: Commitment


@dataclass(frozen=True, slots=True)
class _Inside:
    id: str


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What waits in one portfolio; each list most urgent first.

    `cut` names the lists that were read to their limit, so that there may be more.
    `promises` are those to the council that the holder made; `late` holds all else that is late or should be told.
    `bridges` is empty for who may not see bridges, and `bridges_under_way` counts them for everybody here.
    """

    held: tuple[Held, ...]
    promises: tuple[Commitment, ...]
    late: tuple[Commitment, ...]
    waiting: tuple[Decision, ...]
    without_contact: tuple[Alone, ...]
    bridges: tuple[UnderWay, ...]
    bridges_under_way: int
    unanswered: tuple[Figure, ...]
    cut: frozenset[str] = frozenset()

    @property
    def is_quiet(self) -> bool:
        """Whether nothing waits."""
        said = self.promises or self.late or self.waiting or self.without_contact
        return not (said or self.bridges_under_way or self.unanswered)


HELD = Read("today/portfolio", Held)
COMMITMENTS = Read("today/portfolio_commitments", _Agreed)
WITHOUT_CONTACT = Read("today/portfolio_without_contact", Alone)
INSIDE = Read("today/in_portfolio", _Inside)


def of(tx: Transaction, *, actor: Actor, waiting: Sequence[Decision], is_cut: bool) -> Portfolio | None:
    """The portfolio of who asks, None when there is none; `waiting` are the open decisions, the longest first.

    `is_cut` says that there may be more of those. Raises NotAllowed for who may not see drafts.
    """
    actor.must(Permission.SEE_DRAFTS)
    named = {"person_id": actor.person_id, "on": clock.today()}
    held = HELD.all(tx, **named, visible=actor.visible, most=MOST_COUNTED + 1)
    if not held:
        return None
    agreed = COMMITMENTS.all(tx, **named, visible=actor.visible, limit=MOST_READ)
    promises = [each.commitment for each in agreed if each.mine and _is_promise(each.commitment)]
    others = [each.commitment for each in agreed if not (each.mine and _is_promise(each.commitment))]
    bridges = inbox.waiting(tx, actor=actor)
    ids = {who.id for each in waiting for who in each.waiting}
    ids |= {end for each in bridges for end in (each.first_id, each.second_id)}
    inside = {each.id for each in INSIDE.all(tx, **named, ids=sorted(ids))}
    ours = [each for each in bridges if inside & {each.first_id, each.second_id}]
    without_contact = WITHOUT_CONTACT.all(tx, **named, visible=actor.visible, limit=MOST_READ)
    cut = counting.cut(MOST_READ, promises=agreed, late=agreed, without_contact=without_contact)
    cut |= counting.cut(inbox.MOST_UNDER_WAY, bridges=bridges)
    cut |= {"waiting"} if is_cut else set()
    return Portfolio(
        held=tuple(held),
        promises=tuple(sorted(promises, key=lambda each: each.moved_to or each.due_on or dt.date.max)),
        late=most_urgent(each for each in others if each.is_late or each.is_untold),
        waiting=tuple(each for each in waiting if any(who.id in inside for who in each.waiting)),
        without_contact=tuple(without_contact),
        bridges=tuple(ours) if actor.may(Permission.SEE_BRIDGES) else (),
        bridges_under_way=len(ours),
        unanswered=_unanswered(tx, actor),
        cut=cut,
    )


def _is_promise(each: Commitment) -> bool:
    return each.commitment_kind is CommitmentKind.PROMISE_TO_COUNCIL


def most_urgent(late: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Those of which the delay was not told first, then those that are late longest."""
    return tuple(sorted(late, key=lambda each: (not each.is_untold, -each.days_late)))


def _unanswered(tx: Transaction, actor: Actor) -> tuple[Figure, ...]:
    """The figures that are public and beside which nobody spoke for the municipality yet."""
    said = {each.figure for each in reactions(tx, actor=actor) if each.team_id is None}
    return tuple(figure for figure, each in switches(tx).items() if each.is_on and figure not in said)
