"""Recording an interaction, and saying that its next step was done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from graph import clock, records
from graph.errors import Invalid
from graph.links import LinkField, Tie
from graph.mentions import Mention
from graph.model import InteractionKind, Kind, Link
from graph.properties import Reason
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.rights import Actor
    from graph.store import Transaction

LONGEST_NAME = 80
MOST_ADDRESSES = 50
ABOUT = (Kind.INITIATIVE, Kind.ORGANISATION, Kind.PERSON)
KNOWN = Read("interactions/known", Mention)


def name_of(text: str) -> str:
    """A short name from the first line of a note: cut at a word, with an ellipsis."""
    line = " ".join(next((each for each in text.splitlines() if each.strip()), "").split())
    if len(line) <= LONGEST_NAME:
        return line
    cut = line[:LONGEST_NAME].rsplit(" ", 1)[0]
    return f"{cut[: LONGEST_NAME - 1]}…"


def add(
    tx: Transaction,
    *,
    actor: Actor,
    record_id: str,
    about: str,
    kind: InteractionKind,
    text: str,
    happened_on: dt.date | None = None,
    next_step: str | None = None,
    next_on: dt.date | None = None,
) -> None:
    """Record an interaction about one record; `record_id` is the new id, and `actor` had the contact.

    Raises NotAllowed, NotFound (no such record), Invalid (no text, a day to come, a day without a step).
    """
    actor.must(Permission.EDIT_RECORDS)
    other = records.read(tx, actor=actor, record_id=about).kind
    if other not in ABOUT:
        raise Invalid("about", Reason.UNKNOWN)
    if not text.strip():
        raise Invalid("description", Reason.MISSING)
    on = happened_on or clock.today()
    if on > clock.today():
        raise Invalid("happened_on", Reason.IN_FUTURE)
    if next_on and not (next_step or "").strip():
        raise Invalid("next_step", Reason.MISSING)
    ties = {LinkField(Link.ABOUT, other): [Tie(about, since=on)]}
    if actor.person_id:
        ties[LinkField(Link.HELD, Kind.PERSON, outgoing=False)] = [Tie(actor.person_id, since=on)]
    properties = {
        "name": name_of(text),
        "interaction_kind": kind,
        "description": text,
        "happened_on": on,
        "next_step": next_step,
        "next_on": next_on,
    }
    records.add(tx, actor=actor, kind=Kind.INTERACTION, properties=properties, ties=ties, record_id=record_id)


def done(tx: Transaction, *, actor: Actor, interaction_id: str, version: int) -> None:
    """Say that the next step was done today; raises NotAllowed, NotFound, Conflict."""
    properties = {"next_done_on": clock.today()}
    records.change(tx, actor=actor, record_id=interaction_id, version=version, properties=properties)


def known(tx: Transaction, *, actor: Actor, addresses: Sequence[str]) -> list[Mention]:
    """The people, organisations and initiatives with one of these mail addresses; raises NotAllowed."""
    actor.must(Permission.SEE_PRIVATE)
    asked = sorted({each.strip().lower() for each in addresses})[:MOST_ADDRESSES]
    return KNOWN.all(tx, addresses=asked, visible=actor.visible, limit=MOST_ADDRESSES)
