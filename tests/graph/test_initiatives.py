"""What the page of an initiative and the list of initiatives say, and to whom."""

import datetime as dt

import pytest

from graph import clock, initiatives, records
from graph.bridges import life
from graph.errors import NotFound
from graph.initiatives import Selection
from graph.links import Tie
from graph.mentions import Moved
from graph.model import PersonKind, PublicAs, Status, Visibility
from graph.rights import SYSTEM, VISITOR, Actor, Role
from graph.store import Graph
from tests.given import Given

STAFF = Actor(name="Carla Fictie", account_id="account", roles=frozenset({Role.BRIDGE_BUILDER}))


def read(graph: Graph, initiative_id: str, actor: Actor = VISITOR) -> initiatives.InitiativePage:
    return graph.read(initiatives.page, actor=actor, initiative_id=initiative_id)


def test_the_page_tells_the_goals_with_their_note_and_how_many_work_at_them(graph: Graph, given: Given) -> None:
    note = given.note(name="Groenvisie")
    goal = given.goal(name="Meer bijen", notes=[Tie(note, {"page": 18})])
    shown = given.initiative(name="Bijenlint", goals=[goal])
    given.initiative(goals=[goal])
    given.initiative(goals=[goal], visibility=Visibility.DRAFT)

    (found,) = read(graph, shown).goals

    assert (found.mention.name, found.initiatives) == ("Meer bijen", 2)
    assert [(each.mention.name, each.page) for each in found.notes] == [("Groenvisie", 18)]
    assert read(graph, shown, STAFF).goals[0].initiatives == 3


def test_a_visitor_reads_the_same_page_whatever_becomes_of_a_bridge(graph: Graph, given: Given) -> None:
    goal = given.goal()
    shown, other = given.initiative(goals=[goal]), given.initiative(goals=[goal])
    before, known = read(graph, shown), read(graph, shown, STAFF)
    assert [[each.other.id for each in some] for some in (before.related, known.related, known.bridges)] == [
        [other]
    ] * 3

    graph.write(life.ask, actor=SYSTEM, a=shown, b=other, text="Wilt u elkaar ontmoeten?")
    assert read(graph, shown) == before
    graph.write(life.refuse, actor=SYSTEM, a=shown, b=other, reason="Zij zien er niets in.")
    assert read(graph, shown) == before

    known = read(graph, shown, STAFF)
    assert (known.related, known.bridges) == ((), ())


@pytest.mark.parametrize("is_ended", [True, False])
def test_what_stopped_or_ended_is_brought_together_with_nobody(graph: Graph, given: Given, *, is_ended: bool) -> None:
    goal = given.goal()
    given.initiative(name="Groene buurttuin", goals=[goal], partners=[given.organisation()])
    over = given.initiative(name="Oude buurttuin", goals=[goal])
    found = read(graph, over, STAFF)
    assert all((found.related, found.bridges, found.meetings))

    if is_ended:
        graph.write(records.end, actor=SYSTEM, record_id=over, version=1, on=clock.today())
    else:
        named = {"actor": SYSTEM, "record_id": over, "version": 1}
        graph.write(records.change, **named, properties={"status": Status.STOPPED})

    for actor in (VISITOR, STAFF):
        found = read(graph, over, actor)
        assert (found.related, found.bridges, found.meetings) == ((), (), ())


def test_a_draft_is_not_found_by_a_visitor(graph: Graph, given: Given) -> None:
    draft = given.initiative(visibility=Visibility.DRAFT)
    with pytest.raises(NotFound):
        read(graph, draft)
    assert read(graph, draft, STAFF).facts.visibility is Visibility.DRAFT


def test_an_official_is_shown_by_function_unless_chosen_otherwise(graph: Graph, given: Given) -> None:
    team = given.department(name="Team Wijken")
    person = given.person(
        name="Carla Fictie", person_kind=PersonKind.OFFICIAL, function="gebiedsmanager", works_for=[team]
    )
    shown = given.initiative(contact=[Tie(person, since=dt.date(2026, 3, 1))])

    contact = read(graph, shown).facts.contact
    assert contact is not None
    assert (contact.official.name, contact.official.function) == (None, "gebiedsmanager")
    assert contact.official.team is not None
    assert contact.since == dt.date(2026, 3, 1)
    seen = read(graph, shown, STAFF).facts.contact
    assert seen is not None
    assert seen.official.name == "Carla Fictie"


def test_who_appears_as_team_shows_no_function(graph: Graph, given: Given) -> None:
    person = given.person(person_kind=PersonKind.OFFICIAL, function="jurist", public_as=PublicAs.TEAM)
    contact = read(graph, given.initiative(contact=[person])).facts.contact
    assert contact is not None
    assert (contact.official.name, contact.official.function) == (None, None)


def test_a_private_initiator_is_counted_and_named_by_own_choice_only(graph: Graph, given: Given) -> None:
    private = given.person(name="Farid Fantasie", person_kind=PersonKind.RESIDENT)
    chosen = given.person(name="Gerda Geenpersoon", person_kind=PersonKind.RESIDENT, public_as=PublicAs.NAME)
    page = read(graph, given.initiative(initiating_people=[private, chosen]))
    assert [each.name for each in page.facts.initiating_people] == [None, "Gerda Geenpersoon"]
    assert page.private_initiators == 1


def test_without_contact_person_the_official_for_its_goal_answers(graph: Graph, given: Given) -> None:
    official = given.person(person_kind=PersonKind.OFFICIAL, function="beleidsmedewerker groen")
    above = given.goal(account_holder=[official])
    goal = given.goal(parent=above)
    page = read(graph, given.initiative(goals=[goal]))
    assert page.official is not None
    assert page.official.official.function == "beleidsmedewerker groen"


def test_a_permit_that_ran_out_contradicts_a_status_that_goes_on(graph: Graph, given: Given) -> None:
    shown = given.initiative(status=Status.STARTED)
    given.contribution(contribution_kind="permit", until=dt.date(2026, 9, 1), given_to=[shown])
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        doubt = read(graph, shown).standing.doubt
        assert doubt is not None
        assert doubt.permit_ended_on == dt.date(2026, 9, 1)


def test_the_list_filters_on_narrower_themes_and_areas_inside_and_counts_each_choice(
    graph: Graph, given: Given
) -> None:
    green = given.theme(name="Groen")
    garden = given.theme(name="Tuinen", parent=green)
    town = given.area(name="Dorp")
    street = given.area(name="Kerkpad", parent=town)
    given.initiative(name="A", themes=[garden], areas=[street], status=Status.RUNNING)
    given.initiative(name="B", themes=[green], status=Status.IDEA)
    given.initiative(name="C", themes=[green], visibility=Visibility.DRAFT)

    selection = Selection(theme=green)
    found = graph.read(initiatives.listing, actor=VISITOR, selection=selection, skip=0, limit=10)

    assert [row.name for row in found.rows] == ["A", "B"]
    assert found.total == 2
    choices = {(each.filter, each.name): each.initiatives for each in found.choices}
    assert choices["theme", "Tuinen"] == 1
    assert choices["theme", "Groen"] == 2
    assert choices["area", "Dorp"] == 1
    assert choices["status", "running"] == 1
    inside = Selection(area=town)
    assert graph.read(initiatives.listing, actor=VISITOR, selection=inside, skip=0, limit=10).total == 1


def test_a_merged_initiative_leads_to_the_one_that_took_its_place(graph: Graph, given: Given) -> None:
    survivor = given.initiative()
    merged = given.initiative(merged_into=survivor, visibility=Visibility.REMOVED)
    with pytest.raises(Moved) as moved:
        read(graph, merged)
    assert moved.value.record_id == survivor
