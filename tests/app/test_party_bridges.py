"""An initiative and an organisation: from the suggestion on both pages to a partner that is recorded."""

import pytest
from flask.testing import FlaskClient

from graph.rights import Role
from tests.app.sign_in import sign_in
from tests.given import Given


@pytest.fixture
def pair(given: Given) -> tuple[str, str]:
    goal = given.goal(name="Minder eenzaamheid")
    bank = given.organisation(name="Voedselbank Oost", areas=[given.area(name="Oost")])
    given.initiative(name="Buurtkeuken", goals=[goal], partners=[bank])
    return given.initiative(name="Samen Eten", goals=[goal]), bank


def url(pair: tuple[str, str], act: str = "") -> str:
    return f"/bruggen/{pair[0]}/{pair[1]}{act}"


def test_both_pages_say_who_should_meet_and_why(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    assert "leren kennen" not in client.get(f"/initiatieven/{pair[0]}").text
    sign_in(client, given, Role.BRIDGE_BUILDER)
    why = "Voedselbank Oost werkt mee aan Buurtkeuken. Dat werkt aan het doel ‘Minder eenzaamheid’, net als Samen Eten."
    for page in (f"/initiatieven/{pair[0]}", f"/organisaties/{pair[1]}"):
        assert why in client.get(page).text
        assert url(pair) in client.get(page).text
    assert f"{why} Bij ons bekend: 2 initiatieven. Wij zien nog geen contact" in client.get(url(pair)).text


def test_the_list_keeps_the_kinds_of_bridge_apart(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert url(pair) in client.get("/bruggen").text
    assert url(pair) in client.get("/bruggen?soort=organisatie").text
    assert url(pair) not in client.get("/bruggen?soort=initiatief").text
    file = client.get("/bruggen.csv?soort=organisatie").text
    assert "Samen Eten;Voedselbank Oost;Initiatief en organisatie;Nieuw" in file.replace(",", ";")


def test_from_the_suggestion_to_a_partner_that_is_recorded(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(url(pair, "/vragen"), data={"text": "Wij willen samen koken."})
    for side in pair:
        client.post(url(pair, "/antwoord"), data={"initiatief": side, "antwoord": "ja"})
    for state in ("introduced", "met"):
        client.post(url(pair, "/stap"), data={"staat": state, "verder-text": ""})
    early = client.post(url(pair, "/partner"), follow_redirects=True)
    assert "De brug is intussen veranderd." in early.text
    client.post(url(pair, "/stap"), data={"staat": "working_together", "verder-text": ""})
    assert "Voedselbank Oost staat nog niet als partner bij Samen Eten." in client.get(url(pair)).text
    done = client.post(url(pair, "/partner"), follow_redirects=True)
    assert "De organisatie staat nu als partner bij het initiatief." in done.text
    assert "Voedselbank Oost staat als partner bij Samen Eten." in done.text
    assert "Voedselbank Oost" in client.get(f"/initiatieven/{pair[0]}").text
    undone = client.post(url(pair, "/geen-partner"), follow_redirects=True)
    assert "staat nog niet als partner" in undone.text


def test_a_refused_organisation_is_no_longer_suggested(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(url(pair, "/weigeren"), data={"reason": "topic"})
    assert "leren kennen" not in client.get(f"/initiatieven/{pair[0]}").text
    assert url(pair) in client.get("/bruggen?staat=refused&soort=organisatie").text
