"""`evaluate`: hide known links, and see whether the engine and the simple methods find them."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.commands.connection import connected, say
from graph.evaluation import files, projection, run
from graph.evaluation.exposure import LEAST_SHARE, STARVED_BELOW, By
from graph.evaluation.measures import HITS_AT
from graph.evaluation.splitting import Hide
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.evaluation.exposure import Group
    from graph.evaluation.measures import Estimate
    from graph.evaluation.run import Report, Row

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--hide", type=click.Choice([each.value for each in Hide]), help="Which links are hidden and asked for.")
@click.option(
    "--share", type=click.FloatRange(0, 1, min_open=True), default=0.2, show_default=True, help="Which share."
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed hides the same links.")
@click.option("--train", type=FILE, help="Links as a file instead of the graph: initiative,kind,target[,since].")
@click.option("--initiatives", type=FILE, help="With --train: the generic sheet of initiatives.")
@click.option("--hidden", type=FILE, help="With --train: initiative,target or initiative_a,initiative_b.")
@click.option("--json", "as_json", is_flag=True, help="Everything as JSON.")
def evaluate(
    *,
    hide: str | None,
    share: float,
    seed: int,
    train: Path | None,
    initiatives: Path | None,
    hidden: Path | None,
    as_json: bool,
) -> None:
    """How often the right one is among the first ten, for links that are known but hidden. Changes nothing."""
    if train:
        reports = _from_files(train, initiatives, hidden, hide, share=share, seed=seed)
    elif hide is None or hidden or initiatives:
        message = "Say what to --hide, or give --train and --hidden."
        raise click.UsageError(message)
    else:
        with connected() as graph:
            seen = graph.read(projection.read, actor=SYSTEM)
        reports = run.evaluate(seen, Hide(hide), share=share, seed=seed)
    if not reports:
        message = "There are no such links to hide."
        raise click.ClickException(message)
    if as_json:
        click.echo(json.dumps([_plain(each) for each in reports], ensure_ascii=False, indent=1))
    else:
        for each in reports:
            _table(each)


def _from_files(
    train: Path, initiatives: Path | None, hidden: Path | None, hide: str | None, *, share: float, seed: int
) -> list[Report]:
    chosen = Hide(hide) if hide else None
    try:
        if hidden:
            split = files.split(train, hidden, initiatives=initiatives, hide=chosen)
            return [run.report(split, name="hidden file", seed=seed)] if split.questions else []
        if chosen is None:
            message = "Say what to --hide, or give --hidden."
            raise click.UsageError(message)
        return run.evaluate(files.read(train, initiatives=initiatives), chosen, share=share, seed=seed)
    except files.Unreadable as error:
        raise click.ClickException(str(error)) from error


def _plain(report: Report) -> dict[str, Any]:
    made = dataclasses.asdict(report)
    made["methods"] = {row.method: _figures(row) for row in report.rows}
    del made["rows"]
    return made


def _figures(row: Row) -> dict[str, Any]:
    figures: dict[str, Any] = {f"hits@{k}": dataclasses.asdict(each) for k, each in zip(HITS_AT, row.hits, strict=True)}
    figures["mrr"] = dataclasses.asdict(row.mrr)
    figures["exposure_gini"] = row.exposure_gini
    if row.difference is not None:
        figures["engine_minus_this_hits@10"] = dataclasses.asdict(row.difference)
        figures["engine_is"] = row.engine_is
    return figures


def _table(report: Report) -> None:
    click.echo(
        f"\n{report.hide.value}, split: {report.split}. {report.questions} hidden links of {report.askers} "
        f"initiatives, {report.candidates} candidates."
    )
    if not report.learnt_from:
        say("Too few links to learn weights from: the safe weights were used.")
    click.echo(
        f"{'method':<26}{'hits@1':>18}{'hits@5':>18}{'hits@10':>18}{'MRR':>18}{'Gini':>7}"
        "  engine is (difference in hits@10)"
    )
    for row in report.rows:
        cells = "".join(f"{_cell(each):>18}" for each in (*row.hits, row.mrr))
        verdict = f"{row.engine_is} ({_signed(row.difference)})" if row.difference and row.engine_is else ""
        click.echo(f"{row.method:<26}{cells}{row.exposure_gini:>7.2f}  {verdict}".rstrip())
    _exposure(report.groups)
    heavy = sorted(report.weights.items(), key=lambda each: -abs(each[1]))
    click.echo("weights: " + ", ".join(f"{name} {weight:g}" for name, weight in heavy))


def _exposure(groups: Sequence[Group]) -> None:
    """How often each group is among the first ten, as a part of what its share of the candidates would give it."""
    for by in By:
        told = [f"{each.name} {each.ratio:.2f}" for each in groups if each.by is by and each.starved is not None]
        if told:
            click.echo(f"shown beside its share, by {by.value}: {', '.join(told)}")
    starved = [f"{each.name} ({each.ratio:.2f})" for each in groups if each.starved]
    if starved:
        click.echo(f"starved, below {STARVED_BELOW:g} of its share: {', '.join(starved)}")
    elif groups:
        click.echo(
            f"no group of at least {LEAST_SHARE:.0%} of the candidates gets less than {STARVED_BELOW:g} of its share"
        )


def _cell(each: Estimate) -> str:
    return f"{each.value:.3f} {each.low:.2f}–{each.high:.2f}"


def _signed(each: Estimate) -> str:
    return f"{each.value:+.3f}, {each.low:+.3f} to {each.high:+.3f}"
