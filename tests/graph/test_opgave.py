"""An opgave as a whole: the goals under it, who works at them, what is missing, and its network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import opgave
from graph.bridges import life
from graph.errors import NotFound
from graph.model import Kind, Visibility
from graph.rights import SYSTEM, VISITOR

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Graph
    from tests.given import Given


def whole(graph: Graph, goal_id: str, actor: Actor = SYSTEM, *, municipality: str = "") -> opgave.Opgave:
    return graph.read(opgave.page, actor=actor, goal_id=goal_id, municipality=municipality)


def test_an_initiative_counts_once_for_every_goal_above_it(graph: Graph, given: Given) -> None:
    top = given.goal(name="Groen", level="opgave", code="1")
    main = given.goal(name="Meer groen", parent=top, code="1.1")
    sub, empty = given.goal(name="Tegels", parent=main, code="1.1.1"), given.goal(name="Rust", parent=top, code="1.2")
    given.initiative(name="De Kavel", goals=[main, sub])
    given.initiative(name="Tuin", goals=[sub])
    found = whole(graph, top)
    assert [(each.mention.name, each.depth, each.initiatives) for each in found.goals] == [
        ("Groen", 0, 2),
        ("Meer groen", 1, 2),
        ("Tegels", 2, 2),
        ("Rust", 1, 0),
    ]
    assert [each.mention.id for each in found.without_initiative] == [empty]
    assert [each.name for each in found.of(Kind.INITIATIVE)] == ["De Kavel", "Tuin"]


def test_what_is_around_it_comes_from_the_whole_tree(graph: Graph, given: Given) -> None:
    note, holder = given.note(name="Groennota"), given.person(name="Wethouder", person_kind="alderman")
    town = given.area(name="Duinvliet", level="municipality")
    here, there = (given.area(name=name, level="district", parent=town) for name in ("Dorp", "Geest"))
    quarter = given.area(name="Haven", level="neighbourhood", parent=here)
    top = given.goal(name="Groen", level="opgave")
    below = given.goal(name="Meer bomen", parent=top, notes=note, holder=holder)
    scheme = given.scheme(name="Groenpot", serves=below)
    partner = given.organisation(name="De Korf")
    given.initiative(goals=below, areas=quarter, partners=partner, themes=given.theme(name="Bomen"))
    found = whole(graph, top)
    assert {(each.kind, each.name, each.initiatives) for each in found.around if each.kind is not Kind.INITIATIVE} == {
        (Kind.POLICY_NOTE, "Groennota", 0),
        (Kind.SUBSIDY_SCHEME, "Groenpot", 0),
        (Kind.ORGANISATION, "De Korf", 1),
        (Kind.THEME, "Bomen", 1),
    }
    assert [(each.name, each.initiatives) for each in found.places] == [("Dorp", 1), ("Geest", 0)]
    assert [each.id for each in found.empty_places] == [there]
    assert [duty.official.name for duty in found.aldermen] == ["Wethouder"]
    assert scheme


def test_a_district_of_a_neighbour_is_not_missing(graph: Graph, given: Given) -> None:
    ours = given.area(name="Duinvliet", level="municipality", code="GM9001")
    theirs = given.area(name="Polderdam", level="municipality", code="GM9002")
    for name, around in (("Dorp", ours), ("Geest", ours), ("Polderdam-West", theirs)):
        given.area(name=name, level="district", parent=around)
    there = given.area(name="Polderdam-Oost", level="district", parent=theirs)
    top = given.goal(name="Groen", level="opgave")
    given.initiative(goals=top, areas=there)

    def seen(municipality: str) -> tuple[list[str], list[str]]:
        found = whole(graph, top, municipality=municipality)
        return [each.name for each in found.places if each.initiatives], [each.name for each in found.empty_places]

    assert seen("GM9001") == (["Polderdam-Oost"], ["Dorp", "Geest"])
    assert seen("GM9002") == (["Polderdam-Oost"], ["Polderdam-West"])
    assert seen("") == (["Polderdam-Oost"], ["Dorp", "Geest", "Polderdam-West"])


def test_where_the_municipality_has_no_districts_its_neighbourhoods_count(graph: Graph, given: Given) -> None:
    ours = given.area(name="Duinvliet", level="municipality", code="GM9001")
    theirs = given.area(name="Polderdam", level="municipality", code="GM9002")
    given.area(name="Haven", level="neighbourhood", parent=ours)
    there = given.area(name="Polderdam-West", level="district", parent=theirs)
    quarter = given.area(name="Westhoek", level="neighbourhood", parent=there)
    top = given.goal(name="Groen", level="opgave")
    given.initiative(goals=top, areas=quarter)
    found = whole(graph, top, municipality="GM9001")
    assert [(each.name, each.initiatives) for each in found.places] == [("Westhoek", 1), ("Haven", 0)]
    unknown = whole(graph, top, municipality="GM0000")
    assert [(each.name, each.initiatives) for each in unknown.places] == [("Polderdam-West", 1)]
    assert unknown.own_places == unknown.empty_places == []


def test_a_visitor_sees_and_counts_only_what_is_published_and_no_bridges(graph: Graph, given: Given) -> None:
    top = given.goal(name="Groen", level="opgave")
    given.goal(name="Geheim", parent=top, visibility=Visibility.DRAFT)
    one, other = given.initiative(name="De Kavel", goals=top), given.initiative(name="Tuin", goals=top)
    third = given.initiative(name="Oase", goals=top)
    given.initiative(name="Plan", goals=top, visibility=Visibility.DRAFT)
    graph.write(life.ask, actor=SYSTEM, a=one, b=other, text="Samen")
    mine, theirs = whole(graph, top), whole(graph, top, VISITOR)
    assert (mine.goals[0].initiatives, theirs.goals[0].initiatives) == (4, 3)
    assert [each.mention.name for each in theirs.goals] == ["Groen"]
    assert [(each.first_id, each.second_id) for each in mine.under_way] == [(one, other)]
    assert any({third} & {each.first.id, each.suggestion.other.id} for each in mine.suggested)
    assert theirs.under_way == theirs.suggested == ()
    picture = graph.read(opgave.picture, actor=VISITOR, opgave=theirs, number=20)
    assert [node.name for node in picture.nodes] == ["Groen", "De Kavel", "Oase", "Tuin"]
    assert not any(line.is_bridge for line in picture.lines)


def test_only_bridges_that_came_further_are_told_to_be_further(graph: Graph, given: Given) -> None:
    top = given.goal(name="Groen", level="opgave")
    one, *others = (given.initiative(name=f"Tuin {number}", goals=top) for number in range(4))
    graph.write(life.ask, actor=SYSTEM, a=one, b=others[0], text="Samen")
    graph.write(life.refuse, actor=SYSTEM, a=one, b=others[1], reason="Te ver weg")
    graph.write(life.known_already, actor=SYSTEM, a=one, b=others[2])
    assert [(each.first_id, each.second_id) for each in whole(graph, top).under_way] == [(one, others[0])]


def test_a_smaller_picture_says_of_how_many_it_is(graph: Graph, given: Given) -> None:
    top = given.goal(name="Groen", level="opgave")
    for number in range(5):
        given.initiative(name=f"Tuin {number}", goals=top)
    picture = graph.read(opgave.picture, actor=SYSTEM, opgave=whole(graph, top), number=2)
    assert (picture.shown, picture.total) == (2, 5)
    assert len(picture.lines) == 2


def test_there_is_no_opgave_that_is_not_there(graph: Graph) -> None:
    with pytest.raises(NotFound):
        whole(graph, "nee")
