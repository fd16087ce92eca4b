"""The page with what the network tells."""

import pytest
from flask.testing import FlaskClient

from graph.insights import reading
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


def test_the_file_holds_what_the_page_does_not_show(client: FlaskClient, given: Given) -> None:
    for at in range(12):
        given.initiative(name=f"Eigen weg {at:02}")
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/netwerk/inzichten").text
    assert "12 initiatieven delen geen doel, partner of initiatiefnemer met een ander." in page
    assert "Eigen weg 09" in page
    assert "Eigen weg 10" not in page.partition('id="kennismaking"')[0]
    rows = client.get("/netwerk/inzichten.csv").get_data(as_text=True)
    assert "Initiatieven die alleen staan;Eigen weg 11;" in rows
    assert "Losse delen van het netwerk (van twee of meer initiatieven);0;" in rows
    assert "En nog" not in rows


def test_a_file_that_is_cut_and_figures_of_before_say_so(
    client: FlaskClient, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_IN_FILE", 2)
    for name in ("Ans", "Bea", "Cor"):
        given.initiative(name=name)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    rows = client.get("/netwerk/inzichten.csv").get_data(as_text=True)
    assert "Initiatieven die alleen staan;Bea;" in rows
    assert "Initiatieven die alleen staan;En nog 1;Dit bestand noemt er hoogstens 2." in rows
    monkeypatch.setattr(reading, "COUNTED_TO", 2)
    client.post("/netwerk/inzichten")
    given.initiative(name="Dre")
    page = client.get("/netwerk/inzichten").text
    assert "4 initiatieven delen geen doel, partner of initiatiefnemer met een ander." in page
    assert "meer dan" not in page.partition('id="toen"')[2]
    monkeypatch.setattr(reading, "COUNTED_TO", 4)
    given.initiative(name="Eva")
    client.post("/netwerk/inzichten")
    assert "meer dan" not in client.get("/netwerk/inzichten").text.partition('id="toen"')[2]


def test_what_one_introduction_changes_is_counted_by_one_rule(client: FlaskClient, given: Given) -> None:
    square, street, river = (given.area(name=name) for name in ("Plein", "Straat", "Rivier"))
    left, right = given.goal(name="Links"), given.goal(name="Rechts")
    given.initiative(name="Aalbes", goals=[left])
    given.initiative(name="Braam", goals=[left], areas=[square])
    given.initiative(name="Citroen", goals=[right], areas=[square, street])
    given.initiative(name="Dadel", goals=[right])
    given.initiative(name="Eik", areas=[street])
    given.initiative(name="Forel", areas=[river])
    given.initiative(name="Goudvis", areas=[river])
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page, rows = (client.get(f"/netwerk/inzichten{end}").get_data(as_text=True) for end in ("", ".csv"))
    for told in (
        "ja: van 2 naar 1 losse delen",
        "ja: Eik hoort nu nog bij geen deel",
        "ja: zij horen nu allebei nog bij geen deel",
        "nee, zij hangen al samen",
    ):
        assert told in page
        assert told in rows
    for between, told in (
        (("Braam", "Citroen"), "ja: van 2 naar 1 losse delen"),
        (("Citroen", "Eik"), "ja: Eik hoort nu nog bij geen deel"),
        (("Forel", "Goudvis"), "ja: zij horen nu allebei nog bij geen deel"),
    ):
        (row,) = (line for line in rows.splitlines() if all(name in line.split(";")[1] for name in between))
        assert told in row
    assert "Losse delen van het netwerk (van twee of meer initiatieven);2;" in rows


def test_an_empty_town_is_told_so(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/netwerk/inzichten").text
    assert "Elk initiatief deelt iets met een ander." in page
    assert "Er is nu geen brug om voor te stellen." in page


def test_a_visitor_sees_no_link_and_no_page(client: FlaskClient) -> None:
    assert "/netwerk/inzichten" not in client.get("/netwerk").text
    assert client.get("/netwerk/inzichten").status_code in {302, 303, 401, 403}
