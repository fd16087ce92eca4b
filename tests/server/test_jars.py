"""The jars come in checked and whole, a break is picked up where it was, and what goes wrong has a cure."""

from __future__ import annotations

import errno
import hashlib
import http.server
import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest

from graph.errors import Unavailable
from graph.server import jars
from graph.server.jars import Jar
from graph.server.version import NEO4J_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("alpha", "beta", "gamma")


def _content(name: str) -> bytes:
    return name.encode() * 1000


def _jar(name: str) -> Jar:
    return Jar("org.example", name, "1.0", "", hashlib.sha256(_content(name)).hexdigest())


@pytest.fixture
def wanted() -> list[Jar]:
    return [_jar(name) for name in NAMES]


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jars, "PAUSE", 0.0)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A Maven repository of three jars."""
    for name in NAMES:
        folder = tmp_path / "repository" / "org" / "example" / name / "1.0"
        folder.mkdir(parents=True)
        (folder / f"{name}-1.0.jar").write_bytes(_content(name))
    return tmp_path / "repository"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def maven(repository: Path) -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(repository))) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_lock_names_every_jar_with_a_checksum() -> None:
    locked = jars.locked()
    assert len(locked) == len({jar.name for jar in locked}) == 237
    assert all(len(jar.sha256) == 64 for jar in locked)
    assert f"neo4j-{NEO4J_VERSION}.jar" in {jar.name for jar in locked}


def test_jars_are_fetched_once_with_progress(tmp_path: Path, maven: str, wanted: list[Jar]) -> None:
    told: list[str] = []
    found = jars.paths(tmp_path / "cache", maven=maven, progress=told.append, jars=wanted)
    assert [path.read_bytes() for path in found] == [_content(name) for name in NAMES]
    assert told[0].endswith("0 of 3")
    assert told[-1].endswith("3 of 3")

    told.clear()
    assert jars.paths(tmp_path / "cache", maven="http://127.0.0.1:9", progress=told.append, jars=wanted) == found
    assert told == []


def test_a_break_leaves_what_is_right_and_the_next_run_fetches_the_rest(
    tmp_path: Path, maven: str, repository: Path, wanted: list[Jar]
) -> None:
    lost = repository / "org/example/beta/1.0/beta-1.0.jar"
    lost.unlink()
    with pytest.raises(Unavailable, match=r"beta-1\.0\.jar could not be fetched") as refusal:
        jars.paths(tmp_path / "cache", maven=maven, jars=wanted)
    assert "goes on where it was" in refusal.value.cure
    assert not jars.present(tmp_path / "cache", wanted)

    half = tmp_path / "cache" / f"neo4j-{NEO4J_VERSION}" / "incoming/org/example/beta/1.0/beta-1.0.jar"
    half.parent.mkdir(parents=True, exist_ok=True)
    half.write_bytes(b"half a file")
    lost.write_bytes(_content("beta"))
    jars.paths(tmp_path / "cache", maven=maven, jars=wanted)
    assert jars.broken(tmp_path / "cache", wanted) == []


def test_a_jar_that_is_not_the_one_of_the_lock_never_enters(
    tmp_path: Path, maven: str, repository: Path, wanted: list[Jar]
) -> None:
    (repository / "org/example/gamma/1.0/gamma-1.0.jar").write_bytes(b"something else")
    with pytest.raises(Unavailable, match="its checksum is not the one of the lock"):
        jars.paths(tmp_path / "cache", maven=maven, jars=wanted)
    assert "gamma-1.0.jar" in jars.broken(tmp_path / "cache", wanted)


def test_a_damaged_jar_is_fetched_again(tmp_path: Path, maven: str, wanted: list[Jar]) -> None:
    found = jars.paths(tmp_path / "cache", maven=maven, jars=wanted)
    found[0].write_bytes(b"cut off")
    assert jars.broken(tmp_path / "cache", wanted) == ["alpha-1.0.jar"]
    jars.paths(tmp_path / "cache", maven=maven, jars=wanted)
    assert found[0].read_bytes() == _content("alpha")


def test_a_full_disk_is_said(tmp_path: Path, wanted: list[Jar], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(jars, "_fetch_all", full)
    with pytest.raises(Unavailable, match="the disk is full"):
        jars.paths(tmp_path, maven="http://127.0.0.1:9", jars=wanted)
