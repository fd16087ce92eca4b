"""For what a person may be contacted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import audit, checks, clock, consents, duplicates, invitations, likely, records
from graph.bridges import page, path
from graph.consents import Answers, Channel, Consent, Refusal
from graph.errors import Conflict, Invalid, NotAllowed, NotFound
from graph.invitations import Subject
from graph.invitations.candidates import Reachable
from graph.model import Basis, Purpose
from graph.rights import SYSTEM, VISITOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.invitations import InvitationList
    from graph.store import Graph
    from tests.given import Given

MAIL = Consent(Purpose.INVITATION, Channel.MAIL, Basis.CONSENT, "gesprek", dt.date(2026, 1, 1), dt.date(2028, 1, 1))
CALL = Consent(Purpose.INVITATION, Channel.TELEPHONE, Basis.CONSENT, "gesprek", dt.date(2026, 1, 1))


NO = Refusal(Purpose.INVITATION, dt.date(2026, 9, 1), "zei het aan de telefoon")
NO_INTRODUCTION = Refusal(Purpose.INTRODUCTION, dt.date(2026, 9, 1))


def replace(graph: Graph, person_id: str, version: int, wanted: Sequence[Consent], *refused: Refusal) -> None:
    graph.write(consents.replace, actor=SYSTEM, person_id=person_id, version=version, consents=wanted, refusals=refused)


def answers(graph: Graph, person_id: str) -> Answers:
    return graph.read(consents.answers, actor=SYSTEM, person_id=person_id)


def refused(graph: Graph, person_id: str) -> list[Refusal]:
    return list(answers(graph, person_id).refused)


def listed(graph: Graph, goal: str, *must: str) -> InvitationList:
    return graph.read(invitations.make, actor=SYSTEM, subject=Subject(goals=(goal,)), seats=10, must=must)


def merge(graph: Graph, stays: str, goes: str, *versions: int) -> None:
    survivor_version, loser_version = versions
    graph.write(
        duplicates.merge,
        actor=SYSTEM,
        survivor_id=stays,
        loser_id=goes,
        survivor_version=survivor_version,
        loser_version=loser_version,
    )


def now(graph: Graph, person_id: str) -> list[Consent]:
    return graph.read(consents.of_person, actor=SYSTEM, person_id=person_id)


def test_without_an_answer_nobody_may_be_contacted(graph: Graph, given: Given) -> None:
    assert now(graph, given.person()) == []


def test_consent_is_given_changed_and_withdrawn(graph: Graph, given: Given) -> None:
    given.area(level="municipality")
    person = given.person(person_kind="resident")
    replace(graph, person, 1, [MAIL, CALL])
    assert now(graph, person) == [MAIL, CALL]
    replace(graph, person, 2, [CALL])
    assert now(graph, person) == [CALL]
    replace(graph, person, 3, [])
    assert now(graph, person) == []
    lines = [line.action for line in graph.read(audit.for_record, actor=SYSTEM, record_id=person)]
    assert (lines.count("give_consent"), lines.count("withdraw_consent")) == (2, 2)


def test_a_resident_has_no_function(graph: Graph, given: Given) -> None:
    given.area(level="municipality")
    by_function = [Consent(Purpose.NEWS, Channel.MAIL, Basis.FUNCTION)]
    with pytest.raises(Invalid):
        replace(graph, given.person(person_kind="resident"), 1, by_function)
    official = given.person(person_kind="official")
    replace(graph, official, 1, by_function)
    assert now(graph, official)[0].basis is Basis.FUNCTION


def test_who_saw_an_older_version_or_may_not_see_this_is_refused(graph: Graph, given: Given) -> None:
    person = given.person()
    with pytest.raises(Conflict):
        replace(graph, person, 7, [])
    with pytest.raises(NotAllowed):
        graph.write(consents.replace, actor=VISITOR, person_id=person, version=1, consents=[])
    with pytest.raises(NotAllowed):
        graph.read(consents.of_person, actor=VISITOR, person_id=person)
    with pytest.raises(NotFound):
        replace(graph, given.theme(), 1, [])
    with pytest.raises(NotFound):
        replace(graph, person, 1, [MAIL])


def test_a_no_takes_who_is_in_a_function_off_the_list_also_when_certain(graph: Graph, given: Given) -> None:
    given.area(level="municipality")
    goal, club = given.goal(), given.organisation(name="Lotus")
    person = given.person(name="Cora", person_kind="representative", works_for_organisation=[club])
    given.initiative(goals=[goal], initiating_people=[person])
    assert [each.basis for each in listed(graph, goal).places] == [Reachable.FUNCTION]
    replace(graph, person, 1, [], NO)
    made = listed(graph, goal, person)
    assert (made.places, made.left_out, made.must_left_out) == ((), 1, 1)
    assert answers(graph, person) == Answers(refused=(NO,))
    lines = [
        (line.action, line.field, line.new) for line in graph.read(audit.for_record, actor=SYSTEM, record_id=person)
    ]
    assert ("refuse_contact", "invitation", "2026-09-01") in lines
    assert checks.every(graph) == []


def test_a_no_stays_until_there_is_a_yes_and_what_was_written_that_day_is_put_right(graph: Graph, given: Given) -> None:
    given.area(level="municipality")
    person = given.person(person_kind="representative")
    replace(graph, person, 1, [MAIL, CALL], NO_INTRODUCTION)
    assert answers(graph, person) == Answers((MAIL, CALL), (NO_INTRODUCTION,))
    replace(graph, person, 2, [MAIL], NO, NO_INTRODUCTION)
    assert answers(graph, person) == Answers((), (NO_INTRODUCTION, NO))
    corrected = Refusal(Purpose.INVITATION, dt.date(2026, 8, 1), "brief")
    replace(graph, person, 3, [], corrected)
    assert refused(graph, person) == [NO_INTRODUCTION, corrected]
    replace(graph, person, 4, [])
    assert refused(graph, person) == [NO_INTRODUCTION, corrected]
    replace(graph, person, 5, [CALL])
    assert answers(graph, person) == Answers((CALL,), (NO_INTRODUCTION,))
    replace(graph, person, 6, [])
    assert [each.purpose for each in refused(graph, person)] == [Purpose.INTRODUCTION, Purpose.INVITATION]
    assert checks.every(graph) == []


def test_a_no_is_of_today_unless_told_and_not_of_a_day_to_come(graph: Graph, given: Given) -> None:
    given.area(level="municipality")
    person = given.person(person_kind="representative")
    replace(graph, person, 1, [], Refusal(Purpose.NEWS))
    assert [each.given_on for each in refused(graph, person)] == [clock.today()]
    with pytest.raises(Invalid):
        replace(graph, person, 2, [], Refusal(Purpose.INVITATION, clock.today() + dt.timedelta(days=1)))


def test_who_only_changes_the_answer_says_it_today(graph: Graph, given: Given) -> None:
    given.area(level="municipality")
    person = given.person(person_kind="resident")
    replace(graph, person, 1, [MAIL])
    replace(graph, person, 2, [], Refusal(MAIL.purpose, MAIL.given_on, MAIL.source, MAIL.review_on))
    assert answers(graph, person) == Answers(refused=(Refusal(Purpose.INVITATION, clock.today()),))
    replace(graph, person, 3, [], NO)
    yes = Consent(NO.purpose, Channel.MAIL, Basis.CONSENT, NO.source, NO.given_on)
    replace(graph, person, 4, [yes])
    assert now(graph, person) == [Consent(NO.purpose, Channel.MAIL, Basis.CONSENT, None, clock.today())]


def test_a_yes_that_was_withdrawn_is_a_no_of_that_day(graph: Graph, given: Given) -> None:
    given.area(level="municipality")
    person = given.person(person_kind="resident")
    replace(graph, person, 1, [MAIL])
    replace(graph, person, 2, [])
    assert answers(graph, person) == Answers(refused=(Refusal(Purpose.INVITATION, clock.today()),))


def test_ending_and_reopening_a_person_neither_says_no_nor_takes_a_no_back(graph: Graph, given: Given) -> None:
    given.area(level="municipality")
    person = given.person(person_kind="representative")
    replace(graph, person, 1, [MAIL])
    graph.write(records.end, actor=SYSTEM, record_id=person, version=2, on=clock.today())
    assert answers(graph, person) == Answers()
    graph.write(records.reopen, actor=SYSTEM, record_id=person, version=3)
    assert answers(graph, person) == Answers((MAIL,))
    replace(graph, person, 4, [], NO)
    graph.write(records.end, actor=SYSTEM, record_id=person, version=5, on=clock.today())
    graph.write(records.reopen, actor=SYSTEM, record_id=person, version=6)
    assert answers(graph, person) == Answers(refused=(NO,))


@pytest.mark.parametrize("who_said_no", ["stays", "goes"])
def test_of_two_who_are_one_person_a_no_of_either_holds(graph: Graph, given: Given, who_said_no: str) -> None:
    given.area(level="municipality")
    stays, goes = (given.person(name=name, person_kind="representative") for name in ("Cora Lotus", "C. Lotus"))
    news = Consent(Purpose.NEWS, Channel.MAIL, Basis.CONSENT, "formulier", dt.date(2026, 1, 1))
    if who_said_no == "stays":
        replace(graph, stays, 1, [], NO)
        replace(graph, goes, 1, [MAIL, CALL, news])
    else:
        replace(graph, stays, 1, [MAIL, CALL, news])
        replace(graph, goes, 1, [], NO)
    merge(graph, stays, goes, 2, 2)
    assert answers(graph, stays) == Answers((news,), (NO,))
    assert checks.every(graph) == []


def test_an_official_who_said_no_is_not_asked_to_introduce_anybody(graph: Graph, given: Given) -> None:
    given.area(level="municipality")
    goal, partner = given.goal(), given.organisation(name="Buurthuis")
    kim = given.person(name="Kim Mythe", person_kind="official", function="wijkbeheerder")
    a, b = (given.initiative(name=name, goals=goal, contact=kim) for name in ("De Kavel", "Oost"))
    near = given.initiative(name="Samen Eten", goals=goal)
    given.initiative(name="Soepfiets", goals=goal, contact=kim, partners=partner)
    pairs = [(a, b), (near, partner)]

    def named() -> list[list[str]]:
        found = [[each.name for each in graph.read(page.between, actor=SYSTEM, a=x, b=y).introducers] for x, y in pairs]
        warm = graph.read(path.warmest, actor=SYSTEM, a=a, b=b)
        people = graph.read(likely.of_initiative, actor=SYSTEM, initiative_id=near).people
        return [*found, [each.name for each in warm.steps[1:-1] if each.name] if warm else [], [p.name for p in people]]

    assert named() == [["Kim Mythe"]] * 4
    replace(graph, kim, 1, [], NO_INTRODUCTION)
    assert named() == [[]] * 4
    assert graph.read(page.between, actor=SYSTEM, a=a, b=b).unnamed == 1
    yes = Consent(Purpose.INTRODUCTION, Channel.MAIL, Basis.FUNCTION, given_on=dt.date(2026, 10, 1))
    replace(graph, kim, 2, [yes])
    assert named() == [["Kim Mythe"]] * 4
