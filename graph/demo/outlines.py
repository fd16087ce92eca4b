"""The map of Duinvliet: named corner points become outlines, and areas that share a side border each other."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = 6


def areas(file: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The areas of `areas.yaml` with `outline` as GeoJSON (WGS84), a point for the name, and `borders`.

    An outline is a ring of point names, so that two neighbours have exactly the same side. Raises KeyError for a point
    that is not on the map.
    """
    points = {name: _on_earth(file["map"], *point) for name, point in file["points"].items()}
    rings = {slug: area["outline"] for slug, area in file["records"].items() if "outline" in area}
    borders = _borders(rings, file["records"])
    result = {}
    for slug, area in file["records"].items():
        drawn = {name: value for name, value in area.items() if name not in {"at", "outline"}}
        if "at" in area:
            drawn["longitude"], drawn["latitude"] = _on_earth(file["map"], *area["at"])
        if slug in rings:
            corners = [points[name] for name in (*rings[slug], rings[slug][0])]
            # Counter-clockwise, as RFC 7946 asks; the files go round with the clock.
            drawn["outline"] = json.dumps({"type": "Polygon", "coordinates": [corners[::-1]]})
        if borders.get(slug):
            drawn["borders"] = borders[slug]
        result[slug] = drawn
    return result


def _on_earth(place: dict[str, float], east: float, south: float) -> tuple[float, float]:
    return (
        round(place["longitude"] + east * place["east"], _DIGITS),
        round(place["latitude"] - south * place["south"], _DIGITS),
    )


def _borders(rings: dict[str, list[str]], records: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one, other in itertools.combinations(sorted(rings), 2):
        same_level = records[one]["level"] == records[other]["level"]
        if same_level and set(_sides(rings[one])) & set(_sides(rings[other])):
            found.setdefault(one, []).append(other)
    return found


def _sides(ring: list[str]) -> Iterator[frozenset[str]]:
    for start, end in itertools.pairwise((*ring, ring[0])):
        yield frozenset({start, end})
