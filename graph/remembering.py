"""A list that costs much to count and seldom changes is remembered until a change that it could notice.

Every change has its audit line in the same transaction. Which lines came since an answer was made is known exactly, or
everything is forgotten; which changes an answer could notice follows from the statements it was made with
(`graph.reach`). The state of the audit trail is read before the answer is made, and an answer is given again only for
the same day, rights and selection. Each worker remembers for itself.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from graph import clock, reach
from graph.query import Read, asked
from graph.reach import Came
from graph.rights import Actor

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Transaction

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

MOST = 256
# More lines than this at once, as an import writes, and everything is forgotten.
MOST_LINES = 200
# Lines are ordered by when their work began: one that took long stands before lines that were seen already.
OVERLAP = 100


@dataclass(frozen=True, slots=True)
class State:
    """How many audit lines there are and which is the last; None before the first one."""

    lines: int
    last: str | None


@dataclass(slots=True)
class _Kept:
    """An answer, the statements it was made with, and how far the trail was read when it still held."""

    answer: Any
    statements: frozenset[str]
    at: tuple[int, int]


STATE = Read("audit/state", State)
LATEST = Read("audit/latest", Came)
# These are asked to know whether an answer holds, and are no part of it.
_ABOUT_MEMORY = frozenset({STATE.statement.name, LATEST.statement.name})


class Trail:
    """The audit trail as far as this worker has seen it.

    `epoch` counts how often it lost the thread; `lines` are those that came in this epoch, in the order seen.
    """

    def __init__(self) -> None:
        """Nothing seen."""
        self.state = State(0, None)
        self.epoch = 0
        self.lines: list[Came] = []
        self._seen: frozenset[str] = frozenset()

    def follow(self, tx: Transaction, now: State) -> tuple[int, int]:
        """Read what came up to `now` at least; returns the epoch and how many lines were seen in it."""
        if now != self.state:
            self._catch_up(tx, now)
        return self.epoch, len(self.lines)

    def _catch_up(self, tx: Transaction, now: State) -> None:
        more = now.lines - self.state.lines
        known = bool(self._seen) and 0 < more <= MOST_LINES
        latest = LATEST.all(tx, limit=OVERLAP + (more if known else 0))
        new = [each for each in latest if each.id not in self._seen]
        # Another number than were added: some were taken away, or came in between, or stand further back.
        if known and len(new) == more and len(self.lines) < 10 * MOST_LINES:
            self.lines += reversed(new)
        else:
            self.epoch += 1
            self.lines = []
        self.state = now
        self._seen = frozenset(each.id for each in latest)


_TRAIL = Trail()
_ANSWERS: OrderedDict[Any, _Kept] = OrderedDict()
_LOCK = threading.Lock()


def remembered(
    work: Callable[Concatenate[Transaction, Given], Answer],
) -> Callable[Concatenate[Transaction, Given], Answer]:
    """`work`, a read whose answer nobody changes, with its answers remembered by what it was given.

    Whoever asks is known to `work` by rights alone: it is the same for all who have the same roles.
    """
    return _remembering(work, _by_rights)


def remembered_for_each(
    work: Callable[Concatenate[Transaction, Given], Answer],
) -> Callable[Concatenate[Transaction, Given], Answer]:
    """As `remembered`, for an answer that differs from one reader to another."""
    return _remembering(work, lambda actor: actor)


def _remembering(
    work: Callable[Concatenate[Transaction, Given], Answer], known_as: Callable[[Actor], Actor]
) -> Callable[Concatenate[Transaction, Given], Answer]:
    def answer(tx: Transaction, /, *args: Given.args, **named: Given.kwargs) -> Answer:
        asks: dict[str, Any] = {key: known_as(it) if isinstance(it, Actor) else it for key, it in named.items()}
        now = STATE.one(tx)
        if now.last is None:
            return cast("Answer", cast("Any", work)(tx, *args, **asks))
        key = (work, clock.today(), clock.is_past(), args, tuple(sorted(asks.items())))
        with _LOCK:
            at = _TRAIL.follow(tx, now)
            kept = _ANSWERS.get(key)
            if kept is not None and _holds(kept, at):
                _ANSWERS.move_to_end(key)
                _told(kept.statements)
                return cast("Answer", kept.answer)
        made, names = _made(work, tx, args, asks)
        with _LOCK:
            _ANSWERS[key] = _Kept(made, names, at)
            _ANSWERS.move_to_end(key)
            while len(_ANSWERS) > MOST:
                _ANSWERS.popitem(last=False)
        return cast("Answer", made)

    answer.__doc__ = work.__doc__
    return answer


def _by_rights(actor: Actor) -> Actor:
    return Actor(name="", roles=actor.roles, is_system=actor.is_system, only_reads=actor.only_reads)


def _holds(kept: _Kept, at: tuple[int, int]) -> bool:
    """Whether nothing came since that the answer could notice; if so it holds up to `at`."""
    epoch, seen = kept.at
    if epoch != at[0]:
        return False
    reaches = [reach.of_statement(name) for name in kept.statements]
    if any(each.notices(line) for line in _TRAIL.lines[seen : at[1]] for each in reaches):
        return False
    kept.at = at
    return True


def _made(work: Callable[..., Any], tx: Transaction, args: Any, named: dict[str, Any]) -> tuple[Any, frozenset[str]]:
    """The answer, with the names of the statements that ran for it; who keeps those of a larger whole gets them too."""
    token = asked.set(set())
    try:
        made = work(tx, *args, **named)
        names = frozenset(asked.get() or ()) - _ABOUT_MEMORY
    finally:
        asked.reset(token)
    _told(names)
    return made, names


def _told(names: frozenset[str]) -> None:
    outer = asked.get()
    if outer is not None:
        outer |= names
