"""Is this right as well? The page, and what both buttons do."""

import pytest
from flask.testing import FlaskClient

from graph.rights import Role
from tests.app.sign_in import sign_in
from tests.given import Given


@pytest.fixture
def town(given: Given) -> tuple[str, str]:
    goal, baker = given.goal(name="Minder eenzaamheid"), given.organisation(name="Bakkerij Kruim")
    for name in ("Buurtkeuken", "Soepfiets"):
        given.initiative(name=name, goals=[goal], partners=[baker])
    return given.initiative(name="Samen Eten", goals=[goal]), baker


def test_a_partner_is_added_by_hand_and_taken_back(client: FlaskClient, given: Given, town: tuple[str, str]) -> None:
    initiative, baker = town
    here = f"/initiatieven/{initiative}/klopt-dit-ook"
    assert "Klopt dit ook?" not in client.get(f"/initiatieven/{initiative}").text
    assert client.get(here).status_code == 302
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert here in client.get(f"/initiatieven/{initiative}").text
    page = client.get(here).text
    assert "Buurtkeuken heeft ‘Bakkerij Kruim’ en deelt ‘Minder eenzaamheid’ met Samen Eten." in page
    added = client.post(f"{here}/partner/{baker}/erbij", follow_redirects=True).text
    assert "Toegevoegd: ‘Bakkerij Kruim’." in added
    assert "Wij zien nu niets dat ontbreekt." in added
    assert "Bakkerij Kruim" in client.get(f"/initiatieven/{initiative}").text
    client.post(f"{here}/partner/{baker}/toch-niet")
    assert "Voeg toe" in client.get(here).text


def test_what_does_not_belong_is_remembered_and_told_in_the_history(
    client: FlaskClient, given: Given, town: tuple[str, str]
) -> None:
    initiative, baker = town
    here = f"/initiatieven/{initiative}/klopt-dit-ook"
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(f"{here}/partner/{baker}/niet")
    assert "Voeg toe" not in client.get(here).text
    assert client.post(f"{here}/partner/{baker}/anders").status_code == 404
    client.post(f"{here}/partner/{baker}/toch-wel")
    assert "Voeg toe" in client.get(here).text
