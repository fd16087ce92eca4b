"""On the page of a bridge: what was said and written stays readable, and one recorded answer is taken back."""

import html
import re

import pytest
from flask.testing import FlaskClient

from graph.rights import Role
from tests.app.sign_in import sign_in
from tests.app.test_bridge_life import undo_url, url, wish_in
from tests.given import Given


@pytest.fixture
def pair(given: Given) -> tuple[str, str]:
    goal = given.goal(name="Minder eenzaamheid")
    return (
        given.initiative(name="Buurtmoestuin De Kavel", goals=[goal]),
        given.initiative(name="Voedselbank Oost", goals=[goal]),
    )


def test_only_the_answer_that_was_recorded_is_taken_back(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(url(pair, "/vragen"), data={"text": "Samen eten."})
    said = client.post(url(pair, "/antwoord"), data={"initiatief": pair[1], "antwoord": "ja"}, follow_redirects=True)
    ways = [html.unescape(way) for way in re.findall(r'action="([^"]+/antwoord-terug\?[^"]+)"', said.text)]
    # In the message, and on the page as long as it can be taken back.
    assert len(ways) == 2
    assert ways[0] == ways[1]
    assert "Maak ongedaan: Voedselbank Oost zegt ja" in said.text
    back = client.post(ways[0], follow_redirects=True).text
    assert "Het antwoord is ongedaan gemaakt." in back
    assert back.count("nog geen antwoord") == 2
    assert undo_url(client, pair)
    again = client.post(ways[0], follow_redirects=True).text
    assert "Er is niets teruggenomen: de brug is intussen veranderd." in again


def test_a_recorded_no_is_taken_back_and_the_yes_of_the_other_stays(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(url(pair, "/vragen"), data={"text": "Samen eten."})
    client.post(url(pair, "/antwoord"), data={"initiatief": pair[0], "antwoord": "ja"}, follow_redirects=True)
    no = {"initiatief": pair[1], "antwoord": "nee", "waarom": "no_time"}
    said = client.post(url(pair, "/antwoord"), data=no, follow_redirects=True).text
    assert "Maak ongedaan: Voedselbank Oost zegt nee" in said
    way = re.search(r'action="([^"]+/antwoord-terug\?[^"]+)"', said)
    assert way is not None
    back = client.post(html.unescape(way[1]), follow_redirects=True).text
    assert back.count("nog geen antwoord") == 1
    assert "Buurtmoestuin De Kavel zegt ja" in back


def test_what_was_written_with_a_step_can_be_read_after_the_next(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(url(pair, "/vragen"), data={"text": "Samen eten wij uit de tuin."})
    client.post(url(pair, "/wens"), data=wish_in(client.get(url(pair)).text, "Samen koken wij."))
    for side in pair:
        client.post(url(pair, "/antwoord"), data={"initiatief": side, "antwoord": "ja"})
    steps = {
        "introduced": "Bij de koffie.",
        "met": "Zij zaten een uur in de kas.",
        "working_together": "Elke week soep.",
    }
    for state, text in steps.items():
        client.post(url(pair, "/stap"), data={"staat": state, "verder-text": text})
    told = client.get(url(pair)).text.partition("Hoe staat het ermee?")[2]
    for text in ("Samen eten wij uit de tuin.", "Samen koken wij.", *steps.values()):
        assert told.count(f'<p class="utrecht-paragraph">{text}</p>') == 1
