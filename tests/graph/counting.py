"""How many nodes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store import Graph, Transaction


def count(graph: Graph, name: str) -> int:
    def work(tx: Transaction) -> int:
        return tx.run("MATCH (node) WHERE $name IN labels(node) RETURN count(node) AS n", name=name).single()["n"]

    return graph.read(work)


# Accounts
