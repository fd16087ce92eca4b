"""What a run remembers of the keys in the graph: nothing that is there is ever missed, and doubt asks for all."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given as when
from hypothesis import strategies as st

from graph.errors import AlreadyExists
from graph.imports import pace, remembered, runs, writing
from graph.imports.remembered import Remembered
from graph.rights import SYSTEM
from tests.graph.imports.conftest import register

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph

ROW = "Stichting De Kas;Kas voor ieder;Groen in de buurt;stadsdeel Oost;Groen;2016;Eenmalig;€ 15.000;10.358,00"


def many(count: int) -> list[str]:
    return [ROW.replace("Kas voor ieder", f"Kas {number}") for number in range(count)]


def test_before_anything_is_learnt_every_key_may_be_there() -> None:
    assert Remembered().may_be("subsidies:groen")


@when(learnt=st.sets(st.text(), max_size=20), added=st.sets(st.text(), max_size=20))
def test_a_key_that_was_learnt_or_added_is_never_missed(learnt: set[str], added: set[str]) -> None:
    keys = Remembered()
    keys.learn(learnt)
    keys.add(added)
    assert all(keys.may_be(key) for key in learnt | added)


def test_a_key_that_nobody_named_is_seldom_asked_for() -> None:
    keys = Remembered()
    keys.learn(f"subsidies:{number}" for number in range(10_000))
    assert sum(keys.may_be(f"other:{number}") for number in range(10_000)) < 50


def test_doubt_asks_for_all_again() -> None:
    keys = Remembered()
    keys.learn([])
    keys.note({("Theme", "subsidies:groen"): ("id", "place")})
    assert (keys.may_be("subsidies:rood"), keys.settled(("Theme", "subsidies:groen"))) == (False, ("id", "place"))
    keys.doubt()
    assert (keys.may_be("subsidies:rood"), keys.settled(("Theme", "subsidies:groen"))) == (True, None)


def test_what_is_settled_takes_no_more_room_than_agreed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST_SETTLED", 10)
    keys = Remembered()
    for number in range(100):
        keys.note({("Theme", f"subsidies:{number}"): ("id", "place")})
    kept = sum(keys.settled(("Theme", f"subsidies:{number}")) is not None for number in range(100))
    assert 0 < kept <= 11


def test_a_file_larger_than_few_rows_learns_what_is_there(
    bring: Callable[..., Any], graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring("subsidy-register", register(ROW))
    keys = remembered.of_graph(graph, namespace="subsidies", rows=remembered.FEW_ROWS)
    assert keys.may_be("subsidies:stichting de kas")
    assert not keys.may_be("subsidies:stichting de tuin")
    monkeypatch.setattr(remembered, "MOST_KEYS", 2)
    assert remembered.of_graph(graph, namespace="subsidies", rows=remembered.FEW_ROWS).may_be("subsidies:iets anders")


def test_several_chunks_share_what_they_made(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    report = bring("subsidy-register", register(*many(30)), chunk_size=7)
    assert (report.rows, report.created) == (30, 30)
    assert ask("MATCH (node:Organisation|Theme|SubsidyScheme|Department|Area) RETURN count(node)") == 5
    assert ask("MATCH (:Organisation)-[:INITIATES]->(made) RETURN count(made)") == 30
    assert ask("MATCH (record:Record) WHERE record.batch = $batch RETURN count(record)", batch=report.batch) == 65
    again = bring("subsidy-register", register(*many(30)), chunk_size=7)
    assert (again.unchanged, again.nodes, again.relationships) == (30, 0, 0)


@pytest.mark.parametrize("passing", [AlreadyExists("source_key"), writing.Moved("gone")])
def test_when_another_wrote_at_the_same_moment_everything_is_asked_again(
    bring: Callable[..., Any], ask: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, passing: Exception
) -> None:
    write = writing.write
    doubted: list[Any] = []

    def interrupted(*args: Any, **named: Any) -> Any:
        keys = named["known"].keys
        if named["chunk"].first == 10 and not doubted:
            doubted.append(keys.settled(("Theme", "subsidies:groen")))
            raise passing
        if doubted and len(doubted) == 1:
            doubted.append(keys.settled(("Theme", "subsidies:groen")))
        return write(*args, **named)

    monkeypatch.setattr(writing, "write", interrupted)
    report = bring("subsidy-register", register(*many(25)), chunk_size=10)
    assert (doubted[0] is not None, doubted[1]) == (True, None)
    assert (report.created, report.unchanged) == (25, 0)
    assert ask("MATCH (node:Organisation|Theme|SubsidyScheme|Department|Area) RETURN count(node)") == 5


def test_an_import_gives_up_when_it_is_contradicted_again_and_again(
    committed: Graph, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "register.csv"
    path.write_text(register(ROW), encoding="utf-8")
    tries = []

    def never(*_: Any, **__: Any) -> Any:
        tries.append(1)
        raise AlreadyExists("source_key")

    monkeypatch.setattr(writing, "write", never)
    with pytest.raises(runs.Stopped):
        runs.run(committed, actor=SYSTEM, path=path, profile_name="subsidy-register")
    assert len(tries) == runs.TRIES


def test_a_record_that_was_merged_meanwhile_gets_no_links(
    bring: Callable[..., Any], ask: Callable[..., Any], tx: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = writing.write

    def merged_between(*args: Any, **named: Any) -> Any:
        if named["chunk"].first == 10:
            tx.run(
                """MATCH (theme:Theme {name: 'Groen'})
                   MERGE (other:Record:Theme {id: 'survivor'})
                   SET other.name = 'Groener', other.visibility = 'published', theme.merged_into = other.id"""
            ).consume()
        return write(*args, **named)

    monkeypatch.setattr(writing, "write", merged_between)
    bring("subsidy-register", register(*many(20)), chunk_size=10)
    counted = "MATCH (:Theme {name: $name})<-[:HAS_THEME]-(other) RETURN count(other)"
    assert (ask(counted, name="Groen"), ask(counted, name="Groener")) == (10, 10)


def test_after_an_import_python_looks_for_circles_and_takes_turns_as_before() -> None:
    before = gc.get_threshold(), sys.getswitchinterval()
    with pytest.raises(KeyError):
        _fail_undisturbed()
    assert gc.get_threshold() == before[0]
    assert sys.getswitchinterval() == pytest.approx(before[1])


@pace.undisturbed()
def _fail_undisturbed() -> None:
    assert gc.get_threshold() == (pace.OBJECTS, pace.ROUNDS, pace.ROUNDS)
    assert sys.getswitchinterval() == pytest.approx(pace.SECONDS_A_TURN)
    raise KeyError
