"""The day of who organises meetings and of who administers: what comes, and what waits for one of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, duplicates
from graph.imports import batches
from graph.invitations import meetings
from graph.mentions import Mention
from graph.privacy import retention
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.imports.batches import Batch
    from graph.invitations.meetings import Meeting
    from graph.privacy.retention import Proposal
    from graph.rights import Actor
    from graph.store import Transaction

# Invited to this many meetings within half a year is often.
OFTEN = 3
LATELY = dt.timedelta(days=182)
MOST_READ = 50


@dataclass(frozen=True, slots=True)
class Often:
    """Who was invited to many meetings lately, and when the last one is."""

    mention: Mention
    times: int
    last_on: dt.date


@dataclass(frozen=True, slots=True)
class Organising:
    """The meetings that come, the next one first, and who was asked often."""

    meetings: tuple[Meeting, ...]
    often: tuple[Often, ...]


@dataclass(frozen=True, slots=True)
class Administering:
    """What waits for who administers: imports that stopped half-way, likely duplicates, and what may go by its term.

    In `stale` one more than `MOST_COUNTED` stands for more.
    """

    stopped: tuple[Batch, ...]
    duplicates: int
    stale: dict[Proposal, int]

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not (self.stopped or self.duplicates or any(self.stale.values()))


STOPPED = batches.Selection(state=batches.State.STOPPED)
OFTEN_ASKED = Read("today/often_asked", Often)


def organising(tx: Transaction, *, actor: Actor) -> Organising | None:
    """None for who makes no lists."""
    if not actor.may(Permission.MAKE_LISTS):
        return None
    today = clock.today()
    often = OFTEN_ASKED.all(tx, since=today - LATELY, times=OFTEN, visible=actor.visible, limit=MOST_READ)
    coming = meetings.rows(tx, selection=meetings.Selection(past=False), skip=0, limit=MOST_READ)
    return Organising(coming, tuple(often))


def administering(tx: Transaction, *, actor: Actor) -> Administering | None:
    """None for who does not administer."""
    if not actor.may(Permission.ADMINISTER):
        return None
    return Administering(
        stopped=batches.rows(tx, actor=actor, selection=STOPPED, skip=0, limit=MOST_READ),
        duplicates=duplicates.count(tx, actor=actor),
        stale=retention.counts(tx, actor=actor),
    )
