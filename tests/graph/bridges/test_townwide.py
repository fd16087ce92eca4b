"""The best bridges of a town: exactly the best of those kept, and after a change none that no longer is one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import audit, clock, records
from graph.bridges import answers, kept, life, page, refreshing, suggestions, townwide
from graph.bridges.standing import Because
from graph.errors import NotAllowed
from graph.links import LinkField, Tie
from graph.model import Kind, Link, Status, Visibility
from graph.rights import SYSTEM, VISITOR, Actor, Role
from tests.given import Given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Graph, Transaction

BUILDER = Actor(name="Brug", roles=frozenset({Role.BRIDGE_BUILDER}))


@pytest.fixture(autouse=True)
def _nothing_is_remembered() -> Iterator[None]:
    answers.forget()
    yield
    answers.forget()
    kept.forget()


@pytest.fixture
def town(given: Given) -> None:
    """Twenty initiatives that share goals and themes with some others."""
    goals = [given.goal() for _ in range(4)]
    themes = [given.theme() for _ in range(3)]
    for at in range(20):
        given.initiative(
            name=f"Werk {at:02}", goals=[goals[at % 4]], themes=[themes[at % 3]], initiators=[given.organisation()]
        )


def shown(graph: Graph, limit: int = 100) -> list[tuple[str, str, float]]:
    """The two ends of each pair, lower id first, and the score."""
    answers.forget()
    found = graph.read(townwide.pairs, actor=SYSTEM, limit=limit)
    return [(*sorted((pair.first.id, pair.suggestion.other.id)), pair.suggestion.score) for pair in found]


def page_of(graph: Graph, a: str, b: str) -> float:
    """The score on the page of one pair."""
    found = graph.read(page.between, actor=SYSTEM, a=a, b=b).suggestion
    assert found is not None
    return found.score


def best(graph: Graph, limit: int) -> list[float]:
    """The scores of the best pairs by searching for every initiative."""
    scores = {
        frozenset((first.id, each.other.id)): each.score
        for first, them in suggestions.for_all(graph, actor=SYSTEM)
        for each in them
    }
    return sorted(scores.values(), reverse=True)[:limit]


def _end_a_theme(tx: Transaction) -> None:
    """End all links to one theme with one line that names none of them, as taking back an import does."""
    tx.run("""MATCH (theme:Theme) WITH theme ORDER BY theme.id LIMIT 1
              MATCH (theme)<-[link:HAS_THEME]-() SET link.until = date('2020-01-01')""").consume()
    audit.write(tx, actor=SYSTEM, lines=[audit.Line("undo_import", "batch")])


@pytest.mark.usefixtures("town")
def test_what_was_kept_gives_the_best_of_the_town_each_pair_once(graph: Graph) -> None:
    refreshing.refresh(graph, actor=SYSTEM)

    for limit in (1, 7, 40):
        found = shown(graph, limit)

        assert [score for *_, score in found] == best(graph, limit)
        assert len({(a, b) for a, b, _ in found}) == limit


@pytest.mark.usefixtures("town")
def test_a_pair_that_was_asked_is_gone_at_once(graph: Graph) -> None:
    refreshing.refresh(graph, actor=SYSTEM)
    a, b, _ = shown(graph)[0]

    graph.write(life.ask, actor=BUILDER, a=a, b=b, text="Kom eens langs.")

    after = shown(graph)
    assert after
    assert (a, b) not in {(one, other) for one, other, _ in after}


@pytest.mark.usefixtures("town")
def test_who_is_hidden_is_gone_at_once(graph: Graph) -> None:
    refreshing.refresh(graph, actor=SYSTEM)
    hidden, *_ = shown(graph)[0]
    graph.write(records.show, actor=SYSTEM, record_id=hidden, version=1, visibility=Visibility.REMOVED)

    found = graph.read(townwide.pairs, actor=SYSTEM, limit=100)
    assert found
    assert hidden not in {each for pair in found for each in (pair.first.id, pair.suggestion.other.id)}


@pytest.mark.usefixtures("town")
def test_only_what_a_deed_touched_is_scored_anew(graph: Graph, given: Given) -> None:
    refreshing.refresh(graph, actor=SYSTEM)
    before = {frozenset(pair): score for *pair, score in shown(graph)}
    (one, other), heaviest = next(iter(before.items()))
    scheme = given.record(Kind.SUBSIDY_SCHEME)
    for receiver in (one, other):
        given.record(Kind.CONTRIBUTION, contribution_kind="money", given_to=[receiver], under=[scheme])

    after = {frozenset(pair): score for *pair, score in shown(graph)}

    assert after[frozenset((one, other))] > heaviest
    assert after[frozenset((one, other))] == page_of(graph, one, other)
    apart = [pair for pair in before if pair.isdisjoint((one, other))]
    assert apart
    assert {pair: after[pair] for pair in apart} == {pair: before[pair] for pair in apart}


@pytest.mark.usefixtures("town")
def test_a_shared_thing_that_is_hidden_is_no_reason_any_more(graph: Graph) -> None:
    refreshing.refresh(graph, actor=SYSTEM)
    answers.forget()
    first = graph.read(townwide.pairs, actor=SYSTEM, limit=1)[0].suggestion.reasons[0]
    graph.write(records.show, actor=SYSTEM, record_id=first.id, version=1, visibility=Visibility.REMOVED)

    found = graph.read(townwide.pairs, actor=SYSTEM, limit=100)

    assert found
    assert first.id not in {reason.id for pair in found for reason in pair.suggestion.reasons}


@pytest.mark.usefixtures("town")
def test_old_initiatives_that_a_deed_brought_together_are_in_the_list_at_once(graph: Graph, given: Given) -> None:
    one, other = (given.initiative(name=name) for name in ("Oud", "Ook oud"))
    with clock.at(clock.now() + dt.timedelta(days=1)):
        refreshing.refresh(graph, actor=SYSTEM)
    with clock.at(clock.now() + dt.timedelta(days=1, minutes=5)):
        goal = LinkField(Link.CONTRIBUTES_TO, Kind.GOAL)
        only = given.goal(name="Alleen deze twee")
        for each in (one, other):
            named = {"actor": SYSTEM, "record_id": each, "version": 1, "properties": {}}
            graph.write(records.change, **named, ties={goal: [Tie(only)]})

        assert shown(graph)[0][:2] == tuple(sorted((one, other)))


@pytest.mark.usefixtures("town")
def test_who_stopped_is_gone_at_once(graph: Graph) -> None:
    refreshing.refresh(graph, actor=SYSTEM)
    stopped, *_ = shown(graph)[0]
    graph.write(records.change, actor=SYSTEM, record_id=stopped, version=1, properties={"status": Status.STOPPED})

    found = graph.read(townwide.pairs, actor=SYSTEM, limit=100)
    assert found
    assert stopped not in {each for pair in found for each in (pair.first.id, pair.suggestion.other.id)}


@pytest.mark.usefixtures("town")
def test_a_refusal_that_teaches_leaves_the_list_whole_and_weighs_it_anew(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(townwide, "ANEW", 3)
    refreshing.refresh(graph, actor=SYSTEM)
    before = {(a, b): score for a, b, score in shown(graph)}
    (a, b), *_ = before
    graph.write(life.refuse, actor=BUILDER, a=a, b=b, reason="Te verschillend", because=Because.TOPIC)
    kept.forget()

    after = {(one, other): score for one, other, score in shown(graph)}

    assert set(after) >= set(before) - {(a, b)}
    assert not graph.read(townwide.whole, actor=SYSTEM).is_short
    assert any(after[pair] < before[pair] for pair in after if pair in before)
    for (one, other), score in list(after.items())[:10]:
        assert score == pytest.approx(page_of(graph, one, other), abs=1e-9)


@pytest.mark.usefixtures("town")
def test_a_list_that_is_short_says_so(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(townwide, "ANEW", 3)
    refreshing.refresh(graph, actor=SYSTEM)
    assert not graph.read(townwide.whole, actor=SYSTEM).is_short
    graph.write(_end_a_theme)
    assert graph.read(townwide.whole, actor=SYSTEM).is_short


@pytest.mark.usefixtures("town")
def test_after_deeds_that_name_nothing_everything_is_scored_anew(graph: Graph) -> None:
    refreshing.refresh(graph, actor=SYSTEM)
    graph.write(_end_a_theme)

    assert [score for *_, score in shown(graph)[:10]] == best(graph, 10)


@pytest.mark.usefixtures("town")
def test_an_initiative_of_today_is_in_the_list_at_once(graph: Graph, given: Given) -> None:
    refreshing.refresh(graph, actor=SYSTEM)
    goal = given.goal(name="Alleen deze twee")
    one, other = (given.initiative(name=name, goals=[goal]) for name in ("Nieuw", "Ook nieuw"))

    assert shown(graph)[0][:2] == tuple(sorted((one, other)))


def test_nothing_kept_gives_who_shares_something_rare(graph: Graph, given: Given) -> None:
    goal = given.goal()
    one, other = given.initiative(goals=[goal]), given.initiative(goals=[goal])

    assert [pair[:2] for pair in shown(graph)] == [tuple(sorted((one, other)))]


@pytest.mark.usefixtures("town")
def test_what_was_kept_for_others_is_not_given(graph: Graph) -> None:
    refreshing.refresh(graph, actor=SYSTEM)

    weights = graph.read(kept.for_actor, actor=VISITOR)
    assert graph.read(answers.best, limit=5, visible=VISITOR.visible, weights=weights) is None
    with pytest.raises(NotAllowed):
        graph.read(townwide.pairs, actor=VISITOR)
