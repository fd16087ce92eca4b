"""The day of who logged in, per role."""

import pytest
from flask.testing import FlaskClient

from graph.rights import Role
from tests.app.sign_in import sign_in
from tests.given import Given


def test_a_visitor_is_led_to_the_login(client: FlaskClient) -> None:
    answer = client.get("/vandaag")
    assert answer.status_code == 302
    assert answer.location.startswith("/inloggen")


def test_an_initiator_has_no_day_of_an_employee(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.INITIATOR)
    assert client.get("/vandaag").status_code == 403


@pytest.mark.parametrize(
    ("role", "shown", "hidden"),
    [
        (Role.BRIDGE_BUILDER, "Nieuwe bruggen", "Naar beheer"),
        (Role.ORGANISER, "Maak een lijst", "Nieuwe bruggen"),
        (Role.ADMINISTRATOR, "Naar beheer", "Maak een lijst"),
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
