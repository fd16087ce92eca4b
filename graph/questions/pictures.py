"""The answers to a question as a part of the network, and on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import clock
from graph.areas import AreaOnMap
from graph.initiatives.listing import Total
from graph.initiatives.whereabouts import AROUND, Whereabouts
from graph.model import Kind
from graph.network.picture import Line, Picture, lines, nodes
from graph.query import Read

if TYPE_CHECKING:
    from graph.questions.answers import Answers
    from graph.rights import Actor
    from graph.store import Transaction

# A drawing of more answers than this cannot be read; the first of them are drawn.
MOST_DRAWN = 40
# What the network has no lines for.
_NOT_DRAWN = frozenset({Kind.NEED, Kind.OFFER})

ON_MAP = Read("questions/on_map", AreaOnMap)
OFF_MAP = Read("questions/off_map", Total)


def picture(tx: Transaction, *, actor: Actor, found: Answers) -> Picture:
    """The first `MOST_DRAWN` answers with what they lean on and what the question names, and every line between.

    A pair without contact is joined as a bridge that is not laid.
    """
    drawn = found.rows[:MOST_DRAWN]
    wanted = [each for answer in drawn for each in (*answer.subjects, *answer.through)] + list(found.named.values())
    shown = nodes(tx, actor=actor, ids={each.id for each in wanted if each.kind not in _NOT_DRAWN})
    known = {node.id for node in shown}
    pairs = dict.fromkeys(
        Line(answer.subjects[0].id, answer.subjects[1].id, None)
        for answer in drawn
        if found.question.shape.pairs and known.issuperset(each.id for each in answer.subjects)
    )
    return Picture(
        title="",
        centre=None,
        nodes=tuple(shown),
        lines=(*pairs, *lines(tx, actor=actor, ids=list(known))),
        total=len(shown),
    )


def whereabouts(tx: Transaction, *, actor: Actor, found: Answers, municipality: str) -> Whereabouts:
    """Where the answers are: the districts of `municipality` (an area code), or the parts of the question's area."""
    area = found.question.area
    ids = list({each.id for answer in found.rows for each in answer.subjects})
    areas = ON_MAP.all(tx, ids=ids, area=area, municipality=municipality or None, visible=actor.visible)
    around = AROUND.all(tx, id=area, visible=actor.visible, on=clock.today()) if area else []
    elsewhere = OFF_MAP.one(tx, ids=ids, areas=[each.id for each in areas]).total
    return Whereabouts(tuple(areas), tuple(around), elsewhere)
