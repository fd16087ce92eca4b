"""What holds of a running embedded database: who gets in, what it refuses, what lies on the disk."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import neo4j
import pytest
from neo4j.exceptions import AuthError, Neo4jError

from graph.errors import Unavailable
from graph.server import embedded, health, open_database
from tests.server.conftest import another_command, is_alive, settings_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.server import Address, DatabaseSettings


def test_a_query_runs_with_the_generated_password(running: Address) -> None:
    with running.driver() as driver:
        found = driver.execute_query("RETURN 1 AS one", database_=running.database)
    assert found.records[0]["one"] == 1
    assert len(running.password) >= 32
    assert running.password not in repr(running)


@pytest.mark.parametrize("password", ["", "neo4j", "wrong", None])
def test_without_that_password_nobody_gets_in(running: Address, password: str | None) -> None:
    auth = ("neo4j", password) if password is not None else None
    with neo4j.GraphDatabase.driver(running.uri, auth=auth) as driver, pytest.raises((AuthError, Neo4jError)):
        driver.execute_query("RETURN 1", database_="neo4j")


def test_it_listens_on_the_loopback_address_alone(running: Address, running_settings: DatabaseSettings) -> None:
    pid = embedded.running(running_settings).pid
    inodes = set(_sockets(pid))
    listening = []
    for table, loopback in (("tcp", "0100007F"), ("tcp6", "0000000000000000FFFF00000100007F")):
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            local, state, inode = line.split()[1], line.split()[3], line.split()[9]
            if inode in inodes and state == "0A":
                listening.append((local.partition(":")[0] == loopback, int(local.partition(":")[2], 16)))
    assert listening == [(True, int(running.uri.rpartition(":")[2]))]


def test_check_6_load_csv_from_a_file_or_an_address_is_refused(
    running: Address, running_settings: DatabaseSettings, tmp_path: Path
) -> None:
    secret = "the-secret-of-this-test"
    inside = embedded.data_folder(running_settings).home / "import" / "inside.csv"
    for path in (inside, tmp_path / "outside.csv"):
        path.write_text(secret)
    with socket.create_server(("127.0.0.1", 0)) as listener, running.driver() as driver:
        listener.settimeout(0.5)
        port = listener.getsockname()[1]
        addresses = [
            "file:///inside.csv",
            f"file://{tmp_path}/outside.csv",
            "file:///etc/passwd",
            f"http://127.0.0.1:{port}/x.csv",
            f"http://localhost:{port}/x.csv",
            f"http://[::1]:{port}/x.csv",
            f"ftp://127.0.0.1:{port}/x.csv",
        ]
        for address in addresses:
            with pytest.raises(Neo4jError) as refusal:
                driver.execute_query("LOAD CSV FROM $address AS line RETURN line", address=address, database_="neo4j")
            assert secret not in str(refusal.value)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_the_limits_are_set(running: Address) -> None:
    with running.driver() as driver:
        rows = driver.execute_query("SHOW SETTINGS YIELD name, value RETURN name, value", database_="neo4j").records
    settings = {row["name"]: row["value"] for row in rows}
    assert settings["db.memory.transaction.max"] == "256.00MiB"
    assert settings["db.transaction.timeout"] == "10s"
    assert settings["db.lock.acquisition.timeout"] == "5s"
    assert settings["db.logs.query.enabled"] == "OFF"
    assert settings["dbms.usage_report.enabled"] == "false"


def test_the_dutch_analyzer_is_there(running: Address) -> None:
    with running.driver() as driver:
        found = driver.execute_query(
            "CALL db.index.fulltext.listAvailableAnalyzers() YIELD analyzer RETURN collect(analyzer) AS names",
            database_="neo4j",
        )
    assert "dutch" in found.records[0]["names"]


def test_what_is_on_the_disk_is_for_its_owner_alone(running: Address, running_settings: DatabaseSettings) -> None:
    folder = embedded.data_folder(running_settings)
    assert folder.root.stat().st_mode & 0o777 == 0o700
    assert {path.name for path in folder.private_files()} >= {"password", "server.json", "server.log"}
    assert {path.stat().st_mode & 0o777 for path in folder.private_files()} == {0o600}
    assert folder.home.stat().st_mode & 0o077 == 0
    assert running.password not in folder.configuration.read_text()


def test_the_password_is_not_among_the_arguments_or_variables(
    running: Address, running_settings: DatabaseSettings
) -> None:
    pid = embedded.running(running_settings).pid
    for name in ("cmdline", "environ"):
        assert running.password.encode() not in Path(f"/proc/{pid}/{name}").read_bytes()


def test_a_folder_has_one_server(running: Address, running_settings: DatabaseSettings) -> None:
    root = embedded.data_folder(running_settings).root
    command = [sys.executable, "-m", "graph.server.child", "--folder", str(root), "--cache", str(root)]
    assert subprocess.run(command, check=False, timeout=60).returncode == 3
    with running.driver() as driver:
        driver.verify_connectivity()


def test_another_command_shares_it_and_its_end_does_not_stop_it(
    running: Address, running_settings: DatabaseSettings
) -> None:
    pid = embedded.running(running_settings).pid
    with another_command(running_settings.data) as command:
        command.stdin.close()
        assert command.wait(30) == 0
    assert embedded.running(running_settings).pid == pid
    assert is_alive(pid)
    with running.driver() as driver:
        driver.execute_query("RETURN 1", database_="neo4j")


def test_the_same_command_can_use_it_twice(running: Address, running_settings: DatabaseSettings) -> None:
    with open_database(running_settings) as again:
        assert again == running
    with running.driver() as driver:
        driver.execute_query("RETURN 1", database_="neo4j")


def test_a_port_that_is_taken_is_said_with_a_cure(running: Address, tmp_path: Path) -> None:
    taken = int(running.uri.rpartition(":")[2])
    settings = settings_for(tmp_path, bolt_port=taken)
    with pytest.raises(Unavailable, match=f"port {taken} .* is taken") as refusal, open_database(settings, quick=True):
        pass
    assert "BRUGGENBOUWER_BOLT_PORT" in refusal.value.cure
    assert [finding.name for finding in health.examine(settings) if not finding.ok] == ["port"]


def test_doctor_finds_a_running_server_in_order(running: Address, running_settings: DatabaseSettings) -> None:
    findings = health.examine(running_settings)
    assert [finding for finding in findings if not finding.ok] == []
    assert any(running.uri in finding.sentence for finding in findings)


def _sockets(pid: int) -> Iterator[str]:
    """The inodes of the sockets a process holds; what it closes while one looks is passed over."""
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            target = str(link.readlink())
            if target.startswith("socket:["):
                yield target[8:-1]
