"""From cells to values: which cell belongs to which column of the profile, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.imports import geometry, reading
from graph.imports.profile import Type
from graph.imports.reading import normalised
from graph.imports.refusals import Fault, Refusal, Refused, RowRefused
from graph.properties import Reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.imports.profile import Column, Profile

Value = Any


def _outline(column: str, text: str) -> str:
    if geometry.label_point(text) is None:
        raise RowRefused(column, Reason.MISTYPED, text[:40])
    return text


_READERS: dict[Type, Callable[[str, str], Value]] = {
    Type.SENTENCE: reading.sentence,
    Type.NUMBER: reading.number,
    Type.EUROS: reading.number,
    Type.WHOLE: reading.whole,
    Type.DATE: reading.day,
    Type.YES_OR_NO: reading.yes,
    Type.POINT: reading.point,
    Type.GEOMETRY: _outline,
}


# Most columns of a register say the same few things again and again: what a short text means is remembered.
MOST_REMEMBERED, LONGEST_REMEMBERED = 4_096, 64
_UNREAD, _NOTHING = object(), object()


@dataclass(slots=True)
class Cells:
    """One row: what each column says (None: nothing), and the texts that identify it."""

    values: dict[str, Value]
    texts: dict[str, str]


class Reader:
    """Reads the rows of one file by one profile; raises Refused when the headings are not those of the profile."""

    def __init__(self, profile: Profile, headings: tuple[str, ...]) -> None:
        """Find each column of the profile among the headings."""
        self._profile = profile
        places = {normalised(heading): place for place, heading in enumerate(headings) if heading}
        self.headings: dict[str, str] = {}
        self._last_days: set[str] = set()
        self._never = frozenset(map(normalised, profile.never))
        self._longest_never = max(map(len, profile.never), default=0) + 8
        self._columns: list[tuple[str, int, Column, bool, dict[str, Value]]] = []
        for name, column in profile.columns.items():
            place = next((places[each] for each in map(normalised, column.headings) if each in places), None)
            if place is not None:
                self.headings[name] = headings[place]
                if normalised(headings[place]) in map(normalised, column.last_days):
                    self._last_days.add(name)
                plain = not (column.replace or column.split or column.choices or column.type in _READERS)
                self._columns.append((name, place, column, plain, {}))
        missing = [
            column.headings[0]
            for name, column in profile.columns.items()
            if column.required and name not in self.headings
        ]
        if missing or not self.headings:
            raise Refused(Refusal.WRONG_PROFILE, profile=profile.name, missing=", ".join(missing))

    def heading(self, name: str) -> str:
        """What people call the column `name`: as the file does, or as the profile does when the file lacks it."""
        known = self._profile.columns.get(name)
        return self.headings.get(name) or (known.headings[0] if known else name)

    def accepted(self, name: str) -> tuple[str, ...]:
        """The words that the column `name` takes, one for each meaning; none when it takes any."""
        column = self._profile.columns.get(name)
        first: dict[str, str] = {}
        for word, meaning in column.choices.items() if column and column.otherwise == "reject" else ():
            first.setdefault(meaning, word)
        return tuple(first.values())

    def read(self, cells: tuple[str, ...]) -> Cells:
        """What the row says; raises RowRefused with the name of the column."""
        values: dict[str, Value] = {}
        texts: dict[str, str] = {}
        for name, place, column, plain, remembered in self._columns:
            text = cells[place]
            if column.replace:
                text = column.replace.get(text, text)
            texts[name] = text
            if plain and len(text) > self._longest_never:
                values[name] = text
                continue
            value = remembered.get(text, _UNREAD)
            if value is _UNREAD:
                value = self._value(name, column, text)
                if len(text) <= LONGEST_REMEMBERED and not column.split:
                    if len(remembered) >= MOST_REMEMBERED:
                        remembered.clear()
                    remembered[text] = value
            if value is not _NOTHING:
                values[name] = value
        return Cells(values, texts)

    def _value(self, name: str, column: Column, text: str) -> Value:
        if not text:
            if column.required:
                raise RowRefused(name, Fault.EMPTY_CELL)
            return _NOTHING
        if self._says_nothing(text):
            return _NOTHING
        if column.split:
            return self._several(name, column, text)
        if column.choices:
            return _chosen(name, column, text)
        read = reading.day_after if name in self._last_days else _READERS.get(column.type)
        return read(name, text) if read else text

    def _says_nothing(self, text: str) -> bool:
        return bool(self._never) and len(text) <= self._longest_never and normalised(text) in self._never

    def _several(self, name: str, column: Column, text: str) -> list[str]:
        for sign in (column.split or "")[1:]:
            text = text.replace(sign, (column.split or "|")[0])
        parts = dict.fromkeys(part.strip() for part in text.split((column.split or "|")[0]))
        told = [part for part in parts if part and not self._says_nothing(part)]
        return [_chosen(name, column, part) or part for part in told] if column.choices else told


def _chosen(name: str, column: Column, text: str) -> str | None:
    found = column.choices.get(normalised(text))
    if found is not None:
        return found
    if column.otherwise == "reject":
        raise RowRefused(name, Reason.NOT_A_CHOICE, text)
    return text if column.otherwise == "keep" else None
