"""Bring a file into the graph: look through all of it, then write chunk after chunk.

    report = runs.run(graph, actor=actor, path=path, profile_name="subsidy-register")

A run that is cut off goes on from the first row that was not written when the same file is brought in again.
"""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graph import ids
from graph.errors import AlreadyExists, GraphError
from graph.imports import (
    areas,
    batches,
    corrections,
    dreams,
    files,
    known,
    look,
    pace,
    profile,
    remembered,
    stand_ins,
    writing,
)
from graph.imports.rejects import RejectsFile
from graph.imports.writing import Counts, in_chunks
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.imports.batches import Begun
    from graph.imports.chunks import Plan
    from graph.imports.corrections import Corrected, Stays
    from graph.imports.known import Known
    from graph.imports.look import InWords, Look, Progress
    from graph.imports.refusals import Rejected
    from graph.imports.writing import Chunk
    from graph.rights import Actor
    from graph.store import Graph

CHUNK = 2_000
PATIENCE = 60.0
TRIES = 4


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, or would do when `dry_run`; `corrected` is what people changed and the file leaves so."""

    rows: int
    created: int
    updated: int
    unchanged: int
    rejected: int
    nodes: int
    relationships: int
    seconds: float
    batch: str | None
    dry_run: bool = False
    resumed_at: int | None = None
    rejects_path: Path | None = None
    first_rejected: list[Rejected] = field(default_factory=list)
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    corrected: list[Corrected] = field(default_factory=list)


class Stopped(GraphError):
    """The import did not come to its end; `next_row` rows were written and stay, and the same command goes on."""

    def __init__(self, batch: str, next_row: int, rows: int) -> None:
        super().__init__(f"import {batch} stopped after {next_row} of {rows} rows")
        self.batch, self.next_row, self.rows = batch, next_row, rows


@pace.undisturbed()
def run(
    graph: Graph,
    *,
    actor: Actor,
    path: Path,
    profile_name: str,
    file_name: str | None = None,
    rejects_path: Path | None = None,
    in_words: InWords = look.in_code,
    progress: Progress = look.silent,
    dry_run: bool = False,
    chunk_size: int = CHUNK,
) -> Report:
    """Bring in the file at `path` and say what was done; with `dry_run` nothing is written.

    Raises Refused (the file is not what it claims), NotAllowed, Stopped (the database went away or somebody pressed
    Ctrl-C while it wrote; run it again).
    """
    actor.must(Permission.IMPORT)
    began = time.monotonic()
    graph = graph.patient(PATIENCE)
    used = profile.load(profile_name)
    table = files.open_table(path)
    there = graph.read(known.load, profile=used)
    with RejectsFile(rejects_path, table.headings) as rejects:
        seen = look.look(
            graph,
            actor=actor,
            table=table,
            profile=used,
            known=there,
            rejects=rejects,
            in_words=in_words,
            progress=progress,
        )
    if dry_run:
        counts, corrected = dreams.dream(graph, seen, there, size=chunk_size, progress=progress)
        return _report(seen, counts, began, corrected, dry_run=True)
    there.keys = remembered.of_graph(graph, namespace=used.namespace, rows=seen.rows)
    begun = graph.write(
        batches.begin,
        actor=actor,
        batch_id=ids.new_id(),
        profile=used.name,
        checksum=files.checksum(path),
        properties={"file_name": file_name or path.name, "rows": seen.rows, "rejected": seen.rejected},
    )
    writer = _Run(graph, actor, seen, there, begun, progress, chunk_size)
    try:
        writer.write()
        state = "finished"
    except BaseException as error:
        _say_stopped(graph, begun.id, time.monotonic() - began)
        if isinstance(error, GraphError | KeyboardInterrupt):
            raise Stopped(begun.id, writer.next_row, seen.rows) from error
        raise
    graph.write(batches.finish, batch_id=begun.id, state=state, seconds=time.monotonic() - began)
    counts = writer.counts
    if begun.resumed:
        whole = graph.read(batches.one, actor=actor, batch_id=begun.id)
        counts = Counts(whole.created, whole.updated, whole.unchanged, whole.nodes, whole.relationships)
    resumed_at = begun.next_row if begun.resumed else None
    return _report(seen, counts, began, list(writer.corrected.values()), batch=begun.id, resumed_at=resumed_at)


class _Run:
    """The second pass: while the database writes one chunk, the next is being read."""

    def __init__(
        self, graph: Graph, actor: Actor, seen: Look, there: Known, begun: Begun, progress: Progress, size: int
    ) -> None:
        self._graph, self._actor, self._seen, self._known, self._begun = graph, actor, seen, there, begun
        self._progress, self._size = progress, size
        self._may_speak = look.may_speak(seen.contradicted)
        self._states = bytearray(seen.rows)
        self.counts = Counts()
        self.corrected: Stays = {}
        self.next_row = begun.next_row

    def write(self) -> None:
        """Write all rows, then the tree between them, then what follows from all of them."""
        with ThreadPoolExecutor(1, thread_name_prefix="import") as pool:
            self._in_turn(pool, in_chunks(self._seen, self._begun.next_row, self._size))
            if self._seen.profile.self_links:
                keys = self._known.keys
                self._known = self._graph.read(known.load, profile=self._seen.profile, all_of_them=True)
                self._known.keys = keys
                self._in_turn(pool, in_chunks(self._seen, 0, self._size, tree=True))
        if self._seen.profile.areas:
            self.counts.add(self._graph.write(areas.connect, actor=self._actor, batch=self._begun.id))
        if self._seen.profile.stand_ins:
            drafts = [draft for draft in self._seen.drafts() if draft and draft.stands_in]
            self.counts.add(
                self._graph.write(
                    stand_ins.connect, actor=self._actor, batch=self._begun.id, drafts=drafts, known=self._known
                )
            )

    def _in_turn(self, pool: ThreadPoolExecutor, found: Iterator[Chunk]) -> None:
        running: Future[None] | None = None
        for chunk in found:
            if running:
                running.result()
            running = pool.submit(self._one, chunk)
        if running:
            running.result()

    def _one(self, chunk: Chunk) -> None:
        for attempt in range(1, TRIES + 1):
            try:
                written = self._graph.write(
                    writing.write,
                    actor=self._actor,
                    batch=self._begun.id,
                    chunk=chunk,
                    known=self._known,
                    may_speak=self._may_speak,
                )
                break
            except (AlreadyExists, writing.Moved):
                # Somebody made, merged or took away the same record between our look and our write: look again.
                if attempt == TRIES:
                    raise
                self._known.keys.doubt()
        if written is not None:
            counts, plan = written
            self._known.keys.add(named.key for new in plan.new.values() for named, _ in new)
            self._known.keys.note(plan.compared | plan.made_places)
            self.counts.add(counts)
            corrections.note(self.corrected, plan.corrected)
            self._note(plan, tree=chunk.tree)
        if not chunk.tree:
            self.next_row = chunk.next_row
        self._progress("write", chunk.next_row, self._seen.rows)

    def _note(self, plan: Plan, *, tree: bool) -> None:
        """A row that only laid its place in the tree was updated, not unchanged."""
        for row, what in plan.rows.items():
            if not tree:
                self._states[row] = what != "unchanged"
            elif what != "unchanged" and not self._states[row] and self._begun.next_row == 0:
                self._states[row] = 1
                self._count(Counts(updated=1, unchanged=-1))

    def _count(self, counts: Counts) -> None:
        self.counts.add(counts)
        self._graph.write(batches.count, batch_id=self._begun.id, counts=counts)


def _report(
    seen: Look,
    counts: Counts,
    began: float,
    corrected: list[Corrected],
    *,
    batch: str | None = None,
    dry_run: bool = False,
    resumed_at: int | None = None,
) -> Report:
    return Report(
        rows=seen.rows,
        created=counts.created,
        updated=counts.updated,
        unchanged=counts.unchanged,
        rejected=seen.rejected,
        nodes=counts.nodes,
        relationships=counts.relationships,
        seconds=round(time.monotonic() - began, 3),
        batch=batch,
        dry_run=dry_run,
        resumed_at=resumed_at,
        rejects_path=seen.rejects_path if seen.rejected else None,
        first_rejected=seen.first_rejected,
        names=seen.names,
        corrected=corrected,
    )


def _say_stopped(graph: Graph, batch_id: str, seconds: float) -> None:
    try:
        graph.write(batches.finish, batch_id=batch_id, state="stopped", seconds=seconds)
    except GraphError:
        return  # the database is away; the state stays `running`, which also goes on from next_row
