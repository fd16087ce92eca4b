"""Just enough geometry of outlines (GeoJSON, WGS84 degrees) to say which areas touch and which lies in which.

Shapes that official maps generalise share their corners, or nearly; so two areas touch when they have at least two
corners in common after rounding to a grid of `GRID` degrees (about 40 m north to south), neighbouring cells included.
Whether a point lies in an outline is decided by the even-odd rule.
"""

from __future__ import annotations

import json
from collections import defaultdict
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Point = tuple[float, float]
Ring = list[Point]

GRID = 0.00036
CORNERS = 2
EAST, NORTH = 180.0, 90.0
# About 0.1 m.
DECIMALS = 6
# A triangle that ends where it began.
FEWEST = 4
# What a corner takes at most, as `[-123.123456,-12.123456],`; that of a ring, and of the whole, fits in one more.
_LONGEST_CORNER = 25


def rings(outline: str) -> list[Ring]:
    """The rings of a Polygon or MultiPolygon, holes too; empty for a point or for what is no outline."""
    return [ring for shape in _shapes(outline) for ring in shape]


def in_degrees(points: Iterable[Point]) -> bool:
    """Whether all of `points` can be a longitude and a latitude; those of the Dutch grid (RD, metres) cannot."""
    return all(-EAST <= x <= EAST and -NORTH <= y <= NORTH for x, y in points)


def fitted(outline: str, *, longest: int) -> str:
    """A Polygon or MultiPolygon with `DECIMALS` decimals, in at most `longest` characters.

    Where it is longer it keeps as many corners as fit, those that make its shape; of very many parts and holes the
    largest.
    """
    shapes = [
        [[(round(x, DECIMALS), round(y, DECIMALS)) for x, y in ring] for ring in shape] for shape in _shapes(outline)
    ]
    text = _written(shapes)
    if len(text) <= longest:
        return text
    corners = longest // _LONGEST_CORNER - 2
    shapes = _largest(shapes, corners // (2 * FEWEST))
    whole = [ring for shape in shapes for ring in shape]
    thinned = iter(_thinned(whole, corners - len(whole)))
    return _written([[next(thinned) for _ in shape] for shape in shapes])


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


def _shapes(outline: str) -> list[list[Ring]]:
    """The polygons, each with its outer ring and its holes."""
    try:
        geometry = json.loads(outline)
        shapes = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}.get(geometry["type"])
        return [[[(float(x), float(y)) for x, y, *_ in ring] for ring in shape] for shape in shapes or []]
    except (ValueError, TypeError, KeyError):
        return []


def _written(shapes: list[list[Ring]]) -> str:
    one = len(shapes) == 1
    found = {"type": "Polygon" if one else "MultiPolygon", "coordinates": shapes[0] if one else shapes}
    return json.dumps(found, separators=(",", ":"))


def _largest(shapes: list[list[Ring]], most: int) -> list[list[Ring]]:
    """The `most` largest rings; a hole is smaller than what it is in, so none is left without."""
    ranked = sorted(
        (-_centroid(ring)[0], one, other)
        for one, shape in enumerate(shapes)
        for other, ring in enumerate(shape)
        if ring
    )
    kept = {(one, other) for _, one, other in ranked[:most]}
    left = [[ring for other, ring in enumerate(shape) if (one, other) in kept] for one, shape in enumerate(shapes)]
    return [shape for shape in left if shape]


def _thinned(whole: list[Ring], corners: int) -> list[Ring]:
    """The rings with at most `corners` corners in all: every time the corner goes that changes a shape least.

    That is the one with the smallest triangle between it and its neighbours (Visvalingam and Whyatt, 1993), so of a
    border that two areas share much the same is left in both. Rings stay closed and keep `FEWEST` corners.
    """
    before = [[place - 1 for place in range(len(ring))] for ring in whole]
    after = [[place + 1 for place in range(len(ring))] for ring in whole]
    left = [len(ring) for ring in whole]

    def weight(number: int, place: int) -> float:
        ring = whole[number]
        (x0, y0), (x1, y1), (x2, y2) = ring[before[number][place]], ring[place], ring[after[number][place]]
        return abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0))

    waiting = [
        (weight(number, place), number, place) for number, ring in enumerate(whole) for place in range(1, len(ring) - 1)
    ]
    heapify(waiting)
    gone: set[tuple[int, int]] = set()
    surplus = sum(left) - corners
    while waiting and surplus > 0:
        size, number, place = heappop(waiting)
        # What was weighed before a neighbour went waits a second time, with its new weight.
        if (number, place) in gone or left[number] <= FEWEST or size != weight(number, place):
            continue
        gone.add((number, place))
        surplus, left[number] = surplus - 1, left[number] - 1
        one, other = before[number][place], after[number][place]
        after[number][one], before[number][other] = other, one
        for each in (one, other):
            if 0 < each < len(whole[number]) - 1:
                heappush(waiting, (weight(number, each), number, each))
    return [
        [point for place, point in enumerate(ring) if (number, place) not in gone] for number, ring in enumerate(whole)
    ]


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
