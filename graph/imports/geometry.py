"""Just enough geometry of outlines (GeoJSON, WGS84 degrees) to say which areas touch and which lies in which.

Shapes that official maps generalise share their corners, or nearly; so two areas touch when they have at least two
corners in common after rounding to a grid of `GRID` degrees (about 40 m north to south), neighbouring cells included.
Whether a point lies in an outline is decided by the even-odd rule.
"""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Point = tuple[float, float]
Ring = list[Point]

GRID = 0.00036
CORNERS = 2


def rings(outline: str) -> list[Ring]:
    """The rings of a Polygon or MultiPolygon, holes too; empty for a point or for what is no outline."""
    try:
        geometry = json.loads(outline)
        shapes = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}.get(geometry["type"])
        return [[(float(x), float(y)) for x, y, *_ in ring] for shape in shapes or [] for ring in shape]
    except (ValueError, TypeError, KeyError):
        return []


def label_point(geometry: str) -> Point | None:
    """Where to write the name: the point itself, else the centroid of the largest ring; longitude, latitude."""
    try:
        found = json.loads(geometry)
        if found["type"] == "Point":
            return float(found["coordinates"][0]), float(found["coordinates"][1])
    except (ValueError, TypeError, KeyError, IndexError):
        return None
    candidates = [_centroid(ring) for ring in rings(geometry) if ring]
    if not candidates:
        return None
    _, x, y = max(candidates)
    return round(x, 6), round(y, 6)


def touching(outlines: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs of ids whose outlines touch, each once and sorted. `outlines` is the outline of each id."""
    cells: dict[tuple[int, int], set[str]] = defaultdict(set)
    for name, outline in outlines.items():
        for cell in _cells(outline):
            cells[cell].add(name)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for (x, y), names in cells.items():
        around = names.union(*(cells.get((x + dx, y + dy), ()) for dx, dy in ((1, 0), (0, 1), (1, 1), (1, -1))))
        for pair in combinations(sorted(around), 2):
            if pair[0] in names or pair[1] in names:
                shared[pair] += 1
    return sorted(pair for pair, times in shared.items() if times >= CORNERS)


def contains(outline: str, point: Point) -> bool:
    """Whether `point` lies in the outline, by the even-odd rule."""
    x, y = point
    inside = False
    for ring in rings(outline):
        for (x1, y1), (x2, y2) in _sides(ring):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


def _cells(outline: str) -> set[tuple[int, int]]:
    return {(round(x / GRID), round(y / GRID)) for ring in rings(outline) for x, y in ring}


def _sides(ring: Ring) -> Iterator[tuple[Point, Point]]:
    return zip(ring, ring[1:] + ring[:1], strict=True)


def _centroid(ring: Ring) -> tuple[float, float, float]:
    """Area (without sign), x and y of the centroid; for a ring without area the mean of its corners."""
    x0, y0 = ring[0]
    area = x_sum = y_sum = 0.0
    for (x1, y1), (x2, y2) in _sides(ring):
        cross = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        area += cross
        x_sum += (x1 + x2 - 2 * x0) * cross
        y_sum += (y1 + y2 - 2 * y0) * cross
    if abs(area) < 1e-12:  # noqa: PLR2004 — a line, not a surface
        return 0.0, _mean(x for x, _ in ring), _mean(y for _, y in ring)
    return abs(area) / 2, x0 + x_sum / (3 * area), y0 + y_sum / (3 * area)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)
