"""Rows as a table, JSON or CSV on standard output."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING, Any

import click

from graph.cells import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FORMATS = click.Choice(["table", "json", "csv"])
WIDEST = 60


def show(rows: Iterable[Mapping[str, Any]], *, columns: Sequence[str], as_format: str) -> None:
    """Print `rows`; CSV with cells that no spreadsheet takes for a formula, a table with long cells cut off.

    JSON and CSV are printed row by row as they come, since there can be a million.
    """
    if as_format == "json":
        _json(rows)
    elif as_format == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([harmless(row[column]) for column in columns] for row in rows)
    else:
        _table(list(rows), columns)


def _json(rows: Iterable[Mapping[str, Any]]) -> None:
    click.echo("[", nl=False)
    for position, row in enumerate(rows):
        text = json.dumps(dict(row), ensure_ascii=False, default=str)
        click.echo((",\n " if position else "\n ") + text, nl=False)
    click.echo("\n]")


def _table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    cells = [[_cut(str("" if row[column] is None else row[column])) for column in columns] for row in rows]
    widths = [max(len(each) for each in column) for column in zip(columns, *cells, strict=True)]
    for line in [list(columns), *cells]:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
