"""Statuses as staff, initiators and people with a link in their mail confirm them."""

from __future__ import annotations

import datetime as dt
import re
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from graph.model import Status
from graph.rights import Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from tests.given import Given

OLD = dt.date(2024, 5, 1)


def letters(app: Flask) -> list[str]:
    folder = app.config["SETTINGS"].data / "mail"
    files = sorted(folder.glob("*.eml")) if folder.exists() else []
    return [message_from_bytes(each.read_bytes(), policy=policy.default).get_content() for each in files]


def test_staff_sees_the_two_facts_and_confirms_on_the_page(client: FlaskClient, given: Given) -> None:
    shown = given.initiative(name="Plukroute", status=Status.STARTED, ended_on=OLD)
    assert client.get("/initiatieven/status").status_code == 302
    public = client.get(f"/initiatieven/{shown}").text
    assert "Maar de laatste dag was 1 mei 2024" in public
    assert "Bevestig de status" not in public
    sign_in(client, given, Role.BRIDGE_BUILDER)
    text = client.get("/initiatieven/status").text
    assert "Plukroute" in text
    assert "Maar de laatste dag was 1 mei 2024" in text
    assert "Plukroute" not in client.get("/initiatieven/status?waarom=open").text
    assert "Plukroute;started" in client.get("/initiatieven/status.csv").text
    sent = {"status": "completed", "terug": "/initiatieven/status"}
    answer = client.post(f"/initiatieven/{shown}/status", data=sent)
    assert (answer.status_code, answer.location) == (303, "/initiatieven/status")
    assert "Plukroute" not in client.get("/initiatieven/status.csv").text
    assert client.post(f"/initiatieven/{shown}/status", data={"status": "onzin"}).status_code == 400
    assert "Status bevestigd" in client.get(f"/initiatieven/{shown}/geschiedenis").text


def test_one_click_in_a_mail_confirms_without_login(app: Flask, client: FlaskClient, given: Given) -> None:
    contact = given.person(name="Bram Bedacht", email="bram@example.org")
    shown = given.initiative(name="Plukroute", status=Status.STARTED, ended_on=OLD, contact=[contact])
    sign_in(client, given, Role.BRIDGE_BUILDER)
    before = len(letters(app))
    client.post(f"/initiatieven/{shown}/status/vragen", buffered=True)
    client.post(f"/initiatieven/{shown}/status/vragen", buffered=True)
    (letter,) = letters(app)[before:]
    assert "Gevraagd per mail" in client.get("/initiatieven/status").text
    client.post("/uitloggen")
    found = re.search(r"/status/[\w-]+", letter)
    assert found is not None
    page = client.get(found[0]).text
    assert "Plukroute" in page
    assert "Bij ons staat: ‘gestart’" in page
    assert client.post(found[0], data={}).status_code == 400
    assert "bevestigd op" in client.post(found[0], data={"status": "stopped"}).text
    assert client.get(found[0]).status_code == 404
    assert client.post(found[0], data={"status": "idea"}).status_code == 404


def test_nobody_can_be_asked_without_an_address(client: FlaskClient, given: Given) -> None:
    shown = given.initiative(status=Status.RUNNING)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(f"/initiatieven/{shown}/status/vragen", buffered=True)
    assert "Wij kennen geen e-mailadres" in client.get(f"/initiatieven/{shown}").text


def test_an_initiator_confirms_nobody_elses_status(client: FlaskClient, given: Given) -> None:
    shown = given.initiative(status=Status.RUNNING)
    sign_in(client, given, Role.INITIATOR)
    assert client.post(f"/initiatieven/{shown}/status", data={"status": "idea"}).status_code == 403
