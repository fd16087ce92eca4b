"""The list of bridges, one bridge, and what a bridge-builder does with it."""

import pytest
from flask.testing import FlaskClient

from graph.rights import Role
from tests.app.sign_in import sign_in
from tests.given import Given


@pytest.fixture
def pair(given: Given) -> tuple[str, str]:
    note = given.note(name="Nota Samen Leven")
    goal = given.goal(name="Minder eenzaamheid", notes=[note])
    kavel = given.initiative(name="Buurtmoestuin De Kavel", goals=[goal], areas=[given.area(name="De Geest")])
    oost = given.initiative(name="Voedselbank Oost", goals=[goal], areas=[given.area(name="Dorp")])
    return kavel, oost


def url(pair: tuple[str, str], act: str = "") -> str:
    return f"/bruggen/{pair[0]}/{pair[1]}{act}"


def test_the_list_says_why_and_links_what_is_shared(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/bruggen").text
    assert "Zij werken allebei aan het doel ‘Minder eenzaamheid’. Bij ons bekend: 2 initiatieven." in page
    assert "/bruggen/" in page
    assert pair[0] in page


def test_a_bridge_ends_in_who_answers_for_it(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get(url(pair)).text
    assert "werken allebei aan het doel ‘Minder eenzaamheid’" in page
    assert "Wij zien nog geen contact tussen deze twee." in page
    assert "Nota Samen Leven" in page
    assert "Wij kennen niemand die beide groepen sprak." in page
    assert "Deze brug is" in page
    assert "een ander gebied" in page


def test_asking_both_groups_gives_a_text_and_takes_the_pair_from_the_list(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    answer = client.post(url(pair, "/vragen"), data={"text": "Wij willen samen koken."}, follow_redirects=True)
    assert "De tekst voor beide groepen" in answer.text
    assert "Wij willen samen koken." in answer.text
    assert "Geen bruggen met deze filters." in client.get("/bruggen").text
    assert "Voorgesteld" in client.get("/bruggen?staat=asked").text


def test_a_refusal_needs_a_reason_and_can_be_undone(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    without = client.post(url(pair, "/weigeren"))
    assert (without.status_code, "Kies een reden." in without.text) == (400, True)
    client.post(url(pair, "/weigeren"), data={"reason": "topic"})
    assert "het onderwerp verschilt te veel" in client.get("/bruggen?staat=refused").text
    client.post(url(pair, "/ongedaan"))
    assert "Minder eenzaamheid" in client.get("/bruggen").text


def test_check_57_who_comes_second_hears_who_was_first(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(url(pair, "/bekend"))
    second = client.post(url(pair, "/vragen"), data={"text": "Hallo"}, follow_redirects=True)
    assert "was u voor. De brug staat nu op ‘Kennen elkaar al’." in second.text


def test_check_24_visitors_and_organisers_see_no_bridges(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    assert client.get(url(pair)).status_code == 302
    sign_in(client, given, Role.ORGANISER)
    assert client.get(url(pair)).status_code == 403
    assert client.post(url(pair, "/vragen"), data={"text": "Hallo"}).status_code == 403


def test_the_dial_says_and_keeps_its_order(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert "Het meest bijzondere staat bovenaan." in client.get("/bruggen").text
    page = client.get("/bruggen?verrassend=5").text
    assert "Het meest verrassende staat bovenaan." in page
    assert 'value="5" aria-valuetext="verrassend"' in page
    for odd in ("0", "6", "x", "٣", ""):
        assert 'value="3" aria-valuetext="in het midden"' in client.get(f"/bruggen?verrassend={odd}").text
    assert pair[0] in page
