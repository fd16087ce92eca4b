"""What becomes of a bridge, and what the page of a pair tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import audit, clock, records
from graph.bridges import life, page, standing, suggestions, townwide
from graph.bridges.weights import Evidence
from graph.errors import Conflict, NotAllowed, NotFound
from graph.model import Status, Visibility
from graph.rights import SYSTEM, VISITOR
from tests.given import undo_bridge

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given


@pytest.fixture
def pair(given: Given) -> tuple[str, str]:
    goal = given.goal(name="Meer groen")
    return given.initiative(name="De Kavel", goals=goal), given.initiative(name="Tuin aan Zee", goals=goal)


def suggested(graph: Graph, initiative_id: str) -> list[str]:
    found = graph.read(suggestions.for_initiative, actor=SYSTEM, initiative_id=initiative_id)
    return [each.other.id for each in found]


def test_a_refused_suggestion_never_returns_and_can_be_taken_back(graph: Graph, pair: tuple[str, str]) -> None:
    a, b = pair
    assert suggested(graph, a) == [b]
    refused = graph.write(life.refuse, actor=SYSTEM, a=a, b=b, reason="Zij zijn uitgenodigd voor iets anders.")
    assert suggested(graph, a) == suggested(graph, b) == []
    lines = graph.read(audit.for_record, actor=SYSTEM, record_id=refused.id)
    assert ("state", "suggested", "refused") in [(line.field, line.old, line.new) for line in lines]
    undo_bridge(graph, b, a)
    assert suggested(graph, a) == [b]


def test_asking_twice_is_asking_once(graph: Graph, pair: tuple[str, str]) -> None:
    a, b = pair
    first = graph.write(life.ask, actor=SYSTEM, a=a, b=b, text="Wilt u elkaar ontmoeten?")
    again = graph.write(life.ask, actor=SYSTEM, a=b, b=a, text="Wilt u elkaar ontmoeten?")
    assert (again.id, again.since, again.state) == (first.id, first.since, standing.State.ASKED)
    assert suggested(graph, a) == []


def test_a_step_from_the_wrong_state_is_refused(graph: Graph, pair: tuple[str, str]) -> None:
    a, b = pair
    graph.write(life.known_already, actor=SYSTEM, a=a, b=b)
    with pytest.raises(Conflict):
        graph.write(life.ask, actor=SYSTEM, a=a, b=b, text="")


def test_a_visitor_builds_no_bridges_and_sees_no_state(graph: Graph, pair: tuple[str, str]) -> None:
    a, b = pair
    with pytest.raises(NotAllowed):
        graph.write(life.ask, actor=VISITOR, a=a, b=b, text="")
    with pytest.raises(NotAllowed):
        graph.read(page.between, actor=VISITOR, a=a, b=b)


def test_a_visitor_sees_and_counts_only_what_is_published(graph: Graph, given: Given) -> None:
    theme, hidden = given.theme(), given.theme(visibility=Visibility.DRAFT)
    a = given.initiative(name="De Kavel", themes=[theme, hidden])
    b = given.initiative(name="Tuin aan Zee", themes=[theme, hidden])
    draft = given.initiative(name="Oase", themes=[theme], visibility=Visibility.DRAFT)
    public = graph.read(suggestions.for_initiative, actor=VISITOR, initiative_id=a)
    assert [each.other.id for each in public] == [b]
    assert [(reason.id, reason.known) for reason in public[0].reasons] == [(theme, 2)]
    assert draft in suggested(graph, a)


def test_who_initiates_both_is_in_contact(graph: Graph, given: Given) -> None:
    goal, organisation = given.goal(), given.organisation()
    a = given.initiative(name="De Kavel", goals=goal, initiators=organisation)
    given.initiative(name="Tuin aan Zee", goals=goal, initiators=organisation)
    c = given.initiative(name="Oase", goals=goal, partners=organisation)
    assert suggested(graph, a) == [c]


def test_the_page_of_a_pair_ends_in_who_answers_and_who_introduces(graph: Graph, given: Given) -> None:
    note, theme = given.note(name="Groennota"), given.theme()
    alderman = given.person(name="Wethouder", person_kind="alderman")
    official = given.person(name="Ambtenaar", person_kind="official", function="Adviseur groen")
    resident = given.person(name="Bewoner", person_kind="resident")
    above = given.goal(name="Groene stad", notes=note, holder=alderman)
    goal = given.goal(name="Meer bomen", parent=above, account_holder=official)
    a = given.initiative(name="De Kavel", goals=goal, themes=theme, contact=resident)
    b = given.initiative(name="Tuin aan Zee", goals=goal, themes=theme, contact=resident)
    told = graph.read(page.between, actor=SYSTEM, a=a, b=b)
    assert [(each.note, each.alderman, each.official) for each in told.responsible] == [
        ("Groennota", "Wethouder", "Ambtenaar")
    ]
    assert [each.name for each in told.introducers] == ["Ambtenaar"]
    assert told.unnamed == 1
    assert {reason.kind for reason in told.suggestion.reasons} == {Evidence.GOAL, Evidence.THEME, Evidence.PERSON}
    assert all(reason.known == 2 for reason in told.suggestion.reasons)
    assert told.rarity(2) is page.Rarity.VERY_RARE
    assert told.bridge is None


def test_strangers_have_no_page(graph: Graph, given: Given) -> None:
    a, b = given.initiative(name="Appel"), given.initiative(name="Peer")
    with pytest.raises(NotFound):
        graph.read(page.between, actor=SYSTEM, a=a, b=b)


def test_the_town_and_all_give_the_same_bridges(graph: Graph, pair: tuple[str, str]) -> None:
    a, b = pair
    town = graph.read(townwide.pairs, actor=SYSTEM)
    assert {(each.first.id, each.suggestion.other.id) for each in town} == {(min(a, b), max(a, b))}
    everybody = {first.id: [each.other.id for each in them] for first, them in suggestions.for_all(graph, actor=SYSTEM)}
    assert everybody == {a: [b], b: [a]}
    assert graph.read(suggestions.find, actor=SYSTEM, text="de kavel") == [a]


def over(graph: Graph, initiative_id: str, *, is_ended: bool) -> None:
    named = {"actor": SYSTEM, "record_id": initiative_id, "version": 1}
    if is_ended:
        graph.write(records.end, **named, on=clock.today())
    else:
        graph.write(records.change, **named, properties={"status": Status.STOPPED})


@pytest.mark.parametrize("is_ended", [True, False])
def test_no_bridge_begins_with_who_stopped_or_ended(graph: Graph, pair: tuple[str, str], *, is_ended: bool) -> None:
    a, b = pair
    over(graph, b, is_ended=is_ended)
    for act, words in ((life.ask, {"text": "Samen?"}), (life.known_already, {}), (life.refuse, {"reason": "Te ver"})):
        with pytest.raises(Conflict) as refused:
            graph.write(act, actor=SYSTEM, a=a, b=b, **words)
        assert refused.value.current["over"] == ["Tuin aan Zee"]
    assert graph.read(standing.of, actor=SYSTEM, a=a, b=b) is None


@pytest.mark.parametrize("is_ended", [True, False])
def test_a_bridge_with_who_stopped_or_ended_since_keeps_its_page_and_acts_until_it_is_taken_back(
    graph: Graph, pair: tuple[str, str], *, is_ended: bool
) -> None:
    a, b = pair
    graph.write(life.ask, actor=SYSTEM, a=a, b=b, text="Samen?")
    over(graph, b, is_ended=is_ended)
    graph.write(life.answer, actor=SYSTEM, a=a, b=b, side_id=a, yes=True)
    graph.write(life.remind, actor=SYSTEM, a=a, b=b)
    bridge = graph.read(page.between, actor=SYSTEM, a=a, b=b).bridge
    assert bridge is not None
    assert bridge.state is standing.State.ASKED
    undo_bridge(graph, a, b)
    with pytest.raises(Conflict):
        graph.write(life.ask, actor=SYSTEM, a=a, b=b, text="Toch samen?")
