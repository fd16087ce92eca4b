from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given as holds
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


def test_who_has_no_ties_is_nobodys_neighbour() -> None:
    nobody = Structure(nx.Graph(), {})
    assert nobody.constraint("x") is None
    assert nobody.effective_size("x") is None
    assert nobody.redundancy("x", "y") == 0
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
