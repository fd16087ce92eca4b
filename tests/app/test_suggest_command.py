"""`bruggenbouwer suggest`, and how rows of commands are printed."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner

from app.commands import output
from app.commands.suggest import COLUMNS, suggest
from graph.store import Graph
from tests.given import Given

ODD = ["+31 6 1234 5678", "=HYPERLINK(A1)", "  =1+1", "\n=1+1", "\x00=1", "＝1+1", "Plein 1945"]


def printed(*words: str) -> str:
    done = CliRunner().invoke(suggest, [*words])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_check_13_cells_of_a_command_are_no_formulas(capsys: pytest.CaptureFixture[str]) -> None:
    output.show([{"cell": text} for text in ODD], columns=("cell",), as_format="csv")
    rows = [row[0] for row in csv.reader(io.StringIO(capsys.readouterr().out, newline=""))]
    assert rows == ["cell", ODD[0], *(f"'{text}" for text in ODD[1:-1]), ODD[-1]]


@pytest.mark.parametrize("rows", [[], [{"naam": "Eén", "aantal": 1}], [{"naam": "a"}, {"naam": None}]])
def test_json_is_one_list_however_many_rows(rows: list[dict[str, object]], capsys: pytest.CaptureFixture[str]) -> None:
    output.show(iter(rows), columns=("naam",), as_format="json")
    assert json.loads(capsys.readouterr().out) == rows


@pytest.mark.usefixtures("here")
def test_check_13_suggest_gives_a_spreadsheet_no_formula_and_leaves_telephone_numbers_alone(committed: Graph) -> None:
    given = Given(committed)
    goal = given.goal(name="Groene pleinen")
    given.initiative(name="=HYPERLINK(A1)", goals=[goal])
    given.initiative(name="+31 6 1234 5678", goals=[goal])
    rows = list(csv.DictReader(io.StringIO(printed("--all", "--format", "csv"), newline="")))
    assert list(rows[0]) == list(COLUMNS)
    assert sorted(row["initiative"] for row in rows) == ["'=HYPERLINK(A1)", "+31 6 1234 5678"]
    told = json.loads(printed("--all", "--format", "json"))
    assert sorted(row["initiative"] for row in told) == ["+31 6 1234 5678", "=HYPERLINK(A1)"]
    assert [row["initiative_id"] for row in told] == [row["initiative_id"] for row in rows]


@pytest.mark.usefixtures("here")
def test_the_table_tells_the_reason_whole_under_each_initiative(committed: Graph) -> None:
    given = Given(committed)
    goal = given.goal(name="Meer ontmoeting op pleinen waar nu vooral auto’s staan en niemand blijft")
    first = given.initiative(name="De Kavel", goals=[goal])
    given.initiative(name="Buurttuin", goals=[goal])
    lines = printed(first).splitlines()
    assert lines[0] == f"De Kavel  ({first})"
    assert lines[1].startswith("   1. Buurttuin  (")
    assert "Meer ontmoeting op pleinen waar nu vooral auto’s staan en niemand blijft" in lines[2]
