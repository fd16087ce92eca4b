"""Bring the schema up to date: numbered files of one idempotent statement each, remembered with their checksum.

A schema change and a data change cannot share a transaction, so each file runs in one and is remembered in the next.
When the first succeeded and the second did not, running the file again does no harm.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, statements, vocabulary
from graph.errors import GraphError
from graph.query import Act, Read, run_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph, Transaction

_NUMBERED = re.compile(r"V(?P<version>\d{3})__(?P<name>\w+)$")


@dataclass(frozen=True, slots=True)
class Applied:
    """A migration as the graph remembers it."""

    version: int
    name: str
    checksum: str


@dataclass(frozen=True, slots=True)
class Migration:
    """A migration as it stands in `cypher/migrations/`."""

    version: int
    name: str
    statement: statements.Statement

    @property
    def checksum(self) -> str:
        """SHA-256 of the text, hexadecimal."""
        return hashlib.sha256(self.statement.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class AnyRecord:
    """Whether there is any record."""

    any: bool


class SchemaBroken(GraphError):
    """The graph and the files tell different histories; the message says which migration and what to do."""


ANY_RECORD = Read("schema/any_record", AnyRecord)
APPLIED = Read("schema/applied", Applied)
RECORD = Act("schema/record")


def migrations() -> list[Migration]:
    """Every migration in order; raises SchemaBroken when a name is wrong, or a number is missing or there twice."""
    found = []
    for name in statements.names("migrations"):
        match = _NUMBERED.search(name)
        if match is None:
            message = f"{name}.cypher is not named V000__sentence.cypher"
            raise SchemaBroken(message)
        found.append(Migration(int(match["version"]), match["name"], statements.load(name)))
    for expected, migration in enumerate(found, start=1):
        if migration.version != expected:
            message = f"migration {expected} is missing: the next file is V{migration.version:03d}__{migration.name}"
            raise SchemaBroken(message)
    return found


def pending(graph: Graph) -> list[Migration]:
    """What is still to be applied; raises SchemaBroken when an applied migration changed or is missing."""
    known = {migration.version: migration for migration in migrations()}
    done = {applied.version: applied for applied in graph.read(_applied)}
    for version, applied in done.items():
        migration = known.get(version)
        if migration is None:
            message = f"migration {version} ({applied.name}) was applied but its file is missing; use a newer version"
            raise SchemaBroken(message)
        if migration.checksum != applied.checksum:
            message = f"migration {version} ({applied.name}) changed after it was applied; put the file back as it was"
            raise SchemaBroken(message)
    return [migration for migration in known.values() if migration.version not in done]


def migrate(graph: Graph, *, progress: Callable[[int, int], None] | None = None) -> int:
    """Apply what is pending and return how many; `progress(done, of)` is called after each.

    The names that statements use are made known in any case: a new version may bring some without a migration.
    """
    todo = pending(graph)
    for number, migration in enumerate(todo, start=1):
        graph.write(_apply, migration)
        graph.write(_remember, migration)
        if progress:
            progress(number, len(todo))
    graph.write(vocabulary.learn)
    return len(todo)


def holds_records(tx: Transaction) -> bool:
    """Whether the graph holds any record yet."""
    return ANY_RECORD.one(tx).any


def _applied(tx: Transaction) -> list[Applied]:
    return APPLIED.all(tx)


def _apply(tx: Transaction, migration: Migration) -> None:
    for _ in run_statement(tx, migration.statement, {}):
        pass


def _remember(tx: Transaction, migration: Migration) -> None:
    RECORD.run(tx, version=migration.version, name=migration.name, checksum=migration.checksum, at=clock.now())
