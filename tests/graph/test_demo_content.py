"""The fictional municipality Duinvliet: complete, fictional, true to the screens, and the same each time."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
import statistics
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph import ids
from graph.demo import content
from graph.demo.keys import KEYS
from graph.model import COMMON, LINK, LINKS, SHAPES, Kind, Link

if TYPE_CHECKING:
    from collections.abc import Iterator


TODAY = dt.date(2026, 11, 23)
TOWN = content.read()
BY_ID = {record.id: (kind, record.properties) for kind, found in TOWN.records.items() for record in found}

# Surnames that nobody in the Netherlands will take for a real one.
SURNAMES = frozenset(Path(__file__).with_name("fictional_surnames.txt").read_text(encoding="utf-8").split())


def of(kind: Kind) -> dict[str, dict[str, Any]]:
    """The properties of every record of `kind`, by slug."""
    return {record.properties["source_key"].split(":")[1]: record.properties for record in TOWN.records[kind]}


def current(link: Link, *, of_id: str | None = None) -> list[content.Line]:
    return [
        line
        for line in TOWN.links
        if line.type == link and line.properties["until"] is None and of_id in {None, line.start_id, line.end_id}
    ]


def in_a_district() -> dict[str, dict[str, Any]]:
    """The public initiatives in a district, which the screens count as 64."""
    town = content.record_id(Kind.AREA, "duinvliet")
    placed = {line.start_id for line in current(Link.LOCATED_IN) if line.end_id != town}
    return {
        slug: properties
        for slug, properties in of(Kind.INITIATIVE).items()
        if content.record_id(Kind.INITIATIVE, slug) in placed and properties["visibility"] == "published"
    }


def count(link: Link, kind: Kind, slug: str) -> int:
    other = content.record_id(kind, slug)
    counted = {content.record_id(Kind.INITIATIVE, each) for each in in_a_district()}
    return sum(line.start_id in counted for line in current(link) if line.end_id == other)


def dates_of(properties: dict[str, Any]) -> Iterator[dt.date]:
    yield from (value for value in properties.values() if isinstance(value, dt.date))


def test_there_is_enough_of_everything() -> None:
    at_least = {
        Kind.INITIATIVE: 66,
        Kind.ORGANISATION: 84,
        Kind.PERSON: 160,
        Kind.GOAL: 42,
        Kind.POLICY_NOTE: 12,
        Kind.THEME: 25,
        Kind.AREA: 16,
        Kind.SUBSIDY_SCHEME: 6,
        Kind.CONTRIBUTION: 45,
        Kind.COMMITMENT: 12,
        Kind.DECISION: 20,
        Kind.BODY: 4,
        Kind.DEPARTMENT: 12,
    }
    assert {kind: len(TOWN.records[kind]) for kind, least in at_least.items() if len(TOWN.records[kind]) < least} == {}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.kind)
def test_every_property_of_the_model_is_used(shape: Any) -> None:
    used = {
        name for record in TOWN.records[shape.kind] for name, value in record.properties.items() if value is not None
    }
    assert {each.name for each in shape.properties} - used == set()


def test_every_common_property_is_used() -> None:
    used = {name for _, properties in BY_ID.values() for name, value in properties.items() if value is not None}
    assert {each.name for each in COMMON} - used == {"id", "created_at", "updated_at", "version"}


def test_every_link_of_the_model_runs_between_every_kind_it_may() -> None:
    starts = {(line.type, BY_ID[line.start_id][0]) for line in TOWN.links}
    ends = {(line.type, BY_ID[line.end_id][0]) for line in TOWN.links}
    assert {(each.link, kind) for each in LINKS for kind in each.starts} == starts
    assert {(each.link, kind) for each in LINKS for kind in each.ends} == ends


@pytest.mark.parametrize("shape", [each for each in LINKS if each.properties], ids=lambda shape: shape.link)
def test_every_property_of_a_link_is_used(shape: Any) -> None:
    used = {name for line in TOWN.links if line.type == shape.link for name in line.properties}
    assert {each.name for each in shape.properties} <= used


def test_every_choice_of_a_closed_set_occurs() -> None:
    missing = [
        f"{shape.kind}.{each.name}: {choice}"
        for shape in SHAPES
        for each in shape.properties
        for choice in getattr(each.type, "__members__", {}).values()
        if choice not in {record.properties.get(each.name) for record in TOWN.records[shape.kind]}
    ]
    assert missing == []


def test_the_keys_of_the_files_fit_the_model() -> None:
    wrong = [
        (kind, name)
        for kind, keys in KEYS.items()
        for name, key in keys.items()
        if kind not in (LINK[key.link].starts if key.outgoing else LINK[key.link].ends)
        or not set(key.others) <= set(LINK[key.link].ends if key.outgoing else LINK[key.link].starts)
    ]
    assert wrong == []


def test_ids_are_ours_and_none_occurs_twice() -> None:
    everything = [*BY_ID, *(each.id for each in (*TOWN.terms, *TOWN.pauses))]
    assert len(everything) == len(set(everything))
    assert all(ids.is_id(each) and each[14] == "7" for each in everything)


def test_links_lead_to_records_that_exist_and_end_after_they_began() -> None:
    for line in TOWN.links:
        assert line.start_id in BY_ID
        assert line.end_id in BY_ID
        since, until = line.properties["since"], line.properties["until"]
        # Only a no to being contacted ends as it begins.
        ends = since == until == line.properties["refused_on"] if "refused_on" in line.properties else None
        assert since is None or until is None or ends or since < until, line


def test_no_link_is_said_twice() -> None:
    said = Counter((line.type, line.start_id, line.end_id, line.properties.get("purpose")) for line in TOWN.links)
    assert [key for key, times in said.items() if times > 1] == []


def test_what_happened_lies_in_the_past_and_what_is_planned_after_it() -> None:
    planned = {"deadline", "legal_due_on", "expected_on", "absent_until", "review_on", "next_on", "wanted_until"}
    for _, properties in BY_ID.values():
        past = {name: value for name, value in properties.items() if name not in planned}
        assert all(dt.date(2005, 1, 1) <= each <= TODAY for each in dates_of(past)), properties
    for line in TOWN.links:
        past = {name: value for name, value in line.properties.items() if name not in planned}
        assert all(dt.date(2005, 1, 1) <= each <= TODAY for each in dates_of(past)), line
    orders = [
        ("started_on", "ended_on"),
        ("started_on", "status_confirmed_on"),
        ("status_since", "status_confirmed_on"),
        ("asked_on", "granted_on"),
        ("asked_on", "refused_on"),
        ("asked_on", "decided_on"),
        ("asked_on", "legal_due_on"),
        ("made_on", "kept_on"),
    ]
    for _, properties in BY_ID.values():
        for first, second in orders:
            if properties.get(first) and properties.get(second):
                assert properties[first] <= properties[second], properties


def test_every_person_is_visibly_fictional() -> None:
    names = [person["name"] for person in of(Kind.PERSON).values()]
    assert [name for name in names if name.split()[-1] not in SURNAMES] == []
    assert len(set(names)) == len(names)


def test_no_address_or_number_reaches_a_real_person() -> None:
    for _, properties in BY_ID.values():
        texts = [str(value) for value in properties.values()]
        for address in re.findall(r"[\w.+-]+@[\w.-]+", " ".join(texts)):
            assert address.split("@")[1] in {"example.org", "example.nl"}, address
        for host in re.findall(r"https?://([^/\s'\"]+)", " ".join(texts)):
            assert host in {"example.org", "example.nl"}, host
        number = properties.get("telephone")
        assert number is None or re.fullmatch(r"0123 \d{3} \d{3}|14 000", number), number


def test_the_counts_of_the_screens() -> None:
    assert len(in_a_district()) == 64
    assert count(Link.CONTRIBUTES_TO, Kind.GOAL, "bijen-en-vlinders") == 3
    assert count(Link.CONTRIBUTES_TO, Kind.GOAL, "tegels") == 12
    assert count(Link.CONTRIBUTES_TO, Kind.GOAL, "pleinen") == 8
    assert count(Link.HAS_THEME, Kind.THEME, "groen-in-de-straat") == 31
    assert count(Link.HAS_THEME, Kind.THEME, "inheemse-planten") == 7
    below = {slug for slug, goal in of(Kind.GOAL).items() if goal["level"] != "opgave"}
    assert len(below) == 41
    assert len([slug for slug in below if not count(Link.CONTRIBUTES_TO, Kind.GOAL, slug)]) == 7


def test_the_districts_of_the_screens() -> None:
    district = {line.start_id: line.end_id for line in current(Link.PART_OF) if BY_ID[line.start_id][0] is Kind.AREA}
    counted = {content.record_id(Kind.INITIATIVE, slug) for slug in in_a_district()}
    found: Counter[str] = Counter()
    for line in current(Link.LOCATED_IN):
        if line.start_id in counted:
            area = BY_ID[line.end_id][1]
            found[area["name"] if area["level"] == "district" else BY_ID[district[line.end_id]][1]["name"]] += 1
    on_the_map = {"Zeezicht": 9, "Duinplein": 14, "Dorp": 17, "Polderkwartier": 11, "Havenkwartier": 8, "De Geest": 5}
    assert found == on_the_map


def test_eighty_three_partners_take_part() -> None:
    counted = {content.record_id(Kind.INITIATIVE, slug) for slug in in_a_district()}
    taking_part = {
        line.start_id
        for line in (*current(Link.PARTNERS_IN), *current(Link.INITIATES))
        if line.end_id in counted and BY_ID[line.start_id][0] is Kind.ORGANISATION
    }
    assert len(taking_part) == 83


def terms(slug: str) -> list[dict[str, Any]]:
    """The terms of a commitment, oldest first."""
    return [each.properties for each in TOWN.terms if each.record_id == content.record_id(Kind.COMMITMENT, slug)]


def due(slug: str) -> dt.date:
    """The last term that was agreed before the one before it had passed."""
    day = dt.date.max
    for term in terms(slug):
        if term["set_on"] <= day:
            day = term.get("on", dt.date.max)
    return day


def test_opfleuren_duinplein_is_the_case_of_the_screen() -> None:
    case = of(Kind.INITIATIVE)["opfleuren-duinplein"]
    assert (case["status_since"], case["status_confirmed_on"]) == (dt.date(2026, 2, 3), dt.date(2026, 11, 2))
    assert case["status_confirmed_by"] == content.record_id(Kind.PERSON, "anna-voorbeeld")
    plants = of(Kind.CONTRIBUTION)["beplanting-duinplein"]
    assert (plants["granted_on"], plants["continuity"]) == (
        dt.date(2026, 4, 11),
        "Bewoners geven 3 jaar water: die afspraak staat vast.",
    )
    assert of(Kind.CONTRIBUTION)["procesbegeleider-duinplein"]["granted_on"] == dt.date(2026, 2, 3)
    square = of(Kind.COMMITMENT)["plein-schoonmaken"]
    agreed, moved = terms("plein-schoonmaken")
    assert (square["kept_on"] - agreed["on"]).days == 140
    assert (moved["set_on"], moved["told_on"]) == (dt.date(2026, 5, 6), dt.date(2026, 5, 6))
    verge = content.record_id(Kind.DECISION, "gebruik-berm-zandweg")
    assert (TODAY - BY_ID[verge][1]["asked_on"]).days == 101
    assert len(current(Link.WAITS_FOR, of_id=verge)) == 3


def test_two_agreements_are_late_and_three_decisions_are_waited_for() -> None:
    late = {
        slug: terms(slug)[-1].get("told_on")
        for slug, each in of(Kind.COMMITMENT).items()
        if not each.get("kept_on") and due(slug) < TODAY
    }
    assert late == {"waterpunt-zandhoek": dt.date(2026, 11, 4), "sleutel-kompas": None}
    waiting = {slug for slug, each in of(Kind.DECISION).items() if not each.get("decided_on")}
    assert waiting == {"gebruik-berm-zandweg", "zonnepanelen-sporthal", "vergunning-speelnatuur"}


def test_half_of_the_decisions_of_this_year_took_thirty_four_days() -> None:
    paused = {
        pause.record_id: (pause.properties["until"] - pause.properties["since"]).days
        for pause in TOWN.pauses
        if "until" in pause.properties
    }
    days = [
        (each["decided_on"] - each["asked_on"]).days - paused.get(content.record_id(Kind.DECISION, slug), 0)
        for slug, each in of(Kind.DECISION).items()
        if each.get("decided_on") and each["decided_on"].year == TODAY.year
    ]
    assert (len(days), statistics.median(days)) == (18, 34)


def test_two_initiatives_have_no_contact_person() -> None:
    with_contact = {line.end_id for line in current(Link.CONTACT_FOR)}
    without = {slug for slug in of(Kind.INITIATIVE) if content.record_id(Kind.INITIATIVE, slug) not in with_contact}
    assert without == {"geveltuinen-de-geest", "zwerfvuilbrigade-zeezicht"}


def test_the_garden_and_the_food_bank_share_a_rare_goal_and_no_contact() -> None:
    goal = content.record_id(Kind.GOAL, "eenzaamheid")
    assert len(current(Link.CONTRIBUTES_TO, of_id=goal)) == 3
    names = {BY_ID[line.start_id][1]["name"] for line in current(Link.CONTRIBUTES_TO, of_id=goal)}
    assert {"Buurtmoestuin De Kavel", "Voedselbank Oost"} < names
    (note,) = current(Link.DERIVED_FROM, of_id=goal)
    assert BY_ID[note.end_id][1]["name"] == "Nota Samen Leven"
    initiators = [
        {line.start_id for line in current(Link.INITIATES, of_id=content.record_id(Kind.INITIATIVE, slug))}
        for slug in ("buurtmoestuin-de-kavel", "voedselbank-oost")
    ]
    assert initiators[0].isdisjoint(initiators[1])


def test_every_initiative_has_a_summary_a_place_and_a_goal() -> None:
    for slug, initiative in of(Kind.INITIATIVE).items():
        this = content.record_id(Kind.INITIATIVE, slug)
        assert initiative["summary"], slug
        assert len(current(Link.LOCATED_IN, of_id=this)) == 1 or initiative.get("until"), slug
        assert 1 <= sum(line.start_id == this for line in TOWN.links if line.type == Link.CONTRIBUTES_TO) <= 3, slug


def test_most_residents_were_not_asked_whether_they_may_be_contacted() -> None:
    asked = {line.start_id for line in current(Link.MAY_BE_CONTACTED)}
    residents = [each.id for each in TOWN.records[Kind.PERSON] if each.properties["person_kind"] == "resident"]
    assert 0 < sum(each in asked for each in residents) < len(residents) / 2


def test_some_goals_have_no_official_and_former_officials_hold_nothing() -> None:
    held = {line.end_id for line in current(Link.ACCOUNT_HOLDER_OF)}
    goals = of(Kind.GOAL)
    without = {slug for slug in goals if content.record_id(Kind.GOAL, slug) not in held and slug[:6] != "opgave"}
    assert without == {"energiearmoede", "rust-in-de-duinen", "zorg-naar-buurt", "deelvervoer"}
    former = {each.id for each in TOWN.records[Kind.PERSON] if each.properties.get("until")}
    assert len(former) == 5
    assert {line.start_id for line in TOWN.links if line.properties["until"] is None} & former == set()


def test_stories_differ() -> None:
    stories = [each["description"] for each in of(Kind.INITIATIVE).values() if each.get("description")]
    beginnings = Counter(" ".join(story.split()[:3]) for story in stories)
    assert beginnings.most_common(1)[0][1] <= 2
    assert len(set(stories)) == len(stories) >= 66


def test_the_neighbourhoods_fill_their_district_exactly() -> None:
    rings = {
        slug: json.loads(area["outline"])["coordinates"][0]
        for slug, area in of(Kind.AREA).items()
        if area.get("outline")
    }
    assert all(ring[0] == ring[-1] and surface(ring) > 0 for ring in rings.values())
    parts: dict[str, list[str]] = {}
    slug_of = {content.record_id(Kind.AREA, slug): slug for slug in of(Kind.AREA)}
    for line in current(Link.PART_OF):
        if line.start_id in slug_of and slug_of[line.start_id] in rings:
            parts.setdefault(slug_of[line.end_id], []).append(slug_of[line.start_id])
    for whole in ("duinvliet", "zeezicht", "duinplein", "dorp", "polderkwartier", "havenkwartier", "de-geest"):
        filled = sum(surface(rings[part]) for part in parts[whole])
        assert filled == pytest.approx(surface(rings[whole]), rel=1e-6), whole


def surface(ring: list[list[float]]) -> float:
    """Positive when the ring runs counter-clockwise, as RFC 7946 asks."""
    return sum(here[0] * there[1] - there[0] * here[1] for here, there in itertools.pairwise(ring)) / 2


def test_borders_are_said_once_per_pair() -> None:
    pairs = [frozenset({line.start_id, line.end_id}) for line in current(Link.BORDERS)]
    assert len(pairs) == len(set(pairs)) > 20
    across = {content.record_id(Kind.AREA, slug) for slug in ("de-geest", "polderdam-west")}
    assert frozenset(across) in pairs


def test_the_town_itself_comes_first_where_no_setting_names_the_municipality() -> None:
    towns = sorted((record.id, record.properties["code"]) for record in TOWN.records[Kind.AREA] if is_town(record))
    assert [code for _, code in towns] == ["GM9001", "GM9002"]


def is_town(record: content.Record) -> bool:
    return record.properties.get("level") == "municipality"
