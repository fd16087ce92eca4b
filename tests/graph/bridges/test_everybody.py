"""The best bridges of all at once are those of the search of one: initiatives, scores, order, and everything shared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.bridges import arrays, everybody, search
from graph.bridges.weights import whole
from tests.graph.bridges.test_search import build, towns

if TYPE_CHECKING:
    from neo4j import Driver

    from graph.server import Address


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    town=towns(),
    limit=st.integers(1, 4),
    visible=st.sampled_from([["published"], ["draft", "published"]]),
    with_people=st.booleans(),
)
def test_the_best_of_all_equal_the_best_of_each(
    driver: Driver,
    address: Address,
    town: dict[str, Any],
    limit: int,
    visible: list[str],
    with_people: bool,  # noqa: FBT001 — drawn by hypothesis
) -> None:
    weights = whole(with_people=with_people)
    with driver.session(database=address.database) as session, session.begin_transaction(timeout=0) as tx:
        build(tx, town)
        seen = arrays.read(tx, visible=visible, weights=weights)
        found = dict(each for block in everybody.best(seen, limit=limit) for each in block.found(seen))
        for initiative_id in seen.ids:
            reader = {"limit": limit, "visible": visible, "weights": weights, "sees_bridges": True}
            expected, _ = search.best(tx, initiative_id=initiative_id, **reader)
            assert found[initiative_id] == expected
        tx.rollback()
