"""How a bridge stands: its state, what both sides answered, what happened to it, and whether it waits too long."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rights import Actor
    from graph.store import Transaction


class State(StrEnum):
    """How far a bridge is; every state past `suggested` takes the pair out of the suggestions."""

    SUGGESTED = "suggested"
    ASKED = "asked"
    ACCEPTED = "accepted"
    INTRODUCED = "introduced"
    MET = "met"
    WORKING_TOGETHER = "working_together"
    RESULT = "result"
    KNOWN_ALREADY = "known_already"
    REFUSED = "refused"
    STOPPED = "stopped"


class Happened(StrEnum):
    """What a line in the history of a bridge tells."""

    STATE = "state"
    YES = "yes"
    NO = "no"
    WISH = "wish"
    REMINDED = "reminded"
    REOPENED = "reopened"


class Because(StrEnum):
    """Why a suggestion is of no use; the subject tells something about other suggestions as well."""

    TOPIC = "topic"
    STOPPED = "stopped"
    UNWANTED = "unwanted"
    NO_TIME = "no_time"
    SILENCE = "silence"
    KNOWN = "known"
    OTHER = "other"


# After how many days in a state, or since the last reminder, somebody should ask how it stands.
TERMS = {State.ASKED: 14, State.ACCEPTED: 7, State.INTRODUCED: 30, State.MET: 60, State.WORKING_TOGETHER: 180}
# As long as nobody met, both sides may put in other words what they want.
OPEN = frozenset({State.ASKED, State.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Bridge:
    """A bridge as it stands: who took the last step and when, what was said with it, and what both want (`wish`).

    `step_id` is the last step, None while it is only suggested; `by_id` the person who took it, as far as one is known.
    """

    id: str
    state: State
    since: dt.datetime | None
    by: str | None
    text: str | None
    wish: str | None
    reminded_at: dt.datetime | None
    step_id: str | None
    by_id: str | None

    @property
    def is_late(self) -> bool:
        """Whether nothing was heard for longer than the term of this state."""
        return is_late(self.state, self.since, self.reminded_at)

    @property
    def days(self) -> int:
        """How long the bridge stands where it is."""
        return (clock.now() - self.since).days if self.since else 0

    def is_by(self, actor: Actor) -> bool:
        """Whether `actor` took the last step; by name where no person is known of the one or the other."""
        if self.by_id and actor.person_id:
            return self.by_id == actor.person_id
        return self.by == actor.name


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, and what it answered: `yes`, `no` or nothing yet."""

    id: str
    name: str
    answer: Happened | None
    answered_at: dt.datetime | None
    answered_by: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """A line in the history of a bridge; `side_id` is the side that answered, and `about` its name.

    `by_group` tells of an answer that the group gave it itself, not a bridge-builder for it.
    """

    id: str
    what: Happened
    state: State
    side_id: str | None
    about: str | None
    at: dt.datetime
    by: str | None
    by_group: bool
    text: str | None
    taken_back: bool


STANDING = Read("bridges/standing", Bridge)
SIDES = Read("bridges/sides", Side)
HISTORY = Read("bridges/history", Event)


def is_late(state: State, since: dt.datetime | None, reminded_at: dt.datetime | None) -> bool:
    """Whether a bridge in `state` waits longer than its term, counted from the last step or reminder."""
    heard = max((each for each in (since, reminded_at) if each), default=None)
    return state in TERMS and heard is not None and clock.now() - heard > dt.timedelta(days=TERMS[state])


def pair_of(a: str, b: str) -> str:
    """What makes the bridge between two unique: both ids, sorted."""
    return "|".join(sorted((a, b)))


def of(tx: Transaction, *, actor: Actor, a: str, b: str) -> Bridge | None:
    """The bridge between `a` and `b`, None while it is only a suggestion; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    return STANDING.maybe(tx, pair=pair_of(a, b))


def sides(tx: Transaction, *, actor: Actor, a: str, b: str) -> list[Side]:
    """Both sides with their answers, in the order of `a` and `b`; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    return sorted(SIDES.all(tx, pair=pair_of(a, b)), key=lambda each: each.id != a)


def history(tx: Transaction, *, actor: Actor, a: str, b: str) -> list[Event]:
    """Who did what and when, newest first; raises NotAllowed.

    What was taken back is left out, but for the no of a group that was asked again after all.
    """
    actor.must(Permission.SEE_BRIDGES)
    return HISTORY.all(tx, pair=pair_of(a, b))


def is_own_no(bridge: Bridge, sides: Iterable[Side], *, actor: Actor) -> bool:
    """Whether it ended because a side said no itself; not when `actor` wrote that down."""
    ended = bridge.state in {State.REFUSED, State.KNOWN_ALREADY}
    said_no = any(each.answer is Happened.NO and each.answered_by == bridge.by for each in sides)
    return ended and said_no and not bridge.is_by(actor)


def recorded(bridge: Bridge, history: Iterable[Event]) -> list[Event]:
    """The answers that a bridge-builder wrote down for a group and that can still be taken back, newest first.

    A yes until they were introduced, and a no while the bridge stands where that ended it.
    """
    ended = bridge.state in {State.REFUSED, State.KNOWN_ALREADY}
    what = Happened.NO if ended else Happened.YES if bridge.state in OPEN else None
    newest: dict[str, Event] = {}
    for each in history:
        if each.side_id and not each.taken_back:
            newest.setdefault(each.side_id, each)
    return [each for each in newest.values() if each.what is what and not each.by_group]
