"""The communities of a town as their page shows them: drawing, list and table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask_babel import ngettext

from app.addresses import address
from app.paging import Paging, asked_page
from app.picturing.drawing import Dot, Stroke, drawing

if TYPE_CHECKING:
    from app.network.view import View
    from graph.network.town import Community, Town

ROWS = 15
# More communities than this are in the table, not in the drawing.
MOST_DRAWN = 150
# Large nodes need room.
SPRING = 420
# Sizes of the smallest and the largest community in the drawing.
SMALLEST, LARGEST = 22, 52


@dataclass(frozen=True, slots=True)
class Row:
    """One community and those it shares most with, with how many things each."""

    community: Community
    neighbours: list[tuple[Community, int]]


class Communities:
    """What the templates read; the table holds every community, the drawing the largest."""

    def __init__(self, town: Town, view: View) -> None:
        """Show the communities of `town`."""
        self.town = town
        self.view = view
        self.paging = Paging(asked_page(), len(town.communities), ROWS)
        self.drawn = town.communities[:MOST_DRAWN]

    @property
    def rows(self) -> list[Row]:
        """The communities on this page of the table."""
        return [
            Row(each, self.town.neighbours(each))
            for each in self.town.communities[self.paging.skip : self.paging.skip + ROWS]
        ]

    @property
    def drawing(self) -> dict[str, Any]:
        """The drawing as data: larger nodes have more initiatives, wider lines share more."""
        drawn = {each.id for each in self.drawn}
        most = max((len(each.members) for each in self.drawn), default=1)
        dots = [
            Dot(
                id=each.id,
                kind=each.thing.kind,
                label=f"{each.thing.name}\n{count(each)}",
                url=self.view.group(each.id),
                expand=self.view.group(each.id),
                name=each.thing.name,
                about=count(each),
                size=round(SMALLEST + (LARGEST - SMALLEST) * len(each.members) / most),
            )
            for each in self.drawn
        ]
        strokes = [
            Stroke(tie.start, tie.end, shared(tie.things), width=min(1 + tie.things / 2, 8))
            for tie in self.town.between
            if tie.start in drawn and tie.end in drawn
        ]
        return drawing(dots, strokes, centre=dots[0].id if dots else None, spring=SPRING)

    def page_of(self, community: Community) -> str:
        """The page of what gives the community its name."""
        return address(community.thing.kind, community.id)


def count(community: Community) -> str:
    """`1 initiatief`, `18 initiatieven`."""
    return str(ngettext("%(num)s initiatief", "%(num)s initiatieven", len(community.members)))


def shared(things: int) -> str:
    """What two communities share, in words."""
    return str(ngettext("delen %(num)s onderwerp of partner", "delen %(num)s onderwerpen of partners", things))
