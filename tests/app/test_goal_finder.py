"""The page of the goal finder."""

from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from tests.given import Given

IDEA = "Een moestuin waar ouderen en kinderen samen werken"


def test_an_idea_leads_to_a_goal_and_to_the_sign_up_with_everything_filled_in(
    client: FlaskClient, given: Given
) -> None:
    goal = given.goal(name="Meer moestuinen", open_for_contribution=True)
    sent = client.post("/doelzoeker", data={"idee": IDEA})
    assert sent.status_code == 303
    text = client.get(sent.headers["Location"]).text
    assert "Meer moestuinen" in text
    assert "Zoekt bijdragen" in text
    link = next(part.split('"')[0] for part in text.split('href="') if part.startswith(f"/aanmelden?doel={goal}"))
    form = client.get(link.replace("&amp;", "&")).text
    assert IDEA in form
    assert "Meer moestuinen" in form


def test_a_long_text_is_cut_and_told(client: FlaskClient) -> None:
    sent = client.post("/doelzoeker", data={"idee": "moestuin é🌱 " * 5_000}).headers["Location"]
    assert len(sent) < 8_000
    assert len(parse_qs(urlsplit(sent).query)["idee"][0]) > 500
    assert "Uw tekst is lang." in client.get(sent).text


@pytest.mark.parametrize("idea", ["xylofoon", "!?", "x", " "])
def test_without_a_goal_the_page_says_what_can_be_done(client: FlaskClient, idea: str) -> None:
    page = client.get("/doelzoeker", query_string={"idee": idea})
    assert page.status_code == 200
    assert ("Wij vonden nog geen doel bij dit idee." in page.text) == bool(idea.strip())


def test_the_start_and_the_sign_up_lead_here(client: FlaskClient) -> None:
    assert 'href="/doelzoeker"' in client.get("/").text
    assert 'href="/doelzoeker"' in client.get("/aanmelden").text
