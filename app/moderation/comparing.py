"""A proposed change laid beside what stands there now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.submitted import field_words, value_words
from graph import records

if TYPE_CHECKING:
    from graph.records import RecordNow
    from graph.rights import Actor
    from graph.store import Transaction
    from graph.submissions import Sent


@dataclass(frozen=True, slots=True)
class Line:
    """One field with both texts."""

    label: str
    now: str
    proposed: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What would change, the version it is compared with, and whether that is newer than the initiator saw."""

    version: int
    is_newer: bool
    lines: tuple[Line, ...]


def compare(tx: Transaction, *, actor: Actor, sent: Sent) -> Comparison | None:
    """The proposal beside the record as it is, or what it was merged into; None when the record is gone."""
    if sent.about is None:
        return None
    now: RecordNow = records.read(tx, actor=actor, record_id=sent.about.id)
    says = sent.submission.says
    lines = [
        Line(field_words(name), value_words(name, now.properties.get(name)), value_words(name, value))
        for name, value in says.properties.items()
    ]
    return Comparison(now.version, now.version != says.version, tuple(lines))
