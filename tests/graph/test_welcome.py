"""The figures of the public start."""

import datetime as dt

from graph import clock, welcome
from graph.figures import switches
from graph.figures.switches import Figure
from graph.links import Tie
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
    assert (found.initiatives, found.partners, found.goals, found.notes) == (1, 1, 3, 1)
    assert found.goals_without_initiative == 1


def test_the_start_stands_as_it_did_on_an_earlier_day(graph: Graph, given: Given) -> None:
    may, june = dt.date(2026, 5, 1), dt.date(2026, 6, 1)
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        goal, theme, partner = given.goal(), given.theme(name="Groen"), given.organisation()
        district = given.area(name="Oost", level="district")
        given.note(adopted_on=june)
        given.initiative(name="Al klaar", started_on=dt.date(2025, 1, 1), status="completed", status_since=june)
        given.initiative(
            name="Later",
            goals=[Tie(goal, since=june)],
            themes=[Tie(theme, since=june)],
            partners=[Tie(partner, since=june)],
            areas=[Tie(district, since=june)],
        )
        now = graph.read(welcome.welcome, actor=VISITOR, municipality="")
        with clock.showing(may):
            then = graph.read(welcome.welcome, actor=VISITOR, municipality="")
    counts = [
        (each.initiatives, each.partners, each.notes, each.goals_without_initiative)
        for each in (then.figures, now.figures)
    ]
    assert counts == [(1, 0, 0, 1), (1, 1, 1, 0)]
    assert [[each.initiatives for each in found.districts] for found in (then, now)] == [[0], [1]]
    assert [[each.name for each in found.themes] for found in (then, now)] == [[], ["Groen"]]
    assert [each.name for each in then.newest] == ["Al klaar"]


def test_a_waiting_time_is_of_one_kind_needs_five_cases_and_leaves_out_what_is_withdrawn(
    graph: Graph, given: Given
) -> None:
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        for days in (10, 20, 30, 40):
            _decided(given, days)
        for days in (300, 310, 320, 330, 340):
            _decided(given, days, "question", dt.date(2025, 9, 1))
        assert graph.read(welcome.welcome, actor=VISITOR, municipality="").waiting is None
        graph.write(switches.switch, actor=SYSTEM, figure=Figure.WAITING_TIMES, on=True)
        few = graph.read(welcome.welcome, actor=VISITOR, municipality="").waiting
        _decided(given, 50)
        found = graph.read(welcome.welcome, actor=VISITOR, municipality="").waiting
    assert few is not None
    assert [each.days for each in few if each.decision_kind == "application"] == [None]
    assert found is not None
    told = {each.decision_kind.value: (each.decisions, each.days) for each in found}
    assert told == {"application": (5, 30), "political": (0, None), "question": (5, 320)}


def _decided(given: Given, days: int, kind: str = "application", asked: dt.date = dt.date(2026, 3, 1)) -> None:
    given.record(Kind.DECISION, decision_kind=kind, asked_on=asked, decided_on=asked + dt.timedelta(days=days))
