"""The pages of initiatives in a browser without a login."""

import datetime as dt

from flask.testing import FlaskClient

from graph.model import PersonKind, Visibility
from tests.given import Given


def test_the_page_shows_what_it_is_and_whom_to_write_to(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Meer bijen en vlinders")
    shown = given.initiative(
        name="Bijenlint", summary="Bloemen langs het pad", goals=[goal], status="running", website="https://example.org"
    )
    text = client.get(f"/initiatieven/{shown}").text
    assert "<h1" in text
    assert "Bloemen langs het pad" in text
    assert "Meer bijen en vlinders" in text
    assert "In uitvoering" in text
    assert "Stuur een bericht" in text
    assert "1 initiatief" in text


def test_an_unknown_initiative_is_a_calm_404(client: FlaskClient) -> None:
    assert client.get("/initiatieven/bestaat-niet").status_code == 404


def test_the_address_of_a_merged_initiative_leads_to_the_survivor(client: FlaskClient, given: Given) -> None:
    survivor = given.initiative()
    merged = given.initiative(merged_into=survivor, visibility=Visibility.REMOVED)
    answer = client.get(f"/initiatieven/{merged}")
    assert answer.status_code == 301
    assert answer.location == f"/initiatieven/{survivor}"


def test_check_23_what_is_private_never_stands_on_the_page_or_in_the_list(client: FlaskClient, given: Given) -> None:
    official = given.person(
        name="Kanarie Geheim",
        person_kind=PersonKind.OFFICIAL,
        function="adviseur",
        email="kanarie@example.org",
        telephone="0123 987 654",
    )
    resident = given.person(name="Bewoner Geheim", person_kind=PersonKind.RESIDENT, email="bewoner@example.org")
    shown = given.initiative(contact=[official], initiating_people=[resident], status="running")
    given.initiative(name="Kanarie concept", visibility=Visibility.DRAFT)
    for path in (f"/initiatieven/{shown}", "/initiatieven"):
        text = client.get(path).text
        for canary in ("Geheim", "kanarie@", "bewoner@", "987", "Kanarie concept"):
            assert canary not in text, (path, canary)


def test_the_list_keeps_filters_in_the_address(client: FlaskClient, given: Given) -> None:
    theme = given.theme(name="Muziek")
    given.initiative(name="Koor", themes=[theme])
    given.initiative(name="Moestuin")
    text = client.get(f"/initiatieven?thema={theme}").text
    assert "Koor" in text
    assert "Moestuin" not in text
    assert client.get("/initiatieven?status=onzin").status_code == 400


def test_a_late_agreement_names_the_team_and_the_days(client: FlaskClient, given: Given) -> None:
    shown = given.initiative(status_since=dt.date(2026, 2, 3), status="running")
    text = client.get(f"/initiatieven/{shown}").text
    assert "sinds 3 februari 2026." in text
