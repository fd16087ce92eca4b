"""How fast a register comes in, end to end, and whether memory stays flat.

Registers of two sizes are made like the real ones (one recipient for every two and a half grants, 120 schemes, 15
teams, 14 themes), brought into an empty embedded database, and taken back. The rate counts from opening the file to
the last commit; the first, small import warms the server up. What a row costs the processor, on the side of the program
and of the server, says more than the rate on a machine that is busy with other work.
"""

from __future__ import annotations

import csv
import math
import os
import random
import resource
import sys
import tempfile
from pathlib import Path

import click

from graph import schema
from graph.imports import runs
from graph.rights import SYSTEM
from graph.server import DatabaseSettings, embedded, open_database
from graph.store import Graph

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
            server = embedded.running(data)
            for size in SIZES:
                path = _made(Path(folder) / f"{size}.csv", size)
                before = _spent(server.pid if server else 0)
                report = runs.run(graph, actor=SYSTEM, path=path, profile_name="subsidy-register")
                spent = [now - then for now, then in zip(_spent(server.pid if server else 0), before, strict=True)]
                rates.append(report.rows / report.seconds)
                peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
                click.echo(
                    f"{size:>7} rows: {report.seconds:6.1f} s, {rates[-1]:7,.0f} rows/s, {report.nodes:,} nodes, "
                    f"{report.relationships:,} relationships, peak memory {peaks[-1]:.0f} MB"
                )
                program, database = (1e6 * seconds / report.rows for seconds in spent)
                click.echo(
                    f"        processor a row: program {program:.0f} µs, server {database:.0f} µs; "
                    f"load {os.getloadavg()[0]:.1f}"
                )
    fast, flat = max(rates) >= AIM, peaks[-1] - peaks[0] < FLAT_MEGABYTES
    click.echo(f"aim: {AIM:,} rows/s: {'reached' if fast else 'missed'}; memory flat: {'yes' if flat else 'no'}")
    return fast and flat


def _spent(server: int) -> tuple[float, float]:
    """Seconds of processor that this process and the server took so far; Linux only, nan for the server elsewhere."""
    own = sum(os.times()[:2])
    try:
        numbers = Path(f"/proc/{server}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return own, math.nan
    return own, (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")


def _made(path: Path, size: int) -> Path:
    """A register of `size` rows at `path`."""
    chance = random.Random(size)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS)
        writer.writerows(_row(chance, number, size) for number in range(size))
    return path


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
