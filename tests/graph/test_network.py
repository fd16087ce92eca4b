from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import NotFound
from graph.model import Kind, Link, PersonKind, PublicAs, Visibility
from graph.network import around, town
from graph.network.picture import MOST_COUNTED, Picture
from graph.network.town import Thing
from graph.rights import SYSTEM, VISITOR, Actor, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph
    from tests.given import Given

BRIDGE_BUILDER = Actor("Carla Fictie", roles=frozenset({Role.BRIDGE_BUILDER}))
ORGANISER = Actor("Otto Verzonnen", roles=frozenset({Role.ORGANISER}))


@pytest.fixture
def picture(graph: Graph) -> Callable[..., Picture]:
    def draw(record_id: str, actor: Actor = VISITOR, **named: object) -> Picture:
        return graph.read(around.around, actor=actor, record_id=record_id, **named)

    return draw


def ids(picture: Picture) -> set[str]:
    return {node.id for node in picture.nodes}


def test_the_record_in_the_middle_comes_first_with_what_is_linked_and_what_lies_beyond(
    given: Given, picture: Callable[..., Picture]
) -> None:
    note = given.note()
    goal = given.goal(notes=[note])
    centre, other = given.initiative(goals=[goal]), given.initiative(goals=[goal])
    found = picture(centre)
    assert found.nodes[0].id == centre
    assert ids(found) == {centre, goal, note, other}
    assert (found.shown, found.total) == (3, 3)
    assert {(line.start, line.link, line.end) for line in found.lines} == {
        (centre, Link.CONTRIBUTES_TO, goal),
        (other, Link.CONTRIBUTES_TO, goal),
        (goal, Link.DERIVED_FROM, note),
    }


def test_what_the_fewest_have_comes_first(given: Given, picture: Callable[..., Picture]) -> None:
    common, rare = given.theme(), given.theme()
    for _ in range(5):
        given.initiative(themes=[common])
    centre = given.initiative(themes=[common, rare])
    neighbour = given.initiative(themes=[rare])
    assert ids(picture(centre, number=1)) == {centre, rare}
    assert ids(picture(centre, number=3)) == {centre, rare, common, neighbour}
    assert picture(centre, number=1).total == 8


def test_no_line_between_shown_records_is_left_out(given: Given, picture: Callable[..., Picture]) -> None:
    party = given.organisation()
    centre = given.initiative(partners=[party], initiators=[party])
    assert [line.link for line in picture(party).lines] == [Link.INITIATES, Link.PARTNERS_IN]
    assert picture(centre).lines == picture(party).lines


def test_lines_are_found_through_hubs_as_well(
    given: Given, picture: Callable[..., Picture], monkeypatch: pytest.MonkeyPatch
) -> None:
    note = given.note()
    goal = given.goal(notes=[note])
    centre = given.initiative(goals=[goal])
    whole = picture(centre).lines
    monkeypatch.setattr("graph.network.picture.POPULAR", 0)
    assert picture(centre).lines == whole
    assert len(whole) == 2


def test_check_24_a_visitor_sees_no_draft_and_nothing_through_one(
    given: Given, picture: Callable[..., Picture]
) -> None:
    hidden = given.goal(visibility=Visibility.DRAFT)
    centre, other = given.initiative(goals=[hidden]), given.initiative(goals=[hidden])
    assert ids(picture(centre)) == {centre}
    assert picture(centre).total == 0
    assert ids(picture(centre, ORGANISER)) == {centre, hidden, other}
    with pytest.raises(NotFound):
        picture(hidden)


def test_check_23_people_are_shown_as_they_chose(given: Given, picture: Callable[..., Picture]) -> None:
    official = {"person_kind": PersonKind.OFFICIAL, "function": "beleidsmedewerker groen"}
    named = given.person(name="Naam Verzonnen", **official, public_as=PublicAs.NAME)
    function = given.person(name="Functie Geheim", **official)
    team = given.person(name="Team Geheim", **official, public_as=PublicAs.TEAM)
    alderman = given.person(name="Wethouder Verzonnen", person_kind=PersonKind.ALDERMAN)
    resident = given.person(name="Bewoner Geheim", person_kind=PersonKind.RESIDENT)
    goal = given.goal(holder=[alderman], account_holder=[named, function, team])
    centre = given.initiative(initiating_people=[resident, function], goals=[goal])
    seen = {node.name for node in picture(goal).nodes if node.kind is Kind.PERSON}
    assert seen == {"Naam Verzonnen", "Beleidsmedewerker groen", "Wethouder Verzonnen"}
    assert not [line for line in picture(centre).lines if line.link is Link.INITIATES]
    everybody = {node.name for node in picture(centre, ORGANISER).nodes if node.kind is Kind.PERSON}
    assert everybody == {
        "Naam Verzonnen", "Functie Geheim", "Team Geheim", "Wethouder Verzonnen", "Bewoner Geheim"
    }  # fmt: skip
    for hidden in (team, resident):
        with pytest.raises(NotFound):
            picture(hidden)


def test_bridges_are_dotted_for_bridge_builders_only(given: Given, picture: Callable[..., Picture]) -> None:
    goal = given.goal()
    centre, other = given.initiative(goals=[goal]), given.initiative(goals=[goal])
    found = [line for line in picture(centre, BRIDGE_BUILDER).lines if line.is_bridge]
    assert [(line.start, line.end) for line in found] == [(centre, other)]
    assert not any(line.is_bridge for line in picture(centre).lines)
    assert not any(line.is_bridge for line in picture(centre, ORGANISER).lines)


def test_an_open_node_shows_its_own_links(given: Given, picture: Callable[..., Picture]) -> None:
    theme, party = given.theme(), given.organisation()
    goal = given.goal()
    centre, other = given.initiative(goals=[goal]), given.initiative(goals=[goal], themes=[theme], partners=[party])
    assert ids(picture(centre)) == {centre, goal, other}
    wider = picture(centre, opened=[other, "nothing"])
    assert ids(wider) == {centre, goal, other, theme, party}
    assert (wider.opened, wider.total) == ((other,), 4)


def test_what_ended_is_not_shown(given: Given, picture: Callable[..., Picture]) -> None:
    gone = given.organisation()
    centre = given.initiative(partners=[gone])
    given.graph.transaction.run(
        "MATCH (:Organisation {id: $id})-[link]-() SET link.until = date('2020-01-01')", id=gone
    ).consume()
    assert ids(picture(centre)) == {centre}


def test_counting_stops_at_a_limit(given: Given, picture: Callable[..., Picture]) -> None:
    goal = given.goal()
    given.graph.transaction.run(
        "MATCH (goal:Goal {id: $id}) UNWIND range(1, 1500) AS n "
        "CREATE (:Record:Initiative {id: 'n' + n, name: 'n' + n, visibility: 'published'})-[:CONTRIBUTES_TO]->(goal)",
        id=goal,
    ).consume()
    found = picture(goal)
    assert found.shown == 20
    assert found.is_capped
    assert found.total == MOST_COUNTED + 1


def test_communities_are_those_who_share_most(given: Given, graph: Graph) -> None:
    bees, waste = given.goal(name="Bijen"), given.goal(name="Afval")
    school = given.organisation(name="School")
    first = [given.initiative(goals=[bees]) for _ in range(3)]
    second = [given.initiative(goals=[waste]) for _ in range(3)]
    given.initiative(goals=[waste], partners=[school])
    given.initiative(goals=[bees], partners=[school])
    given.initiative(goals=[given.goal()])
    found = town.divided(graph.read(town.things, actor=VISITOR))
    assert sorted(each.thing.name for each in found.communities) == ["Afval", "Bijen"]
    assert {frozenset(first), frozenset(second)} <= {
        frozenset(each.members & {*first, *second}) for each in found.communities
    }
    assert found.initiatives == 8
    assert [tie.things for tie in found.between] == [1]
    one = next(each for each in found.communities if each.thing.name == "Bijen")
    picture = graph.read(town.picture, actor=VISITOR, town=found, community_id=one.id)
    assert picture.centre is None
    assert {*first, bees} <= ids(picture)
    with pytest.raises(NotFound):
        graph.read(town.picture, actor=VISITOR, town=found, community_id="nothing")


def test_a_draft_ties_nobody_together_for_a_visitor(given: Given, graph: Graph) -> None:
    goal = given.goal(visibility=Visibility.DRAFT)
    for _ in range(2):
        given.initiative(goals=[goal])
    assert not town.divided(graph.read(town.things, actor=VISITOR)).communities
    assert len(town.divided(graph.read(town.things, actor=SYSTEM)).communities) == 1


def test_the_same_data_give_the_same_communities_and_large_towns_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    things = tuple(
        Thing(f"t{n:03}", f"t{n}", Kind.THEME, tuple(f"i{(n * 7 + step * 3) % 60:03}" for step in range(5)))
        for n in range(80)
    )
    once = town.divided(things)
    town.divided.cache_clear()
    assert town.divided(things) == once
    assert not once.capped
    assert sum(len(each.members) for each in once.communities) == len({m for thing in things for m in thing.members})
    monkeypatch.setattr(town, "MOST_TIES", 95)
    town.divided.cache_clear()
    bounded = town.divided(things)
    assert bounded.capped
    assert len(bounded.things) == 9
    town.divided.cache_clear()
