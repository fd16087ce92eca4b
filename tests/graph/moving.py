"""A town in which a neighbourhood, a theme and a goal move to another place in their trees."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from graph import clock, records
from graph.links import LinkField, Tie
from graph.model import Kind, Link
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph
    from tests.given import Given

BEGAN = dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)
MOVED = dt.datetime(2026, 10, 1, 12, tzinfo=dt.UTC)
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
DAY_BEFORE = dt.date(2026, 9, 30)

AROUND = LinkField(Link.PART_OF, Kind.AREA)
BROADER = LinkField(Link.NARROWER_THAN, Kind.THEME)
ABOVE = LinkField(Link.PART_OF, Kind.GOAL)


class Town:
    """Two initiatives and a partner in the neighbourhood Duinplein, about bees, at the goal of more bees.

    Duinplein moves from Centrum to Havenkwartier, bees from Groen to Zorg, and the goal from Natuur to Gezond. Bram is
    the account holder of Centrum and Groen, Els of Havenkwartier and Zorg.
    """

    def __init__(self, graph: Graph, given: Given) -> None:
        """Everything in its first place."""
        self.graph = graph
        with clock.at(BEGAN):
            bram, els = (given.person(name=name, person_kind="official") for name in ("Bram", "Els"))
            self.town = given.area(name="Duinvliet", level="municipality", code="GM0537")
            self.centre = given.area(name="Centrum", level="district", parent=self.town, account_holder=[bram])
            self.harbour = given.area(name="Havenkwartier", level="district", parent=self.town, account_holder=[els])
            self.square = given.area(name="Duinplein", level="neighbourhood", parent=self.centre)
            self.green = given.theme(name="Groen", account_holder=[bram])
            self.care = given.theme(name="Zorg", account_holder=[els])
            self.bees = given.theme(name="Bijen", parent=self.green)
            self.nature, self.health = given.goal(name="Natuur"), given.goal(name="Gezond")
            self.goal = given.goal(name="Meer bijen", parent=self.nature, themes=[self.bees])
            self.yard, self.garden = (self._initiative(given, name) for name in ("Erf", "Tuin"))
            self.partner = given.organisation(name="Imkers", areas=[self.square], themes=[self.bees])

    def _initiative(self, given: Given, name: str) -> str:
        return given.initiative(
            name=name,
            status="running",
            status_since=BEGAN.date(),
            areas=[self.square],
            themes=[self.bees],
            goals=[self.goal],
        )

    def move(self) -> None:
        """Each goes to its other place."""
        with clock.at(MOVED):
            self.hang(self.square, AROUND, self.harbour)
            self.hang(self.bees, BROADER, self.care)
            self.hang(self.goal, ABOVE, self.health)

    def hang(self, record_id: str, under: LinkField, *others: str) -> None:
        """The record hangs under these from today on, as its form does it."""
        version = self.graph.read(records.read, actor=SYSTEM, record_id=record_id).version
        ties = {under: [Tie(other) for other in others]}
        self.graph.write(records.change, actor=SYSTEM, record_id=record_id, version=version, properties={}, ties=ties)


def then_and_now(look: Callable[[], Any]) -> tuple[Any, Any]:
    """What is seen of the day before the move, and today."""
    with clock.at(NOON):
        now = look()
        with clock.showing(DAY_BEFORE):
            return look(), now
