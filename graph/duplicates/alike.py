"""Which names are likely the same: without legal forms and signs, compared by rapidfuzz within blocks.

Two names are compared only when they share a word that few names have, or the beginning of their first word: comparing
all pairs of 20,000 names would take 200 million comparisons, this takes some tens of thousands. Names with different
numbers ("Zomerfeest 2016", "Zomerfeest 2017") are never the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

LIKELY = 90.0
LARGEST_BLOCK = 60
BEGINNING = 5
EVERY = 1_000
SHORTEST = 4

_LEGAL = frozenset(
    [
        "stichting",
        "stg",
        "st",
        "vereniging",
        "ver",
        "bv",
        "nv",
        "vof",
        "cv",
        "ua",
        "ba",
        "cooperatie",
        "cooperatieve",
        "maatschap",
        "eenmanszaak",
        "besloten",
        "vennootschap",
        "naamloze",
        "the",
        "de",
        "het",
        "een",
        "te",
        "van",
    ]
)
_SIGNS = re.compile(r"[^\w\s]|_")
_INITIALS = re.compile(r"\b(\w)\.(?=\w\b)")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class NameOf:
    """A record by name, with who undertakes it, where, and whether people made it here rather than an import."""

    id: str
    name: str
    initiators: list[str] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names that are likely the same; `score` runs from `LIKELY` to 100."""

    first_id: str
    first_name: str
    second_id: str
    second_name: str
    score: float


def plain(name: str) -> str:
    """The name without accents, signs and legal forms, in lower case, its words in order of the name."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(each for each in bare if not unicodedata.combining(each))
    bare = _SIGNS.sub(" ", _INITIALS.sub(r"\1", bare).replace(".", ""))
    words = [word for word in bare.split() if word not in _LEGAL]
    return " ".join(words) or " ".join(bare.split())


def untold(done: int, of: int) -> None:
    """Tell nobody how far the search is."""
    del done, of


def pairs(names: Iterable[NameOf], *, near: bool = False, told: Callable[[int, int], None] = untold) -> list[Pair]:
    """The likely duplicates, the likeliest first; with `near` only those that `_are_near`.

    `told` hears now and then how many groups of names are compared, and of how many.
    """
    known = [(each, plain(each.name)) for each in names]
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, (_, text) in enumerate(known):
        for key in _keys(text):
            blocks[key].append(place)
    compared: set[tuple[int, int]] = set()
    found = []
    for number, places in enumerate(blocks.values(), start=1):
        if number % EVERY == 0:
            told(number, len(blocks))
        if not 1 < len(places) <= LARGEST_BLOCK:
            continue
        for one, other in combinations(places, 2):
            if (one, other) in compared:
                continue
            compared.add((one, other))
            pair = _pair(*known[one], *known[other], near=near)
            if pair:
                found.append(pair)
    return sorted(found, key=lambda pair: (-pair.score, pair.first_name, pair.first_id, pair.second_id))


def among(names: Mapping[str, str]) -> list[Pair]:
    """The likely duplicates among the names of one file, by source key; only within one parent where keys have one."""
    return pairs([NameOf(key, name, initiators=[key.rpartition(":")[0]]) for key, name in names.items()], near=True)


def score(one: str, other: str) -> float:
    """How alike two plain names are, 0 to 100; 0 when their numbers differ."""
    if sorted(_NUMBER.findall(one)) != sorted(_NUMBER.findall(other)):
        return 0.0
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))


def _pair(first: NameOf, one: str, second: NameOf, other: str, *, near: bool) -> Pair | None:
    if near and not _are_near(first, second):
        return None
    alike = score(one, other)
    if alike < LIKELY:
        return None
    first, second = sorted((first, second), key=lambda each: each.id)
    return Pair(first.id, first.name, second.id, second.name, round(alike, 1))


def _are_near(first: NameOf, second: NameOf) -> bool:
    """Two initiatives of one name are doubtful when one party undertakes both, or when one was entered by hand there.

    Registers are full of 'Buurtfeest' in one district by different people; those are different initiatives.
    """
    if not set(first.initiators).isdisjoint(second.initiators):
        return True
    return (first.by_hand or second.by_hand) and not set(first.areas).isdisjoint(second.areas)


def _keys(text: str) -> set[str]:
    """The blocks of a name: its whole, its longer words, and its beginning without spaces (for a typing error)."""
    words = {word for word in text.split() if len(word) >= SHORTEST}
    return {f"= {text}", f"^ {text.replace(' ', '')[:BEGINNING]}", f"$ {text.replace(' ', '')[-BEGINNING:]}", *words}
