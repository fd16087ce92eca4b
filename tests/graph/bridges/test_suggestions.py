"""What a suggestion shows of the two it joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.bridges import suggestions
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given


def found_for(graph: Graph, initiative_id: str) -> set[str]:
    found = graph.read(suggestions.for_initiative, actor=SYSTEM, initiative_id=initiative_id)
    return {each.other.name for each in found}


def test_two_of_one_name_are_told_apart_by_who_undertakes_them(graph: Graph, given: Given) -> None:
    goal = given.goal()
    one, other, third = (
        given.initiative(name=name, goals=[goal], initiators=[given.organisation(name=party)])
        for name, party in (
            ("Buurtfeest", "Stichting A"),
            ("buurtfeest", "Stichting B"),
            ("Straatfeest", "Stichting C"),
        )
    )

    assert found_for(graph, one) == {"buurtfeest (Stichting B)", "Straatfeest"}
    assert found_for(graph, other) == {"Buurtfeest (Stichting A)", "Straatfeest"}
    assert found_for(graph, third) == {"Buurtfeest", "buurtfeest"}


def test_two_of_one_name_keep_it_where_nobody_is_known_to_undertake_them(graph: Graph, given: Given) -> None:
    goal = given.goal()
    one, _ = (given.initiative(name="Buurtfeest", goals=[goal]) for _ in range(2))

    assert found_for(graph, one) == {"Buurtfeest"}
