"""The whole evaluation: simple methods are those of networkx, a pattern is found, and the figures hang together."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pytest

from graph import clock
from graph.bridges import life, standing
from graph.bridges.weights import WEIGHTS, Evidence
from graph.evaluation import baselines, bridges, learning, projection, run, splitting, targets
from graph.evaluation.exposure import By
from graph.evaluation.learning import Choice
from graph.evaluation.pairs import Pairs
from graph.evaluation.projection import Hub, Initiative, Projection, Tie
from graph.evaluation.splitting import Hide
from graph.rights import SYSTEM, Actor, Role

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given


def districts(size: int = 12) -> Projection:
    """Four districts, each with its own three partners in nearly all of its initiatives, and one goal for everybody."""
    initiatives = [f"i{district}{number:02}" for district in range(4) for number in range(size)]
    ties = []
    for number, initiative in enumerate(initiatives):
        district = initiative[1]
        ties += [Tie(initiative, f"area{district}", "LOCATED_IN"), Tie(initiative, "goal", "CONTRIBUTES_TO")]
        ties += [Tie(initiative, f"partner{district}{each}", "PARTNERS_IN") for each in range(3) if (number + each) % 4]
        ties.append(Tie(initiative, f"initiator{district}{number % 4}", "INITIATES"))
    sizes = {hub: sum(tie.hub == hub for tie in ties) for hub in {tie.hub for tie in ties}}
    kind = {"area": "area", "goal": "goal", "part": "partner", "init": "partner"}
    return Projection(
        initiatives=tuple(
            Initiative(each, each, tuple(tie.hub for tie in ties if tie.initiative == each and tie.tie == "INITIATES"))
            for each in initiatives
        ),
        ties=tuple(ties),
        hubs=tuple(Hub(hub, hub, kind[hub[:4]], size) for hub, size in sorted(sizes.items())),
    )


def test_the_simple_methods_are_those_of_networkx() -> None:
    town = districts()
    made = baselines.network(town)
    found = baselines.indices(made, town, "i000")
    for other in ("i001", "i100"):
        place = town.position[other]
        ((_, _, jaccard),) = nx.jaccard_coefficient(made, [("i000", other)])
        ((_, _, adar),) = nx.adamic_adar_index(made, [("i000", other)])
        ((_, _, allocation),) = nx.resource_allocation_index(made, [("i000", other)])
        assert [found[name][place] for name in baselines.INDICES] == [jaccard, adar, allocation]


def test_what_the_engine_looks_at_holds_the_simple_methods() -> None:
    town = districts()
    names = targets.candidates(town, Hide.PARTNERS)
    engine = targets.Targets(town, Hide.PARTNERS, names)
    raw = dict(zip(targets.NAMES, engine.raw("i000").T, strict=True))
    simple = baselines.indices(baselines.network(town), town, "i000")
    for name in ("adamic_adar", "jaccard"):
        assert raw[name] == pytest.approx(engine.through(simple[name], asker=town.position["i000"]))


def test_the_linear_model_is_the_one_that_was_published() -> None:
    town = districts()
    names = targets.candidates(town, Hide.PARTNERS)
    engine = targets.Targets(town, Hide.PARTNERS, names)
    hubs = [hub.id for hub in town.hubs]
    has = np.array([[float(hub in town.hubs_of[each.id]) for hub in hubs] for each in town.initiatives])
    inverse = np.linalg.inv(has.T @ has + targets.RIDGE * np.eye(len(hubs)))
    weights = inverse / -np.diag(inverse)
    np.fill_diagonal(weights, 0.0)
    foretold = (has @ weights)[:, [hubs.index(each) for each in names]]
    for each in town.initiatives:
        linear = engine.raw(each.id)[:, targets.NAMES.index("linear")]
        assert linear == pytest.approx(np.maximum(foretold[town.position[each.id]], 0.0), abs=1e-9)


def test_the_vote_is_that_of_who_is_most_like_it() -> None:
    town = districts()
    names = targets.candidates(town, Hide.PARTNERS)
    engine = targets.Targets(town, Hide.PARTNERS, names)
    scores = Pairs(town, bridges.SAFE.whole()).scores("i000")
    vote = engine.vote(Pairs(town, bridges.SAFE.whole()), "i000")
    nearest = sorted(range(len(scores)), key=lambda each: (-scores[each], each))[: targets.NEIGHBOURS]
    for candidate, value in zip(names, vote, strict=True):
        having = {town.position[each] for each in town.initiatives_of[candidate]}
        assert value == sum(max(int(scores[each]), 0) for each in nearest if each in having)


def test_every_method_answers_the_same_questions_and_a_pattern_is_found() -> None:
    (report,) = run.evaluate(districts(), Hide.PARTNERS, share=0.2, seed=5)
    rows = {row.method: row for row in report.rows}
    assert set(rows) == {
        "engine",
        "nearest_neighbours",
        "popularity",
        "jaccard",
        "adamic_adar",
        "resource_allocation_index",
        "chance",
    }
    assert rows["engine"].hits[1].value > 0.9
    assert rows["chance"].engine_is == "better"
    assert rows["chance"].exposure_gini == 0
    for row in report.rows:
        assert row.mrr.low <= row.mrr.value <= row.mrr.high
        assert [each.value for each in row.hits] == sorted(each.value for each in row.hits)


@pytest.mark.parametrize("hide", [Hide.PARTNERS, Hide.BRIDGES])
def test_the_report_tells_who_is_shown_of_each_district(hide: Hide) -> None:
    (report,) = run.evaluate(districts(), hide, share=0.2, seed=5)
    areas = [each for each in report.groups if each.by is By.AREA]
    assert {each.name for each in areas} == {f"area{number}" for number in range(4)}
    assert sum(each.of_candidates for each in areas) == pytest.approx(1)
    assert sum(each.of_shown for each in areas) == pytest.approx(1)
    assert not any(each.starved for each in areas)


def test_the_same_seed_gives_the_same_report() -> None:
    assert run.evaluate(districts(), Hide.GOALS, share=0.3, seed=5) == run.evaluate(
        districts(), Hide.GOALS, share=0.3, seed=5
    )


def test_bridges_are_asked_with_the_formula_of_the_engine() -> None:
    (report,) = run.evaluate(districts(size=24), Hide.BRIDGES, share=0.2, seed=5)
    assert {row.method for row in report.rows} >= {"engine", "engine_safe_weights"}
    assert report.learnt_from >= learning.FEWEST
    assert all(weight >= bridges.LEAST for weight in report.weights.values())


def test_a_small_graph_gets_the_safe_weights() -> None:
    town = districts(size=1)
    assert bridges.learn(town) is bridges.SAFE
    assert targets.learn(town, Hide.PARTNERS).learnt_from == 0


def test_the_weight_of_what_tells_is_larger_than_of_noise() -> None:
    random = np.random.default_rng(3)
    choices = []
    for _ in range(300):
        features = random.random((20, 3))
        features[0, 0] += 1
        choices.append(Choice(features))
    telling, noise, other = learning.conditional_logit(choices, at_least=np.zeros(3))
    assert telling > 2
    assert 0 <= min(noise, other) <= max(noise, other) < telling / 2


def test_latest_links_are_hidden_where_links_have_dates() -> None:
    days = itertools.cycle(dt.date(2020, month, 1) for month in range(1, 13))
    town = districts()
    dated = Projection(
        town.initiatives,
        tuple(Tie(tie.initiative, tie.hub, tie.tie, tie.times, next(days)) for tie in town.ties),
        town.hubs,
    )
    split = splitting.split_in_time(dated, Hide.PARTNERS, share=0.2)
    assert split is not None
    earliest = min(
        tie.since
        for tie in dated.ties
        for each in split.questions
        if (tie.initiative, tie.hub) == (each.asker, each.wanted) and tie.since
    )
    assert all(tie.since and tie.since < earliest for tie in split.train.ties)
    assert splitting.split_in_time(town, Hide.PARTNERS, share=0.2) is None


def test_ascent_takes_only_steps_that_help() -> None:
    random = np.random.default_rng(4)
    folds = []
    for _ in range(2):
        choices = []
        for _ in range(60):
            features = random.random((30, 2))
            features[0, 1] += 0.5
            choices.append(Choice(features))
        folds.append(choices)
    start = np.array([1.0, 1.0])
    noise, telling = learning.coordinate_ascent(folds, start=start, at_least=0.01, at_most=16)
    assert telling > 2 * noise
    even = [[Choice(np.ones((5, 2)))] * 20] * 2
    assert learning.coordinate_ascent(even, start=start, at_least=0.01, at_most=16) is start


def folds_of(*rows: tuple[float, float]) -> list[list[Choice]]:
    """For each row a fold in which the right one shares so much of a goal, and the wrong one so much of a word."""
    goal, word = bridges.KINDS.index(Evidence.GOAL), bridges.KINDS.index(Evidence.WORD)
    made = []
    for right, wrong in rows:
        features = np.zeros((2, len(bridges.KINDS)))
        features[0, word], features[1, goal] = right, wrong
        made.append([Choice(features)])
    return made


def test_bare_resource_allocation_is_where_learning_begins_if_that_finds_more() -> None:
    """A word weighs 0.3 with the safe weights and a goal 1; alone they weigh the same."""
    assert bridges.start(folds_of((1.0, 0.5), (1.0, 0.5))) is bridges.BARE
    safe = [WEIGHTS[kind] for kind in bridges.KINDS]
    assert bridges.start(folds_of((1.0, 2.0), (1.0, 2.0))).tolist() == safe
    harmed = np.zeros((2, len(bridges.KINDS)))
    harmed[0, bridges.KINDS.index(Evidence.GOAL)], harmed[1, bridges.KINDS.index(Evidence.WORD)] = 0.5, 1.0
    assert bridges.start([*folds_of((1.0, 0.5)), [Choice(harmed)]]).tolist() == safe
    assert bridges.start([[], []]).tolist() == safe


def test_a_simple_method_that_ranks_higher_is_used_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def useless(choices: object, *, at_least: np.ndarray[tuple[int], np.dtype[np.float64]]) -> object:
        del choices
        return np.where(np.isfinite(at_least), 0.0, -1.0)

    monkeypatch.setattr(learning, "conditional_logit", useless)
    model = targets.learn(districts(), Hide.PARTNERS)
    assert model.learnt_from
    (only,) = np.flatnonzero(model.weights)
    assert targets.NAMES[only] in targets.ALONE


def test_a_contact_began_when_both_first_wanted_it(graph: Graph, given: Given) -> None:
    a, b = given.initiative(goals=[given.goal()]), given.initiative()
    builder = Actor(name="Brug", roles=frozenset({Role.BRIDGE_BUILDER}))
    with clock.at(dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)):
        graph.write(life.ask, actor=builder, a=a, b=b, text="Kom eens langs.")
    with clock.at(dt.datetime(2026, 4, 1, 12, tzinfo=dt.UTC)):
        for side in (a, b):
            graph.write(life.answer, actor=builder, a=a, b=b, side_id=side, yes=True)
    with clock.at(dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)):
        graph.write(life.step, actor=builder, a=a, b=b, state=standing.State.INTRODUCED, text="Kennisgemaakt.")

    (met,) = graph.read(projection.read, actor=SYSTEM).met

    assert (met.state, met.since) == ("introduced", dt.date(2026, 4, 1))


def test_who_stopped_is_not_in_what_is_evaluated_nor_asked_for(graph: Graph, given: Given) -> None:
    goal, area = given.goal(), given.area()
    runs = [given.initiative(goals=[goal], areas=[area]) for _ in range(2)]
    stopped = given.initiative(goals=[goal], areas=[area])
    builder = Actor(name="Brug", roles=frozenset({Role.BRIDGE_BUILDER}))
    for year, other in ((2024, runs[1]), (2026, stopped)):
        with clock.at(dt.datetime(year, 3, 1, 12, tzinfo=dt.UTC)):
            graph.write(life.ask, actor=builder, a=runs[0], b=other, text="Kom eens langs.")
            for side in (runs[0], other):
                graph.write(life.answer, actor=builder, a=runs[0], b=other, side_id=side, yes=True)
    graph.write(
        lambda tx: tx.run("MATCH (each:Initiative {id: $id}) SET each.status = 'stopped'", id=stopped).consume()
    )

    seen = graph.read(projection.read, actor=SYSTEM)

    assert set(seen.position) == set(runs)
    assert {tie.initiative for tie in seen.ties} == set(runs)
    assert [{met.first, met.second} for met in seen.met] == [set(runs)]
    for report in run.evaluate(seen, Hide.BRIDGES, share=0.5, seed=1):
        assert report.candidates == len(runs)
