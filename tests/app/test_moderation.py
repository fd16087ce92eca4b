"""What staff sees of a sign-up that cannot be taken over as it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import records, sessions, submissions
from graph.ids import new_id
from graph.rights import SYSTEM, Role
from graph.submissions import Claim, Sender, SignUp
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from tests.given import Given


def test_a_sign_up_whose_area_and_goal_are_gone_says_so_and_is_taken_over(client: FlaskClient, given: Given) -> None:
    graph, area, goal = given.graph, given.area(name="Zeezicht"), given.goal(name="Meer bomen")
    submission_id, token = new_id(), sessions.new_token()
    draft = SignUp("De Ruilkast", "Buren ruilen spullen.", area_id=area, goal_id=goal)
    by = Sender("Bea Verzonnen", "bea@example.org")
    graph.write(submissions.sign_up, submission_id=submission_id, by=by, draft=draft, token=token)
    graph.write(submissions.confirm, token=token)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = f"/beheer/aanmeldingen/{submission_id}"
    before = client.get(page).text
    assert "Zeezicht" in before
    assert "staat er niet meer" not in before
    for record_id in (area, goal):
        graph.write(records.remove, actor=SYSTEM, record_id=record_id, version=1)
    shown = client.get(page).text
    assert "Het gebied dat is gekozen, staat er niet meer." in shown
    assert "Het doel dat is gekozen, staat er niet meer." in shown
    taken = client.post(f"{page}/overnemen", data={"publiceer": "ja"}, buffered=True)
    assert (taken.status_code, taken.location) == (303, "/beheer/aanmeldingen")
    assert "Wat er niet meer staat, viel weg." in client.get("/beheer/aanmeldingen").text
    assert "De Ruilkast" in client.get("/initiatieven").text


def test_staff_reads_that_a_name_is_public_no_longer(app: Flask, client: FlaskClient, given: Given) -> None:
    graph, by = given.graph, Sender("Bea Verzonnen", "bea@example.org")
    earlier = given.person(name=by.name, email=by.email, person_kind="resident", public_as="name")
    before = given.initiative(name="De Tuin", initiating_people=[earlier])
    assert by.name in client.get(f"/initiatieven/{before}").text
    initiative = given.initiative(name="De Kavel")
    submission_id, token = new_id(), sessions.new_token()
    draft = Claim("Ik ben voorzitter.")
    graph.write(
        submissions.claim, submission_id=submission_id, by=by, initiative_id=initiative, draft=draft, token=token
    )
    graph.write(submissions.confirm, token=token)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(f"/beheer/aanmeldingen/{submission_id}/overnemen", buffered=True)
    assert "Die naam staat nu nergens openbaar." in client.get("/beheer/aanmeldingen").text
    visitor = app.test_client()
    for each in (before, initiative):
        page = visitor.get(f"/initiatieven/{each}").text
        assert by.name not in page
        assert "1 bewoner" in page
