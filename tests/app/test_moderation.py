"""What staff sees of a sign-up that cannot be taken over as it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import duplicates, links, records, sessions, submissions
from graph.ids import new_id
from graph.model import Link
from graph.rights import SYSTEM, Role
from graph.submissions import Claim, Sender, SignUp
from tests.app.hidden import hidden
from tests.app.sign_in import sign_in
from tests.app.test_door import body, sent

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from app.config import Settings
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


@pytest.fixture
def waiting(app: Flask, given: Given) -> tuple[str, dict[str, str]]:
    """De Tuin, and the pages of a proposed change and a claim on it."""
    graph, person = given.graph, given.person(name="Ine")
    garden = given.initiative(name="De Tuin", summary="Oude zin", initiating_people=[person])
    sender = app.test_client()
    sign_in(sender, given, Role.INITIATOR, person_id=person)
    form = {"summary": "Nieuwe zin", "description": "", "status": "", "website": "", "channels": "", "version": "1"}
    sender.post(f"/mijn-initiatief/{garden}/wijzigen", data=form | {"id": new_id()}, buffered=True)
    (change,) = graph.read(submissions.listing, actor=SYSTEM).rows
    claim, token, by = new_id(), sessions.new_token(), Sender("Bea Verzonnen", "bea@example.org")
    draft = Claim("Ik ben voorzitter.")
    graph.write(submissions.claim, submission_id=claim, by=by, initiative_id=garden, draft=draft, token=token)
    graph.write(submissions.confirm, token=token)
    ids = {"change": change.submission.id, "claim": claim}
    return garden, {kind: f"/beheer/aanmeldingen/{each}" for kind, each in ids.items()}


def test_what_was_sent_about_a_merged_initiative_goes_to_the_survivor(
    client: FlaskClient, given: Given, settings: Settings, waiting: tuple[str, dict[str, str]]
) -> None:
    garden, pages = waiting
    stays = given.initiative(name="De Grote Tuin", summary="Andere zin")
    merge = {"survivor_id": stays, "loser_id": garden, "survivor_version": 1, "loser_version": 1}
    given.graph.write(duplicates.merge, actor=SYSTEM, **merge)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert client.get("/beheer/aanmeldingen").text.count("De Grote Tuin") >= 2
    shown = client.get(pages["change"])
    assert "Dit is gestuurd over ‘De Tuin’. Dat initiatief is samengevoegd met ‘De Grote Tuin’." in shown.text
    assert "Andere zin" in shown.text
    for kind, page in pages.items():
        taken = client.post(f"{page}/overnemen", data=hidden(client.get(page)), buffered=True)
        assert (taken.status_code, taken.location) == (303, "/beheer/aanmeldingen"), kind
        answer = body(sent(settings)[-1])
        assert "U kent het als: De Tuin. De gemeente voegde het samen met: De Grote Tuin" in answer
        assert "Neemt u het over?" not in client.get(page).text
    assert "Nieuwe zin" in client.get(f"/initiatieven/{stays}").text
    initiators = given.graph.read(links.of_record, record_id=stays, types=[Link.INITIATES])
    assert sorted(each.other_name for each in initiators) == ["Bea Verzonnen", "Ine"]


def test_what_was_sent_about_a_removed_initiative_is_read_and_refused(
    client: FlaskClient, given: Given, settings: Settings, waiting: tuple[str, dict[str, str]]
) -> None:
    garden, pages = waiting
    given.graph.write(records.remove, actor=SYSTEM, record_id=garden, version=1)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert "Initiatief dat er niet meer is" in client.get("/beheer/aanmeldingen").text
    for page in pages.values():
        shown = client.get(page)
        assert shown.status_code == 200
        assert "Dit ging over ‘De Tuin’. Dat initiatief is verwijderd." in shown.text
        assert "Overnemen kan niet meer." in shown.text
        assert f"{page}/overnemen" not in shown.text
        # From a page that was opened before.
        late = client.post(f"{page}/overnemen", data={"version": "1"}, follow_redirects=True)
        assert "Iemand wijzigde dit intussen." in late.text
        refused = client.post(f"{page}/weigeren", data={"reason": "De Tuin is gestopt."}, buffered=True)
        assert (refused.status_code, refused.location) == (303, "/beheer/aanmeldingen")
        answer = sent(settings)[-1]
        assert answer["Subject"] == "Antwoord over De Tuin"
        assert "De gemeente nam niet over wat u stuurde over: De Tuin" in body(answer)
        assert "De Tuin is gestopt." in body(answer)
    assert "U bent bij." in client.get("/beheer/aanmeldingen").text
