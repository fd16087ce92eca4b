"""Areas: where initiatives are, on the map of the town and on the page of each area."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, contributions, known, officials, past
from graph.contributions import By, Sum
from graph.mentions import Listed, Mention, missing
from graph.model import AreaLevel, Kind, Visibility
from graph.officials import Responsible
from graph.query import Read

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

MOST_LISTED = 60


@dataclass(frozen=True, slots=True)
class AreaOnMap:
    """An area as the map shows it: outline as GeoJSON text, point of its name in degrees, initiatives inside it."""

    id: str
    name: str
    level: AreaLevel | None
    outline: str | None
    longitude: float | None
    latitude: float | None
    initiatives: int


@dataclass(frozen=True, slots=True)
class OfferedArea:
    """An area to choose; `above` names what lies around it, nearest first, without the municipality of the site."""

    id: str
    name: str
    code: str | None
    above: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """What stands on the area and one link away; `above` runs from the largest to the nearest."""

    id: str
    visibility: Visibility
    until: dt.date | None
    lang: str
    name: str
    level: AreaLevel | None
    code: str | None
    description: str | None
    above: tuple[Mention, ...]
    borders: tuple[Mention, ...]
    initiatives: int


@dataclass(frozen=True, slots=True)
class AreaPage:
    """Everything the page of one area shows; `drawn` is the area itself, `inside` the areas directly in it."""

    facts: AreaFacts
    drawn: AreaOnMap
    inside: tuple[AreaOnMap, ...]
    initiatives: tuple[Listed, ...]
    organisations: tuple[Listed, ...]
    responsible: Responsible
    contributions: Sum


FACTS = Read("areas/facts", AreaFacts)
ITSELF = Read("areas/itself", AreaOnMap)
INSIDE = Read("areas/inside", AreaOnMap)
DISTRICTS = Read("areas/districts", AreaOnMap)
OFFERED = Read("areas/offered", OfferedArea)
RECORDS = Read("areas/records", Listed)


def page(tx: Transaction, *, actor: Actor, area_id: str) -> AreaPage:
    """The page of one area; raises NotFound, or Moved when it was merged into another."""
    named = {"id": area_id, "visible": actor.visible, "on": clock.today()}
    facts = FACTS.maybe(tx, **named)
    if facts is None:
        missing(tx, actor=actor, record_id=area_id)
    facts = past.as_it_stood(tx, facts, actor=actor)
    return AreaPage(
        facts=facts,
        drawn=ITSELF.one(tx, **named),
        inside=tuple(INSIDE.all(tx, **named)),
        initiatives=tuple(RECORDS.all(tx, **named, label="Initiative", limit=MOST_LISTED)),
        organisations=tuple(RECORDS.all(tx, **named, label="Organisation", limit=MOST_LISTED)),
        responsible=officials.responsible(tx, actor=actor, record_ids=[area_id])[area_id],
        contributions=contributions.of_record(tx, actor=actor, by=By.AREA, record_id=area_id),
    )


def districts(tx: Transaction, *, actor: Actor, municipality: str) -> list[AreaOnMap]:
    """The districts of the municipality with this area code (empty: every district), with the initiatives in each."""
    not_yet = known.not_yet(tx, kind=Kind.INITIATIVE)
    named = {"visible": actor.visible, "on": clock.today(), "not_yet": not_yet}
    return DISTRICTS.all(tx, **named, municipality=municipality or None)


def offered(tx: Transaction, *, actor: Actor, municipality: str, limit: int) -> list[OfferedArea]:
    """The districts and neighbourhoods of the municipality with this area code (empty: of all), by name.

    When there are none: every area that is not known to lie in another municipality.
    """
    named = {"visible": actor.visible, "on": clock.today(), "municipality": municipality or None}
    return OFFERED.all(tx, **named, limit=limit)
