"""Write one chunk: an own managed transaction that can be run again, with the state of the batch inside it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from graph import audit, clock, ids, words
from graph.imports import chunks
from graph.model import Kind
from graph.query import Act, Write
from graph.records import WORDED
from graph.values import to_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from graph.imports.chunks import Changed, NewTie, Plan, Spot
    from graph.imports.drafts import Draft, Named
    from graph.imports.known import Known
    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Places:
    """The element ids of the records that were made just now, in the order asked."""

    places: list[str]


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


MAKE = Write("imports/make", Places)
MENTION = Write("imports/mention", WordPlaces)
CHANGE = Act("imports/change")
CHANGE_TIES = Act("imports/change_ties")
TIE = Act("imports/tie")
TIE_PLAINLY = Act("imports/tie_plainly")
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
    """Write `chunk` in the name of `actor`; None when another run of the same import wrote it already."""
    at = clock.now()
    held = HOLD.one(tx, id=batch, at=at)
    if held.state != "running" or (not chunk.tree and held.next_row != chunk.first):
        return None
    plan = chunks.plan(tx, chunk.drafts, known, may_speak=may_speak, batch=batch, tree=chunk.tree)
    texts = _make(tx, plan, batch=batch, at=at)
    _change(tx, plan, at=at)
    relationships = tie(tx, plan, batch=batch)
    nodes, mentions = _mention(tx, texts, batch=batch)
    counts = Counts(nodes=plan.nodes + nodes, relationships=relationships + mentions)
    if not chunk.tree:
        counts.created, counts.updated = plan.count("created"), plan.count("updated")
        counts.unchanged = plan.count("unchanged")
    remember(tx, actor=actor, batch=batch, subject=f"rows {chunk.first + 1}-{chunk.next_row}", plan=plan, counts=counts)
    ADVANCE.run(tx, id=batch, next_row=chunk.next_row, counts=counts.parameters())
    return counts, plan


def _make(tx: Transaction, plan: Plan, *, batch: str, at: dt.datetime) -> list[tuple[Spot, tuple[str | None, ...]]]:
    """Make the new records, each kind in order of key so that locks are taken alike; gives the texts of initiatives."""
    texts = []
    for kind in sorted(plan.new):
        found = sorted(plan.new[kind], key=lambda pair: pair[0].key)
        common = {"batch": batch, "lang": "nl", "version": 1, "created_at": at, "updated_at": at}
        rows = [chunks.properties_of(named, spot) for named, spot in found]
        made = MAKE.one(tx, label=kind, records=rows, common=common)
        for (_, spot), place in zip(found, made.places, strict=True):
            spot.place = place
        if kind == Kind.INITIATIVE:
            texts = [(spot, tuple(named.properties.get(name) for name in WORDED)) for named, spot in found]
    return texts


def _change(tx: Transaction, plan: Plan, *, at: dt.datetime) -> None:
    rows = [{"place": each.place, "properties": each.new} for each in sorted(plan.changed, key=lambda each: each.id)]
    if rows:
        CHANGE.run(tx, records=rows, at=at)
    for each in plan.changed:
        if each.kind == Kind.INITIATIVE and not each.new.keys().isdisjoint(WORDED):
            words.replace(tx, initiative_id=each.id, texts=tuple(each.now.get(name) for name in WORDED))
    if plan.changed_ties:
        CHANGE_TIES.run(tx, links=[{"place": each.place, "properties": each.new} for each in plan.changed_ties])


def tie(tx: Transaction, plan: Plan, *, batch: str) -> int:
    """Lay the planned links, each type in order of its ends so that locks are taken alike; returns how many."""
    for link, ties in sorted(plan.ties.items()):
        ordered = sorted(ties, key=lambda tie: (tie.end.place, tie.start.place))
        for plain, group in groupby(sorted(ordered, key=lambda tie: bool(tie.properties)), key=_is_plain):
            found = list(group)
            if plain:
                TIE_PLAINLY.run(tx, type=link, batch=batch, links=[[tie.start.place, tie.end.place] for tie in found])
            else:
                rows = [{"start": tie.start.place, "end": tie.end.place, "properties": tie.properties} for tie in found]
                TIE.run(tx, type=link, batch=batch, links=rows)
    return sum(map(len, plan.ties.values()))


def _is_plain(tie: NewTie) -> bool:
    return not tie.properties


def _mention(tx: Transaction, texts: list[tuple[Spot, tuple[str | None, ...]]], *, batch: str) -> tuple[int, int]:
    """Tie new initiatives to the words of their texts; returns how many words and links are new."""
    said = [(spot.place, words.stems(*text)) for spot, text in texts]
    spelling: dict[str, str] = {}
    for _, stems in said:
        for stem, text in stems.items():
            spelling.setdefault(stem, text)
    if not spelling:
        return 0, 0
    rows = [{"stem": stem, "text": text} for stem, text in sorted(spelling.items())]
    found = MENTION.one(tx, batch=batch, words=rows)
    places = dict(zip(sorted(spelling), found.places, strict=True))
    links = sorted(([place, places[stem]] for place, stems in said for stem in stems), key=lambda pair: pair[1])
    TIE_PLAINLY.run(tx, type="MENTIONS", batch=batch, links=links)
    return found.made, len(links)


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
    audit.WRITE.run(tx, entries=[{"id": ids.new_id(), **by, **line} for line in lines])


def _changed_line(each: Changed, name: str) -> dict[str, Any]:
    ends = each.id.split(" > ")
    subject = name if len(ends) == 1 else f"{each.kind} {each.id} {name}"
    return _line(ends[0], subject, to_text(each.old[name]), to_text(each.new[name]))


def _line(record_id: str, field: str, old: str | None, new: str | None) -> dict[str, Any]:
    return {"record_id": record_id, "field": field, "old": old, "new": new}
