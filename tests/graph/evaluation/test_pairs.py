"""What is evaluated is what the engine does: the score over a projection is the one of the Cypher, digit for digit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import clock
from graph.bridges import search
from graph.bridges.weights import whole
from graph.evaluation import projection
from graph.evaluation.pairs import Pairs
from tests.graph.bridges.test_search import build, towns

if TYPE_CHECKING:
    from neo4j import Driver

    from graph.server import Address


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    town=towns(),
    visible=st.sampled_from([["published"], ["draft", "published"]]),
    with_people=st.booleans(),
)
def test_the_score_over_a_projection_equals_the_score_of_the_search(
    driver: Driver,
    address: Address,
    town: dict[str, Any],
    visible: list[str],
    with_people: bool,  # noqa: FBT001 — drawn by hypothesis
) -> None:
    weights = whole(with_people=with_people)
    with driver.session(database=address.database) as session, session.begin_transaction(timeout=0) as tx:
        build(tx, town)
        seen = projection.for_visible(tx, visible=visible)
        pairs = Pairs(seen, weights)
        for one in seen.initiatives:
            reader = {"visible": visible, "weights": weights, "sees_bridges": True}
            plain = search.PLAIN.all(tx, id=one.id, limit=100, today=clock.today(), **reader)
            scores = dict(zip((each.id for each in seen.initiatives), pairs.scores(one.id).tolist(), strict=True))
            assert {each.id: each.score for each in plain} == {
                each: score for each, score in scores.items() if score > 0
            }
        tx.rollback()
