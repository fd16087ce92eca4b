"""Make one record of two, or remember that they are two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import audit, clock, consents, records, words
from graph.errors import Conflict, Invalid, NotFound
from graph.model import SHAPE, Kind
from graph.properties import Reason
from graph.query import Act, Read, Write
from graph.rights import Permission
from graph.values import to_python, to_text

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Moved:
    """A link that went from the one to the other, or that the survivor had already."""

    type: str
    other_id: str | None
    moved: bool


@dataclass(frozen=True, slots=True)
class Survivor:
    """The record that took the place of another, and its kind for the address."""

    survivor_id: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Apart:
    """A record that was set apart."""

    id: str


MOVE_OUT = Write("duplicates/move_out", Moved)
MOVE_IN = Write("duplicates/move_in", Moved)
GIVE_WAY = Act("duplicates/give_way")
MOVE_BRIDGES = Write("duplicates/move_bridges", Moved)
MOVE_NOT_THIS = Act("duplicates/move_not_this")
MERGE_AWAY = Act("duplicates/merge_away")
NOT_THE_SAME = Write("duplicates/not_the_same", Apart)
SURVIVOR = Read("duplicates/survivor", Survivor)


def merge(
    tx: Transaction, *, actor: Actor, survivor_id: str, loser_id: str, survivor_version: int, loser_version: int
) -> None:
    """Let `survivor_id` take the place of `loser_id`: it gets the links, bridges and values that it lacks itself.

    The one fixed contact person of an initiative stays, where both have one. A no to being contacted holds, whoever of
    the two said it.
    Raises Conflict when one of them changed since it was looked at, Invalid when they are of different kinds, NotFound
    and NotAllowed.
    """
    actor.must(Permission.IMPORT)
    if survivor_id == loser_id:
        raise Invalid("loser_id", Reason.NOT_A_CHOICE)
    held = {each: records.CURRENT.maybe(tx, id=each) for each in sorted((survivor_id, loser_id))}
    survivor, loser = held[survivor_id], held[loser_id]
    if survivor is None or loser is None:
        raise NotFound(loser_id if loser is None else survivor_id)
    if survivor.kind is not loser.kind:
        raise Invalid("loser_id", Reason.NOT_A_CHOICE)
    for now, version in ((survivor, survivor_version), (loser, loser_version)):
        if now.version != version:
            raise Conflict(to_python(now.properties))
    own = {each.name for each in SHAPE[survivor.kind].properties} - {"code"}
    lacking = {
        name: value
        for name, value in loser.properties.items()
        if name in own and survivor.properties.get(name) in (None, "")
    }
    today = clock.today()
    lines = [audit.Line("merge", loser_id, "merged_into", None, survivor_id)]
    if survivor.kind is Kind.PERSON:
        lines += consents.stricter(tx, survivor_id=survivor_id, loser_id=loser_id)
    moved = MOVE_OUT.all(tx, loser_id=loser_id, survivor_id=survivor_id, today=today)
    moved += MOVE_IN.all(tx, loser_id=loser_id, survivor_id=survivor_id, today=today)
    # What was refused stays refused, what does not belong is not asked again, and what was begun goes on.
    GIVE_WAY.run(tx, loser_id=loser_id, survivor_id=survivor_id)
    moved += MOVE_BRIDGES.all(tx, loser_id=loser_id, survivor_id=survivor_id)
    MOVE_NOT_THIS.run(tx, loser_id=loser_id, survivor_id=survivor_id)
    MERGE_AWAY.run(tx, loser_id=loser_id, survivor_id=survivor_id, at=clock.now())
    records.CHANGE.run(tx, id=survivor_id, properties=lacking, at=clock.now())
    if survivor.kind is Kind.INITIATIVE:
        whole = survivor.properties | lacking
        words.replace(tx, initiative_id=survivor_id, texts=tuple(whole.get(name) for name in records.WORDED))
    lines += [audit.Line("merge", survivor_id, name, None, to_text(value)) for name, value in sorted(lacking.items())]
    lines += [audit.Line("merge", survivor_id, each.type, loser_id, each.other_id) for each in moved if each.moved]
    audit.write(tx, actor=actor, lines=lines)


def not_the_same(tx: Transaction, *, actor: Actor, first_id: str, second_id: str) -> None:
    """Remember that the two are not the same, so that they are not listed again; raises NotFound, NotAllowed."""
    actor.must(Permission.IMPORT)
    first, second = sorted((first_id, second_id))
    NOT_THE_SAME.one(tx, first_id=first, second_id=second, said_on=clock.today())
    audit.write(tx, actor=actor, lines=[audit.Line("not_the_same", first, None, None, second)])


def survivor_of(tx: Transaction, record_id: str) -> Survivor | None:
    """The record that took the place of `record_id`; None when it was not merged."""
    return SURVIVOR.maybe(tx, id=record_id)
