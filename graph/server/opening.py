"""The one door to a database: one that is there already, one in a container for tests, or the embedded one."""

from __future__ import annotations

import contextlib
import importlib
from typing import TYPE_CHECKING

from graph.errors import Unavailable
from graph.server import embedded
from graph.server.address import Address
from graph.server.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.server.settings import DatabaseSettings


@contextlib.contextmanager
def open_database(
    settings: DatabaseSettings, progress: Progress | None = None, *, quick: bool = False
) -> Iterator[Address]:
    """The address of a database that can be used as long as the `with` lasts.

    `progress` is told a sentence at each step that may take seconds. `quick` starts the embedded database fast rather
    than for load (tests). Raises `graph.errors.Unavailable`, with a cure, when there is no database to be had.
    """
    with contextlib.ExitStack() as stack:
        if settings.uri:
            yield existing(settings)
        elif settings.test_server == "container":
            # Only tests have the package behind this module, so nobody else imports it.
            yield stack.enter_context(importlib.import_module("graph.server.container").use())
        else:
            yield stack.enter_context(embedded.use(settings, progress=progress or silent, quick=quick))


def existing(settings: DatabaseSettings) -> Address:
    """The database at NEO4J_URI; raises Unavailable when its password is missing or the one everybody knows."""
    try:
        password = settings.login_password()
    except OSError as error:
        sentence = f"the file in NEO4J_PASSWORD_FILE cannot be read: {error.strerror}"
        raise Unavailable(
            sentence, "Let NEO4J_PASSWORD_FILE name a file with the password on its first line."
        ) from error
    if not password:
        raise Unavailable("NEO4J_URI is set without a password", "Set NEO4J_PASSWORD or NEO4J_PASSWORD_FILE.")
    if password == "neo4j":  # noqa: S105 — the default that is refused
        sentence = "the password of the database is Neo4j's default"
        raise Unavailable(sentence, "Change it in Neo4j (ALTER CURRENT USER SET PASSWORD) and set NEO4J_PASSWORD.")
    return Address(uri=settings.uri, username=settings.username, password=password, database=settings.database)
