"""The links of one record: which there are, and how a form or import makes them what they should be.

A link is known by its two ends and its type; of those at most one is current (`until` is null). Ending a link keeps it;
the last day that was planned for it stays in `planned_until`, for whoever takes the link up again.
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
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.rights import Actor
    from graph.store import Transaction

# Ending a record leaves these: they tell what happened, and happened stays.
HISTORY = frozenset(
    {Link.GIVES, Link.TO, Link.UNDER, Link.MADE, Link.DECIDES, Link.ADOPTED_BY, Link.DERIVED_FROM}
    | {Link.ABOUT, Link.HELD}
    | {Link.JUDGES, Link.ANSWERS, Link.COMPARED_WITH}
)
ENDABLE = tuple(link.value for link in Link if link not in HISTORY)
# These hold both ways and are stored once per pair.
SYMMETRIC = frozenset({Link.BORDERS})
# A link is asked in the form of the record where it starts, but these where they end, and these in both forms.
ASKED_AT_END = frozenset(
    {Link.KEEPS, Link.CONTACT_FOR, Link.INITIATES, Link.PARTNERS_IN, Link.HAS_INTEREST_IN, Link.GIVES, Link.MADE}
    | {Link.HELD, Link.DECIDES, Link.WAITS_FOR, Link.ACHIEVED, Link.LEARNED, Link.NEEDS, Link.OFFERS}
    | {Link.SETS, Link.MUST_MEET}
)
ASKED_AT_BOTH = SYMMETRIC | {Link.PORTFOLIO_HOLDER_OF, Link.ACCOUNT_HOLDER_OF}


@dataclass(frozen=True, slots=True)
class LinkField:
    """One set of links of a record: the type, the direction, and the kind at the other end.

    A link of `SYMMETRIC` belongs to its set whichever way it was stored.
    """

    link: Link
    other: Kind
    outgoing: bool = True


@dataclass(frozen=True, slots=True)
class Tie:
    """One link as it should be: the other end, its own properties, since when (None: not known), and until when.

    `until` is for a new link that ends on a day known already; most end when somebody says so.
    """

    other_id: str
    properties: dict[str, Any] = field(default_factory=dict)
    since: dt.date | None = None
    until: dt.date | None = None


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


@dataclass(frozen=True, slots=True)
class Version:
    """The version that a record has now."""

    id: str
    version: int


@dataclass(frozen=True, slots=True)
class _Deed:
    """What was done with one link, as the audit trail calls it."""

    action: str
    start_id: str
    type: str
    end_id: str


LINKS = Read("records/links", LinkNow)
LAY = Write("records/link", Laid)
CHANGE = Act("records/change_link")
END = Act("records/end_link")
END_ALL = Write("records/end_all_links", Touched)
RESUME_ALL = Write("records/resume_all_links", Touched)
MAKE_ROOM = Write("records/make_room", Touched)
TOUCH = Write("records/touch", Version)


def of_record(tx: Transaction, *, record_id: str, types: Iterable[Link]) -> list[LinkNow]:
    """The current links of the record of these types, both directions."""
    return LINKS.all(tx, id=record_id, types=sorted({link.value for link in types}))


def asked_at(link: str, *, start: bool) -> bool:
    """Whether the form of the record where links of this type start, or else end, asks them."""
    return link in ASKED_AT_BOTH or (link in ASKED_AT_END) != start


def replace(
    tx: Transaction,
    *,
    actor: Actor,
    record_id: str,
    kind: Kind,
    ties: Mapping[LinkField, Sequence[Tie]],
    version: int | None = None,
) -> bool:
    """Make each set of links named in `ties` exactly what it says; returns whether anything changed.

    The record at the other end of what changed counts a change too, where its own form asks the same link: a form that
    was open there meanwhile would take the change back and tell nobody.
    `version` is the version of the record that the audit lines belong to. The caller checks `graph.laws` afterwards.
    Raises NotAllowed, Invalid when a link cannot run between these kinds, NotFound when another end does not exist.
    """
    actor.must(Permission.EDIT_RECORDS)
    if not ties:
        return False
    for link_field in ties:
        _must_fit(kind, link_field)
    now = of_record(tx, record_id=record_id, types={each.link for each in ties})
    plan = _Plan()
    for link_field, wanted in ties.items():
        _compare(plan, record_id, kind, link_field, wanted, now)
    _write(tx, actor, record_id, plan, version)
    return plan.changes


def end_all(tx: Transaction, *, actor: Actor, record_id: str, on: dt.date, version: int | None = None) -> None:
    """End every current link of the record, also one that was to end later; raises NotAllowed.

    Those that tell what happened stay.
    """
    actor.must(Permission.EDIT_RECORDS)
    ended = END_ALL.all(tx, id=record_id, types=list(ENDABLE), on=on, today=clock.today())
    lines = [_line(record_id, _Deed("end_link", each.start_id, each.type, each.end_id)) for each in ended]
    audit.write(tx, actor=actor, lines=lines, version=version)


def resume_all(tx: Transaction, *, actor: Actor, record_id: str, ended_on: dt.date, version: int | None = None) -> None:
    """Take up again the links that ended on `ended_on`, unless another took their place since; raises NotAllowed.

    A link that was to end on a day known already does so.
    """
    actor.must(Permission.EDIT_RECORDS)
    resumed = RESUME_ALL.all(tx, id=record_id, types=list(ENDABLE), on=ended_on, today=clock.today())
    lines = [_line(record_id, _Deed("link", each.start_id, each.type, each.end_id)) for each in resumed]
    audit.write(tx, actor=actor, lines=lines, version=version)


@dataclass(slots=True)
class _Plan:
    """What is to be laid, changed and ended, as rows for the statements."""

    new: list[dict[str, Any]] = field(default_factory=list)
    changed: list[dict[str, Any]] = field(default_factory=list)
    gone: list[dict[str, Any]] = field(default_factory=list)

    @property
    def changes(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def _compare(
    plan: _Plan,
    record_id: str,
    kind: Kind,
    link_field: LinkField,
    wanted: Sequence[Tie],
    now: Sequence[LinkNow],
) -> None:
    present = {each.other_id: each for each in now if _belongs(each, link_field)}
    own = LINK[link_field.link].properties
    for tie in {tie.other_id: tie for tie in wanted}.values():
        if tie.other_id == record_id:
            raise Invalid(link_field.link, Reason.CIRCLE)
        properties = checked_link(own, tie.properties)
        if tie.other_id not in present:
            row = _row(record_id, kind, link_field, tie.other_id, outgoing=_laid_outgoing(record_id, link_field, tie))
            days = {"since": tie.since or clock.today()} | ({"until": tie.until} if tie.until else {})
            plan.new.append(row | {"properties": properties | days})
        elif any(present[tie.other_id].properties.get(name) != value for name, value in properties.items()):
            row = _row(record_id, kind, link_field, tie.other_id, outgoing=present[tie.other_id].outgoing)
            plan.changed.append(row | {"properties": properties})
    for other_id in sorted(present.keys() - {tie.other_id for tie in wanted}):
        plan.gone.append(_row(record_id, kind, link_field, other_id, outgoing=present[other_id].outgoing))


def _write(tx: Transaction, actor: Actor, record_id: str, plan: _Plan, version: int | None) -> None:
    if plan.gone:
        END.run(tx, links=plan.gone, on=clock.today())
    if plan.changed:
        CHANGE.run(tx, links=plan.changed)
    if plan.new:
        laid = LAY.all(tx, links=sorted(plan.new, key=lambda row: (row["end_id"], row["start_id"])))
        missing = {(row["start_id"], row["end_id"]) for row in plan.new} - {
            (each.start_id, each.end_id) for each in laid
        }
        if missing:
            raise NotFound(", ".join(sorted(start if end == record_id else end for start, end in missing)))
    done = (("end_link", plan.gone), ("change_link", plan.changed), ("link", plan.new))
    deeds = [_Deed(action, row["start_id"], row["type"], row["end_id"]) for action, rows in done for row in rows]
    deeds += _made_room(tx, plan.new)
    audit.write(tx, actor=actor, lines=_told(tx, record_id, deeds), version=version)


def _made_room(tx: Transaction, new: Sequence[dict[str, Any]]) -> list[_Deed]:
    """Who was to stop later as contact person stops when another begins: no form shows such a link."""
    contacts = [row for row in new if row["type"] == Link.CONTACT_FOR and "until" not in row["properties"]]
    if not contacts:
        return []
    ended = MAKE_ROOM.all(tx, links=contacts)
    return [_Deed("end_link", each.start_id, each.type, each.end_id) for each in ended]


def _told(tx: Transaction, record_id: str, deeds: Sequence[_Deed]) -> list[audit.Line]:
    """The lines of the record, and those of the other ends whose own form asks the link: they count a change."""
    lines = [_line(record_id, each) for each in deeds]
    there = [
        (each.end_id if each.start_id == record_id else each.start_id, each)
        for each in deeds
        if asked_at(each.type, start=each.start_id != record_id)
    ]
    if there:
        touched = TOUCH.all(tx, ids=sorted({other_id for other_id, _ in there}), at=clock.now())
        versions = {each.id: each.version for each in touched}
        lines += [_line(other_id, each, versions.get(other_id)) for other_id, each in there]
    return lines


def _line(record_id: str, deed: _Deed, version: int | None = None) -> audit.Line:
    ends = f"{deed.start_id} > {deed.end_id}"
    old, new = (ends, None) if deed.action == "end_link" else (None, ends)
    return audit.Line(deed.action, record_id, deed.type, old, new, version=version)


def _must_fit(kind: Kind, link_field: LinkField) -> None:
    shape = LINK[link_field.link]
    start, end = (kind, link_field.other) if link_field.outgoing else (link_field.other, kind)
    if start not in shape.starts or end not in shape.ends:
        raise Invalid(link_field.link, Reason.UNKNOWN)


def _belongs(now: LinkNow, link_field: LinkField) -> bool:
    same_way = now.outgoing == link_field.outgoing or link_field.link in SYMMETRIC
    return same_way and (now.link, now.other_kind) == (link_field.link, link_field.other)


def _laid_outgoing(record_id: str, link_field: LinkField, tie: Tie) -> bool:
    return record_id < tie.other_id if link_field.link in SYMMETRIC else link_field.outgoing


def _row(record_id: str, kind: Kind, link_field: LinkField, other_id: str, *, outgoing: bool) -> dict[str, Any]:
    here, there = (record_id, kind.value), (other_id, link_field.other.value)
    start, end = (here, there) if outgoing else (there, here)
    return {
        "type": link_field.link.value,
        "start_id": start[0],
        "start_kind": start[1],
        "end_id": end[0],
        "end_kind": end[1],
    }
