"""Initiatives and organisations that should meet: what they share, with a score, best first.

The score of an initiative and an organisation is the sum, over everything they share, of

    weight of the kind / number of links of the thing                            (resource allocation)

as between two initiatives (`graph.bridges.weights`, with its source). They share a theme, an area, or a goal that the
initiative works at and the organisation has an interest in; what lies one step away in its tree counts as near; and an
offer that fits a need counts as it does there. Beside that, what another initiative of the organisation shares with
this one, and the organisation does not have itself, counts half:

    weight of the kind / (2 · number of links of the thing)

once for each thing, as long as the thing is rare (`RARE` links at most). Such things are goals, themes, areas and the
partners of both initiatives. What has more than `COMMON` links tells nothing about who should meet and is left out, and
so is what is known only through an organisation with more initiatives than that: the search is bounded by definition,
and exact.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.bridges import search
from graph.bridges.search import Found, Shared
from graph.bridges.weights import Evidence
from graph.query import Read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.store import Transaction

COMMON = 200
RARE = 12
# For the list of a town: so many of such things, the rarest.
THINGS = 2_000


@dataclass(frozen=True, slots=True)
class Evident:
    """What `first` shares with `other`: kind, id, weight, own thing beside it, initiative it runs through."""

    first: str
    from_organisation: bool
    other: str
    entries: list[tuple[Evidence, str, int, str | None, str | None]]


@dataclass(frozen=True, slots=True)
class Couple:
    """An initiative and an organisation that share something rare."""

    initiative: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Untied:
    """One to which no tie is known."""

    id: str


SHARED = Read("bridges/parties", Evident)
FITS = Read("bridges/party_fits", Evident)
UNTIED = Read("bridges/untied", Untied)
COUPLES = Read("bridges/rare_parties", Couple)


def best(
    tx: Transaction, *, party_id: str, limit: int, visible: list[str], weights: dict[str, int]
) -> list[tuple[str, Found]]:
    """The `limit` best bridges of one initiative or organisation to the other side: the initiative, the organisation.

    By score and then by id of who is found; only those of whom we know no tie, now or earlier, and no bridge past
    `suggested`. A link that was laid and taken back on one day is no tie. Empty when it is over, not there or not
    visible.
    """
    found = _found(tx, ids=[party_id], only=None, visible=visible, weights=weights)
    untied = {
        each.id for each in UNTIED.all(tx, id=party_id, others=sorted({_other(party_id, pair) for pair in found}))
    }
    strangers = [pair for pair in found if _other(party_id, pair) in untied]
    return sorted(strangers, key=lambda pair: (-pair[1].score, _other(party_id, pair)))[:limit]


def between(
    tx: Transaction, *, a: str, b: str, visible: list[str], weights: dict[str, int]
) -> tuple[str, Found] | None:
    """What the initiative and the organisation with these ids share, in contact or not; the initiative first.

    None when that is not what they are, or when they share nothing.
    """
    found = _found(tx, ids=[a], only={a: [b]}, visible=visible, weights=weights)
    return found[0] if found else None


def sharing(
    tx: Transaction, *, a: str, b: str, visible: list[str], weights: dict[str, int]
) -> tuple[str, Found] | None:
    """What any two share, in contact or not; an initiative first. None when they share nothing."""
    met = between(tx, a=a, b=b, visible=visible, weights=weights)
    if met:
        return met
    found = search.sharing(tx, initiative_id=a, others=[b], visible=visible, weights=weights)
    return (a, found[0]) if found else None


def in_town(tx: Transaction, *, limit: int, visible: list[str], weights: dict[str, int]) -> list[tuple[str, Found]]:
    """The best pairs among the `5 · limit` that share the rarest things, best first."""
    only: dict[str, list[str]] = defaultdict(list)
    for couple in COUPLES.all(tx, visible=visible, on=clock.today(), rare=RARE, things=THINGS, limit=5 * limit):
        only[couple.initiative].append(couple.organisation)
    found = _found(tx, ids=sorted(only), only=only, visible=visible, weights=weights)
    return sorted(found, key=lambda pair: (-pair[1].score, pair[0], pair[1].id))[:limit]


def _found(
    tx: Transaction,
    *,
    ids: Sequence[str],
    only: Mapping[str, Sequence[str]] | None,
    visible: list[str],
    weights: dict[str, int],
) -> list[tuple[str, Found]]:
    entries: dict[tuple[str, str], list[Shared]] = defaultdict(list)
    named, today = {"ids": ids, "only": only, "visible": visible, "weights": weights}, clock.today()
    rows = SHARED.all(tx, **named, common=COMMON, rare=RARE, on=today) + FITS.all(tx, **named, today=today)
    for row in rows:
        pair = (row.other, row.first) if row.from_organisation else (row.first, row.other)
        entries[pair] += [_from_initiative(each, turned=row.from_organisation) for each in row.entries if each[2] > 0]
    return [
        (initiative, _scored(organisation, found)) for (initiative, organisation), found in entries.items() if found
    ]


def _scored(organisation_id: str, entries: Iterable[Shared]) -> Found:
    shared = search.counted(entries)
    return Found(organisation_id, sum(entry.weight for entry in shared), shared)


def _from_initiative(entry: tuple[Evidence, str, int, str | None, str | None], *, turned: bool) -> Shared:
    """One thing shared as the initiative sees it, also when the search began at the organisation."""
    kind, thing, weight, ours, through = entry
    if turned and ours:
        thing, ours = ours, thing
        kind = {Evidence.OFFERED: Evidence.SOUGHT, Evidence.SOUGHT: Evidence.OFFERED}.get(kind, kind)
    return Shared(kind, thing, weight, ours, through=through)


def _other(party_id: str, pair: tuple[str, Found]) -> str:
    initiative, found = pair
    return found.id if initiative == party_id else initiative
