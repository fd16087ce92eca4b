"""Whether the pauses of a sheet fit beside each other, beside those that are there, and the days of the decision.

This is asked of the whole sheet before anything is written, because the rows of one decision may stand in any order.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from graph.decisions import rules
from graph.imports import corrections
from graph.imports.finding import PRESENT
from graph.imports.pauses import PAUSES, fault
from graph.imports.refusals import RowRefused
from graph.model import Kind
from graph.timeline import Pause
from graph.values import to_python

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.imports.corrections import Corrections
    from graph.imports.drafts import Draft
    from graph.imports.finding import RecordThere
    from graph.imports.profile import Profile
    from graph.store import Graph, Transaction

STEP = 2_000
_DAYS = ("asked_on", "decided_on")
Days = dict[str, dt.date]


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of the sheet: the days of its decision as it tells them, and the pause it names."""

    number: int
    line: int
    cells: tuple[str, ...]
    days: Days
    pause: Pause | None


@dataclass(frozen=True, slots=True)
class _Now:
    """A decision as it is; a sheet gives no values to one that was merged into another.

    `moving` is the first day of each pause that the decision ended: its end moves along with the decision. `old` are
    the days that people replaced, by name: a row that still says one of them changes nothing.
    """

    days: Days = field(default_factory=dict)
    pauses: tuple[Pause, ...] = ()
    merged: bool = False
    moving: frozenset[dt.date] = frozenset()
    old: frozenset[tuple[str, dt.date]] = frozenset()

    def news(self, row: Row) -> Row:
        """The row with only those of its days that the decision would get."""
        return replace(row, days={name: day for name, day in row.days.items() if (name, day) not in self.old})

    def pauses_with(self, days: Days) -> tuple[Pause, ...]:
        """The pauses as they are when the decision has these days."""
        decided = days.get("decided_on")
        return tuple(replace(each, until=decided) if each.since in self.moving else each for each in self.pauses)


def unfit(graph: Graph, profile: Profile, drafts: Iterable[Draft | None]) -> list[tuple[Row, RowRefused]]:
    """The rows whose pause or days cannot be, in order of the sheet, each with the reason."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for draft in drafts:
        if draft:
            days = _days(draft.main.properties)
            pause = Pause(**{"until": None, **draft.leaf}) if draft.leaf else None
            rows[draft.main.key].append(Row(draft.number, draft.line, draft.cells, days, pause))
    keys = sorted(rows)
    found: list[tuple[Row, RowRefused]] = []
    for first in range(0, len(keys), STEP):
        some = keys[first : first + STEP]
        there = graph.read(_there, {key: rows[key] for key in some})
        for key in some:
            now = there.get(key, _Now())
            if now is not None:
                judged = _judge([now.news(row) for row in rows[key]], now)
                found += [(row, _refused(profile, row, *why)) for row, why in judged]
    return sorted(found, key=lambda each: each[0].number)


def _there(tx: Transaction, rows: Mapping[str, list[Row]]) -> dict[str, _Now | None]:
    """The decisions that are there, by source key; None for one that was taken away, because that is left alone."""
    records = PRESENT.one(tx, keys={Kind.DECISION.value: sorted(rows)}, ids=[]).records
    pauses: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for each in PAUSES.there.all(tx, ids=sorted({record.id for record in records})):
        pauses[each.record_id].append(each.properties)
    differing = {record.id: set[tuple[str, dt.date]]() for record in records}
    for record in records:
        now = _days(record.properties)
        differing[record.id].update(
            day for row in rows[record.asked] for day in row.days.items() if now.get(day[0]) != day[1]
        )
    by_people = corrections.of(tx, {each: {name for name, _ in days} for each, days in differing.items()})
    return {
        each.asked: None if each.removed else _now(each, pauses[each.id], differing[each.id], by_people)
        for each in records
    }


def _now(
    record: RecordThere,
    pauses: list[Mapping[str, Any]],
    differing: Iterable[tuple[str, dt.date]],
    by_people: Corrections,
) -> _Now:
    days = _days(record.properties)
    decided = days.get("decided_on")
    return _Now(
        days,
        tuple(Pause(each["since"], each.get("until"), each.get("reason")) for each in pauses),
        record.merged,
        # By the rule of `decisions/stop_pausing`.
        frozenset(
            each["since"]
            for each in pauses
            if decided and each.get("until") == decided and each.get("ended_by_decision", True)
        ),
        frozenset(
            (name, day)
            for name, day in differing
            if corrections.stays(by_people.get((record.id, name)), now=days.get(name), said=day)
        ),
    )


def _days(properties: Mapping[str, Any]) -> Days:
    return {name: to_python(properties[name]) for name in _DAYS if properties.get(name)}


def _judge(rows: list[Row], now: _Now) -> Iterator[tuple[Row, tuple[str, str]]]:
    """The rows of one decision that cannot be. The first of those that can gives the decision its days."""
    left = rows
    while left:
        speaker = left[0]
        days = now.days if now.merged else now.days | speaker.days
        pauses = now.pauses_with(days)
        wrong = next(iter(rules.faults(days, pauses)), None) if days != now.days else None
        found = {speaker: wrong} if wrong else _of_pauses(left, days, pauses)
        if speaker in found:
            # The others were held against days that will not be written, so they are judged again.
            found = {speaker: found[speaker]}
        yield from found.items()
        if speaker not in found:
            return
        left = left[1:]


def _of_pauses(rows: list[Row], days: Days, there: Iterable[Pause]) -> dict[Row, tuple[str, str]]:
    """The rows whose pauses cannot be, judged in order of time; a pause that one row ends is ended for all."""
    found: dict[Row, tuple[str, str]] = {}
    pauses = {each.since: each for each in there}
    pausing = [(row, row.pause) for row in rows if row.pause]
    for row, pause in sorted(pausing, key=lambda each: (each[1].since, each[1].until is None, each[0].number)):
        same = pauses.get(pause.since)
        if same and (same.until or pause.until is None):
            continue  # it is there and stays as it is
        others = [each for each in pauses.values() if each is not same]
        wrong = next((why for told in (days, days | row.days) if (why := fault(pause, told, others))), None)
        if wrong:
            found[row] = wrong
        else:
            pauses[pause.since] = pause
    return found


def _refused(profile: Profile, row: Row, name: str, reason: str) -> RowRefused:
    columns = profile.pauses.model_dump() if profile.pauses else {}
    value = getattr(row.pause, name) if name in columns else row.days.get(name)
    return RowRefused(columns.get(name) or profile.column_of(name), reason, value.isoformat() if value else "")
