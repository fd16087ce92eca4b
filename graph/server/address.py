"""The address of a database: everything a driver needs, and nothing about where it runs."""

from __future__ import annotations

from dataclasses import dataclass, field

import neo4j
from neo4j.exceptions import ConfigurationError

from graph.errors import Unavailable


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database answers and how to log in; printing it does not show the password."""

    uri: str
    username: str
    password: str = field(repr=False)
    database: str

    def driver(self, *, notifications: bool = False) -> neo4j.Driver:
        """A new driver, which the caller closes; `notifications` brings the server's remarks on queries along.

        It connects when it is first used. Raises Unavailable when no driver takes the address.
        """
        try:
            return neo4j.GraphDatabase.driver(
                self.uri,
                auth=(self.username, self.password),
                notifications_min_severity=None if notifications else "OFF",
                telemetry_disabled=True,
            )
        except ConfigurationError as error:
            raise Unavailable(f"NEO4J_URI cannot be used: {error}", "Set it to an address such as bolt://…") from error


def driver(address: Address) -> neo4j.Driver:
    """A new driver for `address`, which the caller closes."""
    return address.driver()
