"""The list of what people sent, as staff filter, page and download it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from graph import clock, sessions, submissions
from graph.ids import new_id
from graph.rights import SYSTEM, Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask import Flask

    from tests.given import Given


def test_staff_filter_page_and_download_what_people_sent(app: Flask, given: Given) -> None:
    visitor, staff = app.test_client(), app.test_client()
    sign_in(staff, given, Role.BRIDGE_BUILDER)
    by = submissions.Sender("Bea Verzonnen", "bea@example.org")
    for number in range(26):
        token, draft = sessions.new_token(), submissions.SignUp(f"=Tuin {number:02}", "Samen groen.")
        given.graph.write(submissions.sign_up, submission_id=new_id(), by=by, draft=draft, token=token)
        given.graph.write(submissions.confirm, token=token)
    first = staff.get("/beheer/aanmeldingen").text
    assert "<b>26 aanmeldingen</b>" in first
    assert "Wacht op antwoord (26)" in first
    assert "Wijziging (0)" in first
    assert "=Tuin 24" in first
    assert "=Tuin 25" not in first
    assert "=Tuin 25" in staff.get("/beheer/aanmeldingen?pagina=2").text
    assert "=Tuin 25" in staff.get("/beheer/aanmeldingen?volgorde=nieuwste").text
    assert "Geen aanmeldingen met deze filters." in staff.get("/beheer/aanmeldingen?soort=wijziging").text
    waiting = given.graph.read(submissions.listing, actor=SYSTEM).rows[0].submission.id
    staff.post(f"/beheer/aanmeldingen/{waiting}/weigeren", data={"reason": "Nee."}, buffered=True)
    assert "=Tuin 00" in staff.get("/beheer/aanmeldingen?stand=niet-overgenomen").text
    file = staff.get("/beheer/aanmeldingen.csv?volgorde=nieuwste").text.splitlines()
    assert file[0].endswith("aanmelding;met;soort;stand;afzender;gestuurd_op;id")
    assert len(file) == 26
    assert file[1].startswith("'=Tuin 25;;Nieuw initiatief;Wacht op antwoord;Bea Verzonnen;")
    assert staff.get("/beheer/aanmeldingen.xlsx").status_code == 200
    assert visitor.get("/beheer/aanmeldingen.csv").status_code == 302


def test_the_day_on_which_something_was_sent_is_the_day_here(app: Flask, given: Given) -> None:
    """At half past twelve at night it still is the day before in UTC."""
    staff, token = app.test_client(), sessions.new_token()
    by, draft = submissions.Sender("Bea Verzonnen", "bea@example.org"), submissions.SignUp("Tuin", "Samen groen.")
    with clock.at(dt.datetime(2026, 11, 22, 23, 30, tzinfo=dt.UTC)):
        sign_in(staff, given, Role.BRIDGE_BUILDER)
        given.graph.write(submissions.sign_up, submission_id=new_id(), by=by, draft=draft, token=token)
        given.graph.write(submissions.confirm, token=token)
        assert ";2026-11-23;" in staff.get("/beheer/aanmeldingen.csv").text
        assert "23 november 2026" in staff.get("/beheer/aanmeldingen").text
