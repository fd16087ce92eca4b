"""The own name and texts of a page as they stood on an earlier day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from graph import areas, bodies, clock, departments, goals, notes, organisations, past, records, schemes, themes
from graph.initiatives.page import page as initiative_page
from graph.model import SHAPE, Kind
from graph.rights import SYSTEM, VISITOR, Actor, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph
    from tests.given import Given

STAFF = Actor(name="Carla Fictie", account_id="account", roles=frozenset({Role.BRIDGE_BUILDER}))
FIRST, THEN, LATER = (dt.datetime(2026, month, 1, 12, tzinfo=dt.UTC) for month in (1, 3, 6))
# How the page of each kind is read, and where its facts stand in it.
PAGES: dict[Kind, tuple[Callable[..., Any], str, bool]] = {
    Kind.INITIATIVE: (initiative_page, "initiative_id", True),
    Kind.ORGANISATION: (organisations.page, "organisation_id", True),
    Kind.GOAL: (goals.page, "goal_id", True),
    Kind.THEME: (themes.page, "theme_id", True),
    Kind.AREA: (areas.page, "area_id", True),
    Kind.DEPARTMENT: (departments.page, "department_id", True),
    Kind.BODY: (bodies.page, "body_id", True),
    Kind.SUBSIDY_SCHEME: (schemes.page, "scheme_id", True),
    Kind.POLICY_NOTE: (notes.page, "note_id", False),
}


def shown(graph: Graph, kind: Kind, record_id: str, *, on: dt.datetime, actor: Actor = STAFF) -> Any:
    """The facts on the page of one record, as it is shown on a day."""
    work, name, inside = PAGES[kind]
    with clock.at(LATER), clock.showing(on.date()):
        found = graph.read(work, actor=actor, **{name: record_id})
    return found.facts if inside else found


def change(graph: Graph, record_id: str, at: dt.datetime, **properties: Any) -> None:
    with clock.at(at):
        version = graph.read(records.read, actor=SYSTEM, record_id=record_id).version
        graph.write(records.change, actor=SYSTEM, record_id=record_id, version=version, properties=properties)


@pytest.mark.parametrize("kind", PAGES)
def test_the_page_has_the_name_and_text_of_that_day_for_who_may_read_the_history(
    graph: Graph, given: Given, kind: Kind
) -> None:
    with clock.at(FIRST):
        record = given.record(kind, name="Eerst", description="Zo was het.")
    for at, name in ((THEN, "Toen"), (LATER, "Nu")):
        change(graph, record, at, name=name, description=f"Het is {name}.")

    for on, name, text in (
        (FIRST, "Eerst", "Zo was het."),
        (THEN, "Toen", "Het is Toen."),
        (LATER, "Nu", "Het is Nu."),
    ):
        facts = shown(graph, kind, record, on=on)
        assert (facts.name, facts.description) == (name, text)
    assert shown(graph, kind, record, on=FIRST, actor=VISITOR).name == "Nu"


def test_every_sort_of_value_comes_back_as_it_was(graph: Graph, given: Given) -> None:
    before = {
        Kind.INITIATIVE: {"summary": None, "channels": ["https://a.example", "https://b.example"], "ended_on": None},
        Kind.GOAL: {"open_for_contribution": True, "code": "D1"},
        Kind.SUBSIDY_SCHEME: {"ceiling": 1500.5, "deadline": dt.date(2026, 9, 1), "joint_application": False},
        Kind.ORGANISATION: {"organisation_kind": "foundation"},
    }
    after: dict[Kind, dict[str, Any]] = {
        Kind.INITIATIVE: {"summary": "Kort", "channels": [], "ended_on": dt.date(2026, 5, 1)},
        Kind.GOAL: {"open_for_contribution": False, "code": None},
        Kind.SUBSIDY_SCHEME: {"ceiling": None, "deadline": dt.date(2027, 1, 1), "joint_application": True},
        Kind.ORGANISATION: {"organisation_kind": "association"},
    }
    for kind, values in before.items():
        with clock.at(FIRST):
            record = given.record(kind, **{name: value for name, value in values.items() if value is not None})
        change(graph, record, LATER, **after[kind])
        facts = shown(graph, kind, record, on=THEN)
        found = {name: getattr(facts, name) for name in values}
        assert {name: list(each) if isinstance(each, tuple) else each for name, each in found.items()} == values


def test_what_goes_back_are_properties_of_a_record() -> None:
    assert {"name", "description"} < past.OWN
    assert past.OWN.isdisjoint({"id", "visibility", "status"})
    assert {each.name for shape in SHAPE.values() for each in shape.properties} >= past.OWN
