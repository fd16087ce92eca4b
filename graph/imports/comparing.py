"""What the rows of a chunk say of records that are there: what changes, and what people corrected and so stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import clock, records
from graph.imports import agreeing, aldermen, corrections
from graph.imports.corrections import Corrected
from graph.imports.reading import normalised
from graph.model import Kind
from graph.values import to_python, to_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.imports.chunks import Plan
    from graph.imports.corrections import Corrections
    from graph.imports.drafts import Draft, Named
    from graph.imports.finding import RecordThere, Spot
    from graph.store import Transaction

_CALLED = frozenset({"name", "external_id"})
# The days of a status are about that status: what becomes of the one becomes of the others.
_OF_STATUS = records.CONFIRMATION | {"status_since"}


@dataclass(slots=True, eq=False)
class Changed:
    """A record or link that gets other values; `old` and `new` hold those that differ. A link has `ends`."""

    id: str
    kind: str
    place: str
    old: dict[str, Any]
    new: dict[str, Any]
    now: dict[str, Any]
    ends: tuple[Spot, Spot] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A row that gives values to a record that is there."""

    draft: Draft
    named: Named
    found: RecordThere


def compare(tx: Transaction, made: Plan, told: list[Told], dreamt: set[int] | None) -> None:
    """Add to `made` what these rows change and what stays; the audit trail is asked once, and only about differences.

    `dreamt` holds what earlier chunks of a dry run would have written, and grows by what this one would.
    """
    wanted: dict[str, set[str]] = {}
    for each in told:
        if differing := _differences(each, dreamt):
            wanted.setdefault(each.found.id, set()).update(differing)
    if not wanted:
        return
    by_people = corrections.of(tx, wanted)
    for each in told:
        if differing := _differences(each, dreamt):
            _settle(made, each, differing, by_people)
            if dreamt is not None:
                dreamt.update(_dream(each.found, name, value) for name, value in differing.items())


def _differences(told: Told, dreamt: set[int] | None) -> dict[str, Any]:
    """The values that the row gives and that are not there now."""
    named, found = told.named, told.found
    # What took the place of another record stays as it is, but who holds its portfolio is an alderman.
    given = aldermen.told(named) if found.merged else named.properties
    differing = {}
    for name, value in given.items():
        # A sheet that makes no such records names them only to find them; it is not where their names come from.
        if named.missing != "make" and name in _CALLED:
            continue
        now = to_python(found.properties.get(name))
        if name in named.yields and (now is not None or not named.main):
            continue
        if now == value or (name == "name" and now and normalised(now) == normalised(value)):
            continue
        if dreamt and _dream(found, name, value) in dreamt:
            continue
        differing[name] = value
    return differing


def _settle(made: Plan, told: Told, differing: dict[str, Any], by_people: Corrections) -> None:
    found, row = told.found, told.draft
    stay = _staying(found, differing, by_people)
    for name in sorted(stay):
        called = str(found.properties.get("name") or "")
        made.corrected.setdefault((found.id, name), Corrected(row.line, found.id, Kind(found.kind), called, name))
    new = {name: value for name, value in differing.items() if name not in stay}
    if "status" in new:
        new |= _with_status(told)
    if new:
        old = {name: to_python(found.properties.get(name)) for name in new}
        found.properties.update(new)
        made.changed.append(Changed(found.id, found.kind, found.place, old, new, found.properties))
        made.touch(row.number)


def _staying(found: RecordThere, differing: Mapping[str, Any], by_people: Corrections) -> set[str]:
    stay = {
        name
        for name, value in differing.items()
        # Who holds a portfolio in the sheet is an alderman, whatever somebody made of it: nobody else may.
        if name != aldermen.PERSON_KIND
        and corrections.stays(by_people.get((found.id, name)), now=to_python(found.properties.get(name)), said=value)
    }
    if "status" in differing:
        days = _OF_STATUS.intersection(differing)
        stay = stay | days if "status" in stay else stay - days
    if stay and not _go_together(found, differing, stay):
        return set()  # what stays and what is new cannot be beside each other, so the row is taken whole
    return stay


def _go_together(found: RecordThere, differing: Mapping[str, Any], stay: set[str]) -> bool:
    """Whether the record with what stays has no fault that it would not have with all that the row says."""
    now = {name: to_python(value) for name, value in found.properties.items()}
    kind, mixed = Kind(found.kind), {name: value for name, value in differing.items() if name not in stay}
    return set(agreeing.faults(kind, now | mixed)) <= set(agreeing.faults(kind, now | dict(differing)))


def _with_status(told: Told) -> dict[str, Any]:
    """What goes with another status where the row does not say it, as for a form: it holds from today, unconfirmed."""
    after = {**dict.fromkeys(records.CONFIRMATION), "status_since": clock.today()}
    now = told.found.properties
    return {
        name: value
        for name, value in after.items()
        if name not in told.named.properties and to_python(now.get(name)) != value
    }


def _dream(found: RecordThere, name: str, value: Any) -> int:
    return hash(("told", found.id, name, to_text(value)))
