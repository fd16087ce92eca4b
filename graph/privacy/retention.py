"""How long each kind is kept, and what may be let go of now (art. 5 paragraph 1 under e GDPR).

The terms are those of the selection list of municipalities (VNG) where it names the process, and else a choice of the
house that a municipality can weigh again: nothing is erased by itself, an administrator decides on each proposal.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import clock
from graph.counting import MOST_COUNTED
from graph.links import HISTORY
from graph.mentions import Spoken
from graph.model import Kind, Link
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction


# Stands in the place of a name or subject; data, so in the language of the municipality.
ERASED = "Gewist op verzoek"


class Class(StrEnum):
    """How long: always, seven years (money), while it serves, one or two years after the last contact."""

    ALWAYS = "always"
    SEVEN_YEARS = "seven_years"
    WHILE_IT_SERVES = "while_it_serves"
    TWO_YEARS = "two_years"
    ONE_YEAR = "one_year"


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for kinds of records: the class and the kinds."""

    keeps: Class
    kinds: tuple[Kind, ...]


RETENTION: tuple[Rule, ...] = (
    Rule(
        Class.ALWAYS,
        (
            *(Kind.GOAL, Kind.POLICY_NOTE, Kind.COMMITMENT, Kind.DECISION, Kind.BODY, Kind.DEPARTMENT),
            *(Kind.REQUIREMENT, Kind.ASSESSMENT_FRAMEWORK, Kind.CRITERION),
        ),
    ),
    # An assessment is the motivation of what was given, and goes with it.
    Rule(Class.SEVEN_YEARS, (Kind.CONTRIBUTION, Kind.SUBSIDY_SCHEME, Kind.ASSESSMENT)),
    Rule(
        Class.WHILE_IT_SERVES,
        (
            *(Kind.INITIATIVE, Kind.ORGANISATION, Kind.THEME, Kind.AREA),
            *(Kind.NEED, Kind.OFFER, Kind.RESULT, Kind.LESSON),
        ),
    ),
    Rule(Class.TWO_YEARS, (Kind.INTERACTION,)),
    Rule(Class.ONE_YEAR, (Kind.PERSON,)),
)


class Proposal(StrEnum):
    """A list of what may go."""

    PEOPLE = "people"
    NOTES = "notes"
    ACCOUNTS = "accounts"
    MONEY = "money"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Stale:
    """Something that may go, and when it was last needed; `kind` is a label of the graph.

    Of a contact the name is left out, because it is made of its words; `spoken` stands for it.
    """

    id: str
    kind: str
    name: str
    last_at: dt.datetime
    is_removed: bool
    spoken: Spoken | None


class Order(StrEnum):
    """In which order proposals stand: what was needed longest ago first, or by name."""

    OLDEST = "oldest"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Proposals:
    """What may go, the part that is shown, and how much there is of each; `MOST_COUNTED` + 1 stands for more."""

    counts: dict[Proposal, int]
    shown: dict[Proposal, tuple[Stale, ...]]


_YEAR = 365
PROPOSALS: dict[Proposal, int] = {
    Proposal.PEOPLE: _YEAR,
    Proposal.NOTES: 2 * _YEAR,
    Proposal.ACCOUNTS: _YEAR,
    Proposal.MONEY: 7 * _YEAR + 2,
    Proposal.ENDED: 5 * _YEAR,
}
"""After how many days something is proposed; seven years hold one or two leap days."""

# What happened needs nobody any more, but who decided or promised is kept; a consent or a likeness needs nobody either.
_PASSING = sorted(
    {link.value for link in (HISTORY | {Link.MAY_BE_CONTACTED}) - {Link.MADE, Link.DECIDES}}
    | {"LIKELY_SAME_AS", "NOT_SAME_AS"}
)
_SERVING = [kind.value for rule in RETENTION if rule.keeps is Class.WHILE_IT_SERVES for kind in rule.kinds]

PEOPLE = Read("privacy/stale_people", Stale)
NOTES = Read("privacy/stale_notes", Stale)
ACCOUNTS = Read("privacy/stale_accounts", Stale)
MONEY = Read("privacy/stale_money", Stale)
ENDED = Read("privacy/stale_ended", Stale)


def proposals(
    tx: Transaction, *, actor: Actor, only: Proposal | None, order: Order = Order.OLDEST, skip: int = 0, limit: int
) -> Proposals:
    """What may go: of each kind of proposal, or `only` one, rows `skip` to `skip + limit`; raises NotAllowed."""
    asked = [only] if only else list(Proposal)
    return Proposals(
        counts=counts(tx, actor=actor),
        shown={each: stale(tx, actor=actor, proposal=each, order=order, skip=skip, limit=limit) for each in asked},
    )


def counts(tx: Transaction, *, actor: Actor) -> dict[Proposal, int]:
    """How much is proposed of each; `MOST_COUNTED` + 1 stands for more. Raises NotAllowed."""
    most = MOST_COUNTED + 1
    return {
        each: len(stale(tx, actor=actor, proposal=each, order=Order.OLDEST, skip=0, limit=most)) for each in Proposal
    }


def stale(
    tx: Transaction, *, actor: Actor, proposal: Proposal, order: Order, skip: int, limit: int
) -> tuple[Stale, ...]:
    """Rows `skip` to `skip + limit` of what is proposed to go; raises NotAllowed."""
    actor.must(Permission.ADMINISTER)
    today, back = clock.today(), dt.timedelta(days=PROPOSALS[proposal])
    money = today - dt.timedelta(days=PROPOSALS[Proposal.MONEY])
    page: dict[str, Any] = {"order": order, "skip": skip, "limit": limit}
    match proposal:
        case Proposal.PEOPLE:
            found = PEOPLE.all(tx, before=clock.now() - back, money=money, passing=_PASSING, erased=ERASED, **page)
        case Proposal.NOTES:
            found = NOTES.all(tx, before=today - back, erased=ERASED, **page)
        case Proposal.ACCOUNTS:
            found = ACCOUNTS.all(tx, before=clock.now() - back, **page)
        case Proposal.MONEY:
            found = MONEY.all(tx, before=today - back, **page)
        case Proposal.ENDED:
            found = ENDED.all(tx, before=today - back, money=money, kinds=_SERVING, **page)
    return tuple(found)
