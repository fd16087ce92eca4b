"""What the address says about the picture: its middle, how much, what is left out, drawing or table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import request

from app.addresses import at_day
from app.choices import choice
from app.picturing.words import hidden_kinds, written
from graph.network.around import FIRST, MOST_OPEN

if TYPE_CHECKING:
    from graph.model import Kind
    from graph.network.picture import Picture

PATH = "/netwerk"
# The steps of "more": up to 150 nodes as they come, and two large pictures that come with a warning.
STEPS = (20, 40, 60, 80, 100, 120, 149, 299, 999)
LONGEST_ID = 64


class Shape(StrEnum):
    """How the network is shown; the values stand in the address."""

    DRAWING = "tekening"
    TABLE = "tabel"


@dataclass(frozen=True, slots=True)
class View:
    """What the address asks for; every address on the page is this one with something changed."""

    centre: str | None = None
    community: str | None = None
    opened: tuple[str, ...] = ()
    hidden: frozenset[Kind] = frozenset()
    number: int = FIRST
    shape: Shape = Shape.DRAWING
    path: str = PATH
    most: int = STEPS[-1]

    @property
    def is_table(self) -> bool:
        """Whether the table is asked for."""
        return self.shape is Shape.TABLE

    @property
    def url(self) -> str:
        """The address, of the day that is shown."""
        query = [(name, value) for name, value in (("om", self.centre), ("groep", self.community)) if value]
        query += [("open", each) for each in self.opened]
        query += [("aantal", str(self.number))] if self.number != FIRST else []
        query += [("zonder", self.without)] if self.hidden else []
        query += [("weergave", self.shape.value)] if self.is_table else []
        return at_day(f"{self.path}?{urlencode(query)}" if query else self.path)

    @property
    def without(self) -> str:
        """The kinds left out, as they stand in the address."""
        return written(self.hidden)

    def shaped(self, shape: str) -> str:
        """The address of the same as a drawing or as a table."""
        return replace(self, shape=Shape(shape)).url

    @property
    def town_url(self) -> str:
        """The address of all communities, in the same shape."""
        return View(shape=self.shape).url

    def around(self, record_id: str) -> str:
        """The address of the network around another record."""
        return View(centre=record_id, hidden=self.hidden, shape=self.shape).url

    def group(self, community_id: str) -> str:
        """The address of one community."""
        return View(community=community_id, shape=self.shape).url

    def opening(self, record_id: str) -> str:
        """The address with the links of one more node shown; without a record in the middle, around that node."""
        if self.centre in {None, record_id}:
            return self.around(record_id)
        return replace(self, opened=(*(each for each in self.opened if each != record_id), record_id)[-MOST_OPEN:]).url

    def toggled(self, kind: Kind) -> str:
        """What the address says of the kinds left out after one is switched."""
        return written(self.hidden ^ {kind})

    def more(self, picture: Picture) -> View | None:
        """The next larger picture, None when everything is shown or it would be too large."""
        if picture.shown >= picture.total:
            return None
        return next((replace(self, number=step) for step in STEPS if self.number < step <= self.most), None)


def asked(path: str = PATH, most: int = STEPS[-1]) -> View:
    """What the address `path` asks for, of at most `most` records; raises BadRequest for what it cannot mean."""
    return View(
        centre=_id(request.args.get("om")),
        community=_id(request.args.get("groep")),
        opened=tuple(dict.fromkeys(each for each in map(_id, request.args.getlist("open")) if each))[:MOST_OPEN],
        hidden=hidden_kinds(request.args.get("zonder", "")),
        number=min(_number(request.args.get("aantal", "")), most),
        shape=choice(Shape, request.args.get("weergave")) or Shape.DRAWING,
        path=path,
        most=most,
    )


def _id(text: str | None) -> str | None:
    return text[:LONGEST_ID] if text else None


def _number(text: str) -> int:
    asked_for = int(text) if text.isascii() and text.isdigit() and len(text) < len("1000000") else FIRST
    return min(max(asked_for, 1), STEPS[-1])
