"""What hangs on a record and has no page of its own: terms of commitments and pauses of decisions, in a chunk of rows.

A leaf is known by its record and its day. One that is there already stays as it is; only the day that it did not have
yet is filled in where a row names it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import ids
from graph.values import to_python

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from graph.imports.chunks import Plan
    from graph.imports.drafts import Draft
    from graph.imports.finding import Key, Spot
    from graph.query import Act, Read
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class LeafThere:
    """A leaf that a record has already."""

    record_id: str
    id: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class NewLeaf:
    """A leaf to add to the record that will be, or is, at `spot`."""

    spot: Spot
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class FilledLeaf:
    """A leaf that is there and gets its later day."""

    spot: Spot
    id: str
    on: dt.date


@dataclass(frozen=True, slots=True)
class Leaves:
    """One kind of leaf: its statements, the property it is known by, the day that may come later.

    `told` gives the audit trail a field for each property that it tells.
    """

    there: Read[LeafThere]
    add: Act
    fill: Act
    known_by: str
    later: str
    told: dict[str, str]

    def day(self, properties: Mapping[str, Any]) -> str:
        """What tells one leaf of a record from another, as text."""
        return str(to_python(properties.get(self.known_by)) or "none_agreed")

    def lines(self, made: Plan) -> Iterator[tuple[str, str, str]]:
        """What the audit trail says of leaves on records that were there before: the record, the field, the value."""
        for new in made.leaves:
            for name, field in self.told.items() if not new.spot.new else ():
                if name == self.known_by:
                    yield new.spot.id, field, self.day(new.properties)
                elif name in new.properties:
                    yield new.spot.id, field, str(new.properties[name])
        for each in made.filled:
            yield each.spot.id, self.told.get(self.later, self.later), each.on.isoformat()


def plan(
    tx: Transaction,
    made: Plan,
    drafts: list[Draft],
    spots: Mapping[Key, Spot | None],
    *,
    of: Leaves,
    dreamt: set[int] | None,
) -> None:
    """Add to `made` the leaves that the rows name and the records do not have."""
    named = [(draft, draft.leaf, spots.get((draft.main.kind, draft.main.key))) for draft in drafts if draft.leaf]
    old = sorted({spot.id for _, _, spot in named if spot and spot.place})
    there = _known(of, of.there.all(tx, ids=old)) if old else {}
    seen: dict[tuple[str, str], dict[str, Any]] = {}
    for draft, leaf, spot in named:
        if spot is None or leaf is None:
            continue
        key, later = (spot.id, of.day(leaf)), leaf.get(of.later)
        # Rows about one leaf count once, whether they stand in one chunk or in several.
        now = seen.get(key) or _there(there.get(key), dreamt, draft, of, key[1])
        if now is None:
            seen[key] = dict(leaf)
            made.leaves.append(NewLeaf(spot, seen[key]))
        elif later and now.get(of.later) is None:
            seen[key] = now
            now[of.later] = later
            if key in there:
                made.filled.append(FilledLeaf(spot, there[key].id, later))
        else:
            continue
        made.touch(draft.number)
        if dreamt is not None:
            dreamt.update(_dreams(draft, key[1], later=bool(later)))


def _known(of: Leaves, leaves: list[LeafThere]) -> dict[tuple[str, str], LeafThere]:
    """The leaves by their record and day, and by a day that stood there by mistake: a sheet may still name that."""
    mistaken = {(each.record_id, day): each for each in leaves for day in each.properties.get("mistaken", ())}
    return mistaken | {(each.record_id, of.day(each.properties)): each for each in leaves}


def lay(tx: Transaction, made: Plan, *, of: Leaves, batch: str) -> None:
    """Write the new leaves; their records are there by now."""
    rows = [{"record_id": each.spot.id, "properties": {**each.properties, "id": ids.new_id()}} for each in made.leaves]
    if rows:
        of.add.run(tx, leaves=rows, batch=batch)


def fill(tx: Transaction, made: Plan, *, of: Leaves, batch: str) -> None:
    """Write the later days of leaves that are there."""
    if made.filled:
        of.fill.run(tx, filled=[{"id": each.id, "on": each.on} for each in made.filled], batch=batch)


def _there(
    present: LeafThere | None, dreamt: set[int] | None, draft: Draft, of: Leaves, day: str
) -> dict[str, Any] | None:
    """What the leaf says by now, in the graph or in the dream; None when it is nowhere."""
    open_, filled = _dreams(draft, day, later=True)
    if dreamt and filled in dreamt:
        return {of.later: day}
    if present:
        return present.properties
    return {} if dreamt and open_ in dreamt else None


def _dreams(draft: Draft, day: str, *, later: bool) -> list[int]:
    """What a dry run remembers of a leaf: that it would be there, and that its later day would be known."""
    return [hash((what, draft.main.key, day)) for what in (("leaf", "filled leaf") if later else ("leaf",))]
