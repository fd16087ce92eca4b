"""Write one chunk: an own managed transaction that can be run again, with the state of the batch inside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import audit, clock, ids, words
from graph.decisions import acts as decisions
from graph.errors import GraphError
from graph.imports import chunks, leaves
from graph.links import asked_at
from graph.model import Kind
from graph.query import Act, Write
from graph.records import WORDED
from graph.supply import saying as supply
from graph.values import to_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from graph.imports.chunks import NewTie, Plan
    from graph.imports.comparing import Changed
    from graph.imports.drafts import Draft, Named
    from graph.imports.finding import Spot
    from graph.imports.known import Known
    from graph.imports.look import Look
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Laid:
    """The places of new records, as asked; there is no such row when a record that was there is gone."""

    places: list[str]


class Moved(GraphError):
    """A record was merged or taken away between our look and our write: look again."""


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """The element ids of words, in the order asked, and how many of them are new."""

    places: list[str]
    made: int


@dataclass(frozen=True, slots=True)
class Held:
    """How far an import is."""

    next_row: int
    state: str


@dataclass(slots=True)
class Counts:
    """What was done, in rows, nodes and relationships."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    nodes: int = 0
    relationships: int = 0

    def add(self, other: Counts) -> None:
        """Add `other` to these."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def parameters(self) -> dict[str, int]:
        """As a parameter of a statement."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows to write: `first` is the first row of it, `next_row` the first one after it."""

    drafts: list[Draft]
    first: int
    next_row: int
    tree: bool = False


def in_chunks(seen: Look, next_row: int, size: int, *, tree: bool = False) -> Iterator[Chunk]:
    """The rows from `next_row` on, in chunks; rows before it are read all the same, for the ordinals among equals."""
    drafts: list[Draft] = []
    first, number = next_row, next_row
    for number, draft in enumerate(seen.drafts(), start=1):
        if number <= next_row:
            continue
        if draft is not None:
            drafts.append(draft)
        if number - first == size:
            yield Chunk(drafts, first, number, tree)
            drafts, first = [], number
    if number > first:
        yield Chunk(drafts, first, number, tree)


LAY = Write("imports/lay", Laid)
MENTION = Write("imports/mention", WordPlaces)
CHANGE = Act("imports/change")
CHANGE_TIES = Act("imports/change_ties")
TOUCH = Act("imports/touch")
HOLD = Write("imports/hold", Held)
ADVANCE = Act("imports/advance")
COUNT = Act("imports/count")


def write(
    tx: Transaction,
    *,
    actor: Actor,
    batch: str,
    chunk: Chunk,
    known: Known,
    may_speak: Callable[[Draft, Named], bool],
) -> tuple[Counts, Plan] | None:
    """Write `chunk` in the name of `actor`; None when another run of the same import wrote it already.

    Raises AlreadyExists and Moved when somebody else wrote at the same moment.
    """
    at = clock.now()
    held = HOLD.one(tx, id=batch, at=at)
    if held.state != "running" or (not chunk.tree and held.next_row != chunk.first):
        return None
    plan = chunks.plan(tx, chunk.drafts, known, may_speak=may_speak, batch=batch, tree=chunk.tree)
    if plan.leaves_of:
        # Before the values: a decision ends the pauses that last, and a row may say that one ended earlier.
        leaves.fill(tx, plan, of=plan.leaves_of, batch=batch)
    _change(tx, plan, at=at, batch=batch)
    counts = lay(tx, plan, batch=batch)
    if plan.leaves_of:
        leaves.lay(tx, plan, of=plan.leaves_of, batch=batch)
    counts.add(Counts(nodes=len(plan.leaves), relationships=len(plan.leaves)))
    _match(tx, plan)
    if not chunk.tree:
        counts.created, counts.updated = plan.count("created"), plan.count("updated")
        counts.unchanged = plan.count("unchanged")
    remember(tx, actor=actor, batch=batch, subject=f"rows {chunk.first + 1}-{chunk.next_row}", plan=plan, counts=counts)
    ADVANCE.run(tx, id=batch, next_row=chunk.next_row, counts=counts.parameters())
    return counts, plan


def _change(tx: Transaction, plan: Plan, *, at: dt.datetime, batch: str) -> None:
    # A record with another term or pause changed too, so that a form that was open meanwhile is not saved over it.
    hung = [*(each.spot for each in plan.leaves), *(each.spot for each in plan.filled)]
    rows: dict[str, dict[str, Any]] = {spot.id: {"place": spot.place, "properties": {}} for spot in hung if spot.place}
    rows |= {each.id: {"place": each.place, "properties": each.new} for each in plan.changed}
    if rows:
        CHANGE.run(tx, records=[row for _, row in sorted(rows.items())], at=at)
    for each in plan.changed:
        if each.kind == Kind.INITIATIVE and not each.new.keys().isdisjoint(WORDED):
            words.replace(tx, initiative_id=each.id, texts=tuple(each.now.get(name) for name in WORDED))
        elif each.kind == Kind.DECISION and each.new.get("decided_on"):
            before, on = each.old["decided_on"], each.new["decided_on"]
            decisions.release(tx, decision_id=each.id, before=before, on=on, batch=batch)
    if plan.changed_ties:
        CHANGE_TIES.run(tx, links=[{"place": each.place, "properties": each.new} for each in plan.changed_ties])


def lay(tx: Transaction, plan: Plan, *, batch: str) -> Counts:
    """Make what is planned as new, in order of key so that locks are taken alike; raises Moved, AlreadyExists.

    Counts the nodes and relationships made, the words of new initiatives among them.
    """
    new = [(kind, sorted(plan.new[kind], key=lambda pair: pair[0].key)) for kind in sorted(plan.new)]
    said = saying(plan)
    words_there, nodes = _words(tx, said, batch=batch)
    laid = [tie for _, ties in sorted(plan.ties.items()) for tie in ties]
    _touch(tx, plan, laid, batch=batch)
    there = {spot.place: None for tie in laid for spot in (tie.start, tie.end) if not spot.new}
    places = {place: number for number, place in enumerate([*there, *words_there.values()])}
    made = {
        spot.id: number for number, (_, spot) in enumerate((pair for _, found in new for pair in found), len(places))
    }
    if not (made or laid):
        return Counts(nodes=nodes)

    links: dict[str, list[list[int]]] = {}
    valued: list[list[Any]] = []
    for tie in laid:
        ends = [made[spot.id] if spot.new else places[spot.place] for spot in (tie.start, tie.end)]
        if tie.properties:
            valued.append([tie.link, *ends, tie.properties])
        else:
            links.setdefault(tie.link, []).append(ends)
    mentions = [[made[spot.id], places[words_there[stem]]] for spot, stems in said for stem in stems]
    if mentions:
        links["MENTIONS"] = mentions
    shared = [spot for _, found in new for named, spot in found if not named.main]
    at = clock.now()
    done = LAY.maybe(
        tx,
        places=list(places),
        records=[[kind, [chunks.properties_of(*pair) for pair in found]] for kind, found in new],
        common={"batch": batch, "lang": "nl", "version": 1, "created_at": at, "updated_at": at},
        links=[[link, sorted(ends, key=_by_end)] for link, ends in links.items()],
        valued=sorted(valued, key=lambda each: (each[0], each[2], each[1])),
        asked=[made[spot.id] - len(places) for spot in shared],
        batch=batch,
    )
    if done is None:
        raise Moved("a record was merged or taken away while it was being linked")
    for spot, place in zip(shared, done.places, strict=True):
        spot.place = place
    return Counts(nodes=nodes + sum(len(found) for _, found in new), relationships=len(laid) + len(mentions))


def _touch(tx: Transaction, plan: Plan, laid: list[NewTie], *, batch: str) -> None:
    """Count a change of what was there and whose form asks a link that is new or changes, as for a link by hand.

    A form that was open meanwhile is then not saved over it. What gets other values too may be counted twice.
    """
    ends = [(tie.link, tie.start, tie.end) for tie in laid if not (tie.start.new and tie.end.new)]
    ends += [(each.kind, *each.ends) for each in plan.changed_ties if each.ends]
    places = {start.place for link, start, _ in ends if not start.new and asked_at(link, start=True)}
    places |= {end.place for link, _, end in ends if not end.new and asked_at(link, start=False)}
    if places:
        TOUCH.run(tx, places=sorted(places), batch=batch, at=clock.now())


def _match(tx: Transaction, plan: Plan) -> None:
    """Needs and offers that are new or say something else are noted for what fits them."""
    new = (pair for kind in sorted(supply.KINDS) for pair in plan.new.get(kind, ()))
    said = {spot.id: named.properties for named, spot in new}
    said |= {each.id: each.now for each in plan.changed if supply.touches(Kind(each.kind), each.new)}
    if said:
        supply.note(tx, said=said)


def saying(plan: Plan) -> list[tuple[Spot, dict[str, str]]]:
    """The new initiatives, each with the stems of its texts and one spelling of each."""
    return [
        (spot, words.stems(*(named.properties.get(name) for name in WORDED)))
        for named, spot in plan.new.get(Kind.INITIATIVE, ())
    ]


def _by_end(ends: list[int]) -> tuple[int, int]:
    return ends[1], ends[0]


def _words(tx: Transaction, said: list[tuple[Spot, dict[str, str]]], *, batch: str) -> tuple[dict[str, str], int]:
    """The places of the words in what is said, by stem, and how many of them are new."""
    spelling: dict[str, str] = {}
    for _, stems in said:
        for stem, text in stems.items():
            spelling.setdefault(stem, text)
    if not spelling:
        return {}, 0
    rows = [{"stem": stem, "text": text} for stem, text in sorted(spelling.items())]
    found = MENTION.one(tx, batch=batch, words=rows)
    return dict(zip(sorted(spelling), found.places, strict=True)), found.made


def remember(tx: Transaction, *, actor: Actor, batch: str, subject: str, plan: Plan, counts: Counts) -> None:
    """One audit line for all that is new, and one for each value or link that something older got."""
    by = {"at": clock.now(), "actor_id": actor.audit_id, "action": "import", "batch": batch, "version": None}
    lines = [_line(batch, subject, None, f"{counts.nodes} + {counts.relationships}")]
    for each in (*plan.changed, *plan.changed_ties):
        lines += [_changed_line(each, name) for name in sorted(each.new)]
    lines += [
        _line(tie.start.id, tie.link, None, f"{tie.start.id} > {tie.end.id}")
        for ties in plan.ties.values()
        for tie in ties
        if tie.between_old
    ]
    if plan.leaves_of:
        lines += [_line(record_id, name, None, value) for record_id, name, value in plan.leaves_of.lines(plan)]
    audit.WRITE.run(tx, entries=[{"id": ids.new_id(), **by, **line} for line in lines])


def _changed_line(each: Changed, name: str) -> dict[str, Any]:
    ends = each.id.split(" > ")
    subject = name if len(ends) == 1 else f"{each.kind} {each.id} {name}"
    return _line(ends[0], subject, to_text(each.old[name]), to_text(each.new[name]))


def _line(record_id: str, field: str, old: str | None, new: str | None) -> dict[str, Any]:
    return {"record_id": record_id, "field": field, "old": old, "new": new}
