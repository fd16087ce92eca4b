"""`bruggenbouwer import`, against the database of the tests."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from app.commands import imports
from graph import records
from graph.imports import writing
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from pathlib import Path

    from graph.server import Address
    from graph.store import Graph

SHEET = "name;themes;website;status\nDe Kas;Groen;https://kas.example;loopt\nDe Tuin;Groen;javascript:alert(1);loopt\n"


@pytest.fixture
def here(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands use the database of the tests."""
    monkeypatch.setenv("NEO4J_URI", address.uri)
    monkeypatch.setenv("NEO4J_USERNAME", address.username)
    monkeypatch.setenv("NEO4J_PASSWORD", address.password)
    monkeypatch.setenv("NEO4J_DATABASE", address.database)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A sheet with one good row and one that is refused."""
    path = tmp_path / "blad.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def bring(*words: str | Path) -> Result:
    return CliRunner().invoke(imports.import_, [*map(str, words)])


def test_a_file_that_is_not_there_is_said_so_before_a_database_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    for path, words in ((tmp_path / "typo.csv", "does not exist"), (tmp_path, "is a directory")):
        done = bring(path, "--profile", "initiatives")
        assert (done.exit_code, words in done.stderr) == (2, True), done.stderr
    empty = tmp_path / "leeg.csv"
    empty.touch()
    done = bring(empty, "--profile", "initiatives")
    assert (done.exit_code, done.stderr) == (1, "This file is empty.\n")


@pytest.mark.usefixtures("here", "committed")
def test_rejected_rows_that_cannot_be_written_are_a_sentence(sheet: Path, tmp_path: Path) -> None:
    done = bring(sheet, "--profile", "initiatives", "--rejected", tmp_path / "weg" / "afgekeurd.csv")
    assert done.exit_code == 1
    assert "--rejected" in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.usefixtures("here", "committed")
def test_the_screen_is_english_and_the_file_of_rejected_rows_is_dutch(sheet: Path) -> None:
    sheet.write_text("name;status\nDe Kas;bloeit\n", encoding="utf-8")
    done = bring(sheet, "--profile", "initiatives", "--dry-run")
    assert "line 2, status: We do not know this value. Fill in one of these words: idee, gestart," in done.stderr
    assert "(bloeit)" in done.stderr
    rejected = sheet.with_name("blad.rejected.csv").read_text(encoding="utf-8-sig")
    assert "Vul een van deze woorden in: idee, gestart, in uitvoering, afgerond, gestopt." in rejected


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("options", [["--dry-run"], []])
def test_what_somebody_corrected_is_said_and_stays(sheet: Path, committed: Graph, options: list[str]) -> None:
    sheet.write_text("name;website\nDe Kas;https://kas.example\n", encoding="utf-8")
    assert bring(sheet, "--profile", "initiatives").exit_code == 0
    found = committed.read(lambda tx: tx.run("MATCH (record:Initiative) RETURN record.id").single()[0])
    later = {"website": "https://later.example"}
    committed.write(records.change, actor=SYSTEM, record_id=found, version=1, properties=later)
    done = bring(sheet, "--profile", "initiatives", "--json", *options)
    assert "line 2: changed by somebody, so it stays: Initiative De Kas (website)" in done.stderr
    names = {"rows", "created", "updated", "unchanged", "rejected", "nodes", "relationships", "seconds", "batch"}
    assert json.loads(done.stdout).keys() == names
    assert committed.read(records.read, actor=SYSTEM, record_id=found).properties["website"] == later["website"]


@pytest.mark.usefixtures("here", "committed")
def test_ctrl_c_says_that_the_same_command_goes_on(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(writing, "write", break_off)
        done = bring(sheet, "--profile", "initiatives")
    assert done.exit_code == 1
    assert re.search(r"import \S+ stopped after 0 of 2 rows\. Run the same command again to go on\.", done.stderr)
    done = bring(sheet, "--profile", "initiatives")
    assert (done.exit_code, "went on from row 1" in done.stderr) == (0, True), done.output


@pytest.mark.usefixtures("here", "committed")
def test_every_part_of_the_work_shows_how_far_it_is(tmp_path: Path) -> None:
    path = tmp_path / "lang.csv"
    path.write_text("name\n" + "".join(f"Buurtfeest {number}\n" for number in range(2_500)), encoding="utf-8")
    done = bring(path, "--profile", "initiatives")
    assert done.exit_code == 0, done.output
    for label in ("Reading", "Writing", "Initiatives that resemble each other"):
        assert label in done.stderr
    batch = re.search(r"^batch: (\S+)$", done.stdout, re.MULTILINE)
    assert batch
    done = bring("--undo", batch[1])
    assert "Taking back" in done.stderr
    assert "kept: 0" in done.stdout
