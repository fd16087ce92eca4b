"""The figures of the public start."""

import datetime as dt

from graph import clock, welcome
from graph.figures import switches
from graph.figures.switches import Figure
from graph.model import Kind, Visibility
from graph.rights import SYSTEM, VISITOR
from graph.store import Graph
from tests.given import Given


def test_figures_count_what_everybody_may_see(graph: Graph, given: Given) -> None:
    top = given.goal()
    goal = given.goal(parent=top)
    given.goal(parent=top)
    partner = given.organisation()
    given.organisation()
    given.note()
    given.initiative(goals=[goal], partners=[partner], status="running")
    given.initiative(status="stopped")
    given.initiative(goals=[goal], visibility=Visibility.DRAFT)
    found = graph.read(welcome.welcome, actor=VISITOR, municipality="").figures
    assert (found.initiatives, found.partners, found.goals, found.notes) == (1, 1, 2, 1)
    assert found.goals_without_initiative == 1


def test_a_waiting_time_needs_five_cases_and_leaves_out_pauses(graph: Graph, given: Given) -> None:
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        for days in (10, 20, 30, 40):
            _decided(given, days)
        assert graph.read(welcome.welcome, actor=VISITOR, municipality="").waiting is None
        graph.write(switches.switch, actor=SYSTEM, figure=Figure.WAITING_TIMES, on=True)
        few = graph.read(welcome.welcome, actor=VISITOR, municipality="").waiting
        _decided(given, 50)
        found = graph.read(welcome.welcome, actor=VISITOR, municipality="").waiting
    assert few is not None
    assert few.days is None
    assert found is not None
    assert (found.decisions, found.days) == (5, 30)


def _decided(given: Given, days: int) -> None:
    asked = dt.date(2026, 3, 1)
    given.record(Kind.DECISION, asked_on=asked, decided_on=asked + dt.timedelta(days=days))
