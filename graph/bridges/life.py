"""What becomes of a bridge: asked, known already, refused, and taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import audit, clock, ids
from graph.errors import Conflict, Invalid, NotFound
from graph.query import Act, Read, Write
from graph.rights import Permission

if TYPE_CHECKING:
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


# From which states a step may be made; doing it twice is the same as once.
_FROM: dict[State, frozenset[State]] = {
    State.ASKED: frozenset({State.SUGGESTED}),
    State.KNOWN_ALREADY: frozenset({State.SUGGESTED, State.ASKED}),
    State.REFUSED: frozenset({State.SUGGESTED, State.ASKED}),
    State.SUGGESTED: frozenset({State.ASKED, State.KNOWN_ALREADY, State.REFUSED}),
}
LONGEST_TEXT = 4_000


@dataclass(frozen=True, slots=True)
class Bridge:
    """A bridge as it stands: who took the last step and when, and the text or reason that was given."""

    id: str
    state: State
    since: dt.datetime | None
    by: str | None
    text: str | None


HOLD = Write("bridges/hold", Bridge)
STEP = Act("bridges/step")
STANDING = Read("bridges/standing", Bridge)


def pair_of(a: str, b: str) -> str:
    """What makes the bridge between two initiatives unique: both ids, sorted."""
    return "|".join(sorted((a, b)))


def standing(tx: Transaction, *, actor: Actor, a: str, b: str) -> Bridge | None:
    """The bridge between `a` and `b`, None while it is only a suggestion; raises NotAllowed."""
    actor.must(Permission.SEE_BRIDGES)
    return STANDING.maybe(tx, pair=pair_of(a, b))


def ask(tx: Transaction, *, actor: Actor, a: str, b: str, text: str) -> Bridge:
    """Both groups are asked whether they want to meet, with `text`; raises as `_become` says."""
    return _become(tx, actor=actor, a=a, b=b, state=State.ASKED, text=text)


def known_already(tx: Transaction, *, actor: Actor, a: str, b: str) -> Bridge:
    """They turn out to know each other: never suggested again; raises as `_become` says."""
    return _become(tx, actor=actor, a=a, b=b, state=State.KNOWN_ALREADY, text="")


def refuse(tx: Transaction, *, actor: Actor, a: str, b: str, reason: str) -> Bridge:
    """The suggestion is of no use, because of `reason`: never suggested again; raises as `_become` says."""
    if not reason.strip():
        raise Invalid("reason", "is needed")
    return _become(tx, actor=actor, a=a, b=b, state=State.REFUSED, text=reason)


def undo(tx: Transaction, *, actor: Actor, a: str, b: str) -> Bridge:
    """Take back the last step, so that the pair can be suggested again; raises as `_become` says."""
    return _become(tx, actor=actor, a=a, b=b, state=State.SUGGESTED, text="")


def _become(tx: Transaction, *, actor: Actor, a: str, b: str, state: State, text: str) -> Bridge:
    """Bring the bridge to `state` and write it in the audit trail; nothing happens when it is there already.

    Raises NotAllowed, NotFound (no such two initiatives), Invalid (too long) and Conflict (it is past that step; its
    `current` holds the state and who took it there).
    """
    actor.must(Permission.BUILD_BRIDGES)
    if len(text) > LONGEST_TEXT:
        raise Invalid("text", f"is longer than {LONGEST_TEXT} characters")
    now = clock.now()
    first, second = sorted((a, b))
    held = HOLD.maybe(
        tx, id=ids.new_id(), pair=pair_of(a, b), first=first, second=second, at=now, visible=actor.visible
    )
    if held is None:
        raise NotFound(pair_of(a, b))
    if held.state is state:
        return held
    if held.state not in _FROM[state]:
        raise Conflict({"state": held.state.value, "by": held.by, "since": held.since})
    STEP.run(tx, id=held.id, state=state.value, at=now, by=actor.name, text=text or None)
    lines = [audit.Line("bridge", held.id, "state", held.state.value, state.value)]
    if text:
        lines.append(audit.Line("bridge", held.id, "text", held.text, text))
    audit.write(tx, actor=actor, lines=lines)
    return Bridge(held.id, state, now, actor.name, text or None)
