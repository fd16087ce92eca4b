"""A database that just started plans every statement on the first time it is asked for, which takes longest then.

A page of twenty statements waited six seconds for its plans on a quiet machine of two cores, and 0.2 s once it had
them.
So whoever serves pages has the server plan them beforehand, which warms its planner as well.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from graph.query import Query, Read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.statements import Statement
    from graph.store import Graph

PATIENCE = 60.0
"""Seconds that one statement may take to be planned: nobody waits for it."""

_SIMPLE: dict[str, Any] = {
    "string": "",
    "integer": 1,
    "float": 1.0,
    "boolean": True,
    "date": dt.date(2000, 1, 1),
    "datetime": dt.datetime(2000, 1, 1, tzinfo=dt.UTC),
    "map": {},
}
_LIST = re.compile(r"list of (?P<inner>.+)")


def wake(graph: Graph) -> Iterator[str]:
    """Plan every statement that reads, and yield its name when it is done; nothing is read or changed.

    Raises Unavailable when the database goes away meanwhile.
    """
    patient = graph.patient(PATIENCE)
    for query in Query.bound:
        if isinstance(query, Read):
            patient.read(query.plan, **examples(query.statement))
            yield query.statement.name


def examples(statement: Statement) -> dict[str, Any]:
    """A value for every parameter of `statement`: the server keeps a plan for each combination of their types."""
    return {name: example(declared) for name, declared in statement.parameters.items()}


def example(declared: str) -> Any:
    """A value of the type that a header declares, such as `list of string or null`; raises ValueError for another."""
    type_name = declared.removesuffix(" or null")
    inner = _LIST.fullmatch(type_name)
    if inner:
        return [example(inner["inner"])]
    if type_name not in _SIMPLE:
        message = f"no example of the type {declared!r}"
        raise ValueError(message)
    return _SIMPLE[type_name]
