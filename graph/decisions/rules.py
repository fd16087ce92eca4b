"""What a decision cannot be: a legal term on a question, a decision before it was asked for, a pause outside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.errors import Invalid
from graph.model import DecisionKind, Link
from graph.properties import Reason
from graph.query import Read
from graph.timeline import Pause

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from graph.links import LinkField, Tie
    from graph.store import Transaction

ONLY: dict[str, tuple[DecisionKind, Reason]] = {
    "legal_due_on": (DecisionKind.APPLICATION, Reason.ONLY_APPLICATION),
    "level": (DecisionKind.POLITICAL, Reason.ONLY_POLITICAL),
    "url": (DecisionKind.POLITICAL, Reason.ONLY_POLITICAL),
}

PAUSES = Read("decisions/pauses", Pause)


def faults(values: Mapping[str, Any], pauses: Sequence[Pause] = ()) -> Iterator[tuple[str, Reason]]:
    """Every property that cannot be so beside the others, with the reason."""
    for name, (kind, reason) in ONLY.items():
        if values.get(name) and values.get("decision_kind") != kind:
            yield name, reason
    asked, decided = values.get("asked_on"), values.get("decided_on")
    for name, on in (("asked_on", asked), ("decided_on", decided)):
        if on and on > clock.today():
            yield name, Reason.IN_FUTURE
    if asked:
        yield from _before(asked, values, pauses)
    if decided and any(max(pause.since, pause.until or pause.since) > decided for pause in pauses):
        yield "decided_on", Reason.BEFORE_PAUSE_ENDED


def from_the_day_asked(
    values: Mapping[str, Any], ties: Mapping[LinkField, Sequence[Tie]]
) -> dict[LinkField, Sequence[Tie]]:
    """The links of a new decision: who waits has waited since it was asked for, whenever that is recorded."""
    asked = values.get("asked_on")
    return {
        end: [replace(tie, since=tie.since or asked) for tie in found] if end.link is Link.WAITS_FOR else found
        for end, found in ties.items()
    }


def obey(tx: Transaction, *, record_id: str, values: Mapping[str, Any], changed: Collection[str]) -> None:
    """Raise Invalid when the values of a decision do not go together, at a field that was changed where one was."""
    found = list(faults(values, PAUSES.all(tx, id=record_id)))
    for name, reason in sorted(found, key=lambda each: each[0] not in changed):
        raise Invalid(name, reason)


def _before(asked: dt.date, values: Mapping[str, Any], pauses: Sequence[Pause]) -> Iterator[tuple[str, Reason]]:
    for name in ("legal_due_on", "expected_on", "decided_on"):
        if values.get(name) and values[name] < asked:
            yield name, Reason.BEFORE_ASKED
    if values.get("decided_on") and values["decided_on"] < asked:
        yield "asked_on", Reason.AFTER_DECIDED
    if any(pause.since < asked for pause in pauses):
        yield "asked_on", Reason.AFTER_PAUSE
