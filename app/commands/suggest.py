"""`bruggenbouwer suggest`: the best bridges of one initiative or of all, as a table, JSON or CSV."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import click

from app.commands import missing, output
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
@click.option("--format", "as_format", type=output.FORMATS, default="table", show_default=True, help="How to print it.")
def suggest(initiative: str | None, kind: str, limit: int, as_format: str, *, everybody: bool) -> None:
    """Which initiatives should meet INITIATIVE (id, external id or name), or what it likely lacks, and why."""
    if everybody == bool(initiative):
        message = "Name one initiative, or say --all."
        raise click.UsageError(message)
    with connected() as graph:
        chosen = None if initiative is None else missing.named(graph, initiative)
        rows = (
            _bridges(graph, chosen, limit) if kind == BRIDGES else missing.rows(graph, Hide(kind), chosen, limit=limit)
        )
        if as_format == "table":
            _table(rows)
        else:
            output.show(rows, columns=COLUMNS, as_format=as_format)


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


def _table(rows: Iterable[dict[str, Any]]) -> None:
    # Under the name of each initiative, because the sentence that says why must be read whole.
    for name, them in itertools.groupby(rows, key=lambda row: (row["initiative_id"], row["initiative"])):
        click.echo(f"{name[1]}  ({name[0]})")
        for position, row in enumerate(them, start=1):
            click.echo(f"{position:>4}. {row['suggested']}  ({row['score']:.4f})")
            click.echo(f"      {row['reasons']}")
