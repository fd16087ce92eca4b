"""The one way to write records and the links between them.

Every function checks the rights of the actor, checks the values against `graph.model`, writes its audit lines in the
same transaction, and can safely be run again by the driver: new records carry an id made by the caller.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph import audit, clock, ids, laws, links, words
from graph.decisions import rules as decision_rules
from graph.errors import Conflict, Invalid, NotFound
from graph.links import LinkField, Tie
from graph.model import LINK, Kind, Link, Visibility
from graph.properties import Reason, checked
from graph.query import Act, Read, Write
from graph.rights import Permission
from graph.supply import saying
from graph.values import to_python, to_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.rights import Actor
    from graph.store import Transaction

KEEPER = LinkField(Link.KEEPS, Kind.PERSON, outgoing=False)
# What these properties say is the text evidence of an initiative.
WORDED = ("name", "summary")


@dataclass(frozen=True, slots=True)
class Created:
    """Whether a record was made just now, or was there already."""

    created: bool


@dataclass(frozen=True, slots=True)
class RecordNow:
    """A record as it stands: its kind, version and properties."""

    kind: Kind
    version: int
    properties: dict[str, Any] = field(default_factory=dict)

    @property
    def visibility(self) -> Visibility:
        """Who may see it."""
        return Visibility(self.properties["visibility"])


ADD = Write("records/add", Created)
# Holding and reading are two statements: within one, values may be read before the lock was had.
HOLD = Act("records/hold")
CURRENT = Read("records/current", RecordNow)
READ = Read("records/read", RecordNow)
CHANGE = Act("records/change")


def read(tx: Transaction, *, actor: Actor, record_id: str) -> RecordNow:
    """One record to show in a form; raises NotFound."""
    return READ.one(tx, id=record_id, visible=actor.visible)


def add(
    tx: Transaction,
    *,
    actor: Actor,
    kind: Kind,
    properties: Mapping[str, Any],
    ties: Mapping[LinkField, Sequence[Tie]] | None = None,
    record_id: str | None = None,
    visibility: Visibility = Visibility.DRAFT,
) -> str:
    """Make a record of `kind` with its links and return its id.

    Who makes it keeps it, unless `ties` names a keeper. Doing it again with the same `record_id` changes nothing.
    Raises NotAllowed, Invalid, AlreadyExists, NotFound (a link leads nowhere).
    """
    actor.must(Permission.EDIT_RECORDS)
    laws.must_stay_internal(kind, visibility)
    values = {"lang": "nl", **checked(kind, properties, complete=True), "visibility": visibility.value}
    record_id = record_id or ids.new_id()
    stored = {name: value for name, value in values.items() if value is not None}
    if not ADD.one(tx, id=record_id, label=kind.value, properties=stored, at=clock.now()).created:
        return record_id
    audit.write(tx, actor=actor, lines=audit.differences(record_id, {}, stored, action="add"), version=1)
    laid = decision_rules.from_the_day_asked(stored, ties or {}) if kind is Kind.DECISION else ties or {}
    links.replace(tx, actor=actor, record_id=record_id, kind=kind, ties=_kept(actor, kind, laid), version=1)
    _agree(tx, kind, record_id, stored, stored)
    laws.obey(tx, record_id=record_id)
    _reword(tx, kind, record_id, stored, stored)
    return record_id


CONFIRMATION = frozenset({"status_confirmed_on", "status_confirmed_by"})


def change(
    tx: Transaction,
    *,
    actor: Actor,
    record_id: str,
    version: int,
    properties: Mapping[str, Any],
    ties: Mapping[LinkField, Sequence[Tie]] | None = None,
) -> None:
    """Give the record the values and the links named; what is not named stays.

    `version` is the version the person saw. Raises Conflict with the present values when somebody changed the record
    since, NotAllowed, Invalid, NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    now = _held(tx, record_id, version, act="change")
    values = checked(now.kind, properties)
    changed = {name: value for name, value in values.items() if now.properties.get(name) != value}
    if "status" in changed and CONFIRMATION.isdisjoint(values):
        # Nobody confirmed the new status: what somebody said of the old one is no word about it.
        changed |= {name: None for name in CONFIRMATION if now.properties.get(name) is not None}
    touched = links.replace(tx, actor=actor, record_id=record_id, kind=now.kind, ties=ties or {}, version=version + 1)
    if not changed and not touched:
        return
    lines = audit.differences(record_id, now.properties, changed, action="change")
    CHANGE.run(tx, id=record_id, properties=changed, at=clock.now())
    audit.write(tx, actor=actor, lines=lines, version=version + 1)
    _agree(tx, now.kind, record_id, now.properties | changed, changed)
    laws.obey(tx, record_id=record_id)
    _reword(tx, now.kind, record_id, now.properties | changed, changed)


def touch(tx: Transaction, *, actor: Actor, record_id: str, version: int) -> RecordNow:
    """Count a change of what belongs to the record but is no property of it, and return it as it was before.

    Raises Conflict, NotAllowed, NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    now = _held(tx, record_id, version, act="change")
    CHANGE.run(tx, id=record_id, properties={}, at=clock.now())
    return now


def show(tx: Transaction, *, actor: Actor, record_id: str, version: int, visibility: Visibility) -> None:
    """Publish the record, or take it back to draft; raises Conflict, Invalid, NotAllowed, NotFound."""
    actor.must(Permission.EDIT_RECORDS)
    if visibility is Visibility.REMOVED:
        remove(tx, actor=actor, record_id=record_id, version=version)
        return
    now = _held(tx, record_id, version, act="show")
    laws.must_stay_internal(now.kind, visibility)
    _set(tx, actor, record_id, now, {"visibility": visibility.value}, action="show")
    if now.kind in laws.CLOSING:
        laws.obey(tx, record_id=record_id)


def end(tx: Transaction, *, actor: Actor, record_id: str, version: int, on: dt.date) -> None:
    """From `on` the record no longer counts; its links stay as history.

    Raises NotAllowed, Invalid when `on` is yet to come, Conflict, NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    if on > clock.today():
        raise Invalid("until", Reason.IN_FUTURE)
    now = _held(tx, record_id, version, act="end")
    _set(tx, actor, record_id, now, {"until": on}, action="end")
    links.end_all(tx, actor=actor, record_id=record_id, on=on, version=version + 1)


def reopen(tx: Transaction, *, actor: Actor, record_id: str, version: int) -> None:
    """Take back that the record ended, with the links that ended on that day; raises Conflict, NotAllowed, NotFound."""
    actor.must(Permission.EDIT_RECORDS)
    now = _held(tx, record_id, version, act="reopen")
    ended_on = now.properties.get("until")
    if ended_on is None:
        return
    _set(tx, actor, record_id, now, {"until": None}, action="reopen")
    links.resume_all(tx, actor=actor, record_id=record_id, ended_on=ended_on, version=version + 1)
    laws.obey(tx, record_id=record_id)


def remove(tx: Transaction, *, actor: Actor, record_id: str, version: int) -> None:
    """Take a record out of every page and count, for what should not have been there; raises Conflict, NotAllowed."""
    actor.must(Permission.EDIT_RECORDS)
    now = _held(tx, record_id, version, act="remove")
    links.end_all(tx, actor=actor, record_id=record_id, on=clock.today(), version=version + 1)
    words.replace(tx, initiative_id=record_id, texts=())
    _set(tx, actor, record_id, now, {"visibility": Visibility.REMOVED.value}, action="remove")


def _kept(actor: Actor, kind: Kind, ties: Mapping[LinkField, Sequence[Tie]]) -> Mapping[LinkField, Sequence[Tie]]:
    """`ties` with the maker as keeper of what would have none."""
    if kind not in LINK[Link.KEEPS].ends or ties.get(KEEPER) or actor.person_id is None:
        return ties
    return {**ties, KEEPER: [Tie(actor.person_id)]}


def _held(tx: Transaction, record_id: str, version: int, *, act: str) -> RecordNow:
    HOLD.run(tx, id=record_id)
    now = CURRENT.maybe(tx, id=record_id)
    if now is None:
        raise NotFound(record_id)
    if now.version != version:
        raise Conflict(to_python(now.properties))
    laws.must_be_open(tx, kind=now.kind, record_id=record_id, act=act)
    return now


def _set(
    tx: Transaction, actor: Actor, record_id: str, now: RecordNow, properties: dict[str, Any], *, action: str
) -> None:
    CHANGE.run(tx, id=record_id, properties=properties, at=clock.now())
    lines = [
        audit.Line(action, record_id, name, to_text(now.properties.get(name)), to_text(value))
        for name, value in properties.items()
    ]
    audit.write(tx, actor=actor, lines=lines, version=now.version + 1)


def _agree(tx: Transaction, kind: Kind, record_id: str, values: Mapping[str, Any], changed: Mapping[str, Any]) -> None:
    """The values of one record must go together; raises Invalid."""
    if kind is Kind.DECISION:
        decision_rules.obey(tx, record_id=record_id, values=values, changed=changed)


def _reword(tx: Transaction, kind: Kind, record_id: str, values: Mapping[str, Any], changed: Mapping[str, Any]) -> None:
    if kind is Kind.INITIATIVE and any(name in changed for name in WORDED):
        words.replace(tx, initiative_id=record_id, texts=tuple(values.get(name) for name in WORDED))
    elif saying.touches(kind, changed):
        saying.note(tx, said={record_id: values})
