"""`import`: bring in a register, look at what it would do, or take an import back."""

from __future__ import annotations

import contextlib
import json
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import click
from flask_babel import force_locale

from app import import_sentences as sentences
from app.commands import language
from app.commands.connection import connected, say
from graph import duplicates
from graph.imports import files, profile, runs, undo
from graph.imports.refusals import Refused
from graph.imports.runs import Report, Stopped
from graph.model import Kind
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.imports.kept import Kept
    from graph.store import Graph

FEW = 10
_PHASES = {"read": "Reading", "dream": "Counting", "write": "Writing", "undo": "Taking back"}


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path), required=False)
@click.option("--profile", "profile_name", metavar="PROFILE", help="A shipped profile, or a YAML file of your own.")
@click.option("--dry-run", is_flag=True, help="Read all of it, say what would be done, write nothing.")
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON on standard output.")
@click.option(
    "--rejected",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Where rejected rows go; default: beside the file.",
)
@click.option("--undo", "undo_id", metavar="BATCH", help="Take back an import.")
def import_(
    *,
    file: Path | None,
    profile_name: str | None,
    dry_run: bool,
    as_json: bool,
    rejected: Path | None,
    undo_id: str | None,
) -> None:
    """Bring the register FILE (CSV, Excel, GeoJSON) into the graph."""
    if undo_id:
        try:
            _undo(undo_id, as_json=as_json)
        except KeyboardInterrupt:
            say("Stopped while taking back. Run the same command again to go on.")
            sys.exit(1)
        return
    if file is None or profile_name is None:
        raise click.UsageError(f"give a FILE and a --profile: {', '.join(profile.names())}")
    try:
        report = _run(file, profile_name, rejected or _beside(file), dry_run=dry_run)
    except Refused as error:
        with _english():
            say(sentences.refusal(error))
        sys.exit(1)
    except Stopped as error:
        say(f"{error}. Run the same command again to go on.")
        sys.exit(1)
    except KeyboardInterrupt:
        say("Stopped. Nothing of this file was written.")
        sys.exit(1)
    with _english():
        _tell(report)
    figures = _figures(report)
    click.echo(json.dumps(figures) if as_json else "\n".join(f"{name}: {value}" for name, value in figures.items()))


def _run(file: Path, profile_name: str, rejected: Path, *, dry_run: bool) -> Report:
    # What can be refused without the database is refused before it starts.
    profile.load(profile_name)
    files.open_table(file)
    with language.dutch():
        in_words = sentences.in_words()
    with connected() as graph, _Bar() as bar:
        report = runs.run(
            graph,
            actor=SYSTEM,
            path=file,
            profile_name=profile_name,
            rejects_path=rejected,
            in_words=in_words,
            progress=bar.show,
            dry_run=dry_run,
        )
        try:
            _look_for_duplicates(graph, report, bar)
        except KeyboardInterrupt:
            bar.close()
            say("Stopped looking for likely duplicates; the rest is done.")
    return report


def _look_for_duplicates(graph: Graph, report: Report, bar: _Bar) -> None:
    for kind in (Kind.ORGANISATION, Kind.INITIATIVE):
        phase = f"{kind}s that resemble each other"
        pairs = (
            duplicates.among(report.names.get(kind, {}))
            if report.dry_run
            else duplicates.refresh(graph, actor=SYSTEM, kind=kind, told=partial(bar.show, phase))
        )
        bar.close()
        if pairs:
            say(f"{len(pairs)} likely duplicates among {kind.value.lower()}s, for example: {_example(pairs)}")


@contextlib.contextmanager
def _english() -> Iterator[None]:
    """The screen of a command is English, the file of rejected rows is for who keeps the register."""
    with language.dutch(), force_locale("en"):
        yield


def _example(pairs: list[Any]) -> str:
    return "; ".join(f"{pair.first_name} ~ {pair.second_name}" for pair in pairs[:3])


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.stem}.rejected.csv") if file.parent.is_dir() else Path(f"{file.stem}.rejected.csv")


def _figures(report: Report) -> dict[str, Any]:
    names = ("rows", "created", "updated", "unchanged", "rejected", "nodes", "relationships", "seconds", "batch")
    return {name: getattr(report, name) for name in names}


def _tell(report: Report) -> None:
    if report.resumed_at is not None:
        say(f"went on from row {report.resumed_at + 1}")
    in_words = sentences.in_words()
    for each in report.first_rejected[:FEW]:
        value = f" ({each.value})" if each.value else ""
        say(f"line {each.line}, {each.column or '-'}: {in_words(each)}{value}")
    if report.rejected:
        where = f", see {report.rejects_path}" if report.rejects_path else ""
        say(f"{report.rejected} rows rejected{where}")
    for stays in report.corrected[:FEW]:
        say(f"line {stays.line}: changed by somebody, so it stays: {stays.kind} {stays.name} ({stays.field})")
    if len(report.corrected) > FEW:
        say(f"and {len(report.corrected) - FEW} more values that somebody changed and that stay")
    if report.dry_run:
        say("dry run: nothing was written")


def _undo(batch: str, *, as_json: bool) -> None:
    with connected() as graph, _Bar() as bar:
        done = undo.undo(graph, actor=SYSTEM, batch_id=batch, progress=bar.show)
    for kept in done.kept[:FEW]:
        say(f"changed or used since, so it stays: {kept.kind} {kept.name}{_which(kept)}")
    if len(done.kept) > FEW:
        say(f"and {len(done.kept) - FEW} more")
    figures = {
        "batch": done.batch,
        "nodes": done.nodes,
        "relationships": done.relationships,
        "restored": done.restored,
        "kept": len(done.kept),
    }
    click.echo(json.dumps(figures) if as_json else "\n".join(f"{name}: {value}" for name, value in figures.items()))


def _which(kept: Kept) -> str:
    if kept.field is None:
        return ""
    return f" ({kept.field} {kept.other_name})" if kept.other_name else f" ({kept.field})"


class _Bar:
    """A progress bar on standard error, a new one for each part of the work."""

    def __init__(self) -> None:
        self._phase = ""
        self._bar: Any = None
        self._at = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def show(self, phase: str, done: int, of: int) -> None:
        """Move the bar of `phase` to `done`; a phase that begins anew gets a bar anew."""
        if phase != self._phase or done < self._at:
            self.close()
            self._phase, self._at = phase, 0
            self._bar = click.progressbar(length=of, label=_PHASES.get(phase, phase), file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._at)
        self._at = done

    def close(self) -> None:
        """End the bar that is shown."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar, self._phase = None, ""
