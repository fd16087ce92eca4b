"""Nothing of what is hidden is left: the graph that is learnt from is the graph in which the links never were."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.evaluation import bridges, projection, splitting, targets
from graph.evaluation.pairs import Pairs
from graph.evaluation.projection import Hub, Initiative, Met, Projection, Tie
from graph.evaluation.splitting import Hide, Question
from tests.graph.bridges.test_search import INITIATIVES, build, towns

if TYPE_CHECKING:
    from neo4j import Driver

    from graph.server import Address

CUT = """
UNWIND $gone AS each
MATCH (initiative:Initiative {id: each[0]})-[link]-(hub {id: each[1]})
WHERE link.until IS NULL AND NOT type(link) IN ['NEEDS', 'OFFERS']
DELETE link
"""
CUT_GRANTS = """
UNWIND $gone AS each
MATCH (:Initiative {id: each[0]})<-[to:TO]-(grant:Contribution)-[:UNDER]->(:SubsidyScheme {id: each[1]})
WHERE to.until IS NULL
DETACH DELETE grant
"""
NAME = "MATCH (goal:Goal) SET goal.name = 'Samen groen ' + goal.id"
UNSAY = """
UNWIND $gone AS each
MATCH (:Initiative {id: each[0]})-[said:MENTIONS]->(word:Word)
WHERE word.stem = 'groen' AND each[1] STARTS WITH 'g'
DELETE said
"""


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(town=towns(), data=st.data())
def test_hiding_is_the_same_as_taking_the_links_out_of_the_database(
    driver: Driver, address: Address, town: dict[str, Any], data: st.DataObject
) -> None:
    with driver.session(database=address.database) as session, session.begin_transaction(timeout=0) as tx:
        build(tx, town)
        tx.run(NAME).consume()
        before = projection.for_visible(tx, visible=["published"])
        known = [each for hide in splitting.TIE_OF for each in splitting.links(before, hide)]
        gone = data.draw(st.sets(st.sampled_from(known), max_size=5)) if known else set()
        hidden = splitting.without(before, gone)
        pairs = [[each.asker, each.wanted] for each in gone]
        for statement in (UNSAY, CUT, CUT_GRANTS):
            tx.run(statement, gone=pairs).consume()
        after = projection.for_visible(tx, visible=["published"])
        assert hidden.ties == after.ties
        assert hidden.initiatives == after.initiatives
        assert {each.id: each.size for each in hidden.hubs} == {each.id: each.size for each in after.hubs}
        weights = bridges.SAFE.whole()
        for each in after.initiatives:
            assert Pairs(hidden, weights).scores(each.id).tolist() == Pairs(after, weights).scores(each.id).tolist()
        tx.rollback()


def small() -> Projection:
    """Six groups: a, b and c work with the baker and in the north, the others with the school."""
    ties = [
        *(Tie(each, "bakker", "PARTNERS_IN") for each in ("i0", "i1", "i2")),
        *(Tie(each, "school", "PARTNERS_IN") for each in ("i3", "i4", "i5")),
        *(Tie(each, "noord", "LOCATED_IN") for each in ("i0", "i1", "i2")),
        *(Tie(each, "who", "INITIATES") for each in ("i4", "i5")),
        Tie("i0", "bakker", "MENTIONS"),
    ]
    return Projection(
        initiatives=tuple(Initiative(each, each, ("who",) if each in {"i4", "i5"} else ()) for each in INITIATIVES[:6]),
        ties=tuple(ties),
        hubs=(
            Hub("bakker", "De bakker", "partner", 4),
            Hub("school", "De school", "partner", 3),
            Hub("noord", "Noord", "area", 3),
            Hub("who", "Wie", "partner", 2),
        ),
        met=(Met("i0", "i1", "accepted"), Met("i0", "i2", "refused")),
    )


@pytest.mark.parametrize("hide", [hide for hide in Hide if hide is not Hide.BRIDGES])
def test_what_is_hidden_is_in_nothing_that_a_method_can_see(hide: Hide) -> None:
    full = small()
    split = splitting.split(full, hide, share=0.5, seed=2)
    for question in split.questions:
        assert question.wanted not in split.train.hubs_of.get(question.asker, ())
        assert (
            question.wanted
            not in next(each for each in split.train.initiatives if each.id == question.asker).initiators
        )
        assert question in splitting.links(full, hide)


def test_the_answers_change_nothing_in_what_is_learnt_and_scored() -> None:
    question = Question("i0", "bakker")
    train = splitting.without(small(), [question])
    never = Projection(
        initiatives=small().initiatives,
        ties=tuple(tie for tie in small().ties if (tie.initiative, tie.hub) != ("i0", "bakker")),
        hubs=tuple(
            Hub(hub.id, hub.name, hub.kind, hub.size - 2 if hub.id == "bakker" else hub.size) for hub in small().hubs
        ),
        met=small().met,
    )
    assert train == never
    names = ["bakker", "school", "who"]
    for seen in (train, never):
        model = targets.learn(seen, Hide.PARTNERS)
        scores = targets.Targets(seen, Hide.PARTNERS, names).scores(model, "i0")
        assert int(np.argmax(scores)) == 0


def test_a_hidden_contact_takes_every_shared_initiator_and_bridge_with_it() -> None:
    apart = splitting.apart(small(), [Question("i4", "i5"), Question("i0", "i1")])
    assert apart.in_contact.get("i4", frozenset()) == frozenset()
    assert "who" not in apart.hubs_of["i4"]
    assert "i1" not in apart.in_contact["i0"]


def test_a_refused_bridge_is_no_known_contact() -> None:
    known = splitting.known_contacts(small())
    assert known["i0"] == {"i1"}
    assert known["i4"] == {"i5"}


def test_hidden_bridges_leave_no_contact_of_who_asks() -> None:
    split = splitting.split(small(), Hide.BRIDGES, share=1.0, seed=1)
    assert {(each.asker, each.wanted) for each in split.questions} == {
        ("i0", "i1"),
        ("i1", "i0"),
        ("i4", "i5"),
        ("i5", "i4"),
    }
    assert not any(split.train.in_contact.get(each.asker) for each in split.questions)


def test_the_latest_contacts_are_hidden_and_all_that_began_as_late() -> None:
    """i0 and i1 met early, i2 and i3 late; i4 and i5 have one initiator, who came to i5 late."""
    early, late = dt.date(2020, 1, 1), dt.date(2024, 1, 1)
    town = small()
    began = {("i5", "who"): late, ("i2", "noord"): late}
    dated = replace(
        town,
        ties=tuple(replace(tie, since=began.get((tie.initiative, tie.hub), early)) for tie in town.ties),
        met=(Met("i0", "i1", "accepted", early), Met("i2", "i3", "result", late)),
    )

    split = splitting.split_in_time(dated, Hide.BRIDGES, share=0.6)

    assert split is not None
    assert split.questions == tuple(
        Question(*pair) for pair in (("i2", "i3"), ("i3", "i2"), ("i4", "i5"), ("i5", "i4"))
    )
    assert split.train.met == (Met("i0", "i1", "accepted", early),)
    assert [each.initiators for each in split.train.initiatives if each.id in {"i4", "i5"}] == [("who",), ()]
    assert split.train.hubs_of["i2"] == {"bakker"}
    assert "i4" not in split.train.in_contact.get("i5", ())


def test_contacts_without_a_day_give_no_split_in_time() -> None:
    assert splitting.split_in_time(small(), Hide.BRIDGES, share=0.5) is None
