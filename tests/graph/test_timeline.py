"""When something is late, and when the clock stands still."""

import datetime as dt

from graph import clock
from graph.model import CommitmentKind
from graph.timeline import Commitment, Decision, Pause, Term

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def commitment(*terms: Term, kept: str | None = None, kind: CommitmentKind = CommitmentKind.AGREEMENT) -> Commitment:
    return Commitment("c", "Het plein", kind, None, day(kept) if kept else None, None, (), (), terms)


def term(on: str, set_on: str) -> Term:
    return Term(day(on), day(set_on), None, None)


def test_days_late_run_until_it_is_kept() -> None:
    assert commitment(term("2026-05-01", "2026-02-17"), kept="2026-09-18").days_late == 140
    with clock.at(NOON):
        late = commitment(term("2026-11-01", "2026-06-22"))
        assert (late.days_late, late.is_late, late.is_kept_late) == (22, True, False)


def test_a_term_moved_in_time_counts_and_one_moved_afterwards_does_not() -> None:
    with clock.at(NOON):
        in_time = commitment(term("2026-10-01", "2026-02-09"), term("2027-03-01", "2026-09-14"))
        assert not in_time.is_late
        afterwards = commitment(term("2026-10-01", "2026-02-09"), term("2027-03-01", "2026-10-20"))
        assert (afterwards.days_late, afterwards.moved_to) == (53, day("2027-03-01"))


def test_a_request_is_never_late() -> None:
    with clock.at(NOON):
        assert not commitment(term("2026-01-01", "2025-01-01"), kind=CommitmentKind.REQUEST).is_late


def test_a_pause_stops_the_clock_and_moves_the_legal_term() -> None:
    pauses = (Pause(day("2026-11-16"), None, None),)
    decision = Decision("d", "Kuil", None, day("2026-10-20"), day("2026-12-15"), None, None, None, None, (), (), pauses)
    with clock.at(NOON):
        assert decision.paused_since == day("2026-11-16")
        assert decision.days_waited == 27
        assert decision.due_by_law == day("2026-12-22")
        assert not decision.waits_long
