"""The process that is the embedded database: Python around a Java virtual machine with Neo4j in it.

Run by `graph.server.embedded` as `python -m graph.server.child`; how it lives and ends stands in `graph.server`.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

import jpype

from graph.server import java
from graph.server.configuration import configuration
from graph.server.folder import DataFolder, Stage
from graph.server.jars import folder as jar_folder
from graph.server.jars import locked
from graph.server.locks import Lock
from graph.server.port import last_or_free
from graph.server.troubles import explained

_GLANCE = 0.2
_OWNER_WAIT = 3.0
_LONGEST_GOODBYE = 60.0
_FIRST_ANSWER = 120


class Life:
    """How long this server lives: until nobody uses it and nobody keeps it, its folder is gone, or it is told to stop.

    A thread looks at the locks five times a second, from before Java starts, and kills the process when an end takes
    too long: Neo4j recovers committed data at the next start.
    """

    def __init__(self, folder: DataFolder, owner: Path) -> None:
        """Watch `folder`, whose ownership is the lock on `owner`."""
        self._folder = folder
        self._inode = owner.stat().st_ino
        self._speaking = threading.Lock()
        self.over = threading.Event()
        threading.Thread(target=self._watch, name="life", daemon=True).start()

    def end(self, *_: object) -> None:
        """Stop as soon as can be; also the answer to SIGTERM."""
        self.over.set()

    def ready(self, port: int) -> None:
        """Say that the database answers, unless its end has come already."""
        with self._speaking:
            if not self.over.is_set():
                self._folder.say(Stage.READY, port=port)

    def _watch(self) -> None:
        while not self.over.is_set():
            time.sleep(_GLANCE)
            if self._folder_is_gone():
                self.over.set()
            else:
                self._end_when_unused()
        time.sleep(_LONGEST_GOODBYE)
        os.kill(os.getpid(), signal.SIGKILL)

    def _end_when_unused(self) -> None:
        # Whoever takes the users' lock after this moment finds "stopping", so nobody is left with a dying server.
        alone = Lock.attempt(self._folder.users_lock)
        if alone is None:
            return
        with alone, self._speaking:
            if not self._folder.keep.exists():
                self._folder.say(Stage.STOPPING)
                self.over.set()

    def _folder_is_gone(self) -> bool:
        try:
            return self._folder.owner_lock.stat().st_ino != self._inode
        except OSError:
            return True


def main() -> int:
    """Own the folder, run the database until its life is over, and stop it cleanly."""
    parser = argparse.ArgumentParser(prog="python -m graph.server.child", description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--memory", type=int, default=0)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()
    os.umask(0o077)
    folder = DataFolder(arguments.folder)
    owner = Lock.wait(folder.owner_lock, seconds=_OWNER_WAIT)
    if owner is None:
        return 3
    if arguments.keep:
        folder.keep.touch()
    else:
        folder.keep.unlink(missing_ok=True)
    folder.say(Stage.STARTING)
    life = Life(folder, folder.owner_lock)
    signal.signal(signal.SIGTERM, life.end)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    faulthandler.enable()
    try:
        _serve(folder, life, arguments)
    except Exception as error:  # noqa: BLE001 — whatever it is, the command that waits must be told
        sentence, cure = explained(error, folder=folder, port=arguments.port)
        sys.stderr.write(f"{error!r}\n")
        folder.say(Stage.FAILED, sentence=sentence, cure=cure)
        return 1
    folder.say(Stage.STOPPED)
    return 0


def _serve(folder: DataFolder, life: Life, arguments: argparse.Namespace) -> None:
    memory = java.memory(arguments.memory, quick=arguments.quick)
    port = last_or_free(arguments.port, folder.state().port)
    folder.configuration.parent.mkdir(parents=True, exist_ok=True)
    (folder.home / "import").mkdir(exist_ok=True)
    folder.write(folder.configuration, configuration(port=port, memory=memory))
    jpype.startJVM(
        str(java.library()),
        *java.options(memory, quick=arguments.quick),
        classpath=[str(jar_folder(arguments.cache) / jar.name) for jar in locked()],
        convertStrings=True,
    )
    first_time = not (folder.home / "data" / "dbms").exists()
    password = folder.password() if not first_time else ""
    lost = not password
    password = password or folder.new_password()
    if first_time:
        _set_first_password(folder, password)
    service = _start(folder)
    try:
        if lost and not first_time:
            _set_password(service, password)
        _first_answer(service)
        folder.write_version()
        life.ready(_bolt_port(service))
        life.over.wait()
        folder.say(Stage.STOPPING)
    finally:
        service.shutdown()


def _path(path: Path) -> Any:
    return jpype.JClass("java.nio.file.Path").of(str(path))


def _start(folder: DataFolder) -> Any:
    builder = jpype.JClass("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")(_path(folder.home))
    return builder.loadPropertiesFromFile(_path(folder.configuration)).build()


def _set_first_password(folder: DataFolder, password: str) -> None:
    """Before Bolt listens for the first time, so that `neo4j/neo4j` never works."""
    context = jpype.JClass("org.neo4j.cli.ExecutionContext")(_path(folder.home), _path(folder.configuration.parent))
    command = jpype.JClass("org.neo4j.commandline.admin.security.SetInitialPasswordCommand")(context)
    code = jpype.JClass("picocli.CommandLine")(command).execute(password)
    if code != 0:
        raise RuntimeError(f"setting the first password gave {code}")


def _set_password(service: Any, password: str) -> None:
    """After the password file was lost: who owns the data folder owns the data."""
    parameters = jpype.JClass("java.util.HashMap")()
    parameters.put("password", password)
    statement = "ALTER USER neo4j SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED"
    service.database("system").executeTransactionally(statement, parameters)


def _first_answer(service: Any) -> None:
    """The first query plans with a cold machine: on a busy one that takes longer than a page's query may."""
    seconds = jpype.JClass("java.util.concurrent.TimeUnit").SECONDS
    with service.database("neo4j").beginTx(_FIRST_ANSWER, seconds) as transaction:
        transaction.execute("RETURN 1").close()


def _bolt_port(service: Any) -> int:
    register = jpype.JClass("org.neo4j.configuration.connectors.ConnectorPortRegister")
    bolt = jpype.JClass("org.neo4j.configuration.connectors.ConnectorType").BOLT
    found = service.database("system").getDependencyResolver().resolveDependency(register.class_)
    return int(found.getLocalAddress(bolt).getPort())


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # Neo4j has stopped or failed: Java's own end would cost another second.
    os._exit(status)
