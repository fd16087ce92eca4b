"""`bruggenbouwer doctor`, against the database of the tests: it says what it saw, and the cure for what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from app.commands.doctor import doctor
from graph import schema
from graph.errors import Unavailable
from graph.server import Address
from graph.store import Graph

pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRUGGENBOUWER_DATA", str(tmp_path))
    monkeypatch.setenv("BRUGGENBOUWER_PORT", "8765")


def told(*words: str) -> tuple[int, dict[str, str]]:
    """The exit status, and for each thing that was looked at its lines."""
    done = CliRunner().invoke(doctor, [*words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    found: dict[str, str] = {}
    name = ""
    for line in done.stdout.splitlines():
        if line.startswith(("ok", "FAIL")):
            name = line[6:].partition(":")[0]
        found[name] = f"{found.get(name, '')}{line}\n"
    return done.exit_code, found


def test_a_database_that_answers_is_in_order() -> None:
    code, found = told()
    assert found["database"].startswith("ok    database: A query succeeds at bolt://")
    assert found["schema"].startswith("ok")
    assert code == 0, found


def test_a_wrong_password_is_a_failure_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "niet-dit-wachtwoord")
    code, found = told()
    assert code == 1
    assert found["database"].startswith("FAIL  database: the database does not let this user in.")
    assert "NEO4J_PASSWORD_FILE" in found["database"]
    assert "schema" not in found
    assert "niet-dit-wachtwoord" not in str(found)


def test_a_wrong_database_is_a_failure_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "elders")
    code, found = told()
    assert code == 1
    assert found["database"].startswith("FAIL  database: the database of that name is not there.")
    assert "NEO4J_DATABASE" in found["database"]


def test_a_data_folder_that_cannot_be_made_is_a_failure_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    for name in ("NEO4J_URI", "BRUGGENBOUWER_BOLT_PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BRUGGENBOUWER_DATA", str(tmp_path / "file" / "data"))
    code, found = told()
    assert code == 1
    assert found["data folder"].startswith("FAIL  data folder: the data folder ")
    assert "BRUGGENBOUWER_DATA" in found["data folder"]
    assert found["database"].startswith("FAIL  database: the data folder ")


def test_an_unknown_user_and_an_address_no_driver_takes_are_unavailable(address: Address) -> None:
    stranger = Address(address.uri, username="niemand", password="een wachtwoord", database=address.database)
    with stranger.driver() as driver, pytest.raises(Unavailable, match="does not let this user in") as refusal:
        Graph(driver, database=stranger.database).read(schema.holds_records)
    assert "NEO4J_USERNAME" in refusal.value.cure
    with pytest.raises(Unavailable, match="NEO4J_URI"):
        Address("neo4j://h?a=1&a=2", username="x", password="x", database="x").driver()
