"""The terms of commitments in a chunk of rows: a day that was not agreed before is a new term, the old ones stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import ids
from graph.query import Act, Read
from graph.values import to_python

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.imports.chunks import Key, Plan, Spot
    from graph.imports.drafts import Draft
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class TermThere:
    """A term that a commitment has already."""

    commitment_id: str
    term_id: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class NewTerm:
    """A term to add to the commitment that will be, or is, at `spot`."""

    spot: Spot
    properties: dict[str, Any]


TERMS = Read("imports/terms", TermThere)
ADD_TERMS = Act("imports/add_terms")
TELL_TERMS = Act("imports/tell_terms")


def plan(
    tx: Transaction, made: Plan, drafts: list[Draft], spots: Mapping[Key, Spot | None], dreamt: set[int] | None
) -> None:
    """Add to `made` the terms that the rows name and the commitments do not have."""
    named = [(draft, draft.term, spots.get((draft.main.kind, draft.main.key))) for draft in drafts if draft.term]
    old = sorted({spot.id for _, _, spot in named if spot and spot.place})
    there = {(each.commitment_id, _day(each.properties)): each for each in TERMS.all(tx, ids=old)} if old else {}
    seen: set[tuple[str, str]] = set()
    for draft, term, spot in named:
        if spot is None or term is None or (spot.id, _day(term)) in seen:
            continue
        seen.add((spot.id, _day(term)))
        present = there.get((spot.id, _day(term)))
        told = term.get("told_on")
        if present is None:
            if dreamt is not None and _dreamt_before(dreamt, draft, term):
                continue
            made.terms.append(NewTerm(spot, term))
            made.touch(draft.number)
        elif told and present.properties.get("told_on") is None:
            made.told.append({"id": present.term_id, "on": told, "commitment_id": spot.id})
            made.touch(draft.number)


def lay(tx: Transaction, made: Plan, *, batch: str) -> None:
    """Write what was planned."""
    if made.terms:
        rows = [
            {"commitment_id": each.spot.id, "properties": {**each.properties, "id": ids.new_id()}}
            for each in made.terms
        ]
        ADD_TERMS.run(tx, terms=rows, batch=batch)
    if made.told:
        TELL_TERMS.run(tx, told=made.told, batch=batch)


def _day(properties: Mapping[str, Any]) -> str:
    return str(to_python(properties.get("on")) or "none agreed")


def _dreamt_before(dreamt: set[int], draft: Draft, term: Mapping[str, Any]) -> bool:
    key = hash(("term", draft.main.key, _day(term)))
    if key in dreamt:
        return True
    dreamt.add(key)
    return False
