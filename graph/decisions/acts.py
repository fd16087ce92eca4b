"""What people do to a decision: pause the clock while the applicant is to do something, and take the decision."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import audit, clock, ids, records
from graph.decisions.rules import PAUSES
from graph.errors import Invalid, NotFound
from graph.model import Kind, Link
from graph.properties import Reason, clean_text
from graph.query import Act, Write
from graph.rights import Permission
from graph.values import to_text

if TYPE_CHECKING:
    from graph.records import RecordNow
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Released:
    """An initiative that waits no longer."""

    initiative_id: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """A pause that ends with the decision; `old` is the day on which it did before."""

    since: dt.date
    old: dt.date | None


@dataclass(frozen=True, slots=True)
class Resumed:
    """A pause that lasts again."""

    since: dt.date


ADD_PAUSE = Act("decisions/add_pause")
END_PAUSE = Act("decisions/end_pause")
STOP_WAITING = Write("decisions/stop_waiting", Released)
STOP_PAUSING = Write("decisions/stop_pausing", Stopped)
WAIT_AGAIN = Write("decisions/wait_again", Released)
LAST_AGAIN = Write("decisions/last_again", Resumed)


def decide(
    tx: Transaction,
    *,
    actor: Actor,
    decision_id: str,
    version: int,
    decided_on: dt.date | None,
    outcome: str,
    reason: str,
) -> None:
    """Take the decision: the clock stops for every initiative that waits, and a pause that lasts ends on that day.

    Doing it again mends the day, the outcome or the reason; the pause that it ended moves along. Raises NotAllowed,
    NotFound, Conflict, and Invalid when something is missing or the day cannot be.
    """
    now = _decision(tx, actor, decision_id)
    given = {
        "decided_on": decided_on,
        "outcome": clean_text("outcome", outcome),
        "reason": clean_text("reason", reason),
    }
    for name, value in given.items():
        if value is None:
            raise Invalid(name, Reason.MISSING)
    before = now.properties.get("decided_on")
    # Before the day itself, which is held against what waits and stands still by then.
    released = STOP_WAITING.all(tx, id=decision_id, before=before, on=decided_on)
    stopped = STOP_PAUSING.all(tx, id=decision_id, before=before, on=decided_on, batch=None)
    records.change(tx, actor=actor, record_id=decision_id, version=version, properties=given)
    lines = [
        audit.Line("end_link", decision_id, Link.WAITS_FOR, f"{each.initiative_id} > {decision_id}", None)
        for each in released
    ]
    lines += [
        audit.Line("resume", decision_id, "pause_until", to_text(each.old), to_text(decided_on)) for each in stopped
    ]
    audit.write(tx, actor=actor, lines=lines, version=version + 1)


def release(tx: Transaction, *, decision_id: str, before: dt.date | None, on: dt.date, batch: str) -> None:
    """The clock stops for who waits, and a pause that lasts ends, where an import says that the decision was taken.

    Where it says another day than `before`, both move along.
    """
    STOP_WAITING.all(tx, id=decision_id, before=before, on=on)
    STOP_PAUSING.all(tx, id=decision_id, before=before, on=on, batch=batch)


def reopen(tx: Transaction, *, actor: Actor, decision_id: str, version: int, because: str) -> None:
    """Take back a decision that was recorded by mistake: everybody waits again, from the day they began to wait.

    The clock runs on as if nothing was decided; a pause that the decision ended lasts again. What was recorded stays in
    the history, with the reason. Raises NotAllowed, NotFound, Conflict, and Invalid without a reason or a decision.
    """
    now = _decision(tx, actor, decision_id)
    why, decided = clean_text("because", because), now.properties.get("decided_on")
    if why is None:
        raise Invalid("because", Reason.MISSING)
    if decided is None:
        raise Invalid("because", Reason.NOT_DECIDED_YET)
    gone = {"decided_on": None, "outcome": None, "reason": None}
    records.change(tx, actor=actor, record_id=decision_id, version=version, properties=gone)
    waiting = WAIT_AGAIN.all(tx, id=decision_id, on=decided)
    paused = LAST_AGAIN.all(tx, id=decision_id, on=decided)
    lines = [audit.Line("reopen_decision", decision_id, "reopen_reason", None, why)]
    lines += [
        audit.Line("link", decision_id, Link.WAITS_FOR, None, f"{each.initiative_id} > {decision_id}")
        for each in waiting
    ]
    lines += [audit.Line("pause", decision_id, "pause_since", None, each.since.isoformat()) for each in paused]
    audit.write(tx, actor=actor, lines=lines, version=version + 1)


def pause(tx: Transaction, *, actor: Actor, decision_id: str, version: int, since: dt.date | None, reason: str) -> None:
    """From `since` the municipality waits for the applicant: those days count for nobody.

    Raises NotAllowed, NotFound, Conflict, and Invalid when the day or the reason cannot be.
    """
    now = _decision(tx, actor, decision_id)
    why = clean_text("reason", reason)
    if since is None or why is None:
        raise Invalid("since" if since is None else "reason", Reason.MISSING)
    _must_fit(tx, now, decision_id, since)
    # Every pause counts as a change, so what was read above still holds when the version does.
    records.touch(tx, actor=actor, record_id=decision_id, version=version)
    ADD_PAUSE.run(tx, id=decision_id, pause_id=ids.new_id(), since=since, reason=why)
    lines = [
        audit.Line("pause", decision_id, "pause_since", None, since.isoformat()),
        audit.Line("pause", decision_id, "pause_reason", None, why),
    ]
    audit.write(tx, actor=actor, lines=lines, version=version + 1)


def resume(tx: Transaction, *, actor: Actor, decision_id: str, version: int, until: dt.date | None) -> None:
    """From `until` the clock runs again; raises NotAllowed, NotFound, Conflict, and Invalid when the day cannot be."""
    _decision(tx, actor, decision_id)
    lasting = _lasting(tx, decision_id)
    if until is None:
        raise Invalid("until", Reason.MISSING)
    if lasting is None:
        raise Invalid("until", Reason.NOT_PAUSED)
    if until > clock.today():
        raise Invalid("until", Reason.IN_FUTURE)
    if until < lasting:
        raise Invalid("until", Reason.BEFORE_PAUSE_ENDED)
    records.touch(tx, actor=actor, record_id=decision_id, version=version)
    END_PAUSE.run(tx, id=decision_id, until=until)
    lines = [audit.Line("resume", decision_id, "pause_until", None, until.isoformat())]
    audit.write(tx, actor=actor, lines=lines, version=version + 1)


def _decision(tx: Transaction, actor: Actor, decision_id: str) -> RecordNow:
    actor.must(Permission.EDIT_RECORDS)
    now = records.read(tx, actor=actor, record_id=decision_id)
    if now.kind is not Kind.DECISION:
        raise NotFound(decision_id)
    return now


def _lasting(tx: Transaction, decision_id: str) -> dt.date | None:
    """Since when the clock stands still; None when it runs."""
    return next((each.since for each in PAUSES.all(tx, id=decision_id) if each.until is None), None)


def _must_fit(tx: Transaction, now: RecordNow, decision_id: str, since: dt.date) -> None:
    asked = now.properties.get("asked_on")
    if now.properties.get("decided_on"):
        raise Invalid("since", Reason.ALREADY_DECIDED)
    if asked is None:
        raise Invalid("since", Reason.ASKED_UNKNOWN)
    if since > clock.today():
        raise Invalid("since", Reason.IN_FUTURE)
    if since < asked:
        raise Invalid("since", Reason.BEFORE_ASKED)
    for each in PAUSES.all(tx, id=decision_id):
        if each.until is None:
            raise Invalid("since", Reason.PAUSED_ALREADY)
        if since < each.until:
            raise Invalid("since", Reason.OVERLAPS_PAUSE)
