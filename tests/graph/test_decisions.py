"""Decisions that are waited for: what cannot be, pauses, taking them, and the waiting room."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from graph import audit, clock, links, records, timeline
from graph.decisions import acts, listing, medians, page
from graph.decisions.listing import Order, Selection, State
from graph.errors import Conflict, Invalid, NotAllowed
from graph.links import LinkField, Tie
from graph.model import DecisionKind, Kind, Link, Visibility
from graph.properties import Reason
from graph.rights import SYSTEM, VISITOR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Graph
    from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.at(NOON):
        yield


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def question(given: Given, **named: Any) -> str:
    values = {"decision_kind": DecisionKind.QUESTION, "asked_on": day("2026-08-14")} | named
    return given.record(Kind.DECISION, **values)


def taken(graph: Graph, decision_id: str, on: str, version: int = 1, **named: Any) -> None:
    values: dict[str, Any] = {"outcome": "Ja", "reason": "Het past."} | named
    graph.write(acts.decide, actor=SYSTEM, decision_id=decision_id, version=version, decided_on=day(on), **values)


def paused(
    graph: Graph, decision_id: str, since: str, version: int = 1, reason: str = "De tekening ontbreekt."
) -> None:
    graph.write(acts.pause, actor=SYSTEM, decision_id=decision_id, version=version, since=day(since), reason=reason)


def resumed(graph: Graph, decision_id: str, until: str, version: int) -> None:
    graph.write(acts.resume, actor=SYSTEM, decision_id=decision_id, version=version, until=day(until))


def shown(graph: Graph, decision_id: str) -> page.DecisionPage:
    return graph.read(page.page, actor=SYSTEM, decision_id=decision_id)


def found(graph: Graph, **named: Any) -> listing.Listing:
    return graph.read(listing.listing, actor=SYSTEM, selection=Selection(**named), skip=0, limit=25)


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"legal_due_on": "2026-12-01"}, "legal_due_on", Reason.ONLY_APPLICATION),
        ({"level": "council"}, "level", Reason.ONLY_POLITICAL),
        ({"url": "https://example.org/agenda"}, "url", Reason.ONLY_POLITICAL),
        ({"decision_kind": "application", "legal_due_on": "2026-08-01"}, "legal_due_on", Reason.BEFORE_ASKED),
        ({"expected_on": "2026-08-13"}, "expected_on", Reason.BEFORE_ASKED),
        ({"decided_on": "2026-08-13"}, "decided_on", Reason.BEFORE_ASKED),
        ({"decided_on": "2026-11-24"}, "decided_on", Reason.IN_FUTURE),
        ({"asked_on": "2026-11-24"}, "asked_on", Reason.IN_FUTURE),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    given: Given, values: dict[str, str], field: str, reason: Reason
) -> None:
    typed = {name: day(text) if name.endswith("_on") else text for name, text in values.items()}
    with pytest.raises(Invalid) as error:
        question(given, **typed)
    assert (error.value.field, error.value.reason) == (field, reason)


def test_another_kind_takes_its_own_fields_along_or_is_refused(graph: Graph, given: Given) -> None:
    decision = question(given, decision_kind="application", legal_due_on=day("2026-12-01"))
    change: dict[str, Any] = {"decision_kind": "question"}
    change["legal_due_on"] = None
    graph.write(records.change, actor=SYSTEM, record_id=decision, version=1, properties=change)
    assert shown(graph, decision).decision.legal_due_on is None
    with pytest.raises(Invalid) as error:
        graph.write(
            records.change, actor=SYSTEM, record_id=decision, version=2, properties={"legal_due_on": day("2026-12-01")}
        )
    assert error.value.reason == Reason.ONLY_APPLICATION


def test_a_decision_stops_the_clock_for_everybody_who_waits(graph: Graph, given: Given) -> None:
    first, second = given.initiative(name="Bijenlint"), given.initiative(name="Vlindertuin")
    decision = question(given, waiting=[Tie(first, since=day("2026-08-14")), Tie(second, since=day("2026-10-01"))])
    assert [each.days for each in shown(graph, decision).waits] == [101, 53]
    taken(graph, decision, "2026-11-20")
    now = shown(graph, decision)
    assert [(each.initiative.name, each.days, each.until) for each in now.waits] == [
        ("Bijenlint", 98, day("2026-11-20")),
        ("Vlindertuin", 50, day("2026-11-20")),
    ]
    assert (now.waiting, now.decision.days_waited, now.decision.outcome) == (0, 98, "Ja")
    assert graph.read(page.of_initiative, actor=SYSTEM, initiative_id=first) == ()
    lines = graph.read(audit.for_record, actor=SYSTEM, record_id=decision)
    assert [each.action for each in lines].count("end_link") == 2


def test_a_day_that_was_wrong_is_mended_for_everybody(graph: Graph, given: Given) -> None:
    decision = question(given, waiting=[Tie(given.initiative(), since=day("2026-08-14"))])
    taken(graph, decision, "2026-11-20")
    taken(graph, decision, "2026-11-10", version=2)
    assert [each.until for each in shown(graph, decision).waits] == [day("2026-11-10")]


def test_a_decision_that_was_a_mistake_is_taken_back_and_the_clock_runs_on(graph: Graph, given: Given) -> None:
    decision = question(given, waiting=[Tie(given.initiative(), since=day("2026-08-14"))])
    graph.write(
        acts.pause, actor=SYSTEM, decision_id=decision, version=1, since=day("2026-11-10"), reason="De tekening mist."
    )
    taken(graph, decision, "2026-11-20", version=2)
    graph.write(acts.reopen, actor=SYSTEM, decision_id=decision, version=3, because="Het was een andere aanvraag.")
    now = shown(graph, decision)
    assert (now.decision.decided_on, now.decision.outcome, now.decision.reason) == (None, None, None)
    # The fourteenth of August to the tenth of November; from then on the municipality waits for the applicant again.
    assert (now.waiting, now.decision.days_waited, now.decision.paused_since) == (1, 88, day("2026-11-10"))
    lines = graph.read(audit.for_record, actor=SYSTEM, record_id=decision)
    assert [(each.field, each.new) for each in lines if each.action == "reopen_decision"] == [
        ("reopen_reason", "Het was een andere aanvraag.")
    ]
    assert "Ja" in [each.old for each in lines if each.field == "outcome"]


def test_taking_a_decision_back_asks_a_reason_a_decision_a_right_and_the_version_that_was_seen(
    graph: Graph, given: Given
) -> None:
    decision = question(given)
    for named, field in (({"because": " "}, Reason.MISSING), ({"because": "Mis."}, Reason.NOT_DECIDED_YET)):
        with pytest.raises(Invalid) as error:
            graph.write(acts.reopen, actor=SYSTEM, decision_id=decision, version=1, **named)
        assert error.value.reason == field
    taken(graph, decision, "2026-11-20")
    with pytest.raises(Conflict):
        graph.write(acts.reopen, actor=SYSTEM, decision_id=decision, version=1, because="Mis.")
    with pytest.raises(NotAllowed):
        graph.write(acts.reopen, actor=VISITOR, decision_id=decision, version=2, because="Mis.")


def test_nobody_begins_to_wait_for_what_was_decided(graph: Graph, given: Given) -> None:
    decision = question(given)
    taken(graph, decision, "2026-11-20")
    waiting = {LinkField(Link.WAITS_FOR, Kind.INITIATIVE, outgoing=False): [Tie(given.initiative())]}
    with pytest.raises(Invalid) as error:
        graph.write(records.change, actor=SYSTEM, record_id=decision, version=2, properties={}, ties=waiting)
    assert error.value.reason == Reason.ALREADY_DECIDED


def test_a_decision_needs_a_day_an_outcome_and_a_reason_and_the_version_that_was_seen(
    graph: Graph, given: Given
) -> None:
    decision = question(given)
    with pytest.raises(Invalid) as error:
        taken(graph, decision, "2026-11-20", outcome=" ")
    assert (error.value.field, error.value.reason) == ("outcome", Reason.MISSING)
    with pytest.raises(Conflict):
        taken(graph, decision, "2026-11-20", version=7)
    with pytest.raises(NotAllowed):
        graph.write(
            acts.decide, actor=VISITOR, decision_id=decision, version=1, decided_on=None, outcome="Ja", reason="Ja"
        )
    assert shown(graph, decision).decision.is_waiting


def test_a_pause_counts_for_nobody_and_moves_the_legal_term(graph: Graph, given: Given) -> None:
    decision = question(
        given,
        decision_kind="application",
        legal_due_on=day("2026-10-09"),
        waiting=[Tie(given.initiative(), since=day("2026-08-14"))],
    )
    paused(graph, decision, "2026-10-01")
    assert shown(graph, decision).decision.paused_since == day("2026-10-01")
    resumed(graph, decision, "2026-10-11", version=2)
    now = shown(graph, decision)
    assert (now.decision.days_waited, now.waits[0].days) == (91, 91)
    assert now.decision.due_by_law == day("2026-10-19")
    lines = graph.read(audit.for_record, actor=SYSTEM, record_id=decision)
    assert {("pause", "pause_since"), ("resume", "pause_until")} <= {(each.action, each.field) for each in lines}


@pytest.mark.parametrize(
    ("since", "reason"),
    [
        ("2026-08-13", Reason.BEFORE_ASKED),
        ("2026-11-24", Reason.IN_FUTURE),
        ("2026-09-05", Reason.OVERLAPS_PAUSE),
    ],
)
def test_a_pause_lies_inside_the_waiting_and_through_no_other(
    graph: Graph, given: Given, since: str, reason: Reason
) -> None:
    decision = question(given)
    paused(graph, decision, "2026-09-01")
    with pytest.raises(Invalid) as again:
        paused(graph, decision, "2026-10-01", version=2)
    assert again.value.reason == Reason.PAUSED_ALREADY
    with pytest.raises(Invalid) as too_early:
        resumed(graph, decision, "2026-08-31", version=2)
    assert too_early.value.reason == Reason.BEFORE_PAUSE_ENDED
    resumed(graph, decision, "2026-09-10", version=2)
    with pytest.raises(Invalid) as error:
        paused(graph, decision, since, version=3)
    assert error.value.reason == reason


def test_a_decision_ends_the_pause_and_is_not_taken_before_it(graph: Graph, given: Given) -> None:
    decision = question(given)
    paused(graph, decision, "2026-11-01")
    taken(graph, decision, "2026-11-20", version=2)
    (pause,) = shown(graph, decision).decision.pauses
    assert pause.until == day("2026-11-20")
    with pytest.raises(Invalid) as late:
        paused(graph, decision, "2026-11-21", version=3)
    assert late.value.reason == Reason.ALREADY_DECIDED
    early = question(given)
    paused(graph, early, "2026-11-01")
    with pytest.raises(Invalid) as error:
        taken(graph, early, "2026-10-31", version=2)
    assert (error.value.field, error.value.reason) == ("decided_on", Reason.BEFORE_PAUSE_ENDED)
    change = {"asked_on": day("2026-11-05")}
    with pytest.raises(Invalid) as moved:
        graph.write(records.change, actor=SYSTEM, record_id=decision, version=3, properties=change)
    assert (moved.value.field, moved.value.reason) == ("asked_on", Reason.AFTER_PAUSE)


def test_the_waiting_room_shows_one_kind_at_a_time(graph: Graph, given: Given) -> None:
    team = given.department(name="Team Ruimte")
    old = question(given, name="Berm", decided_by=[team])
    new = question(given, name="Dak", asked_on=day("2026-11-01"))
    question(given, decision_kind="political", level="council", name="Plein")
    still = question(given, name="Tegels", asked_on=day("2026-08-01"))
    paused(graph, still, "2026-11-01")
    done = question(given, name="Lamp")
    taken(graph, done, "2026-09-01")
    kind = DecisionKind.QUESTION
    listed = found(graph, kind=kind)
    assert [each.id for each in listed.rows] == [old, still, new]
    assert listed.total == 3
    assert {each.value: each.decisions for each in listed.choices_of("kind")} == {"question": 3, "political": 1}
    states = {each.value: each.decisions for each in listed.choices_of("state")}
    assert states == {"all": 4, "waiting": 3, "long": 1, "paused": 1, "decided": 1}
    assert [each.id for each in found(graph, kind=kind, state=State.LONG).rows] == [old]
    assert [each.id for each in found(graph, kind=kind, state=State.PAUSED).rows] == [still]
    assert [each.id for each in found(graph, kind=kind, state=State.DECIDED).rows] == [done]
    assert [each.id for each in found(graph, kind=kind, by=team).rows] == [old]
    assert [each.name for each in listed.choices_of("by")] == ["Team Ruimte"]
    assert [each.name for each in found(graph, kind=kind, order=Order.NAME).rows] == ["Berm", "Dak", "Tegels"]
    assert [each.name for each in found(graph, kind=kind, order=Order.NEWEST).rows] == ["Dak", "Berm", "Tegels"]


def test_the_first_term_is_first_with_the_days_of_its_pauses(graph: Graph, given: Given) -> None:
    named = {"decision_kind": "application"}
    moved = question(given, name="Dak", legal_due_on=day("2026-10-09"), **named)
    paused(graph, moved, "2026-09-01")
    resumed(graph, moved, "2026-09-21", version=2)
    question(given, name="Berm", legal_due_on=day("2026-10-19"), **named)
    question(given, name="Tegels", legal_due_on=day("2026-11-30"), **named)
    question(given, name="Lamp", **named)
    rows = found(graph, kind=DecisionKind.APPLICATION, order=Order.TERM).rows
    assert [each.name for each in rows] == ["Berm", "Dak", "Tegels", "Lamp"]
    assert [each.due_by_law for each in rows][:2] == [day("2026-10-19"), day("2026-10-29")]


def test_a_person_who_decides_is_shown_and_counted_as_the_team(graph: Graph, given: Given) -> None:
    team = given.department(name="Team Vastgoed")
    person = given.person(works_for=[team])
    decider = {LinkField(Link.DECIDES, Kind.PERSON, outgoing=False): [Tie(person)]}
    decision = question(given)
    graph.write(links.replace, actor=SYSTEM, record_id=decision, kind=Kind.DECISION, ties=decider)
    (row,) = found(graph, kind=DecisionKind.QUESTION, by=team).rows
    assert [each.name for each in row.deciders] == ["Team Vastgoed"]
    seen = graph.read(page.page, actor=VISITOR, decision_id=decision)
    assert (seen.facts.people, [each.name for each in seen.decision.deciders]) == ((), ["Team Vastgoed"])
    assert [each.id for each in shown(graph, decision).facts.people] == [person]


def test_on_an_earlier_day_the_days_end_there(graph: Graph, given: Given) -> None:
    first = given.initiative()
    decision = question(given, waiting=[Tie(first, since=day("2026-08-14"))])
    taken(graph, decision, "2026-11-20")
    with clock.showing(day("2026-09-01")):
        (wait,) = graph.read(page.of_initiative, actor=VISITOR, initiative_id=first)
        assert (wait.days, wait.until) == (18, None)


def test_who_stopped_waiting_waits_no_longer_and_who_waited_to_the_end_did(graph: Graph, given: Given) -> None:
    stays, leaves = given.initiative(), given.initiative()
    decision = question(given, waiting=[stays, leaves])
    waiting = LinkField(Link.WAITS_FOR, Kind.INITIATIVE, outgoing=False)
    named = {"actor": SYSTEM, "record_id": decision, "version": 1, "properties": {}}
    with clock.at(NOON - dt.timedelta(days=10)):
        graph.write(records.change, **named, ties={waiting: [Tie(stays)]})

    def told(initiative_id: str) -> list[str]:
        return [each.id for each in graph.read(timeline.of_initiative, actor=VISITOR, initiative_id=initiative_id)]

    assert (told(stays), told(leaves)) == ([decision], [])
    taken(graph, decision, "2026-11-20", version=2)
    assert (told(stays), told(leaves)) == ([decision], [])


def test_a_median_needs_five_cases_and_never_mixes_kinds(graph: Graph, given: Given) -> None:
    team = given.department(name="Team Ruimte")
    asked = day("2026-06-01")
    for days in (10, 20, 30, 40, 50):
        on = asked + dt.timedelta(days=days)
        question(given, asked_on=asked, decided_on=on, decided_by=[team])
    question(given, decision_kind="application", asked_on=asked, decided_on=day("2026-11-01"), decided_by=[team])
    question(given, asked_on=day("2020-01-01"), decided_on=day("2021-01-01"), decided_by=[team])
    known = graph.read(medians.medians, actor=VISITOR)
    assert [(each.days, each.decisions) for each in known.of(DecisionKind.QUESTION)] == [(30, 5)]
    assert [(each.days, each.decisions) for each in known.of(DecisionKind.APPLICATION)] == [(None, 1)]


def test_drafts_are_for_staff(graph: Graph, given: Given) -> None:
    waits = given.initiative()
    question(given, waiting=[waits], visibility=Visibility.DRAFT)
    selection = Selection(kind=DecisionKind.QUESTION)
    seen = graph.read(listing.listing, actor=VISITOR, selection=selection, skip=0, limit=25)
    assert (seen.total, seen.rows, seen.choices) == (0, (), ())
    assert graph.read(page.of_initiative, actor=VISITOR, initiative_id=waits) == ()
    assert len(graph.read(page.of_initiative, actor=SYSTEM, initiative_id=waits)) == 1


def test_those_who_wait_for_the_same_and_share_more_have_a_bridge(graph: Graph, given: Given) -> None:
    goal = given.goal()
    both = [given.initiative(name="Bijenlint", goals=[goal]), given.initiative(name="Vlindertuin", goals=[goal])]
    decision = question(given, waiting=[*both, given.initiative(name="Muziekschuur")])
    (pair,) = shown(graph, decision).pairs
    assert {pair.first.id, pair.second.id} == set(both)
