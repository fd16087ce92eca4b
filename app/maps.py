"""Areas as a drawing the server makes: outlines in degrees become shapes in one SVG, darker where more happens.

Small areas need no map projection: degrees of longitude are shortened by the cosine of the latitude in the middle
(equirectangular projection), which keeps shapes true to less than a thousandth over a town.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.areas import AreaOnMap

WIDTH = 640
MARGIN = 4
TONES = 4
MOST_LABELS = 16
# Large enough to touch on a phone, where the drawing is half as wide.
SMALLEST_DOT = 24
GROWS = 16

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """One area drawn: the path, where its name stands, and how dark it is, 1 to 4.

    `radius` is that of a dot whose surface grows with the number of initiatives; 0 when there are none.
    """

    area: AreaOnMap
    path: str
    x: float
    y: float
    tone: int
    radius: float

    @property
    def is_dark(self) -> bool:
        """Whether the name is to be light."""
        return self.tone == TONES


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map of areas, in its own units; without names when they would stand on top of each other."""

    width: int
    height: int
    shapes: tuple[Shape, ...]

    @property
    def has_names(self) -> bool:
        """Whether names fit in the drawing."""
        return len(self.shapes) <= MOST_LABELS


def draw(areas: Sequence[AreaOnMap]) -> Drawing | None:
    """The areas that have an outline as one drawing; None when none has."""
    outlines = {area.id: _rings(area.outline) for area in areas if area.outline}
    points = [point for rings in outlines.values() for ring in rings for point in ring]
    if not points:
        return None
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shortened = math.cos(math.radians((south + north) / 2))
    scale = (WIDTH - 2 * MARGIN) / max((east - west) * shortened, (north - south) / 2, 1e-9)

    def place(point: Point) -> Point:
        return (
            round(MARGIN + (point[0] - west) * shortened * scale, 1),
            round(MARGIN + (north - point[1]) * scale, 1),
        )

    most = max((area.initiatives for area in areas), default=0)
    shapes = [
        _shape(area, [[place(point) for point in ring] for ring in outlines[area.id]], place, most)
        for area in areas
        if outlines.get(area.id)
    ]
    return Drawing(WIDTH, math.ceil((north - south) * scale + 2 * MARGIN), tuple(shapes))


def _shape(area: AreaOnMap, rings: list[list[Point]], place: Any, most: int) -> Shape:
    path = "".join(f"M{' '.join(f'{x:g} {y:g}' for x, y in _thinned(ring))}Z" for ring in rings)
    if area.longitude is not None and area.latitude is not None:
        x, y = place((area.longitude, area.latitude))
    else:
        x, y = _middle(max(rings, key=len))
    tone = 1 if not area.initiatives else 1 + max(1, round(area.initiatives / most * (TONES - 1)))
    radius = round(SMALLEST_DOT + GROWS * math.sqrt(area.initiatives / most), 1) if area.initiatives else 0
    return Shape(area, path, x, y, tone, radius)


def _rings(outline: str | None) -> list[list[Point]]:
    """The outer rings and holes of a GeoJSON Polygon or MultiPolygon (RFC 7946); nothing for anything else."""
    geometry = json.loads(outline or "{}")
    match geometry.get("type"):
        case "Polygon":
            polygons = [geometry["coordinates"]]
        case "MultiPolygon":
            polygons = geometry["coordinates"]
        case _:
            return []
    rings: Iterable[Any] = (ring for polygon in polygons for ring in polygon)
    return [[(float(point[0]), float(point[1])) for point in ring] for ring in rings]


def _thinned(ring: list[Point]) -> Iterator[Point]:
    """The ring without points that fall on the one before."""
    last: Point | None = None
    for point in ring:
        if last is None or abs(point[0] - last[0]) + abs(point[1] - last[1]) >= 1:
            yield point
            last = point


def _middle(ring: list[Point]) -> Point:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
