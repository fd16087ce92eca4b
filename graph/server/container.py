"""Neo4j in a container, for tests on machines with a Docker daemon."""

from __future__ import annotations

import contextlib
import secrets
from typing import TYPE_CHECKING

from testcontainers.community.neo4j import Neo4jContainer

from graph.server.address import Address
from graph.server.version import NEO4J_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

IMAGE = f"neo4j:{NEO4J_VERSION}-community"


@contextlib.contextmanager
def use() -> Iterator[Address]:
    """A fresh Neo4j for as long as the `with` lasts; raises docker's own error when no daemon answers."""
    password = secrets.token_urlsafe(16)
    with Neo4jContainer(image=IMAGE, password=password) as container:
        yield Address(
            uri=container.get_connection_url(), username=container.username, password=password, database="neo4j"
        )
