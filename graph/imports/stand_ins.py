"""After responsibilities came in: a stand-in for a goal, theme or area stands in for whoever answers for it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.imports import chunks, writing
from graph.imports.chunks import NewTie, Plan
from graph.imports.finding import Spot, find
from graph.imports.writing import Counts
from graph.model import Link
from graph.query import Read

if TYPE_CHECKING:
    from graph.imports.drafts import Draft, Named
    from graph.imports.known import Known
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who answers for a goal, theme or area."""

    subject_id: str
    holder_id: str
    holder_place: str


HOLDERS = Read("imports/holders", Holder)


def connect(tx: Transaction, *, actor: Actor, batch: str, drafts: list[Draft], known: Known) -> Counts:
    """Lay STANDS_IN_FOR for the rows that say somebody stands in, in the name of the import."""
    spots, _ = find(tx, (each for draft in drafts for each in (draft.main, *draft.stands_in)), known)
    asked = [(spots.get(_key(draft.main)), spots.get(_key(each))) for draft in drafts for each in draft.stands_in]
    pairs = [(person, subject.id) for person, subject in asked if person and subject]
    holders: dict[str, list[Holder]] = defaultdict(list)
    for each in HOLDERS.all(tx, subjects=sorted({subject for _, subject in pairs}), on=clock.today()):
        holders[each.subject_id].append(each)
    ties = {
        (person.id, holder.holder_id): (person, Spot(holder.holder_id, holder.holder_place, new=False))
        for person, subject in pairs
        for holder in holders[subject]
        if holder.holder_id != person.id
    }
    made = Plan()
    if ties:
        link = Link.STANDS_IN_FOR.value
        chunks.ask(tx, made, link, [(-1, NewTie(link, start, end, {})) for _, (start, end) in sorted(ties.items())])
    counts = writing.lay(tx, made, batch=batch)
    if counts.relationships:
        writing.remember(tx, actor=actor, batch=batch, subject="stand-ins", plan=made, counts=counts)
        writing.COUNT.run(tx, id=batch, counts=counts.parameters())
    return counts


def _key(named: Named) -> tuple[str, str]:
    return named.kind, named.key
