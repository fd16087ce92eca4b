"""The reference graph: a town of 100,000 initiatives with the uneven popularity of the real world.

Seed 7: 1 + Poisson(7) links for each initiative, half of them to 2,000 goals and themes, half to 20,000 partners, each
chosen with Zipf popularity (s = 1.0) and kept once: about 772,000 links, the largest hub about 39,000. Besides: 200
areas (a municipality, 19 districts, 180 neighbourhoods in a grid), a tree of goals, and one initiator each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

# Raise when the graph that comes out differs, so that a stored copy is made anew.
VERSION = 4

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

    def degrees(self) -> NDArray[np.int64]:
        """How many goals, themes and partners each initiative has, in the order of `initiatives`."""
        position = {each: index for index, each in enumerate(self.initiatives)}
        counts = np.zeros(len(self.initiatives), dtype=np.int64)
        for link, end in (("CONTRIBUTES_TO", 0), ("HAS_THEME", 0), ("PARTNERS_IN", 1)):
            for pair in self.links[link]:
                counts[position[pair[end]]] += 1
        return counts

    def sample(self, size: int, *, busiest: int, seed: int = 7) -> list[str]:
        """`size` initiatives at random and the `busiest` with the most links."""
        chance = np.random.default_rng(seed).choice(len(self.initiatives), size=size, replace=False)
        most = np.argsort(-self.degrees(), kind="stable")[:busiest]
        return [self.initiatives[index] for index in [*chance, *most]]


def make(*, seed: int = 7, initiatives: int = 100_000) -> Reference:
    """Draw the graph; the same seed and number give the same graph."""
    random = np.random.default_rng(seed)
    works = _ids(1, initiatives)
    subjects = _ids(2, SUBJECTS)
    partners = _ids(3, PARTNERS)
    people = _ids(4, PEOPLE)
    areas = _ids(5, 1 + DISTRICTS + NEIGHBOURHOODS)
    count = 1 + random.poisson(7, initiatives)
    owner = np.repeat(np.arange(initiatives), count)
    to_partner = random.random(owner.size) < 0.5
    subject_pairs = _once(owner[~to_partner], _zipf(random, SUBJECTS, int((~to_partner).sum())))
    partner_pairs = _once(owner[to_partner], _zipf(random, PARTNERS, int(to_partner.sum())))
    # Popularity says nothing about whether a subject is a goal or a theme, nor about its place in the tree.
    shuffled = random.permutation(SUBJECTS)
    goals = [subjects[index] for index in shuffled[: SUBJECTS // 2]]
    is_goal = np.zeros(SUBJECTS, dtype=bool)
    is_goal[shuffled[: SUBJECTS // 2]] = True
    home = random.integers(1 + DISTRICTS, len(areas), initiatives)
    by_person = random.random(initiatives) < 0.7
    who = np.where(by_person, random.integers(0, PEOPLE, initiatives), random.integers(0, PARTNERS, initiatives))
    links = {
        "CONTRIBUTES_TO": [(works[a], subjects[b]) for a, b in subject_pairs if is_goal[b]],
        "HAS_THEME": [(works[a], subjects[b]) for a, b in subject_pairs if not is_goal[b]],
        "PARTNERS_IN": [(partners[b], works[a]) for a, b in partner_pairs],
        "LOCATED_IN": [(works[index], areas[area]) for index, area in enumerate(home)],
        "INITIATES": [
            ((people if person else partners)[chosen], works[index])
            for index, (person, chosen) in enumerate(zip(by_person, who, strict=True))
        ],
        "PART_OF": [*_tree(goals), *_map(areas)],
        "BORDERS": list(_borders(areas)),
    }
    records = {
        "Initiative": works,
        "Goal": goals,
        "Theme": [subjects[index] for index in shuffled[SUBJECTS // 2 :]],
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


def _tree(goals: list[str]) -> Iterator[tuple[str, str]]:
    for index in range(TOP_GOALS, len(goals)):
        if index < TOP_GOALS + MIDDLE_GOALS:
            yield goals[index], goals[index % TOP_GOALS]
        else:
            yield goals[index], goals[TOP_GOALS + index % MIDDLE_GOALS]


def _map(areas: list[str]) -> Iterator[tuple[str, str]]:
    for index in range(1, len(areas)):
        if index <= DISTRICTS:
            yield areas[index], areas[0]
        else:
            yield areas[index], areas[1 + (index - 1 - DISTRICTS) * DISTRICTS // NEIGHBOURHOODS]


def _borders(areas: list[str]) -> Iterator[tuple[str, str]]:
    first = 1 + DISTRICTS
    for cell in range(NEIGHBOURHOODS):
        if (cell + 1) % GRID:
            yield areas[first + cell], areas[first + cell + 1]
        if cell + GRID < NEIGHBOURHOODS:
            yield areas[first + cell], areas[first + cell + GRID]
