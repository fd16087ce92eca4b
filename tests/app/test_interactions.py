"""Interactions as staff record and read them: two clicks, a mail, and nothing for anybody else."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from app.interactions.eml import LARGEST, NoMailError, read_mail
from graph.ids import new_id
from graph.model import Kind
from graph.rights import Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from tests.given import Given

MAIL = (
    b"From: =?utf-8?q?Anna_Voorbe=C3=A9ld?= <Anna@example.org>\r\nTo: carla@example.org\r\n"
    b"Subject: =?utf-8?q?Bijen_op_het_pl=C3=A9in?=\r\nDate: Tue, 03 Nov 2026 23:30:00 +0000\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=grens\r\n\r\n"
    b"--grens\r\nContent-Type: text/html; charset=windows-1252\r\n\r\n"
    b"<style>p{}</style><p>Wij zoeken iemand met verstand van bijen.</p>"
    b"<p>Caf\xe9 om tien uur<script>alert(1)</script></p>\r\n"
    b'--grens\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="plan.pdf"\r\n\r\n'
    b"GEHEIM\r\n"
    b"--grens--\r\n"
)


@pytest.mark.parametrize(("kind", "folder"), [("Initiative", "initiatieven"), ("Organisation", "organisaties")])
def test_two_clicks_record_it(client: FlaskClient, given: Given, kind: str, folder: str) -> None:
    about = given.record(Kind(kind), name="Waarover")
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get(f"/{folder}/{about}").text
    assert "Contactmoment vastleggen" in page
    assert "Het kan openbaar worden bij een verzoek" in page
    sent = {"id": new_id(), "about": about, "interaction_kind": "call", "description": "Gebeld over de bakken."}
    answer = client.post("/contactmomenten/vastleggen", data=sent)
    assert (answer.status_code, answer.location) == (303, f"/{folder}/{about}")
    assert "Gebeld over de bakken." in client.get(f"/contactmomenten?bij={about}").text
    client.post("/uitloggen")
    page = client.get(f"/{folder}/{about}").text
    assert "Contactmomenten" not in page
    assert "bakken" not in page
    for path in ("/contactmomenten", "/contactmomenten.csv", f"/contactmomenten/{sent['id']}"):
        assert client.get(path).status_code == 302


def test_what_was_typed_stays_when_something_is_wrong(client: FlaskClient, given: Given) -> None:
    about = given.initiative()
    sign_in(client, given, Role.BRIDGE_BUILDER)
    sent = {
        "id": new_id(),
        "about": about,
        "interaction_kind": "visit",
        "description": "Gepraat",
        "next_on": "31-02-2027",
    }
    answer = client.post("/contactmomenten/vastleggen", data=sent)
    assert answer.status_code == 400
    assert "Gepraat" in answer.text
    assert "Deze dag bestaat niet" in answer.text


def test_a_next_step_is_ticked_off(client: FlaskClient, given: Given) -> None:
    carla = given.person(name="Carla")
    sign_in(client, given, Role.BRIDGE_BUILDER, person_id=carla)
    made, about = new_id(), given.initiative(name="De Kavel")
    sent = {"id": made, "about": about, "interaction_kind": "note", "description": "Pomp lekt", "next_step": "Bellen"}
    client.post("/contactmomenten/vastleggen", data=sent | {"next_on": "01-11-2020"})
    mine = client.get("/contactmomenten").text
    assert "dagen te laat" in mine
    assert client.post(f"/contactmomenten/{made}/gedaan", data={"version": "1"}).status_code == 303
    assert "U bent bij" in client.get("/contactmomenten").text
    assert "Gelezen" in client.get(f"/contactmomenten/{made}/geschiedenis").text
    assert "Pomp lekt" in client.get("/contactmomenten.csv?stap=alles").text
    assert "Alle contactmomenten (" in client.get("/contactmomenten").text


def test_it_cannot_be_published(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.ADMINISTRATOR)
    form = client.get("/contactmomenten/nieuw").text
    assert "Bewaar en publiceer" not in form
    sent = {"id": new_id(), "name": "Stil", "publiceer": "ja"}
    assert client.post("/contactmomenten/nieuw", data=sent).status_code == 400


def test_a_mail_becomes_an_interaction_after_a_look(client: FlaskClient, given: Given) -> None:
    anna = given.person(name="Anna Voorbeeld", email="anna@example.org")
    sign_in(client, given, Role.BRIDGE_BUILDER)
    upload = {"file": (io.BytesIO(MAIL), "mail.eml")}
    page = client.post("/contactmomenten/mail", data=upload, content_type="multipart/form-data").text
    for words in ("Bijen op het pléin", "verstand van bijen", "Café om tien uur", "plan.pdf", anna, "04-11-2026"):
        assert words in page
    assert "alert(1)" not in page
    assert "GEHEIM" not in page
    other = {"file": (io.BytesIO(b"\x00\x01geen mail"), "foto.eml")}
    assert client.post("/contactmomenten/mail", data=other, content_type="multipart/form-data").status_code == 400


@pytest.mark.parametrize("raw", [b"", b"\xff" * 100, b"x" * (LARGEST + 1)])
def test_what_is_no_mail_is_refused(raw: bytes) -> None:
    with pytest.raises(NoMailError):
        read_mail(raw)


def test_a_mail_forwarded_as_attachment_is_the_one_inside() -> None:
    outer = (
        b"From: carla@example.org\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        b"--b\nContent-Type: text/plain\n\nZie bijlage\n--b\nContent-Type: message/rfc822\n\n"
        b"From: anna@example.org\nSubject: Vraag\nContent-Type: text/plain; charset=onbekend\n\nHallo\n--b--\n"
    )
    found = read_mail(outer)
    assert (found.subject, found.text, found.sender) == ("Vraag", "Hallo", "anna@example.org")
    assert found.addresses == ("anna@example.org", "carla@example.org")
