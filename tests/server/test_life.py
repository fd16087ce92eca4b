"""How the embedded database lives and ends: with its users, by force, and with `db start` and `db stop`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.server import Address, embedded, open_database
from graph.server.folder import DataFolder, Stage
from graph.server.locks import Lock
from tests.server.conftest import another_command, is_alive, settings_for, soon


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("life")


def test_data_survive_a_killed_server_and_the_server_a_killed_command(folder: Path, running: Address) -> None:
    """One story, because each start takes seconds; `running` is a second folder beside it all the while."""
    settings = settings_for(folder)
    with open_database(settings, quick=True) as address:
        assert address.uri != running.uri
        with address.driver() as driver:
            driver.execute_query("CREATE (:Kept {name: 'committed'})", database_="neo4j")
        pid = embedded.running(settings).pid
        os.kill(pid, signal.SIGKILL)
        # The file still says ready: only the lock is believed.
        assert soon(lambda: embedded.running(settings) is None)
        assert embedded.data_folder(settings).state().stage is Stage.READY

    embedded.data_folder(settings).root.joinpath("password").unlink()
    with another_command(folder) as starter:
        with open_database(settings, quick=True) as again:
            assert again.uri == address.uri, "who knew the port finds the database back"
            assert again.password != address.password, "a lost password is replaced"
            server = embedded.running(settings).pid
            os.kill(starter.pid, signal.SIGKILL)
            starter.wait(10)
            assert not soon(lambda: not is_alive(server), 1.5)
            with again.driver() as driver:
                found = driver.execute_query("MATCH (kept:Kept) RETURN kept.name AS name", database_="neo4j")
            assert [row["name"] for row in found.records] == ["committed"]
        assert embedded.running(settings) is None, "the last user waits for the end"
        assert embedded.data_folder(settings).state().stage is Stage.STOPPED
        assert soon(lambda: not is_alive(server), 10)
    with running.driver() as driver:
        driver.execute_query("RETURN 1", database_="neo4j")


def test_the_glance_of_the_server_is_not_taken_for_a_user(tmp_path: Path) -> None:
    """The last user looked just while the server held the lock to see whether it was alone, and did not wait."""
    folder = DataFolder(tmp_path)
    folder.say(Stage.READY)
    assert not folder.is_used()
    with Lock.attempt(folder.users_lock, shared=True) or pytest.fail("nobody holds it"):
        assert folder.is_used()
    with Lock.attempt(folder.users_lock) or pytest.fail("nobody holds it"):
        assert not folder.is_used()
    with Lock.attempt(folder.users_lock, shared=True) or pytest.fail("nobody holds it"):
        folder.say(Stage.STOPPING)
        assert not folder.is_used(), "whoever still holds it found a server that ends"


def test_a_killed_command_leaves_no_orphan(folder: Path) -> None:
    settings = settings_for(folder)
    with another_command(folder) as command:
        server = embedded.running(settings).pid
        os.kill(command.pid, signal.SIGKILL)
        command.wait(10)
        assert soon(lambda: not is_alive(server), 20)
    assert soon(lambda: embedded.running(settings) is None, 5)


def _bruggenbouwer(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "BRUGGENBOUWER_"))
    }
    environment |= {"BRUGGENBOUWER_DATA": str(data)}
    if cache := os.environ.get("BRUGGENBOUWER_CACHE"):
        environment["BRUGGENBOUWER_CACHE"] = cache
    command = [sys.executable, "-c", "from app.cli import main; main()", *arguments]
    # Pipes that the server had inherited would keep this call waiting until the server's end.
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=environment)


def test_db_start_detaches_and_db_stop_ends_it(folder: Path) -> None:
    settings = settings_for(folder)
    assert _bruggenbouwer("db", "status", data=folder).returncode == 3

    started = _bruggenbouwer("db", "start", data=folder)
    assert started.returncode == 0, started.stderr
    status = json.loads(_bruggenbouwer("db", "status", "--json", data=folder).stdout)
    pid = status["pid"]
    try:
        assert status["running"]
        assert os.getsid(pid) == pid != os.getsid(0)
        streams = [Path(f"/proc/{pid}/fd/{number}").readlink() for number in range(3)]
        assert streams == [Path("/dev/null"), *[embedded.data_folder(settings).log] * 2]

        with open_database(settings) as address:
            assert address.uri == status["uri"]
            with address.driver() as driver:
                driver.execute_query("RETURN 1", database_="neo4j")
        assert is_alive(pid), "it lives on without users"
        assert "was running" in _bruggenbouwer("db", "start", data=folder).stdout
    finally:
        stopped = _bruggenbouwer("db", "stop", data=folder)
    assert stopped.returncode == 0, stopped.stderr
    assert soon(lambda: not is_alive(pid), 10)
    assert embedded.running(settings) is None
    assert "No database was running" in _bruggenbouwer("db", "stop", data=folder).stdout


def test_a_database_that_runs_elsewhere_is_not_started_or_stopped_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://db.example:7687")
    command = [sys.executable, "-c", "from app.cli import main; main()", "db", "start"]
    said = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert said.returncode == 1
    assert "NEO4J_URI" in said.stderr
