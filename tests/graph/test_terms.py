"""A term counts from the day on which it was agreed, and one that was written down wrong can be put right."""

from __future__ import annotations

import datetime as dt

import pytest

from graph import audit, clock, commitments, timeline, today
from graph.commitments import NewTerm, Selection
from graph.errors import Conflict, Invalid, NotAllowed, NotFound
from graph.model import CommitmentKind, Kind, PersonKind
from graph.properties import Reason
from graph.rights import SYSTEM, VISITOR, Actor, Role
from graph.store import Graph
from graph.timeline import Commitment, Standing
from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
STAFF = Actor(name="Carla Fictie", account_id="account", roles=frozenset({Role.BRIDGE_BUILDER}))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def at(text: str) -> dt.datetime:
    return dt.datetime.combine(day(text), dt.time(12), dt.UTC)


def agreed(given: Given, made_on: str, due: str | None, **named: object) -> str:
    """A commitment with its first term."""
    named = {"made_on": day(made_on), "commitment_kind": CommitmentKind.AGREEMENT} | named
    record_id = given.record(Kind.COMMITMENT, **named)  # type: ignore[arg-type]
    term = NewTerm(day(due) if due else None)
    given.graph.write(commitments.add_first_term, actor=SYSTEM, commitment_id=record_id, term=term)
    return record_id


def everywhere(graph: Graph, record_id: str, initiative: str) -> Commitment:
    """The commitment, which reads the same on its page, in the list and in the timeline."""
    page = graph.read(commitments.page, actor=STAFF, commitment_id=record_id).commitment
    (row,) = graph.read(commitments.listing, actor=STAFF, selection=Selection()).rows
    (entry,) = graph.read(timeline.of_initiative, actor=STAFF, initiative_id=initiative)
    assert isinstance(entry, Commitment)
    assert page.terms == row.commitment.terms == entry.terms
    assert page.standing == row.commitment.standing == entry.standing
    return page


def on_my_day(graph: Graph) -> list[str]:
    return [each.id for each in graph.read(today.day, actor=STAFF).late]


def last(graph: Graph, record_id: str, place: int = -1) -> str:
    return graph.read(commitments.page, actor=STAFF, commitment_id=record_id).commitment.terms[place].id


def test_what_was_agreed_in_time_and_written_down_later_is_not_late(graph: Graph, given: Given) -> None:
    initiative = given.initiative()
    with clock.at(at("2026-11-10")):
        record_id = agreed(given, "2026-10-01", "2026-11-05", given_to=[initiative])
        assert on_my_day(graph) == [record_id]
        moved = NewTerm(day("2026-12-01"), "Door de telefoon afgesproken.", day("2026-11-03"))
        graph.write(commitments.add_term, actor=STAFF, commitment_id=record_id, version=1, term=moved)
    with clock.at(NOON):
        now = everywhere(graph, record_id, initiative)
        assert (now.standing, now.due_on, now.moved_to) == (Standing.OPEN, day("2026-12-01"), None)
        # That there is another term is still to be told; that it is late is not.
        assert (now.is_untold, now.is_delay_untold, now.days_late) == (True, False, 0)
        with clock.showing(day("2026-11-02")):
            assert everywhere(graph, record_id, initiative).due_on == day("2026-11-05")
        with clock.showing(day("2026-11-07")):
            assert everywhere(graph, record_id, initiative).standing is Standing.OPEN
        lines = graph.read(audit.for_record, actor=SYSTEM, record_id=record_id)
    said = {(line.field, line.new) for line in lines if line.action == "add_term" and line.version == 2}
    assert ("term_set_on", "2026-11-03") in said


def test_what_was_agreed_afterwards_stays_late(graph: Graph, given: Given) -> None:
    initiative = given.initiative()
    with clock.at(NOON):
        record_id = agreed(given, "2026-10-01", "2026-11-05", given_to=[initiative])
        moved = NewTerm(day("2026-12-01"), "Vorst.", day("2026-11-06"))
        graph.write(commitments.add_term, actor=STAFF, commitment_id=record_id, version=1, term=moved)
        now = everywhere(graph, record_id, initiative)
        assert (now.standing, now.due_on, now.moved_to) == (Standing.LATE, day("2026-11-05"), day("2026-12-01"))
        assert on_my_day(graph) == [record_id]


@pytest.mark.parametrize(
    ("set_on", "reason"),
    [
        ("2026-11-24", Reason.IN_FUTURE),
        ("2026-09-30", Reason.BEFORE_MADE),
        ("2026-10-09", Reason.BEFORE_LAST_TERM),
    ],
)
def test_a_term_was_agreed_after_the_last_one_and_not_in_the_future(
    graph: Graph, given: Given, set_on: str, reason: Reason
) -> None:
    with clock.at(NOON):
        record_id = agreed(given, "2026-10-01", "2026-11-05")
        named = {"actor": STAFF, "commitment_id": record_id}
        second = NewTerm(day("2026-12-01"), "Vorst.", day("2026-10-10"))
        graph.write(commitments.add_term, **named, version=1, term=second)
        third = NewTerm(day("2027-01-01"), "Vorst.", day(set_on))
        with pytest.raises(Invalid) as refused:
            graph.write(commitments.add_term, **named, version=2, term=third)
    assert (refused.value.field, refused.value.reason) == ("set_on", reason)


def test_a_term_that_was_mistyped_never_was_that_day(graph: Graph, given: Given) -> None:
    initiative, alderman = given.initiative(), given.person(name="Els Denkbeeld", person_kind=PersonKind.ALDERMAN)
    with clock.at(NOON):
        named = {"given_to": [initiative], "promised_by": [alderman]}
        record_id = agreed(given, "2026-01-05", "2026-01-12", **named)
        assert on_my_day(graph) == [record_id]
        assert everywhere(graph, record_id, initiative).is_late
        assert graph.read(commitments.page, actor=VISITOR, commitment_id=record_id).people == ()
        right = NewTerm(day("2027-01-12"), "Het jaar was verkeerd getypt.")
        term_id = last(graph, record_id)
        graph.write(
            commitments.correct_term, actor=STAFF, commitment_id=record_id, term_id=term_id, version=1, term=right
        )
        assert on_my_day(graph) == []
        for shown in ("2026-01-05", "2026-06-01", "2026-11-23"):
            with clock.showing(day(shown)):
                stood = everywhere(graph, record_id, initiative)
                assert (stood.standing, stood.due_on) == (Standing.OPEN, day("2027-01-12"))
        now = everywhere(graph, record_id, initiative)
        # The reason of a correction is no reason of the term: that everybody can read.
        assert [(each.id, each.on, each.set_on, each.reason) for each in now.terms] == [
            (term_id, day("2027-01-12"), day("2026-01-05"), None)
        ]
        assert not now.is_untold
        public = graph.read(commitments.page, actor=VISITOR, commitment_id=record_id)
        assert (public.version, [each.name for each in public.people]) == (2, ["Els Denkbeeld"])
        lines = graph.read(audit.for_record, actor=SYSTEM, record_id=record_id)
    assert {(line.field, line.old, line.new) for line in lines if line.action == "correct_term"} == {
        ("term", "2026-01-12", "2027-01-12"),
        ("correction_reason", None, "Het jaar was verkeerd getypt."),
    }


def test_no_term_can_be_put_right_and_so_can_the_day_it_was_agreed(graph: Graph, given: Given) -> None:
    initiative = given.initiative()
    with clock.at(NOON):
        record_id = agreed(given, "2026-10-01", None, given_to=[initiative])
        named = {"actor": STAFF, "commitment_id": record_id}
        of_first = named | {"term_id": last(graph, record_id)}
        graph.write(commitments.correct_term, **of_first, version=1, term=NewTerm(day("2026-11-05"), "Was er wel."))
        moved = NewTerm(day("2026-12-01"), "Vorst.")
        graph.write(commitments.add_term, **named, version=2, term=moved)
        assert everywhere(graph, record_id, initiative).is_late
        of_last = named | {"term_id": last(graph, record_id)}
        right = NewTerm(day("2026-12-01"), "Op 3 november gebeld.", day("2026-11-03"))
        graph.write(commitments.correct_term, **of_last, version=3, term=right)
        now = everywhere(graph, record_id, initiative)
        assert (now.standing, now.due_on, now.terms[-1].reason) == (Standing.OPEN, day("2026-12-01"), "Vorst.")
        graph.write(commitments.correct_term, **of_last, version=4, term=NewTerm(None, "Geen dag genoemd."))
        assert everywhere(graph, record_id, initiative).due_on is None
        lines = graph.read(audit.for_record, actor=SYSTEM, record_id=record_id)
    said = {(line.field, line.old, line.new) for line in lines if line.action == "correct_term"}
    assert ("term", "none_agreed", "2026-11-05") in said
    assert ("term_set_on", "2026-11-23", "2026-11-03") in said
    assert ("term", "2026-12-01", "none_agreed") in said


@pytest.mark.parametrize(
    ("place", "term", "field", "reason"),
    [
        (0, NewTerm(day("2026-11-05"), "Niets anders."), "on", Reason.UNCHANGED),
        (0, NewTerm(day("2026-09-30"), "Eerder."), "on", Reason.BEFORE_MADE),
        (0, NewTerm(day("2026-11-06"), "  "), "reason", Reason.MISSING),
        (0, NewTerm(day("2026-11-05"), "Later.", day("2026-10-21")), "set_on", Reason.AFTER_NEXT_TERM),
        (0, NewTerm(day("2026-11-05"), "Eerder.", day("2026-09-30")), "set_on", Reason.BEFORE_MADE),
        (1, NewTerm(day("2026-12-01"), "Eerder.", day("2026-10-09")), "set_on", Reason.BEFORE_LAST_TERM),
        (1, NewTerm(day("2026-12-01"), "Later.", day("2026-10-26")), "set_on", Reason.AFTER_TELLING),
        (1, NewTerm(day("2026-12-01"), "Later.", day("2026-11-24")), "set_on", Reason.IN_FUTURE),
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_nothing_is_written(
    graph: Graph, given: Given, place: int, term: NewTerm, field: str, reason: Reason
) -> None:
    with clock.at(NOON):
        record_id = agreed(given, "2026-10-01", "2026-11-05", given_to=[given.initiative()])
        named = {"actor": STAFF, "commitment_id": record_id}
        first = NewTerm(day("2026-11-05"), "Op 10 oktober gebeld.", day("2026-10-10"))
        graph.write(commitments.correct_term, **named, term_id=last(graph, record_id), version=1, term=first)
        second = NewTerm(day("2026-12-01"), "Vorst.", day("2026-10-20"))
        graph.write(commitments.add_term, **named, version=2, term=second)
        graph.write(commitments.tell, **named, version=3, told_on=day("2026-10-25"))
        before = graph.read(commitments.page, **named)
        with pytest.raises(Invalid) as refused:
            graph.write(commitments.correct_term, **named, term_id=last(graph, record_id, place), version=4, term=term)
        assert graph.read(commitments.page, **named) == before
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_only_who_may_edit_and_saw_this_version_corrects(graph: Graph, given: Given) -> None:
    record_id, other = agreed(given, "2026-10-01", "2026-11-05"), agreed(given, "2026-10-01", "2026-11-05")
    right = {"commitment_id": record_id, "term_id": last(graph, record_id), "term": NewTerm(day("2027-11-05"), "Jaar.")}
    with pytest.raises(NotAllowed):
        graph.write(commitments.correct_term, **right, actor=VISITOR, version=1)
    with pytest.raises(Conflict):
        graph.write(commitments.correct_term, **right, actor=STAFF, version=7)
    with pytest.raises(NotFound):
        graph.write(commitments.correct_term, **right | {"term_id": last(graph, other)}, actor=STAFF, version=1)
