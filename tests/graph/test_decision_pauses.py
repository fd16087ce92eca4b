"""Pauses around a decision: what it ended moves and lasts again with it, what somebody ended stays as it is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import audit, clock
from graph.decisions import acts, page
from graph.errors import Invalid
from graph.model import Kind
from graph.properties import Reason
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from neo4j import Transaction

    from graph.store import Graph
    from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
TODAY = NOON.date()


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.at(NOON):
        yield


def november(number: int) -> dt.date:
    return dt.date(2026, 11, number)


class Asked:
    """A decision that was asked for on the first of November, and what is done to it."""

    def __init__(self, graph: Graph, given: Given) -> None:
        """Nothing was done yet."""
        self.graph = graph
        self.id = given.record(Kind.DECISION, decision_kind="question", asked_on=november(1))

    @property
    def _named(self) -> dict[str, object]:
        version = self.graph.read(page.page, actor=SYSTEM, decision_id=self.id).facts.version
        return {"actor": SYSTEM, "decision_id": self.id, "version": version}

    def pause(self, since: dt.date) -> None:
        self.graph.write(acts.pause, **self._named, since=since, reason="De tekening ontbreekt.")

    def resume(self, until: dt.date) -> None:
        self.graph.write(acts.resume, **self._named, until=until)

    def decide(self, on: dt.date) -> None:
        self.graph.write(acts.decide, **self._named, decided_on=on, outcome="Ja", reason="Het past.")

    def reopen(self) -> None:
        self.graph.write(acts.reopen, **self._named, because="Vergissing.")

    @property
    def ends(self) -> list[dt.date | None]:
        """The end of each pause."""
        decision = self.graph.read(page.page, actor=SYSTEM, decision_id=self.id).decision
        return [each.until for each in decision.pauses]


@pytest.fixture
def asked(graph: Graph, given: Given) -> Asked:
    return Asked(graph, given)


def test_a_pause_that_somebody_ended_on_the_day_of_the_decision_does_not_last_again(asked: Asked) -> None:
    asked.pause(november(10))
    asked.resume(TODAY)
    asked.decide(TODAY)
    asked.reopen()
    assert asked.ends == [TODAY]
    asked.decide(TODAY)
    asked.decide(TODAY)
    assert asked.ends == [TODAY]


def test_the_pause_that_a_decision_ended_moves_with_its_day_and_lasts_again(asked: Asked, graph: Graph) -> None:
    asked.pause(november(5))
    asked.decide(november(10))
    asked.decide(november(12))
    assert asked.ends == [november(12)]
    # From the first to the fifth: the days of the pause count for nobody, whatever the day of the decision.
    assert graph.read(page.page, actor=SYSTEM, decision_id=asked.id).decision.days_waited == 4
    lines = graph.read(audit.for_record, actor=SYSTEM, record_id=asked.id)
    assert {(each.old, each.new) for each in lines if each.field == "pause_until"} == {
        (None, "2026-11-10"),
        ("2026-11-10", "2026-11-12"),
    }
    asked.reopen()
    assert asked.ends == [None]


def test_a_decision_is_mended_to_an_earlier_day_of_the_pause_it_ended(asked: Asked) -> None:
    asked.pause(november(5))
    asked.decide(november(10))
    asked.decide(november(8))
    assert asked.ends == [november(8)]
    with pytest.raises(Invalid) as error:
        asked.decide(november(4))
    assert (error.value.field, error.value.reason) == ("decided_on", Reason.BEFORE_PAUSE_ENDED)


def test_a_decision_is_not_mended_to_before_the_end_that_somebody_gave_a_pause(asked: Asked) -> None:
    asked.pause(november(5))
    asked.resume(november(10))
    asked.decide(november(10))
    with pytest.raises(Invalid) as error:
        asked.decide(november(8))
    assert (error.value.field, error.value.reason) == ("decided_on", Reason.BEFORE_PAUSE_ENDED)
    assert asked.ends == [november(10)]


def test_a_later_decision_leaves_the_end_that_somebody_gave_a_pause(asked: Asked) -> None:
    asked.pause(november(5))
    asked.resume(november(10))
    asked.decide(november(10))
    asked.decide(november(12))
    assert asked.ends == [november(10)]


def test_an_end_of_before_marks_were_kept_counts_as_of_the_decision_of_that_day(asked: Asked, tx: Transaction) -> None:
    for since in (3, 8):
        asked.pause(november(since))
        asked.resume(november(since + 2))
    asked.decide(november(10))
    tx.run("MATCH (pause:Pause) REMOVE pause.ended_by_decision").consume()
    asked.decide(november(12))
    assert asked.ends == [november(5), november(12)]
    asked.reopen()
    assert asked.ends == [november(5), None]
