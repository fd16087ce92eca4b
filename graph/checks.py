"""What no constraint of Neo4j Community can hold, checked over the whole graph: `cypher/checks/` must find nothing.

The expectations come from `graph.model`, so that a new property or link is checked from the day it exists.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph.links import ENDABLE
from graph.model import COMMON, LINKS, SHAPES, Kind, Property
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store import Graph, Transaction

MOST = 20

# What `graph.duplicates` notes between two records of one kind; people never see it as a link.
LIKENESS: dict[str, tuple[Property, ...]] = {
    "LIKELY_SAME_AS": (Property("score", float, "How alike the names are, 0 to 100.", public=False),),
    "NOT_SAME_AS": (Property("said_on", dt.date, "When somebody said that they are two.", public=False),),
}
# What `graph.supply` notes between an offer and a need that share words.
FITTING: dict[str, tuple[Property, ...]] = {
    "FITS": (Property("stems", list, "The stems that both say and that count.", public=False),),
}

# How Cypher's valueType() names what Python calls these.
_TYPES: dict[type, tuple[str, ...]] = {
    str: ("STRING",),
    int: ("INTEGER",),
    float: ("FLOAT", "INTEGER"),
    bool: ("BOOLEAN",),
    list: ("LIST<STRING",),
    dt.date: ("DATE",),
    dt.datetime: ("ZONED DATETIME",),
}


@dataclass(frozen=True, slots=True)
class Found:
    """One record that breaks a rule, and how; `record_id` is empty when it has none."""

    record_id: str
    what: str


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule in one sentence, and a record that breaks it."""

    check: str
    record_id: str
    what: str


CHECKS: tuple[Read[Found], ...] = Read.in_folder("checks", Found)


def every(graph: Graph) -> list[Violation]:
    """What is wrong in the graph, at most `MOST` for each rule; each rule is looked at in a transaction of its own."""
    return [violation for check in CHECKS for violation in graph.read(run, check)]


def run(tx: Transaction, check: Read[Found]) -> list[Violation]:
    """What breaks one rule."""
    known = _parameters()
    asked = {name: known[name] for name in check.statement.parameters}
    sentence = check.statement.sentence.rstrip(".")
    return [Violation(sentence, found.record_id, found.what) for found in check.all(tx, **asked)]


def _parameters() -> dict[str, Any]:
    return {
        "limit": MOST,
        "kinds": [kind.value for kind in Kind],
        "shapes": {shape.kind.value: _rows((*shape.properties, *COMMON)) for shape in SHAPES},
        "link_shapes": {shape.link.value: _rows(shape.properties) for shape in LINKS}
        | {name: _rows(properties) for name, properties in (LIKENESS | FITTING).items()},
        "ways": [f"{start} {shape.link} {end}" for shape in LINKS for start in shape.starts for end in shape.ends]
        + [f"{kind} {name} {kind}" for name in LIKENESS for kind in Kind]
        + [f"{Kind.OFFER} {name} {Kind.NEED}" for name in FITTING],
        "endable": list(ENDABLE),
    }


def _rows(properties: Iterable[Property]) -> list[dict[str, Any]]:
    return [
        {
            "name": each.name,
            "types": list(_TYPES[str if issubclass(each.type, StrEnum) else each.type]),
            "choices": [choice.value for choice in each.type] if issubclass(each.type, StrEnum) else [],
            "required": each.required,
        }
        for each in properties
    ]
