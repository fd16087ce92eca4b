"""Ask every method for the hidden links, and set the figures side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graph.evaluation import baselines, bridges, exposure, measures, splitting, targets
from graph.evaluation.measures import HITS_AT, Answers, Bootstrap, Estimate, Verdict
from graph.evaluation.pairs import Pairs
from graph.evaluation.splitting import Hide
from graph.evaluation.targets import Targets

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from graph.evaluation.exposure import Group
    from graph.evaluation.projection import Projection
    from graph.evaluation.splitting import Split

    Scores = dict[str, NDArray[np.float64]]

ENGINE, CHANCE = "engine", "chance"


@dataclass(frozen=True, slots=True)
class Row:
    """What one method made of it; `exposure_gini` is 0 for chance, which shows everybody alike.

    `difference` is hits@10 of the engine less that of this method, and `engine_is` the verdict; None for the engine.
    """

    method: str
    hits: tuple[Estimate, ...]
    mrr: Estimate
    exposure_gini: float
    difference: Estimate | None
    engine_is: Verdict | None


@dataclass(frozen=True, slots=True)
class Report:
    """One split and what each method made of it; `groups` is how often the engine shows each group of candidates."""

    hide: Hide
    split: str
    questions: int
    askers: int
    candidates: int
    learnt_from: int
    weights: dict[str, float]
    rows: tuple[Row, ...]
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """The candidates by name and how each method, and the engine alone, scores them for an initiative, higher first."""

    candidates: list[str]
    closed: Callable[[str], Iterable[str]]
    scores: Callable[[str], Scores]
    engine: Callable[[str], NDArray[np.float64]]
    learnt_from: int
    weights: dict[str, float]


def evaluate(projection: Projection, hide: Hide, *, share: float, seed: int) -> list[Report]:
    """The report of a split by chance and, where enough links have a date, of a split in time; empty without links."""
    made = [(splitting.split(projection, hide, share=share, seed=seed), "random")]
    in_time = splitting.split_in_time(projection, hide, share=share)
    if in_time:
        made.append((in_time, "time"))
    return [report(each, name=name, seed=seed) for each, name in made if each.questions]


def report(split: Split, *, name: str, seed: int) -> Report:
    """Ask every question of a split to every method."""
    asked = _about_bridges(split) if split.hide is Hide.BRIDGES else _about_targets(split)
    place = {each: index for index, each in enumerate(asked.candidates)}
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for question in split.questions:
        wanted[question.asker].append(question.wanted)
    ranks: defaultdict[str, list[float]] = defaultdict(list)
    shown: dict[str, NDArray[np.float64]] = {}
    sizes, askers = [], []
    for asker, answers in wanted.items():
        scores = asked.scores(asker)
        right = {place[each] for each in asked.closed(asker) if each in place} | {place[each] for each in answers}
        open_to = np.ones(len(place), dtype=np.bool_)
        open_to[[place[each] for each in asked.closed(asker) if each in place and each not in answers]] = False
        for method, values in scores.items():
            places = measures.shown(values, open_to, HITS_AT[-1])
            shown[method] = shown.get(method, np.zeros(len(place))) + places
        for answer in answers:
            among = np.array([place[answer], *(index for index in range(len(place)) if index not in right)])
            sizes.append(len(among))
            askers.append(asker)
            for method, values in scores.items():
                ranks[method].append(measures.rank(values[among], 0))
    return Report(
        hide=split.hide,
        split=name,
        questions=len(askers),
        askers=len(wanted),
        candidates=len(place),
        learnt_from=asked.learnt_from,
        weights=asked.weights,
        rows=_rows(ranks, shown, by_chance=measures.by_chance(sizes), bootstrap=Bootstrap(askers, seed=seed)),
        groups=exposure.measure(split.train, asked.candidates, scores=asked.engine, closed=asked.closed, seed=seed),
    )


def _rows(
    ranks: dict[str, list[float]],
    shown: dict[str, NDArray[np.float64]],
    *,
    by_chance: Answers,
    bootstrap: Bootstrap,
) -> tuple[Row, ...]:
    answers = {method: measures.from_ranks(them) for method, them in ranks.items()}
    engine = answers[ENGINE]
    answers[CHANCE] = by_chance
    rows = []
    for method, each in answers.items():
        verdict = None if method == ENGINE else bootstrap.verdict(engine, each)
        rows.append(
            Row(
                method=method,
                hits=tuple(bootstrap.mean(each.hits[:, index]) for index in range(len(HITS_AT))),
                mrr=bootstrap.mean(each.reciprocal),
                exposure_gini=0.0 if method == CHANCE else measures.gini(shown[method]),
                difference=verdict[1] if verdict else None,
                engine_is=verdict[0] if verdict else None,
            )
        )
    return tuple(rows)


def _about_bridges(split: Split) -> Asked:
    """Which initiatives belong together: the score of the bridges, and the bare indices."""
    learnt = bridges.learn(split.train)
    engine, safe = Pairs(split.train, learnt.whole()), Pairs(split.train, bridges.SAFE.whole())
    network = baselines.network(split.train)
    popularity = baselines.degrees(network, split.train)
    contacts = split.full.in_contact

    def scores(asker: str) -> Scores:
        return {
            ENGINE: sum_of(engine, asker),
            "engine_safe_weights": sum_of(safe, asker),
            "popularity": popularity,
            **baselines.indices(network, split.train, asker),
        }

    return Asked(
        candidates=[each.id for each in split.train.initiatives],
        closed=lambda asker: (asker, *contacts.get(asker, ())),
        scores=scores,
        engine=lambda asker: only_found(sum_of(engine, asker)),
        learnt_from=learnt.learnt_from,
        weights={kind.value: weight for kind, weight in learnt.weights.items()},
    )


def sum_of(pairs: Pairs, asker: str) -> NDArray[np.float64]:
    """The score with every other initiative, as a number for ranking."""
    return pairs.scores(asker).astype(np.float64)


def only_found(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """The scores, minus infinity for who shares nothing: those are no bridge at all."""
    return np.where(scores > 0, scores, -np.inf)


def _about_targets(split: Split) -> Asked:
    """Which partner, goal, theme, recipient or scheme belongs to an initiative."""
    names = targets.candidates(split.full, split.hide)
    model = targets.learn(split.train, split.hide)
    engine = Targets(split.train, split.hide, names)
    network = baselines.network(split.train)
    position = split.train.position
    safe = Pairs(split.train, bridges.SAFE.whole())

    def scores(asker: str) -> Scores:
        found = {
            ENGINE: engine.scores(model, asker),
            "nearest_neighbours": engine.vote(safe, asker),
            "popularity": engine.popularity,
        }
        for name, index in baselines.indices(network, split.train, asker).items():
            found[name] = engine.through(index, asker=position[asker])
        return found

    return Asked(
        candidates=names,
        closed=lambda asker: split.full.hubs_of.get(asker, ()),
        scores=scores,
        engine=lambda asker: engine.scores(model, asker),
        learnt_from=model.learnt_from,
        weights={
            name: round(float(weight), 4) for name, weight in zip(targets.NAMES, model.weights, strict=True) if weight
        },
    )
