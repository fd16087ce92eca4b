"""Read a GeoJSON file (RFC 7946) as a table: a row for each feature, its properties as cells, its geometry as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.imports import geometry
from graph.imports.delimited import EVERY, Line, Told, untold
from graph.imports.reading import as_text
from graph.imports.refusals import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

GEOMETRY = "geometry"
MOST_BYTES = 100_000_000
LONGEST_NAME = 100
# How deep the corners of each kind of geometry lie.
_GEOMETRIES = {"Point": 0, "Polygon": 2, "MultiPolygon": 3}
# As `urn:ogc:def:crs:OGC:1.3:CRS84`, `EPSG:4326` and `http://www.opengis.net/def/crs/EPSG/0/4326`.
_WGS84 = re.compile(r"(.*\W)?(CRS:?84h?|EPSG\W+([\d.]*\W)?4326|WGS ?84)", re.IGNORECASE)


def lines(path: Path, told: Told = untold) -> Iterator[Line]:
    """The headings (every property that occurs, `id` and `geometry`), then a row for each feature; raises Refused.

    `told` hears now and then how many features are read, and of how many.
    """
    features = _features(path)
    names = dict.fromkeys(name for feature in features for name in feature.get("properties") or {})
    names.pop(GEOMETRY, None)
    headings = [*names, *(["id"] if "id" not in names else []), GEOMETRY]
    yield Line(0, tuple(headings))
    for number, feature in enumerate(features, start=1):
        if number % EVERY == 0:
            told(number, len(features))
        properties = {"id": feature.get("id"), **(feature.get("properties") or {})}
        cells = [_cell(properties.get(name)) for name in headings[:-1]]
        yield Line(number, (*cells, _geometry(feature.get("geometry"))))


def _features(path: Path) -> list[dict[str, Any]]:
    if path.stat().st_size > MOST_BYTES:
        raise Refused(Refusal.TOO_LARGE)
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused(Refusal.NOT_GEOJSON) from error
    features = found.get("features") if isinstance(found, dict) and found.get("type") == "FeatureCollection" else None
    if not isinstance(features, list):
        raise Refused(Refusal.NOT_GEOJSON)
    if not features:
        raise Refused(Refusal.NO_ROWS)
    if not all(isinstance(feature, dict) and isinstance(feature.get("properties") or {}, dict) for feature in features):
        raise Refused(Refusal.NOT_GEOJSON)
    if not (_names_wgs84(found.get("crs")) and geometry.in_degrees(_corners(features))):
        raise Refused(Refusal.NOT_WGS84)
    return features


def _names_wgs84(crs: Any) -> bool:
    """Whether a file with this `crs` is in degrees; RFC 7946 has none any more, and many programs still write it."""
    if crs is None:
        return True
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return isinstance(name, str) and _WGS84.fullmatch(name[:LONGEST_NAME].strip()) is not None


def _corners(features: list[dict[str, Any]]) -> Iterator[geometry.Point]:
    """Every corner that is written as it should be; the others are refused with their row."""
    for feature in features:
        shape = feature.get("geometry")
        if not isinstance(shape, dict) or not isinstance(shape.get("type"), str):
            continue
        found = [shape.get("coordinates")]
        for _ in range(_GEOMETRIES.get(shape["type"], 0)):
            found = [each for part in found if isinstance(part, list) for each in part]
        for each in found if shape["type"] in _GEOMETRIES else ():
            if isinstance(each, list) and len(each) > 1 and all(isinstance(part, int | float) for part in each[:2]):
                yield each[0], each[1]


def _cell(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else as_text(value)


def _geometry(value: Any) -> str:
    if not isinstance(value, dict) or value.get("type") not in _GEOMETRIES:
        return ""
    kept = {"type": value["type"], "coordinates": value.get("coordinates")}
    return json.dumps(kept, separators=(",", ":"))
