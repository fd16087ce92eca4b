"""The door in the graph: what is sent waits, only the right people answer, and nothing is done twice."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import accounts, clock, initiatives, links, records, sessions, submissions
from graph.errors import Conflict, Invalid, NotAllowed, NotFound
from graph.ids import new_id
from graph.model import Kind, Link, PublicAs, Status, Visibility
from graph.rights import SYSTEM, VISITOR, Actor, Role
from graph.submissions import Claim, Order, Selection, Sender, SignUp, State, SubmissionKind

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given

BEA = Sender("Bea Verzonnen", "bea@example.org")
DRAFT = SignUp("De Ruilkast", "Buren ruilen spullen.")
CARLA = Actor("Carla", "moderator", None, frozenset({Role.BRIDGE_BUILDER}))


def sign_up(graph: Graph, *, confirm: bool = True, **changed: object) -> tuple[str, str]:
    submission_id, token = new_id(), sessions.new_token()
    draft = SignUp(**{"name": DRAFT.name, "summary": DRAFT.summary, **changed})  # type: ignore[arg-type]
    assert graph.write(submissions.sign_up, submission_id=submission_id, by=BEA, draft=draft, token=token)
    if confirm:
        graph.write(submissions.confirm, token=token)
    return submission_id, token


def initiator(graph: Graph, person_id: str) -> Actor:
    account_id = graph.write(
        accounts.add,
        actor=SYSTEM,
        email=f"{person_id}@example.org",
        password=None,
        person_id=person_id,
        roles=[Role.INITIATOR],
    )
    return Actor("Ine", account_id, person_id, frozenset({Role.INITIATOR}))


def propose(graph: Graph, actor: Actor, initiative_id: str, **properties: object) -> str:
    submission_id = new_id()
    graph.write(
        submissions.propose,
        actor=actor,
        submission_id=submission_id,
        initiative_id=initiative_id,
        version=1,
        properties=properties,
    )
    return submission_id


def test_nothing_waits_for_an_answer_before_the_address_is_confirmed(graph: Graph) -> None:
    submission_id, token = sign_up(graph, confirm=False)
    assert graph.read(submissions.listing, actor=CARLA).rows == ()
    with pytest.raises(NotFound):
        graph.read(submissions.read, actor=CARLA, submission_id=submission_id)
    with pytest.raises(NotFound):
        graph.write(submissions.accept_sign_up, actor=CARLA, submission_id=submission_id, publish=True, token="x")
    graph.write(submissions.confirm, token=token)
    (waiting,) = graph.read(submissions.listing, actor=CARLA).rows
    assert waiting.submission.says == DRAFT


def test_a_link_works_once_and_seven_days_and_the_graph_holds_only_its_digest(graph: Graph) -> None:
    _, token = sign_up(graph, confirm=False)
    held = graph.read(lambda tx: tx.run("MATCH (s:Submission) RETURN properties(s) AS all").single()["all"])
    assert token not in str(held)
    with clock.at(clock.now() + dt.timedelta(days=7, minutes=1)), pytest.raises(NotFound):
        graph.write(submissions.confirm, token=token)
    graph.write(submissions.confirm, token=token)
    with pytest.raises(NotFound):
        graph.write(submissions.confirm, token=token)


def test_check_57_sent_twice_is_kept_once(graph: Graph) -> None:
    submission_id, _ = sign_up(graph)
    other = SignUp("Iets anders", "Anders.")
    again = graph.write(submissions.sign_up, submission_id=submission_id, by=BEA, draft=other, token="x")
    assert again is False
    (waiting,) = graph.read(submissions.listing, actor=CARLA).rows
    assert waiting.submission.says.name == DRAFT.name


def test_accepting_makes_initiative_person_and_account(graph: Graph, given: Given) -> None:
    area, goal = given.area(name="Zeezicht"), given.goal(name="Groen")
    submission_id, _ = sign_up(graph, area_id=area, goal_id=goal)
    token = sessions.new_token()
    answer = graph.write(
        submissions.accept_sign_up, actor=CARLA, submission_id=submission_id, publish=True, token=token
    )
    assert answer.needs_password
    made = graph.read(records.read, actor=VISITOR, record_id=str(answer.made_id))
    assert made.properties["name"] == "De Ruilkast"
    account = graph.read(accounts.by_email, actor=SYSTEM, email="bea@example.org")
    assert account is not None
    assert account.roles == {Role.INITIATOR}
    actor = Actor(account.name, account.id, account.person_id, account.roles)
    (part,) = graph.read(submissions.page, actor=actor).parts
    assert part.initiative.id == answer.made_id
    person = graph.read(records.read, actor=SYSTEM, record_id=str(account.person_id))
    assert person.visibility is Visibility.DRAFT


def test_check_57_of_two_who_answer_the_second_is_told(graph: Graph) -> None:
    submission_id, _ = sign_up(graph)
    graph.write(submissions.accept_sign_up, actor=CARLA, submission_id=submission_id, publish=True, token="x")
    with pytest.raises(Conflict):
        graph.write(submissions.accept_sign_up, actor=CARLA, submission_id=submission_id, publish=True, token="y")
    with pytest.raises(Conflict):
        graph.write(submissions.refuse, actor=CARLA, submission_id=submission_id, reason="nee")


def test_a_sign_up_comes_in_without_what_was_taken_away_since(graph: Graph, given: Given) -> None:
    area, goal = given.area(name="Zeezicht"), given.goal(name="Meer bomen")
    submission_id, _ = sign_up(graph, area_id=area, goal_id=goal)
    graph.write(records.remove, actor=SYSTEM, record_id=area, version=1)
    draft = graph.read(submissions.read, actor=CARLA, submission_id=submission_id).submission.says
    found = graph.read(submissions.chosen, actor=CARLA, draft=draft)
    assert ([each.id for each in found.there], found.gone) == ([goal], (Kind.AREA,))
    answer = graph.write(submissions.accept_sign_up, actor=CARLA, submission_id=submission_id, publish=True, token="x")
    assert answer.dropped == (Kind.AREA,)
    now = graph.read(
        links.of_record, record_id=str(answer.made_id), types=[Link.LOCATED_IN, Link.CONTRIBUTES_TO, Link.INITIATES]
    )
    assert [each.other_name for each in now if each.outgoing] == ["Meer bomen"]
    with pytest.raises(NotAllowed):
        graph.read(submissions.chosen, actor=VISITOR, draft=draft)


def test_a_known_account_gets_the_role_and_keeps_the_others(graph: Graph, given: Given) -> None:
    account_id = graph.write(
        accounts.add,
        actor=SYSTEM,
        email="bea@example.org",
        password="negen groene fietsen",
        person_id=given.person(name="Bea"),
        roles=[Role.ORGANISER],
    )
    submission_id, _ = sign_up(graph)
    answer = graph.write(submissions.accept_sign_up, actor=CARLA, submission_id=submission_id, publish=False, token="x")
    assert not answer.needs_password
    kept = graph.read(accounts.read, actor=SYSTEM, account_id=account_id)
    assert kept.roles == {Role.ORGANISER, Role.INITIATOR}


def test_a_claim_adds_an_initiator_and_keeps_the_others(graph: Graph, given: Given) -> None:
    first = given.person(name="Eerste")
    initiative = given.initiative(name="De Kavel", initiating_people=[first])
    token = sessions.new_token()
    submission_id = new_id()
    graph.write(
        submissions.claim,
        submission_id=submission_id,
        by=BEA,
        initiative_id=initiative,
        draft=Claim("Ik ben voorzitter."),
        token=token,
    )
    graph.write(submissions.confirm, token=token)
    graph.write(submissions.accept_claim, actor=CARLA, submission_id=submission_id, token=token)
    account = graph.read(accounts.by_email, actor=SYSTEM, email="bea@example.org")
    assert account is not None
    for person_id in (first, str(account.person_id)):
        actor = Actor("x", "x", person_id, frozenset({Role.INITIATOR}))
        assert graph.read(submissions.own, actor=actor, initiative_id=initiative).name == "De Kavel"


@pytest.mark.parametrize(
    ("known_as", "says_yes", "after", "hidden"),
    [
        (PublicAs.NAME, False, PublicAs.FUNCTION, True),
        (PublicAs.NAME, True, PublicAs.NAME, False),
        (PublicAs.FUNCTION, True, PublicAs.FUNCTION, False),
        (PublicAs.TEAM, False, PublicAs.TEAM, False),
        (None, True, None, False),
    ],
)
def test_of_what_somebody_chose_now_and_before_the_more_private_holds(
    graph: Graph, given: Given, *, known_as: PublicAs | None, says_yes: bool, after: PublicAs | None, hidden: bool
) -> None:
    bea = given.person(name=BEA.name, email=BEA.email, person_kind="resident", public_as=known_as)
    submission_id, _ = sign_up(graph, name_is_public=says_yes)
    answer = graph.write(submissions.accept_sign_up, actor=CARLA, submission_id=submission_id, publish=True, token="x")
    assert answer.hidden is hidden
    assert graph.read(records.read, actor=SYSTEM, record_id=bea).properties.get("public_as") == after
    page = graph.read(initiatives.page, actor=VISITOR, initiative_id=str(answer.made_id))
    assert [each.name for each in page.facts.initiating_people] == [BEA.name if after is PublicAs.NAME else None]


def test_check_20_and_28_nobody_proposes_for_the_initiative_of_another(graph: Graph, given: Given) -> None:
    mine, other = given.person(name="Ine"), given.person(name="Olga")
    given.initiative(name="Van mij", initiating_people=[mine])
    theirs = given.initiative(name="Van haar", initiating_people=[other], summary="Oud")
    actor = initiator(graph, mine)
    with pytest.raises(NotAllowed):
        propose(graph, actor, theirs, summary="Nieuw")
    with pytest.raises(NotAllowed):
        propose(graph, VISITOR, theirs, summary="Nieuw")
    with pytest.raises(NotAllowed):
        graph.read(submissions.own, actor=actor, initiative_id=theirs)
    assert graph.read(submissions.listing, actor=CARLA).rows == ()


def test_check_22_only_these_properties_can_be_proposed(graph: Graph, given: Given) -> None:
    mine = given.person(name="Ine")
    initiative = given.initiative(name="Van mij", initiating_people=[mine])
    actor = initiator(graph, mine)
    for bad in ({"name": "X"}, {"visibility": "removed"}, {"status_confirmed_by": "x"}, {"website": "javascript:x"}):
        with pytest.raises(Invalid):
            propose(graph, actor, initiative, **bad)


def test_a_representative_proposes_for_the_organisation(graph: Graph, given: Given) -> None:
    organisation = given.organisation(name="Bewonersvereniging")
    person = given.person(name="Ine", works_for_organisation=[organisation])
    initiative = given.initiative(name="Plein", initiators=[organisation])
    assert propose(graph, initiator(graph, person), initiative, summary="Nieuw")


def test_an_accepted_change_is_on_the_record_and_a_newer_version_is_a_conflict(graph: Graph, given: Given) -> None:
    person = given.person(name="Ine")
    initiative = given.initiative(name="Plein", summary="Oud", initiating_people=[person])
    actor = initiator(graph, person)
    submission_id = propose(graph, actor, initiative, summary="Nieuw", website="")
    (sent,) = graph.read(submissions.listing, actor=CARLA).rows
    assert sent.submission.says.properties == {"summary": "Nieuw"}
    now = graph.read(records.read, actor=SYSTEM, record_id=initiative)
    with pytest.raises(Conflict):
        graph.write(submissions.accept_change, actor=CARLA, submission_id=submission_id, version=now.version + 1)
    graph.write(submissions.accept_change, actor=CARLA, submission_id=submission_id, version=now.version)
    assert graph.read(records.read, actor=VISITOR, record_id=initiative).properties["summary"] == "Nieuw"
    (proposal,) = graph.read(submissions.page, actor=actor).proposals
    assert proposal.submission.state is State.ACCEPTED


def test_a_status_that_was_proposed_is_confirmed_by_who_proposed_it(graph: Graph, given: Given) -> None:
    person, before = given.person(name="Ine"), given.person(name="Eerder")
    named = {"status": "running", "status_confirmed_on": dt.date(2026, 1, 1), "status_confirmed_by": before}
    initiative = given.initiative(name="Plein", initiating_people=[person], **named)
    submission_id = propose(graph, initiator(graph, person), initiative, status="completed")
    now = graph.read(records.read, actor=SYSTEM, record_id=initiative)
    graph.write(submissions.accept_change, actor=CARLA, submission_id=submission_id, version=now.version)
    after = graph.read(records.read, actor=SYSTEM, record_id=initiative).properties
    assert (after["status"], after["status_confirmed_by"]) == ("completed", person)
    assert after["status_confirmed_on"] == clock.today()


def test_a_proposal_that_changes_nothing_is_refused(graph: Graph, given: Given) -> None:
    person = given.person(name="Ine")
    initiative = given.initiative(name="Plein", summary="Oud", initiating_people=[person])
    with pytest.raises(Invalid) as refused:
        propose(graph, initiator(graph, person), initiative, summary="Oud", channels=[])
    assert refused.value.field == "form"


@pytest.mark.parametrize("actor", [VISITOR, Actor("x", "x", None, frozenset({Role.INITIATOR, Role.ORGANISER}))])
def test_check_28_only_moderators_read_and_answer(graph: Graph, actor: Actor) -> None:
    submission_id, _ = sign_up(graph)
    for work, named in (
        (submissions.read, {}),
        (submissions.accept_sign_up, {"publish": True, "token": "x"}),
        (submissions.accept_claim, {"token": "x"}),
        (submissions.accept_change, {"version": 1}),
        (submissions.mark_seen, {}),
        (submissions.refuse, {"reason": "nee"}),
    ):
        with pytest.raises(NotAllowed):
            graph.write(work, actor=actor, submission_id=submission_id, **named)
    with pytest.raises(NotAllowed):
        graph.read(submissions.listing, actor=actor)


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("Bea\r\nBcc: x@example.org", "bea@example.org"),
        ("Bea", "bea@example.org\r\nBcc: x@example.org"),
        ("Bea", "a@example.org, b@example.org"),
        ("", "bea@example.org"),
        ("Bea", ""),
    ],
)
def test_check_14_a_sender_is_one_line_and_one_address(name: str, email: str) -> None:
    with pytest.raises(Invalid):
        submissions.sender(name, email)


def test_what_nobody_confirmed_and_what_is_long_answered_is_forgotten(graph: Graph) -> None:
    sign_up(graph, confirm=False)
    submission_id, _ = sign_up(graph)
    graph.write(submissions.refuse, actor=CARLA, submission_id=submission_id, reason="nee")
    with clock.at(clock.now() + dt.timedelta(days=8)):
        graph.write(submissions.forget)
    assert graph.read(submissions.read, actor=CARLA, submission_id=submission_id).submission.reason == "nee"
    with clock.at(clock.now() + dt.timedelta(days=366)):
        graph.write(submissions.forget)
    with pytest.raises(NotFound):
        graph.read(submissions.read, actor=CARLA, submission_id=submission_id)


def test_people_are_named_to_the_public_only_as_they_chose(graph: Graph, given: Given) -> None:
    official = given.person(name="Els", person_kind="official", function="adviseur groen")
    resident = given.person(name="Bea", person_kind="resident")
    assert graph.read(submissions.about, kind=Kind.PERSON, record_id=official).name == "adviseur groen"
    with pytest.raises(NotFound):
        graph.read(submissions.about, kind=Kind.PERSON, record_id=resident)


def test_the_own_page_brings_what_others_learned_in_this_phase(graph: Graph, given: Given) -> None:
    theme, person = given.theme(name="Groen"), given.person(name="Ine")
    given.initiative(name="Plein", initiating_people=[person], status=Status.STARTED, themes=[theme])
    other = given.initiative(name="Tuin", themes=[theme])
    named = {"learned_by": [other], "themes": [theme]}
    given.record(Kind.LESSON, name="Begin met water", phase=Status.STARTED, **named)
    given.record(Kind.LESSON, name="Later pas", phase=Status.COMPLETED, **named)
    given.record(Kind.LESSON, name="Nog niet openbaar", phase=Status.STARTED, visibility=Visibility.DRAFT, **named)
    (part,) = graph.read(submissions.page, actor=initiator(graph, person)).parts
    assert [each.name for each in part.lessons] == ["Begin met water"]


def test_the_list_is_filtered_counted_sorted_and_paged(graph: Graph, given: Given) -> None:
    start = clock.now() - dt.timedelta(days=9)
    for number, name in enumerate(("De Buurttuin", "De Ruilkast", "Het Eethuis")):
        with clock.at(start + dt.timedelta(days=number)):
            sign_up(graph, name=name)
    mine = given.initiative(name="Opfleuren")
    token = sessions.new_token()
    claim = new_id()
    by = Sender("Aad Verzonnen", "aad@example.org")
    graph.write(
        submissions.claim, submission_id=claim, by=by, initiative_id=mine, draft=Claim("Ik begon het."), token=token
    )
    graph.write(submissions.confirm, token=token)
    sign_up(graph, confirm=False, name="Nog niet bevestigd")

    def names(selection: Selection, *, skip: int = 0, limit: int = 10) -> list[str]:
        found = graph.read(submissions.listing, actor=CARLA, selection=selection, skip=skip, limit=limit)
        return [each.about.name if each.about else each.submission.says.name for each in found.rows]

    assert names(Selection()) == ["De Buurttuin", "De Ruilkast", "Het Eethuis", "Opfleuren"]
    assert names(Selection(), skip=1, limit=2) == ["De Ruilkast", "Het Eethuis"]
    assert names(Selection(order=Order.NEWEST))[:2] == ["Opfleuren", "Het Eethuis"]
    assert names(Selection(order=Order.SENDER))[:2] == ["Opfleuren", "De Buurttuin"]
    assert names(Selection(kind=SubmissionKind.CLAIM)) == ["Opfleuren"]
    graph.write(submissions.refuse, actor=CARLA, submission_id=claim, reason="Dit kan niet.")
    assert names(Selection(state=State.REFUSED)) == ["Opfleuren"]
    found = graph.read(submissions.listing, actor=CARLA, selection=Selection(), skip=0, limit=2)
    assert (found.total, len(found.rows)) == (3, 2)
    assert found.states == {State.CONFIRMED: 3, State.ACCEPTED: 0, State.REFUSED: 1, State.SEEN: 0}
    assert found.kinds[SubmissionKind.SIGN_UP] == 3
    assert found.kinds[SubmissionKind.CLAIM] == 0


def test_only_who_answers_submissions_gets_the_rows_of_a_file(graph: Graph) -> None:
    with pytest.raises(NotAllowed):
        graph.read(submissions.rows, actor=VISITOR, selection=Selection(), skip=0, limit=1)
