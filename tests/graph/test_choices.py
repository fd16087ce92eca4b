"""What a form offers to choose from: per record, what this person may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import choices, clock, records
from graph.choices import Wanted
from graph.errors import NotAllowed
from graph.model import Kind, Visibility
from graph.rights import SYSTEM, VISITOR, Actor, Role

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given

STAFF = Actor(name="Carla Fictie", roles=frozenset({Role.BRIDGE_BUILDER}))


@pytest.mark.parametrize("few", [True, False], ids=["a few, offered whole", "many, found by name"])
def test_check_25_only_what_still_counts_and_may_be_seen_is_offered_or_named(
    graph: Graph, given: Given, *, few: bool
) -> None:
    shown, draft, gone, ended = (given.organisation(name=f"Korf {word}") for word in ("open", "stil", "weg", "oud"))
    graph.write(records.show, actor=SYSTEM, record_id=draft, version=1, visibility=Visibility.DRAFT)
    graph.write(records.remove, actor=SYSTEM, record_id=gone, version=1)
    graph.write(records.end, actor=SYSTEM, record_id=ended, version=1, on=clock.today())
    theme = given.theme(name="Korf thema")
    for number in range(0 if few else choices.FEW):
        given.organisation(name=f"Bakker {number}")

    asked = Wanted(Kind.ORGANISATION, (gone, theme, ended), "korf")
    (offer,) = graph.read(choices.offer, actor=STAFF, wanted=[asked])

    assert offer.whole is few
    assert {each.id for each in offer.matches} == {shown, draft}
    # What was linked and ended since keeps its name, so that the link can be seen and taken away.
    assert [each.id for each in offer.chosen] == [ended]


@pytest.mark.parametrize("role", [None, Role.INITIATOR, Role.ORGANISER])
def test_check_25_and_28_who_may_not_edit_is_offered_nothing(graph: Graph, given: Given, role: Role | None) -> None:
    korf = given.organisation(name="Korf")
    actor = Actor(name="x", roles=frozenset({role})) if role else VISITOR
    with pytest.raises(NotAllowed):
        graph.read(choices.offer, actor=actor, wanted=[Wanted(Kind.ORGANISATION, (korf,), "korf")])


def test_check_25_what_a_visitor_may_choose_from_holds_no_draft(graph: Graph, given: Given) -> None:
    shown = given.area(name="Korfwijk")
    draft = given.area(name="Korfbuurt", visibility=Visibility.DRAFT)
    found = {
        actor.name: {
            each.id for each in graph.read(choices.matching, actor=actor, kind=Kind.AREA, text="KORF", limit=9)
        }
        for actor in (VISITOR, STAFF)
    }
    assert found == {VISITOR.name: {shown}, STAFF.name: {shown, draft}}
