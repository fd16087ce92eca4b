"""Who has an interest in what comes in from a sheet, and says so again in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph import checks
from graph.imports import undo
from graph.imports.refusals import Fault
from graph.properties import Reason
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph
    from tests.given import Given

HEAD = "kenmerk;wie;waarin;belang;sinds;tot\n"
INTERESTS = """MATCH (who)-[has:HAS_INTEREST_IN]->(what) WITH who, has, what ORDER BY who.name, what.name
               RETURN collect([who.name, what.name, has.text, toString(has.since), toString(has.until)])"""
NAMES = "MATCH (record:Record) WITH record ORDER BY record.id RETURN collect([record.name, record.external_id])"
WHOLE = (
    HEAD
    + ";Buurtclub;De Kas;Een plek om te koken;1-1-2026;\n"
    + ";buurtclub;Meer bomen;Schaduw;1-1-2025;1-1-2026\n"
    + "I-7;Ans Bedacht;De Tuin;Woont ernaast;;\n"
)


@pytest.fixture(autouse=True)
def _town(given: Given) -> None:
    given.initiative(name="De Kas")
    given.initiative(name="De tuin van Oost", external_id="I-7")
    given.organisation(name="Buurtclub")
    given.person(name="Ans Bedacht")
    given.goal(name="Meer bomen")


@pytest.mark.parametrize("size", [1, 10])
def test_interests_come_in_once_and_are_taken_back(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, size: int
) -> None:
    before = ask(
        "MATCH (record:Record) WITH record ORDER BY record.id RETURN collect([record.name, record.external_id])"
    )
    dream = bring("interests", WHOLE, dry_run=True, chunk_size=size)
    real = bring("interests", WHOLE, chunk_size=size)
    assert (real.updated, real.rejected, real.nodes, real.relationships) == (3, 0, 0, 3)
    assert (dream.updated, dream.nodes, dream.relationships) == (3, 0, 3)
    assert ask(INTERESTS) == [
        ["Ans Bedacht", "De tuin van Oost", "Woont ernaast", None, None],
        ["Buurtclub", "De Kas", "Een plek om te koken", "2026-01-01", None],
        ["Buurtclub", "Meer bomen", "Schaduw", "2025-01-01", "2026-01-01"],
    ]
    assert ask(NAMES) == before, "a sheet about interests renames nothing"
    assert not graph.read(lambda tx: [broken for check in checks.CHECKS for broken in checks.run(tx, check)])
    again = bring("interests", WHOLE, chunk_size=size)
    assert (again.updated, again.unchanged, again.relationships) == (0, 3, 0)
    assert undo.undo(graph, actor=SYSTEM, batch_id=real.batch).kept == []
    assert ask(INTERESTS) == []


def test_another_text_changes_the_link_and_undo_gives_the_old_one_back(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("interests", WHOLE)
    changed = bring("interests", WHOLE.replace("Een plek om te koken", "Een plek om te eten"))
    assert (changed.updated, changed.unchanged, changed.relationships) == (1, 2, 0)
    assert ask(INTERESTS)[1][2] == "Een plek om te eten"
    undo.undo(graph, actor=SYSTEM, batch_id=changed.batch)
    assert ask(INTERESTS)[1][2] == "Een plek om te koken"


BAD = [
    (";De Club;De Kas;Koken;;", "wie", Fault.NOT_THERE),
    (";Buurtclub;De Kade;Koken;;", "waarin", Fault.NOT_THERE),
    ("I-8;Buurtclub;De tuin van Oost;Koken;;", "waarin", Fault.NOT_THERE),
    (";Buurtclub;;Koken;;", "waarin", Fault.EMPTY_CELL),
    (";;De Kas;Koken;;", "wie", Fault.EMPTY_CELL),
    (f";Buurtclub;De Kas;{'x' * 301};;", "belang", Reason.TOO_LONG),
    (";Buurtclub;De Kas;Koken;morgen;", "sinds", Reason.NOT_A_DATE),
    (";Buurtclub;De Kas;Koken;2-2-2026;1-2-2026", "tot", Reason.TOO_EARLY),
]


@pytest.mark.parametrize(("row", "column", "reason"), BAD)
def test_a_bad_cell_is_refused_with_its_column_and_reason(
    bring: Callable[..., Any], ask: Callable[..., Any], row: str, column: str, reason: str
) -> None:
    report = bring("interests", f"{HEAD}{row}\n")
    assert [(each.line, each.column, each.reason) for each in report.first_rejected] == [(2, column, reason)]
    assert ask(INTERESTS) == []


def test_an_interest_does_not_end_before_the_day_on_which_it_is_known_to_begin(
    bring: Callable[..., Any], ask: Callable[..., Any]
) -> None:
    bring("interests", f"{HEAD};Buurtclub;De Kas;Koken;1-2-2026;\n")
    report = bring("interests", f"{HEAD};Buurtclub;De Kas;Koken;;1-1-2026\n")
    assert [(each.column, each.reason) for each in report.first_rejected] == [("tot", Reason.TOO_EARLY)]
    ended = bring("interests", f"{HEAD};Buurtclub;De Kas;Koken;;1-3-2026\n")
    assert (ended.updated, ask(INTERESTS)) == (1, [["Buurtclub", "De Kas", "Koken", "2026-02-01", "2026-03-01"]])
