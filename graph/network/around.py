"""The network around one record.

Nearest first: what is linked to it, those with the fewest links first, because a thing that few have says most
(resource allocation: Zhou, Lü and Zhang 2009). Places left are for records two links away, reached through the rarest
thing between. Bridges that were suggested come before both, for who may see them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.bridges import suggestions
from graph.mentions import missing
from graph.model import Kind
from graph.network.picture import MOST_COUNTED, Line, Picture, lines, nodes
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.rights import Actor
    from graph.store import Transaction

# A picture that nobody asked to be larger.
FIRST = 20
# Suggested bridges in one picture.
MOST_BRIDGES = 2
# Nodes that can stand open at once besides the one in the middle.
MOST_OPEN = 10


@dataclass(frozen=True, slots=True)
class Near:
    """A record near another."""

    id: str


@dataclass(frozen=True, slots=True)
class Reach:
    """How many records there are around one, counted up to a limit."""

    records: int


DIRECT = Read("network/direct", Near)
BEYOND = Read("network/beyond", Near)
REACH = Read("network/reach", Reach)


def around(
    tx: Transaction, *, actor: Actor, record_id: str, number: int = FIRST, opened: Sequence[str] = ()
) -> Picture:
    """The picture of `number` records around one, and of `FIRST` more around each that stands open.

    Raises NotFound when there is no such record that this person may see, or Moved when it was merged into another.
    """
    known = {node.id: node for node in nodes(tx, actor=actor, ids={record_id, *opened[:MOST_OPEN]})}
    if record_id not in known:
        missing(tx, actor=actor, record_id=record_id)
    centre = known[record_id]
    others = _bridges(tx, actor, record_id) if centre.kind is Kind.INITIATIVE else []
    chosen = dict.fromkeys((*others, *_nearest(tx, actor, record_id, number)))
    chosen = dict.fromkeys(list(chosen)[: max(number, len(others))])
    still_open = tuple(each for each in opened if each in known and each != record_id)
    for each in still_open:
        chosen |= dict.fromkeys((each, *_direct(tx, actor, each, FIRST)))
    chosen.pop(record_id, None)
    shown = nodes(tx, actor=actor, ids=chosen)
    ids = [record_id, *(node.id for node in shown)]
    reach = REACH.one(tx, id=record_id, open=list(still_open), also=ids[1:], limit=MOST_COUNTED + 1, **_reader(actor))
    return Picture(
        title=centre.name,
        centre=centre,
        nodes=(centre, *shown),
        lines=(*(Line(record_id, other, None) for other in others), *lines(tx, actor=actor, ids=ids)),
        total=max(reach.records, len(shown)),
        opened=still_open,
    )


def _nearest(tx: Transaction, actor: Actor, record_id: str, number: int) -> list[str]:
    direct = _direct(tx, actor, record_id, number)
    if len(direct) == number:
        return direct
    return direct + [each.id for each in BEYOND.all(tx, id=record_id, limit=number - len(direct), **_reader(actor))]


def _direct(tx: Transaction, actor: Actor, record_id: str, number: int) -> list[str]:
    return [each.id for each in DIRECT.all(tx, id=record_id, limit=number, **_reader(actor))]


def _reader(actor: Actor) -> dict[str, object]:
    days = {"on": clock.today(), "now": clock.really_today()}
    return {"visible": actor.visible, "private": actor.may(Permission.SEE_PRIVATE), **days}


def _bridges(tx: Transaction, actor: Actor, record_id: str) -> list[str]:
    if not actor.may(Permission.SEE_BRIDGES):
        return []
    found = suggestions.for_initiative(tx, actor=actor, initiative_id=record_id, limit=MOST_BRIDGES)
    return [each.other.id for each in found]
