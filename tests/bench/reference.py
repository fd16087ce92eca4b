"""The reference graph: a town of 100,000 initiatives with the uneven popularity of the real world.

Seed 7: 1 + Poisson(7) links for each initiative, half of them to 2,000 goals and themes, half to 20,000 partners, each
chosen with Zipf popularity (s = 1.0) and kept once: about 772,000 links, the largest hub about 39,000. Besides: 200
areas (a municipality, 19 districts, 180 neighbourhoods in a grid), a tree of goals, and one initiator each.

The tenfold graph has ten times as many of everything, drawn in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

# Raise when the graph that comes out differs, so that a stored copy is made anew.
VERSION = 6

INITIATIVES = 100_000
SUBJECTS = 2_000
PARTNERS = 20_000
PEOPLE = 60_000
DISTRICTS = 19
NEIGHBOURHOODS = 180
GRID = 15
TOP_GOALS = 10
MIDDLE_GOALS = 100

Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Reference:
    """Records by kind (lists of ids) and links by type (lists of pairs of ids, from start to end)."""

    initiatives: list[str]
    records: dict[str, list[str]]
    links: dict[str, Pairs]


def make(*, seed: int = 7, times: int = 1) -> Reference:
    """Draw the graph, `times` as large; the same seed and size give the same graph."""
    random = np.random.default_rng(seed)
    initiatives, districts = times * INITIATIVES, times * DISTRICTS
    works = _ids(1, initiatives)
    subjects = _ids(2, times * SUBJECTS)
    partners = _ids(3, times * PARTNERS)
    people = _ids(4, times * PEOPLE)
    areas = _ids(5, 1 + districts + times * NEIGHBOURHOODS)
    count = 1 + random.poisson(7, initiatives)
    owner = np.repeat(np.arange(initiatives), count)
    to_partner = random.random(owner.size) < 0.5
    subject_pairs = _once(owner[~to_partner], _zipf(random, len(subjects), int((~to_partner).sum())))
    partner_pairs = _once(owner[to_partner], _zipf(random, len(partners), int(to_partner.sum())))
    # Popularity says nothing about whether a subject is a goal or a theme, nor about its place in the tree.
    shuffled = random.permutation(len(subjects))
    half = len(subjects) // 2
    goals = [subjects[index] for index in shuffled[:half]]
    is_goal = np.zeros(len(subjects), dtype=bool)
    is_goal[shuffled[:half]] = True
    home = random.integers(1 + districts, len(areas), initiatives)
    by_person = random.random(initiatives) < 0.7
    who = np.where(
        by_person, random.integers(0, len(people), initiatives), random.integers(0, len(partners), initiatives)
    )
    links = {
        "CONTRIBUTES_TO": [(works[a], subjects[b]) for a, b in subject_pairs if is_goal[b]],
        "HAS_THEME": [(works[a], subjects[b]) for a, b in subject_pairs if not is_goal[b]],
        "PARTNERS_IN": [(partners[b], works[a]) for a, b in partner_pairs],
        "LOCATED_IN": [(works[index], areas[area]) for index, area in enumerate(home)],
        "INITIATES": [
            ((people if is_person else partners)[chosen], works[index])
            for index, (is_person, chosen) in enumerate(zip(by_person, who, strict=True))
        ],
        "PART_OF": [*_tree(goals, times), *_map(areas, districts)],
        "BORDERS": list(_borders(areas, districts)),
    }
    records = {
        "Initiative": works,
        "Goal": goals,
        "Theme": [subjects[index] for index in shuffled[half:]],
        "Organisation": partners,
        "Person": people,
        "Area": areas,
    }
    return Reference(works, records, links)


def _ids(kind: int, number: int) -> list[str]:
    return [f"0193{kind:04x}-0000-7000-8000-{index:012x}" for index in range(number)]


def _zipf(random: np.random.Generator, size: int, draws: int) -> NDArray[np.int64]:
    share = 1.0 / np.arange(1, size + 1)
    edges = np.cumsum(share / share.sum())
    return np.minimum(np.searchsorted(edges, random.random(draws), side="right"), size - 1)


def _once(owner: NDArray[np.int64], hub: NDArray[np.int64]) -> list[tuple[int, int]]:
    return [(int(a), int(b)) for a, b in np.unique(np.stack([owner, hub], axis=1), axis=0)]


def _tree(goals: list[str], times: int) -> Iterator[tuple[str, str]]:
    top, middle = times * TOP_GOALS, times * MIDDLE_GOALS
    for index in range(top, len(goals)):
        if index < top + middle:
            yield goals[index], goals[index % top]
        else:
            yield goals[index], goals[top + index % middle]


def _map(areas: list[str], districts: int) -> Iterator[tuple[str, str]]:
    neighbourhoods = len(areas) - 1 - districts
    for index in range(1, len(areas)):
        if index <= districts:
            yield areas[index], areas[0]
        else:
            yield areas[index], areas[1 + (index - 1 - districts) * districts // neighbourhoods]


def _borders(areas: list[str], districts: int) -> Iterator[tuple[str, str]]:
    first = 1 + districts
    neighbourhoods = len(areas) - first
    for cell in range(neighbourhoods):
        if (cell + 1) % GRID:
            yield areas[first + cell], areas[first + cell + 1]
        if cell + GRID < neighbourhoods:
            yield areas[first + cell], areas[first + cell + GRID]
