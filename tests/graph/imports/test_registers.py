"""A subsidy register comes in: once, again, halfway, in another order, and back out."""

from __future__ import annotations

import csv
import random
import uuid
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from graph import ids
from graph.errors import NotAllowed
from graph.imports import chunks, runs, undo, writing
from graph.rights import SYSTEM, VISITOR
from tests.graph.imports.conftest import REAL, register

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.imports.runs import Report
    from graph.store import Graph
    from tests.given import Given

REAL_REGISTER = REAL / "subsidies_amsterdam_2016" / "amsterdam-subsidies-2016.csv"
ROW = "Stichting De Kas;Kas voor ieder;Groen in de buurt;stadsdeel Oost;Groen;2016;Eenmalig;€ 15.000;10.358,00"
COUNTS = "MATCH (record:Record) RETURN count(record)"
LINKS = "MATCH ()-[link]->() RETURN count(link)"


def test_a_row_becomes_a_grant_with_all_around_it(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    report = bring("subsidy-register", register(ROW))
    assert (report.rows, report.created, report.rejected) == (1, 1, 0)
    found = ask(
        """MATCH (:Organisation {name: 'Stichting De Kas'})-[:INITIATES]->(initiative:Initiative)
           MATCH (initiative)-[:HANDLED_BY]->(team:Department)-[:GIVES]->(grant:Contribution)-[:TO]->(initiative)
           MATCH (grant)-[:UNDER]->(scheme:SubsidyScheme)
           MATCH (initiative)-[:LOCATED_IN]->(area:Area {level: 'district'})
           MATCH (initiative)-[:HAS_THEME]->(theme:Theme)
           RETURN [initiative.name, team.name, grant.name, grant.amount_asked, grant.amount_granted, grant.year,
                   scheme.name, area.name, theme.name, initiative.visibility]"""
    )
    assert found == [
        "Kas voor ieder",
        "stadsdeel Oost",
        "Subsidie 2016: Kas voor ieder",
        15_000.0,
        10_358.0,
        2016,
        "Groen in de buurt",
        "stadsdeel Oost",
        "Groen",
        "published",
    ]


def test_every_node_and_relationship_points_to_its_batch(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    report = bring("subsidy-register", register(ROW))
    assert (
        ask("MATCH (node:Record|Word) WHERE node.batch = $batch RETURN count(node)", batch=report.batch) == report.nodes
    )
    assert ask("MATCH ()-[link {batch: $batch}]->() RETURN count(link)", batch=report.batch) == report.relationships


def test_the_same_project_in_another_year_is_the_same_initiative(
    bring: Callable[..., Any], ask: Callable[..., Any]
) -> None:
    bring("subsidy-register", register(ROW, ROW.replace("2016", "2017")))
    assert ask("MATCH (:Initiative)<-[:TO]-(grant:Contribution) RETURN count(grant)") == 2
    assert ask("MATCH (initiative:Initiative) RETURN count(initiative)") == 1


def test_without_a_project_the_initiative_is_called_after_the_scheme(
    bring: Callable[..., Any], ask: Callable[..., Any]
) -> None:
    bring("subsidy-register", register(ROW.replace("Kas voor ieder", "")))
    assert ask("MATCH (initiative:Initiative) RETURN initiative.name") == "Groen in de buurt"


def test_private_people_are_never_a_node_and_never_one(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    private = ROW.replace("Stichting De Kas", "(Particulier)")
    report = bring("subsidy-register", register(private, private, ROW.replace("Stichting De Kas", "X")))
    assert report.created == 3
    assert ask("MATCH (initiative:Initiative) RETURN count(initiative)") == 3
    assert ask("MATCH (node:Organisation|Person) RETURN count(node)") == 0
    assert ask("MATCH (node) WHERE any(key IN keys(node) WHERE node[key] = '(Particulier)') RETURN count(node)") == 0


def test_the_same_file_twice_changes_nothing(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    bring("subsidy-register", register(ROW, ROW, ROW.replace("10.358,00", "0,00")))
    before = ask(COUNTS), ask(LINKS)
    again = bring("subsidy-register", register(ROW, ROW, ROW.replace("10.358,00", "0,00")))
    assert (again.created, again.updated, again.unchanged) == (0, 0, 3)
    assert (ask(COUNTS), ask(LINKS)) == before


def test_another_amount_changes_the_grant_and_undo_gives_the_old_one_back(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("subsidy-register", register(ROW))
    changed = bring("subsidy-register", register(ROW.replace("10.358,00", "12.000,00")))
    assert (changed.created, changed.updated) == (0, 1)
    granted = "MATCH (grant:Contribution) RETURN grant.amount_granted"
    assert ask(granted) == 12_000.0
    done = undo.undo(graph, actor=SYSTEM, batch_id=str(changed.batch))
    assert (done.restored, done.nodes, done.kept) == (1, 0, [])
    assert ask(granted) == 10_358.0


def test_undo_says_what_was_changed_since(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given
) -> None:
    report = bring("subsidy-register", register(ROW))
    organisation = ask("MATCH (node:Organisation) RETURN node.id")
    other = given.initiative(name="Eigen initiatief", initiators=[organisation])
    done = undo.undo(graph, actor=SYSTEM, batch_id=str(report.batch))
    assert [each.name for each in done.kept] == ["Stichting De Kas"]
    assert ask("MATCH (node:Contribution) RETURN count(node)") == 0
    assert ask("MATCH (node:Initiative) RETURN collect(node.id)") == [other]


def test_undo_takes_back_all_that_was_made(bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph) -> None:
    report = bring("subsidy-register", register(ROW, ROW.replace("Kas", "Tuin")))
    done = undo.undo(graph, actor=SYSTEM, batch_id=str(report.batch)[:13])
    assert (done.nodes, done.relationships, done.kept) == (report.nodes, report.relationships, [])
    assert (ask(COUNTS), ask("MATCH (word:Word) RETURN count(word)")) == (0, 0)


def test_undo_finds_what_a_machine_made_whose_clock_was_behind(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    def an_hour_ago() -> str:
        return str(uuid.UUID(int=uuid.UUID(ids.new_id()).int - (3_600_000 << 80)))

    with monkeypatch.context() as behind:
        behind.setattr(chunks, "ids", SimpleNamespace(new_id=an_hour_ago))
        report = bring("subsidy-register", register(ROW))
    assert ask("MATCH (record:Record) RETURN max(record.id) < $batch", batch=report.batch)
    done = undo.undo(graph, actor=SYSTEM, batch_id=str(report.batch))
    assert (done.nodes, done.relationships, ask(COUNTS)) == (report.nodes, report.relationships, 0)


def test_a_dry_run_writes_nothing_and_says_the_same(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    dream = bring("subsidy-register", register(ROW, ROW), dry_run=True)
    assert ask("MATCH (node) WHERE node:Record OR node:ImportBatch RETURN count(node)") == 0
    real = bring("subsidy-register", register(ROW, ROW))
    assert figures(dream) == figures(real)


def test_a_dry_run_over_several_chunks_counts_what_the_import_makes(bring: Callable[..., Any]) -> None:
    bring("subsidy-register", register(ROW.replace("Kas", "Moestuin")))
    rows = [ROW.replace("Kas voor ieder", f"Tuin voor {each}") for each in ("jong", "oud", "ieder", "jong")]
    changed = register(ROW.replace("Kas", "Moestuin").replace("10.358", "11.358"), *rows)
    dream = bring("subsidy-register", changed, dry_run=True, chunk_size=2)
    real = bring("subsidy-register", changed, chunk_size=2)
    assert figures(dream) == figures(real)
    assert (real.created, real.updated) == (4, 1)


def figures(report: Report) -> list[int]:
    names = ("rows", "created", "updated", "unchanged", "rejected", "nodes", "relationships")
    return [getattr(report, name) for name in names]


def test_only_who_may_import_imports(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text(register(ROW), encoding="utf-8")
    with pytest.raises(NotAllowed):
        runs.run(graph, actor=VISITOR, path=path, profile_name="subsidy-register")


def test_a_stopped_import_goes_on_where_it_was(
    committed: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "register.csv"
    path.write_text(register(*(ROW.replace("Kas", f"Kas {number}") for number in range(25))), encoding="utf-8")
    write, calls = writing.write, []

    def break_off(*args: Any, **named: Any) -> Any:
        calls.append(named["chunk"].first)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return write(*args, **named)

    monkeypatch.setattr(writing, "write", break_off)
    with pytest.raises(runs.Stopped, match="stopped after 10 of 25 rows"):
        runs.run(committed, actor=SYSTEM, path=path, profile_name="subsidy-register", chunk_size=10)
    report = runs.run(committed, actor=SYSTEM, path=path, profile_name="subsidy-register", chunk_size=10)
    assert report.resumed_at == 10
    assert (report.rows, report.created, report.unchanged) == (25, 25, 0)
    again = runs.run(committed, actor=SYSTEM, path=path, profile_name="subsidy-register", chunk_size=10)
    assert (again.created, again.unchanged, again.resumed_at) == (0, 25, None)


def test_other_headings_need_only_another_profile(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    text = (
        "Ontvanger,Activiteit,Subsidieregeling,Afdeling,Beleidsterrein,Boekjaar,Soort,Gevraagd,Toegekend bedrag\n"
        '"De Kas, stichting",Kas voor ieder,Groen,stadsdeel Oost,Groen,2016,Eenmalig,"15000","10358,50"\n'
    )
    report = bring("subsidy-overview", text)
    assert report.created == 1
    assert ask("MATCH (grant:Contribution) RETURN [grant.amount_asked, grant.amount_granted]") == [15_000.0, 10_358.5]


@pytest.mark.skipif(not REAL_REGISTER.exists(), reason="the real register lies beside the checkout, not in it")
def test_the_real_register_stays_2691_grants_in_any_order(
    bring: Callable[..., Any], ask: Callable[..., Any], tmp_path: Path
) -> None:
    report = bring("subsidy-register", REAL_REGISTER)
    assert (report.rows, report.created, report.rejected) == (2691, 2691, 0)
    assert ask("MATCH (grant:Contribution) RETURN count(grant)") == 2691
    with REAL_REGISTER.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file, delimiter=";")
    random.Random(7).shuffle(rows)
    shuffled = tmp_path / "geschud.csv"
    with shuffled.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t").writerows([head, *rows])
    again = bring("subsidy-register", shuffled)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2691)
