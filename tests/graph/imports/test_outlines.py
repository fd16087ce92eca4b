"""Outlines of areas: in degrees, or refused with the cure; of as many corners as a page can draw."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import pytest

from graph.imports import files, geometry
from graph.imports.refusals import Refusal, Refused
from graph.properties import LONGEST_TEXT, Reason

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SQUARE = [[4.1, 52.1], [4.2, 52.1], [4.2, 52.2], [4.1, 52.2], [4.1, 52.1]]
RD = [[92000.0, 463000.0], [93000.0, 463000.0], [93000.0, 464000.0], [92000.0, 463000.0]]
CORNERS = 10_000


def collection(*shapes: dict[str, Any], **more: Any) -> str:
    features = [
        {"type": "Feature", "properties": {"statcode": f"X-{number}", "statnaam": f"Wijk {number}"}, "geometry": shape}
        for number, shape in enumerate(shapes)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features, **more})


def polygon(ring: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [ring]}


def named(crs: str) -> dict[str, Any]:
    return {"type": "name", "properties": {"name": crs}}


def wavy(corners: int) -> list[list[float]]:
    """A ring around 4.6, 52.4 with bays, closed."""
    ring = []
    for number in range(corners):
        turn = 2 * math.pi * number / corners
        wide = 0.02 * (1 + 0.2 * math.sin(9 * turn))
        ring.append([4.6 + wide * math.cos(turn), 52.4 + wide * math.sin(turn)])
    return [*ring, ring[0]]


@pytest.mark.parametrize(
    "document",
    [
        collection(polygon(RD)),
        collection(polygon(SQUARE), polygon(RD)),
        collection({"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE, RD]]}),
        collection({"type": "Point", "coordinates": [92000, 463000]}),
        collection({"type": "Point", "coordinates": [4.1, 152.1, 3]}),
        collection(polygon(SQUARE), crs=named("urn:ogc:def:crs:EPSG::28992")),
        collection(polygon(SQUARE), crs=named("EPSG:28992")),
        collection(polygon(SQUARE), crs={"type": "link", "properties": {"href": "https://crs.example"}}),
        collection(polygon(SQUARE), crs="EPSG:28992"),
    ],
)
def test_a_map_that_is_not_in_degrees_is_refused(tmp_path: Path, document: str) -> None:
    path = tmp_path / "gebieden.geojson"
    path.write_text(document, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        files.open_table(path)
    assert refused.value.reason is Refusal.NOT_WGS84


@pytest.mark.parametrize(
    "crs",
    [
        None,
        named("urn:ogc:def:crs:OGC:1.3:CRS84"),
        named("urn:ogc:def:crs:EPSG::4326"),
        named("urn:ogc:def:crs:EPSG:6.9:4326"),
        named("EPSG:4326"),
        named("http://www.opengis.net/def/crs/EPSG/0/4326"),
        named("WGS 84"),
    ],
)
def test_a_map_that_says_it_is_in_degrees_is_read(tmp_path: Path, crs: dict[str, Any] | None) -> None:
    path = tmp_path / "gebieden.geojson"
    path.write_text(collection(polygon(SQUARE), {"type": "Point", "coordinates": [4.1, 52.1]}, crs=crs), "utf-8")
    assert len(list(files.open_table(path).rows())) == 2


def test_a_place_in_a_table_that_is_not_in_degrees_is_rejected_with_its_column(
    bring: Callable[..., Any], ask: Callable[..., Any]
) -> None:
    text = "code;naam;lon;lat;geometry\nA;Oost;92000;463000;\nB;West;4,1;52,1;\n"
    outline = json.dumps(polygon(RD)).replace('"', '""')
    report = bring("areas", f'{text}C;Zuid;;;"{outline}"\n')
    assert [(each.line, each.column, each.reason) for each in report.first_rejected] == [
        (2, "lon", Reason.NOT_DEGREES),
        (4, "geometry", Reason.NOT_DEGREES),
    ]
    assert ask("MATCH (area:Area) RETURN collect([area.name, area.longitude, area.latitude])") == [["West", 4.1, 52.1]]


def test_an_outline_of_10_000_corners_comes_in_with_fewer(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    document = collection(polygon(wavy(CORNERS)))
    report = bring("areas", document, "gebieden.geojson")
    assert (report.created, report.rejected) == (1, 0)
    outline = ask("MATCH (area:Area) RETURN area.outline")
    (ring,) = geometry.rings(outline)
    assert len(outline) <= LONGEST_TEXT
    assert 3_000 < len(ring) < CORNERS
    assert ring[0] == ring[-1]
    for old, new in zip(geometry.label_point(outline) or (), (4.6, 52.4), strict=True):
        assert old == pytest.approx(new, abs=1e-4)
    assert geometry.contains(outline, (4.6 + 0.0199, 52.4))
    assert not geometry.contains(outline, (4.6 + 0.0201, 52.4))
    assert bring("areas", document, "gebieden.geojson").unchanged == 1


def test_areas_that_share_a_border_of_many_corners_still_touch(
    bring: Callable[..., Any], ask: Callable[..., Any]
) -> None:
    border = [[4.5 + 0.001 * math.sin(number / 50), 52.3 + number * 0.1 / CORNERS] for number in range(CORNERS + 1)]
    west = [*border, [4.4, 52.4], [4.4, 52.3], border[0]]
    east = [*border[::-1], [4.6, 52.3], [4.6, 52.4], border[-1]]
    features = json.loads(collection(polygon(west), polygon(east)))
    for feature in features["features"]:
        feature["properties"]["rubriek"] = "wijk"
    assert bring("areas", json.dumps(features), "gebieden.geojson").rejected == 0
    assert ask("MATCH (:Area)-[link:BORDERS]->(:Area) RETURN count(link)") == 1


def test_a_short_outline_only_loses_decimals() -> None:
    ring = [[4.123456789, 52.1], [4.2, 52.1], [4.2, 52.2000000001], [4.123456789, 52.1]]
    found = json.loads(geometry.fitted(json.dumps(polygon(ring)), longest=LONGEST_TEXT))
    assert found == polygon([[4.123457, 52.1], [4.2, 52.1], [4.2, 52.2], [4.123457, 52.1]])


def test_of_very_many_islands_the_largest_stay() -> None:
    islands = [[[[4 + x, 52], [4 + x + w, 52], [4 + x, 52 + w], [4 + x, 52]]] for x, w in sizes(3_000)]
    text = json.dumps({"type": "MultiPolygon", "coordinates": islands})
    left = geometry.fitted(text, longest=LONGEST_TEXT)
    assert len(left) <= LONGEST_TEXT
    found = geometry.rings(left)
    assert len(found) > 100
    assert all(len(ring) == geometry.FEWEST and ring[0] == ring[-1] for ring in found)
    assert max(x for ring in found for x, _ in ring) == pytest.approx(7.003)


def sizes(count: int) -> list[tuple[float, float]]:
    """Where islands begin and how wide each is; the last is the largest."""
    return [(number / 1_000, number / 1_000_000) for number in range(1, count + 1)]
