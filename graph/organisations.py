"""Organisations: the list of all, and the page of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph import clock, interactions, known, officials, past
from graph.bridges import meeting
from graph.counting import MOST_COUNTED
from graph.mentions import Listed, Mention, missing
from graph.model import Kind, OrganisationKind, Visibility
from graph.officials import Official, Responsible
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission
from graph.supply import matches
from graph.supply.matches import Supply

if TYPE_CHECKING:
    from graph.bridges.suggestions import Pair
    from graph.interactions import Around
    from graph.rights import Actor
    from graph.store import Transaction

MOST_LISTED = 100
# The areas of one row, on a page of the list.
NAMED = 3
MOST_MEETINGS = 3


class Order(StrEnum):
    """In which order the list comes; each is that of an index. The values stand in the address."""

    NAME = "naam"
    BACKWARDS = "naam-omgekeerd"
    LATEST = "gewijzigd"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list shows: one kind of party, a theme with the narrower ones, an area with those inside it, drafts."""

    kind: OrganisationKind | None = None
    theme: str | None = None
    area: str | None = None
    visibility: Visibility | None = None
    order: Order = Order.NAME


@dataclass(frozen=True, slots=True)
class OrganisationInList:
    """One line of the list; `initiatives` counts those it undertakes or takes part in."""

    id: str
    name: str
    organisation_kind: OrganisationKind | None
    visibility: Visibility
    areas: tuple[Mention, ...]
    initiatives: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: how many organisations the list would show with it."""

    filter: str
    value: str
    name: str
    organisations: int


@dataclass(frozen=True, slots=True)
class Total:
    """How many rows the whole list has; one more than `MOST_COUNTED` stands for more."""

    total: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, how many there are in all, and the choices of each filter."""

    total: int
    rows: tuple[OrganisationInList, ...]
    choices: tuple[Choice, ...]

    def choices_of(self, name: str) -> list[Choice]:
        """The choices of one filter: kind, theme, area or visibility."""
        return [choice for choice in self.choices if choice.filter == name]


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """What stands on the organisation and one link away; its addresses are public ones."""

    id: str
    visibility: Visibility
    until: dt.date | None
    lang: str
    name: str
    organisation_kind: OrganisationKind | None
    description: str | None
    website: str | None
    channels: tuple[str, ...]
    email: str | None
    telephone: str | None
    themes: tuple[Mention, ...]
    areas: tuple[Mention, ...]
    departments: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Involvement:
    """An initiative the organisation undertakes or takes part in, and as what."""

    mention: Mention
    undertakes: bool
    role: str | None
    summary: str | None


@dataclass(frozen=True, slots=True)
class Gift:
    """What the organisation gave or was asked to give to an initiative."""

    name: str
    to: Mention
    amount_granted: float | None


@dataclass(frozen=True, slots=True)
class Worker:
    """A person who works or sits there, and as what."""

    official: Official
    role: str | None


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """Everything the page of one organisation shows; `meetings` is empty for who may not see bridges."""

    facts: OrganisationFacts
    initiatives: tuple[Involvement, ...]
    gifts: tuple[Gift, ...]
    people: tuple[Worker, ...]
    alike: tuple[Listed, ...]
    responsible: Responsible
    interactions: Around | None
    supply: Supply
    meetings: tuple[Pair, ...]


ROWS = {
    Order.NAME: Read("organisations/list", OrganisationInList),
    Order.BACKWARDS: Read("organisations/list_backwards", OrganisationInList),
    Order.LATEST: Read("organisations/latest", OrganisationInList),
}
TOTAL = Read("organisations/total", Total)
CHOICES = Read("organisations/choices", Choice)
FACTS = Read("organisations/facts", OrganisationFacts)
INITIATIVES = Read("organisations/initiatives", Involvement)
GIFTS = Read("organisations/gifts", Gift)
ALIKE = Read("organisations/alike", Listed)
WORKERS = Read("officials/workers", Worker)


def rows(
    tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int, each: int = NAMED
) -> list[OrganisationInList]:
    """Rows `skip` to `skip + limit` of the selection, in its order, with `each` areas at most."""
    named = _parameters(tx, actor, selection)
    return ROWS[selection.order].all(tx, **named, skip=skip, limit=limit, each=each)


@remembered
def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """Rows `skip` to `skip + limit` of the selection, in its order, with the total and the choices of the filters."""
    named = _parameters(tx, actor, selection)
    total = {name: value for name, value in named.items() if name != "visible"}
    return Listing(
        total=TOTAL.one(tx, **total, most=MOST_COUNTED + 1).total,
        rows=tuple(ROWS[selection.order].all(tx, **named, skip=skip, limit=limit, each=NAMED)),
        choices=_choices(tx, actor=actor, selection=replace(selection, order=Order.NAME)),
    )


@remembered
def _choices(tx: Transaction, *, actor: Actor, selection: Selection) -> tuple[Choice, ...]:
    """The same on every page and in every order."""
    return tuple(CHOICES.all(tx, **_parameters(tx, actor, selection)))


def _parameters(tx: Transaction, actor: Actor, selection: Selection) -> dict[str, Any]:
    return {
        "visible": actor.visible,
        "shown": [each for each in actor.visible if selection.visibility in {None, each}],
        "on": clock.today(),
        "not_yet": known.not_yet(tx, kind=Kind.ORGANISATION),
        "kind": selection.kind,
        "theme": selection.theme,
        "area": selection.area,
    }


def page(tx: Transaction, *, actor: Actor, organisation_id: str) -> OrganisationPage:
    """The page of one organisation; raises NotFound, or Moved when it was merged into another."""
    facts = FACTS.maybe(tx, id=organisation_id, visible=actor.visible, on=clock.today())
    if facts is None:
        missing(tx, actor=actor, record_id=organisation_id)
    facts = past.as_it_stood(tx, facts, actor=actor)
    named = {"id": organisation_id, "visible": actor.visible, "on": clock.today()}
    return OrganisationPage(
        facts=facts,
        initiatives=tuple(INITIATIVES.all(tx, **named, limit=MOST_LISTED)),
        gifts=tuple(GIFTS.all(tx, **named, limit=MOST_LISTED)),
        people=tuple(workers(tx, actor=actor, record_id=organisation_id)),
        alike=() if clock.is_past() else tuple(ALIKE.all(tx, **named, limit=5)),
        responsible=officials.responsible(tx, actor=actor, record_ids=[organisation_id])[organisation_id],
        interactions=interactions.around(tx, actor=actor, record_id=organisation_id),
        supply=matches.of_party(tx, actor=actor, party_id=organisation_id),
        meetings=()
        if clock.is_past()
        else tuple(meeting.of_party(tx, actor=actor, party_id=organisation_id, limit=MOST_MEETINGS)),
    )


def workers(tx: Transaction, *, actor: Actor, record_id: str) -> list[Worker]:
    """Who works for an organisation, a team or a body now, as far as the reader may see."""
    return WORKERS.all(
        tx,
        id=record_id,
        visible=actor.visible,
        private=actor.may(Permission.SEE_PRIVATE),
        on=clock.today(),
        now=clock.really_today(),
    )
