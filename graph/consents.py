"""For what, through which channel and on which ground a person may be contacted; without a link: not asked.

Withdrawing ends the link and keeps it: what was sent before was allowed then. A no is a link that ends as it begins, so
that whoever asks sees that it holds no more. Who is in a function may be contacted in it until there is an ended link:
for an invitation whoever works somewhere, as introducers officials and aldermen.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from dataclasses import replace as with_values
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from graph import audit, clock, records
from graph.errors import Invalid, NotFound
from graph.model import LINK, Basis, Kind, Link, PersonKind, Purpose
from graph.properties import Reason, checked_link
from graph.query import Act, Read
from graph.rights import Permission
from graph.values import to_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
class Refusal:
    """A purpose for which the person said no, and on which day (None: today); `area_id` is whom the person said it to.

    A yes that was withdrawn counts as a no.
    """

    purpose: Purpose
    given_on: dt.date | None = None
    source: str | None = None
    review_on: dt.date | None = None
    area_id: str | None = field(default=None, compare=False)


Answer = TypeVar("Answer", Consent, Refusal)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the person may be contacted for now, and for what not any more; a purpose in neither was not asked."""

    allowed: tuple[Consent, ...] = ()
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Municipality:
    """The area in whose name people are contacted."""

    id: str


OF_PERSON = Read("consents/of_person", Consent)
REFUSED = Read("consents/refused", Refusal)
MUNICIPALITY = Read("consents/municipality", Municipality)
GIVE = Act("consents/give")
WITHDRAW = Act("consents/withdraw")
REFUSE = Act("consents/refuse")


def of_person(tx: Transaction, *, actor: Actor, person_id: str) -> list[Consent]:
    """What the person may be contacted for now; raises NotAllowed for who may not see private data."""
    actor.must(Permission.SEE_PRIVATE)
    return OF_PERSON.all(tx, person_id=person_id)


def answers(tx: Transaction, *, actor: Actor, person_id: str) -> Answers:
    """What the person said so far on every purpose; raises NotAllowed for who may not see private data."""
    allowed = of_person(tx, actor=actor, person_id=person_id)
    return Answers(tuple(allowed), tuple(REFUSED.all(tx, person_id=person_id)))


def replace(
    tx: Transaction,
    *,
    actor: Actor,
    person_id: str,
    version: int,
    consents: Sequence[Consent],
    refusals: Sequence[Refusal] = (),
    municipality: str = "",
) -> None:
    """Make what the person may be contacted for exactly `consents`; `municipality` is an area code, if one is set.

    `refusals` are kept as a no; of a yes and a no on one purpose the no counts. A no stays one until there is a yes.
    Raises NotAllowed, Conflict when somebody changed the person since `version`, Invalid (a resident has no function, a
    no is not of a day to come), NotFound (no such person, or no area that is the municipality).
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
    today = clock.today()
    if any(each.given_on and each.given_on > today for each in refusals):
        raise Invalid("given_on", Reason.IN_FUTURE)
    before = {each.purpose: each for each in REFUSED.all(tx, person_id=person_id)}
    now = {(each.purpose, each.channel): each for each in OF_PERSON.all(tx, person_id=person_id)}
    refused = {
        each.purpose: _anew(with_values(each, given_on=each.given_on or today), now.values()) for each in refusals
    }
    wanted = {
        (each.purpose, each.channel): _anew(each, before.values()) for each in consents if each.purpose not in refused
    }
    gone = [each for key, each in now.items() if wanted.get(key) != each]
    new = [each for key, each in wanted.items() if now.get(key) != each]
    lines = [_withdraw(tx, person_id, each) for each in gone]
    saying_no = [each for purpose, each in refused.items() if before.get(purpose) != each]
    if new or saying_no:
        area = MUNICIPALITY.one(tx, code=municipality)
        lines += [_refuse(tx, person_id, area.id, each) for each in saying_no]
        lines += [_give(tx, person_id, area.id, each) for each in new]
    audit.write(tx, actor=actor, lines=lines, version=version + 1)


def stricter(tx: Transaction, *, survivor_id: str, loser_id: str) -> list[audit.Line]:
    """Of two people who turn out to be one, a no of either holds for the survivor; returns what is to be noted of it.

    To be called before the links of the one become the other's, by who checked the rights.
    """
    own, theirs = (
        {each.purpose: each for each in REFUSED.all(tx, person_id=person_id)} for person_id in (survivor_id, loser_id)
    )
    lines = [
        _withdraw(tx, person_id, each)
        for person_id in (survivor_id, loser_id)
        for each in OF_PERSON.all(tx, person_id=person_id)
        if each.purpose in own or each.purpose in theirs
    ]
    return lines + [
        _refuse(tx, survivor_id, str(each.area_id), each) for purpose, each in theirs.items() if purpose not in own
    ]


def _anew(answer: Answer, opposite: Iterable[Consent | Refusal]) -> Answer:
    """`answer` as given today, where it has the day of the opposite answer that it takes the place of.

    Who turns a yes into a no, or a no into a yes, and leaves the rest as it was, says nothing of the day or the source.
    """
    day = answer.given_on
    earlier = next((each for each in opposite if each.purpose is answer.purpose and each.given_on == day), None)
    if earlier is None:
        return answer
    return with_values(
        answer,
        given_on=clock.today(),
        source=None if answer.source == earlier.source else answer.source,
        review_on=None if answer.review_on == earlier.review_on else answer.review_on,
    )


def _withdraw(tx: Transaction, person_id: str, consent: Consent) -> audit.Line:
    WITHDRAW.run(tx, person_id=person_id, purpose=consent.purpose, channel=consent.channel, on=clock.today())
    return audit.Line("withdraw_consent", person_id, consent.purpose, _said(consent), None)


def _refuse(tx: Transaction, person_id: str, area_id: str, refusal: Refusal) -> audit.Line:
    today = clock.today()
    said = {
        "purpose": refusal.purpose,
        "source": refusal.source,
        "review_on": refusal.review_on,
        "refused_on": refusal.given_on,
    }
    properties = checked_link(LINK[Link.MAY_BE_CONTACTED].properties, said) | {"since": today, "until": today}
    REFUSE.run(tx, person_id=person_id, area_id=area_id, purpose=refusal.purpose, on=today, properties=properties)
    return audit.Line("refuse_contact", person_id, refusal.purpose, None, to_text(refusal.given_on))


def _give(tx: Transaction, person_id: str, area_id: str, consent: Consent) -> audit.Line:
    GIVE.run(tx, person_id=person_id, area_id=area_id, properties=_properties(consent))
    return audit.Line("give_consent", person_id, consent.purpose, None, _said(consent))


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
