"""The pauses of decisions: days on which the municipality waited for the applicant, by the rules of the forms.

A pause that begins on a day on which one of the decision begins already is that one: when it lasts, a row can end it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph import clock
from graph.errors import Invalid
from graph.imports.leaves import LeafThere, Leaves
from graph.imports.refusals import RowRefused
from graph.properties import Reason, clean_text
from graph.query import Act, Read
from graph.timeline import Pause

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from graph.imports.columns import Cells
    from graph.imports.profile import PausePart

PAUSES = Leaves(
    there=Read("imports/pauses", LeafThere),
    add=Act("imports/add_pauses"),
    fill=Act("imports/end_pauses"),
    known_by="since",
    later="until",
    told={"since": "pause_since", "until": "pause_until", "reason": "pause_reason"},
)


def named(part: PausePart, cells: Cells) -> dict[str, Any] | None:
    """The pause that a row names, as it is stored; None when it names none. Raises RowRefused."""
    values = cells.values
    since, until, text = values.get(part.since), values.get(part.until), values.get(part.reason)
    if since is None and until is None and text is None:
        return None
    try:
        reason = clean_text("reason", text or "")
    except Invalid as error:
        raise RowRefused(part.reason, error.reason, str(text)) from error
    for column, value in ((part.since, since), (part.reason, reason)):
        if value is None:
            raise RowRefused(column, Reason.MISSING)
    for column, day in ((part.since, since), (part.until, until)):
        if day and day > clock.today():
            raise RowRefused(column, Reason.IN_FUTURE, day.isoformat())
    if until and until < since:
        raise RowRefused(part.until, Reason.BEFORE_PAUSE_ENDED, until.isoformat())
    stored = {"since": since, "until": until, "reason": reason}
    return {name: value for name, value in stored.items() if value is not None}


def fault(pause: Pause, days: Mapping[str, dt.date], others: Iterable[Pause]) -> tuple[str, Reason] | None:
    """Why a decision with these days and these `others` cannot have `pause`: `since` or `until`, and the reason."""
    asked, decided = days.get("asked_on"), days.get("decided_on")
    if asked is None:
        return "since", Reason.ASKED_UNKNOWN
    if pause.since < asked:
        return "since", Reason.BEFORE_ASKED
    if decided and pause.since > decided:
        return "since", Reason.AFTER_DECIDED
    if decided and (pause.until is None or pause.until > decided):
        return "until", Reason.AFTER_DECIDED if pause.until else Reason.ALREADY_DECIDED
    return _overlap(pause, others)


def _overlap(pause: Pause, others: Iterable[Pause]) -> tuple[str, Reason] | None:
    for other in others:
        first, last = sorted((pause, other), key=lambda each: each.since)
        if first.until is None or last.since < first.until:
            return "since", Reason.PAUSED_ALREADY if other.until is None else Reason.OVERLAPS_PAUSE
    return None
