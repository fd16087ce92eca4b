"""The list of what people sent: what waits for an answer, and what was answered in the year that is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.counting import MOST_COUNTED
from graph.query import Read
from graph.rights import Permission
from graph.submissions.model import Sent, State, SubmissionKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rights import Actor
    from graph.store import Transaction

# What was not confirmed is not sent yet, and in no list.
LISTED = (State.CONFIRMED, State.ACCEPTED, State.REFUSED, State.SEEN)


class Order(StrEnum):
    """In which order the list stands."""

    OLDEST = "oldest"
    NEWEST = "newest"
    SENDER = "sender"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows: one state, and one kind or all of them."""

    state: State = State.CONFIRMED
    kind: SubmissionKind | None = None
    order: Order = Order.OLDEST


@dataclass(frozen=True, slots=True)
class Tally:
    """How many submissions of one kind are in one state; `MOST_COUNTED` + 1 stands for more."""

    state: State
    kind: SubmissionKind
    submissions: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page, how many there are in all, and how many each choice of a filter would give.

    In each number `MOST_COUNTED` + 1 stands for more.
    """

    total: int
    rows: tuple[Sent, ...]
    states: dict[State, int]
    kinds: dict[SubmissionKind, int]


IN_STATE = Read("submissions/in_state", Sent)
TALLY = Read("submissions/tally", Tally)
_WAITING = Selection()


def listing(
    tx: Transaction, *, actor: Actor, selection: Selection = _WAITING, skip: int = 0, limit: int = MOST_COUNTED
) -> Listing:
    """Rows `skip` to `skip + limit` of the selection with the counts of the filters; raises NotAllowed."""
    actor.must(Permission.MODERATE)
    tallies = TALLY.all(
        tx,
        states=[each.value for each in LISTED],
        kinds=[each.value for each in SubmissionKind],
        limit=MOST_COUNTED + 1,
    )
    return Listing(
        total=_sum(tallies, selection),
        rows=tuple(rows(tx, actor=actor, selection=selection, skip=skip, limit=limit)),
        states={each: _sum(tallies, replace(selection, state=each)) for each in LISTED},
        kinds={each: _sum(tallies, replace(selection, kind=each)) for each in SubmissionKind},
    )


def rows(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> list[Sent]:
    """Rows `skip` to `skip + limit` of the selection; raises NotAllowed."""
    actor.must(Permission.MODERATE)
    return IN_STATE.all(tx, state=selection.state, kind=selection.kind, order=selection.order, skip=skip, limit=limit)


def _sum(tallies: Iterable[Tally], selection: Selection) -> int:
    found = (
        each.submissions for each in tallies if each.state is selection.state and selection.kind in {None, each.kind}
    )
    return min(sum(found), MOST_COUNTED + 1)
