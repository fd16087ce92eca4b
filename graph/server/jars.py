"""Neo4j's jars: exactly the files that `jgo.lock.toml` names, in the cache folder, checked when they come in.

A jar enters the folder only after its SHA-256 was found right, by renaming, so a break leaves no half file there and
the next run fetches just what is missing. `complete.json` holds the sizes of the whole set: with it a start costs 237
looks at the file system, no hashing and no network. `broken` does hash; `bruggenbouwer doctor` asks it.
"""

from __future__ import annotations

import errno
import hashlib
import json
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import Unavailable
from graph.server.locks import Lock
from graph.server.progress import Counted, Progress, silent
from graph.server.version import NEO4J_VERSION

if TYPE_CHECKING:
    from jgo.maven import MavenContext

COMPLETE = "complete.json"
LOCK_FILE = Path(__file__).with_name("jgo.lock.toml")

# Seconds between attempts, more each time.
PAUSE = 1.0

_AT_ONCE = 8
_ATTEMPTS = 3
_LONGEST_FETCH = 1800.0


@dataclass(frozen=True, slots=True)
class Jar:
    """One line of the lock: Maven coordinates and the SHA-256 of the file."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def name(self) -> str:
        """The name of the file, as in a Maven repository."""
        return "-".join(filter(None, (self.artifact, self.version, self.classifier))) + ".jar"


def locked(lock_file: Path = LOCK_FILE) -> list[Jar]:
    """The jars of the lock, in the order in which Java searches them."""
    return [
        Jar(each["groupId"], each["artifactId"], each["version"], each.get("classifier", ""), each["sha256"])
        for each in tomllib.loads(lock_file.read_text("utf-8"))["dependencies"]
    ]


def folder(cache: Path) -> Path:
    """Where in `cache` the jars of this version lie."""
    return cache / f"neo4j-{NEO4J_VERSION}"


def present(cache: Path, jars: list[Jar] | None = None) -> bool:
    """Whether all jars are there with the sizes they had when they were checked."""
    try:
        sizes: dict[str, int] = json.loads((folder(cache) / COMPLETE).read_text("utf-8"))
        return all(sizes[jar.name] == (folder(cache) / jar.name).stat().st_size for jar in jars or locked())
    except (OSError, ValueError, KeyError):
        return False


def broken(cache: Path, jars: list[Jar] | None = None) -> list[str]:
    """The names of the jars that are missing or not the file of the lock; reads them all."""
    return [jar.name for jar in jars or locked() if not _is_right(folder(cache) / jar.name, jar)]


def paths(cache: Path, *, maven: str, progress: Progress = silent, jars: list[Jar] | None = None) -> list[Path]:
    """The jars as a class path, fetched first where needed; raises Unavailable with a cure when that fails."""
    jars = jars or locked()
    if not present(cache, jars):
        try:
            folder(cache).mkdir(parents=True, exist_ok=True)
            _fetch_all(cache, jars, maven, progress)
        except OSError as error:
            raise _unusable(cache, error) from error
    return [folder(cache) / jar.name for jar in jars]


def _fetch_all(cache: Path, jars: list[Jar], maven: str, progress: Progress) -> None:
    def waiting() -> None:
        progress("Another command is fetching Neo4j; waiting for it")

    lock = Lock.wait(cache / f"neo4j-{NEO4J_VERSION}.lock", seconds=_LONGEST_FETCH, waiting=waiting)
    if lock is None:
        sentence = "another command has been fetching Neo4j for half an hour"
        raise Unavailable(sentence, "End that command and try again; what was fetched is kept.")
    with lock:
        if present(cache, jars):
            return
        missing = [jar for jar in jars if not _is_right(folder(cache) / jar.name, jar)]
        context = _maven_context(folder(cache) / "incoming", maven)
        count = Counted(progress, f"Fetching Neo4j {NEO4J_VERSION} (150 MB, once)", len(jars))
        count(len(jars) - len(missing))
        pool = ThreadPoolExecutor(_AT_ONCE)
        try:
            work = [pool.submit(_fetch, context, jar, folder(cache) / jar.name) for jar in missing]
            for done, future in enumerate(as_completed(work), len(jars) - len(missing) + 1):
                future.result()
                count(done)
        finally:
            pool.shutdown(cancel_futures=True)
        sizes = {jar.name: (folder(cache) / jar.name).stat().st_size for jar in jars}
        (folder(cache) / COMPLETE).write_text(json.dumps(sizes, indent=1), "utf-8")


def _maven_context(incoming: Path, maven: str) -> MavenContext:
    # jgo takes half a second to import, and is needed once per machine.
    from jgo.maven import MavenContext  # noqa: PLC0415

    return MavenContext(repo_cache=incoming, local_repos=[], remote_repos={"central": maven}, timeout=60)


def _fetch(context: MavenContext, jar: Jar, target: Path) -> None:
    artifact = context.project(jar.group, jar.artifact).at_version(jar.version).artifact(jar.classifier, "jar")
    reason = "its checksum is not the one of the lock"
    for attempt in range(_ATTEMPTS):
        try:
            incoming = artifact.resolve()
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise
            reason = _in_short(error)
        except (RuntimeError, AssertionError) as error:
            reason = _in_short(error)
        else:
            if _is_right(incoming, jar):
                incoming.replace(target)
                return
        if artifact.cached_path:
            artifact.cached_path.unlink(missing_ok=True)
        time.sleep(attempt * PAUSE)
    sentence = f"{jar.name} could not be fetched from {next(iter(context.remote_repos.values()))}: {reason}"
    cure = "Check the network (HTTPS_PROXY, or a mirror in BRUGGENBOUWER_MAVEN) and try again: it goes on where it was."
    raise Unavailable(sentence, cure)


def _is_right(path: Path, jar: Jar) -> bool:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256
    except OSError:
        return False


def _unusable(cache: Path, error: OSError) -> Unavailable:
    if error.errno == errno.ENOSPC:
        return Unavailable(
            "the disk is full, Neo4j's jars need 200 MB", "Make room, or point BRUGGENBOUWER_CACHE at it."
        )
    sentence = f"the cache folder {cache} cannot be used: {error.strerror or error}"
    return Unavailable(sentence, "Set BRUGGENBOUWER_CACHE to a folder that you may write in.")


def _in_short(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".partition("\n")[0][:200]
