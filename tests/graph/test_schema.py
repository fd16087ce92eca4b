"""The schema is brought up to date once, in order, and says when its history was changed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph import schema, statements
from graph.schema import SchemaBroken

if TYPE_CHECKING:
    from neo4j import Transaction

    from graph.store import Graph


def test_nothing_is_pending_after_the_first_time(graph: Graph) -> None:
    assert schema.pending(graph) == []


def test_applying_every_migration_again_does_no_harm(committed: Graph, tx: Transaction) -> None:
    count = "SHOW CONSTRAINTS YIELD name RETURN count(name) AS n"
    before = tx.run(count).single(strict=True)["n"]
    for migration in schema.migrations():
        committed.write(schema._apply, migration)
    assert tx.run(count).single(strict=True)["n"] == before


def test_a_migration_that_changed_after_it_was_applied_is_named(graph: Graph, tx: Transaction) -> None:
    tx.run("MATCH (migration:SchemaVersion {version: 3}) SET migration.checksum = 'other'").consume()
    with pytest.raises(SchemaBroken, match=r"migration 3 .* changed after it was applied"):
        schema.pending(graph)


def test_a_migration_from_a_newer_version_is_named(graph: Graph, tx: Transaction) -> None:
    tx.run("CREATE (:SchemaVersion {version: 900, name: 'later', checksum: 'x'})").consume()
    with pytest.raises(SchemaBroken, match=r"migration 900 .* file is missing"):
        schema.pending(graph)


def test_a_migration_that_was_not_applied_yet_is_pending(graph: Graph, tx: Transaction) -> None:
    tx.run("MATCH (migration:SchemaVersion {version: 5}) DELETE migration").consume()
    assert [migration.version for migration in schema.pending(graph)] == [5]


def test_two_programs_at_the_same_time_remember_a_migration_once(committed: Graph) -> None:
    migration = schema.migrations()[4]

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: committed.write(schema._remember, migration), range(40)))

    assert [each.version for each in committed.read(schema._applied)].count(5) == 1


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (["V001__one", "V003__three"], "migration 2 is missing"),
        (["V001__one", "V001__other"], "migration 2 is missing"),
        (["V001__one", "later"], "is not named"),
    ],
)
def test_a_gap_or_a_wrong_name_refuses_to_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: list[str], says: str
) -> None:
    (tmp_path / "migrations").mkdir()
    for name in files:
        (tmp_path / "migrations" / f"{name}.cypher").write_text("// Nothing.\nRETURN 1 AS one\n", encoding="utf-8")
    monkeypatch.setattr(statements, "folder", lambda: tmp_path)
    statements.load.cache_clear()
    try:
        with pytest.raises(SchemaBroken, match=says):
            schema.migrations()
    finally:
        statements.load.cache_clear()
