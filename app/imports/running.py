"""Look at a file, bring it in or take it back behind the page: a register of 100,000 rows takes longer than a page may.

The work runs in a thread of the worker with a graph of its own. When the worker ends halfway, the import says that it
stopped, and the same page goes on with it.
"""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import structlog
from flask import current_app

from app import import_sentences
from app.database import graph
from app.imports import looks
from graph import duplicates
from graph.duplicates.listing import KINDS
from graph.errors import GraphError
from graph.imports import files, profile, runs, undo
from graph.imports.columns import Reader
from graph.imports.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.access import Actor
    from app.imports.uploads import Upload
    from graph.imports.runs import Report

SMALL = 5_000_000

log = structlog.get_logger()


def must_fit(upload: Upload) -> None:
    """Raise Refused at once when the file is no table, or has not the headings of its profile.

    Unpacking a large workbook takes longer than a page may: of such a file the look behind the page says it.
    """
    if upload.path.stat().st_size > SMALL:
        return
    Reader(profile.load(upload.profile), files.open_table(upload.path).headings)


def look(upload: Upload, actor: Actor) -> None:
    """Find out what bringing in the file would do; `looks` tells how far that is."""
    run, progress = _run_of(upload, actor), looks.begin(upload)

    def work() -> None:
        try:
            report = run(progress=progress, dry_run=True)
        except Refused as error:
            looks.refused(upload, error)
        except BaseException:
            looks.stopped(upload)
            raise
        else:
            looks.ready(upload, report)

    _behind_the_page(work)


def bring_in(upload: Upload, actor: Actor) -> None:
    """Bring in the file, and list what is likely double afterwards."""
    using, run = graph(), _run_of(upload, actor)

    def work() -> None:
        run()
        for kind in KINDS:
            duplicates.refresh(using, actor=actor, kind=kind)

    _behind_the_page(work)


def _run_of(upload: Upload, actor: Actor) -> Callable[..., Report]:
    """The import of an uploaded file, with the graph and the words of this request, for when that has ended."""
    return partial(
        runs.run,
        graph(),
        actor=actor,
        path=upload.path,
        profile_name=upload.profile,
        file_name=upload.file_name,
        rejects_path=upload.rejects_path,
        in_words=import_sentences.in_words(),
    )


def take_back(batch_id: str, actor: Actor) -> None:
    """Undo an import."""
    using = graph()
    _behind_the_page(lambda: undo.undo(using, actor=actor, batch_id=batch_id))


def _behind_the_page(work: Callable[[], object]) -> None:
    def logged() -> None:
        try:
            work()
        except GraphError:
            log.exception("import did not come to its end")

    if current_app.testing:
        logged()
    else:
        threading.Thread(target=logged, name="import", daemon=True).start()
