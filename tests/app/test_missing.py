"""One question at a time, as employees and initiators answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import records
from graph.ids import new_id
from graph.rights import SYSTEM, Role
from tests.app.hidden import hidden
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from tests.given import Given


def test_an_employee_fills_in_one_field_and_the_rest_stays(client: FlaskClient, given: Given) -> None:
    person, area = given.person(name="Bram Bedacht", person_kind="official"), given.area(name="Zeezicht")
    shown = given.initiative(name="Plukroute", areas=[area], summary="Appels voor iedereen.")
    assert client.get("/aanvullen").status_code == 302
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/aanvullen").text
    assert "Wie van de gemeente is het vaste aanspreekpunt?" in page
    assert "Plukroute" in page
    sent = {"initiatief": shown, "veld": "contact", "version": "1", "id": shown}
    assert "Vul iets in" in client.post("/aanvullen", data=sent).text
    assert client.post("/aanvullen", data=sent | {"contact": person}).status_code == 303
    text = client.get(f"/initiatieven/{shown}").text
    for words in ("Bram Bedacht", "Zeezicht", "Appels voor iedereen."):
        assert words in text
    assert "Aan welk doel draagt het bij?" in client.get("/aanvullen").text
    later = {"initiatief": shown, "veld": "goals", "later": "ja"}
    assert client.post("/aanvullen", data=later).status_code == 303
    assert "Over welk thema gaat het?" in client.get("/aanvullen").text
    assert client.post("/aanvullen", data=later | {"veld": "name"}).status_code == 400


def test_what_was_typed_stays_when_somebody_else_was_first(client: FlaskClient, given: Given) -> None:
    shown = given.initiative(name="Plukroute")
    sign_in(client, given, Role.BRIDGE_BUILDER)
    given.graph.write(records.change, actor=SYSTEM, record_id=shown, version=1, properties={"website": "https://x.nl"})
    sent = {"initiatief": shown, "veld": "summary", "id": shown, "version": "1", "summary": "Appels voor wie loopt."}
    late = client.post("/aanvullen", data=sent)
    assert late.status_code == 409
    assert "Iemand wijzigde dit intussen. Wat u typte staat er nog." in late.text
    assert "Appels voor wie loopt." in late.text
    assert client.post("/aanvullen", data=hidden(late) | {"summary": "Appels voor wie loopt."}).status_code == 303
    assert "Appels voor wie loopt." in client.get(f"/initiatieven/{shown}").text


def test_an_initiator_proposes_an_answer_for_the_own_initiative(client: FlaskClient, given: Given) -> None:
    els = given.person(name="Els Verzonnen")
    other, own = given.initiative(name="Andermans"), given.initiative(name="Plukroute", initiating_people=[els])
    sign_in(client, given, Role.INITIATOR, person_id=els)
    page = client.get("/aanvullen").text
    assert "Wat gebeurt er, in één zin?" in page
    assert "Andermans" not in page
    sent = {"initiatief": own, "veld": "summary", "id": new_id(), "version": "1"}
    assert client.post("/aanvullen", data=sent | {"summary": ""}).status_code == 400
    assert client.post("/aanvullen", data=sent | {"summary": "Appels.", "initiatief": other}).status_code == 403
    assert client.post("/aanvullen", data=sent | {"summary": "Appels.", "veld": "contact"}).status_code == 400
    assert client.post("/aanvullen", data=sent | {"summary": "Appels."}).status_code == 303
    assert "Hoe ver is het?" in client.get("/aanvullen").text
    assert "In één zin" in client.get("/mijn-initiatief").text
    assert "Appels." not in client.get(f"/initiatieven/{own}").text
