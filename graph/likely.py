"""What an initiative probably has and nobody recorded: a partner, goal or theme, for people to confirm.

And who could be involved in it.

The `NEIGHBOURS` initiatives that are most like it are those with the best bridges (`graph.bridges.search`). What they
have and it never had is ranked by

    sum of the scores of those that have it / sum of all their scores                          (0 to 1)

the weighted vote of the nearest neighbours (Dudani 1976, The distance-weighted k-nearest-neighbor rule; the weight
here is the likeness itself). It learns nothing and reads what is bounded by `NEIGHBOURS`, so it can be asked on a page
of any town; `graph.evaluation.missing` learns from the whole graph and takes seconds. `bruggenbouwer evaluate` measures
both. What somebody said does not belong is kept, and not asked again.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import audit, clock, linking, records
from graph.bridges import kept, search, suggestions
from graph.bridges.weights import Evidence
from graph.errors import Invalid, NotFound
from graph.evaluation.missing import Likely, Through
from graph.evaluation.targets import NEIGHBOURS
from graph.model import Kind
from graph.properties import Reason
from graph.query import Act, Read
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.bridges.search import Found
    from graph.links import LinkField
    from graph.rights import Actor
    from graph.store import Transaction

MOST = 3
# Less of the vote than this says nothing.
LEAST = 0.1
# So many initiatives that have it are named as the reason.
NAMED = 2
# The contact persons of so many initiatives that are like it.
NEAREST = 5
FIELDS: dict[Kind, LinkField] = {
    Kind.ORGANISATION: linking.PARTNERS,
    Kind.GOAL: linking.GOALS,
    Kind.THEME: linking.THEMES,
}


@dataclass(frozen=True, slots=True)
class Thing:
    """A partner, goal or theme, and those of the nearest initiatives that have it."""

    id: str
    name: str
    kind: Kind
    near: list[str]


@dataclass(frozen=True, slots=True)
class Involved:
    """Somebody to involve: as `account_holder` of what it is about, or as `contact_of` an initiative like it."""

    id: str
    name: str
    function: str | None
    through: str
    through_name: str
    expertise: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """The initiative and the thing that is not to be suggested to it, as one key."""

    key: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """What could be missing, by kind, the likeliest first, and who could be involved."""

    name: str
    things: dict[Kind, list[Likely]]
    people: list[Involved]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to ask."""
        return not any(self.things.values())


THINGS = Read("likely/things", Thing)
PEOPLE = Read("likely/people", Involved)
SAID = Read("likely/said", Said)
PAST = Read("likely/past", Said)
SAY = Act("likely/say")
UNSAY = Act("likely/unsay")


def of_initiative(tx: Transaction, *, actor: Actor, initiative_id: str) -> Suggested:
    """At most `MOST` of each kind, and of people; raises NotAllowed, NotFound."""
    actor.must(Permission.EDIT_RECORDS)
    own = suggestions.name_of(tx, actor=actor, initiative_id=initiative_id)
    if own.kind is not Kind.INITIATIVE:
        raise NotFound(initiative_id)
    weights = kept.for_actor(tx, actor=actor)
    found, _ = search.best(
        tx,
        initiative_id=initiative_id,
        limit=NEIGHBOURS,
        visible=actor.visible,
        weights=weights,
        sees_bridges=actor.may(Permission.SEE_BRIDGES),
    )
    near = [each.id for each in found]
    things = THINGS.all(tx, id=initiative_id, near=near, visible=actor.visible)
    people = PEOPLE.all(
        tx, id=initiative_id, near=near[:NEAREST], visible=actor.visible, today=clock.today(), limit=MOST
    )
    return Suggested(own.name, _ranked(tx, actor, own, found, things), people)


def add(tx: Transaction, *, actor: Actor, initiative_id: str, kind: Kind, thing_id: str) -> bool:
    """The initiative has it from today on; False when it had it. Raises NotAllowed, NotFound, Invalid, Conflict."""
    return linking.add(tx, actor=actor, initiative_id=initiative_id, field=_field(kind), other_id=thing_id)


def take_back(tx: Transaction, *, actor: Actor, initiative_id: str, kind: Kind, thing_id: str) -> bool:
    """What `add` did ends today; False when there was nothing to end. Raises as `add` does."""
    return linking.end(tx, actor=actor, initiative_id=initiative_id, field=_field(kind), other_id=thing_id)


def not_this(tx: Transaction, *, actor: Actor, initiative_id: str, thing_id: str) -> None:
    """It does not belong to the initiative: not asked again; raises NotAllowed, NotFound."""
    actor.must(Permission.EDIT_RECORDS)
    name = _name_for(tx, actor, initiative_id, thing_id)
    SAY.run(tx, key=key_of(initiative_id, thing_id), by=actor.audit_id, on=clock.today())
    audit.write(tx, actor=actor, lines=[audit.Line("not_this", initiative_id, "not_this", None, name)])


def still_this(tx: Transaction, *, actor: Actor, initiative_id: str, thing_id: str) -> None:
    """What `not_this` said is taken back: it may be asked again; raises NotAllowed, NotFound."""
    actor.must(Permission.EDIT_RECORDS)
    name = _name_for(tx, actor, initiative_id, thing_id)
    UNSAY.run(tx, key=key_of(initiative_id, thing_id))
    audit.write(tx, actor=actor, lines=[audit.Line("still_this", initiative_id, "not_this", name, None)])


def said(tx: Transaction) -> frozenset[str]:
    """The keys of everything of which somebody said that it does not belong (see `key_of`)."""
    return frozenset(each.key for each in SAID.all(tx))


def refused(tx: Transaction) -> frozenset[str]:
    """The keys of everything that `of_initiative` leaves out as well, for lists over all initiatives.

    That is what was said not to belong, what an initiative had before, and the organisations of which it turned out
    that a bridge is of no use, not needed, or ended.
    """
    return said(tx) | {each.key for each in PAST.all(tx)}


def name_of(tx: Transaction, *, actor: Actor, thing_id: str) -> str:
    """What a partner, goal or theme is called; raises NotFound."""
    return str(records.read(tx, actor=actor, record_id=thing_id).properties["name"])


def key_of(initiative_id: str, thing_id: str) -> str:
    """What makes it one: the initiative and the thing."""
    return f"{initiative_id}|{thing_id}"


def _name_for(tx: Transaction, actor: Actor, initiative_id: str, thing_id: str) -> str:
    kinds = [records.read(tx, actor=actor, record_id=each).kind for each in (initiative_id, thing_id)]
    if kinds[0] is not Kind.INITIATIVE or kinds[1] not in FIELDS:
        raise NotFound(thing_id)
    return name_of(tx, actor=actor, thing_id=thing_id)


def _field(kind: Kind) -> LinkField:
    if kind not in FIELDS:
        raise Invalid("kind", Reason.UNKNOWN)
    return FIELDS[kind]


def _ranked(
    tx: Transaction, actor: Actor, own: suggestions.Named, found: list[Found], things: list[Thing]
) -> dict[Kind, list[Likely]]:
    score = {each.id: each.score for each in found}
    whole = sum(score.values()) or 1
    kinds: dict[Kind, list[tuple[float, Thing]]] = defaultdict(list)
    for thing in things:
        kinds[thing.kind].append((sum(score[each] for each in thing.near) / whole, thing))
    best = {
        kind: sorted((each for each in kinds[kind] if each[0] >= LEAST), key=lambda each: (-each[0], each[1].id))[:MOST]
        for kind in FIELDS
    }
    named = sorted({each for some in best.values() for _, thing in some for each in _nearest(thing, score)})
    told = _through(tx, actor, own.id, [each for each in found if each.id in set(named)])
    return {
        kind: [
            Likely(own.id, own.name, thing.id, thing.name, share, tuple(told[each] for each in _nearest(thing, score)))
            for share, thing in some
        ]
        for kind, some in best.items()
    }


def _nearest(thing: Thing, score: dict[str, int]) -> list[str]:
    return sorted(thing.near, key=lambda each: (-score[each], each))[:NAMED]


def _through(tx: Transaction, actor: Actor, own_id: str, found: list[Found]) -> dict[str, Through]:
    """Who has it, with what it shares most with the one it is suggested to; whom somebody speaks with is no reason."""
    pairs = suggestions.named(tx, actor=actor, found=[(own_id, each) for each in found], proved=True)
    return {
        pair.suggestion.other.id: Through(
            pair.suggestion.other.name,
            next((each.name for each in pair.suggestion.reasons if each.kind is not Evidence.PERSON), None),
        )
        for pair in pairs
    }
