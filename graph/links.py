"""The links of one record: which there are, and how a form or import makes them what they should be.

A link is known by its two ends and its type; of those at most one is current (`until` is null). Ending a link keeps it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph import audit, clock
from graph.errors import Invalid, NotFound
from graph.model import LINK, Kind, Link
from graph.properties import Reason, checked_link
from graph.query import Act, Read, Write

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.rights import Actor
    from graph.store import Transaction

# Ending a record leaves these: they tell what happened, and happened stays.
HISTORY = frozenset({Link.GIVES, Link.TO, Link.UNDER, Link.MADE, Link.DECIDES, Link.ADOPTED_BY, Link.DERIVED_FROM})
ENDABLE = tuple(link.value for link in Link if link not in HISTORY)


@dataclass(frozen=True, slots=True)
class LinkField:
    """One set of links of a record: the type, the direction, and the kind at the other end."""

    link: Link
    other: Kind
    outgoing: bool = True


@dataclass(frozen=True, slots=True)
class Tie:
    """One link as it should be: the other end, its own properties, and since when (None: not known)."""

    other_id: str
    properties: dict[str, Any] = field(default_factory=dict)
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class LinkNow:
    """One current link of a record."""

    link: Link
    outgoing: bool
    other_id: str
    other_name: str
    other_kind: Kind
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Laid:
    """A link that was made just now."""

    start_id: str
    type: Link
    end_id: str


@dataclass(frozen=True, slots=True)
class Touched:
    """A link that was ended or taken up again."""

    start_id: str
    type: Link
    end_id: str


LINKS = Read("records/links", LinkNow)
LAY = Write("records/link", Laid)
CHANGE = Act("records/change_link")
END = Act("records/end_link")
END_ALL = Write("records/end_all_links", Touched)
RESUME_ALL = Write("records/resume_all_links", Touched)


def of_record(tx: Transaction, *, record_id: str, types: Iterable[Link]) -> list[LinkNow]:
    """The current links of the record of these types, both directions."""
    return LINKS.all(tx, id=record_id, types=sorted({link.value for link in types}))


def replace(
    tx: Transaction, *, actor: Actor, record_id: str, kind: Kind, ties: Mapping[LinkField, Sequence[Tie]]
) -> bool:
    """Make each set of links named in `ties` exactly what it says; returns whether anything changed.

    Raises Invalid when a link cannot run between these kinds, NotFound when another end does not exist.
    """
    if not ties:
        return False
    for link_field in ties:
        _must_fit(kind, link_field)
    now = of_record(tx, record_id=record_id, types={each.link for each in ties})
    new, changed, gone = [], [], []
    for link_field, wanted in ties.items():
        present = {each.other_id: each for each in now if _belongs(each, link_field)}
        own = LINK[link_field.link].properties
        for tie in wanted:
            properties = checked_link(own, tie.properties)
            row = _row(record_id, link_field, tie.other_id, properties)
            if tie.other_id not in present:
                new.append(row | {"properties": properties | {"since": tie.since or clock.today()}})
            elif any(present[tie.other_id].properties.get(name) != value for name, value in properties.items()):
                changed.append(row)
        kept = {tie.other_id for tie in wanted}
        gone += [_row(record_id, link_field, other, {}) for other in sorted(present.keys() - kept)]
    _write(tx, actor, record_id, new, changed, gone)
    return bool(new or changed or gone)


def end_all(tx: Transaction, *, actor: Actor, record_id: str, on: dt.date) -> None:
    """End every current link of the record, except those that tell what happened."""
    ended = END_ALL.all(tx, id=record_id, types=list(ENDABLE), on=on)
    lines = [audit.Line("end_link", record_id, each.type, _ends(each), on.isoformat()) for each in ended]
    audit.write(tx, actor=actor, lines=lines)


def resume_all(tx: Transaction, *, actor: Actor, record_id: str, ended_on: dt.date) -> None:
    """Take up again the links that ended on `ended_on`."""
    resumed = RESUME_ALL.all(tx, id=record_id, types=list(ENDABLE), on=ended_on)
    lines = [audit.Line("resume_link", record_id, each.type, None, _ends(each)) for each in resumed]
    audit.write(tx, actor=actor, lines=lines)


def _write(
    tx: Transaction,
    actor: Actor,
    record_id: str,
    new: list[dict[str, Any]],
    changed: list[dict[str, Any]],
    gone: list[dict[str, Any]],
) -> None:
    if gone:
        END.run(tx, links=gone, on=clock.today())
    if changed:
        CHANGE.run(tx, links=changed)
    if new:
        laid = LAY.all(tx, links=sorted(new, key=lambda row: (row["end_id"], row["start_id"])))
        if len(laid) != len(new):
            missing = sorted({str(row["end_id"]) for row in new} - {each.end_id for each in laid})
            raise NotFound(", ".join(missing))
    lines = [audit.Line("end_link", record_id, row["type"], _ends_of(row), None) for row in gone]
    lines += [audit.Line("change_link", record_id, row["type"], None, _ends_of(row)) for row in changed]
    lines += [audit.Line("link", record_id, row["type"], None, _ends_of(row)) for row in new]
    audit.write(tx, actor=actor, lines=lines)


def _must_fit(kind: Kind, link_field: LinkField) -> None:
    shape = LINK[link_field.link]
    start, end = (kind, link_field.other) if link_field.outgoing else (link_field.other, kind)
    if start not in shape.starts or end not in shape.ends:
        raise Invalid(link_field.link, Reason.UNKNOWN)


def _belongs(now: LinkNow, link_field: LinkField) -> bool:
    return (now.link, now.outgoing, now.other_kind) == (link_field.link, link_field.outgoing, link_field.other)


def _row(record_id: str, link_field: LinkField, other_id: str, properties: dict[str, Any]) -> dict[str, Any]:
    start_id, end_id = (record_id, other_id) if link_field.outgoing else (other_id, record_id)
    return {"start_id": start_id, "end_id": end_id, "type": link_field.link.value, "properties": properties}


def _ends(each: Touched) -> str:
    return f"{each.start_id} > {each.end_id}"


def _ends_of(row: dict[str, Any]) -> str:
    return f"{row['start_id']} > {row['end_id']}"
