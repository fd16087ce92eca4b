"""Somebody can have a task, leave it and get it again: each period is a link, whatever the order of the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph import checks
from graph.imports import undo
from graph.properties import Reason
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph
    from tests.given import Given

HEAD = "person;department;kind;goal;since;until\n"
FIRST = "Wim Verzonnen;;alderman;SD1;1-1-2014;1-1-2018\n"
SECOND = "Wim Verzonnen;;alderman;SD1;1-1-2022;\n"
PERIODS = """MATCH (:Person)-[link:PORTFOLIO_HOLDER_OF]->(:Goal) WITH link ORDER BY link.since, link.until
             RETURN collect([toString(link.since), toString(link.until)])"""
BOTH = [["2014-01-01", "2018-01-01"], ["2022-01-01", None]]


@pytest.fixture(autouse=True)
def _goals(given: Given) -> None:
    given.goal(name="Meer bomen", external_id="SD1")
    given.goal(name="Meer bijen", external_id="SD2")


@pytest.mark.parametrize("size", [1, 10])
@pytest.mark.parametrize("rows", [FIRST + SECOND, SECOND + FIRST])
def test_a_second_period_is_laid_beside_the_first_and_the_same_file_changes_nothing(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, rows: str, size: int
) -> None:
    dream = bring("responsibilities", HEAD + rows, dry_run=True, chunk_size=size)
    real = bring("responsibilities", HEAD + rows, chunk_size=size)
    assert (dream.relationships, dream.rejected) == (real.relationships, real.rejected) == (2, 0)
    assert ask(PERIODS) == BOTH
    again = bring("responsibilities", HEAD + rows, chunk_size=size)
    assert (again.unchanged, again.relationships, again.rejected) == (2, 0, 0)
    assert ask(PERIODS) == BOTH
    assert not graph.read(lambda tx: [broken for check in checks.CHECKS for broken in checks.run(tx, check)])


def test_an_older_file_that_comes_later_leaves_what_lasts_today(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("responsibilities", HEAD + SECOND)
    older = bring("responsibilities", HEAD + FIRST)
    assert (older.relationships, ask(PERIODS)) == (1, BOTH)
    assert bring("responsibilities", HEAD + FIRST).unchanged == 1
    undo.undo(graph, actor=SYSTEM, batch_id=older.batch)
    assert ask(PERIODS) == BOTH[1:]


def test_a_last_day_ends_the_period_that_began_on_that_day_or_nobody_knows_when(
    bring: Callable[..., Any], ask: Callable[..., Any]
) -> None:
    bring("responsibilities", f"{HEAD}Wim Verzonnen;;alderman;SD1;1-1-2014;\n")
    bring("responsibilities", HEAD + FIRST)
    assert ask(PERIODS) == BOTH[:1]
    bring("responsibilities", f"{HEAD}Wim Verzonnen;;alderman;SD1;;\n{SECOND}")
    assert ask(PERIODS) == BOTH
    unknown = f"{HEAD}Bea Bedacht;;alderman;SD2;;\n"
    bring("responsibilities", unknown)
    bring("responsibilities", f"{HEAD}Bea Bedacht;;alderman;SD2;1-1-2010;1-1-2012\n")
    assert ask(PERIODS) == [["2010-01-01", "2012-01-01"], *BOTH]


@pytest.mark.parametrize("size", [1, 10])
def test_a_period_with_an_unknown_beginning_comes_in_once(
    bring: Callable[..., Any], ask: Callable[..., Any], size: int
) -> None:
    rows = f"{HEAD}Wim Verzonnen;;alderman;SD1;;1-1-2018\n{SECOND}"
    for _ in range(2):
        assert bring("responsibilities", rows, chunk_size=size).rejected == 0
    assert ask(PERIODS) == [["2022-01-01", None], [None, "2018-01-01"]]


def test_who_stops_with_one_task_still_works_there(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    rows = "Ans Bedacht;Team Groen;account holder;SD1;;1-1-2023\nAns Bedacht;Team Groen;account holder;SD2;1-1-2023;\n"
    for _ in range(2):
        bring("responsibilities", HEAD + rows)
    assert ask("MATCH (:Person)-[link:WORKS_FOR]->(:Department) RETURN collect(link.until IS NULL)") == [True]
    assert ask(
        """MATCH (:Person)-[link:ACCOUNT_HOLDER_OF]->(goal:Goal) WITH link, goal ORDER BY goal.name
           RETURN collect([goal.name, toString(link.until)])"""
    ) == [["Meer bijen", None], ["Meer bomen", "2023-01-01"]]


@pytest.mark.parametrize("heading", ["tot en met", "T/m"])
def test_up_to_and_including_a_day_ends_on_the_next(
    bring: Callable[..., Any], ask: Callable[..., Any], heading: str
) -> None:
    head = f"naam;soort;doel;vanaf;{heading}\n"
    bring("responsibilities", f"{head}Wim Verzonnen;wethouder;SD1;1-1-2014;31-12-2017\n")
    assert ask(PERIODS) == BOTH[:1]
    report = bring("responsibilities", f"{head}Wim Verzonnen;wethouder;SD2;1-1-2014;31-12-9999\n")
    assert [(each.column, each.reason) for each in report.first_rejected] == [(heading, Reason.NOT_A_DATE)]


def test_undo_gives_the_period_that_lasted_its_value_back_and_never_makes_two_of_them(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("responsibilities", f"{HEAD}Wim Verzonnen;;alderman;SD1;1-1-2014;\n")
    ended = bring("responsibilities", HEAD + FIRST).batch
    bring("responsibilities", HEAD + SECOND)
    done = undo.undo(graph, actor=SYSTEM, batch_id=ended)
    assert [each.field for each in done.kept] == ["PORTFOLIO_HOLDER_OF"]
    assert ask(PERIODS) == BOTH


def test_a_last_day_that_is_yet_to_come_ends_nothing_today_and_may_still_change(
    bring: Callable[..., Any], ask: Callable[..., Any]
) -> None:
    row = "Wim Verzonnen;;alderman;SD1;1-1-2022;1-1-{year}\n"
    bring("responsibilities", f"{HEAD}{row.format(year=2999)}Bo Fictie;;stand-in;SD1;;\n")
    assert ask("MATCH (:Person {name: 'Bo Fictie'})-[:STANDS_IN_FOR]->(who) RETURN who.name") == "Wim Verzonnen"
    assert bring("responsibilities", HEAD + row.format(year=2998)).updated == 1
    assert ask(PERIODS) == [["2022-01-01", "2998-01-01"]]
