"""Put the reference graph into a database, once for each version of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
import platformdirs
from neo4j import Query

from graph import audit, schema
from graph.rights import SYSTEM
from graph.store import Graph
from tests.bench import dossier, reference

if TYPE_CHECKING:
    from neo4j import Driver

    from graph.store import Transaction
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
# Nobody waits for what was decided.
DECIDED = """
MATCH ()-[wait:WAITS_FOR]->(decision:Decision)
WHERE decision.decided_on IS NOT NULL
SET wait.until = decision.decided_on
"""
END = """
MATCH (:Initiative {id: $id})-[link:HAS_THEME|CONTRIBUTES_TO|LOCATED_IN]->()
WITH link LIMIT 1 SET link.until = date('2026-01-01')
"""
RESUME = """
MATCH (:Initiative {id: $id})-[link:HAS_THEME|CONTRIBUTES_TO|LOCATED_IN]->()
WHERE link.until = date('2026-01-01') SET link.until = null
"""


def is_loaded(driver: Driver, database: str) -> bool:
    """Whether the graph is there, whole and of this version."""
    marks = driver.execute_query(IS_LOADED, version=reference.VERSION, database_=database).records[0]["marks"]
    return bool(marks)


def end_a_link(tx: Transaction, initiative_id: str) -> None:
    """End a link of the initiative as the forms do, with its line in the audit trail."""
    tx.run(END, id=initiative_id).consume()
    audit.write(tx, actor=SYSTEM, lines=[audit.Line("end_link", initiative_id, "HAS_THEME")])


def take_it_back(tx: Transaction, initiative_id: str) -> None:
    """Take back what `end_a_link` did."""
    tx.run(RESUME, id=initiative_id).consume()
    audit.write(tx, actor=SYSTEM, lines=[audit.Line("link", initiative_id, "HAS_THEME")])


def folder(size: int = 1) -> Path:
    """Where the graph of `size` times the reference is kept; `BRUGGENBOUWER_BENCH_DATA` names another place."""
    named = os.environ.get("BRUGGENBOUWER_BENCH_DATA")
    whole = Path(named) if named else platformdirs.user_cache_path("bruggenbouwer") / f"bench-{reference.VERSION}"
    return whole.with_name(f"{whole.name}-times-{size}") if size > 1 else whole


def load(driver: Driver, database: str, town: Reference) -> None:
    """Load `town` unless it is there already, with the indexes of today; a minute for each 100,000 when it is quiet."""
    schema.migrate(Graph(driver, database=database, seconds=600))
    if is_loaded(driver, database):
        return
    with driver.session(database=database) as session:
        session.run(Query(EMPTY, timeout=0)).consume()
        steps = [(RECORDS, {"kind": kind}, "ids", ids) for kind, ids in town.records.items()]
        steps += [(LINKS, {"link": link}, "pairs", pairs) for link, pairs in town.links.items()]
        steps += [(DOSSIER, {"kind": kind}, "rows", rows) for kind, rows in dossier.records(town)]
        steps += [(TERMS, {}, "rows", dossier.terms(town))]
        steps += [(LINKS, {"link": link}, "pairs", pairs) for link, pairs in dossier.links(town)]
        total = sum(len(rows) for *_, rows in steps)
        with click.progressbar(length=total, label="Loading the reference graph") as bar:
            for text, fixed, name, rows in steps:
                for start in range(0, len(rows), CHUNK):
                    chunk = rows[start : start + CHUNK]
                    session.run(Query(text, timeout=0), {**fixed, name: chunk}).consume()
                    bar.update(len(chunk))
        session.run(Query(DECIDED, timeout=0)).consume()
        session.run(Query("CALL db.awaitIndexes(3600)", timeout=0)).consume()
        session.run(MARK, version=reference.VERSION).consume()
