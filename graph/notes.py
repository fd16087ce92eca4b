"""The page of one policy note: who adopted it, and the goals that stand in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, past
from graph.mentions import Mention, missing
from graph.model import Visibility
from graph.query import Read

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class GoalInNote:
    """A goal that stands in the note, on which page, and how many initiatives contribute to it."""

    mention: Mention
    page: int | None
    initiatives: int


@dataclass(frozen=True, slots=True)
class NotePage:
    """Everything the page of one policy note shows."""

    id: str
    visibility: Visibility
    until: dt.date | None
    lang: str
    name: str
    description: str | None
    adopted_on: dt.date | None
    url: str | None
    adopted_by: tuple[Mention, ...]
    themes: tuple[Mention, ...]
    goals: tuple[GoalInNote, ...]


PAGE = Read("notes/page", NotePage)


def page(tx: Transaction, *, actor: Actor, note_id: str) -> NotePage:
    """The page of one policy note; raises NotFound, also before its adoption, or Moved when it was merged."""
    found = PAGE.maybe(tx, id=note_id, visible=actor.visible, on=clock.today(), past=clock.past())
    if found is None:
        missing(tx, actor=actor, record_id=note_id)
    return past.as_it_stood(tx, found, actor=actor)
