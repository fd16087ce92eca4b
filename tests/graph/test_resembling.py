"""What resembles a name that is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import resembling
from graph.errors import NotAllowed
from graph.model import Kind
from graph.names import bare
from graph.rights import SYSTEM, VISITOR

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


def test_a_visitor_finds_nothing(graph: Graph) -> None:
    with pytest.raises(NotAllowed):
        graph.read(resembling.find, actor=VISITOR, kind=Kind.ORGANISATION, name="De Korf")
