"""A database that just started is woken: every statement that reads is planned once, before somebody asks for it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest

from graph import waking
from graph.query import Query, Read

if TYPE_CHECKING:
    from graph.store import Graph

SOME = 30


def reads() -> list[Read[Any]]:
    """The statements that are bound by now: other tests bring in more."""
    return [query for query in Query.bound if isinstance(query, Read)]


def test_the_statements_that_read_are_planned_one_after_the_other(graph: Graph) -> None:
    # Planning all of them takes a minute, and is alike for each.
    planned = list(islice(waking.wake(graph), SOME))

    assert planned == [query.statement.name for query in reads()][:SOME]


def test_every_parameter_has_an_example_of_its_type() -> None:
    for query in reads():
        examples = waking.examples(query.statement)

        assert examples.keys() == query.statement.parameters.keys(), query.statement.name
        assert None not in examples.values(), query.statement.name


def test_a_type_nobody_knows_is_said() -> None:
    with pytest.raises(ValueError, match="colour"):
        waking.example("list of colour")
