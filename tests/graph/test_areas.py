"""Which areas a form offers: those of the municipality, or what comes nearest to that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import areas, records
from graph.links import LinkField, Tie
from graph.model import Kind, Link, Visibility
from graph.rights import SYSTEM, VISITOR

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given

PART_OF = LinkField(Link.PART_OF, Kind.AREA)


def offered(graph: Graph, municipality: str = "", limit: int = 99) -> list[tuple[str, tuple[str, ...]]]:
    found = graph.read(areas.offered, actor=VISITOR, municipality=municipality, limit=limit)
    return [(each.name, each.above) for each in found]


@pytest.fixture
def towns(given: Given) -> dict[str, str]:
    """Two municipalities, each with a district and a neighbourhood of the same names."""
    made = {}
    for code, name in (("GM1", "Duinvliet"), ("GM2", "Polderdam")):
        made[code] = given.area(name=name, code=code, level="municipality")
        district = given.area(name="Centrum", level="district", parent=made[code])
        made[f"{code} buurt"] = given.area(name="Haven", level="neighbourhood", parent=district)
    given.area(name="Langs de vaart", level="unknown")
    return made


@pytest.mark.usefixtures("towns")
def test_those_of_the_municipality_are_offered_and_no_other(graph: Graph) -> None:
    assert offered(graph, "GM1") == [("Centrum", ()), ("Haven", ("Centrum",))]


@pytest.mark.usefixtures("towns")
def test_without_a_municipality_every_district_and_neighbourhood_says_where_it_lies(graph: Graph) -> None:
    assert sorted(offered(graph)) == [
        ("Centrum", ("Duinvliet",)),
        ("Centrum", ("Polderdam",)),
        ("Haven", ("Centrum", "Duinvliet")),
        ("Haven", ("Centrum", "Polderdam")),
    ]
    assert [name for name, _ in offered(graph, limit=2)] == ["Centrum", "Centrum"]


@pytest.mark.usefixtures("towns")
def test_where_nothing_is_known_in_the_municipality_what_may_lie_there_is_offered(graph: Graph, given: Given) -> None:
    given.area(name="Duinstreek", code="GM3", level="unknown")
    assert offered(graph, "GM3") == [("Langs de vaart", ())]


def test_areas_of_which_no_level_is_known_are_offered_when_there_is_nothing_else(graph: Graph, given: Given) -> None:
    given.area(name="Oost", level="unknown")
    given.area(name="West")
    given.area(name="Duinvliet", level="municipality")
    assert offered(graph) == [("Oost", ()), ("West", ())]


def test_what_is_a_draft_is_over_or_moved_away_is_not_offered(
    graph: Graph, given: Given, towns: dict[str, str]
) -> None:
    given.area(name="Geheim", level="district", parent=towns["GM1"], visibility=Visibility.DRAFT)
    over = given.area(name="Oud", level="district", parent=towns["GM1"])
    graph.write(lambda tx: tx.run("MATCH (area:Area {id: $id}) SET area.until = date()", id=over).consume())
    graph.write(
        records.change,
        actor=SYSTEM,
        record_id=towns["GM1 buurt"],
        version=1,
        properties={},
        ties={PART_OF: [Tie(towns["GM2"])]},
    )
    assert offered(graph, "GM1") == [("Centrum", ())]
    assert offered(graph, "GM2") == [("Centrum", ()), ("Haven", ()), ("Haven", ("Centrum",))]
