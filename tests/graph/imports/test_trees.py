"""A tree that comes in has no circles, and what a file puts elsewhere leaves the place that an import gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph import checks, clock, records
from graph.imports import undo
from graph.imports.refusals import Fault
from graph.links import LinkField, Tie
from graph.model import Kind, Link
from graph.rights import SYSTEM
from tests.graph.imports.conftest import figures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.imports.runs import Report
    from graph.store import Graph
    from tests.given import Given

PARENT = LinkField(Link.PART_OF, Kind.GOAL)
HEAD = "code;ouder;tekst\n"
TREE = HEAD + "HD1;;Groen\nHD2;;Water\nSD1;{};Meer bomen\n"
ABOVE = """MATCH (:Goal {code: $code})-[link:PART_OF]->(above:Goal) WHERE link.until IS NULL
           WITH above ORDER BY above.code RETURN collect(above.code)"""
OWN_AREAS = """title: Eigen gebieden
about: Een rij is een gebied.
namespace: eigen-gebieden
columns: {name: {headings: [naam], required: true}, parent: {headings: [ligt in]}}
records:
  area: {kind: Area, main: true, name: ["{name}"]}
  parent: {kind: Area, name: ["{parent}"], missing: reject}
links:
  - {from: area, link: PART_OF, to: parent}
"""


def refused(report: Report) -> list[tuple[int, str, str, str]]:
    return [(each.line, each.column, each.reason, each.value) for each in report.first_rejected]


def goal(ask: Callable[..., Any], code: str) -> str:
    found: str = ask("MATCH (goal:Goal {code: $code}) RETURN goal.id", code=code)
    return found


def save(graph: Graph, record_id: str, *above: str) -> None:
    """Somebody saves the form of a goal, with these above it; the laws are held then."""
    now = graph.read(records.read, actor=SYSTEM, record_id=record_id)
    graph.write(
        records.change,
        actor=SYSTEM,
        record_id=record_id,
        version=now.version,
        properties={"description": "Nagekeken"},
        ties={PARENT: [Tie(each) for each in above]},
    )


@pytest.mark.parametrize("size", [1, 10])
def test_rows_that_fall_under_themselves_are_rejected_and_what_stands_under_them_too(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, size: int
) -> None:
    text = f"{HEAD}A;B;Doel A\nB;A;Doel B\nC;A;Doel C\nD;;Doel D\nE;D;Doel E\nF;F;Doel F\nG;Doel G;Doel G\n"
    dream = bring("goals", text, dry_run=True, chunk_size=size)
    report = bring("goals", text, chunk_size=size)
    assert refused(report) == [
        (2, "ouder", Fault.OWN_PARENT, "B"),
        (3, "ouder", Fault.OWN_PARENT, "A"),
        (4, "ouder", Fault.NOT_THERE, "A"),
        (7, "ouder", Fault.OWN_PARENT, "F"),
        (8, "ouder", Fault.OWN_PARENT, "Doel G"),
    ]
    assert figures(dream) == figures(report) == [2, 0, 0, 5, 2, 1]
    assert ask(ABOVE, code="E") == ["D"]
    assert checks.every(graph) == []


def test_a_row_that_closes_a_circle_with_what_is_there_is_rejected(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given
) -> None:
    above = given.goal(name="Groen", external_id="HD1")
    below = given.goal(name="Bomen", external_id="SD1", parent=given.goal(name="Meer groen", parent=above))
    report = bring("goals", f"{HEAD}HD1;SD1;Groen\nSD1;;Bomen\n")
    assert refused(report) == [(2, "ouder", Fault.OWN_PARENT, "SD1")]
    save(graph, below)
    assert bring("goals", f"{HEAD}HD1;SD1;Groen\nSD1;;Bomen\n").rejected == 0
    assert ask("MATCH (:Goal {id: $id})-[:PART_OF]->(above) RETURN above.id", id=above) == below
    assert checks.every(graph) == []


def test_themes_and_areas_have_no_circles_either(
    bring: Callable[..., Any], graph: Graph, given: Given, tmp_path: Path
) -> None:
    given.theme(name="Sport", parent=given.theme(name="Vrije tijd"))
    report = bring("themes", "thema,breder_thema\nVrije tijd,Gezondheid;Sport\nGezondheid,\nZorg,Zorg\n")
    assert refused(report) == [
        (2, "breder_thema", Fault.OWN_PARENT, "Sport"),
        (4, "breder_thema", Fault.OWN_PARENT, "Zorg"),
    ]
    given.area(name="Oost", parent=given.area(name="Duinvliet"))
    own = tmp_path / "eigen.yaml"
    own.write_text(OWN_AREAS, encoding="utf-8")
    report = bring(str(own), "naam;ligt in\nDuinvliet;Oost\nWest;Duinvliet\n")
    assert refused(report) == [(2, "ligt in", Fault.OWN_PARENT, "Oost")]
    assert checks.every(graph) == []


def test_codes_put_no_area_in_what_people_put_in_it(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given
) -> None:
    oost = given.area(name="Oost", code="WK000101", level="district")
    given.area(name="Duinvliet", code="GM0001", level="municipality", parent=oost)
    report = bring("areas", "code;naam;niveau\nWK000101;Oost;wijk\nWK000102;West;wijk\n")
    assert (report.rejected, report.relationships) == (0, 1)
    assert ask("MATCH (area:Area)-[:PART_OF]->(:Area {code: 'GM0001'}) RETURN collect(area.name)") == ["West"]
    assert checks.every(graph) == []


@pytest.mark.parametrize("size", [1, 10])
def test_a_goal_that_a_file_puts_elsewhere_leaves_the_place_that_an_import_gave_it(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, size: int
) -> None:
    bring("goals", TREE.format("HD1"))
    moved = goal(ask, "SD1")
    dream = bring("goals", TREE.format("HD2"), dry_run=True, chunk_size=size)
    report = bring("goals", TREE.format("HD2"), chunk_size=size)
    assert figures(dream) == figures(report) == [0, 1, 2, 0, 0, 1]
    assert ask(ABOVE, code="SD1") == ["HD2"]
    today = clock.today().isoformat()
    assert ask("MATCH (:Goal)-[link:PART_OF]->(:Goal {code: 'HD1'}) RETURN toString(link.until)") == today
    assert ask(
        """MATCH (line:AuditEntry {batch: $batch, record_id: $id}) WHERE line.field ENDS WITH ' until'
           RETURN [split(line.field, ' ')[0], line.action, line.old, line.new]""",
        batch=report.batch,
        id=moved,
    ) == ["PART_OF", "import", None, today]
    assert ask("MATCH (goal:Goal {id: $id}) RETURN goal.version", id=moved) == 2
    assert figures(bring("goals", TREE.format("HD2"), chunk_size=size)) == [0, 0, 3, 0, 0, 0]
    assert checks.every(graph) == []


def test_two_goals_of_an_import_change_places(bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph) -> None:
    bring("goals", f"{HEAD}A;;Doel A\nB;A;Doel B\nC;;Doel C\n")
    report = bring("goals", f"{HEAD}A;B;Doel A\nB;C;Doel B\nC;;Doel C\n")
    assert (report.rejected, ask(ABOVE, code="A"), ask(ABOVE, code="B")) == (0, ["B"], ["C"])
    stays = bring("goals", f"{HEAD}A;C;Doel A\nB;;Doel B\nC;A;Doel C\n")
    assert [line for line, *_ in refused(stays)] == [2, 4], "neither row moves anything, and B stays under C"
    assert (ask(ABOVE, code="A"), ask(ABOVE, code="B")) == (["B"], ["C"])
    assert checks.every(graph) == []


def test_a_goal_comes_back_where_a_file_puts_it_again(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    for above in ("HD1", "HD2", "HD1"):
        bring("goals", TREE.format(above))
        assert ask(ABOVE, code="SD1") == [above]
    assert bring("goals", TREE.format("HD1")).unchanged == 3
    assert ask("MATCH (:Goal {code: 'SD1'})-[link:PART_OF]->() RETURN count(link)") == 3


def test_what_people_put_somewhere_stays_there(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("goals", TREE.format("HD1"))
    save(graph, goal(ask, "SD1"), goal(ask, "HD2"))
    assert figures(bring("goals", TREE.format("HD1"))) == [0, 0, 3, 0, 0, 0]
    assert ask(ABOVE, code="SD1") == ["HD2"]


@pytest.mark.parametrize("size", [1, 10])
def test_a_goal_that_stands_in_two_rows_has_both_places_until_a_file_names_one(
    bring: Callable[..., Any], ask: Callable[..., Any], size: int
) -> None:
    both = f"{TREE.format('HD1')}SD1;HD2;Meer bomen\n"
    for _ in range(2):
        report = bring("goals", both, chunk_size=size)
        assert ask(ABOVE, code="SD1") == ["HD1", "HD2"]
    assert figures(report) == [0, 0, 4, 0, 0, 0]
    dream = bring("goals", TREE.format("HD2"), dry_run=True, chunk_size=size)
    report = bring("goals", TREE.format("HD2"), chunk_size=size)
    assert figures(dream) == figures(report) == [0, 1, 2, 0, 0, 0]
    assert ask(ABOVE, code="SD1") == ["HD2"]


def test_a_theme_keeps_the_broader_ones_it_had(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    for broader in ("Vrije tijd", "Gezondheid"):
        bring("themes", f"thema,breder_thema\nSport,{broader}\n")
    assert ask(
        """MATCH (:Theme {name: 'Sport'})-[link:NARROWER_THAN]->(broader) WHERE link.until IS NULL
           WITH broader ORDER BY broader.name RETURN collect(broader.name)"""
    ) == ["Gezondheid", "Vrije tijd"]


def test_an_undo_puts_the_goal_back(bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph) -> None:
    bring("goals", TREE.format("HD1"))
    moved = bring("goals", TREE.format("HD2")).batch
    done = undo.undo(graph, actor=SYSTEM, batch_id=moved)
    assert (done.restored, done.relationships, done.kept) == (1, 1, [])
    assert ask(ABOVE, code="SD1") == ["HD1"]
    assert ask("MATCH (:Goal {code: 'SD1'})-[link:PART_OF]->() RETURN count(link)") == 1


def test_an_undo_leaves_a_goal_that_people_put_elsewhere_since(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given
) -> None:
    bring("goals", TREE.format("HD1"))
    moved = bring("goals", TREE.format("HD2")).batch
    save(graph, goal(ask, "SD1"), given.goal(name="Bodem", code="HD3"))
    done = undo.undo(graph, actor=SYSTEM, batch_id=moved)
    assert {(each.name, each.field, each.other_name) for each in done.kept} == {
        ("Meer bomen", "PART_OF", "Groen"),
        ("Meer bomen", "PART_OF", "Water"),
    }
    assert (done.restored, ask(ABOVE, code="SD1")) == (0, ["HD3"])


def test_an_undo_makes_no_circle(bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph) -> None:
    bring("goals", TREE.format("HD1"))
    moved = bring("goals", TREE.format("HD2")).batch
    save(graph, goal(ask, "HD1"), goal(ask, "SD1"))
    done = undo.undo(graph, actor=SYSTEM, batch_id=moved)
    assert (done.restored, ask(ABOVE, code="SD1"), ask(ABOVE, code="HD1")) == (0, [], ["SD1"])
    assert [each.other_name for each in done.kept] == ["Groen"]
    assert checks.every(graph) == []
