"""The links of a record: made what they should be, ended and never deleted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from graph import audit, clock, ids, links, records
from graph.errors import Invalid, NotAllowed, NotFound
from graph.links import LinkField, Tie
from graph.model import Kind, Link, Visibility
from graph.properties import Reason
from graph.rights import SYSTEM, VISITOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Graph
    from tests.given import Given

ABOUT = LinkField(Link.HAS_THEME, Kind.THEME)
PARTNERS = LinkField(Link.PARTNERS_IN, Kind.ORGANISATION, outgoing=False)
NEIGHBOURS = LinkField(Link.BORDERS, Kind.AREA)
MONDAY = dt.datetime(2026, 11, 23, 11, 0, tzinfo=dt.UTC)


def replace(graph: Graph, record_id: str, ties: dict[LinkField, Sequence[Tie]], kind: Kind = Kind.INITIATIVE) -> bool:
    return graph.write(links.replace, actor=SYSTEM, record_id=record_id, kind=kind, ties=ties)


def current(graph: Graph, record_id: str, link: Link) -> list[links.LinkNow]:
    return graph.read(links.of_record, record_id=record_id, types=[link])


def stored(graph: Graph, link: Link) -> list[dict[str, Any]]:
    def work(tx: Any) -> list[dict[str, Any]]:
        found = tx.run("MATCH ()-[link]->() WHERE type(link) = $type RETURN properties(link) AS own", type=link.value)
        return [record["own"] for record in found]

    return graph.read(work)


def test_a_set_of_links_becomes_what_was_asked(graph: Graph, given: Given) -> None:
    one, two, three = given.theme(name="A"), given.theme(name="B"), given.theme(name="C")
    record_id = given.initiative(themes=[one, two])
    assert replace(graph, record_id, {ABOUT: [Tie(two), Tie(three)]})
    assert [each.other_name for each in current(graph, record_id, Link.HAS_THEME)] == ["B", "C"]
    assert not replace(graph, record_id, {ABOUT: [Tie(three), Tie(two), Tie(two)]})


def test_an_ended_link_stays_as_history(graph: Graph, given: Given) -> None:
    theme = given.theme()
    with clock.at(MONDAY):
        record_id = given.initiative(themes=[theme])
        replace(graph, record_id, {ABOUT: []})
        replace(graph, record_id, {ABOUT: [Tie(theme, since=dt.date(2026, 12, 1))]})
        replace(graph, record_id, {ABOUT: []})
    history = sorted((own["since"].iso_format(), own["until"].iso_format()) for own in stored(graph, Link.HAS_THEME))
    assert history == [("2026-11-23", "2026-11-23"), ("2026-12-01", "2026-12-01")]


def test_sets_that_are_not_named_stay(graph: Graph, given: Given) -> None:
    record_id = given.initiative(themes=[given.theme()], partners=[given.organisation()])
    replace(graph, record_id, {ABOUT: []})
    assert len(current(graph, record_id, Link.PARTNERS_IN)) == 1


def test_an_incoming_link_has_its_own_properties(graph: Graph, given: Given) -> None:
    partner = given.organisation()
    record_id = given.initiative()
    replace(graph, record_id, {PARTNERS: [Tie(partner, {"role": "graaft"})]})
    replace(graph, record_id, {PARTNERS: [Tie(partner, {"role": "plant"})]})
    (found,) = current(graph, record_id, Link.PARTNERS_IN)
    assert (found.outgoing, found.other_kind, found.properties["role"]) == (False, Kind.ORGANISATION, "plant")
    lines = graph.read(audit.for_record, actor=SYSTEM, record_id=record_id)
    assert {line.action for line in lines if line.field == "PARTNERS_IN"} == {"link", "change_link"}


def test_a_border_belongs_to_both_areas_and_is_stored_once(graph: Graph, given: Given) -> None:
    one, two = given.area(), given.area()
    replace(graph, one, {NEIGHBOURS: [Tie(two)]}, Kind.AREA)
    assert not replace(graph, two, {NEIGHBOURS: [Tie(one)]}, Kind.AREA)
    assert len(stored(graph, Link.BORDERS)) == 1
    assert replace(graph, two, {NEIGHBOURS: []}, Kind.AREA)
    assert current(graph, one, Link.BORDERS) == []


@pytest.mark.parametrize(
    "field",
    [
        LinkField(Link.PORTFOLIO_HOLDER_OF, Kind.THEME),
        LinkField(Link.HAS_THEME, Kind.GOAL),
        LinkField(Link.HAS_THEME, Kind.THEME, outgoing=False),
    ],
)
def test_a_link_runs_only_between_the_kinds_of_the_model(graph: Graph, given: Given, field: LinkField) -> None:
    with pytest.raises(Invalid) as refused:
        replace(graph, given.initiative(), {field: [Tie(given.theme())]})
    assert refused.value.reason == Reason.UNKNOWN


def test_a_link_leads_to_a_record_that_exists_and_is_of_the_right_kind(graph: Graph, given: Given) -> None:
    removed = given.theme()
    graph.write(records.remove, actor=SYSTEM, record_id=removed, version=1)
    for other in (ids.new_id(), given.goal(), removed):
        with pytest.raises(NotFound) as missing:
            replace(graph, given.initiative(), {ABOUT: [Tie(other)]})
        assert str(missing.value) == other


def test_a_link_to_itself_is_refused(graph: Graph, given: Given) -> None:
    goal = given.goal()
    with pytest.raises(Invalid) as refused:
        replace(graph, goal, {LinkField(Link.PART_OF, Kind.GOAL): [Tie(goal)]}, Kind.GOAL)
    assert refused.value.reason == Reason.CIRCLE


def test_a_visitor_lays_no_link(graph: Graph, given: Given) -> None:
    record_id = given.initiative()
    with pytest.raises(NotAllowed):
        graph.write(links.replace, actor=VISITOR, record_id=record_id, kind=Kind.INITIATIVE, ties={ABOUT: []})


def test_ending_a_record_keeps_what_tells_what_happened(graph: Graph, given: Given) -> None:
    note = given.note()
    goal = given.goal(notes=[note], themes=[given.theme()])
    graph.write(records.end, actor=SYSTEM, record_id=goal, version=1, on=clock.today())
    assert len(current(graph, goal, Link.DERIVED_FROM)) == 1
    assert current(graph, goal, Link.HAS_THEME) == []


def test_a_draft_can_be_linked(graph: Graph, given: Given) -> None:
    theme = given.theme(visibility=Visibility.DRAFT)
    assert replace(graph, given.initiative(), {ABOUT: [Tie(theme)]})
