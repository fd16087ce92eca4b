"""The civic record of the reference graph: some tens of thousands of contributions, decisions, promises and so on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.reference import Reference

# Each kind with how many there are and the link to (True: from) an initiative.
KINDS = {
    "Contribution": (30_000, "TO", True),
    "Interaction": (20_000, "ABOUT", True),
    "Commitment": (5_000, "TO", True),
    "Assessment": (2_000, "JUDGES", True),
    "Decision": (5_000, "WAITS_FOR", False),
    "Requirement": (500, "MUST_MEET", False),
    "Need": (5_000, "NEEDS", False),
    "Offer": (5_000, "OFFERS", False),
    "Result": (10_000, "ACHIEVED", False),
    "Lesson": (5_000, "LEARNED", False),
}
SMALL = {"Department": 60, "SubsidyScheme": 200, "AssessmentFramework": 3}
TO_TEAM = {"Contribution": "GIVES", "Commitment": "MADE", "Decision": "DECIDES", "Requirement": "SETS"}
EVERY_REQUIREMENT = 40
# So many goals stand in one policy note, in a town of any size.
GOALS_IN_NOTE = 10
# So many of the decisions keep this many initiatives waiting, as an area plan does.
SHARED_DECISIONS, WAITING = 200, 25
START = dt.date(2019, 1, 1)
SPAN = 2_500
CHOICES: dict[str, dict[str, tuple[Any, ...]]] = {
    "Contribution": {
        "contribution_kind": ("money", "capacity", "means", "permit", "knowledge"),
        "amount_asked": (500.0, 2_000.0),
    },
    "Interaction": {"interaction_kind": ("note", "call", "visit", "mail"), "next_step": ("Terugbellen", None, None)},
    "Commitment": {"commitment_kind": ("promise_to_council", "agreement", "agreement", "request")},
    "Assessment": {"outcome": ("supported", "partly", "not_supported")},
    "Decision": {"decision_kind": ("application", "political", "question")},
    "Requirement": {"legally_required": (True, False), "why": ("Veiligheid", None), "help_offered": ("Advies", None)},
    "Need": {"supply_kind": ("people", "room", "materials", "knowledge", "money", "network")},
    "Offer": {"supply_kind": ("people", "room", "materials", "knowledge", "money", "network")},
    "Lesson": {"lesson_kind": ("tip", "stimulus", "obstacle"), "phase": ("idea", "started", "running", "completed")},
}
DAYS = {
    "Contribution": ("asked_on", "granted_on"),
    "Interaction": ("happened_on",),
    "Commitment": ("made_on", "kept_on"),
    "Assessment": ("asked_on", "decided_on", "told_on"),
    "Decision": ("asked_on", "decided_on"),
    "Result": ("reached_on",),
}


def records(town: Reference, *, seed: int = 11) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The records by kind, with their properties."""
    random = np.random.default_rng(seed)
    for place, (kind, number) in enumerate(_numbers(town).items(), start=20):
        yield kind, [_properties(random, kind, place, index) for index in range(number)]


def terms(town: Reference) -> list[dict[str, Any]]:
    """A term for each commitment, three months after it was made."""
    made = next(rows for kind, rows in records(town) if kind == "Commitment")
    later = dt.timedelta(days=90)
    return [{"id": each["id"], "on": each["made_on"] + later, "set_on": each["made_on"]} for each in made]


def links(town: Reference, *, seed: int = 12) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The links by type, from initiatives and teams to the records."""
    random = np.random.default_rng(seed)
    ids = {
        kind: [_id(place, index) for index in range(number)]
        for place, (kind, number) in enumerate(_numbers(town).items(), 20)
    }
    for kind, (number, link, outward) in KINDS.items():
        for _ in range(EVERY_REQUIREMENT if kind == "Requirement" else 1):
            to = random.integers(0, len(town.initiatives), number)
            pairs = [(each, town.initiatives[index]) for each, index in zip(ids[kind], to, strict=True)]
            yield link, pairs if outward else [(end, start) for start, end in pairs]
    for kind, link in TO_TEAM.items():
        teams = random.integers(0, SMALL["Department"], len(ids[kind]))
        yield link, [(ids["Department"][team], each) for team, each in zip(teams, ids[kind], strict=True)]
    schemes = random.integers(0, SMALL["SubsidyScheme"], len(ids["Contribution"]))
    yield "UNDER", [(each, ids["SubsidyScheme"][at]) for each, at in zip(ids["Contribution"], schemes, strict=True)]
    yield "UNDER", [(each, ids["AssessmentFramework"][0]) for each in ids["Assessment"]]
    goals = town.records["Goal"]
    aims = random.integers(0, len(goals), len(ids["Result"]))
    yield "COUNTS_FOR", [(each, goals[at]) for each, at in zip(ids["Result"], aims, strict=True)]
    yield "SERVES", [(each, goals[at]) for at, each in enumerate(ids["SubsidyScheme"])]
    yield "DERIVED_FROM", [(each, ids["PolicyNote"][at // GOALS_IN_NOTE]) for at, each in enumerate(goals)]
    waiting = random.integers(0, len(town.initiatives), SHARED_DECISIONS * WAITING)
    yield "WAITS_FOR", [(town.initiatives[one], ids["Decision"][at // WAITING]) for at, one in enumerate(waiting)]
    people = town.records["Person"]
    yield "HELD", [(people[at % 40], each) for at, each in enumerate(ids["Interaction"])]


def _numbers(town: Reference) -> dict[str, int]:
    notes = len(town.records["Goal"]) // GOALS_IN_NOTE
    return {**SMALL, "PolicyNote": notes, **{kind: number for kind, (number, _, _) in KINDS.items()}}


def _id(place: int, index: int) -> str:
    return f"0193{place:04x}-0000-7000-8000-{index:012x}"


def _properties(random: np.random.Generator, kind: str, place: int, index: int) -> dict[str, Any]:
    found: dict[str, Any] = {"id": _id(place, index), "name": f"{kind} {int(random.integers(0, 10**6)):06d}"}
    for name, values in CHOICES.get(kind, {}).items():
        found[name] = values[int(random.integers(0, len(values)))]
    day = START + dt.timedelta(days=int(random.integers(0, SPAN)))
    for place_of_day, name in enumerate(DAYS.get(kind, ())):
        if place_of_day and random.random() < 0.3:
            break
        found[name] = day + dt.timedelta(days=place_of_day * 60)
    if kind == "AssessmentFramework":
        found["framework_state"] = "adopted" if index == 0 else "retired"
    if kind == "Assessment" and "told_on" not in found:
        found["visibility"] = "internal"
    return {name: value for name, value in found.items() if value is not None}
