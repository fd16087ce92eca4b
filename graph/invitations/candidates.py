"""Who touches the subject: parties through initiatives and of themselves, officials through their remit.

An initiative counts when it touches one of the chosen goals or themes (if any were chosen) and lies in one of the
chosen areas (if any were chosen). Officials and aldermen count when any of their remit is chosen.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.model import Basis, Kind, Link, OrganisationKind, PersonKind
from graph.query import Read
from graph.supply import helping as supply
from graph.supply.helping import Help

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.invitations.subject import Item
    from graph.rights import Actor
    from graph.store import Transaction

OFFICIALS = frozenset({PersonKind.ALDERMAN, PersonKind.OFFICIAL, PersonKind.COUNCIL_MEMBER})
IN_FUNCTION = OFFICIALS | {PersonKind.REPRESENTATIVE}


class Reachable(StrEnum):
    """On which basis somebody may be asked to come; organisations are reached at their public address.

    One that is still a draft has none, and may be the own name of somebody who was never asked.
    """

    CONSENT = "consent"
    PUBLIC_TASK = "public_task"
    FUNCTION = "function"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Touching:
    """An initiative that touches the subject."""

    id: str
    name: str
    touched: frozenset[str]


@dataclass(frozen=True, slots=True)
class PartyLink:
    """A party of an initiative."""

    id: str
    initiative_id: str
    link: Link


@dataclass(frozen=True, slots=True)
class DirectLink:
    """A party that touches the subject of itself."""

    id: str
    touched: str
    link: Link


@dataclass(frozen=True, slots=True)
class Employer:
    """Where a person works or sits."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the list needs to know of one party. `invited`: invitations in the past year."""

    id: str
    is_person: bool
    is_draft: bool
    name: str
    person_kind: PersonKind | None
    function: str | None
    organisation_kind: OrganisationKind | None
    bases: tuple[Basis, ...]
    withdrew: bool
    works_for: tuple[Employer, ...]
    invited: int

    @property
    def is_official(self) -> bool:
        """Officials, aldermen and council members take no seat of a guest."""
        return self.person_kind in OFFICIALS

    @property
    def reachable(self) -> Reachable | None:
        """On which basis this party may be asked; None when it may not."""
        if not self.is_person:
            return None if self.is_draft else Reachable.ORGANISATION
        for basis in (Basis.CONSENT, Basis.PUBLIC_TASK, Basis.FUNCTION):
            if basis in self.bases:
                return Reachable(basis.value)
        works = bool(self.works_for) and not self.withdrew
        return Reachable.FUNCTION if works and self.person_kind in IN_FUNCTION else None


@dataclass(slots=True)
class Candidate:
    """One party with everything that speaks for it. `touches` counts, per chosen item, what ties the party to it."""

    facts: Facts
    touches: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    initiates: list[Touching] = field(default_factory=list)
    partners_in: list[Touching] = field(default_factory=list)
    remits: list[tuple[Link, Item]] = field(default_factory=list)
    helps: list[Help] = field(default_factory=list)

    @property
    def initiative_ids(self) -> set[str]:
        """The initiatives of the subject that the party is in."""
        return {each.id for each in (*self.initiates, *self.partners_in)}


INITIATIVES = Read("invitations/initiatives", Touching)
PARTIES = Read("invitations/parties", PartyLink)
DIRECT = Read("invitations/direct", DirectLink)
FACTS = Read("invitations/facts", Facts)


def gather(tx: Transaction, *, actor: Actor, items: Sequence[Item], always: Iterable[str] = ()) -> list[Candidate]:
    """Everybody who touches the subject, and those of `always`, in order of id."""
    subjects = _members(items, {Kind.GOAL, Kind.THEME})
    areas = _members(items, {Kind.AREA})
    touching = {
        each.id: each
        for each in INITIATIVES.all(
            tx,
            goals=_members(items, {Kind.GOAL}),
            themes=_members(items, {Kind.THEME}),
            areas=areas,
            visible=actor.visible,
        )
        if _fits(each.touched, subjects, areas)
    }
    links = PARTIES.all(tx, initiatives=sorted(touching), visible=actor.visible)
    today = clock.today()
    direct = DIRECT.all(tx, subjects=subjects, areas=areas, on=today, visible=actor.visible)
    ids = {each.id for each in links} | {each.id for each in direct} | set(always)
    candidates = {each.id: Candidate(each) for each in facts(tx, actor=actor, ids=sorted(ids))}
    _add_initiatives(candidates, items, touching, links)
    _add_direct(candidates, items, direct, subjects, areas)
    for helping in supply.of_parties(tx, actor=actor, parties=candidates, initiatives=touching):
        candidates[helping.party_id].helps.append(helping)
    kept = set(always)
    return [each for each in candidates.values() if each.touches or each.facts.id in kept]


def facts(tx: Transaction, *, actor: Actor, ids: Sequence[str]) -> list[Facts]:
    """What the list needs to know of these people and organisations, as far as this reader may see them, by id."""
    today = clock.today()
    year_ago = today - dt.timedelta(days=365)
    return FACTS.all(tx, ids=list(ids), today=today, year_ago=year_ago, visible=actor.visible)


def _add_initiatives(
    candidates: dict[str, Candidate], items: Sequence[Item], touching: dict[str, Touching], links: Iterable[PartyLink]
) -> None:
    for link in links:
        candidate, initiative = candidates[link.id], touching[link.initiative_id]
        (candidate.initiates if link.link is Link.INITIATES else candidate.partners_in).append(initiative)
        for item in items:
            if item.members & initiative.touched:
                candidate.touches[item.id] += 1


def _add_direct(
    candidates: dict[str, Candidate],
    items: Sequence[Item],
    direct: Iterable[DirectLink],
    subjects: Sequence[str],
    areas: Sequence[str],
) -> None:
    by_party: dict[str, list[DirectLink]] = defaultdict(list)
    for each in direct:
        by_party[each.id].append(each)
    for party_id, own in by_party.items():
        candidate = candidates[party_id]
        touched = {each.touched for each in own}
        if not candidate.facts.is_official and not _fits(touched, subjects, areas):
            continue
        for item in items:
            through = {each.link for each in own if each.touched in item.members}
            candidate.touches[item.id] += 1 if through else 0
            candidate.remits += [(link, item) for link in sorted(through)]
        for item_id in [item_id for item_id, count in candidate.touches.items() if not count]:
            del candidate.touches[item_id]


def _members(items: Iterable[Item], kinds: set[Kind]) -> list[str]:
    return sorted({member for item in items if item.kind in kinds for member in item.members})


def _fits(touched: Iterable[str], subjects: Sequence[str], areas: Sequence[str]) -> bool:
    ids = set(touched)
    return (not subjects or not ids.isdisjoint(subjects)) and (not areas or not ids.isdisjoint(areas))
