"""Who is on the list, who is not, and what is said about it."""

import datetime as dt

import pytest
from neo4j import Transaction

from graph import clock, invitations, records
from graph.errors import NotAllowed, NotFound
from graph.invitations import InvitationList, Subject, guests
from graph.invitations.candidates import Reachable
from graph.links import LinkField, Tie
from graph.model import Kind, Link, OrganisationKind, PersonKind, Visibility
from graph.rights import VISITOR, Actor, Role
from graph.store import Graph
from tests.given import Given

ORGANISER = Actor(name="Olaf Verzonnen", roles=frozenset({Role.ORGANISER}))


def listed(graph: Graph, *, seats: int = 10, **named: object) -> InvitationList:
    subject = Subject(**{name: tuple(named.pop(name)) for name in ("goals", "themes", "areas") if name in named})  # type: ignore[arg-type, call-overload]
    return graph.read(invitations.make, actor=ORGANISER, subject=subject, seats=seats, **named)  # type: ignore[arg-type]


def names(made: InvitationList) -> list[str]:
    return [place.candidate.facts.name for place in made.guests]


def test_parties_of_initiatives_below_the_chosen_goal_are_on_it(graph: Graph, given: Given) -> None:
    top = given.goal(name="Samen leven")
    below = given.goal(name="Minder eenzaamheid", parent=top)
    partner = given.organisation(name="Voedselbank Oost")
    given.initiative(name="Samen eten", goals=[below], partners=[partner])
    made = listed(graph, goals=[top])
    assert names(made) == ["Voedselbank Oost"]
    assert made.guests[0].basis is Reachable.ORGANISATION
    assert [each.name for each in made.guests[0].candidate.partners_in] == ["Samen eten"]


def test_a_theme_and_an_area_are_both_asked_for(graph: Graph, given: Given) -> None:
    theme, district = given.theme(), given.area()
    neighbourhood = given.area(parent=district)
    here, elsewhere = given.organisation(name="Hier"), given.organisation(name="Elders")
    given.initiative(themes=[theme], areas=[neighbourhood], partners=[here])
    given.initiative(themes=[theme], areas=[given.area()], partners=[elsewhere])
    assert names(listed(graph, themes=[theme], areas=[district])) == ["Hier"]


def test_a_resident_who_was_never_asked_is_only_counted_also_when_certain(graph: Graph, given: Given) -> None:
    goal = given.goal()
    resident = given.person(name="Anna Voorbeeld", person_kind=PersonKind.RESIDENT)
    given.initiative(goals=[goal], initiating_people=[resident])
    made = listed(graph, goals=[goal], must=[resident])
    assert (names(made), made.left_out, made.must_left_out) == ([], 1, 1)


def test_a_resident_who_agreed_is_on_it(graph: Graph, given: Given) -> None:
    goal, town = given.goal(), given.area()
    resident = given.person(name="Anna Voorbeeld", person_kind=PersonKind.RESIDENT)
    field = LinkField(Link.MAY_BE_CONTACTED, Kind.AREA)
    agreed = Tie(town, {"purpose": "invitation", "channel": "mail", "basis": "consent"})
    graph.write(records.change, actor=given.actor, record_id=resident, version=1, properties={}, ties={field: [agreed]})
    given.initiative(goals=[goal], initiating_people=[resident])
    assert listed(graph, goals=[goal]).guests[0].basis is Reachable.CONSENT


def test_officials_take_no_seat_of_a_guest(graph: Graph, given: Given) -> None:
    goal = given.goal()
    official = given.person(name="Bram Bedacht", person_kind=PersonKind.OFFICIAL, works_for=[given.department()])
    graph.write(
        records.change,
        actor=given.actor,
        record_id=goal,
        version=1,
        properties={},
        ties={LinkField(Link.ACCOUNT_HOLDER_OF, Kind.PERSON, outgoing=False): [Tie(official)]},
    )
    given.initiative(goals=[goal], partners=[given.organisation(name="De Korf")])
    made = listed(graph, goals=[goal], seats=1)
    assert names(made) == ["De Korf"]
    assert [(place.rank, place.basis) for place in made.officials] == [(2, Reachable.FUNCTION)]


@pytest.mark.parametrize(("days", "there"), [(1, 2), (0, 0)])
def test_a_task_and_a_job_until_later_count_today(
    graph: Graph, given: Given, tx: Transaction, days: int, there: int
) -> None:
    team = given.department()
    goal = given.goal(
        account_holder=[given.person(person_kind=PersonKind.OFFICIAL, works_for=[team]) for _ in range(2)]
    )
    until = clock.today() + dt.timedelta(days=days)
    tx.run("MATCH ()-[link:ACCOUNT_HOLDER_OF|WORKS_FOR]->() SET link.until = $until", until=until).consume()
    made = listed(graph, goals=[goal])
    assert ([place.basis for place in made.officials], made.left_out) == ([Reachable.FUNCTION] * there, 0)


@pytest.mark.parametrize(("days", "there"), [(0, 1), (1, 0)])
def test_a_task_counts_from_its_first_day(graph: Graph, given: Given, days: int, there: int) -> None:
    official = given.person(person_kind=PersonKind.OFFICIAL, works_for=[given.department()])
    goal = given.goal(account_holder=[Tie(official, since=clock.today() + dt.timedelta(days=days))])
    assert [place.basis for place in listed(graph, goals=[goal]).officials] == [Reachable.FUNCTION] * there


def test_never_means_never_and_gaps_are_named(graph: Graph, given: Given) -> None:
    busy, empty = given.goal(name="Meer bijen"), given.goal(name="Schone pleinen")
    partner = given.organisation(organisation_kind=OrganisationKind.COMPANY)
    given.initiative(goals=[busy], partners=[partner])
    made = listed(graph, goals=[busy, empty], never=[partner])
    assert names(made) == []
    assert [each.facts.id for each in made.never] == [partner]
    assert [gap.name for gap in made.gaps if gap.is_open] == ["Meer bijen", "Schone pleinen"]


def test_the_only_party_for_a_goal_is_said_to_be_that(graph: Graph, given: Given) -> None:
    goal = given.goal(name="Meer bijen")
    given.initiative(goals=[goal], partners=[given.organisation()])
    assert listed(graph, goals=[goal]).guests[0].only_for == ("Meer bijen",)


def test_who_may_not_or_will_not_be_asked_is_a_party_all_the_same(graph: Graph, given: Given) -> None:
    goal, theme = given.goal(name="Meer bijen"), given.theme(name="Groen")
    known, other = given.organisation(), given.organisation()
    resident = given.person(name="Anna Voorbeeld", person_kind=PersonKind.RESIDENT)
    given.initiative(goals=[goal], partners=[known], initiating_people=[resident])
    assert listed(graph, goals=[goal]).guests[0].only_for == ()
    given.initiative(themes=[theme], partners=[known, other])
    assert listed(graph, themes=[theme], never=[other]).guests[0].only_for == ()


def test_the_certain_ones_are_on_it_also_when_they_are_more_than_the_seats(graph: Graph, given: Given) -> None:
    goal, team = given.goal(), given.department()
    parties = [given.organisation() for _ in range(5)]
    given.initiative(goals=[goal], partners=parties)
    officials = [given.person(person_kind=PersonKind.OFFICIAL, works_for=[team]) for _ in range(4)]
    certain = {*parties[:3], *officials}
    made = listed(graph, goals=[goal], seats=1, must=certain)
    assert {place.candidate.facts.id for place in (*made.guests, *made.officials)} == certain
    assert all(place.certain for place in (*made.guests, *made.officials))
    assert (made.seats, len(made.guests), len(made.reserve)) == (1, 3, 1)


def test_an_organisation_does_not_fill_the_table(graph: Graph, given: Given) -> None:
    goal, house = given.goal(), given.organisation(name="De Korf")
    people = [given.person(person_kind=PersonKind.REPRESENTATIVE, works_for_organisation=[house]) for _ in range(3)]
    given.initiative(goals=[goal], initiators=[house], initiating_people=people)
    assert len(listed(graph, goals=[goal]).guests) == 2
    assert len(listed(graph, goals=[goal], per_organisation=4).guests) == 4


def test_what_is_left_when_seats_are_full_is_the_reserve(graph: Graph, given: Given) -> None:
    goal = given.goal()
    for _ in range(6):
        given.initiative(goals=[goal], partners=[given.organisation()])
    made = listed(graph, goals=[goal], seats=3)
    assert (len(made.guests), len(made.reserve)) == (3, 1)
    assert [place.rank for place in made.places] == [1, 2, 3, 4]


def test_new_contacts_are_those_one_does_not_work_with_yet(graph: Graph, given: Given) -> None:
    goal = given.goal()
    one, two, three = (given.organisation(name=name) for name in ("Een", "Twee", "Drie"))
    given.initiative(goals=[goal], partners=[one, two])
    given.initiative(goals=[goal], partners=[three])
    counts = {place.candidate.facts.name: place.new_contacts for place in listed(graph, goals=[goal]).guests}
    assert counts == {"Een": 1, "Twee": 1, "Drie": 2}


def test_check_28_a_visitor_gets_no_list_and_an_unknown_goal_is_not_found(graph: Graph) -> None:
    with pytest.raises(NotAllowed):
        graph.read(invitations.make, actor=VISITOR, subject=Subject(), seats=3)
    with pytest.raises(NotFound):
        listed(graph, goals=["nergens"])


def test_an_organisation_that_nobody_published_is_not_asked_also_when_certain(graph: Graph, given: Given) -> None:
    goal = given.goal()
    draft = given.organisation(name="Jan de Vries", visibility=Visibility.DRAFT)
    given.initiative(goals=[goal], initiators=[draft], partners=[given.organisation(name="De Korf")])
    made = listed(graph, goals=[goal], must=[draft])
    assert (names(made), made.drafts, made.left_out, made.must_left_out) == (["De Korf"], 1, 0, 1)
    found = graph.read(guests.named, actor=ORGANISER, text="vries")
    assert (found.found, found.may_not, found.drafts) == ((), 0, 1)
