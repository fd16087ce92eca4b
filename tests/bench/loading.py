"""Put the reference graph into a database, once for each version of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
import platformdirs

from graph import schema
from graph.store import Graph
from tests.bench import dossier, reference

if TYPE_CHECKING:
    from neo4j import Driver

    from tests.bench.reference import Reference

CHUNK = 10_000
IS_LOADED = "MATCH (mark:ReferenceGraph {version: $version}) RETURN count(mark) AS marks"
EMPTY = "MATCH (node) WHERE NOT node:SchemaVersion CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 10000 ROWS"
MARK = "CREATE (:ReferenceGraph {version: $version})"
RECORDS = """
UNWIND $ids AS id
CREATE (:Record:$($kind) {id: id, name: $kind + ' ' + right(id, 6), visibility: 'published', version: 1, lang: 'nl',
  status: CASE WHEN $kind = 'Initiative' THEN ['idea', 'started', 'running', 'completed'][toInteger(rand() * 4)] END,
  created_at: datetime()})
"""
DOSSIER = """
UNWIND $rows AS row
CREATE (record:Record:$($kind) {visibility: 'published', version: 1, lang: 'nl', created_at: datetime()})
SET record += row
"""
TERMS = """
UNWIND $rows AS row
MATCH (commitment:Commitment {id: row.id})
CREATE (commitment)-[:DUE]->(:Term {id: row.id + '-1', on: row.on, set_on: row.set_on})
"""
LINKS = """
UNWIND $pairs AS pair
MATCH (start:Record {id: pair[0]})
MATCH (end:Record {id: pair[1]})
CREATE (start)-[:$($link) {since: date('2020-01-01')}]->(end)
"""


def folder() -> Path:
    """Where the loaded reference graph is kept; `BRUGGENBOUWER_BENCH_DATA` names another place, such as a copy."""
    named = os.environ.get("BRUGGENBOUWER_BENCH_DATA")
    return Path(named) if named else platformdirs.user_cache_path("bruggenbouwer") / f"bench-{reference.VERSION}"


def load(driver: Driver, database: str, town: Reference) -> None:
    """Load `town` unless it is there already, with the indexes of today; takes about a minute."""
    schema.migrate(Graph(driver, database=database))
    marks = driver.execute_query(IS_LOADED, version=reference.VERSION, database_=database).records[0]["marks"]
    if marks:
        return
    with driver.session(database=database) as session:
        session.run(EMPTY).consume()
        steps = [(RECORDS, {"kind": kind}, "ids", ids) for kind, ids in town.records.items()]
        steps += [(LINKS, {"link": link}, "pairs", pairs) for link, pairs in town.links.items()]
        steps += [(DOSSIER, {"kind": kind}, "rows", rows) for kind, rows in dossier.records()]
        steps += [(TERMS, {}, "rows", dossier.terms())]
        steps += [(LINKS, {"link": link}, "pairs", pairs) for link, pairs in dossier.links(town)]
        total = sum(len(rows) for *_, rows in steps)
        with click.progressbar(length=total, label="Loading the reference graph") as bar:
            for text, fixed, name, rows in steps:
                for start in range(0, len(rows), CHUNK):
                    chunk = rows[start : start + CHUNK]
                    session.run(text, {**fixed, name: chunk}).consume()
                    bar.update(len(chunk))
        session.run("CALL db.awaitIndexes()").consume()
        session.run(MARK, version=reference.VERSION).consume()
