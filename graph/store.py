"""One managed transaction for each piece of work.

The driver may run the work again after a passing fault, so work writes with ids made beforehand and has no effect
outside the graph: mail and other effects happen after it returned.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from neo4j import Bookmarks, Driver, ManagedTransaction, unit_of_work
from neo4j.exceptions import ClientError, DriverError, ServiceUnavailable, TransientError

from graph.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


Transaction = ManagedTransaction

Given = ParamSpec("Given")
Result = TypeVar("Result")

_CURE = "Start the database with `bruggenbouwer db start`, or look at `bruggenbouwer doctor`."
# What a server refuses whatever is asked: a part of its code → a sentence and the cure; the first that fits counts.
_REFUSALS = (
    ("Transaction.TransactionTimedOut", "the question took too long", "Ask for less at once."),
    (
        "Security.AuthenticationRateLimit",
        "the database refuses every login for some seconds, after too many wrong passwords",
        "Set NEO4J_USERNAME and NEO4J_PASSWORD (or NEO4J_PASSWORD_FILE) as Neo4j has them, and wait a little.",
    ),
    (
        "Security.CredentialsExpired",
        "the password of the database must be changed before it can be used",
        "Change it in Neo4j (ALTER CURRENT USER SET PASSWORD) and set NEO4J_PASSWORD.",
    ),
    (
        "Security.Forbidden",
        "the user of the database has no right to this",
        "Give the user of NEO4J_USERNAME the right to read, write and change the schema.",
    ),
    (
        "Security.",
        "the database does not let this user in",
        "Set NEO4J_USERNAME and NEO4J_PASSWORD (or NEO4J_PASSWORD_FILE) as Neo4j has them.",
    ),
    (
        "Database.DatabaseNotFound",
        "the database of that name is not there",
        "Set NEO4J_DATABASE to one that Neo4j has (SHOW DATABASES), or leave it out.",
    ),
)


class Graph:
    """The graph in one database, through one driver.

    `bookmarks` tie reads to the writes of the same person on a cluster; `last_bookmarks` holds them after a write.
    """

    def __init__(
        self, driver: Driver, *, database: str, bookmarks: Iterable[str] = (), seconds: float | None = None
    ) -> None:
        """Use `driver` on `database`; work longer than `seconds` is ended by the server."""
        self._driver = driver
        self._database = database
        self._seconds = seconds
        self.last_bookmarks: list[str] = list(bookmarks)

    def patient(self, seconds: float) -> Self:
        """The same graph for work that may take up to `seconds` in one transaction, as an import does."""
        other = copy.copy(self)
        other._seconds = seconds  # noqa: SLF001 — a copy of our own
        return other

    def read(
        self, work: Callable[Concatenate[Transaction, Given], Result], *args: Given.args, **named: Given.kwargs
    ) -> Result:
        """Run `work(tx, …)` in a transaction that can only read; raises Unavailable when it cannot be had."""
        return self._execute("r", work, *args, **named)

    def write(
        self, work: Callable[Concatenate[Transaction, Given], Result], *args: Given.args, **named: Given.kwargs
    ) -> Result:
        """Run `work(tx, …)` in a transaction that may write; all of it happens or nothing."""
        return self._execute("w", work, *args, **named)

    def _execute(
        self,
        mode: str,
        work: Callable[Concatenate[Transaction, Given], Result],
        *args: Given.args,
        **named: Given.kwargs,
    ) -> Result:
        try:
            with self._driver.session(database=self._database, bookmarks=self._bookmarks()) as session:
                execute = session.execute_read if mode == "r" else session.execute_write
                timed = unit_of_work(timeout=self._seconds)(work) if self._seconds else work
                result: Result = execute(timed, *args, **named)
                if mode == "w":
                    self.last_bookmarks = sorted(session.last_bookmarks().raw_values)
                return result
        except (ServiceUnavailable, TransientError) as error:
            sentence = "the database does not answer"
            raise Unavailable(sentence, _CURE) from error
        except ClientError as error:
            known = [(sentence, cure) for sign, sentence, cure in _REFUSALS if sign in str(error.code)]
            if not known:
                raise
            raise Unavailable(*known[0]) from error
        except DriverError as error:
            sentence = "the connection with the database is closed"
            raise Unavailable(sentence, _CURE) from error

    def _bookmarks(self) -> Bookmarks | None:
        return Bookmarks.from_raw_values(self.last_bookmarks) if self.last_bookmarks else None
