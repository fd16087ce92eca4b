from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pytest
from hypothesis import given as holds
from hypothesis import settings
from hypothesis import strategies as st

from graph.bridges import novelty, suggestions, townwide
from graph.bridges.novelty import Part
from graph.model import Kind
from graph.network import town
from graph.network.structure import Structure, structure
from graph.network.town import Thing
from graph.rights import Actor, Role

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given

BRIDGE_BUILDER = Actor("Carla Fictie", roles=frozenset({Role.BRIDGE_BUILDER}))
NAMES = st.sampled_from([f"i{number}" for number in range(9)])
THINGS = st.lists(st.frozensets(NAMES, min_size=2, max_size=5), min_size=1, max_size=8).map(
    lambda groups: tuple(
        Thing(f"t{number}", f"Thema {number}", Kind.THEME, tuple(sorted(group))) for number, group in enumerate(groups)
    )
)


@settings(deadline=None)
@holds(THINGS)
def test_the_measures_of_structural_holes_are_those_of_networkx(things: tuple[Thing, ...]) -> None:
    found = structure(things)
    ties = town.projected(things)
    constraint = nx.constraint(ties, weight="weight")
    # For named nodes by the definition: for all at once networkx 3.6 scales the columns in place of the rows.
    effective_size = nx.effective_size(ties, nodes=list(ties), weight="weight")
    for each in ties:
        assert found.constraint(each) == pytest.approx(constraint[each])
        assert found.effective_size(each) == pytest.approx(effective_size[each])


def size_of(ties: nx.Graph[str], one: str) -> float:
    """The effective size of one node by networkx; nothing for who has no ties."""
    return nx.effective_size(ties, nodes=[one], weight="weight")[one] if ties[one] else 0.0


def size_with(ties: nx.Graph[str], one: str, other: str, weight: float) -> float:
    """The effective size of `one` with a tie of that weight to `other`."""
    made = ties.copy()
    made.add_edge(one, other, weight=weight)
    return size_of(made, one)


@settings(deadline=None)
@holds(THINGS)
def test_what_a_meeting_opens_is_the_effective_size_it_adds_beside_a_newcomer(things: tuple[Thing, ...]) -> None:
    found, ties = structure(things), town.projected(things)
    for one, other in itertools.permutations(ties, 2):
        mean = ties.degree(one, "weight") / len(ties[one])
        weight = ties[one][other]["weight"] if ties.has_edge(one, other) else mean
        apart = ties.copy()
        apart.remove_edges_from([(one, other)])
        if not apart[one]:
            assert found.opens(one, other) == 1
            continue
        before = size_of(apart, one)
        adds = size_with(apart, one, other, weight) - before
        most = size_with(apart, one, "newcomer", weight) - before
        assert found.opens(one, other) == pytest.approx(max(0, adds / most), abs=1e-9)


@settings(deadline=None)
@holds(THINGS)
def test_the_closed_circle_weighs_most_in_a_hole(things: tuple[Thing, ...]) -> None:
    found, ties = structure(things), town.projected(things)
    constraint = nx.constraint(ties, weight="weight")
    for one, other in itertools.combinations(ties, 2):
        weights = [constraint[one], constraint[other]]
        opens = [found.opens(one, other), found.opens(other, one)]
        assert found.hole(one, other) == pytest.approx(np.average(opens, weights=weights))
        assert found.hole(one, other) == pytest.approx(found.hole(other, one))


def test_a_hole_is_told_only_where_it_is_open_on_both_sides() -> None:
    parts = dict.fromkeys(Part, 0.0) | {Part.HOLE: 0.9}
    assert novelty.Novelty(parts, (1.0, 0.85)).new == [Part.HOLE]
    assert novelty.Novelty(parts, (1.0, 0.3)).new == []


def test_who_has_no_ties_is_nobodys_neighbour() -> None:
    nobody = Structure(nx.Graph(), {})
    assert nobody.constraint("x") is None
    assert nobody.effective_size("x") is None
    assert nobody.hole("x", "y") == 1
    assert not nobody.same_community("x", "y")


def test_the_dial_brings_what_is_new_up_and_what_is_familiar_down(graph: Graph, given: Given) -> None:
    team, area, elsewhere = given.department(), given.area(), given.area()
    official = given.person(name="Bram Bedacht", person_kind="official")
    goal, far = given.goal(), given.goal()
    near = [given.initiative(goals=[goal], areas=[area], departments=[team], contact=[official]) for _ in range(2)]
    new = [
        given.initiative(goals=[far], areas=[area], departments=[team]),
        given.initiative(goals=[far], areas=[elsewhere], departments=[given.department()]),
    ]
    pairs = graph.read(townwide.pairs, actor=BRIDGE_BUILDER)
    found = structure(graph.read(town.things, actor=BRIDGE_BUILDER))

    def between(two: list[str]) -> suggestions.Pair:
        return next(pair for pair in pairs if {pair.first.id, pair.suggestion.other.id} == set(two))

    familiar, surprising = novelty.of(between(near), found), novelty.of(between(new), found)
    assert familiar.parts[Part.PEOPLE] == familiar.parts[Part.AREA] == familiar.parts[Part.DEPARTMENT] == 0
    assert {Part.PEOPLE, Part.AREA, Part.DEPARTMENT} <= set(surprising.new)
    assert familiar.step < surprising.step
    orders = {step: novelty.ordered(pairs, found, step=step) for step in (1, 3, 5)}
    assert orders[3] == list(pairs)
    assert orders[1].index(between(near)) < orders[1].index(between(new))
    assert orders[5].index(between(new)) < orders[5].index(between(near))
    assert all(sorted(each, key=id) == sorted(pairs, key=id) for each in orders.values())
