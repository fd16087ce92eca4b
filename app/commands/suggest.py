"""`bruggenbouwer suggest`: the best bridges of one initiative or of all, as a table, JSON or CSV."""

from __future__ import annotations

import csv
import itertools
import json
import sys
from typing import TYPE_CHECKING, Any

import click

from app.commands import missing
from app.commands.connection import connected
from app.sentences import why
from graph.bridges import suggestions
from graph.evaluation.splitting import Hide
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.bridges.suggestions import Named, Suggestion
    from graph.store import Graph

COLUMNS = (
    "initiative_id",
    "initiative_external_id",
    "initiative",
    "suggested_id",
    "suggested_external_id",
    "suggested",
    "score",
    "reasons",
)
MOST = 1_000
BRIDGES = "bridges"
MISSING = (Hide.PARTNERS, Hide.GOALS, Hide.THEMES)


@click.command()
@click.argument("initiative", required=False)
@click.option(
    "--kind",
    type=click.Choice([BRIDGES, *(each.value for each in MISSING)]),
    default=BRIDGES,
    show_default=True,
    help="Initiatives to meet, or a partner, goal or theme that is likely missing.",
)
@click.option("--all", "everybody", is_flag=True, help="Every initiative, in order of id.")
@click.option(
    "--limit", type=click.IntRange(1, MOST), default=10, show_default=True, help="How many for each initiative."
)
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
def suggest(initiative: str | None, kind: str, limit: int, form: str, *, everybody: bool) -> None:
    """Which initiatives should meet INITIATIVE (id, external id or name), or what it likely lacks, and why."""
    if everybody == bool(initiative):
        message = "Name one initiative, or say --all."
        raise click.UsageError(message)
    with connected() as graph:
        chosen = None if initiative is None else missing.named(graph, initiative)
        rows = (
            _bridges(graph, chosen, limit) if kind == BRIDGES else missing.rows(graph, Hide(kind), chosen, limit=limit)
        )
        {"table": _table, "json": _json, "csv": _csv}[form](rows)


def _bridges(graph: Graph, initiative_id: str | None, limit: int) -> Iterator[dict[str, Any]]:
    found = (
        suggestions.for_all(graph, actor=SYSTEM, limit=limit)
        if initiative_id is None
        else _one(graph, initiative_id, limit)
    )
    return (_row(first, each) for first, them in found for each in them)


def _one(graph: Graph, initiative_id: str, limit: int) -> Iterator[tuple[Named, list[Suggestion]]]:
    first = graph.read(suggestions.name_of, actor=SYSTEM, initiative_id=initiative_id)
    yield first, graph.read(suggestions.for_initiative, actor=SYSTEM, initiative_id=initiative_id, limit=limit)


def _row(first: Named, each: Suggestion) -> dict[str, Any]:
    values = (
        first.id,
        first.external_id,
        first.name,
        each.other.id,
        each.other.external_id,
        each.other.name,
        round(each.score, 9),
        why(first.name, each.other.name, each.reasons),
    )
    return dict(zip(COLUMNS, values, strict=True))


def _json(rows: Iterable[dict[str, Any]]) -> None:
    click.echo("[", nl=False)
    for position, row in enumerate(rows):
        click.echo((",\n " if position else "\n ") + json.dumps(row, ensure_ascii=False), nl=False)
    click.echo("\n]")


def _csv(rows: Iterable[dict[str, Any]]) -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _harmless(value) for name, value in row.items()})


def _harmless(value: Any) -> Any:
    # A spreadsheet reads a cell that begins like this as a formula (CHECKS 13).
    if isinstance(value, str) and value[:1] in tuple("=+-@\t\r\0") + tuple("＝＋－＠"):
        return f"'{value}"
    return value


def _table(rows: Iterable[dict[str, Any]]) -> None:
    for name, them in itertools.groupby(rows, key=lambda row: (row["initiative_id"], row["initiative"])):
        click.echo(f"{name[1]}  ({name[0]})")
        for position, row in enumerate(them, start=1):
            click.echo(f"{position:>4}. {row['suggested']}  ({row['score']:.4f})")
            click.echo(f"      {row['reasons']}")
