"""What the tests of the embedded database share: settings of their own, and a command that can be killed."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.server import DatabaseSettings, open_database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.server import Address

# A command that uses the database until its standard input closes.
COMMAND = """
import sys
from pathlib import Path
from graph.server import DatabaseSettings, open_database
with open_database(DatabaseSettings(data=Path(sys.argv[1]), uri=""), quick=True) as address:
    print(address.uri, flush=True)
    sys.stdin.read()
"""


def settings_for(data: Path, **others: object) -> DatabaseSettings:
    """Settings of a folder of its own, whatever the environment says."""
    return DatabaseSettings(**{"uri": "", "test_server": "", "bolt_port": 0, "data": data, **others})


def soon(is_so: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether it becomes so within that time."""
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def is_alive(pid: int) -> bool:
    """Whether the process runs; one that ended and was not reaped yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@contextlib.contextmanager
def another_command(data: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that uses the database of `data`; it is using it when the `with` begins."""
    command = [sys.executable, "-c", COMMAND, str(data)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout.readline().startswith("bolt://127.0.0.1:")
            yield process
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)


@pytest.fixture(scope="session")
def running_settings(tmp_path_factory: pytest.TempPathFactory) -> DatabaseSettings:
    """The settings of the server that most tests here look at."""
    return settings_for(tmp_path_factory.mktemp("running"))


@pytest.fixture(scope="session")
def running(running_settings: DatabaseSettings) -> Iterator[Address]:
    """A server that runs as long as these tests do."""
    with open_database(running_settings, quick=True) as address:
        yield address
