"""The data folder of the embedded database: which files it has, and what they tell."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from graph.errors import Unavailable
from graph.server.locks import Lock, is_held
from graph.server.version import NEO4J_VERSION


class Stage(StrEnum):
    """Where a server is in its life."""

    STARTING = "starting"
    READY = "ready"
    STOPPING = "stopping"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class State:
    """What the server last said about itself; worth something only while it holds `owner.lock`."""

    stage: Stage
    pid: int = 0
    port: int = 0
    sentence: str = ""
    cure: str = ""

    @property
    def uri(self) -> str:
        """Where it answers."""
        return f"bolt://127.0.0.1:{self.port}"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """`root` and the files in it. All of them are for the owner of the folder alone (0600, folders 0700)."""

    root: Path

    @property
    def home(self) -> Path:
        """Neo4j's own folder."""
        return self.root / "neo4j"

    @property
    def configuration(self) -> Path:
        """Neo4j's configuration; written anew at each start."""
        return self.home / "conf" / "neo4j.conf"

    @property
    def owner_lock(self) -> Path:
        """Held alone by the one server of this folder, as long as it lives."""
        return self.root / "owner.lock"

    @property
    def users_lock(self) -> Path:
        """Held together by every command that uses the server."""
        return self.root / "users.lock"

    @property
    def start_lock(self) -> Path:
        """Held alone by who is starting or stopping a server."""
        return self.root / "start.lock"

    @property
    def keep(self) -> Path:
        """Exists while the server lives on without users: `db start` makes it, `db stop` removes it."""
        return self.root / "keep"

    @property
    def log(self) -> Path:
        """What the server process printed since its last start."""
        return self.root / "server.log"

    def prepare(self) -> None:
        """Make the folder; raises Unavailable when that cannot be done or a newer Neo4j wrote it."""
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.root.chmod(0o700)
        except OSError as error:
            raise unusable(self.root, error) from error
        written = self.version()
        if written and _numbers(written) > _numbers(NEO4J_VERSION):
            sentence = f"the data folder {self.root} was written by Neo4j {written}, newer than {NEO4J_VERSION}"
            raise Unavailable(sentence, "Use the newer Bruggenbouwer, or set BRUGGENBOUWER_DATA to another folder.")

    def version(self) -> str:
        """The Neo4j that last wrote the folder; empty when none did."""
        return _read(self.root / "version").strip()

    def write_version(self) -> None:
        """Note that this Neo4j writes the folder from now on."""
        self.write(self.root / "version", NEO4J_VERSION + "\n")

    def password(self) -> str:
        """The generated password of the database; empty when there is none yet."""
        return _read(self.root / "password").strip()

    def new_password(self) -> str:
        """Make a password and keep it."""
        password = secrets.token_hex(24)
        self.write(self.root / "password", password + "\n")
        return password

    def state(self) -> State:
        """What the server last said; `stopped` when it never said anything or said nonsense."""
        try:
            told: dict[str, Any] = json.loads(_read(self.root / "server.json"))
            return State(**{**told, "stage": Stage(told["stage"])})
        except (ValueError, TypeError, KeyError):
            return State(Stage.STOPPED)

    def say(self, stage: Stage, **changes: Any) -> None:
        """Write where the server of this process is; the port stays known for the next start."""
        state = replace(self.state(), stage=stage, pid=os.getpid(), **{"sentence": "", "cure": "", **changes})
        self.write(self.root / "server.json", json.dumps(asdict(state)) + "\n")

    def is_running(self) -> bool:
        """Whether a server owns the folder; files alone prove nothing, for they outlive a killed server."""
        return is_held(self.owner_lock)

    def is_used(self) -> bool:
        """Whether a command uses the server, or could: once the server says that it is stopping, nobody can any more.

        The server too holds the lock of the users for a moment, alone, to see whether anybody is left. Commands share
        it, so only who cannot even share it has met the server; and what it decided then is said before it lets go.
        """
        alone = Lock.attempt(self.users_lock)
        if alone is not None:
            alone.release()
            return False
        shared = Lock.attempt(self.users_lock, shared=True)
        if shared is None:
            return False
        shared.release()
        return self.state().stage is not Stage.STOPPING

    def private_files(self) -> list[Path]:
        """The files of the folder itself that are there; each must be readable by its owner alone."""
        return sorted(path for path in self.root.iterdir() if path.is_file())

    def write(self, path: Path, text: str) -> None:
        """Put `text` in `path` (0600) so that a reader sees all of it or none."""
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(text)
        draft.replace(path)


def unusable(folder: Path, error: OSError) -> Unavailable:
    """What is said of a data folder that cannot be made or written in."""
    sentence = f"the data folder {folder} cannot be used: {error.strerror}"
    return Unavailable(sentence, "Set BRUGGENBOUWER_DATA to a folder that you may write in.")


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError:
        return ""


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
