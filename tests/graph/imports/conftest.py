"""A file of its own for each test, and a way to bring it in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph.imports import runs
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.imports.runs import Report
    from graph.store import Graph

REAL = Path(__file__).parents[4] / "shared" / "data"

REGISTER = "Naam;Project;Regeling;Organisatie;Thema;Jaar;Periodiciteit;Aangevraagd;Verleend"


@pytest.fixture
def bring(graph: Graph, tmp_path: Path) -> Callable[..., Report]:
    """Bring in a text, bytes or file: `bring("goals", "code;tekst\\nD1;Meer groen")`."""

    def do(profile: str, content: str | bytes | Path, name: str = "bestand.csv", **named: Any) -> Report:
        path = content if isinstance(content, Path) else tmp_path / name
        if not isinstance(content, Path):
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        named.setdefault("rejects_path", tmp_path / "afgekeurd.csv")
        return runs.run(graph, actor=SYSTEM, path=path, profile_name=profile, **named)

    return do


@pytest.fixture
def ask(tx: Any) -> Callable[..., Any]:
    """One value out of the graph, for what a test says about it."""

    def do(query: str, **parameters: Any) -> Any:
        record = tx.run(query, parameters).single()
        return record[0] if record else None

    return do


def register(*rows: str) -> str:
    """A register with these rows."""
    return "\n".join([REGISTER, *rows]) + "\n"


def figures(report: Report) -> list[int]:
    """What a report counts, for a dry run beside a run: rows created, updated, unchanged and rejected, nodes, links."""
    rows = [report.created, report.updated, report.unchanged, report.rejected]
    return [*rows, report.nodes, report.relationships]
