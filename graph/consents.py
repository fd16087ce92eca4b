"""For what, through which channel and on which ground a person may be contacted; without a link: not asked.

Withdrawing ends the link and keeps it: what was sent before was allowed then.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import audit, clock, records
from graph.errors import Invalid, NotFound
from graph.model import LINK, Basis, Kind, Link, PersonKind, Purpose
from graph.properties import Reason, checked_link
from graph.query import Act, Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.rights import Actor
    from graph.store import Transaction


class Channel(StrEnum):
    """How a person is reached."""

    MAIL = "mail"
    TELEPHONE = "telephone"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Consent:
    """One purpose and channel, and why it is allowed; `source` says how that is known."""

    purpose: Purpose
    channel: Channel
    basis: Basis
    source: str | None = None
    given_on: dt.date | None = None
    review_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Municipality:
    """The area in whose name people are contacted."""

    id: str


OF_PERSON = Read("consents/of_person", Consent)
MUNICIPALITY = Read("consents/municipality", Municipality)
GIVE = Act("consents/give")
WITHDRAW = Act("consents/withdraw")


def of_person(tx: Transaction, *, actor: Actor, person_id: str) -> list[Consent]:
    """What the person may be contacted for now; raises NotAllowed for who may not see private data."""
    actor.must(Permission.SEE_PRIVATE)
    return OF_PERSON.all(tx, person_id=person_id)


def replace(
    tx: Transaction,
    *,
    actor: Actor,
    person_id: str,
    version: int,
    consents: Sequence[Consent],
    municipality: str = "",
) -> None:
    """Make what the person may be contacted for exactly `consents`; `municipality` is an area code, if one is set.

    Raises NotAllowed, Conflict when somebody changed the person since `version`, Invalid (a resident has no function),
    NotFound (no such person, or no area that is the municipality).
    """
    actor.must(Permission.EDIT_RECORDS)
    actor.must(Permission.SEE_PRIVATE)
    person = records.touch(tx, actor=actor, record_id=person_id, version=version)
    if person.kind is not Kind.PERSON:
        raise NotFound(person_id)
    if person.properties.get("person_kind") in {None, PersonKind.RESIDENT} and any(
        each.basis is Basis.FUNCTION for each in consents
    ):
        raise Invalid("basis", Reason.NOT_A_CHOICE)
    now = {(each.purpose, each.channel): each for each in OF_PERSON.all(tx, person_id=person_id)}
    wanted = {(each.purpose, each.channel): each for each in consents}
    gone = [each for key, each in now.items() if wanted.get(key) != each]
    new = [each for key, each in wanted.items() if now.get(key) != each]
    for each in gone:
        WITHDRAW.run(tx, person_id=person_id, purpose=each.purpose, channel=each.channel, on=clock.today())
    if new:
        area = MUNICIPALITY.one(tx, code=municipality)
        for each in new:
            GIVE.run(tx, person_id=person_id, area_id=area.id, properties=_properties(each))
    lines = [audit.Line("withdraw_consent", person_id, each.purpose, _said(each), None) for each in gone]
    lines += [audit.Line("give_consent", person_id, each.purpose, None, _said(each)) for each in new]
    audit.write(tx, actor=actor, lines=lines, version=version + 1)


def _properties(consent: Consent) -> dict[str, object]:
    given = {
        "purpose": consent.purpose,
        "channel": consent.channel.value,
        "basis": consent.basis,
        "source": consent.source,
        "given_on": consent.given_on or clock.today(),
        "review_on": consent.review_on,
    }
    return checked_link(LINK[Link.MAY_BE_CONTACTED].properties, given) | {"since": clock.today()}


def _said(consent: Consent) -> str:
    return f"{consent.channel}: {consent.basis}"
