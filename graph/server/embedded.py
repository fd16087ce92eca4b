"""The embedded database from the side of the commands that use it: find the server, start it, wait for it, leave it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import neo4j.exceptions

from graph.errors import Unavailable
from graph.server import jars
from graph.server.address import Address
from graph.server.folder import DataFolder, Stage, State
from graph.server.locks import Lock
from graph.server.progress import Progress, silent
from graph.server.troubles import explained_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.server.settings import DatabaseSettings

_GLANCE = 0.02
_LONGEST_START = 180.0
_LONGEST_STOP = 40.0
# Variables by which somebody's shell would change the Java of this database.
_NOT_FOR_JAVA = ("CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")

# Servers that this process started and that may outlive its use of them; kept so that they are reaped once they end.
_started: list[subprocess.Popen[bytes]] = []


def data_folder(settings: DatabaseSettings) -> DataFolder:
    """The folder of the embedded database within the data folder."""
    return DataFolder(settings.data / "database")


@contextlib.contextmanager
def use(settings: DatabaseSettings, *, progress: Progress = silent, quick: bool = False) -> Iterator[Address]:
    """Use the server of the data folder, started for as long as somebody uses it when there is none.

    The last user waits until the server has stopped, so that what follows finds the folder at rest.
    """
    folder = data_folder(settings)
    folder.prepare()
    using = _use(folder)
    process = os.getpid()
    try:
        with _starting(folder, progress):
            if not _answers(folder, progress):
                _wait_until_ready(
                    settings, folder, _spawn(settings, folder, progress=progress, quick=quick, keep=False)
                )
        yield _address(settings, folder)
    finally:
        using.release()
        # A worker forked in between also comes by here when it ends; it has nothing to wait for.
        if os.getpid() == process:
            _await_the_end(folder)


def start(settings: DatabaseSettings, *, progress: Progress = silent) -> bool:
    """Let the server live until `stop`; returns whether it had to be started. A query succeeds when this returns."""
    folder = data_folder(settings)
    folder.prepare()
    with _use(folder), _starting(folder, progress):
        started = not _answers(folder, progress)
        if started:
            _wait_until_ready(settings, folder, _spawn(settings, folder, progress=progress, quick=False, keep=True))
        else:
            folder.keep.touch(mode=0o600)
        _must_answer(_address(settings, folder))
    return started


def stop(settings: DatabaseSettings, *, progress: Progress = silent) -> bool:
    """Stop the server, also when commands still use it; returns whether one was running."""
    folder = data_folder(settings)
    if not folder.root.exists():
        return False
    with _starting(folder, progress):
        folder.keep.unlink(missing_ok=True)
        if not folder.is_running():
            return False
        pid = folder.state().pid
        _signal(pid, signal.SIGTERM)
        if not _ended(folder, _LONGEST_STOP):
            progress("The database does not stop by itself; ending it. Committed data are kept.")
            _signal(pid, signal.SIGKILL)
            if not _ended(folder, _LONGEST_STOP):
                sentence = f"the database (process {pid}) does not stop"
                raise Unavailable(sentence, f"End process {pid} yourself.")
    return True


def running(settings: DatabaseSettings) -> State | None:
    """What the running server says about itself; None when none runs."""
    folder = data_folder(settings)
    return folder.state() if folder.is_running() else None


def is_kept(settings: DatabaseSettings) -> bool:
    """Whether the server lives on when nobody uses it."""
    return data_folder(settings).keep.exists()


def _use(folder: DataFolder) -> Lock:
    using = Lock.wait(folder.users_lock, shared=True, seconds=_LONGEST_STOP)
    if using is None:
        sentence = f"the data folder {folder.root} is locked by another program"
        raise Unavailable(sentence, "Try again in a minute, or see `bruggenbouwer db status`.")
    return using


def _starting(folder: DataFolder, progress: Progress) -> Lock:
    def waiting() -> None:
        progress("Another command is starting the database; waiting for it")

    lock = Lock.wait(folder.start_lock, seconds=_LONGEST_START, waiting=waiting)
    if lock is None:
        sentence = "another command has been starting the database for three minutes"
        raise Unavailable(sentence, "See `bruggenbouwer db status`, end that command and try again.")
    return lock


def _answers(folder: DataFolder, progress: Progress) -> bool:
    """Whether a server is there to stay; one that is on its way out is waited for first."""
    until = time.monotonic() + _LONGEST_START
    told = False
    while folder.is_running():
        stage = folder.state().stage
        if stage is Stage.READY:
            return True
        if not told:
            progress("The database is busy starting or stopping; waiting for it")
            told = True
        if time.monotonic() > until:
            sentence = f"the database in {folder.root} neither starts nor stops"
            raise Unavailable(sentence, "End it with `bruggenbouwer db stop` and try again.")
        time.sleep(_GLANCE)
    return False


def _spawn(
    settings: DatabaseSettings, folder: DataFolder, *, progress: Progress, quick: bool, keep: bool
) -> subprocess.Popen[bytes]:
    """Start the server process: in a session of its own, with nothing of ours but its log."""
    jars.paths(settings.cache, maven=settings.maven, progress=progress)
    progress("Starting the database")
    command = [sys.executable, "-P", "-m", "graph.server.child"]
    command += ["--folder", str(folder.root), "--cache", str(settings.cache)]
    command += ["--port", str(settings.bolt_port), "--memory", str(settings.memory)]
    command += ["--quick"] * quick + ["--keep"] * keep
    log = os.open(folder.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    try:
        server = subprocess.Popen(  # noqa: S603 — our own module under our own Python
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder.root,
            env={name: value for name, value in os.environ.items() if name not in _NOT_FOR_JAVA},
            start_new_session=True,
        )
    finally:
        os.close(log)
    _started[:] = [each for each in _started if each.poll() is None] + [server]
    return server


def _wait_until_ready(settings: DatabaseSettings, folder: DataFolder, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _LONGEST_START
    while time.monotonic() < until:
        ended = server.poll() is not None
        state = folder.state()
        if state.pid == server.pid and state.stage is Stage.READY:
            return
        if ended:
            if state.pid == server.pid and state.stage is Stage.FAILED:
                raise Unavailable(state.sentence, state.cure)
            raise Unavailable(*explained_text(_last_words(folder), folder=folder, port=settings.bolt_port))
        time.sleep(_GLANCE)
    server.kill()
    sentence = f"the database did not answer within {_LONGEST_START:.0f} seconds"
    raise Unavailable(sentence, f"Read {folder.log} and {folder.home / 'logs'}; on a slow machine, try again.")


def _last_words(folder: DataFolder) -> str:
    try:
        return folder.log.read_text("utf-8", "replace")[-20_000:]
    except OSError:
        return ""


def _address(settings: DatabaseSettings, folder: DataFolder) -> Address:
    password = folder.password()
    if not password:
        sentence = f"the password file of the running database in {folder.root} is gone"
        raise Unavailable(sentence, "Run `bruggenbouwer db stop`; the next start makes a new password.")
    return Address(uri=folder.state().uri, username="neo4j", password=password, database=settings.database)


def _must_answer(address: Address) -> None:
    with address.driver() as driver:
        try:
            driver.execute_query("RETURN 1", database_=address.database, routing_="r")
        except neo4j.exceptions.Neo4jError as error:
            sentence = f"the database refuses a query: {error.message}"
            raise Unavailable(sentence, "Run `bruggenbouwer doctor`.") from error
        except neo4j.exceptions.DriverError as error:
            sentence = f"the database at {address.uri} does not answer"
            raise Unavailable(sentence, "Run `bruggenbouwer db stop` and try again.") from error


def _await_the_end(folder: DataFolder) -> None:
    """Wait for the server when we were the last to use it and nobody keeps it."""
    until = time.monotonic() + _LONGEST_STOP
    while not folder.keep.exists() and folder.is_running() and time.monotonic() < until and not folder.is_used():
        time.sleep(_GLANCE)


def _ended(folder: DataFolder, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while folder.is_running():
        if time.monotonic() > until:
            return False
        time.sleep(_GLANCE)
    return True


def _signal(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        if pid:
            os.kill(pid, number)
