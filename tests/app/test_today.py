"""The day of who logged in, per role."""

import datetime as dt

import pytest
from flask.testing import FlaskClient

from graph import audit
from graph.links import Tie
from graph.model import Kind, Visibility
from graph.rights import SYSTEM, Role
from graph.store import Graph
from tests.app.sign_in import sign_in
from tests.given import Given


def test_a_visitor_is_led_to_the_login(client: FlaskClient) -> None:
    answer = client.get("/vandaag")
    assert answer.status_code == 302
    assert answer.location.startswith("/inloggen")


def test_an_initiator_has_no_day_of_an_employee(client: FlaskClient, given: Given) -> None:
    given.initiative(name="Van een ander")
    sign_in(client, given, Role.INITIATOR)
    text = client.get("/vandaag").text
    assert "Er hoort nog geen initiatief bij uw account." in text
    assert "Van een ander" not in text


@pytest.mark.parametrize(
    ("role", "shown", "hidden"),
    [
        (Role.BRIDGE_BUILDER, "Nieuwe bruggen", ">Beheer<"),
        (Role.ORGANISER, "Maak een lijst", "Nieuwe bruggen"),
        (Role.ADMINISTRATOR, ">Beheer<", "Maak een lijst"),
    ],
)
def test_each_role_sees_its_own_first_steps(
    client: FlaskClient, given: Given, role: Role, shown: str, hidden: str
) -> None:
    goal = given.goal(name="Meer bijen")
    given.initiative(name="Bijenlint", goals=[goal])
    given.initiative(name="Vlindertuin", goals=[goal])
    sign_in(client, given, role)
    text = client.get("/vandaag").text
    assert "Zonder contactpersoon" in text
    assert shown in text
    assert hidden not in text


def test_bridges_stand_on_the_page_for_bridge_builders_only(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Meer bijen")
    shown = given.initiative(name="Bijenlint", goals=[goal])
    given.initiative(name="Vlindertuin", goals=[goal])
    public = client.get(f"/initiatieven/{shown}").text
    assert "Wie doet iets vergelijkbaars?" in public
    assert "Werkt ook aan ‘Meer bijen’." in public
    assert "Alleen bruggenbouwers zien dit deel." not in public
    assert "Wijzigen" not in public
    sign_in(client, given, Role.BRIDGE_BUILDER)
    text = client.get(f"/initiatieven/{shown}").text
    assert "Alleen bruggenbouwers zien dit deel." in text
    assert "Wijzigen" in text


def test_each_line_of_an_employee_leads_to_its_act(client: FlaskClient, given: Given) -> None:
    old = dt.date(2024, 5, 1)
    shown = given.initiative(name="Plukroute", status="started", ended_on=old)
    goal = given.goal(name="Meer bijen", keeper=[given.person(name="Carla")], review_on=old)
    rule = given.record(Kind.REQUIREMENT, name="Onderhoud", must_meet=[Tie(shown, {"questioned_on": old})])
    sign_in(client, given, Role.BRIDGE_BUILDER)
    text = client.get("/vandaag").text
    assert f'action="/initiatieven/{shown}/status"' in text
    assert f'action="/bijhouden/{goal}/klopt"' in text
    assert f'href="/eisen/{rule}/antwoord/{shown}"' in text


def test_the_words_of_a_note_of_somebody_else_are_read_and_own_words_are_not(
    client: FlaskClient, given: Given, graph: Graph
) -> None:
    carla, bram = (given.person(name=name, person_kind="official") for name in ("Carla", "Bram"))
    step = {"next_step": "Terugbellen", "next_on": dt.date(2024, 5, 1), "visibility": Visibility.DRAFT}
    own = given.record(Kind.INTERACTION, held_by=[carla], **step)
    taken_over = given.record(Kind.INTERACTION, held_by=[bram], keeper=[carla], **step)
    sign_in(client, given, Role.BRIDGE_BUILDER, person_id=carla)
    for _ in range(2):
        assert client.get("/vandaag").text.count("Terugbellen") == 2
    read = {
        each: [line.action for line in graph.read(audit.for_record, actor=SYSTEM, record_id=each)].count("read")
        for each in (own, taken_over)
    }
    assert read == {own: 0, taken_over: 1}


def test_who_holds_a_portfolio_finds_it_on_top_with_acts(client: FlaskClient, given: Given) -> None:
    els = given.person(name="Els Denkbeeld", person_kind="alderman")
    shown = given.initiative(name="Opfleuren", goals=[given.goal(name="Meer groen", holder=[els])])
    decision = given.record(Kind.DECISION, name="De berm", asked_on=dt.date(2026, 1, 5), waiting=[shown])
    sign_in(client, given, Role.BRIDGE_BUILDER, person_id=els)
    text = client.get("/vandaag").text
    assert text.index("Uw portefeuille") < text.index("Wachten op een besluit in uw portefeuille")
    assert "Zonder contactpersoon in uw portefeuille" in text
    assert text.count(f'href="/besluiten/{decision}"') == 2, "its name and its act, and not a second time below"
    assert f'href="/besluiten/{decision}"' in text
    assert f'href="/initiatieven/{shown}/wijzigen"' in text


def test_who_holds_no_portfolio_reads_nothing_of_one(client: FlaskClient, given: Given) -> None:
    given.goal(holder=[given.person(person_kind="alderman")])
    sign_in(client, given, Role.ADMINISTRATOR)
    assert "portefeuille" not in client.get("/vandaag").text
