"""What becomes of a bridge: both sides asked first, and then every step to a result, or to where it ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import audit, clock, ids
from graph.bridges import parties
from graph.bridges.represented import must_speak_for
from graph.bridges.weights import Evidence, whole
from graph.errors import Conflict, Invalid, NotFound
from graph.model import Visibility
from graph.query import Act, Read, Write
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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


class Because(StrEnum):
    """Why a suggestion is of no use; the subject tells something about other suggestions as well."""

    TOPIC = "topic"
    STOPPED = "stopped"
    UNWANTED = "unwanted"
    NO_TIME = "no_time"
    KNOWN = "known"
    OTHER = "other"


# From which states a step may be made; doing it twice is the same as once. `accepted` follows from two answers.
_FROM: dict[State, frozenset[State]] = {
    State.ASKED: frozenset({State.SUGGESTED}),
    State.ACCEPTED: frozenset({State.ASKED}),
    State.INTRODUCED: frozenset({State.ACCEPTED}),
    State.MET: frozenset({State.INTRODUCED}),
    State.WORKING_TOGETHER: frozenset({State.INTRODUCED, State.MET}),
    State.RESULT: frozenset({State.MET, State.WORKING_TOGETHER}),
    State.KNOWN_ALREADY: frozenset({State.SUGGESTED, State.ASKED, State.ACCEPTED}),
    State.REFUSED: frozenset({State.SUGGESTED, State.ASKED, State.ACCEPTED}),
    State.STOPPED: frozenset({State.ACCEPTED, State.INTRODUCED, State.MET, State.WORKING_TOGETHER}),
}
# What must be said with a step: why it ended, or what came of it.
_NEEDS_WORDS = frozenset({State.REFUSED, State.STOPPED, State.RESULT})
# After how many days in a state, or since the last reminder, somebody should ask how it stands.
TERMS = {State.ASKED: 14, State.ACCEPTED: 7, State.INTRODUCED: 30, State.MET: 60, State.WORKING_TOGETHER: 180}
# As long as nobody met, both sides may put in other words what they want.
OPEN = frozenset({State.ASKED, State.ACCEPTED})
LONGEST_TEXT = 4_000
# So many reasons of a pair are what an answer is about.
STRONGEST = 2
_ANY = [Visibility.DRAFT.value, Visibility.PUBLISHED.value]


@dataclass(frozen=True, slots=True)
class Bridge:
    """A bridge as it stands: who took the last step and when, what was said with it, and what both want (`wish`)."""

    id: str
    state: State
    since: dt.datetime | None
    by: str | None
    text: str | None
    wish: str | None
    reminded_at: dt.datetime | None

    @property
    def is_late(self) -> bool:
        """Whether nothing was heard for longer than the term of this state."""
        return is_late(self.state, self.since, self.reminded_at)

    @property
    def days(self) -> int:
        """How long the bridge stands where it is."""
        return (clock.now() - self.since).days if self.since else 0


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
    """A line in the history of a bridge; `about` names the side that answered."""

    what: Happened
    state: State
    about: str | None
    at: dt.datetime
    by: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Back:
    """The state that a bridge came back to."""

    state: State


HOLD = Write("bridges/hold", Bridge)
STEP = Act("bridges/step")
NOTE = Act("bridges/note")
ANSWER = Act("bridges/answer")
BACK = Write("bridges/back", Back)
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


def standing(tx: Transaction, *, actor: Actor, a: str, b: str) -> Bridge | None:
    """The bridge between `a` and `b`, None while it is only a suggestion; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    return STANDING.maybe(tx, pair=pair_of(a, b))


def sides(tx: Transaction, *, actor: Actor, a: str, b: str) -> list[Side]:
    """Both sides with their answers, in the order of `a` and `b`; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    return sorted(SIDES.all(tx, pair=pair_of(a, b)), key=lambda each: each.id != a)


def history(tx: Transaction, *, actor: Actor, a: str, b: str) -> list[Event]:
    """Who did what and when, newest first, without what was taken back; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    return HISTORY.all(tx, pair=pair_of(a, b))


def ask(tx: Transaction, *, actor: Actor, a: str, b: str, text: str) -> Bridge:
    """Both groups are asked whether they want to meet, because of `text`; raises as `step` says."""
    actor.must(Permission.BUILD_BRIDGES)
    bridge, changed = _become(tx, actor=actor, a=a, b=b, state=State.ASKED, text="")
    return _wish(tx, actor, bridge, text) if changed else bridge


def known_already(tx: Transaction, *, actor: Actor, a: str, b: str) -> Bridge:
    """They turn out to know each other: never suggested again; raises as `step` says."""
    return step(tx, actor=actor, a=a, b=b, state=State.KNOWN_ALREADY, text="")


def refuse(tx: Transaction, *, actor: Actor, a: str, b: str, reason: str, because: Because = Because.OTHER) -> Bridge:
    """The suggestion is of no use, because of `reason`: never suggested again; raises as `step` says."""
    actor.must(Permission.BUILD_BRIDGES)
    teaches = because is Because.TOPIC
    return _become(tx, actor=actor, a=a, b=b, state=State.REFUSED, text=reason, teaches=teaches)[0]


def step(tx: Transaction, *, actor: Actor, a: str, b: str, state: State, text: str) -> Bridge:
    """Bring the bridge to `state` with what is to be said about it; nothing happens when it is there already.

    Raises NotAllowed, NotFound (no such two, or two organisations), Invalid (words too long, or missing where they are
    needed) and Conflict (it is not at a state from which this step can be made; `current` holds the state and by whom).
    """
    actor.must(Permission.BUILD_BRIDGES)
    return _become(tx, actor=actor, a=a, b=b, state=state, text=text)[0]


def as_many_as_can(steps: Iterable[Callable[[], Bridge]]) -> int:
    """Make these steps and tell how many; a bridge that is further already is left alone."""
    done = 0
    for made in steps:
        try:
            made()
        except Conflict:
            continue
        done += 1
    return done


def answer(
    tx: Transaction,
    *,
    actor: Actor,
    a: str,
    b: str,
    side_id: str,
    yes: bool,
    text: str = "",
    because: Because = Because.UNWANTED,
) -> Bridge:
    """One of the two sides answers; two times yes is `accepted`, one no is `refused`, because of `text`.

    A no because of the subject teaches, as a refusal of a bridge-builder does; who says that they know each other makes
    it `known_already`. For bridge-builders and for who may speak for that side (`represented`). Raises NotAllowed,
    NotFound, and Conflict when nothing is asked any more.
    """
    must_speak_for(tx, actor=actor, side_id=side_id)
    if side_id not in {a, b}:
        raise NotFound(pair_of(a, b))
    held = _hold(tx, actor, a, b, own=side_id)
    if held.state is not State.ASKED:
        raise _conflict(held)
    what = Happened.YES if yes else Happened.NO
    before = {each.id: each for each in SIDES.all(tx, pair=pair_of(a, b))}
    if before[side_id].answer is not what:
        ANSWER.run(tx, pair=pair_of(a, b), side_id=side_id, answer=what.value, at=clock.now(), by=actor.name)
        _note(tx, actor, held, what, text=text or None, side_id=side_id)
        old = before[side_id].answer
        audit.write(tx, actor=actor, lines=[audit.Line("bridge", held.id, "answer", old and old.value, what.value)])
    other = next(each for each in before.values() if each.id != side_id)
    if not yes:
        state = State.KNOWN_ALREADY if because is Because.KNOWN else State.REFUSED
        teaches = because is Because.TOPIC
        return _become(tx, actor=actor, a=a, b=b, state=state, text=text, own=side_id, teaches=teaches)[0]
    if other.answer is Happened.YES:
        return _become(tx, actor=actor, a=a, b=b, state=State.ACCEPTED, text="", own=side_id, teaches=True)[0]
    return held


def reword(tx: Transaction, *, actor: Actor, a: str, b: str, text: str, side_id: str | None = None) -> Bridge:
    """Put in other words what both groups want; for bridge-builders, and for who speaks for `side_id`.

    Raises NotAllowed, NotFound, Invalid (empty or too long), and Conflict when they were introduced already.
    """
    must_speak_for(tx, actor=actor, side_id=side_id)
    held = _hold(tx, actor, a, b, own=side_id)
    if held.state not in OPEN:
        raise _conflict(held)
    return _wish(tx, actor, held, text)


def remind(tx: Transaction, *, actor: Actor, a: str, b: str) -> Bridge:
    """Note that those who are waited for were reminded; raises NotAllowed, NotFound, and Conflict when nobody is."""
    actor.must(Permission.BUILD_BRIDGES)
    held = _hold(tx, actor, a, b)
    if held.state not in TERMS:
        raise _conflict(held)
    _note(tx, actor, held, Happened.REMINDED)
    audit.write(tx, actor=actor, lines=[audit.Line("bridge", held.id, "reminded")])
    return held


def undo(tx: Transaction, *, actor: Actor, a: str, b: str) -> Bridge:
    """Take back the last step: the bridge stands where it stood before, and both may answer again.

    Raises NotAllowed and NotFound.
    """
    actor.must(Permission.BUILD_BRIDGES)
    held = _hold(tx, actor, a, b)
    if held.state is State.SUGGESTED:
        return held
    back = BACK.one(tx, id=held.id, at=clock.now())
    audit.write(tx, actor=actor, lines=[audit.Line("bridge", held.id, "state", held.state.value, back.state.value)])
    return STANDING.one(tx, pair=pair_of(a, b))


def _become(
    tx: Transaction,
    *,
    actor: Actor,
    a: str,
    b: str,
    state: State,
    text: str,
    own: str | None = None,
    teaches: bool = False,
) -> tuple[Bridge, bool]:
    """The bridge in `state`, and whether that was a change; written in the audit trail.

    A step that `teaches` is kept with the kinds of its strongest reasons.
    """
    text = text.strip()
    if len(text) > LONGEST_TEXT:
        raise Invalid("text", f"is longer than {LONGEST_TEXT} characters")
    held = _hold(tx, actor, a, b, own=own)
    if held.state is state:
        return held, False
    if held.state not in _FROM.get(state, ()):
        raise _conflict(held)
    if state in _NEEDS_WORDS and not text:
        raise Invalid("text", "is needed")
    now = clock.now()
    STEP.run(
        tx,
        id=held.id,
        step_id=ids.new_id(),
        state=state.value,
        at=now,
        by=actor.name,
        by_id=actor.person_id,
        text=text or None,
        kinds=_kinds(tx, a, b) if teaches else None,
    )
    lines = [audit.Line("bridge", held.id, "state", held.state.value, state.value)]
    lines += [audit.Line("bridge", held.id, "text", held.text, text)] if text else []
    audit.write(tx, actor=actor, lines=lines)
    return Bridge(held.id, state, now, actor.name, text or None, held.wish, None), True


def _kinds(tx: Transaction, a: str, b: str) -> list[str] | None:
    """The kinds of the strongest reasons of a pair; None when they share nothing any more."""
    found = parties.sharing(tx, a=a, b=b, visible=_ANY, weights=whole())
    shared = found[1].shared[:STRONGEST] if found else ()
    kinds = {Evidence.OFFERED if each.kind is Evidence.SOUGHT else each.kind for each in shared}
    return sorted(kind.value for kind in kinds) or None


def _wish(tx: Transaction, actor: Actor, bridge: Bridge, text: str) -> Bridge:
    text = text.strip()
    if not text:
        raise Invalid("text", "is needed")
    if len(text) > LONGEST_TEXT:
        raise Invalid("text", f"is longer than {LONGEST_TEXT} characters")
    if text != bridge.wish:
        _note(tx, actor, bridge, Happened.WISH, text=text)
        audit.write(tx, actor=actor, lines=[audit.Line("bridge", bridge.id, "wish", bridge.wish, text)])
    return Bridge(bridge.id, bridge.state, bridge.since, bridge.by, bridge.text, text, bridge.reminded_at)


def _note(
    tx: Transaction,
    actor: Actor,
    bridge: Bridge,
    what: Happened,
    *,
    text: str | None = None,
    side_id: str | None = None,
) -> None:
    NOTE.run(
        tx,
        id=bridge.id,
        step_id=ids.new_id(),
        what=what.value,
        initiative_id=side_id,
        at=clock.now(),
        by=actor.name,
        by_id=actor.person_id,
        text=text,
    )


def _hold(tx: Transaction, actor: Actor, a: str, b: str, *, own: str | None = None) -> Bridge:
    """The bridge, held until the transaction ends; who speaks for one of the two may act while it is a draft."""
    first, second = sorted((a, b))
    held = HOLD.maybe(
        tx,
        id=ids.new_id(),
        pair=pair_of(a, b),
        first=first,
        second=second,
        at=clock.now(),
        visible=_ANY if own else actor.visible,
        make=own is None,
    )
    if held is None:
        raise NotFound(pair_of(a, b))
    return held


def _conflict(held: Bridge) -> Conflict:
    return Conflict({"state": held.state.value, "by": held.by, "since": held.since})
