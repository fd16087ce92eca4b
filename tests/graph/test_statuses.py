"""Statuses that the record contradicts, and who confirms them."""

from __future__ import annotations

import datetime as dt

import pytest

from graph import audit, clock, initiatives, records, sessions, statuses
from graph.errors import NotAllowed, NotFound
from graph.links import Tie
from graph.model import Kind, PersonKind, Status, Visibility
from graph.rights import SYSTEM, VISITOR, Actor, Role
from graph.statuses import Order, Reason, Selection, doubts
from graph.store import Graph
from tests.given import Given

STAFF = Actor(name="Carla Fictie", account_id="account", roles=frozenset({Role.BRIDGE_BUILDER}))
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
OLD = dt.date(2024, 5, 1)


def reasons(graph: Graph) -> dict[str, tuple[Reason, ...]]:
    with clock.at(NOON):
        return {each.name: each.reasons for each in graph.read(statuses.doubted, actor=STAFF).rows}


def test_each_contradiction_is_found_with_its_reason(graph: Graph, given: Given) -> None:
    with clock.at(dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)):
        permit = given.initiative(name="Vergunning", status=Status.RUNNING)
        given.initiative(name="Voorbij", status=Status.STARTED, ended_on=dt.date(2025, 1, 1))
        completed = given.initiative(name="Afgerond", status=Status.COMPLETED)
        given.initiative(name="Stil", status=Status.RUNNING)
        lively = given.initiative(name="Levend", status=Status.RUNNING)
        given.initiative(name="Oud", status=Status.IDEA, status_confirmed_on=OLD)
        given.initiative(name="Gestopt", status=Status.STOPPED)
        given.initiative(name="Onbekend")
    given.contribution(contribution_kind="permit", until=dt.date(2026, 9, 1), given_to=[permit])
    given.record(Kind.COMMITMENT, given_to=[completed], made_on=dt.date(2026, 10, 1))
    given.record(
        Kind.INTERACTION, visibility=Visibility.DRAFT, about=[lively], happened_on=dt.date(2026, 6, 1), description="x"
    )
    assert reasons(graph) == {
        "Vergunning": (Reason.PERMIT, Reason.QUIET, Reason.UNCONFIRMED),
        "Voorbij": (Reason.ENDED, Reason.QUIET, Reason.UNCONFIRMED),
        "Afgerond": (Reason.OPEN,),
        "Stil": (Reason.QUIET, Reason.UNCONFIRMED),
        "Levend": (Reason.UNCONFIRMED,),
        "Oud": (Reason.QUIET, Reason.UNCONFIRMED),
    }


def test_a_contradiction_is_found_however_many_are_older(
    graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doubts, "MOST_READ", 1)
    with clock.at(dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)):
        for name in ("Stil", "Ook stil"):
            given.initiative(name=name, status=Status.RUNNING)
    today = NOON.date()
    named = {"status_confirmed_on": today, "status_since": today}
    given.initiative(name="Voorbij", status=Status.STARTED, ended_on=dt.date(2025, 1, 1), **named)
    permit = given.initiative(name="Vergunning", status=Status.RUNNING, **named)
    given.contribution(contribution_kind="permit", until=dt.date(2026, 9, 1), given_to=[permit])
    completed = given.initiative(name="Afgerond", status=Status.COMPLETED, **named)
    given.record(Kind.DECISION, asked_on=dt.date(2026, 10, 1), waiting=[completed])
    assert {"Voorbij", "Vergunning", "Afgerond"} < reasons(graph).keys()
    assert len(reasons(graph)) == 4


@pytest.mark.parametrize(
    ("renewal", "is_doubted"),
    [
        ({"asked_on": dt.date(2026, 8, 1)}, True),
        ({"asked_on": dt.date(2026, 8, 1), "until": dt.date(2026, 11, 1)}, True),
        ({"asked_on": dt.date(2026, 8, 1), "amount_granted": 0.0}, True),
        ({"refused_on": dt.date(2026, 10, 1), "until": dt.date(2028, 9, 1)}, True),
        ({}, True),
        ({"asked_on": dt.date(2026, 8, 1), "granted_on": dt.date(2026, 9, 15)}, False),
        ({"until": dt.date(2028, 9, 1)}, False),
    ],
)
def test_only_a_renewal_that_was_given_lifts_the_doubt_about_a_permit(
    graph: Graph,
    given: Given,
    renewal: dict[str, object],
    is_doubted: bool,  # noqa: FBT001 — a parameter of the test
) -> None:
    today = NOON.date()
    with clock.at(NOON):
        shown = given.initiative(name="Plukroute", status=Status.RUNNING, status_confirmed_on=today, status_since=today)
        permit = {"contribution_kind": "permit", "given_to": [shown]}
        given.contribution(**permit, granted_on=dt.date(2024, 9, 2), until=dt.date(2026, 9, 1))
        given.contribution(**permit, **renewal)
        found = graph.read(statuses.of_initiative, actor=VISITOR, initiative_id=shown).doubt
    assert reasons(graph) == ({"Plukroute": (Reason.PERMIT,)} if is_doubted else {})
    assert (found is not None) is is_doubted
    assert found is None or found.permit_ended_on == dt.date(2026, 9, 1)


def test_a_permit_that_was_never_given_did_not_end(graph: Graph, given: Given) -> None:
    today = NOON.date()
    with clock.at(NOON):
        shown = given.initiative(status=Status.RUNNING, status_confirmed_on=today, status_since=today)
        withdrawn = {"asked_on": dt.date(2026, 5, 1), "until": dt.date(2026, 9, 1)}
        given.contribution(contribution_kind="permit", given_to=[shown], **withdrawn)
    assert reasons(graph) == {}


def test_what_nobody_ever_confirmed_is_doubted_although_the_record_was_changed_of_late(
    graph: Graph, given: Given
) -> None:
    created = dt.date(2024, 5, 1)
    with clock.at(dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)):
        shown = [
            given.initiative(name="Nooit", status=Status.RUNNING),
            given.initiative(name="Sinds", status=Status.RUNNING, status_since=dt.date(2025, 3, 1)),
            given.initiative(name="Pas gezet", status=Status.RUNNING, status_since=dt.date(2026, 9, 1)),
            given.initiative(name="Pas bevestigd", status=Status.RUNNING, status_confirmed_on=dt.date(2026, 9, 1)),
        ]
    with clock.at(NOON):
        for record in shown:
            graph.write(records.change, actor=SYSTEM, record_id=record, version=1, properties={"summary": "Anders"})
        found = {each.name: each for each in graph.read(statuses.doubted, actor=STAFF).rows}
    assert {name: (each.reasons, each.confirmed_on, each.held_since) for name, each in found.items()} == {
        "Nooit": ((Reason.UNCONFIRMED,), None, created),
        "Sinds": ((Reason.UNCONFIRMED,), None, dt.date(2025, 3, 1)),
    }


def test_what_is_internal_is_no_public_contradiction(graph: Graph, given: Given) -> None:
    with clock.at(dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)):
        quiet = given.initiative(status=Status.RUNNING)
    with clock.at(NOON):
        assert graph.read(statuses.of_initiative, actor=VISITOR, initiative_id=quiet).doubt is None
        standing = graph.read(statuses.of_initiative, actor=STAFF, initiative_id=quiet)
    assert standing.doubt is not None
    assert standing.may_confirm
    permit = given.initiative(status=Status.RUNNING)
    given.contribution(
        contribution_kind="permit", until=dt.date(2026, 9, 1), given_to=[permit], visibility=Visibility.DRAFT
    )
    with clock.at(NOON):
        assert graph.read(statuses.of_initiative, actor=VISITOR, initiative_id=permit).doubt is None
    with pytest.raises(NotAllowed):
        graph.read(statuses.doubted, actor=VISITOR)


def test_the_list_filters_and_counts(graph: Graph, given: Given) -> None:
    person = given.person(name="Carla")
    given.initiative(name="B", status=Status.RUNNING, status_confirmed_on=OLD, status_since=dt.date(2026, 6, 1))
    given.initiative(name="A", status=Status.IDEA, ended_on=OLD, contact=[Tie(person, since=OLD)])
    with clock.at(NOON):
        both = graph.read(statuses.listing, actor=STAFF, selection=Selection(order=Order.NAME), skip=0, limit=10)
        hers = graph.read(statuses.listing, actor=STAFF, selection=Selection(contact=person), skip=0, limit=10)
    assert [each.name for each in both.rows] == ["A", "B"]
    assert (both.reasons[Reason.ENDED], both.statuses[Status.RUNNING], both.asked[False]) == (1, 1, 2)
    assert [each.name for each in hers.rows] == ["A"]
    assert not both.is_cut


def test_the_list_tells_when_there_may_be_more(graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubts, "MOST_READ", 2)
    given.initiative(name="A", status=Status.IDEA, ended_on=OLD)
    shown = {"actor": STAFF, "selection": Selection(), "skip": 0, "limit": 10}
    assert not graph.read(statuses.listing, **shown).is_cut
    given.initiative(name="B", status=Status.IDEA, ended_on=OLD)
    assert graph.read(statuses.listing, **shown).is_cut


def test_confirming_takes_the_doubt_away_and_leaves_a_trace(graph: Graph, given: Given) -> None:
    person = given.person()
    actor = Actor(name="Carla", account_id="a", person_id=person, roles=frozenset({Role.BRIDGE_BUILDER}))
    shown = given.initiative(status=Status.RUNNING, status_confirmed_on=OLD)
    with pytest.raises(NotAllowed):
        graph.write(statuses.confirm, actor=VISITOR, initiative_id=shown, status=Status.RUNNING)
    with pytest.raises(NotFound):
        graph.write(statuses.confirm, actor=actor, initiative_id=person, status=Status.RUNNING)
    graph.write(statuses.confirm, actor=actor, initiative_id=shown, status=Status.RUNNING)
    now = graph.read(records.read, actor=SYSTEM, record_id=shown).properties
    assert now["status_confirmed_by"] == person
    assert "status_since" not in now
    assert graph.read(statuses.doubted, actor=STAFF).rows == ()
    graph.write(statuses.confirm, actor=actor, initiative_id=shown, status=Status.STOPPED)
    assert "status_since" in graph.read(records.read, actor=SYSTEM, record_id=shown).properties


def test_a_link_answers_once_and_one_answer_kills_the_others(graph: Graph, given: Given) -> None:
    initiator = given.person(name="Els", email="els@example.org")
    contact = given.person(name="Bram", email="bram@example.org")
    shown = given.initiative(status=Status.RUNNING, initiating_people=[initiator], contact=[contact])
    people = graph.read(statuses.recipients, actor=STAFF, initiative_id=shown)
    assert [each.name for each in people] == ["Els", "Bram"]
    tokens = {each.person_id: sessions.new_token() for each in people}
    graph.write(statuses.ask, actor=STAFF, initiative_id=shown, tokens=tokens)
    assert graph.read(statuses.living, token=tokens[contact]).id == shown
    graph.write(statuses.answer, token=tokens[initiator], status=Status.COMPLETED)
    now = graph.read(records.read, actor=SYSTEM, record_id=shown).properties
    assert (now["status"], now["status_confirmed_by"]) == ("completed", initiator)
    for token in tokens.values():
        with pytest.raises(NotFound):
            graph.write(statuses.answer, token=token, status=Status.RUNNING)


def test_a_mail_that_did_not_go_leaves_no_link_and_the_earlier_one_lives(graph: Graph, given: Given) -> None:
    initiator, contact = given.person(email="els@example.org"), given.person(email="bram@example.org")
    named = {"actor": STAFF, "initiative_id": given.initiative(initiating_people=[initiator], contact=[contact])}

    def asked(*went: str) -> dict[str, str]:
        tokens = {each: sessions.new_token() for each in (initiator, contact)}
        graph.write(statuses.ask, **named, tokens=tokens)
        graph.write(statuses.settle, **named, tokens=tokens, went=went)
        return tokens

    def lives(token: str) -> bool:
        try:
            graph.read(statuses.living, token=token)
        except NotFound:
            return False
        return True

    first, second = asked(initiator, contact), asked()
    assert [lives(each) for each in (*first.values(), *second.values())] == [True, True, False, False]
    third = asked(contact)
    assert [lives(each) for each in (*first.values(), *third.values())] == [False, False, False, True]
    lines = graph.read(audit.for_record, actor=SYSTEM, record_id=named["initiative_id"])
    assert [line.action for line in lines if line.action in {"ask", "unask"}].count("unask") == 1


def test_a_link_dies_with_time_and_when_somebody_else_became_the_contact(graph: Graph, given: Given) -> None:
    contact = given.person(email="bram@example.org")
    shown = given.initiative(status=Status.RUNNING, contact=[contact])
    token = sessions.new_token()
    graph.write(statuses.ask, actor=STAFF, initiative_id=shown, tokens={contact: token, "nobody": "other"})
    with clock.at(clock.now() + dt.timedelta(days=15)), pytest.raises(NotFound):
        graph.read(statuses.living, token=token)
    version = graph.read(records.read, actor=SYSTEM, record_id=contact).version
    graph.write(records.end, actor=SYSTEM, record_id=contact, version=version, on=clock.today())
    with pytest.raises(NotFound):
        graph.read(statuses.living, token=token)


@pytest.mark.parametrize(
    ("kind", "by_municipality"),
    [
        (PersonKind.OFFICIAL, True),
        (PersonKind.ALDERMAN, True),
        (PersonKind.RESIDENT, False),
        (PersonKind.REPRESENTATIVE, False),
    ],
)
def test_the_page_tells_who_confirmed_without_the_name(
    graph: Graph,
    given: Given,
    kind: PersonKind,
    by_municipality: bool,  # noqa: FBT001 — a parameter of the test
) -> None:
    person = given.person(name="Ine", person_kind=kind)
    named = {"status": Status.RUNNING, "status_confirmed_on": OLD}
    shown = given.initiative(**named, status_confirmed_by=person)
    facts = graph.read(initiatives.page, actor=VISITOR, initiative_id=shown).facts
    assert (facts.confirmed_by, facts.municipality_confirmed) == (None, by_municipality)
    nobody = graph.read(initiatives.page, actor=VISITOR, initiative_id=given.initiative(**named)).facts
    assert nobody.municipality_confirmed is None


def test_a_new_status_was_confirmed_by_nobody_yet(graph: Graph, given: Given) -> None:
    person = given.person(name="Ine")
    named = {"status": Status.RUNNING, "status_confirmed_on": OLD, "status_confirmed_by": person}
    shown, kept = given.initiative(**named), given.initiative(**named)
    for record, properties in ((shown, {"status": Status.COMPLETED}), (kept, {"summary": "Anders"})):
        graph.write(records.change, actor=SYSTEM, record_id=record, version=1, properties=properties)
    now, same = (graph.read(records.read, actor=SYSTEM, record_id=each).properties for each in (shown, kept))
    assert (now["status"], now.get("status_confirmed_on"), now.get("status_confirmed_by")) == ("completed", None, None)
    assert (same["status_confirmed_on"], same["status_confirmed_by"]) == (OLD, person)
