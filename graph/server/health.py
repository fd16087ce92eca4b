"""What `bruggenbouwer doctor` asks about the embedded database: is everything ready that it needs, and what if not."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import Unavailable
from graph.server import embedded, jars, java
from graph.server.opening import existing
from graph.server.port import is_free
from graph.server.version import NEO4J_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.server.settings import DatabaseSettings

_LEAST_ROOM = 500_000_000
_LEAST_MEMORY = 1500


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `cure` is empty when `ok`."""

    name: str
    ok: bool
    sentence: str
    cure: str = ""


def examine(settings: DatabaseSettings) -> list[Finding]:
    """Look at everything that can be seen without starting a server; reads all jars (about a second)."""
    if settings.uri:
        return [_outside(settings)]
    looks: tuple[Callable[[DatabaseSettings], Finding], ...] = (_java, _memory, _jars, _data, _room, _port)
    return [look(settings) for look in looks]


def _outside(settings: DatabaseSettings) -> Finding:
    try:
        existing(settings)
    except Unavailable as error:
        return Finding("login", ok=False, sentence=str(error), cure=error.cure)
    return Finding("login", ok=True, sentence=f"NEO4J_URI is {settings.uri}, and a password is given.")


def _java(_: DatabaseSettings) -> Finding:
    try:
        return Finding("java", ok=True, sentence=f"Java is at {java.library()}.")
    except Unavailable as error:
        return Finding("java", ok=False, sentence=str(error), cure=error.cure)


def _memory(settings: DatabaseSettings) -> Finding:
    machine, taken = java.machine_memory(), java.memory(settings.memory)
    sentence = (
        f"The database takes {taken.heap + taken.page_cache} MB ({taken.heap} for Java, {taken.page_cache} for the "
        f"page cache) of {machine} MB."
    )
    enough = machine >= _LEAST_MEMORY and taken.heap + taken.page_cache < machine
    cure = f"Give this machine or container {_LEAST_MEMORY} MB or more, or set BRUGGENBOUWER_MEMORY lower."
    return Finding("memory", ok=enough, sentence=sentence, cure="" if enough else cure)


def _jars(settings: DatabaseSettings) -> Finding:
    folder = jars.folder(settings.cache)
    broken = jars.broken(settings.cache)
    if not broken:
        return Finding("jars", ok=True, sentence=f"Neo4j {NEO4J_VERSION} is complete in {folder}.")
    if len(broken) == len(jars.locked()):
        sentence, cure = f"Neo4j {NEO4J_VERSION} is not fetched yet.", "It is fetched at the first start (150 MB)."
    else:
        names = ", ".join(broken[:3]) + (", …" if len(broken) > len(broken[:3]) else "")
        sentence = f"{len(broken)} of Neo4j's files in {folder} are missing or damaged: {names}."
        cure = f"Remove {folder / jars.COMPLETE} and start again: those files are fetched anew."
    return Finding("jars", ok=False, sentence=sentence, cure=cure)


def _data(settings: DatabaseSettings) -> Finding:
    folder = embedded.data_folder(settings)
    try:
        folder.prepare()
    except Unavailable as error:
        return Finding("data folder", ok=False, sentence=str(error), cure=error.cure)
    open_to_others = [path.name for path in folder.private_files() if path.stat().st_mode & 0o077]
    if open_to_others:
        sentence = f"Others on this machine can read {', '.join(open_to_others)} in {folder.root}."
        return Finding("data folder", ok=False, sentence=sentence, cure=f"Run `chmod -R go= {folder.root}`.")
    state = "a server is running" if folder.is_running() else "no server is running"
    return Finding("data folder", ok=True, sentence=f"The database is in {folder.root}; {state}.")


def _room(settings: DatabaseSettings) -> Finding:
    free = _free(settings.data)
    sentence = f"There is {free / 1e9:.1f} GB free for {settings.data}."
    cure = "Make room on that disk: a full disk stops the database in the middle of its work."
    return Finding("disk", ok=free >= _LEAST_ROOM, sentence=sentence, cure="" if free >= _LEAST_ROOM else cure)


def _free(folder: Path) -> int:
    """The bytes free for `folder`, or where it would be made; 0 when nobody can tell."""
    for each in (folder, *folder.absolute().parents):
        with contextlib.suppress(OSError):
            return shutil.disk_usage(each).free
    return 0


def _port(settings: DatabaseSettings) -> Finding:
    try:
        state = embedded.running(settings)
    except OSError:  # the folder cannot be looked into: `_data` says so
        state = None
    if state:
        return Finding("port", ok=True, sentence=f"The database answers at {state.uri}.")
    if not settings.bolt_port:
        return Finding("port", ok=True, sentence="The database takes a free port on 127.0.0.1.")
    if is_free(settings.bolt_port):
        return Finding("port", ok=True, sentence=f"Port {settings.bolt_port} on 127.0.0.1 is free.")
    sentence = f"Port {settings.bolt_port} on 127.0.0.1 is taken by another program."
    return Finding("port", ok=False, sentence=sentence, cure="Choose another BRUGGENBOUWER_BOLT_PORT, or leave it out.")
