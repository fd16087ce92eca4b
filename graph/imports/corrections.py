"""What people corrected stays as they made it, as long as a sheet says no more than what stood there before.

The audit trail tells it: the lines of people hold what was there and what they wrote instead. What a sheet says anew is
news, and wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.imports.reading import normalised
from graph.query import Read
from graph.values import to_text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from graph.model import Kind
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class ByPeople:
    """What people made of one value: each value that they replaced, as text, and what they wrote last."""

    record_id: str
    field: str
    olds: list[str]
    last: str | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A value that a row would change and that stays, because somebody corrected it; `line` is that of the row."""

    line: int
    id: str
    kind: Kind
    name: str
    field: str


CORRECTIONS = Read("imports/corrections", ByPeople)

# By the id of the record and the property.
Corrections = dict[tuple[str, str], ByPeople]
Stays = dict[tuple[str, str], Corrected]


def of(tx: Transaction, wanted: Mapping[str, Collection[str]]) -> Corrections:
    """What people made of the properties that are `wanted` of each record; without any it asks nothing."""
    records = [{"id": each, "fields": sorted(names)} for each, names in sorted(wanted.items()) if names]
    found = CORRECTIONS.all(tx, records=records) if records else []
    return {(each.record_id, each.field): each for each in found}


def stays(made: ByPeople | None, *, now: Any, said: Any) -> bool:
    """Whether `now` is what people made of what a cell still says.

    `made` is what the trail tells of it, None when no person changed it.
    """
    if made is None or made.last != to_text(now):
        return False
    text = str(to_text(said))
    # A name that is only written otherwise is the same name, as everywhere in an import.
    return text in made.olds or (made.field == "name" and normalised(text) in map(normalised, made.olds))


def note(so_far: Stays, found: Stays) -> None:
    """Add what another chunk found: a value that rows in several chunks name stays once, at the first of them."""
    for key, each in found.items():
        so_far.setdefault(key, each)
