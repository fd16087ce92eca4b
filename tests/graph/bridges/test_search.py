"""The quick search gives what the search without any shortcut gives: on random towns, ids, scores and order."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import clock
from graph.bridges import search
from graph.bridges.weights import Evidence, whole

if TYPE_CHECKING:
    from neo4j import Driver, Transaction

    from graph.server import Address

ENDED = dt.date(2020, 1, 1)
INITIATIVES = [f"i{number}" for number in range(9)]
HUBS = {
    "Goal": [f"g{number}" for number in range(6)],
    "Theme": [f"t{number}" for number in range(4)],
    "Organisation": [f"o{number}" for number in range(4)],
    "Person": [f"p{number}" for number in range(4)],
    "Department": ["d0", "d1"],
    "Area": [f"a{number}" for number in range(5)],
    "SubsidyScheme": ["s0", "s1"],
    "Decision": ["b0", "b1", "b2"],
    "PolicyNote": ["m0", "m1", "m2"],
    "Need": [f"n{number}" for number in range(4)],
    "Offer": [f"x{number}" for number in range(4)],
}
# Type of link, where it starts, where it ends.
LINKS = [
    ("CONTRIBUTES_TO", INITIATIVES, HUBS["Goal"]),
    ("HAS_THEME", INITIATIVES, HUBS["Theme"]),
    ("HAS_THEME", HUBS["Goal"], HUBS["Theme"]),
    ("LOCATED_IN", INITIATIVES, HUBS["Area"]),
    ("LOCATED_IN", HUBS["Organisation"], HUBS["Area"]),
    ("HANDLED_BY", INITIATIVES, HUBS["Department"]),
    ("PARTNERS_IN", HUBS["Organisation"], INITIATIVES),
    ("INITIATES", HUBS["Organisation"], INITIATIVES),
    ("INITIATES", HUBS["Person"], INITIATIVES),
    ("CONTACT_FOR", HUBS["Person"], INITIATIVES),
    ("PART_OF", HUBS["Goal"], HUBS["Goal"]),
    ("PART_OF", HUBS["Area"], HUBS["Area"]),
    ("PART_OF", HUBS["Department"], HUBS["Organisation"]),
    ("DERIVED_FROM", HUBS["Goal"], HUBS["PolicyNote"]),
    ("WAITS_FOR", INITIATIVES, HUBS["Decision"]),
    ("NARROWER_THAN", HUBS["Theme"], HUBS["Theme"]),
    ("BORDERS", HUBS["Area"], HUBS["Area"]),
    ("NEEDS", INITIATIVES, HUBS["Need"]),
    ("NEEDS", HUBS["Organisation"], HUBS["Need"]),
    ("OFFERS", INITIATIVES, HUBS["Offer"]),
    ("FITS", HUBS["Offer"], HUBS["Need"]),
]
MAKE_RECORDS = """
UNWIND $records AS each
CREATE (record:Record:$(each.label) {id: each.id, name: each.id, visibility: each.visibility})
SET record.until = each.until, record.decided_on = each.decided_on, record.status = each.status
"""
MAKE_WORDS = """
UNWIND $words AS each
MATCH (initiative:Initiative {id: each[0]})
MERGE (word:Word {stem: each[1]})
MERGE (initiative)-[:MENTIONS]->(word)
"""
MAKE_LINKS = """
UNWIND $links AS each
MATCH (start:Record {id: each.start}), (end:Record {id: each.end})
CREATE (start)-[link:$(each.link)]->(end)
SET link.until = each.until, link.since = each.since
"""
MAKE_GRANTS = """
UNWIND $grants AS each
MATCH (initiative:Initiative {id: each[0]}), (scheme:SubsidyScheme {id: each[1]})
CREATE (initiative)<-[:TO]-(:Record:Contribution {id: randomUUID(), visibility: 'published'})-[:UNDER]->(scheme)
"""
MAKE_BRIDGES = """
UNWIND $bridges AS each
MATCH (a:Initiative {id: each[0]}), (b:Initiative {id: each[1]})
CREATE (a)<-[:BETWEEN]-(:Bridge {id: randomUUID(), pair: randomUUID(), state: each[2]})-[:BETWEEN]->(b)
"""

until = st.sampled_from([None, None, None, None, ENDED])
visibility = st.sampled_from(["published", "published", "published", "published", "draft", "removed"])


@st.composite
def links(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Links of every type, some of them over."""
    made = []
    for link, starts, ends in LINKS:
        pairs = draw(st.sets(st.tuples(st.sampled_from(starts), st.sampled_from(ends)), max_size=9))
        made += [
            {"link": link, "start": start, "end": end, "until": draw(until)}
            for start, end in sorted(pairs)
            if start != end
        ]
    return made


@st.composite
def towns(draw: st.DrawFn) -> dict[str, Any]:
    """A small town with everything that a bridge can be made of; in some an initiative stopped."""
    status = st.sampled_from([None, None, None, None, "running", "stopped"])
    labels = {each: label for label, ids in [("Initiative", INITIATIVES), *HUBS.items()] for each in ids}
    of_initiatives = st.sampled_from(INITIATIVES)
    return {
        "records": [
            {
                "id": each,
                "label": label,
                "visibility": draw(visibility),
                "until": draw(until),
                "decided_on": draw(until) if label == "Decision" else None,
                "status": draw(status) if label == "Initiative" else None,
            }
            for each, label in labels.items()
        ],
        "links": draw(links()),
        "words": draw(st.lists(st.tuples(of_initiatives, st.sampled_from(["groen", "koken"])), max_size=8)),
        "grants": draw(st.lists(st.tuples(of_initiatives, st.sampled_from(HUBS["SubsidyScheme"])), max_size=8)),
        "bridges": draw(
            st.lists(st.tuples(of_initiatives, of_initiatives, st.sampled_from(["suggested", "refused"])), max_size=2)
        ),
    }


def build(tx: Transaction, town: dict[str, Any]) -> None:
    """Write the town."""
    tx.run(MAKE_RECORDS, records=town["records"]).consume()
    tx.run(MAKE_LINKS, links=town["links"]).consume()
    tx.run(MAKE_WORDS, words=[list(each) for each in town["words"]]).consume()
    tx.run(MAKE_GRANTS, grants=[list(each) for each in town["grants"]]).consume()
    tx.run(MAKE_BRIDGES, bridges=[list(each) for each in town["bridges"]]).consume()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    town=towns(),
    limit=st.integers(1, 4),
    visible=st.sampled_from([["published"], ["draft", "published"]]),
    with_people=st.booleans(),
    sees_bridges=st.booleans(),
)
def test_the_quick_search_equals_the_search_without_shortcut(
    driver: Driver,
    address: Address,
    town: dict[str, Any],
    limit: int,
    visible: list[str],
    with_people: bool,  # noqa: FBT001 — drawn by hypothesis
    sees_bridges: bool,  # noqa: FBT001 — drawn by hypothesis
) -> None:
    weights = whole(with_people=with_people)
    over = {each["id"] for each in town["records"] if each["until"] or each["status"] == "stopped"}
    with driver.session(database=address.database) as session, session.begin_transaction(timeout=0) as tx:
        build(tx, town)
        for initiative_id in INITIATIVES:
            reader = {"limit": limit, "visible": visible, "weights": weights, "sees_bridges": sees_bridges}
            found, _ = search.best(tx, initiative_id=initiative_id, **reader)
            plain = search.PLAIN.all(tx, id=initiative_id, today=clock.today(), **reader)
            assert [(each.id, each.score) for each in found] == [(each.id, each.score) for each in plain]
            assert over.isdisjoint(each.id for each in found)
            assert not found or initiative_id not in over
        tx.rollback()


def test_a_near_thing_counts_only_where_nothing_of_its_kind_is_shared() -> None:
    goal = search.Shared(Evidence.GOAL, "g", 10, None)
    near = search.Shared(Evidence.NEAR_GOAL, "h", 3, "g")
    nearer = search.Shared(Evidence.NEAR_GOAL, "k", 5, "g")
    assert search.counted([goal, near, nearer]) == (goal,)
    assert search.counted([near, nearer]) == (nearer,)


def test_a_note_counts_only_where_no_goal_is_shared_or_near_in_the_tree() -> None:
    goal = search.Shared(Evidence.GOAL, "g", 10, None)
    near = search.Shared(Evidence.NEAR_GOAL, "h", 3, "g")
    note = search.Shared(Evidence.NOTE, "k", 5, "g", "m")
    lesser = search.Shared(Evidence.NOTE, "k", 4, "g", "n")
    theme = search.Shared(Evidence.THEME, "t", 1, None)
    assert search.counted([note, goal]) == (goal,)
    assert search.counted([note, near]) == (near,)
    assert search.counted([theme, lesser, note]) == (note, theme)
