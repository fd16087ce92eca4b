"""After areas came in: which of them touch, and which lie in which.

An area is part of the one its code names (Statistics Netherlands: BU05790001 in WK057900 in GM0579), else of the
smallest larger one whose outline holds its middle.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.imports import chunks, circles, geometry, writing
from graph.imports.chunks import NewTie, Plan
from graph.imports.finding import Spot
from graph.imports.writing import Counts
from graph.model import AreaLevel, Kind, Link
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.rights import Actor
    from graph.store import Transaction

_CODE = re.compile(r"(BU|WK)(\d{4})(\d{2})(\d{2})?")
_LARGER = {
    AreaLevel.NEIGHBOURHOOD: (AreaLevel.DISTRICT, AreaLevel.MUNICIPALITY),
    AreaLevel.DISTRICT: (AreaLevel.MUNICIPALITY,),
}


@dataclass(frozen=True, slots=True)
class AreaNow:
    """One area; `place` is its element id, degrees are WGS84."""

    id: str
    place: str
    code: str | None
    level: AreaLevel
    outline: str | None
    longitude: float | None
    latitude: float | None
    has_parent: bool


OUTLINES = Read("imports/outlines", AreaNow)


def connect(tx: Transaction, *, actor: Actor, batch: str) -> Counts:
    """Lay BORDERS and PART_OF where they are missing, in the name of the import."""
    areas = OUTLINES.all(tx)
    spots = {area.id: Spot(area.id, area.place, new=False) for area in areas}
    made = Plan()
    for link, pairs in ((Link.BORDERS, _borders(areas)), (Link.PART_OF, _fitting(tx, areas))):
        wanted = [(-1, NewTie(link.value, spots[start], spots[end], {})) for start, end in pairs]
        if wanted:
            chunks.ask(tx, made, link.value, wanted)
    counts = writing.lay(tx, made, batch=batch)
    if counts.relationships:
        writing.remember(tx, actor=actor, batch=batch, subject="areas", plan=made, counts=counts)
        writing.COUNT.run(tx, id=batch, counts=counts.parameters())
    return counts


def _borders(areas: list[AreaNow]) -> Iterator[tuple[str, str]]:
    for level in AreaLevel:
        outlines = {area.id: area.outline for area in areas if area.level is level and area.outline}
        if level is not AreaLevel.UNKNOWN:
            yield from geometry.touching(outlines)


def _parents(areas: list[AreaNow]) -> Iterator[tuple[str, str]]:
    by_code = {area.code: area for area in areas if area.code}
    for area in areas:
        if area.has_parent or area.level not in _LARGER:
            continue
        parent = next((by_code[code] for code in _codes_above(area.code or "") if code in by_code), None)
        parent = parent or _around(area, areas)
        if parent and parent.id != area.id:
            yield area.id, parent.id


def _fitting(tx: Transaction, areas: list[AreaNow]) -> Iterator[circles.Edge]:
    """What lies in what, without that by which an area comes above itself beside what people said of it."""
    parents = list(_parents(areas))
    lasting = {(each.start_id, each.end_id) for each in circles.upward(tx, kind=Kind.AREA.value) if each.lasts}
    wrong = circles.on_circles([*lasting, *parents])
    yield from (pair for pair in parents if pair not in wrong)


def _codes_above(code: str) -> list[str]:
    match = _CODE.fullmatch(code)
    if not match:
        return []
    municipality = f"GM{match[2]}"
    return [f"WK{match[2]}{match[3]}", municipality] if match[1] == "BU" else [municipality]


def _around(area: AreaNow, areas: list[AreaNow]) -> AreaNow | None:
    if area.longitude is None or area.latitude is None:
        return None
    for level in _LARGER[area.level]:
        for other in areas:
            held = other.level is level and other.outline
            if held and geometry.contains(other.outline or "", (area.longitude, area.latitude)):
                return other
    return None
