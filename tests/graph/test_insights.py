"""What the network tells: who stands alone, white spots, what is fragile, teams apart, and what a bridge would do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph import audit
from graph.errors import NotAllowed
from graph.insights import fragile, reading
from graph.model import Kind, PersonKind, Status, Visibility
from graph.network import town
from graph.network.town import Thing
from graph.rights import SYSTEM, VISITOR, Actor, Role

if TYPE_CHECKING:
    from graph.insights.reading import Insights
    from graph.store import Graph
    from tests.given import Given

BUILDER = Actor("Carla Fictie", account_id="c", roles=frozenset({Role.BRIDGE_BUILDER}))


def insights(graph: Graph) -> Insights:
    return reading.insights(graph.read(reading.told, actor=BUILDER))


def names(mentions: tuple[object, ...]) -> list[str]:
    return [each.name for each in mentions]  # type: ignore[attr-defined]


def test_who_shares_nothing_stands_alone(graph: Graph, given: Given) -> None:
    goal, party, own = given.goal(), given.organisation(), given.goal()
    given.initiative(name="A", goals=[goal])
    given.initiative(name="B", goals=[goal])
    given.initiative(name="C", initiators=[party])
    given.initiative(name="D", partners=[party])
    given.initiative(name="Alleen", goals=[own])
    given.initiative(name="Weg", visibility=Visibility.REMOVED)
    given.initiative(name="Gestopt", goals=[given.goal()], status=Status.STOPPED)
    found = insights(graph)
    assert names(found.alone) == ["Alleen"]
    assert names(found.without_goal) == ["C", "D"]


def test_a_goal_is_white_when_nobody_works_at_it_or_below_it(graph: Graph, given: Given) -> None:
    above = given.goal(name="Boven")
    below = given.goal(name="Onder", parent=above)
    given.goal(name="Leeg")
    given.initiative(goals=[below])
    assert names(insights(graph).white_spots) == ["Leeg"]


def test_teams_that_share_a_goal_and_no_initiative_stand_apart(graph: Graph, given: Given) -> None:
    goal, other = given.goal(name="Groen"), given.goal(name="Rust")
    parks, roads, youth = (given.department(name=name) for name in ("Parken", "Wegen", "Jeugd"))
    given.initiative(goals=[goal, other], departments=[parks])
    given.initiative(goals=[goal, other], departments=[roads])
    given.initiative(goals=[goal], departments=[roads, youth])
    apart = insights(graph).apart
    assert [({each.one.name, each.other.name}, names(each.goals)) for each in apart] == [
        ({"Parken", "Wegen"}, ["Groen", "Rust"]),
        ({"Parken", "Jeugd"}, ["Groen"]),
    ]


def thing(name: str, *members: str, kind: Kind = Kind.ORGANISATION) -> Thing:
    return Thing(name, name, kind, members)


def test_a_partner_between_two_parts_is_fragile() -> None:
    things = (
        thing("links", "a", "b", "c", kind=Kind.GOAL),
        thing("rechts", "d", "e", kind=Kind.GOAL),
        thing("spil", "c", "d"),
        thing("ook", "a", "b"),
    )
    found = {each.id: each for each in fragile.holders(things)}
    holder = found["spil"]
    assert {name: each.loose for name, each in found.items()} == {"spil": ("d", "e"), "c": ("a", "b"), "d": ("e",)}
    assert holder.between == ("rechts", "links")
    assert 0 < holder.betweenness < 1
    assert fragile.holders((*things, thing("tweede", "b", "e"))) == ()


def test_a_bridge_joins_two_parts_or_lies_within_one() -> None:
    parts = fragile.parts((thing("x", "a", "b"), thing("y", "c", "d")))
    assert parts.number == 2
    assert parts.joins("a", "c")
    assert parts.loose("a", "c") == ()
    assert not parts.joins("a", "b")
    assert not parts.joins("a", "x")
    assert fragile.parts(()).number == 0


def test_who_shares_nothing_is_in_no_part_and_makes_none_less() -> None:
    things = (thing("x", "a", "b"), thing("y", "c", "d"))
    parts = fragile.parts(things)
    assert parts.joins("a", "nobody")
    assert parts.loose("a", "nobody") == ("nobody",)
    assert parts.loose("nobody", "no one") == ("nobody", "no one")
    assert not parts.joins("nobody", "nobody")
    # By the same rule as before the tie.
    for ends, then in ((("a", "c"), 1), (("a", "nobody"), 2), (("nobody", "no one"), 3)):
        assert fragile.parts((*things, thing("bridge", *ends))).number == then


def test_what_one_introduction_changes_is_told_of_the_suggested_bridges(graph: Graph, given: Given) -> None:
    goal, scheme_goal = given.goal(), given.goal()
    for _ in range(2):
        given.initiative(goals=[goal, scheme_goal])
    (introduction,) = insights(graph).introductions
    assert not introduction.joins
    assert (introduction.goals, introduction.together) == ((2, 2), 2)


def test_the_figures_of_a_day_are_kept_with_their_audit_line(graph: Graph, given: Given) -> None:
    given.initiative()
    graph.write(reading.keep, actor=BUILDER, found=insights(graph))
    (kept,) = graph.read(reading.kept, actor=BUILDER)
    assert (kept.of["alone"], kept.of["without_goal"], kept.kept_by) == (1, 1, "Carla Fictie")
    assert audit.for_record(graph.transaction, actor=SYSTEM, record_id=kept.id)  # type: ignore[attr-defined]


def test_a_visitor_is_told_nothing(graph: Graph) -> None:
    for work in (reading.told, reading.kept):
        with pytest.raises(NotAllowed):
            graph.read(work, actor=VISITOR)
    with pytest.raises(NotAllowed):
        graph.write(reading.keep, actor=VISITOR, found=reading.insights(reading.Told((), (), (), (), (), ())))


def test_a_large_register_says_that_only_the_rarest_things_were_looked_at() -> None:
    def told(number: int) -> reading.Told:
        things = tuple(Thing(str(each), "", Kind.GOAL, ("a", "b")) for each in range(number))
        return reading.Told((), (), (), (), things, ())

    assert not reading.insights(told(town.MOST_THINGS)).limited
    assert reading.insights(told(town.MOST_THINGS + 1)).limited


def test_people_and_initiatives_hold_parts_together_as_well(graph: Graph, given: Given) -> None:
    left, right = given.goal(name="Links"), given.goal(name="Rechts")
    carla = given.person(name="Carla Fictie", person_kind=PersonKind.OFFICIAL)
    one = [given.initiative(name=f"L{number}", goals=[left]) for number in range(3)]
    one.append(given.initiative(name="L spil", goals=[left], contact=[carla]))
    other = [given.initiative(name=f"R{number}", goals=[right]) for number in range(1)]
    other.append(given.initiative(name="R spil", goals=[right], contact=[carla]))
    found = insights(graph)
    assert {each.id: set(each.loose) for each in found.holders} == {
        carla: set(other),
        one[-1]: set(other),
        other[-1]: {other[0]},
    }
    assert all(each.between == ("Rechts", "Links") for each in found.holders if each.id != other[-1])
    known = graph.read(reading.named, actor=BUILDER, record_ids=[each.id for each in found.holders])
    assert {each.name for each in known.values()} == {"Carla Fictie", "L spil", "R spil"}


def test_what_came_and_went_since_is_named(graph: Graph, given: Given) -> None:
    goal = given.goal(name="Was wit")
    stays = given.goal(name="Blijft wit")
    alone = given.initiative(name="Was alleen", goals=[given.goal(name="Eigen doel")])
    graph.write(reading.keep, actor=BUILDER, found=insights(graph))
    (then,) = graph.read(reading.kept, actor=BUILDER)
    assert reading.difference(then, insights(graph)) == {}
    for _ in range(2):
        given.initiative(goals=[goal])
    fresh = given.goal(name="Nieuw wit")
    newly = given.initiative(name="Nu alleen")
    changed = reading.difference(then, insights(graph))
    assert (changed["white_spots"].new, changed["white_spots"].gone) == ((fresh,), (goal,))
    assert (changed["alone"].new, changed["alone"].gone) == ((newly,), ())
    assert changed["without_goal"].new == (newly,)
    assert then.ids_of("white_spots") == {goal, stays}
    assert then.ids_of("alone") == {alone}
    by_count_alone = replace(then, lists=[])
    assert set(reading.difference(by_count_alone, insights(graph))) == {"without_goal"}


def test_all_are_counted_however_few_are_named_and_the_first_by_name_are(
    graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "COUNTED_TO", 2)
    for name in ("d", "B", "c", "A"):
        given.initiative(name=name)
        given.goal(name=name)
    goals, teams = [given.goal(name=f"Doel {at}") for at in range(2)], [given.department() for _ in range(3)]
    for team in teams:
        given.initiative(name=f"Bij {team}", goals=goals[:1], departments=[team])
    for team in teams[1:]:
        given.initiative(name=f"Ook bij {team}", goals=goals, departments=[team])
    found = insights(graph)
    assert names(found.alone) == names(found.without_goal) == names(found.white_spots) == ["A", "B"]
    assert [len(each.goals) for each in found.apart] == [2, 1]
    assert {name: found.counts[name] for name in reading.LISTED} == {
        "alone": 4,
        "without_goal": 4,
        "white_spots": 4,
        "apart": 3,
    }
    whole = reading.insights(graph.read(reading.told_whole, actor=BUILDER))
    assert names(whole.alone) == ["A", "B", "c", "d"]
    assert (len(whole.apart), whole.counts) == (3, found.counts)


def test_long_lists_are_compared_by_how_many_there_were(
    graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "COUNTED_TO", 2)
    for _ in range(3):
        given.initiative()
    graph.write(reading.keep, actor=BUILDER, found=insights(graph))
    (then,) = graph.read(reading.kept, actor=BUILDER)
    given.initiative()
    now = insights(graph)
    assert (then.of["alone"], now.counts["alone"]) == (3, 4)
    assert not then.is_more("alone")
    assert reading.difference(then, now) == {}
    # As figures were kept when nobody counted further than that.
    assert replace(then, lists=[]).is_more("alone")
    assert replace(then, lists=[f"alone {each}" for each in "abc"]).is_more("alone")
    assert not replace(then, counts=[2] * len(then.counts)).is_more("alone")
