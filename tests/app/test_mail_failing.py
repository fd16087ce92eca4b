"""What says that a mail went, says so only when it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import sessions, submissions
from graph.ids import new_id
from graph.rights import Role
from graph.submissions import Sender, SignUp
from tests.app.sign_in import sign_in
from tests.app.test_door import STAFF, WHO

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from app.config import Settings
    from tests.given import Given


@pytest.fixture(autouse=True)
def _refusing(app: Flask, settings: Settings) -> None:
    """A mail server that refuses to be reached."""
    app.config["SETTINGS"] = settings.model_copy(update={"mail_server": "127.0.0.1:1"})


def test_a_question_to_meet_does_not_say_that_it_was_mailed(client: FlaskClient, given: Given) -> None:
    team = given.department(name="Team Wijken", email="wijken@example.org")
    official = given.person(person_kind="official", works_for=[team])
    here, there = given.initiative(name="Hier"), given.initiative(name="Daar", contact=[official])
    form = WHO | {"id": new_id(), "message": "Wij zoeken buren."}
    assert client.post(f"/initiatieven/{here}/kennismaken/{there}", data=form).status_code == 303
    (waiting,) = given.graph.read(submissions.listing, actor=STAFF).rows
    assert (waiting.submission.says.message, waiting.submission.says.sent_to) == ("Wij zoeken buren.", None)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    shown = client.get(f"/beheer/aanmeldingen/{waiting.submission.id}").text
    assert "Wij zoeken buren." in shown
    assert "De mail ging naar" not in shown


@pytest.mark.parametrize(("act", "done"), [("overnemen", "Overgenomen."), ("weigeren", "Niet overgenomen.")])
def test_who_answers_a_sign_up_hears_that_the_answer_did_not_go(
    client: FlaskClient, given: Given, act: str, done: str
) -> None:
    submission_id, token = new_id(), sessions.new_token()
    by, draft = Sender("Bea Verzonnen", "bea@example.org"), SignUp("De Ruilkast", "Buren ruilen spullen.")
    given.graph.write(submissions.sign_up, submission_id=submission_id, by=by, draft=draft, token=token)
    given.graph.write(submissions.confirm, token=token)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    form = {"reason": "Dit is reclame."}
    assert client.post(f"/beheer/aanmeldingen/{submission_id}/{act}", data=form).status_code == 303
    page = client.get("/beheer/aanmeldingen").text
    assert done in page
    assert "De mail aan Bea Verzonnen ging niet weg. Mail zelf naar bea@example.org." in page
    assert "krijgt een mail" not in page


def test_who_makes_an_account_hears_that_its_owner_got_no_mail(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.ADMINISTRATOR)
    new = {"id": new_id(), "name": "Bea Bedacht", "email": "bea@example.org", "roles": [Role.ORGANISER.value]}
    assert client.post("/beheer/toegang", data=new).status_code == 303
    page = client.get("/beheer/toegang").text
    assert "De mail ging niet weg: Bea Bedacht kan kiezen voor ‘Wachtwoord vergeten?’." in page
    assert "Bea Bedacht krijgt een mail" not in page
