"""The page with what the network tells."""

from flask.testing import FlaskClient

from graph.rights import Role
from tests.app.sign_in import sign_in
from tests.given import Given


def test_the_page_says_what_is_missing_and_keeps_the_figures(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Minder eenzaamheid")
    given.goal(name="Meer bomen")
    given.initiative(name="De Kavel", goals=[goal], departments=[given.department(name="Parken")])
    given.initiative(name="Voedselbank Oost", goals=[goal], departments=[given.department(name="Wegen")])
    given.initiative(name="Zonder iets")
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert "/netwerk/inzichten" in client.get("/netwerk").text
    page = client.get("/netwerk/inzichten").text
    assert "1 initiatief deelt geen doel, partner of initiatiefnemer met een ander." in page
    assert "Aan 1 doel werkt nog geen initiatief dat wij kennen." in page
    assert "Meer bomen" in page
    assert "maar geen initiatief samen." in page
    assert "Er is nog niets bewaard." in page
    kept = client.post("/netwerk/inzichten", follow_redirects=True).text
    assert "De cijfers van vandaag zijn bewaard." in kept
    assert "De cijfers toen en nu" in kept
    rows = client.get("/netwerk/inzichten.csv").get_data(as_text=True)
    assert "Zonder iets" in rows
    assert client.get("/netwerk/inzichten.xlsx").status_code == 200
    assert client.get("/netwerk/inzichten?toen=x").status_code == 200


def test_an_empty_town_is_told_so(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/netwerk/inzichten").text
    assert "Elk initiatief deelt iets met een ander." in page
    assert "Er is nu geen brug om voor te stellen." in page


def test_a_visitor_sees_no_link_and_no_page(client: FlaskClient) -> None:
    assert "/netwerk/inzichten" not in client.get("/netwerk").text
    assert client.get("/netwerk/inzichten").status_code in {302, 303, 401, 403}
