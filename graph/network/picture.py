"""What a picture of the network holds: records as nodes, and every line between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.model import Kind, Link
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph.rights import Actor
    from graph.store import Transaction

# A record with more links than this is not followed to find lines: its neighbours are.
POPULAR = 200
# Counting stops here; a larger total says "more than".
MOST_COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class Node:
    """A record in the picture; a person is named as this reader may know them. `place` is the area it lies in."""

    kind: Kind
    id: str
    name: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A link between two records in the picture; without `link` it is a bridge that was suggested, not yet laid."""

    start: str
    end: str
    link: Link | None

    @property
    def is_bridge(self) -> bool:
        """Whether it is a suggestion."""
        return self.link is None


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of the network: `nodes` with the one in the middle first (if there is one), every line between them.

    `total` is how many records there are to show besides the one in the middle; above `MOST_COUNTED` it means "more
    than". `opened` are the nodes whose own links were asked for.
    """

    title: str
    centre: Node | None
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    total: int
    opened: tuple[str, ...] = ()

    @property
    def shown(self) -> int:
        """How many records are in the picture, besides the one in the middle."""
        return len(self.nodes) - (1 if self.centre else 0)

    @property
    def is_capped(self) -> bool:
        """Whether there are more to show than were counted."""
        return self.total > MOST_COUNTED


NODES = Read("network/nodes", Node)
LINES = Read("network/lines", Line)


def nodes(tx: Transaction, *, actor: Actor, ids: Collection[str]) -> list[Node]:
    """Those of the records that this person may see and that were there on the day that is shown, by kind and name."""
    named = {"visible": actor.visible, "private": actor.may(Permission.SEE_PRIVATE)}
    return NODES.all(tx, ids=list(ids), **named, on=clock.today(), past=clock.past(), now=clock.really_today())


def lines(tx: Transaction, *, actor: Actor, ids: Collection[str]) -> list[Line]:
    """Every current link between two of these records, which the caller knows this person may see."""
    private = actor.may(Permission.SEE_PRIVATE)
    return LINES.all(tx, ids=list(ids), private=private, on=clock.today(), popular=POPULAR)
