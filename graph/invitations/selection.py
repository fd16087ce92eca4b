"""Choosing guests: relevance plus coverage, under a limit per organisation. Knows no database.

The value of a set S of guests is

    f(S) = Σ_{c ∈ S} relevance(c) + Σ_d weight(d) · min(|S ∩ d|, target(d)) / target(d)

where d runs over what must be covered: chosen goals, themes, areas, and kinds of party. f is monotone and submodular,
so choosing the greatest gain each time gives at least (1 − 1/e) ≈ 63 % of the optimum under the number of seats alone
(Nemhauser, Wolsey and Fisher, 1978), and at least half of it under the limit per organisation too (a partition matroid;
Fisher, Nemhauser and Wolsey, 1978).
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Option:
    """One possible guest. `covers`: keys of demands; `houses`: the organisations whose limit the guest counts for."""

    id: str
    relevance: float
    covers: frozenset[str]
    houses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Demand:
    """Something to cover: how much it weighs, and how many guests cover it in full (at least 1)."""

    weight: float
    target: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A guest that was chosen, and what the guest added to the value of the list at that moment."""

    id: str
    gain: float


def value(chosen: Iterable[Option], demands: Mapping[str, Demand]) -> float:
    """f(S) of the module docstring."""
    chosen = list(chosen)
    counts = Counter(key for option in chosen for key in option.covers)
    covered = sum(each.weight * min(counts[key], each.target) / each.target for key, each in demands.items())
    return sum(option.relevance for option in chosen) + covered


def greedy(
    options: Sequence[Option],
    demands: Mapping[str, Demand],
    *,
    seats: int,
    must: Collection[str] = (),
    per_house: int | None = None,
) -> list[Choice]:
    """All of `must` first, then by greatest gain until there are `seats` guests; equal gains in order of id."""
    counts: Counter[str] = Counter()
    houses: Counter[str] = Counter()
    left = {option.id: option for option in sorted(options, key=lambda option: option.id)}
    chosen: list[Choice] = []

    def gain(option: Option) -> float:
        uncovered = (demands[key] for key in option.covers if key in demands and counts[key] < demands[key].target)
        return option.relevance + sum(each.weight / each.target for each in uncovered)

    def take(option: Option) -> None:
        chosen.append(Choice(option.id, gain(option)))
        counts.update(option.covers)
        houses.update(option.houses)
        del left[option.id]

    for option in sorted((left[each] for each in set(must) if each in left), key=lambda each: (-gain(each), each.id)):
        take(option)
    while len(chosen) < seats:
        free = [each for each in left.values() if _has_room(each, houses, per_house)]
        if not free:
            break
        take(max(free, key=lambda each: (gain(each), _backwards(each.id))))
    return chosen


def optimum(
    options: Sequence[Option], demands: Mapping[str, Demand], *, seats: int, per_house: int | None = None
) -> float:
    """The greatest f(S) by trying every set; for small cases, to see how near `greedy` comes."""
    best = 0.0
    for size in range(min(seats, len(options)) + 1):
        for chosen in itertools.combinations(options, size):
            houses = Counter(house for option in chosen for house in option.houses)
            if per_house is None or all(count <= per_house for count in houses.values()):
                best = max(best, value(chosen, demands))
    return best


def _has_room(option: Option, houses: Counter[str], per_house: int | None) -> bool:
    return per_house is None or all(houses[house] < per_house for house in option.houses)


def _backwards(text: str) -> tuple[int, ...]:
    """A key under which `max` prefers the smallest text."""
    return tuple(-ord(each) for each in text)
