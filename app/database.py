"""The graph of this request: one driver per worker, bookmarks from the visitor's own session."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from flask import current_app, g, session

from graph.store import Graph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask import Flask, Response

    from graph.server import Address

_BOOKMARKS = "bookmarks"


def connect(app: Flask, address: Address) -> None:
    """Let `app` use the database at `address`; the driver connects when it is first used."""
    # A worker makes its own, when it is first used: a connection does not survive a fork.
    driver = cache(address.driver)

    def open_graph(bookmarks: Iterable[str]) -> Graph:
        seconds = app.config["QUERY_SECONDS"]
        return Graph(driver(), database=address.database, bookmarks=bookmarks, seconds=seconds)

    app.extensions["graph"] = open_graph
    if address.uri.startswith("neo4j"):
        # Only a cluster needs them; a single server would wait in vain for one from before a restored backup.
        app.after_request(_keep_bookmarks)


def graph() -> Graph:
    """The graph as this person sees it: what they wrote before is there."""
    if "graph" not in g:
        g.graph = current_app.extensions["graph"](session.get(_BOOKMARKS, ()))
    result: Graph = g.graph
    return result


def _keep_bookmarks(response: Response) -> Response:
    used: Graph | None = g.get("graph")
    if used is not None and used.last_bookmarks != session.get(_BOOKMARKS, []):
        session[_BOOKMARKS] = used.last_bookmarks
    return response
