"""The day of an employee."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from graph import clock, ids, records, today
from graph.bridges import life
from graph.commitments.acts import NewTerm, add_first_term
from graph.errors import NotAllowed
from graph.invitations import meetings
from graph.invitations.candidates import Reachable
from graph.invitations.meetings import Ready
from graph.links import LinkField, Tie
from graph.model import Kind, Link, Status, Visibility
from graph.rights import SYSTEM, VISITOR, Actor, Role
from graph.store import Graph, Transaction
from tests.given import Given

STAFF = Actor(name="Carla Fictie", account_id="account", roles=frozenset({Role.BRIDGE_BUILDER}))
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def test_a_visitor_has_no_day(graph: Graph) -> None:
    with pytest.raises(NotAllowed):
        graph.read(today.day, actor=VISITOR)


def test_a_decision_of_mine_is_told_however_many_wait_longer(
    graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today, "MOST_READ", 2)
    carla = given.person(name="Carla")
    staff = replace(STAFF, person_id=carla)
    for month in (1, 2, 3):
        given.record(Kind.DECISION, name=f"Oud {month}", asked_on=dt.date(2026, month, 1))
    mine = given.record(Kind.DECISION, name="Van mij", asked_on=dt.date(2026, 11, 1))
    graph.write(_decides, person=carla, decision=mine)
    with clock.at(NOON):
        page = graph.read(today.day, actor=staff)
    assert [each.name for each in page.deciding] == ["Van mij"]
    assert [each.name for each in page.waiting] == ["Oud 1", "Oud 2"]
    assert page.cut == {"waiting"}
    assert page.is_urgent_cut


def _decides(tx: Transaction, *, person: str, decision: str) -> None:
    by = LinkField(Link.DECIDES, Kind.PERSON, outgoing=False)
    records.change(tx, actor=SYSTEM, record_id=decision, version=1, properties={}, ties={by: [Tie(person)]})


def test_decisions_wait_from_the_day_they_were_asked(graph: Graph, given: Given) -> None:
    waiting = given.initiative(name="Opfleuren")
    given.record(Kind.DECISION, name="Berm", asked_on=dt.date(2026, 8, 14), waiting=[waiting], decision_kind="question")
    given.record(Kind.DECISION, name="Dak", asked_on=dt.date(2026, 11, 1), waiting=[waiting])
    given.record(Kind.DECISION, asked_on=dt.date(2026, 1, 1), decided_on=dt.date(2026, 2, 1))
    with clock.at(NOON):
        page = graph.read(today.day, actor=STAFF)
        assert [(each.name, each.days_waited) for each in page.waiting] == [("Berm", 101), ("Dak", 22)]
        assert page.urgent == 1
    assert [each.name for each in page.waiting[0].waiting] == ["Opfleuren"]


def test_the_agreement_that_is_late_longest_is_never_pushed_out(
    graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today, "MOST_READ", 1)
    for name, made, due in (("Bankje", 2, dt.date(2026, 3, 1)), ("Lantaarn", 9, dt.date(2026, 10, 1))):
        commitment = given.record(
            Kind.COMMITMENT, name=name, commitment_kind="agreement", made_on=dt.date(2026, made, 1)
        )
        graph.write(add_first_term, actor=SYSTEM, commitment_id=commitment, term=NewTerm(on=due))
    coming = given.record(Kind.COMMITMENT, name="Hek", commitment_kind="agreement", made_on=dt.date(2026, 11, 1))
    graph.write(add_first_term, actor=SYSTEM, commitment_id=coming, term=NewTerm(on=dt.date(2027, 1, 1)))
    with clock.at(NOON):
        assert [each.name for each in graph.read(today.day, actor=STAFF).late] == ["Bankje"]


def test_an_initiative_without_contact_names_who_works_there(graph: Graph, given: Given) -> None:
    official = given.person(name="Bram Bedacht", person_kind="official")
    goal = given.goal(account_holder=[official])
    area = given.area(account_holder=[official])
    shown = given.initiative(goals=[goal], areas=[area])
    given.initiative(contact=[official])
    given.initiative(status=Status.STOPPED)
    (found,) = graph.read(today.day, actor=STAFF).without_contact
    assert found.mention.id == shown
    assert found.candidate is not None
    assert (found.candidate.name, found.knows_area, found.knows_goal) == ("Bram Bedacht", True, True)


def test_a_status_is_doubted_when_the_permit_ended(graph: Graph, given: Given) -> None:
    shown = given.initiative(name="Plukroute", status=Status.STARTED)
    given.contribution(contribution_kind="permit", until=dt.date(2026, 9, 1), given_to=[shown])
    given.initiative(status=Status.RUNNING, status_confirmed_on=dt.date(2026, 11, 1))
    with clock.at(NOON):
        (doubt,) = graph.read(today.day, actor=STAFF).doubts
    assert (doubt.name, doubt.permit_ended_on) == ("Plukroute", dt.date(2026, 9, 1))


def test_what_waits_for_the_reader_stands_apart(graph: Graph, given: Given) -> None:
    team = given.department(name="Team Groen")
    carla = given.person(name="Carla", person_kind="official", works_for=[team])
    actor = Actor(name="Carla", account_id="a", person_id=carla, roles=frozenset({Role.BRIDGE_BUILDER}))
    waiting = given.initiative(name="Opfleuren", contact=[carla])
    given.record(Kind.DECISION, name="Van ons", asked_on=dt.date(2026, 9, 1), waiting=[waiting], decided_by=[team])
    given.record(Kind.DECISION, name="Van anderen", asked_on=dt.date(2026, 9, 1), waiting=[waiting])
    page = graph.read(today.day, actor=actor)
    assert [each.name for each in page.deciding] == ["Van ons"]
    assert [each.name for each in page.waiting] == ["Van anderen"]


def test_steps_that_are_due_questions_and_reviews_are_lines(graph: Graph, given: Given) -> None:
    carla, bram = (given.person(name=name, person_kind="official") for name in ("Carla", "Bram"))
    actor = Actor(name="Carla", account_id="a", person_id=carla, roles=frozenset({Role.BRIDGE_BUILDER}))
    shown = given.initiative(name="Opfleuren")
    step = {"next_step": "Terugbellen", "next_on": dt.date(2026, 11, 20), "visibility": Visibility.DRAFT}
    given.record(Kind.INTERACTION, name="Eigen", held_by=[carla], about=[shown], **step)
    given.record(Kind.INTERACTION, name="Overgedragen", held_by=[carla], keeper=[bram], **step)
    given.record(Kind.INTERACTION, name="Gekregen", held_by=[bram], keeper=[carla], **step)
    given.record(Kind.INTERACTION, name="Later", held_by=[carla], **step | {"next_on": dt.date(2027, 1, 1)})
    asked = Tie(shown, {"questioned_on": dt.date(2026, 11, 1)})
    given.record(Kind.REQUIREMENT, name="Onderhoud", must_meet=[asked])
    given.goal(name="Van Bram", keeper=[bram], review_on=dt.date(2026, 10, 1))
    given.goal(name="Van Carla", keeper=[carla], review_on=dt.date(2026, 11, 1))
    with clock.at(NOON):
        page = graph.read(today.day, actor=actor)
    assert [(each.name, each.is_own) for each in page.steps] == [("Eigen", True), ("Gekregen", False)]
    assert [(each.requirement, each.initiative.name) for each in page.questions] == [("Onderhoud", "Opfleuren")]
    assert [each.mention.name for each in page.reviews] == ["Van Carla", "Van Bram"]


def test_an_initiator_sees_the_day_of_the_own_initiative_alone(graph: Graph, given: Given) -> None:
    with clock.at(NOON):
        els, other = given.person(name="Els"), given.person(name="Een ander")
        actor = Actor(name="Els", account_id="a", person_id=els, roles=frozenset({Role.INITIATOR}))
        ended = {"status": Status.STARTED, "ended_on": dt.date(2026, 1, 1)}
        own = given.initiative(name="Opfleuren", initiating_people=[els], **ended)
        given.initiative(name="Andermans", initiating_people=[other], **ended)
        given.record(Kind.DECISION, name="Berm", asked_on=dt.date(2026, 9, 1), waiting=[own])
        given.record(
            Kind.DECISION, name="Intern", asked_on=dt.date(2026, 9, 1), waiting=[own], visibility=Visibility.DRAFT
        )
        asked, told = dt.date(2026, 11, 1), dt.date(2026, 11, 10)
        given.record(Kind.REQUIREMENT, name="Gevraagd", must_meet=[Tie(own, {"questioned_on": asked})])
        given.record(
            Kind.REQUIREMENT, name="Beantwoord", must_meet=[Tie(own, {"questioned_on": asked, "answered_on": told})]
        )
        (lines,) = graph.read(today.own_day, actor=actor).initiatives
    assert lines.initiative.name == "Opfleuren"
    assert lines.doubt is not None
    assert [each.name for each in lines.waiting] == ["Berm"]
    assert [each.name for each in lines.asked] == ["Gevraagd"]
    assert [each.name for each in lines.answered] == ["Beantwoord"]
    assert not lines.is_empty
    with pytest.raises(NotAllowed):
        graph.read(today.own_day, actor=STAFF)


def test_who_holds_a_portfolio_sees_what_waits_in_it(graph: Graph, given: Given) -> None:
    team = given.department(name="Team van Els")
    council = given.record(Kind.BODY, name="Raad", body_kind="council")
    els = given.person(name="Els", person_kind="alderman", works_for=[team])
    actor = Actor(name="Els", account_id="a", person_id=els, roles=frozenset({Role.ORGANISER}))
    top = given.goal(name="Groen", holder=[Tie(els, since=dt.date(2026, 1, 1))])
    inside = given.initiative(name="Opfleuren", goals=[given.goal(name="Bijen", parent=top)])
    outside = given.initiative(name="Van een ander")
    for name, to in (("Bankje", inside), ("Lantaarn", outside)):
        _agree(graph, given, name=name, commitment_kind="agreement", given_to=[to])
    promise = {"commitment_kind": "promise_to_council", "promised_by": [els], "promised_to": [council]}
    _agree(graph, given, name="Brief aan de raad", **promise)
    given.record(Kind.DECISION, name="Berm", asked_on=dt.date(2026, 9, 1), waiting=[inside])
    given.record(Kind.DECISION, name="Dak", asked_on=dt.date(2026, 9, 1), waiting=[outside])
    given.record(Kind.DECISION, name="Aan ons", asked_on=dt.date(2026, 9, 1), waiting=[inside], decided_by=[team])
    with clock.at(NOON):
        page = graph.read(today.day, actor=actor)
    found = page.portfolio
    assert found is not None
    assert [(each.mention.name, each.initiatives) for each in found.held] == [("Groen", 1)]
    assert [(each.name, each.due_on) for each in found.promises] == [("Brief aan de raad", dt.date(2026, 10, 1))]
    assert [(each.name, each.is_late, each.is_untold) for each in found.late] == [("Bankje", True, True)]
    assert [each.name for each in found.waiting] == ["Berm"]
    assert [each.mention.name for each in found.without_contact] == ["Opfleuren"]
    assert [each.name for each in page.deciding] == ["Aan ons"]
    assert not found.is_quiet


def test_a_portfolio_that_ended_or_was_never_held_is_none(graph: Graph, given: Given) -> None:
    els = given.person(name="Els", person_kind="alderman")
    given.initiative(goals=[given.goal(name="Groen")])
    actor = Actor(name="Els", account_id="a", person_id=els, roles=frozenset({Role.ORGANISER}))
    assert graph.read(today.day, actor=actor).portfolio is None
    assert graph.read(today.day, actor=STAFF).portfolio is None


def test_bridges_of_a_portfolio_are_counted_and_told_to_who_may_see_them(graph: Graph, given: Given) -> None:
    els = given.person(name="Els", person_kind="alderman")
    goal = given.goal(name="Groen", holder=[els])
    first, second = given.initiative(name="A", goals=[goal]), given.initiative(name="B")
    builder = Actor(name="Els", account_id="a", person_id=els, roles=frozenset({Role.BRIDGE_BUILDER}))
    graph.write(life.ask, actor=builder, a=first, b=second, text="Kom langs")
    seen = graph.read(today.day, actor=builder).portfolio
    told = graph.read(today.day, actor=replace(builder, roles=frozenset({Role.ORGANISER}))).portfolio
    assert seen is not None
    assert told is not None
    assert [(each.first, each.second) for each in seen.bridges] in ([("A", "B")], [("B", "A")])
    assert (seen.bridges_under_way, told.bridges_under_way, told.bridges) == (1, 1, ())


def test_an_organiser_sees_the_meetings_that_come_and_who_is_asked_often(graph: Graph, given: Given) -> None:
    organiser = Actor(name="Olga", account_id="o", roles=frozenset({Role.ORGANISER}))
    guest, other = given.person(name="Vaak"), given.person(name="Eens")
    with clock.at(NOON):
        for number, day in enumerate((dt.date(2026, 9, 1), dt.date(2026, 10, 1), dt.date(2026, 12, 1))):
            parties = [guest, other] if number == 0 else [guest]
            graph.write(_meeting, actor=organiser, name=f"Avond {number}", day=day, parties=parties)
        page = graph.read(today.day, actor=organiser)
        assert graph.read(today.day, actor=STAFF).administering is None
    assert page.organising is not None
    assert [each.name for each in page.organising.meetings] == ["Avond 2"]
    assert [(each.mention.name, each.times) for each in page.organising.often] == [("Vaak", 3)]


def test_an_administrator_sees_what_only_an_administrator_can_do(graph: Graph, given: Given) -> None:
    administrator = Actor(name="Ad", account_id="b", roles=frozenset({Role.ADMINISTRATOR}))
    given.person(name="Lang geleden")
    page = graph.read(today.day, actor=administrator)
    assert page.administering is not None
    assert page.administering.stopped == ()
    assert page.administering.duplicates == 0
    assert page.organising is None


def _agree(graph: Graph, given: Given, **named: Any) -> None:
    """A commitment of August with a first term in October."""
    commitment = given.record(Kind.COMMITMENT, made_on=dt.date(2026, 8, 1), **named)
    term = NewTerm(dt.date(2026, 10, 1), None)
    graph.write(add_first_term, actor=SYSTEM, commitment_id=commitment, term=term)


def _meeting(tx: Transaction, *, actor: Actor, name: str, day: dt.date, parties: list[str]) -> None:
    guests = [Ready(each, rank, 1.0, Reachable.CONSENT, "") for rank, each in enumerate(parties)]
    named = {"name": name, "held_on": day, "starts_at": "", "place": "", "seats": 10}
    meetings.add(tx, actor=actor, meeting_id=ids.new_id(), invitations=guests, **named)
