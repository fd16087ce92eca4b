"""What resembles a name that is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import records, resembling
from graph.errors import NotAllowed
from graph.model import Kind, Visibility
from graph.names import bare
from graph.rights import SYSTEM, VISITOR, Actor, Role

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given


def find(graph: Graph, name: str, kind: Kind = Kind.ORGANISATION, except_id: str = "") -> list[str]:
    found = graph.read(resembling.find, actor=SYSTEM, kind=kind, name=name, except_id=except_id)
    return [each.name for each in found]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Stichting De Korf B.V.", "korf"),
        ("  COÖPERATIE  Zon & Zee U.A. ", "zon zee"),
        ("De Stichting", "de stichting"),
        ("'t Café", "cafe"),
        ("", ""),
    ],
)
def test_names_are_compared_bare(name: str, expected: str) -> None:
    assert bare(name) == expected


@pytest.mark.parametrize(
    "typed",
    ["imkervereniging de korf", "Imkerverenging De Korf", "St. Imkervereniging Korf", "Imker vereniging De Korf"],
)
def test_another_spelling_is_recognised(graph: Graph, given: Given, typed: str) -> None:
    given.organisation(name="Imkervereniging De Korf")
    given.organisation(name="Bakkerij De Korst")
    assert find(graph, typed) == ["Imkervereniging De Korf"]


def test_another_kind_and_the_record_itself_do_not_resemble(graph: Graph, given: Given) -> None:
    itself = given.organisation(name="Imkervereniging De Korf")
    given.initiative(name="Imkervereniging De Korf")
    assert find(graph, "Imkervereniging De Korf", except_id=itself) == []


@pytest.mark.parametrize(
    "typed", ["", "de", "*:*", 'name:"x" OR *', "a~^1000 AND", "(a+)+$", "a" * 300, "\\", "\u202e"]
)
def test_checks_4_and_5_what_is_typed_is_never_read_as_query_language(graph: Graph, given: Given, typed: str) -> None:
    given.organisation(name="Imkervereniging De Korf")
    assert find(graph, typed) == []


@pytest.mark.parametrize("actor", [VISITOR, Actor(name="x", roles=frozenset({Role.INITIATOR, Role.ORGANISER}))])
def test_check_25_who_may_not_edit_finds_nothing(graph: Graph, given: Given, actor: Actor) -> None:
    given.organisation(name="Imkervereniging De Korf")
    with pytest.raises(NotAllowed):
        graph.read(resembling.find, actor=actor, kind=Kind.ORGANISATION, name="De Korf")


def test_check_25_a_draft_resembles_for_staff_and_not_for_everybody(graph: Graph, given: Given) -> None:
    shown = given.initiative(name="Bijenlint Noord")
    draft = given.initiative(name="Bijenlint Noord", visibility=Visibility.DRAFT)
    gone = given.initiative(name="Bijenlint Noord")
    graph.write(records.remove, actor=SYSTEM, record_id=gone, version=1)

    everybody = graph.read(resembling.published, kind=Kind.INITIATIVE, name="Bijenlint Noord")
    staff = graph.read(resembling.find, actor=SYSTEM, kind=Kind.INITIATIVE, name="Bijenlint Noord")

    assert [each.id for each in everybody] == [shown]
    assert {each.id for each in staff} == {shown, draft}
