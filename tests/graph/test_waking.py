"""A database that just started is woken: every statement that reads is planned once, before somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph import waking
from graph.query import Query, Read

if TYPE_CHECKING:
    from graph.store import Graph


def reads() -> list[Read[Any]]:
    """The statements that are bound by now: other tests bring in more."""
    return [query for query in Query.bound if isinstance(query, Read)]


def test_every_statement_that_reads_is_planned_and_none_that_writes(graph: Graph) -> None:
    planned = list(waking.wake(graph))

    assert sorted(planned) == sorted(query.statement.name for query in reads())


def test_every_parameter_has_an_example_of_its_type() -> None:
    for query in reads():
        examples = waking.examples(query.statement)

        assert examples.keys() == query.statement.parameters.keys(), query.statement.name
        assert None not in examples.values(), query.statement.name


def test_a_type_nobody_knows_is_said() -> None:
    with pytest.raises(ValueError, match="colour"):
        waking.example("list of colour")
