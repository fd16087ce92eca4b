"""The invitation list as one answer: who, in which order, why, what is covered, and who was left out.

relevance(c) = Σ_i w_i · (1 − 2^−n_i), over the chosen items i, with n_i what ties the party to i, and
w_i = ln(1 + N / N_i) / (items · ln(1 + N)): a goal that few of the N parties work at weighs more than one most of them
share (inverse frequency, Spärck Jones 1972). It lies between 0 and 1.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.invitations import candidates
from graph.invitations import subject as subjects
from graph.invitations.candidates import Candidate, Reachable
from graph.invitations.selection import Choice, Demand, Option, greedy
from graph.model import Kind, OrganisationKind
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from graph.invitations.subject import Item, Subject
    from graph.rights import Actor
    from graph.store import Transaction

MOST_SEATS = 1_000
# Besides the guests: some for when others decline, and officials, who take no guest's seat.
RESERVE_SHARE = 0.3
OFFICIALS_SHARE = 0.15
FEWEST_OFFICIALS = 2
PER_ORGANISATION = 2
# Who was asked this often in a year is passed over.
OVER_ASKED = 4
# A kind of party weighs less than a goal that nobody on the list works at.
KIND_WEIGHT = 0.5
ITEM_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the list. `score` is what the party added when it was chosen, greatest first after the certain ones.

    `only_for` names the items that no other party known to us touches, also none that may not or will not be asked;
    `new_contacts` counts parties on the list that share a chosen item with this one and with whom it is in no
    initiative of the subject.
    """

    rank: int
    candidate: Candidate
    score: float
    basis: Reachable
    certain: bool
    items: tuple[str, ...]
    only_for: tuple[str, ...]
    new_contacts: int


@dataclass(frozen=True, slots=True)
class Gap:
    """How far one item or kind of party is covered by the guests: `there` of `target`. `kind` None: a kind of party."""

    key: str
    kind: Kind | None
    name: str
    there: int
    target: int

    @property
    def is_open(self) -> bool:
        """Whether nobody on the list covers it."""
        return self.there == 0


@dataclass(frozen=True, slots=True)
class InvitationList:
    """The answer. `left_out`: people who may not be asked for this; `passed_over`: asked too often this year.

    `drafts`: organisations that are not asked because they are still a draft; `must_left_out` counts both.

    The certain guests are all on it: when they are more than the seats, `guests` are more too.
    """

    seats: int
    guests: tuple[Place, ...]
    reserve: tuple[Place, ...]
    officials: tuple[Place, ...]
    never: tuple[Candidate, ...]
    gaps: tuple[Gap, ...]
    left_out: int
    drafts: int
    passed_over: int
    must_left_out: int

    @property
    def places(self) -> tuple[Place, ...]:
        """Guests, officials and reserve, in order of rank."""
        return (*self.guests, *self.officials, *self.reserve)


def make(
    tx: Transaction,
    *,
    actor: Actor,
    subject: Subject,
    seats: int,
    must: Collection[str] = (),
    never: Collection[str] = (),
    per_organisation: int = PER_ORGANISATION,
) -> InvitationList:
    """The list for `subject` with `seats` guests; raises NotAllowed, NotFound.

    Nobody who may not be contacted is on it, also not by `must`; they are only counted.
    """
    actor.must(Permission.MAKE_LISTS)
    items = subjects.items(tx, actor=actor, subject=subject)
    seats = min(max(seats, 1), MOST_SEATS)
    everybody = candidates.gather(tx, actor=actor, items=items, always=[*must, *never])
    wanted = [each for each in everybody if each.facts.id not in set(never)]
    reachable = [each for each in wanted if each.facts.reachable]
    fresh = not_over_asked(reachable, must=must)
    guests = [each for each in fresh if not each.facts.is_official]
    options = _options(items, guests)
    demands = _demands(items, guests, seats)
    seated_at_most = max(seats, sum(each.facts.id in set(must) for each in guests))
    reserve = math.ceil(seats * RESERVE_SHARE)
    chosen = greedy(options, demands, seats=seated_at_most + reserve, must=must, per_house=per_organisation)
    officials = _officials(items, [each for each in fresh if each.facts.is_official], seats, must)
    seated, spare = chosen[:seated_at_most], chosen[seated_at_most:]
    by_id = {each.facts.id: each for each in fresh}
    listed = [by_id[choice.id] for choice in (*seated, *officials)]
    only = _only_for(items, everybody)

    def places(choices: Sequence[Choice], after: int) -> tuple[Place, ...]:
        return tuple(
            _place(rank, choice, by_id[choice.id], items, only, listed, certain=choice.id in set(must))
            for rank, choice in enumerate(choices, start=after + 1)
        )

    may_not = [each for each in wanted if not each.facts.reachable]
    return InvitationList(
        seats=seats,
        guests=places(seated, 0),
        officials=places(officials, len(seated)),
        reserve=places(spare, len(seated) + len(officials)),
        never=tuple(each for each in everybody if each.facts.id in set(never)),
        gaps=tuple(_gaps(items, demands, [by_id[choice.id] for choice in seated])),
        left_out=sum(each.facts.is_person for each in may_not),
        drafts=sum(not each.facts.is_person for each in may_not),
        passed_over=len(reachable) - len(fresh),
        must_left_out=sum(each.facts.id in set(must) for each in may_not),
    )


def not_over_asked(reachable: Iterable[Candidate], *, must: Collection[str] = ()) -> list[Candidate]:
    """Those who were not asked too often this year, and those who come for certain."""
    return [each for each in reachable if each.facts.invited < OVER_ASKED or each.facts.id in set(must)]


def _place(
    rank: int,
    choice: Choice,
    candidate: Candidate,
    items: Sequence[Item],
    only: dict[str, tuple[str, ...]],
    listed: Sequence[Candidate],
    *,
    certain: bool,
) -> Place:
    basis = candidate.facts.reachable
    if basis is None:
        raise ValueError(candidate.facts.id)
    return Place(
        rank=rank,
        candidate=candidate,
        score=round(choice.gain, 6),
        basis=basis,
        certain=certain,
        items=tuple(item.id for item in items if item.id in candidate.touches),
        only_for=only.get(candidate.facts.id, ()),
        new_contacts=_new_contacts(candidate, listed),
    )


def party_kind(candidate: Candidate) -> OrganisationKind:
    """What kind of party somebody comes for; a private person counts as residents."""
    facts = candidate.facts
    return OrganisationKind.RESIDENTS if facts.is_person else facts.organisation_kind or OrganisationKind.OTHER


def _options(items: Sequence[Item], guests: Sequence[Candidate]) -> list[Option]:
    touching = Counter(item_id for each in guests for item_id in each.touches)
    everybody = len(guests)
    weights = {
        item.id: math.log1p(everybody / touching[item.id]) / (len(items) * math.log1p(everybody))
        for item in items
        if touching[item.id]
    }
    return [
        Option(
            id=each.facts.id,
            relevance=sum(weights.get(item_id, 0) * (1 - 2.0**-count) for item_id, count in each.touches.items()),
            covers=frozenset({*each.touches, party_kind(each).value}),
            houses=_houses(each),
        )
        for each in guests
    ]


def _houses(candidate: Candidate) -> frozenset[str]:
    facts = candidate.facts
    return frozenset(each.id for each in facts.works_for) if facts.is_person else frozenset({facts.id})


def _demands(items: Sequence[Item], guests: Sequence[Candidate], seats: int) -> dict[str, Demand]:
    demands = {}
    for kind in (Kind.GOAL, Kind.THEME, Kind.AREA):
        alike = [item for item in items if item.kind is kind]
        for item in alike:
            available = sum(item.id in each.touches for each in guests)
            fair = math.ceil(seats / len(alike) / 2)
            demands[item.id] = Demand(ITEM_WEIGHT, max(1, min(available or fair, fair)))
    kinds = Counter(party_kind(each).value for each in guests)
    for name, available in kinds.items():
        demands[name] = Demand(KIND_WEIGHT, max(1, min(available, math.ceil(seats / max(4, len(kinds))))))
    return demands


def _officials(
    items: Sequence[Item], officials: Sequence[Candidate], seats: int, must: Collection[str]
) -> list[Choice]:
    options = _options(items, officials)
    demands = {item.id: Demand(ITEM_WEIGHT, 1) for item in items}
    most = max(FEWEST_OFFICIALS, math.ceil(seats * OFFICIALS_SHARE))
    return greedy(options, demands, seats=most, must=must)


def _only_for(items: Sequence[Item], everybody: Sequence[Candidate]) -> dict[str, tuple[str, ...]]:
    only: dict[str, tuple[str, ...]] = {}
    for item in items:
        touching = [each for each in everybody if item.id in each.touches and not each.facts.is_official]
        if len(touching) == 1:
            found = touching[0].facts.id
            only[found] = (*only.get(found, ()), item.name)
    return only


def _new_contacts(candidate: Candidate, listed: Sequence[Candidate]) -> int:
    own, touches = candidate.initiative_ids, set(candidate.touches)
    return sum(
        other is not candidate and not touches.isdisjoint(other.touches) and own.isdisjoint(other.initiative_ids)
        for other in listed
    )


def _gaps(items: Sequence[Item], demands: dict[str, Demand], guests: Sequence[Candidate]) -> list[Gap]:
    gaps = [
        Gap(item.id, item.kind, item.name, sum(item.id in each.touches for each in guests), demands[item.id].target)
        for item in items
    ]
    there = Counter(party_kind(each).value for each in guests)
    gaps += [
        Gap(kind.value, None, kind.value, there[kind.value], demands[kind.value].target)
        for kind in OrganisationKind
        if kind.value in demands
    ]
    return gaps
