"""A list that costs much to count and seldom changes is remembered until somebody changes something.

Every change has its audit line in the same transaction, so the audit trail tells whether an answer still holds: its
state is read before the answer is made, and an answer is given again only for the very same state, day, reader's
rights and selection. Each worker remembers for itself; a deed anywhere makes all of them count anew.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from graph import clock
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Transaction

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

MOST = 64


@dataclass(frozen=True, slots=True)
class State:
    """How many audit lines there are and which is the last; None before the first one."""

    lines: int
    last: str | None


STATE = Read("audit/state", State)
_ANSWERS: OrderedDict[Any, Any] = OrderedDict()
_LOCK = threading.Lock()


def remembered(
    work: Callable[Concatenate[Transaction, Given], Answer],
) -> Callable[Concatenate[Transaction, Given], Answer]:
    """`work`, a read whose answer nobody changes, with its answers remembered by what it was given."""

    def answer(tx: Transaction, /, *args: Given.args, **named: Given.kwargs) -> Answer:
        now = STATE.one(tx)
        if now.last is None:
            return work(tx, *args, **named)
        key = (work, now, clock.today(), clock.is_past(), args, tuple(sorted(named.items())))
        with _LOCK:
            if key in _ANSWERS:
                _ANSWERS.move_to_end(key)
                return cast("Answer", _ANSWERS[key])
        made = work(tx, *args, **named)
        with _LOCK:
            _ANSWERS[key] = made
            while len(_ANSWERS) > MOST:
                _ANSWERS.popitem(last=False)
        return made

    answer.__doc__ = work.__doc__
    return answer
