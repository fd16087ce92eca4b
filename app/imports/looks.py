"""What a look at an uploaded file found, kept beside the file: the look runs behind the page, which asks how far it is.

On disk and not in memory, because the next page may come from another process.
"""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph.imports.corrections import Corrected
from graph.imports.refusals import Refusal, Refused, Rejected
from graph.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.imports.uploads import Upload
    from graph.imports.runs import Report

SHOWN = 50
# The look says once a second how far it is; one part of it may take the 60 seconds that the database gives.
QUIET_SECONDS = 300
# Reading comes first, then counting what it would make; they take about as long.
_PARTS = {"read": 0, "dream": 50}


class Stage(StrEnum):
    """How far a look is."""

    LOOKING = "looking"
    READY = "ready"
    REFUSED = "refused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Look:
    """A look at an uploaded file: `percent` while it goes on, the figures when it is ready, else why it is refused."""

    stage: Stage
    percent: int = 0
    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    nodes: int = 0
    relationships: int = 0
    first_rejected: tuple[Rejected, ...] = ()
    corrected: int = 0
    first_corrected: tuple[Corrected, ...] = ()
    reason: str | None = None
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def refused(self) -> Refused | None:
        """Why the file is refused."""
        return Refused(Refusal(self.reason), **self.details) if self.reason else None


_FIGURES = ("rows", "created", "updated", "unchanged", "rejected", "nodes", "relationships")


def begin(upload: Upload) -> Callable[[str, int, int], None]:
    """Say that the look begins; gives what tells how far it is."""
    _write(upload, Look(Stage.LOOKING))
    said = time.monotonic()

    def progress(phase: str, done: int, of: int) -> None:
        nonlocal said
        if time.monotonic() - said >= 1:
            said = time.monotonic()
            _write(upload, Look(Stage.LOOKING, percent=_PARTS[phase] + 50 * done // max(of, 1)))

    return progress


def ready(upload: Upload, report: Report) -> None:
    """Keep what the look found: the first few of what stays, and of the rejected rows, those without their cells."""
    shown = tuple(
        Rejected(each.line, each.column, each.reason, each.value, (), each.accepted)
        for each in report.first_rejected[:SHOWN]
    )
    found = Look(
        Stage.READY,
        first_rejected=shown,
        corrected=len(report.corrected),
        first_corrected=tuple(report.corrected[:SHOWN]),
        **{name: getattr(report, name) for name in _FIGURES},
    )
    _write(upload, found)


def refused(upload: Upload, error: Refused) -> None:
    """Keep why the file is refused."""
    _write(upload, Look(Stage.REFUSED, reason=error.reason, details=error.details))


def stopped(upload: Upload) -> None:
    """Say that the look broke off."""
    _write(upload, Look(Stage.STOPPED))


def of(upload: Upload) -> Look:
    """How far the look is; one that was silent for long has stopped, as one that never began."""
    path = upload.look_path
    if not path.is_file():
        return Look(Stage.STOPPED)
    said = json.loads(path.read_text(encoding="utf-8"))
    rows = tuple(
        Rejected(**{**row, "cells": (), "accepted": tuple(row["accepted"])}) for row in said.pop("first_rejected")
    )
    stays = tuple(Corrected(**{**each, "kind": Kind(each["kind"])}) for each in said.pop("first_corrected", ()))
    found = Look(**{**said, "stage": Stage(said["stage"]), "first_rejected": rows, "first_corrected": stays})
    if found.stage is Stage.LOOKING and time.time() - path.stat().st_mtime > QUIET_SECONDS:
        return Look(Stage.STOPPED)
    return found


def _write(upload: Upload, look: Look) -> None:
    """In one go, so that a page never reads half of it."""
    half = upload.look_path.with_suffix(".part")
    half.write_text(json.dumps(asdict(look), default=str), encoding="utf-8")
    half.replace(upload.look_path)
