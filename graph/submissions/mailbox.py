"""To whom a letter about a record goes: always a team, never a person.

The team of the contact person, else the team that deals with it, else the team of the official for its goal, else the
municipality itself. The address is for the mail alone: no page shows it because of this.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, links, officials
from graph.model import Kind, Link
from graph.query import Read
from graph.rights import VISITOR

if TYPE_CHECKING:
    from graph.mentions import Mention
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A mailbox and whose it is."""

    name: str
    email: str


NEAREST = Read("submissions/mailboxes", Mailbox)
OF_TEAMS = Read("submissions/team_mailboxes", Mailbox)
OF_TOWN = Read("submissions/town_mailbox", Mailbox)


def of_record(tx: Transaction, *, record: Mention) -> Mailbox | None:
    """The mailbox nearest to `record`; None when the graph knows none at all."""
    return NEAREST.maybe(tx, id=record.id, on=clock.really_today()) or _of_goals(tx, record) or OF_TOWN.maybe(tx)


def _of_goals(tx: Transaction, record: Mention) -> Mailbox | None:
    goals = [record.id] if record.kind is Kind.GOAL else []
    if record.kind is Kind.INITIATIVE:
        found = links.of_record(tx, record_id=record.id, types=[Link.CONTRIBUTES_TO])
        goals = [each.other_id for each in found]
    if not goals:
        return None
    responsible = officials.responsible(tx, actor=VISITOR, record_ids=goals)
    duties = [duty for goal in goals for duty in responsible[goal].officials]
    teams = [duty.official.team.id for duty in duties if duty.official.team]
    return OF_TEAMS.maybe(tx, ids=teams) if teams else None
