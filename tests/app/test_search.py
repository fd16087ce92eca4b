"""The page with what was found."""

import pytest
from flask.testing import FlaskClient

from graph import search
from graph.store import Graph
from tests.given import Given


@pytest.fixture
def graph(committed: Graph) -> Graph:
    """The index is brought up to date at commit, so these tests commit."""
    return committed


def test_what_is_found_stands_in_groups_with_links(client: FlaskClient, given: Given) -> None:
    theme = given.theme(name="Moestuinen")
    kavel = given.initiative(name="Buurtmoestuin De Kavel", themes=[theme])
    page = client.get("/zoeken?q=moestuin").text
    assert f'href="/initiatieven/{kavel}"' in page
    assert f'href="/themas/{theme}"' in page
    assert "2 resultaten" in page


def test_filters_stand_in_the_address_and_can_be_taken_away(client: FlaskClient, given: Given) -> None:
    given.initiative(name="Buurtmoestuin De Kavel", themes=[given.theme(name="Moestuinen")])
    page = client.get("/zoeken?q=moestuin&soort=Initiative").text
    assert "1 resultaat" in page
    assert "q=moestuin" in page


def test_more_than_can_be_shown_is_said_and_a_filter_has_words_and_a_number(
    client: FlaskClient, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST_HITS", 2)
    theme = given.theme(name="Groen in de straat")
    for number in range(3):
        given.initiative(name=f"Moestuin {number}", themes=[theme])
    given.organisation(name="Tuinders", description="Voor wie in een moestuin werkt.")

    page = client.get("/zoeken?q=moestuin").text
    assert "Meer dan 2 resultaten. Hier staan de beste." in page
    for words in ("Initiatieven (3)", "Partners (1)", "Groen in de straat (3)"):
        assert words in page
    narrowed = client.get(f"/zoeken?q=moestuin&thema={theme}&soort=Organisation").text
    assert "Niets gevonden" in narrowed
    assert "Groen in de straat<span" in narrowed
    assert "Partners<span" in narrowed


def test_nothing_found_says_what_to_do(client: FlaskClient) -> None:
    page = client.get("/zoeken?q=onvindbaar").text
    assert "Niets gevonden voor ‘onvindbaar’." in page
    assert "stel uw vraag aan de wegwijzer" in page


def test_check_2_a_filter_that_is_no_value_of_ours_is_refused(client: FlaskClient) -> None:
    assert client.get("/zoeken?q=a&soort=Account").status_code == 400
    assert client.get("/zoeken?q=a&status=`DETACH DELETE`").status_code == 400


def test_markup_in_the_question_is_text(client: FlaskClient) -> None:
    page = client.get("/zoeken?q=<script>alert(1)</script>{{7*7}}").text
    assert "<script>alert" not in page
    assert "{{7*7}}" in page
