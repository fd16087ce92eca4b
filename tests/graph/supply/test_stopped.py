"""Who stopped gives, seeks and works at nothing any more; who completed it still is an example."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from graph import clock, goal_finder, statuses
from graph.links import Tie
from graph.model import Status, SupplyKind
from graph.questions import Ask, Question, answers
from graph.rights import SYSTEM, VISITOR, Actor, Role
from graph.supply import helping, market, rings

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given

KIND = SupplyKind.MATERIALS
STAFF = Actor(name="Carla", account_id="carla", roles=frozenset({Role.BRIDGE_BUILDER}))
BEFORE, YESTERDAY = dt.timedelta(days=30), dt.timedelta(days=1)


def swapping(given: Given) -> tuple[str, str]:
    """Two initiatives that each offer what the other seeks, for a month already."""
    with clock.at(clock.now() - BEFORE):
        pair = given.initiative(name="A"), given.initiative(name="B")
        for giver, taker, what in ((*pair, "compost"), (*reversed(pair), "groente")):
            given.offer(name=f"{what} te geven", supply_kind=KIND, offered_by=giver)
            given.need(name=f"{what} voor ons", supply_kind=KIND, needed_by=taker)
    return pair


def becomes(graph: Graph, initiative_id: str, status: Status) -> None:
    graph.write(statuses.confirm, actor=SYSTEM, initiative_id=initiative_id, status=status)


def sold(graph: Graph, **chosen: Any) -> market.Market:
    return graph.read(market.listing, actor=VISITOR, selection=market.Selection(**chosen), skip=0, limit=9)


def shown(graph: Graph) -> tuple[int, int, int, int, int]:
    """How many rings, what the market counts and shows, what has a match, and needs that an offer fits."""
    found = sold(graph)
    unmet = graph.read(answers, actor=STAFF, question=Question(Ask.UNMET)).rows
    return (
        len(graph.read(rings.in_town, actor=VISITOR).rings),
        found.total,
        len(found.rows),
        len(found.matches),
        len(unmet),
    )


def test_who_stopped_gives_no_ring_match_or_offer_from_that_day_on(graph: Graph, given: Given) -> None:
    one, _ = swapping(given)
    assert shown(graph) == (1, 4, 4, 4, 2)
    becomes(graph, one, Status.COMPLETED)
    assert shown(graph) == (1, 4, 4, 4, 2)
    becomes(graph, one, Status.STOPPED)
    assert shown(graph) == (0, 2, 2, 0, 0)
    with clock.showing(clock.today() - YESTERDAY):
        assert shown(graph)[:4] == (1, 4, 4, 4)


def test_what_another_seeks_too_stays_in_the_market_for_that_one_alone(graph: Graph, given: Given) -> None:
    theme, area = given.theme(name="Groen"), given.area(name="Dorp")
    stops, stays = given.initiative(themes=[theme], areas=[area]), given.organisation(name="De Korf")
    given.need(name="Hout", needed_by=[stops], needed_by_organisation=[stays])
    assert sold(graph, theme=theme, area=area).total == 1
    becomes(graph, stops, Status.STOPPED)
    found = sold(graph)
    assert [[each.id for each in row.parties] for row in found.rows] == [[stays]]
    assert (found.choices_of("theme"), found.choices_of("area")) == ([], [])
    for chosen in ({"theme": theme}, {"area": area}):
        assert sold(graph, **chosen).rows == ()
        assert sold(graph, **chosen).total == 0


def test_nobody_is_invited_for_what_an_initiative_that_stopped_offers(graph: Graph, given: Given) -> None:
    anna = given.person(name="Anna")
    offers, seeks = given.initiative(initiating_people=[Tie(anna)]), given.initiative()
    given.offer(name="compost", supply_kind=KIND, offered_by=offers)
    given.need(name="compost", supply_kind=KIND, needed_by=seeks)
    asked = {"actor": STAFF, "parties": [anna], "initiatives": [seeks]}
    assert [each.party_id for each in graph.read(helping.of_parties, **asked)] == [anna]
    becomes(graph, offers, Status.STOPPED)
    assert graph.read(helping.of_parties, **asked) == []


def test_who_stopped_does_not_work_at_a_goal_already(graph: Graph, given: Given) -> None:
    goal = given.goal(name="Minder plastic", open_for_contribution=True)
    completed = given.initiative(name="Schoon strand", goals=[goal], status=Status.COMPLETED)
    stops = given.initiative(name="Plastic vissen", goals=[goal])
    offer = given.offer(name="plastic grijpers", offered_by=stops)

    def found() -> tuple[set[str], int, list[str], list[str]]:
        told = graph.read(goal_finder.find, actor=VISITOR, idea="plastic")
        about = told.goals[0].about
        named = {each.id for each in about.initiatives}
        return (
            named,
            about.initiatives_in_all,
            [each.id for each in told.alike],
            [each.mention.id for each in told.offers],
        )

    assert found() == ({completed, stops}, 2, [stops], [offer])
    becomes(graph, stops, Status.STOPPED)
    assert found() == ({completed}, 1, [], [])
