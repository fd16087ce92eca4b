"""Somebody with two tasks is an alderman when one row says so, and no sheet makes an alderman something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph import checks, duplicates, records
from graph.rights import SYSTEM
from tests.graph.imports.conftest import figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph
    from tests.given import Given

HEAD = "persoon;functie;soort;doel;thema;vanaf;tot\n"
GUIDE = "Els Denkbeeld;wethouder;wegwijzer;;Groen;;\n"
ALDERMAN = "Els Denkbeeld;wethouder;wethouder;SD1;;;\n"
KIND = "MATCH (person:Person {name: 'Els Denkbeeld'}) RETURN person.person_kind"


def version(graph: Graph, record_id: str) -> int:
    return graph.read(records.read, actor=SYSTEM, record_id=record_id).version


def must_be_well(graph: Graph, *record_ids: str) -> None:
    """The doctor finds nothing, and each of these can be saved."""
    assert checks.every(graph) == []
    for each in record_ids:
        graph.write(
            records.change,
            actor=SYSTEM,
            record_id=each,
            version=version(graph, each),
            properties={"description": "Nagekeken"},
        )


@pytest.mark.parametrize("size", [1, 10])
@pytest.mark.parametrize("rows", [GUIDE + ALDERMAN, ALDERMAN + GUIDE])
def test_whoever_is_an_alderman_in_one_row_is_one(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given, rows: str, size: int
) -> None:
    goal = given.goal(name="Meer bomen", external_id="SD1")
    dream = bring("responsibilities", HEAD + rows, dry_run=True, chunk_size=size)
    report = bring("responsibilities", HEAD + rows, chunk_size=size)
    assert figures(dream) == figures(report) == [2, 0, 0, 0, 2, 2]
    assert ask(KIND) == "alderman"
    must_be_well(graph, goal)
    assert figures(bring("responsibilities", HEAD + rows, chunk_size=size)) == [0, 0, 2, 0, 0, 0]


@pytest.mark.parametrize("task", ["aanspreekpunt", "contactpersoon", "vervanger", "wegwijzer"])
def test_another_task_takes_nothing_from_an_alderman(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given, task: str
) -> None:
    els = given.person(name="Els Denkbeeld", person_kind="alderman", function="wethouder")
    goal = given.goal(name="Meer bomen", holder=[els])
    text = f"{HEAD}Els Denkbeeld;wethouder;{task};;Groen;;\n"
    dream = bring("responsibilities", text, dry_run=True)
    assert figures(dream) == figures(bring("responsibilities", text))
    assert ask(KIND) == "alderman"
    must_be_well(graph, goal)


@pytest.mark.parametrize("size", [1, 10])
def test_somebody_who_is_known_otherwise_becomes_an_alderman_with_a_line_in_the_audit_trail(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given, size: int
) -> None:
    els = given.person(name="Els Denkbeeld", person_kind="official", function="wethouder")
    goal = given.goal(name="Meer bomen", external_id="SD1")
    dream = bring("responsibilities", HEAD + GUIDE + ALDERMAN, dry_run=True, chunk_size=size)
    report = bring("responsibilities", HEAD + GUIDE + ALDERMAN, chunk_size=size)
    assert figures(dream) == figures(report) == [0, 2, 0, 0, 1, 2]
    lines = (
        "MATCH (line:AuditEntry {record_id: $id, field: 'person_kind', action: 'import'}) RETURN [line.old, line.new]"
    )
    assert (ask(KIND), ask(lines, id=els)) == ("alderman", ["official", "alderman"])
    must_be_well(graph, goal)
    assert bring("responsibilities", HEAD + GUIDE + ALDERMAN, chunk_size=size).unchanged == 2


@pytest.mark.parametrize(("known", "after"), [("council_member", "council_member"), (None, "official")])
def test_what_somebody_is_known_to_be_is_left_alone(
    bring: Callable[..., Any], ask: Callable[..., Any], given: Given, known: str | None, after: str
) -> None:
    given.person(name="Els Denkbeeld", person_kind=known)
    bring("responsibilities", f"{HEAD}Els Denkbeeld;;aanspreekpunt;;Groen;;\n")
    assert ask(KIND) == after


def test_a_portfolio_that_is_over_makes_nobody_an_alderman_again(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given
) -> None:
    given.person(name="Els Denkbeeld", person_kind="council_member")
    goal = given.goal(name="Meer bomen", external_id="SD1")
    report = bring("responsibilities", f"{HEAD}Els Denkbeeld;;wethouder;SD1;;1-1-2014;1-1-2018\n")
    assert (report.rejected, ask(KIND)) == (0, "council_member")
    assert ask("MATCH ()-[link:PORTFOLIO_HOLDER_OF]->() RETURN toString(link.until)") == "2018-01-01"
    must_be_well(graph, goal)


def test_a_row_that_is_rejected_makes_nobody_an_alderman(
    bring: Callable[..., Any], ask: Callable[..., Any], given: Given
) -> None:
    given.goal(name="Meer bomen")
    given.goal(name="meer bomen")
    report = bring("responsibilities", f"{HEAD}{GUIDE}Els Denkbeeld;wethouder;wethouder;Meer bomen;;;\n")
    assert (report.rejected, ask(KIND)) == (1, "council_member")


def test_the_one_who_took_the_place_of_another_becomes_the_alderman(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given
) -> None:
    bring("responsibilities", HEAD + GUIDE)
    goes = ask("MATCH (person:Person {name: 'Els Denkbeeld'}) RETURN person.id")
    stays = given.person(name="Els Denkbeeld-Bedacht", person_kind="official", function="adviseur")
    goal = given.goal(name="Meer bomen", external_id="SD1")
    graph.write(
        duplicates.merge,
        actor=SYSTEM,
        survivor_id=stays,
        loser_id=goes,
        survivor_version=version(graph, stays),
        loser_version=version(graph, goes),
    )
    assert bring("responsibilities", HEAD + ALDERMAN).rejected == 0
    assert ask(
        "MATCH (person:Person)-[:PORTFOLIO_HOLDER_OF]->() RETURN [person.id, person.person_kind, person.name]"
    ) == [
        stays,
        "alderman",
        "Els Denkbeeld-Bedacht",
    ]
    must_be_well(graph, goal)
