"""Another term, telling the initiative, keeping; the list with its filters, for staff and for visitors."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from graph import audit, clock, commitments, records, timeline
from graph.commitments import NewTerm, Order, Selection, Told
from graph.errors import Conflict, Invalid, NotAllowed, NotFound
from graph.model import CommitmentKind, Kind, PersonKind, Visibility
from graph.rights import SYSTEM, VISITOR, Actor, Role
from graph.store import Graph
from graph.timeline import Standing
from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
TODAY = NOON.date()
STAFF = Actor(name="Carla Fictie", account_id="account", roles=frozenset({Role.BRIDGE_BUILDER}))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def agreed(given: Given, due: str | None, **named: object) -> str:
    """A commitment of 1 March with one term."""
    named = {"made_on": day("2026-03-01"), "commitment_kind": CommitmentKind.AGREEMENT} | named
    record_id = given.record(Kind.COMMITMENT, **named)  # type: ignore[arg-type]
    term = NewTerm(day(due) if due else None)
    given.graph.write(commitments.add_first_term, actor=SYSTEM, commitment_id=record_id, term=term)
    return record_id


def shown(graph: Graph, record_id: str, actor: Actor = STAFF) -> commitments.CommitmentPage:
    return graph.read(commitments.page, actor=actor, commitment_id=record_id)


def test_a_new_term_comes_beside_the_old_one_and_undoes_no_delay(graph: Graph, given: Given) -> None:
    initiative = given.initiative()
    with clock.at(NOON):
        late = agreed(given, "2026-05-01", given_to=[initiative])
        moved = NewTerm(day("2027-01-01"), "De ploeg was nodig op het strand.")
        graph.write(commitments.add_term, actor=STAFF, commitment_id=late, version=1, term=moved)
        page = shown(graph, late)
        assert [(term.on, term.set_on, term.reason) for term in page.commitment.terms] == [
            (day("2026-05-01"), day("2026-03-01"), None),
            (day("2027-01-01"), TODAY, "De ploeg was nodig op het strand."),
        ]
        assert (page.commitment.standing, page.commitment.due_on) == (Standing.LATE, day("2026-05-01"))
        assert (page.commitment.moved_to, page.commitment.is_untold) == (day("2027-01-01"), True)
        in_time = agreed(given, "2026-12-01", given_to=[initiative])
        graph.write(commitments.add_term, actor=STAFF, commitment_id=in_time, version=1, term=NewTerm(None, "Vorst."))
        ended = shown(graph, in_time).commitment
        assert (ended.due_on, ended.standing, ended.moved_to, ended.is_untold) == (None, Standing.OPEN, None, True)


def test_a_term_that_was_told_is_no_news_of_its_delay(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        late = agreed(given, "2026-09-01", given_to=[given.initiative()])
        graph.write(commitments.tell, actor=STAFF, commitment_id=late, version=1, told_on=day("2026-05-06"))
        told_before = shown(graph, late).commitment
        assert (told_before.is_late, told_before.is_untold, told_before.is_delay_untold) == (True, True, True)
        graph.write(commitments.tell, actor=STAFF, commitment_id=late, version=2, told_on=day("2026-09-02"))
        told_after = shown(graph, late).commitment
        assert (told_after.is_late, told_after.is_untold) == (True, False)


def test_what_cannot_be_is_refused_and_nothing_is_written(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        record_id = agreed(given, "2026-05-01", given_to=[given.initiative()])
        for term, field in (
            (NewTerm(day("2026-02-01"), "Eerder."), "on"),
            (NewTerm(day("2027-02-01"), "  "), "reason"),
        ):
            with pytest.raises(Invalid) as refused:
                graph.write(commitments.add_term, actor=STAFF, commitment_id=record_id, version=1, term=term)
            assert refused.value.field == field
        for kept_on, evidence, field in (
            (day("2026-02-28"), "Foto.", "kept_on"),
            (day("2026-11-24"), "Foto.", "kept_on"),
            (day("2026-10-01"), " ", "evidence"),
        ):
            with pytest.raises(Invalid) as refused:
                graph.write(
                    commitments.keep,
                    actor=STAFF,
                    commitment_id=record_id,
                    version=1,
                    kept_on=kept_on,
                    evidence=evidence,
                )
            assert refused.value.field == field
        for told_on in (day("2026-02-28"), day("2026-11-24")):
            with pytest.raises(Invalid):
                graph.write(commitments.tell, actor=STAFF, commitment_id=record_id, version=1, told_on=told_on)


def test_only_who_may_edit_and_saw_this_version_acts(graph: Graph, given: Given) -> None:
    record_id = agreed(given, "2026-05-01")
    term = NewTerm(day("2027-01-01"), "Later.")
    with pytest.raises(NotAllowed):
        graph.write(commitments.add_term, actor=VISITOR, commitment_id=record_id, version=1, term=term)
    with pytest.raises(Conflict):
        graph.write(commitments.add_term, actor=STAFF, commitment_id=record_id, version=7, term=term)
    with pytest.raises(Conflict):
        graph.write(commitments.tell, actor=STAFF, commitment_id=record_id, version=7, told_on=TODAY)
    with pytest.raises(NotAllowed):
        graph.read(commitments.recipients, actor=VISITOR, commitment_id=record_id)


def test_telling_and_keeping_leave_a_trail(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        record_id = agreed(given, "2026-05-01", given_to=[given.initiative()])
        graph.write(commitments.tell, actor=STAFF, commitment_id=record_id, version=1, told_on=TODAY)
        assert shown(graph, record_id).commitment.told_on == TODAY
        graph.write(commitments.untell, actor=STAFF, commitment_id=record_id, version=2)
        assert shown(graph, record_id).commitment.is_untold
        kept = {"kept_on": TODAY, "evidence": "Foto van het plein."}
        graph.write(commitments.keep, actor=STAFF, commitment_id=record_id, version=3, **kept)
        page = shown(graph, record_id)
        assert (page.version, page.commitment.standing, page.commitment.days_late) == (4, Standing.KEPT_LATE, 206)
        lines = graph.read(audit.for_record, actor=SYSTEM, record_id=record_id)
    said = [(line.action, line.field, line.new) for line in lines if line.version and line.version > 1]
    assert ("tell", "told_on", "2026-11-23") in said
    assert ("untell", "told_on", None) in said
    assert ("change", "kept_on", "2026-11-23") in said


def test_every_day_on_which_it_was_told_stays_known(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        initiative = given.initiative()
        late = agreed(given, "2026-05-01", given_to=[initiative])
        for version, told_on in enumerate(("2026-06-01", "2026-10-15"), start=1):
            graph.write(commitments.tell, actor=STAFF, commitment_id=late, version=version, told_on=day(told_on))

        def stood(on: str) -> tuple[dt.date | None, bool]:
            with clock.showing(day(on)):
                page = shown(graph, late).commitment
                (row,) = graph.read(commitments.listing, actor=STAFF, selection=Selection()).rows
                (entry,) = graph.read(timeline.of_initiative, actor=STAFF, initiative_id=initiative)
            assert page.terms == row.commitment.terms == entry.terms  # type: ignore[union-attr]
            return page.told_on, page.is_untold

        assert stood("2026-05-31") == (None, True)
        assert stood("2026-06-01") == stood("2026-10-14") == (day("2026-06-01"), False)
        assert stood("2026-10-15") == stood("2026-11-23") == (day("2026-10-15"), False)


def test_a_mail_that_fails_takes_its_own_day_away_and_no_other(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        late = agreed(given, "2026-05-01", given_to=[given.initiative()])
        for version, told_on in enumerate((day("2026-10-15"), day("2026-06-01"), TODAY), start=1):
            graph.write(commitments.tell, actor=STAFF, commitment_id=late, version=version, told_on=told_on)
        assert shown(graph, late).commitment.told_on == TODAY
        graph.write(commitments.untell, actor=STAFF, commitment_id=late, version=4)
        assert shown(graph, late).commitment.told_on == day("2026-10-15")
        with clock.showing(day("2026-06-02")):
            assert shown(graph, late).commitment.told_on == day("2026-06-01")
        for version in (5, 6):
            graph.write(commitments.tell, actor=STAFF, commitment_id=late, version=version, told_on=TODAY)
        graph.write(commitments.untell, actor=STAFF, commitment_id=late, version=7)
        assert shown(graph, late).commitment.told_on == TODAY


def test_a_day_from_before_every_day_was_kept_counts(graph: Graph, given: Given, tx: Any) -> None:
    with clock.at(NOON):
        late = agreed(given, "2026-05-01", given_to=[given.initiative()])
        tx.run("MATCH (term:Term) SET term.told_on = $on", on=day("2026-06-01")).consume()
        graph.write(commitments.tell, actor=STAFF, commitment_id=late, version=1, told_on=TODAY)
        with clock.showing(day("2026-10-01")):
            assert shown(graph, late).commitment.told_on == day("2026-06-01")
        assert shown(graph, late).commitment.told_on == TODAY


def test_a_letter_goes_to_the_initiative_else_to_the_party_that_undertakes_it(graph: Graph, given: Given) -> None:
    party = given.organisation(name="De Korf", email="korf@example.org")
    own = given.initiative(name="Plein", email="plein@example.org", initiators=[party])
    without = given.initiative(name="Bijenlint", initiators=[party, given.organisation(name="Zonder")])

    def to(initiative: str) -> list[tuple[str, str]]:
        record_id = given.record(Kind.COMMITMENT, given_to=[initiative])
        found = graph.read(commitments.recipients, actor=STAFF, commitment_id=record_id)
        return [(each.name, each.email) for each in found]

    assert to(own) == [("Plein", "plein@example.org")]
    assert to(without) == [("De Korf", "korf@example.org")]
    assert to(given.initiative()) == []


def test_a_visitor_reads_a_team_and_never_the_person_of_what_is_late(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        team = given.department(name="Team Beheer")
        official = given.person(name="Bram Bedacht", person_kind=PersonKind.OFFICIAL, works_for=[team])
        alderman = given.person(name="Els Denkbeeld", person_kind=PersonKind.ALDERMAN)
        late = agreed(given, "2026-05-01", promised_by=[official, alderman])
        open_one = agreed(given, "2027-05-01", promised_by=[official, alderman])
        assert [each.name for each in shown(graph, late).people] == ["Bram Bedacht", "Els Denkbeeld"]
        assert shown(graph, late, VISITOR).people == ()
        assert [each.name for each in shown(graph, late, VISITOR).commitment.makers] == ["Team Beheer"]
        assert [each.name for each in shown(graph, open_one, VISITOR).people] == ["Els Denkbeeld"]
        rows = graph.read(commitments.listing, actor=VISITOR, selection=Selection()).rows
        of_one = graph.read(commitments.listing, actor=VISITOR, selection=Selection(alderman=alderman))
    # Choosing an alderman tells no visitor which late agreements are whose, nor how many.
    assert [row.commitment.id for row in of_one.rows] == [open_one]
    assert [(each.value, each.count) for each in of_one.choices["alderman"]] == [(alderman, 1)]
    by_id = {row.commitment.id: row for row in rows}
    assert (by_id[late].people, by_id[late].aldermen) == ((), ())
    assert [each.name for each in by_id[open_one].aldermen] == ["Els Denkbeeld"]
    draft = agreed(given, None, visibility=Visibility.DRAFT)
    with pytest.raises(NotFound):
        shown(graph, draft, VISITOR)


def test_what_was_recorded_later_was_promised_by_and_to_the_same(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        team, initiative = given.department(name="Team Beheer"), given.initiative(name="Het plein")
        made = agreed(given, "2026-03-20", made_by=[team], given_to=[initiative])
        with clock.showing(day("2026-04-01")):
            (row,) = graph.read(commitments.listing, actor=VISITOR, selection=Selection()).rows
            page = shown(graph, made, VISITOR).commitment
    for each in (row.commitment, page):
        assert [who.name for who in (*each.makers, *each.receivers)] == ["Team Beheer", "Het plein"]
        assert each.is_to_initiative


def test_the_list_filters_counts_and_puts_late_and_not_told_first(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        alderman = given.person(name="Els Denkbeeld", person_kind=PersonKind.ALDERMAN)
        programme = given.goal(name="Groen", holder=[alderman])
        goal = given.goal(name="Meer groen", parent=programme)
        initiative = given.initiative(goals=[goal])
        team = given.department(name="Team Beheer")
        told = agreed(given, "2026-05-01", name="Verteld", given_to=[initiative], made_by=[team])
        graph.write(commitments.tell, actor=STAFF, commitment_id=told, version=1, told_on=TODAY)
        untold = agreed(given, "2026-11-20", name="Niet verteld", given_to=[initiative])
        open_one = agreed(given, "2027-05-01", name="Open", given_to=[initiative])
        promise = agreed(
            given,
            "2027-01-01",
            name="Aan de raad",
            made_on=day("2026-10-01"),
            commitment_kind=CommitmentKind.PROMISE_TO_COUNCIL,
            promised_to=[given.record(Kind.BODY)],
            concerns=[goal],
        )
        asked = agreed(
            given, "2026-04-01", name="Vraag", commitment_kind=CommitmentKind.REQUEST, given_to=[given.initiative()]
        )
        agreed(given, None, name="Van vroeger", until=day("2026-01-01"))

        def found(actor: Actor = STAFF, **named: object) -> list[str]:
            selection = Selection(**named)  # type: ignore[arg-type]
            return [row.commitment.id for row in graph.read(commitments.listing, actor=actor, selection=selection).rows]

        assert found() == [untold, told, promise, open_one, asked]
        assert found(standing=Standing.LATE) == [untold, told]
        assert found(told=Told.UNTOLD) == [untold]
        assert found(maker=team) == [told]
        assert found(alderman=alderman) == [untold, told, promise, open_one]
        assert found(programme=programme, kind=CommitmentKind.PROMISE_TO_COUNCIL) == [promise]
        assert found(since=day("2026-10-01"), until=day("2026-10-01")) == [promise]
        assert found(order=Order.NAME)[0] == promise
        assert found(order=Order.NEWEST)[0] == promise
        assert found(order=Order.TERM)[0] == asked
        chosen = graph.read(commitments.listing, actor=STAFF, selection=Selection(standing=Standing.LATE))
        assert [(each.value, each.count) for each in chosen.choices["standing"]] == [("late", 2), ("open", 2)]
        assert [(each.value, each.count) for each in chosen.choices["kind"]] == [("agreement", 2)]
        public = graph.read(commitments.listing, actor=VISITOR, selection=Selection(standing=Standing.LATE))
        assert set(public.choices) == {"kind", "alderman", "programme"}
        assert public.total == 5


def test_staff_finds_what_an_alderman_promised_who_left_since(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        left = given.person(name="Els Denkbeeld", person_kind=PersonKind.ALDERMAN)
        stays = given.person(name="Jan Bedacht", person_kind=PersonKind.ALDERMAN)
        goal = given.goal(name="Groen", holder=[left, stays])
        promise = {"commitment_kind": CommitmentKind.PROMISE_TO_COUNCIL, "promised_by": [left]}
        alone = agreed(given, "2027-01-01", made_on=day("2025-05-01"), **promise)
        about = agreed(given, "2027-01-01", made_on=day("2025-06-01"), concerns=[goal], **promise)
        of_goal = agreed(given, "2027-01-01", made_on=day("2025-07-01"), concerns=[goal])
        version = graph.read(records.read, actor=SYSTEM, record_id=left).version
        graph.write(records.end, actor=SYSTEM, record_id=left, version=version, on=day("2026-06-01"))

        def listed(actor: Actor, alderman: str | None = None) -> commitments.Listing:
            return graph.read(commitments.listing, actor=actor, selection=Selection(alderman=alderman))

        def choices(actor: Actor) -> list[tuple[str, int, bool]]:
            return [(each.value, each.count, each.is_former) for each in listed(actor).choices["alderman"]]

        # Who made it stays with it; for a goal those answer who are there now.
        assert choices(STAFF) == [(left, 2, True), (stays, 2, False)]
        assert {row.commitment.id for row in listed(STAFF, left).rows} == {alone, about}
        assert {row.commitment.id for row in listed(STAFF, stays).rows} == {about, of_goal}
        assert choices(VISITOR) == [(stays, 2, False)]
        assert listed(VISITOR, left).rows == ()
        with clock.showing(day("2026-05-01")):
            assert choices(STAFF) == [(left, 2, False)]
