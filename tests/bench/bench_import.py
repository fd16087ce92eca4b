"""How fast a register comes in, end to end, and whether memory stays flat.

Registers of two sizes are made like the real ones (one recipient for every two and a half grants, 120 schemes, 15
teams, 14 themes), brought into an empty embedded database, and taken back. The rate counts from opening the file to
the last commit; the first, small import warms the server up.
"""

from __future__ import annotations

import csv
import os
import random
import resource
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph import schema
from graph.imports import runs
from graph.rights import SYSTEM
from graph.server import DatabaseSettings, open_database
from graph.store import Graph

if TYPE_CHECKING:
    from graph.imports.runs import Report

SIZES = (10_000, 50_000, 100_000)
AIM = 5_000
FLAT_MEGABYTES = 100
HEADINGS = ("Naam", "Project", "Regeling", "Organisatie", "Thema", "Jaar", "Periodiciteit", "Aangevraagd", "Verleend")
WORDS = [
    "buurt",
    "tuin",
    "feest",
    "muziek",
    "ouderen",
    "jongeren",
    "taal",
    "sport",
    "groen",
    "koken",
    "theater",
    "wijk",
    "school",
    "zorg",
    "fiets",
    "markt",
    "haven",
    "molen",
    "straat",
    "plein",
    "kunst",
    "dans",
    "verhaal",
    "museum",
    "boom",
    "water",
    "energie",
    "dak",
    "kleding",
    "repareren",
    "lezen",
    "schaken",
    "zwemmen",
    "wandelen",
]


def run() -> bool:
    """Print the figures; whether the aims were reached."""
    rates, peaks = [], []
    with tempfile.TemporaryDirectory() as folder:
        data = DatabaseSettings(data=Path(folder) / "data")
        with open_database(data) as address, address.driver() as driver:
            graph = Graph(driver, database=address.database)
            schema.migrate(graph)
            click.echo(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
            for size in SIZES:
                report = _bring(graph, Path(folder) / f"{size}.csv", size)
                rates.append(report.rows / report.seconds)
                peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
                click.echo(
                    f"{size:>7} rows: {report.seconds:6.1f} s, {rates[-1]:7,.0f} rows/s, {report.nodes:,} nodes, "
                    f"{report.relationships:,} relationships, peak memory {peaks[-1]:.0f} MB"
                )
    fast, flat = max(rates) >= AIM, peaks[-1] - peaks[0] < FLAT_MEGABYTES
    click.echo(f"aim: {AIM:,} rows/s: {'reached' if fast else 'missed'}; memory flat: {'yes' if flat else 'no'}")
    return fast and flat


def _bring(graph: Graph, path: Path, size: int) -> Report:
    chance = random.Random(size)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS)
        writer.writerows(_row(chance, number, size) for number in range(size))
    return runs.run(graph, actor=SYSTEM, path=path, profile_name="subsidy-register")


def _row(chance: random.Random, number: int, size: int) -> list[str]:
    recipient = "(Particulier)" if chance.random() < 1 / 6 else f"Stichting {size} {chance.randrange(size * 2 // 5)}"
    project = f"{' '.join(chance.sample(WORDS, 4))} {number * 9 // 10}"
    team = f"stadsdeel {chance.randrange(8)}" if chance.random() < 0.6 else f"Team {chance.randrange(7)}"
    asked = chance.randrange(1, 900) * 50
    amounts = [f"€ {asked:,}".replace(",", "."), f"{chance.choice((0, asked)):,}".replace(",", ".") + ",00"]
    theme = f"Thema {chance.randrange(14)}"
    return [recipient, project, f"Regeling {chance.randrange(120)}", team, theme, "2016", "Eenmalig", *amounts]


if __name__ == "__main__":
    sys.exit(0 if run() else 1)
