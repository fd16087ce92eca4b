"""The contract of every file of Cypher: bound once, understood by the server, and exactly what its header says."""

from __future__ import annotations

import ast
import importlib
import logging
import pkgutil
import re
from collections import Counter
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import graph as graph_package
from graph import checks, demo, schema, statements
from graph.query import Query
from graph.store import Graph

if TYPE_CHECKING:
    from neo4j import Driver, Session

    from graph.server import Address

MISSING_PARAMETERS = "01N60"
# Labels, types and properties nobody knows, and products of everything with everything.
SUSPECT = {"01N50", "01N51", "01N52", "03N90"}
PARAMETER = re.compile(r"\$`(\w+)`")
LONGEST = 60
# Longer, because the fast search of bridges needs one round trip (docs/decisions).
LONG = {"bridges/contenders": 130, "bridges/sharing": 80}

# A step in a tree: of what lies in, below or under something else. What moved has an ended step to where it lay.
STEP = re.compile(r"\[(\w*):([A-Z_|\s]*\b(?:PART_OF|NARROWER_THAN)\b[A-Z_|\s]*)(\*[\d.]*)?([^\]]*)\]")
# Where the clause of a step ends, and with it the place where it can be checked.
CLAUSE = re.compile(r"\b(?:MATCH|RETURN|WITH|UNION)\b|\b(?:EXISTS|COUNT|COLLECT) \{")
UNCHECKED = {
    "bridges/rare_parties": "a team that is or was part of the organisation is no new acquaintance",
    "bridges/untied": "a tie of today or earlier",
    "checks/trees_have_no_circles": "only chooses where to begin; the walk looks at each step",
    "imports/names": "a criterion belongs to the framework it was made in",
    "imports/tree": "gives also those that are over, and says which last",
    "network/direct": "read in the order of how many links the other end has, and then looked at",
    "network/lines": "the lines are gathered first, and then looked at",
}

for module in pkgutil.walk_packages(graph_package.__path__, "graph."):
    importlib.import_module(module.name)

FILES = sorted(
    str(path.relative_to(statements.folder()).with_suffix("")) for path in statements.folder().glob("*/*.cypher")
)
QUERIES = {query.statement.name: query for query in Query.bound}
BOUND = [name for name in FILES if not name.startswith("migrations/")]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the server says about one statement that was given no parameters."""

    columns: list[str]
    query_type: str
    missing: set[str]
    suspect: list[str]


@pytest.fixture(scope="module")
def plans(address: Address) -> dict[str, Plan]:
    """Every statement explained, in a database that holds nothing yet; then the demonstration passes every check."""
    logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)
    with address.driver(notifications=True) as driver, driver.session(database=address.database) as session:
        whole = Graph(driver, database=address.database)
        found = {name: explained(session, name) for name in FILES}
        demo.load(whole)
        broken = checks.every(whole)
        driver.execute_query("MATCH (node) WHERE NOT node:SchemaVersion DETACH DELETE node", database_=address.database)
    assert broken == []
    return found


def explained(session: Session, name: str) -> Plan:
    result = session.run("EXPLAIN " + statements.load(name).text)  # type: ignore[arg-type]
    columns, summary = list(result.keys()), result.consume()
    said = [(status.gql_status, status.status_description) for status in summary.gql_status_objects]
    missing = {each for status, words in said if status == MISSING_PARAMETERS for each in PARAMETER.findall(words)}
    suspect = [words for status, words in said if status in SUSPECT]
    return Plan(columns, str(summary.query_type), missing, suspect)


def test_every_file_is_bound_exactly_once() -> None:
    times = Counter(query.statement.name for query in Query.bound)
    assert {name: count for name, count in times.items() if count > 1} == {}
    assert set(BOUND) == set(times)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_short_and_says_what_it_does(name: str) -> None:
    statement = statements.load(name)
    lines = statement.text.splitlines()
    assert len([line for line in lines if not line.startswith("//")]) < LONG.get(name, LONGEST)
    assert lines[0].startswith("// ")
    assert statement.sentence.endswith(".")
    assert "LOAD CSV" not in statement.text


@pytest.mark.parametrize("name", FILES)
def test_the_header_names_the_parameters(plans: dict[str, Plan], name: str) -> None:
    assert plans[name].missing == set(statements.load(name).parameters)


@pytest.mark.parametrize("name", BOUND)
def test_the_columns_are_the_fields_of_the_rows(plans: dict[str, Plan], name: str) -> None:
    row_type = QUERIES[name].row_type
    assert sorted(plans[name].columns) == sorted(field.name for field in (fields(row_type) if row_type else ()))


@pytest.mark.parametrize("name", BOUND)
def test_read_reads_and_write_writes(plans: dict[str, Plan], name: str) -> None:
    assert plans[name].query_type in ({"w", "rw"} if QUERIES[name].writes else {"r"})


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_misspelt_and_nothing_multiplies(plans: dict[str, Plan], name: str) -> None:
    assert plans[name].suspect == []


@pytest.mark.parametrize("name", BOUND)
def test_dynamic_labels_and_types_stand_where_their_values_come_from_the_model(name: str) -> None:
    if "$(" in statements.load(name).text or "$any(" in statements.load(name).text:
        assert name.split("/", maxsplit=1)[0] in {"records", "imports", "demo", "duplicates", "schema"}


def unchecked(text: str) -> list[str]:
    """The steps in a tree of which the same clause does not ask whether they still hold."""
    found = []
    for step in STEP.finditer(text):
        name, _, walked, inline = step.groups()
        clause = CLAUSE.split(text[step.end() :], maxsplit=1)[0]
        path = re.match(r"(\w+) = ", text[: step.start()].rpartition("MATCH ")[2])
        each = [rf"IN {name}\s+WHERE[^)]*\.until"] if name else []
        each += [rf"IN relationships\({path[1]}\)\s+WHERE[^)]*\.until"] if path else []
        each += [rf"\b{name}\.until"] if name and not walked else []
        if ".until" not in inline and not any(re.search(one, clause) for one in each):
            found.append(step[0])
    return found


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("MATCH (a)-[:PART_OF*0..4]->(b) WHERE a.until IS NULL", True),
        ("MATCH (a)-[up:NARROWER_THAN*0..4]->(b) WHERE up.until IS NULL", True),
        ("MATCH (a)-[up:PART_OF*0..4]->(b) MATCH (b) WHERE all(step IN up WHERE step.until IS NULL)", True),
        ("MATCH (a) ((:Area)-[up:PART_OF]->(:Area)){0,4} (b)", True),
        ("MATCH (a) ((:Area)-[up:PART_OF WHERE up.until IS NULL]->(:Area)){0,4} (b)", False),
        ("MATCH (a)-[up:PART_OF|BORDERS*0..4]->(b) WHERE all(step IN up WHERE step.until IS NULL)", False),
        ("MATCH path = (a)-[:PART_OF*0..4]->(b) WHERE all(step IN relationships(path) WHERE step.until > $on)", False),
        ("MATCH (a)<-[part:PART_OF]-(b) WHERE part.until IS NULL", False),
    ],
)
def test_a_step_in_a_tree_that_is_not_looked_at_is_found(text: str, *, refused: bool) -> None:
    assert bool(unchecked(text)) is refused


@pytest.mark.parametrize("name", BOUND)
def test_what_moved_does_not_count_where_it_lay(name: str) -> None:
    """Each step in a tree is asked whether it holds on the day; of what is not, the reason stands in `UNCHECKED`."""
    text = "\n".join(line for line in statements.load(name).text.splitlines() if not line.startswith("//"))
    assert bool(unchecked(text)) is (name in UNCHECKED)


def test_applying_the_migrations_twice_changes_nothing(driver: Driver, address: Address) -> None:
    assert schema.migrate(Graph(driver, database=address.database)) == 0


def test_check_3_no_query_is_built_from_strings() -> None:
    """Outside `graph.query` nothing runs a statement, and nothing in the code looks like Cypher."""
    for folder in ("app", "graph"):
        for path in Path(folder).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    words = node.value.split()
                    assert not {"MATCH", "MERGE", "UNWIND"} & set(words[:1]), f"{path}:{node.lineno}"
