"""The warmest path between two groups: shortest first, then strongest, and nobody named who may not be."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from graph import clock, records
from graph.bridges import life, page, path, standing
from graph.bridges.path import LONGEST, Tie, Tied, TieKind
from graph.model import Kind, Visibility
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given

_DAY = dt.date(2026, 11, 1)


def warm(graph: Graph, a: str, b: str) -> path.WarmPath | None:
    return graph.read(path.warmest, actor=SYSTEM, a=a, b=b)


def names(found: path.WarmPath | None) -> list[str | None]:
    return [each.name for each in found.steps] if found else []


@st.composite
def webs(draw: st.DrawFn) -> tuple[list[Tie], dict[str, Tied]]:
    people = {
        str(number): Tied(str(number), kind, f"Naam {number}", None, kind is not Kind.PERSON or named, None)
        for number, (kind, named) in enumerate(
            draw(
                st.lists(
                    st.tuples(st.sampled_from([Kind.PERSON, Kind.ORGANISATION]), st.booleans()), min_size=1, max_size=5
                )
            )
        )
    }
    ends = {each: Tied(each, Kind.INITIATIVE, each, None, may_be_named=True, works_for=None) for each in ("a", "b")}
    known = people | ends
    pairs = [pair for pair in itertools.combinations(sorted(known), 2) if pair != ("a", "b")]
    chosen = draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=12))
    kinds = st.sampled_from(sorted(TieKind))
    ties = [
        Tie(draw(kinds), *pair, draw(st.none() | st.dates(dt.date(2020, 1, 1), _DAY)), draw(st.integers(1, 99)))
        for pair in chosen
    ]
    return ties, known


@examples(webs())
def test_the_best_path_is_the_shortest_and_of_those_the_strongest(web: tuple[list[Tie], dict[str, Tied]]) -> None:
    ties, known = web
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(("a", "b"))
    strongest: dict[frozenset[str], float] = {}
    with clock.at(dt.datetime(2026, 11, 29, tzinfo=dt.UTC)):
        for tie in ties:
            plain.add_edge(tie.start, tie.end)
            ends = frozenset((tie.start, tie.end))
            found = path.strength(tie, [known[each] for each in ends], clock.today())
            assert 0 < found <= 1
            strongest[ends] = max(found, strongest.get(ends, 0))
        every = [list(itertools.pairwise(each)) for each in nx.all_simple_paths(plain, "a", "b", cutoff=LONGEST)]
        if not every:
            return
        best = path.best(ties, known, "a", "b")
    shortest = min(map(len, every))
    most = max(math.prod(strongest[frozenset(pair)] for pair in each) for each in every if len(each) == shortest)
    assert len(best.ties) == shortest
    assert best.strength == pytest.approx(most)


@examples(webs())
def test_a_path_never_names_who_may_not_be_named(web: tuple[list[Tie], dict[str, Tied]]) -> None:
    ties, known = web
    try:
        found = path.best(ties, known, "a", "b")
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return
    secret = {each.name for each in known.values() if not each.may_be_named}
    assert not any(name in repr(found) for name in secret)
    assert found.asked is None or found.asked.name not in secret
    assert found.nameless == len(secret)


def test_who_is_contact_person_of_both_is_the_warmest_path(graph: Graph, given: Given) -> None:
    goal, partner = given.goal(), given.organisation(name="Buurthuis")
    kim = given.person(name="Kim Mythe", person_kind="official", function="wijkbeheerder")
    a = given.initiative(name="De Kavel", goals=goal, contact=kim, partners=partner)
    b = given.initiative(name="Voedselbank Oost", goals=goal, contact=kim, partners=partner)
    found = graph.read(page.between, actor=SYSTEM, a=a, b=b).warm
    assert names(found) == ["De Kavel", "Kim Mythe", "Voedselbank Oost"]
    assert found is not None
    assert found.asked is not None
    assert (found.asked.name, found.asked.function, found.nameless) == ("Kim Mythe", "wijkbeheerder", 0)


def test_a_path_leads_through_colleagues_and_counts_who_may_not_be_named(graph: Graph, given: Given) -> None:
    team = given.department(name="Team Groen")
    kim = given.person(name="Kim Mythe", person_kind="official", works_for=team)
    bo = given.person(name="Bo Geheim", person_kind="resident", works_for=team)
    a, b = given.initiative(name="De Kavel", contact=kim), given.initiative(name="Oost", contact=bo)
    found = warm(graph, a, b)
    assert names(found) == ["De Kavel", "Kim Mythe", "Team Groen", None, "Oost"]
    assert found is not None
    assert found.nameless == 1
    assert [tie.kind for tie in found.ties] == ["CONTACT_FOR", "WORKS_FOR", "WORKS_FOR", "CONTACT_FOR"]
    assert [tie.forward for tie in found.ties] == [False, True, False, True]
    assert found.steps[3].works_for == "Team Groen"
    assert "Geheim" not in repr(found)


def test_what_is_longer_than_four_ties_or_removed_is_no_path(graph: Graph, given: Given) -> None:
    one, other = given.organisation(), given.organisation()
    a, b = given.initiative(partners=one), given.initiative(partners=other)
    assert warm(graph, a, b) is None
    between = given.initiative(partners=[one, other])
    assert len(names(warm(graph, a, b))) == LONGEST + 1
    graph.write(records.remove, actor=SYSTEM, record_id=between, version=1)
    assert warm(graph, a, b) is None


def test_a_small_circle_is_warmer_than_a_crowd(graph: Graph, given: Given) -> None:
    small, large = given.organisation(name="Klein"), given.organisation(name="Groot")
    for _ in range(6):
        given.initiative(partners=large)
    a, b = given.initiative(name="A", partners=[small, large]), given.initiative(name="B", partners=[small, large])
    assert names(warm(graph, a, b)) == ["A", "Klein", "B"]


def test_a_talk_ties_and_a_recent_one_is_warmer(graph: Graph, given: Given) -> None:
    kim, els = (given.person(name=name, person_kind="official") for name in ("Kim", "Els"))
    a, b = given.initiative(name="A"), given.initiative(name="B")
    for who, on in ((kim, dt.date(2020, 1, 1)), (els, _DAY)):
        for side in (a, b):
            given.record(Kind.INTERACTION, visibility=Visibility.DRAFT, held_by=who, about=side, happened_on=on)
    found = warm(graph, a, b)
    assert names(found) == ["A", "Els", "B"]
    assert found is not None
    assert {(tie.kind, tie.on) for tie in found.ties} == {(TieKind.SPOKE, _DAY)}


def test_an_earlier_bridge_ties_once_they_were_introduced(graph: Graph, given: Given) -> None:
    goal = given.goal()
    a, middle, b = (given.initiative(name=name, goals=goal) for name in ("A", "Midden", "B"))
    for side in (a, b):
        graph.write(life.ask, actor=SYSTEM, a=side, b=middle, text="Samen")
    assert warm(graph, a, b) is None
    for side in (a, b):
        for each in (side, middle):
            graph.write(life.answer, actor=SYSTEM, a=side, b=middle, side_id=each, yes=True)
        graph.write(life.step, actor=SYSTEM, a=side, b=middle, state=standing.State.INTRODUCED, text="")
    assert names(warm(graph, a, b)) == ["A", "Midden", "B"]
