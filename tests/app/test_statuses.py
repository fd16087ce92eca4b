"""Statuses as staff, initiators and people with a link in their mail confirm them."""

from __future__ import annotations

import datetime as dt
import re
import smtplib
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest

from app import mail
from app.statuses import asking
from app.statuses.asking import Outcome, ask_all
from graph import clock, records, statuses
from graph.model import Status
from graph.rights import SYSTEM, Role
from graph.statuses import doubts
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

    from flask import Flask
    from flask.testing import FlaskClient

    from app.config import Settings
    from graph.store import Graph
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
    assert "Plukroute;Gestart;" in client.get("/initiatieven/status.csv").text
    sent = {"status": "completed", "terug": "/initiatieven/status"}
    answer = client.post(f"/initiatieven/{shown}/status", data=sent)
    assert (answer.status_code, answer.location) == (303, "/initiatieven/status")
    assert "Plukroute" not in client.get("/initiatieven/status.csv").text
    assert client.post(f"/initiatieven/{shown}/status", data={"status": "onzin"}).status_code == 400
    assert "Status bevestigd" in client.get(f"/initiatieven/{shown}/geschiedenis").text


def test_a_status_that_nobody_ever_confirmed_says_so(client: FlaskClient, graph: Graph, given: Given) -> None:
    with clock.at(dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)):
        shown = given.initiative(name="Plukroute", status=Status.RUNNING)
        dated = given.initiative(name="Moestuin", status=Status.RUNNING, status_since=dt.date(2024, 6, 1))
    for record in (shown, dated):
        graph.write(records.change, actor=SYSTEM, record_id=record, version=1, properties={"summary": "Anders"})
    sign_in(client, given, Role.BRIDGE_BUILDER)
    text = client.get("/initiatieven/status?waarom=onbevestigd").text
    assert "Dat is nooit bevestigd. Het initiatief staat hier sinds 1 mei 2024." in text
    assert "Status ‘in uitvoering’ sinds 1 juni 2024. Dat is nooit bevestigd." in text
    assert ";nooit bevestigd;" in client.get("/initiatieven/status.csv").text
    assert "Dat is nooit bevestigd." in client.get(f"/initiatieven/{shown}").text


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


def test_the_daily_job_asks_who_knows_and_nobody_twice(app: Flask, graph: Graph, given: Given) -> None:
    contact = given.person(name="Bram Bedacht", email="bram@example.org")
    undertaker = given.person(name="Anna Verzonnen", email="anna@example.org")
    shown = given.initiative(
        name="Plukroute", status=Status.STARTED, ended_on=OLD, contact=[contact], initiating_people=[undertaker]
    )
    given.initiative(name="Zonder adres", status=Status.STARTED, ended_on=OLD)
    given.initiative(name="Klopt nog", status=Status.STARTED, contact=[contact])
    before = len(letters(app))
    now = clock.now()
    with clock.at(now):
        assert ask_all(app, graph, limit=25) == Outcome(asked=1, nobody=1)
    new = letters(app)[before:]
    assert len(new) == 2
    assert all("Plukroute" in each for each in new)
    links = {found[0] for found in (re.search(r"/status/[\w-]+", each) for each in new) if found}
    assert len(links) == 2
    with clock.at(now + dt.timedelta(days=20)):
        assert ask_all(app, graph, limit=25).asked == 0
    client = app.test_client()
    assert client.post(links.pop(), data={"status": "started"}).status_code == 200
    # The last day stays in the past, so the status stays doubted; who just answered is not asked again.
    with clock.at(now + dt.timedelta(days=30)):
        assert ask_all(app, graph, limit=25).asked == 0
    with clock.at(now + dt.timedelta(days=100)):
        assert ask_all(app, graph, limit=25).asked == 1
    assert graph.read(statuses.of_initiative, actor=SYSTEM, initiative_id=shown).doubt is not None


def test_who_has_no_address_takes_nobodys_turn(app: Flask, graph: Graph, given: Given) -> None:
    for name in ("A", "B"):
        given.initiative(name=name, status=Status.STARTED, ended_on=OLD)
    contact = given.person(email="bram@example.org")
    given.initiative(name="Z", status=Status.STARTED, ended_on=OLD, contact=[contact])
    given.initiative(name="ZZ", status=Status.STARTED, ended_on=OLD, contact=[contact])
    assert ask_all(app, graph, limit=1) == Outcome(asked=1, nobody=2)


def test_after_how_long_a_status_is_doubted_can_be_set(
    graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = clock.today() - dt.timedelta(days=100)
    shown = given.initiative(status=Status.RUNNING, status_confirmed_on=last, status_since=last)

    def doubt() -> bool:
        return graph.read(statuses.of_initiative, actor=SYSTEM, initiative_id=shown).doubt is not None

    assert not doubt()
    monkeypatch.setenv("BRUGGENBOUWER_QUIET_DAYS", "90")
    assert doubt()


def test_the_list_says_when_it_did_not_look_at_everything(
    client: FlaskClient, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    given.initiative(name="Plukroute", status=Status.STARTED, ended_on=OLD)
    assert "Er kunnen er meer zijn." not in client.get("/initiatieven/status").text
    given.initiative(name="Moestuin", status=Status.STARTED, ended_on=OLD)
    monkeypatch.setattr(doubts, "MOST_READ", 1)
    assert "Er kunnen er meer zijn." in client.get("/initiatieven/status?volgorde=naam").text


@pytest.fixture
def refusing(app: Flask, settings: Settings) -> Iterator[None]:
    """A mail server that refuses to be reached."""
    app.config["SETTINGS"] = settings.model_copy(update={"mail_server": "127.0.0.1:1"})
    yield
    app.config["SETTINGS"] = settings


@pytest.mark.usefixtures("refusing")
def test_a_mail_that_never_went_is_no_question(
    app: Flask, client: FlaskClient, given: Given, settings: Settings
) -> None:
    contact = given.person(name="Bram Bedacht", email="bram@example.org")
    shown = given.initiative(name="Plukroute", status=Status.STARTED, ended_on=OLD, contact=[contact])
    sign_in(client, given, Role.BRIDGE_BUILDER)
    path = f"/initiatieven/{shown}/status/vragen"
    for _ in range(2):
        answer = client.post(path, data={"terug": "/initiatieven/status?waarom=voorbij"})
        assert answer.status_code == 503
        assert "Er is dus niets gevraagd." in answer.text
        assert 'href="/initiatieven/status?waarom=voorbij"' in answer.text
    text = client.get("/initiatieven/status").text
    assert "Verstuurd." not in text
    assert "Gevraagd per mail op" not in text
    assert "Toch niet gevraagd: de mail ging niet weg" in client.get(f"/initiatieven/{shown}/geschiedenis").text
    app.config["SETTINGS"] = settings
    before = len(letters(app))
    assert client.post(path).status_code == 303
    assert len(letters(app)) == before + 1
    assert "Gevraagd per mail op" in client.get("/initiatieven/status").text


@pytest.mark.usefixtures("refusing")
def test_the_daily_job_tries_again_what_could_not_be_mailed(
    app: Flask, graph: Graph, given: Given, settings: Settings
) -> None:
    contact = given.person(email="bram@example.org")
    for name in ("A", "B"):
        given.initiative(name=name, status=Status.STARTED, ended_on=OLD, contact=[contact])
    assert ask_all(app, graph, limit=25) == Outcome(failed=2)
    app.config["SETTINGS"] = settings
    assert ask_all(app, graph, limit=25) == Outcome(asked=2)
    assert ask_all(app, graph, limit=25) == Outcome()


def test_an_address_that_is_refused_takes_nobodys_turn_and_leaves_no_link(
    app: Flask, client: FlaskClient, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = (given.person(name=name, email=f"{name}@example.org") for name in ("bram", "anna"))
    named = {"status": Status.STARTED, "ended_on": OLD}
    given.initiative(name="A", **named, contact=[bad])
    both = given.initiative(name="B", **named, contact=[good], initiating_people=[bad])
    deliver = mail.deliver

    def picky(settings: Settings, message: EmailMessage) -> None:
        if "anna" in message["To"]:
            raise smtplib.SMTPRecipientsRefused({})
        deliver(settings, message)

    monkeypatch.setattr("app.mail.deliver", picky)
    before = len(letters(app))
    assert ask_all(app, given.graph, limit=1) == Outcome(asked=1, failed=1)
    (letter,) = letters(app)[before:]
    assert "B" in letter
    with clock.at(clock.now() + dt.timedelta(days=8)):
        sign_in(client, given, Role.BRIDGE_BUILDER)
        assert client.post(f"/initiatieven/{both}/status/vragen").status_code == 303
        assert "Niet elke mail ging weg" in client.get(f"/initiatieven/{both}").text
        (_, again) = letters(app)[before:]
        dead, living = (re.search(r"/status/[\w-]+", each) for each in (letter, again))
        assert dead is not None
        assert living is not None
        assert client.get(dead[0]).status_code == 404
        assert client.get(living[0]).status_code == 200


@pytest.mark.usefixtures("refusing")
def test_the_job_stops_when_no_mail_goes_at_all(
    app: Flask, graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "MOST_FAILED", 2)
    contact = given.person(email="bram@example.org")
    for name in ("A", "B", "C"):
        given.initiative(name=name, status=Status.STARTED, ended_on=OLD, contact=[contact])
    assert ask_all(app, graph, limit=25) == Outcome(failed=2)
