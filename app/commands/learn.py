"""`learn-weights`: how heavily each kind of evidence counts, learnt from the contacts that are known."""

from __future__ import annotations

import click

from app.commands.connection import connected, say
from graph.bridges import kept
from graph.bridges.weights import WEIGHTS
from graph.evaluation import bridges
from graph.rights import SYSTEM


@click.command("learn-weights")
@click.option("--safe", is_flag=True, help="Back to the weights that hold when nothing was learnt.")
def learn_weights(*, safe: bool) -> None:
    """Learn the weights of the evidence for bridges from known contacts, and use them from now on."""
    with connected() as graph:
        if safe:
            graph.write(kept.keep, actor=SYSTEM, weights=WEIGHTS, learnt_from=0)
            learnt = bridges.SAFE
        else:
            learnt = bridges.learn_and_keep(graph, actor=SYSTEM)
    if not learnt.learnt_from and not safe:
        say("Too few known contacts to learn from: the safe weights hold.")
    for kind, weight in sorted(learnt.weights.items(), key=lambda each: -each[1]):
        click.echo(f"{kind.value:<12} {weight:g}")
