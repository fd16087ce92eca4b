"""What the public start shows: figures with their definitions, the map, what is new."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import areas, clock, initiatives, known
from graph.areas import AreaOnMap
from graph.decisions.medians import FEWEST
from graph.figures import switches
from graph.figures.reactions import Reaction, reactions
from graph.figures.switches import Figure
from graph.initiatives import InitiativeInList, Selection
from graph.mentions import Counted
from graph.model import DecisionKind, Kind
from graph.query import Read
from graph.remembering import remembered

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
    """How long decisions of one kind took this year: the median in days, without waiting for the applicant."""

    decision_kind: DecisionKind
    decisions: int
    median: float | None

    @property
    def days(self) -> int | None:
        """The median as whole days, None when too few decisions are behind it."""
        return round(self.median) if self.median is not None and self.decisions >= FEWEST else None


@dataclass(frozen=True, slots=True)
class Welcome:
    """Everything the public start shows.

    `waiting` tells of each kind of decision, which are never added up; it is None, with no reactions, unless the
    municipality publishes it.
    """

    figures: Figures
    waiting: tuple[Waiting, ...] | None
    reactions: tuple[Reaction, ...]
    districts: tuple[AreaOnMap, ...]
    newest: tuple[InitiativeInList, ...]
    themes: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class _Counted:
    figures: Figures
    districts: tuple[AreaOnMap, ...]
    themes: tuple[Counted, ...]


FIGURES = Read("figures/town", Figures)
WAITING = Read("figures/waiting", Waiting)
THEMES = Read("figures/themes", Counted)


def welcome(tx: Transaction, *, actor: Actor, municipality: str) -> Welcome:
    """The public start of the municipality with this area code, as it stood on the day that is shown."""
    newest = Selection(newest_first=True)
    waits = switches.is_on(tx, figure=Figure.WAITING_TIMES)
    counted = _counted(tx, actor=actor, municipality=municipality)
    return Welcome(
        figures=counted.figures,
        waiting=_waiting(tx, actor) if waits else None,
        reactions=_reactions(tx, actor) if waits else (),
        districts=counted.districts,
        newest=tuple(initiatives.rows(tx, actor=actor, selection=newest, skip=0, limit=NEWEST)),
        themes=counted.themes,
    )


@remembered
def _counted(tx: Transaction, *, actor: Actor, municipality: str) -> _Counted:
    """What takes a look at every initiative."""
    named = {"visible": actor.visible, "on": clock.today()}
    not_yet = [each for kind in (Kind.INITIATIVE, Kind.ORGANISATION) for each in known.not_yet(tx, kind=kind)]
    return _Counted(
        figures=FIGURES.one(tx, **named, not_yet=not_yet),
        districts=tuple(areas.districts(tx, actor=actor, municipality=municipality)),
        themes=tuple(THEMES.all(tx, **named, not_yet=not_yet, limit=NEWEST)),
    )


def _waiting(tx: Transaction, actor: Actor) -> tuple[Waiting, ...]:
    today = clock.today()
    found = WAITING.all(tx, visible=actor.visible, since=dt.date(today.year, 1, 1), on=today)
    by_kind = {each.decision_kind: each for each in found}
    return tuple(by_kind.get(kind, Waiting(kind, 0, None)) for kind in DecisionKind)


def _reactions(tx: Transaction, actor: Actor) -> tuple[Reaction, ...]:
    """What the municipality as a whole says about its waiting time; teams answer beside their own figure."""
    said = reactions(tx, actor=actor)
    return tuple(each for each in said if each.figure is Figure.WAITING_TIMES and each.team_id is None)
