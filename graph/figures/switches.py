"""Figures that can hurt: off until the administrator switches each on.

They tell of teams, never of a person, and never of fewer than five cases.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import audit, clock
from graph.audit import Line
from graph.query import Act, Read
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


class Figure(StrEnum):
    """A figure that can hurt; the values stand in the address."""

    WAITING_TIMES = "wachttijden"
    LATE_AGREEMENTS = "late-afspraken"
    OUTCOMES = "uitkomsten-van-afwegingen"


@dataclass(frozen=True, slots=True)
class Switch:
    """Whether a figure is published, since when and by whom; `changed_by` is for who administers only."""

    figure: Figure
    is_on: bool = False
    changed_on: dt.date | None = None
    changed_by: str | None = None


SWITCHES = Read("figures/switches", Switch)
SET = Act("figures/set")


def switches(tx: Transaction) -> dict[Figure, Switch]:
    """Every figure with its switch."""
    found = {each.figure: each for each in SWITCHES.all(tx, limit=len(Figure))}
    return {figure: found.get(figure, Switch(figure)) for figure in Figure}


def is_on(tx: Transaction, *, figure: Figure) -> bool:
    """Whether everybody may see this figure."""
    return switches(tx)[figure].is_on


def switch(tx: Transaction, *, actor: Actor, figure: Figure, on: bool) -> None:
    """Publish a figure or stop publishing it; raises NotAllowed for who does not administer."""
    actor.must(Permission.ADMINISTER)
    before = switches(tx)[figure].is_on
    if before is on:
        return
    SET.run(tx, figure=figure, on=on, day=clock.today(), actor_id=actor.audit_id)
    audit.write(tx, actor=actor, lines=[Line("publish_figure", figure, "is_on", str(before).lower(), str(on).lower())])
