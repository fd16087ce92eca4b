"""Subsidy schemes: who got and asked money, and who could apply together."""

import datetime as dt
from dataclasses import replace

import pytest

from graph import schemes
from graph.bridges import life
from graph.bridges.standing import State
from graph.errors import NotAllowed, NotFound
from graph.model import Visibility
from graph.rights import VISITOR, Actor, Role
from graph.schemes import GrantOrder, GrantSelection, Money, PairListing, PairOrder, PairSelection, Step
from graph.store import Graph
from tests.given import Given

BUILDER = Actor("Carla", account_id="carla", roles=frozenset({Role.BRIDGE_BUILDER}))
ADMINISTRATOR = replace(BUILDER, roles=frozenset({Role.ADMINISTRATOR}))


def scheme_with(given: Given, *initiatives: str, joint: bool = True, deadline: dt.date = dt.date(2099, 1, 1)) -> str:
    """A scheme from which the first got money and the others asked for it."""
    scheme = given.scheme(name="Groen doen", ceiling=1000.0, joint_application=joint, deadline=deadline)
    given.contribution(amount_asked=300.0, amount_granted=200.0, given_to=[initiatives[0]], under=[scheme])
    for each in initiatives[1:]:
        given.contribution(amount_asked=100.0, asked_on=dt.date(2026, 1, 1), given_to=[each], under=[scheme])
    return scheme


def test_the_page_tells_given_and_asked_apart(graph: Graph, given: Given) -> None:
    scheme = scheme_with(given, given.initiative(), given.initiative())
    found = graph.read(schemes.page, actor=VISITOR, scheme_id=scheme)
    facts = found.facts
    assert (facts.grants, facts.granted, facts.applications, facts.applied) == (1, 200.0, 1, 100.0)
    assert [(each.is_given, each.is_asked) for each in found.initiatives] == [(True, False), (False, True)]
    (line,) = graph.read(schemes.listing, actor=VISITOR).rows
    assert (line.grants, line.applications, line.granted, line.is_open) == (1, 1, 200.0, True)


def test_who_was_refused_got_nothing_and_waits_for_nothing(graph: Graph, given: Given) -> None:
    goal = given.goal()
    got, refused = (given.initiative(name=name, goals=[goal]) for name in ("Kreeg", "Afgewezen"))
    scheme = scheme_with(given, got)
    given.contribution(amount_asked=100.0, refused_on=dt.date(2026, 2, 1), given_to=[refused], under=[scheme])
    found = graph.read(schemes.page, actor=BUILDER, scheme_id=scheme)
    facts, steps = found.facts, found.recipients
    assert (facts.grants, facts.granted, facts.applications, facts.applied) == (1, 200.0, 0, 0)
    assert (steps.every, steps.given, steps.asked, steps.refused) == (2, 1, 0, 1)
    (nothing,) = graph.read(
        schemes.page, actor=BUILDER, scheme_id=scheme, selection=GrantSelection(step=Step.REFUSED)
    ).initiatives
    assert (nothing.mention.name, nothing.is_given, nothing.is_asked) == ("Afgewezen", False, False)
    (line,) = graph.read(schemes.listing, actor=VISITOR).rows
    assert (line.grants, line.applications, line.granted) == (1, 0, 200.0)
    assert graph.read(schemes.pairs, actor=BUILDER, scheme_id=scheme).rows == ()


def test_strangers_serve_the_same_goal_and_have_no_initiator_or_bridge_in_common(graph: Graph, given: Given) -> None:
    goal, other = given.goal(name="Bijen"), given.goal(name="Bomen")
    first, second = given.initiative(name="Een", goals=[goal]), given.initiative(name="Twee", goals=[goal])
    elsewhere = given.initiative(name="Drie", goals=[other])
    stopped = given.initiative(name="Vier", goals=[goal], status="stopped")
    scheme = scheme_with(given, first, second, elsewhere, stopped)

    found = graph.read(schemes.page, actor=BUILDER, scheme_id=scheme)
    assert found.together is not None
    assert [{pair.first.name, pair.second.name} for pair in found.together.rows] == [{"Een", "Twee"}]
    assert [(group.goal.name, group.initiatives) for group in found.together.groups] == [("Bijen", 2)]

    graph.write(life.known_already, actor=BUILDER, a=first, b=second)
    assert graph.read(schemes.pairs, actor=BUILDER, scheme_id=scheme).rows == ()


def test_who_shares_an_initiator_is_no_stranger(graph: Graph, given: Given) -> None:
    goal, party = given.goal(), given.organisation()
    scheme = scheme_with(
        given, given.initiative(goals=[goal], initiators=[party]), given.initiative(goals=[goal], initiators=[party])
    )
    assert graph.read(schemes.pairs, actor=BUILDER, scheme_id=scheme).rows == ()


def test_only_who_may_see_bridges_sees_strangers(graph: Graph, given: Given) -> None:
    goal = given.goal()
    scheme = scheme_with(given, given.initiative(goals=[goal]), given.initiative(goals=[goal]))
    assert graph.read(schemes.page, actor=VISITOR, scheme_id=scheme).together is None
    with pytest.raises(NotAllowed):
        graph.read(schemes.pairs, actor=VISITOR, scheme_id=scheme)
    found = graph.read(schemes.page, actor=ADMINISTRATOR, scheme_id=scheme).together
    assert found is not None
    assert found.total == 1


def test_asking_them_to_apply_together_starts_a_bridge_once(graph: Graph, given: Given) -> None:
    goal = given.goal()
    a, b = given.initiative(goals=[goal]), given.initiative(goals=[goal])
    scheme = scheme_with(given, a, b)
    named = {"scheme_id": scheme, "a": a, "b": b, "text": "Samen?"}

    for nobody in (VISITOR, ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            graph.write(schemes.ask_together, actor=nobody, **named)
    bridge = graph.write(schemes.ask_together, actor=BUILDER, **named)

    assert (bridge.state, bridge.wish) == (State.ASKED, "Samen?")
    assert graph.read(schemes.pairs, actor=BUILDER, scheme_id=scheme).rows == ()
    with pytest.raises(NotFound):
        graph.write(schemes.ask_together, actor=BUILDER, **named)


@pytest.mark.parametrize(("joint", "deadline"), [(False, dt.date(2099, 1, 1)), (True, dt.date(2020, 1, 1))])
def test_nobody_is_asked_when_the_scheme_is_closed_or_not_joint(
    graph: Graph, given: Given, *, joint: bool, deadline: dt.date
) -> None:
    goal = given.goal()
    a, b = given.initiative(goals=[goal]), given.initiative(goals=[goal])
    scheme = scheme_with(given, a, b, joint=joint, deadline=deadline)
    with pytest.raises(NotFound):
        graph.write(schemes.ask_together, actor=BUILDER, scheme_id=scheme, a=a, b=b, text="Samen?")


def test_who_got_and_asked_money_comes_in_pages_and_the_file_holds_them_all(graph: Graph, given: Given) -> None:
    names = ["Meest", "Aanvrager", "Boom"]
    scheme = scheme_with(given, *(given.initiative(name=name) for name in names))
    hidden = given.initiative(name="Concept", visibility=Visibility.DRAFT)
    given.contribution(amount_asked=100.0, given_to=[hidden], under=[scheme])
    pages = [graph.read(schemes.page, actor=VISITOR, scheme_id=scheme, skip=skip, limit=2) for skip in (0, 2)]
    assert [page.total for page in pages] == [3, 3]
    assert [[each.mention.name for each in page.initiatives] for page in pages] == [["Meest", "Aanvrager"], ["Boom"]]
    every = graph.read(schemes.grants, actor=VISITOR, scheme_id=scheme, skip=0, limit=10)
    assert [each.mention.name for each in every] == names


def test_who_got_and_asked_money_is_filtered_by_step_counted_and_sorted(graph: Graph, given: Given) -> None:
    both, asks, nothing = (given.initiative(name=name) for name in ("Beide", "Aanvrager", "Afgewezen"))
    scheme = scheme_with(given, both, asks)
    given.contribution(amount_asked=900.0, asked_on=dt.date(2026, 1, 1), given_to=[both], under=[scheme], year=2026)
    given.contribution(amount_asked=500.0, amount_granted=0.0, given_to=[nothing], under=[scheme], year=2027)

    def names(**selection: object) -> list[str]:
        chosen = GrantSelection(**selection)  # type: ignore[arg-type]
        found = graph.read(schemes.page, actor=VISITOR, scheme_id=scheme, selection=chosen)
        assert found.total == len(found.initiatives)
        assert (found.recipients.every, found.recipients.given, found.recipients.asked) == (3, 1, 2)
        assert found.recipients.refused == 1
        return [each.mention.name for each in found.initiatives]

    assert names() == ["Beide", "Aanvrager", "Afgewezen"]
    assert names(step=Step.GIVEN) == ["Beide"]
    assert names(step=Step.ASKED, order=GrantOrder.NAME) == ["Aanvrager", "Beide"]
    assert names(step=Step.REFUSED) == ["Afgewezen"]
    assert names(order=GrantOrder.ASKED) == ["Beide", "Afgewezen", "Aanvrager"]
    assert names(order=GrantOrder.YEAR)[0] == "Afgewezen"


def test_pairs_are_filtered_by_goal_and_money_counted_sorted_and_paged(graph: Graph, given: Given) -> None:
    bees, trees = given.goal(name="Bijen"), given.goal(name="Bomen")
    got = given.initiative(name="Zon", goals=[bees, trees])
    asks, other = given.initiative(name="Aard", goals=[bees, trees]), given.initiative(name="Berg", goals=[bees])
    scheme = scheme_with(given, got, asks, other)

    def listed(*, skip: int = 0, limit: int = 10, **selection: object) -> PairListing:
        chosen = PairSelection(**selection)  # type: ignore[arg-type]
        return graph.read(schemes.pairs, actor=BUILDER, scheme_id=scheme, selection=chosen, skip=skip, limit=limit)

    def names(found: PairListing) -> list[set[str]]:
        return [{pair.first.name, pair.second.name} for pair in found.rows]

    every = listed()
    assert names(every)[0] == {"Zon", "Aard"}
    assert (every.total, every.is_cut) == (3, False)
    assert {goal.name: count for goal, count in every.goals.items()} == {"Bijen": 3, "Bomen": 1}
    assert every.money == {Money.ONE: 2, Money.NONE: 1}
    assert names(listed(goal=trees)) == [{"Zon", "Aard"}]
    assert names(listed(money=Money.NONE)) == [{"Aard", "Berg"}]
    assert listed(goal=trees).money == {Money.ONE: 1}
    by_name = [pair.name for pair in listed(order=PairOrder.NAME).rows]
    assert by_name == sorted(by_name)
    assert names(listed(skip=1, limit=1)) == names(every)[1:2]
