"""Officials and aldermen as the reader may see them: by name, by function, or as their team.

The graph itself leaves out what the reader may not know, so no template can show it by mistake. Aldermen are named;
others appear as they chose (`public_as`, by function unless told otherwise). Staff sees names.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention
from graph.model import Kind, Link, PersonKind, PublicAs
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.rights import Actor
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class Official:
    """A person in a public function, without what this reader may not see."""

    id: str
    person_kind: PersonKind | None
    public_as: PublicAs
    name: str | None
    function: str | None
    team: Mention | None
    absent_until: dt.date | None = None
    confirmed_on: dt.date | None = None
    office_hours: str | None = None

    @property
    def is_alderman(self) -> bool:
        """Whether the person answers for it politically."""
        return self.person_kind is PersonKind.ALDERMAN

    @property
    def page(self) -> Mention | None:
        """The page to link to: of the person, of the team when only the team is public, or none."""
        if self.name or self.public_as is not PublicAs.TEAM:
            return Mention(Kind.PERSON, self.id, self.name or self.function or "")
        return self.team

    @property
    def is_away(self) -> bool:
        """Whether the stand-in answers today; nobody knows it any more of an earlier day."""
        if clock.is_past():
            return False
        return self.absent_until is not None and self.absent_until > clock.today()


@dataclass(frozen=True, slots=True)
class Duty:
    """What an official does for one record, found on the record itself or on one above it.

    `distance` counts the steps up: 0 is the record itself; themes count from 10. `since` and `expertise` belong to the
    link.
    """

    record_id: str
    link: Link
    official: Official
    distance: int
    via: Mention
    expertise: str | None
    since: dt.date | None


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who answers for a record: the aldermen, and the officials to ask, each as near to it as can be found."""

    aldermen: tuple[Duty, ...] = ()
    officials: tuple[Duty, ...] = ()
    signposts: tuple[Duty, ...] = ()


DUTIES = Read("officials/duties", Duty)


def responsible(tx: Transaction, *, actor: Actor, record_ids: Sequence[str]) -> dict[str, Responsible]:
    """Who answers for each of these goals, themes, areas or organisations; the nearest level that has anybody."""
    duties = DUTIES.all(
        tx,
        ids=list(record_ids),
        visible=actor.visible,
        private=actor.may(Permission.SEE_PRIVATE),
        on=clock.today(),
        now=clock.really_today(),
    )
    found: dict[str, list[Duty]] = {record_id: [] for record_id in record_ids}
    for duty in duties:
        found[duty.record_id].append(duty)
    return {
        record_id: Responsible(
            aldermen=_nearest(each for each in duties if each.link is Link.PORTFOLIO_HOLDER_OF),
            officials=_nearest(each for each in duties if each.link is Link.ACCOUNT_HOLDER_OF),
            signposts=_nearest(each for each in duties if each.link is Link.SIGNPOST_FOR),
        )
        for record_id, duties in found.items()
    }


def _nearest(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    known = list(duties)
    shortest = min((each.distance for each in known), default=0)
    return tuple({each.official.id: each for each in known if each.distance == shortest}.values())
