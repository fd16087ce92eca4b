"""The best bridges of every initiative: reading, computing and writing apart, beside the peers that do it fastest."""

from __future__ import annotations

import itertools
import os
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import click
import numpy as np
import psutil

from graph.bridges import answers, arrays, everybody, kept, refreshing
from graph.rights import SYSTEM
from tests.bench.peers import Peers

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.bridges.arrays import Arrays
    from graph.store import Graph, Transaction

# The peers that would take minutes do a share of the rows, and the time is multiplied.
SHARE = 20
AIM = 3.0


def machine() -> str:
    """What this is measured on, and how busy it is."""
    memory = psutil.virtual_memory()
    return (
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {memory.total / 1e9:.0f} GB, "
        f"BRUGGENBOUWER_MEMORY={os.environ.get('BRUGGENBOUWER_MEMORY', 'not set')}"
    )


def measure(graph: Graph, *, small: bool) -> bool:
    """Keep the bridges of everybody and let the peers do the same; whether the aims were reached and all was exact.

    Aims: computing the evidence that the peers know faster than the fastest of them, and reading, computing and writing
    all evidence in at most `AIM` times its time.
    """
    done = refreshing.refresh(graph, actor=SYSTEM)
    town = graph.read(_read)
    peers = Peers(town, limit=answers.LIMIT, sparse_only=True)
    alone, seconds = _timed(lambda: _scores(replace(town, near=[])))
    share = len(town.ids) // SHARE
    by_scipy, of_scipy = _timed(lambda: peers.all_by_scipy(0, share))
    wrong = sum(ours != theirs for ours, theirs in zip(alone, by_scipy, strict=False))
    times = {"scipy.sparse (a twentieth, times 20)": of_scipy * SHARE}
    for threads in (1, 2):
        rows, part = (len(town.ids), "") if small else (share, " (a twentieth, times 20)")
        found, took = _timed(lambda rows=rows, threads=threads: peers.all_by_top_n(rows, threads))
        wrong += sum(ours != theirs for ours, theirs in zip(alone, found, strict=False))
        times[f"sparse_dot_topn, {threads} thread{'s' * (threads > 1)}{part}"] = took * len(town.ids) / rows
    fastest, whole = min(times.values()), sum(done.seconds.values())
    click.echo("| all initiatives | seconds |\n|---|---|")
    for part, took in done.seconds.items():
        click.echo(f"| ours: {part} | {took:.1f} |")
    click.echo(f"| ours: the whole | {whole:.1f} |\n| ours: compute, only what is shared itself | {seconds:.1f} |")
    for name, took in times.items():
        click.echo(f"| {name} | {took:.1f} |")
    # The peers know no near goals, themes, areas and notes: only what is shared itself is the same evidence.
    good = seconds < fastest and whole <= AIM * fastest
    click.echo(
        f"\n{done.bridges:,} bridges of {done.initiatives:,} initiatives in {done.bytes / 1e6:.1f} MB; differs from "
        f"the peers: {wrong}; in times the fastest peer: compute on the same evidence {seconds / fastest:.2f}, on all "
        f"evidence {done.seconds['compute'] / fastest:.2f}, the whole {whole / fastest:.2f}: "
        f"{'reached' if good else 'missed'}\n"
    )
    return good and wrong == 0


def _read(tx: Transaction) -> Arrays:
    return arrays.read(tx, visible=SYSTEM.visible, weights=kept.for_actor(tx, actor=SYSTEM))


def _scores(town: Arrays) -> list[list[int]]:
    found: list[list[int]] = []
    for block in everybody.best(town, limit=answers.LIMIT):
        bounds = np.searchsorted(block.row, np.arange(block.stop - block.start + 1)).tolist()
        score = block.score.tolist()
        found += [score[begin:end] for begin, end in itertools.pairwise(bounds)]
    return found


def _timed(work: Callable[[], list[list[int]]]) -> tuple[list[list[int]], float]:
    began = time.perf_counter()
    found = work()
    return found, time.perf_counter() - began
