"""Read and Write: one file of Cypher, one row type, parameters checked against the header of the file.

    PAGE = Read("initiatives/page", InitiativePage)
    PAGE.one(tx, id=initiative_id, visible=actor.visible)

The columns of `RETURN … AS …` are the fields of the row type; `tests/test_cypher.py` holds every binding to that.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, cast

from neo4j.exceptions import ConstraintError

from graph import statements
from graph.errors import AlreadyExists, NotFound
from graph.values import to_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.statements import Statement
    from graph.store import Transaction

Row = TypeVar("Row")

asked: ContextVar[set[str] | None] = ContextVar("asked", default=None)
"""The names of the statements that ran, where somebody keeps them."""


class Query(Generic[Row]):
    """A statement bound to the type of its rows."""

    writes: ClassVar[bool] = False
    bound: ClassVar[list[Query[Any]]] = []

    def __init__(self, name: str, row_type: type[Row]) -> None:
        """Bind `cypher/<name>.cypher` to `row_type`; raises FileNotFoundError when there is no such file."""
        self.statement: Statement = statements.load(name)
        self.row_type = row_type
        Query.bound.append(self)

    @classmethod
    def in_folder(cls, under: str, row_type: type[Row]) -> tuple[Self, ...]:
        """Every statement of one folder, in order of name, bound to the same rows."""
        return tuple(cls(name, row_type) for name in statements.names(under))

    def all(self, tx: Transaction, **parameters: Any) -> list[Row]:
        """Every row, in the order of the statement."""
        return list(self.each(tx, **parameters))

    def each(self, tx: Transaction, **parameters: Any) -> Iterator[Row]:
        """Every row, one at a time."""
        for record in run_statement(tx, self.statement, parameters):
            yield to_row(self.row_type, record)

    def maybe(self, tx: Transaction, **parameters: Any) -> Row | None:
        """The one row, or None; raises ValueError when there are more."""
        rows = self.all(tx, **parameters)
        if len(rows) > 1:
            message = f"{self.statement.name} gave {len(rows)} rows where one was expected"
            raise ValueError(message)
        return rows[0] if rows else None

    def one(self, tx: Transaction, **parameters: Any) -> Row:
        """The one row; raises NotFound when there is none."""
        row = self.maybe(tx, **parameters)
        if row is None:
            raise NotFound(self.statement.name)
        return row


class Read(Query[Row]):
    """A statement that only reads; `execute_read` refuses anything else."""

    def plan(self, tx: Transaction, /, **parameters: Any) -> None:
        """Let the server plan the statement for parameters of these types; it is not run."""
        tx.run("EXPLAIN " + self.statement.text, parameters).consume()


class Write(Query[Row]):
    """A statement that changes the graph and gives rows back."""

    writes = True


class Act:
    """A statement that changes the graph and gives nothing back."""

    writes = True
    row_type = None

    def __init__(self, name: str) -> None:
        """Bind `cypher/<name>.cypher`; raises FileNotFoundError when there is no such file."""
        self.statement: Statement = statements.load(name)
        Query.bound.append(cast("Query[Any]", self))

    def run(self, tx: Transaction, **parameters: Any) -> None:
        """Run the statement to its end."""
        for _ in run_statement(tx, self.statement, parameters):
            pass


def run_statement(tx: Transaction, statement: Statement, parameters: dict[str, Any]) -> Iterator[Any]:
    """Run `statement` and yield its records; raises AlreadyExists when something unique is taken already."""
    if parameters.keys() != statement.parameters.keys():
        different = sorted(parameters.keys() ^ statement.parameters.keys())
        message = f"{statement.name}: these parameters differ from its header: {', '.join(different)}"
        raise TypeError(message)
    names = asked.get()
    if names is not None:
        names.add(statement.name)
    try:
        # The text comes from a file of the project, never from people: as good as a literal.
        yield from tx.run(statement.text, parameters)
    except ConstraintError as error:
        raise AlreadyExists(_property_of(error)) from error


def _property_of(error: ConstraintError) -> str:
    """The property named between backticks in the server's message; both supported versions write it so."""
    named = str(error.message or "").split("property `")
    return named[1].split("`")[0] if len(named) > 1 else "id"
