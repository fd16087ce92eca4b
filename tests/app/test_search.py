"""The page with what was found."""

import re

import pytest
from flask.testing import FlaskClient

from app.search import routes
from graph import search
from graph.model import Visibility
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


def test_all_that_was_found_of_one_kind_can_be_opened_and_had_as_a_file(
    client: FlaskClient, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "ON_A_PAGE", 2)
    monkeypatch.setattr(routes, "OF_EACH_KIND", 1)
    made = {given.initiative(name=f"Moestuin {number}") for number in range(3)}
    given.initiative(name="Moestuin geheim", visibility=Visibility.DRAFT)
    given.organisation(name="Moestuin Vrienden")

    def shown(path: str) -> list[str]:
        return re.findall(r'href="/initiatieven/([0-9a-f-]{36})"', client.get(path).text)

    assert len(shown("/zoeken?q=moestuin")) == 1
    first, second = (shown(f"/zoeken?q=moestuin&soort=Initiative&pagina={page}") for page in (1, 2))
    assert (len(first), len(second)) == (2, 1)
    assert {*first, *second} == made
    assert shown("/zoeken?q=moestuin&soort=Initiative&pagina=99") == second
    page = client.get("/zoeken?q=moestuin&soort=Initiative").text
    assert 'href="/zoeken?q=moestuin&amp;soort=Initiative&amp;pagina=2" rel="next"' in page
    assert 'href="/zoeken.csv?q=moestuin&amp;soort=Initiative"' in page
    lines = client.get("/zoeken.csv?q=moestuin&soort=Initiative&pagina=2").get_data().decode("utf-8-sig").splitlines()
    assert lines[0] == "Naam;Soort;Omschrijving;Bestaat nog;Adres"
    assert [line.rpartition("/")[2] for line in lines[1:]] == first + second
    assert len(client.get("/zoeken.csv?q=moestuin").get_data().splitlines()) == 5
    assert client.get("/zoeken.xlsx?q=moestuin").get_data().startswith(b"PK")
    assert len(client.get("/zoeken.csv").get_data().splitlines()) == 1
