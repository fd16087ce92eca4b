"""What the public start shows: figures with their definitions, the map, what is new."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import areas, clock, initiatives
from graph.areas import AreaOnMap
from graph.decisions.medians import FEWEST
from graph.figures import switches
from graph.figures.reactions import Reaction, reactions
from graph.figures.switches import Figure
from graph.initiatives import InitiativeInList, Selection
from graph.mentions import Counted
from graph.query import Read

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

NEWEST = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of what the reader may see."""

    initiatives: int
    partners: int
    goals: int
    notes: int
    goals_without_initiative: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long decisions of this year took: the median in days, without the days that waited for the applicant."""

    decisions: int
    median: float | None

    @property
    def days(self) -> int | None:
        """The median as whole days, None when too few decisions are behind it."""
        return round(self.median) if self.median is not None and self.decisions >= FEWEST else None


@dataclass(frozen=True, slots=True)
class Welcome:
    """Everything the public start shows; `waiting` is None, with no reactions, unless the municipality publishes it."""

    figures: Figures
    waiting: Waiting | None
    reactions: tuple[Reaction, ...]
    districts: tuple[AreaOnMap, ...]
    newest: tuple[InitiativeInList, ...]
    themes: tuple[Counted, ...]


FIGURES = Read("figures/town", Figures)
WAITING = Read("figures/waiting", Waiting)
THEMES = Read("figures/themes", Counted)


def welcome(tx: Transaction, *, actor: Actor, municipality: str) -> Welcome:
    """The public start of the municipality with this area code."""
    today = clock.today()
    newest = Selection(newest_first=True)
    waits = switches.is_on(tx, figure=Figure.WAITING_TIMES)
    return Welcome(
        figures=FIGURES.one(tx, visible=actor.visible, on=today),
        waiting=WAITING.one(tx, visible=actor.visible, since=dt.date(today.year, 1, 1), on=today) if waits else None,
        reactions=_reactions(tx, actor) if waits else (),
        districts=tuple(areas.districts(tx, actor=actor, municipality=municipality)),
        newest=tuple(initiatives.rows(tx, actor=actor, selection=newest, skip=0, limit=NEWEST)),
        themes=tuple(THEMES.all(tx, visible=actor.visible, on=today, limit=NEWEST)),
    )


def _reactions(tx: Transaction, actor: Actor) -> tuple[Reaction, ...]:
    """What the municipality as a whole says about its waiting time; teams answer beside their own figure."""
    said = reactions(tx, actor=actor)
    return tuple(each for each in said if each.figure is Figure.WAITING_TIMES and each.team_id is None)
