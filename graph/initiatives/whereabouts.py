"""Where the initiatives of a selection are: counts per area to draw, one step of the area tree at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.areas import AreaOnMap
from graph.errors import NotFound
from graph.initiatives.listing import Total, parameters
from graph.mentions import Mention
from graph.query import Read

if TYPE_CHECKING:
    from graph.initiatives.listing import Selection
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The areas to draw, those around them from the largest to the one chosen, and how many are in none of them.

    An initiative in two areas counts in both, so the counts may add up to more than there are initiatives.
    """

    areas: tuple[AreaOnMap, ...]
    around: tuple[Mention, ...]
    elsewhere: int


ON_MAP = Read("initiatives/on_map", AreaOnMap)
AROUND = Read("initiatives/around", Mention)
OFF_MAP = Read("initiatives/off_map", Total)


def whereabouts(tx: Transaction, *, actor: Actor, selection: Selection, municipality: str) -> Whereabouts:
    """Where the selection is; `selection.area` is the area to look into, None for the districts of `municipality`.

    `municipality` is an area code; empty takes every district. Raises NotFound when the area is not there.
    """
    named = parameters(tx, actor, selection)
    areas = ON_MAP.all(tx, **named, municipality=municipality or None)
    around = AROUND.all(tx, id=selection.area, visible=actor.visible, on=clock.today()) if selection.area else []
    if selection.area and not around:
        raise NotFound(selection.area)
    hidden = {name: value for name, value in named.items() if name != "visible"}
    elsewhere = OFF_MAP.one(tx, **hidden, areas=[area.id for area in areas]).total
    return Whereabouts(tuple(areas), tuple(around), elsewhere)
