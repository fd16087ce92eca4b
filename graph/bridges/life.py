"""What becomes of a bridge: both sides asked first, and then every step to a result, or to where it ended."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from graph import audit, clock, ids
from graph.bridges import parties, standing
from graph.bridges.represented import must_speak_for
from graph.bridges.standing import OPEN, TERMS, Because, Bridge, Happened, State, pair_of
from graph.bridges.weights import Evidence, whole
from graph.errors import Conflict, Invalid, NotFound
from graph.model import Visibility
from graph.query import Act, Read, Write
from graph.rights import Permission

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from graph.rights import Actor
    from graph.store import Transaction


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
LONGEST_TEXT = 4_000
# So many reasons of a pair are what an answer is about.
STRONGEST = 2
_ANY = [Visibility.DRAFT.value, Visibility.PUBLISHED.value]


@dataclass(frozen=True, slots=True)
class Back:
    """The state that a bridge came back to."""

    state: State


@dataclass(frozen=True, slots=True)
class Left:
    """What is left when an answer was taken back: the state of the bridge, and what that side had said before."""

    state: State
    answer: Happened | None


@dataclass(frozen=True, slots=True)
class Answered(Bridge):
    """A bridge after an answer; `line_id` is the line of that answer, None where the side had said so already."""

    line_id: str | None


@dataclass(frozen=True, slots=True)
class Over:
    """A side that stopped or ended."""

    name: str


HOLD = Write("bridges/hold", Bridge)
OVER = Read("bridges/over", Over)
STEP = Act("bridges/step")
NOTE = Act("bridges/note")
ANSWER = Act("bridges/answer")
UNANSWER = Write("bridges/unanswer", Left)
BACK = Write("bridges/back", Back)


def ask(tx: Transaction, *, actor: Actor, a: str, b: str, text: str) -> Bridge:
    """Both groups are asked whether they want to meet, because of `text`; raises as `step` says."""
    actor.must(Permission.BUILD_BRIDGES)
    bridge, changed = _become(tx, actor=actor, a=a, b=b, state=State.ASKED, text="")
    if not changed and bridge.wish != text.strip():
        raise _conflict(bridge)
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
    """Bring the bridge to `state` with what is to be said about it; doing it twice is the same as once.

    Raises NotAllowed, NotFound (no such two, or two organisations), Invalid (words too long, or missing where they are
    needed) and Conflict (it is at no state from which this step can be made, or somebody made it already with other
    words; `current` holds the state and by whom). Where nothing is under way between two of whom one stopped or ended,
    `current` holds their names under `over`.
    """
    actor.must(Permission.BUILD_BRIDGES)
    return _become(tx, actor=actor, a=a, b=b, state=state, text=text)[0]


def as_many_as_can(steps: Iterable[Callable[[], Bridge]]) -> int:
    """Make these steps and tell how many; a bridge that is further already, or no longer there, is left alone."""
    done = 0
    for made in steps:
        try:
            made()
        except (Conflict, NotFound):
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
) -> Answered:
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
    before = {each.id: each for each in standing.SIDES.all(tx, pair=pair_of(a, b))}
    line_id = None
    if before[side_id].answer is not what:
        ANSWER.run(tx, pair=pair_of(a, b), side_id=side_id, answer=what.value, at=clock.now(), by=actor.name)
        line_id = _note(tx, actor, held, what, text=text or None, side_id=side_id)
        old = before[side_id].answer
        audit.write(tx, actor=actor, lines=[audit.Line("bridge", held.id, "answer", old and old.value, what.value)])
    other = next(each for each in before.values() if each.id != side_id)
    bridge = held
    if not yes:
        state = State.KNOWN_ALREADY if because is Because.KNOWN else State.REFUSED
        teaches = because is Because.TOPIC
        bridge, _ = _become(tx, actor=actor, a=a, b=b, state=state, text=text, own=side_id, teaches=teaches)
    elif other.answer is Happened.YES:
        bridge, _ = _become(tx, actor=actor, a=a, b=b, state=State.ACCEPTED, text="", own=side_id, teaches=True)
    return Answered(**asdict(bridge), line_id=line_id)


def unanswer(tx: Transaction, *, actor: Actor, a: str, b: str, line_id: str) -> Bridge:
    """Take back the answer `line_id` that a bridge-builder wrote down, with the step that followed from it.

    What that side said before, and what the other says, holds. Raises NotAllowed, NotFound, and Conflict when it cannot
    be taken back (any more): it is none of `standing.recorded`, or to this actor it is the own no of a group (`undo`).
    """
    actor.must(Permission.BUILD_BRIDGES)
    held, pair = _hold(tx, actor, a, b), pair_of(a, b)
    recorded = standing.recorded(held, standing.HISTORY.all(tx, pair=pair))
    said = next((each for each in recorded if each.id == line_id), None)
    if said is None or standing.is_own_no(held, standing.SIDES.all(tx, pair=pair), actor=actor):
        raise _conflict(held)
    return _unsay(tx, actor, held, said, pair=pair)


def reword(
    tx: Transaction, *, actor: Actor, a: str, b: str, text: str, seen: str | None, side_id: str | None = None
) -> Bridge:
    """Put in other words what both groups want; for bridge-builders, and for who speaks for `side_id`.

    `seen` is the sentence that the writer had in view. Raises NotAllowed, NotFound, Invalid (empty or too long), and
    Conflict when they were introduced already, or somebody changed the sentence meanwhile (`current` holds `wish`).
    """
    must_speak_for(tx, actor=actor, side_id=side_id)
    if side_id not in {None, a, b}:
        raise NotFound(pair_of(a, b))
    held = _hold(tx, actor, a, b, own=side_id)
    if held.state not in OPEN:
        raise _conflict(held)
    if _plain(held.wish) not in {_plain(seen), _plain(text)}:
        raise Conflict({**_conflict(held).current, "wish": held.wish})
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


def undo(tx: Transaction, *, actor: Actor, a: str, b: str, step_id: str, because: str = "") -> Bridge:
    """Take back the last step, which is `step_id`: the bridge stands where it stood before.

    Answers stay, unless they go with the step: both where it was the question itself, the last one where it followed
    from two times yes, and those of the group alone whose no it followed from. Who has no answer any more may answer
    again.

    A group was told that it is not asked again after its own no: that is taken back only `because` of something, which
    stays in the history. Raises NotAllowed, NotFound, Invalid (no reason where one is needed), and Conflict when the
    step is not the last one, or was taken back already.
    """
    actor.must(Permission.BUILD_BRIDGES)
    held, pair, now = _hold(tx, actor, a, b), pair_of(a, b), clock.now()
    if held.step_id != step_id:
        raise _conflict(held)
    because = because.strip()
    is_own = standing.is_own_no(held, standing.SIDES.all(tx, pair=pair), actor=actor)
    if is_own and not because:
        raise Invalid("because", "is needed")
    if len(because) > LONGEST_TEXT:
        raise Invalid("because", f"is longer than {LONGEST_TEXT} characters")
    if held.state is State.ACCEPTED:
        said = next(each for each in standing.HISTORY.all(tx, pair=pair) if each.what is Happened.YES)
        return _unsay(tx, actor, held, said, pair=pair)
    back = BACK.one(tx, id=held.id, at=now)
    lines = [audit.Line("bridge", held.id, "state", held.state.value, back.state.value)]
    if is_own:
        # The same instant: by that the history knows which no it was.
        _note(tx, actor, held, Happened.REOPENED, text=because, at=now)
        lines += [audit.Line("bridge", held.id, "reopened", None, because)]
    audit.write(tx, actor=actor, lines=lines)
    return standing.STANDING.one(tx, pair=pair)


def _unsay(tx: Transaction, actor: Actor, held: Bridge, said: standing.Event, *, pair: str) -> Bridge:
    left = UNANSWER.one(tx, id=held.id, line_id=said.id, at=clock.now())
    lines = [audit.Line("bridge", held.id, "answer", said.what.value, left.answer and left.answer.value)]
    if left.state is not held.state:
        lines += [audit.Line("bridge", held.id, "state", held.state.value, left.state.value)]
    audit.write(tx, actor=actor, lines=lines)
    return standing.STANDING.one(tx, pair=pair)


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
        if not held.is_by(actor) or (held.text or "") != text:
            # Words of a second person, or other words, would be lost in silence.
            raise _conflict(held)
        return held, False
    if held.state not in _FROM.get(state, ()):
        raise _conflict(held)
    if state in _NEEDS_WORDS and not text:
        raise Invalid("text", "is needed")
    now, step_id = clock.now(), ids.new_id()
    STEP.run(
        tx,
        id=held.id,
        step_id=step_id,
        state=state.value,
        at=now,
        by=actor.name,
        by_id=actor.person_id,
        by_group=own is not None and _is_group(actor),
        text=text or None,
        kinds=_kinds(tx, a, b) if teaches else None,
    )
    lines = [audit.Line("bridge", held.id, "state", held.state.value, state.value)]
    lines += [audit.Line("bridge", held.id, "text", held.text, text)] if text else []
    audit.write(tx, actor=actor, lines=lines)
    return Bridge(held.id, state, now, actor.name, text or None, held.wish, None, step_id, actor.person_id), True


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
    return replace(bridge, wish=text)


def _note(
    tx: Transaction,
    actor: Actor,
    bridge: Bridge,
    what: Happened,
    *,
    text: str | None = None,
    side_id: str | None = None,
    at: dt.datetime | None = None,
) -> str:
    """Write a line in the history, and give its id."""
    line_id = ids.new_id()
    NOTE.run(
        tx,
        id=bridge.id,
        step_id=line_id,
        what=what.value,
        initiative_id=side_id,
        at=at or clock.now(),
        by=actor.name,
        by_id=actor.person_id,
        by_group=_is_group(actor) if side_id else None,
        text=text,
    )
    return line_id


def _is_group(actor: Actor) -> bool:
    """Whether who answers speaks for the own group; a bridge-builder writes down what a group said."""
    return not actor.may(Permission.BUILD_BRIDGES)


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
        on=clock.today(),
    )
    if held is None:
        over = OVER.all(tx, ids=[first, second], visible=actor.visible, on=clock.today()) if own is None else []
        if over:
            raise Conflict({"state": State.SUGGESTED.value, "over": [each.name for each in over]})
        raise NotFound(pair_of(a, b))
    return held


def _plain(text: str | None) -> str:
    """Without the line ends that a browser writes its own way."""
    return " ".join((text or "").split())


def _conflict(held: Bridge) -> Conflict:
    return Conflict({"state": held.state.value, "by": held.by, "since": held.since})
