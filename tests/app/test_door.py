"""The door for initiators, as people without JavaScript use it, and what staff does behind it."""

from __future__ import annotations

import email
import email.policy
import re
from typing import TYPE_CHECKING

import pytest

from graph import records, submissions
from graph.ids import new_id
from graph.model import Visibility
from graph.rights import SYSTEM, Actor, Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from email.message import EmailMessage

    from flask import Flask
    from flask.testing import FlaskClient

    from app.config import Settings
    from graph.store import Graph
    from tests.given import Given

STAFF = Actor("Carla", "moderator", None, frozenset({Role.BRIDGE_BUILDER}))
WHO = {"sender_name": "Bea Verzonnen", "sender_email": "bea@example.org"}
IDEA = WHO | {"name": "De Ruilkast", "summary": "Buren ruilen spullen.", "area": ""}


def post(client: FlaskClient, path: str, data: dict[str, str], **more: str):  # noqa: ANN201
    return client.post(path, data={"id": new_id()} | data | more, buffered=True)


def sent(settings: Settings) -> list[EmailMessage]:
    folder = settings.data / "mail"
    files = sorted(folder.glob("*.eml")) if folder.exists() else []
    return [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in files]


def body(message: EmailMessage) -> str:
    part = message.get_body()
    assert part is not None
    return str(part.get_content())  # type: ignore[attr-defined]


def link(message: EmailMessage, path: str) -> str:
    found = re.search(rf"http://localhost({path}/\S+)", body(message))
    assert found is not None
    return found[1]


def test_an_initiator_comes_in_by_the_door_and_keeps_the_own_page(
    app: Flask, client: FlaskClient, given: Given, settings: Settings
) -> None:
    area = given.area(name="Zeezicht")
    assert "Zeezicht" in client.get("/aanmelden").text
    answer = post(client, "/aanmelden", IDEA, area=area)
    assert (answer.status_code, answer.location) == (303, "/aanmelden/verstuurd")
    assert "7 dagen" in client.get("/aanmelden/verstuurd").text
    (mail,) = sent(settings)
    assert mail["To"].addresses[0].addr_spec == "bea@example.org"
    confirm = link(mail, "/aanmelden/bevestigen")
    assert "Bevestig" in client.get(confirm).text
    assert client.get(confirm).status_code == 200
    assert "bevestigd" in client.post(confirm).text
    assert client.post(confirm).status_code == 404
    assert client.get(confirm).status_code == 404

    staff = app.test_client()
    sign_in(staff, given, Role.BRIDGE_BUILDER)
    queue = staff.get("/beheer/aanmeldingen").text
    assert "De Ruilkast" in queue
    (waiting,) = given.graph.read(submissions.listing, actor=STAFF).rows
    page = f"/beheer/aanmeldingen/{waiting.submission.id}"
    assert "bea@example.org" in staff.get(page).text
    assert "Zeezicht" in staff.get(page).text
    taken = staff.post(f"{page}/overnemen", data={"publiceer": "ja"}, buffered=True)
    assert taken.status_code == 303
    assert "U bent bij" in staff.get("/beheer/aanmeldingen").text
    choose = link(sent(settings)[-1], "/wachtwoord-kiezen")
    assert client.post(choose, data={"password": "zeven gele tulpen"}).status_code == 303
    came = client.post("/inloggen", data={"email": "bea@example.org", "password": "zeven gele tulpen"})
    assert came.location == "/mijn-initiatief"
    assert "De Ruilkast" in client.get("/mijn-initiatief").text

    public = app.test_client().get("/initiatieven").text
    assert "De Ruilkast" in public
    made = given.graph.read(submissions.read, actor=STAFF, submission_id=waiting.submission.id).submission.made_id
    shown = app.test_client().get(f"/initiatieven/{made}").text
    assert "Bea Verzonnen" not in shown
    assert "bea@example.org" not in shown


def test_the_name_is_public_only_by_own_choice(app: Flask, client: FlaskClient, given: Given) -> None:
    post(client, "/aanmelden", IDEA, name_is_public="y")
    ids = given.graph.read(lambda tx: [row["id"] for row in tx.run("MATCH (s:Submission) RETURN s.id AS id")])
    given.graph.write(lambda tx: tx.run("MATCH (s:Submission) SET s.state = 'confirmed'").consume())
    staff = app.test_client()
    sign_in(staff, given, Role.BRIDGE_BUILDER)
    staff.post(f"/beheer/aanmeldingen/{ids[0]}/overnemen", data={"publiceer": "ja"})
    made = given.graph.read(submissions.read, actor=STAFF, submission_id=ids[0]).submission.made_id
    assert "Bea Verzonnen" in app.test_client().get(f"/initiatieven/{made}").text


def test_what_resembles_is_shown_first_and_drafts_are_not(
    client: FlaskClient, given: Given, settings: Settings
) -> None:
    known = given.initiative(name="De Ruilkast Zeezicht")
    given.initiative(name="De Ruilkast Geheim", visibility=Visibility.DRAFT)
    answer = post(client, "/aanmelden", IDEA | {"name": "De Ruilkast Zeezicht"})
    if answer.status_code == 200:  # the full-text index may not know what one transaction wrote
        assert f"/initiatieven/{known}/claim" in answer.text
    assert "Geheim" not in answer.text
    again = post(client, "/aanmelden", IDEA | {"name": "De Ruilkast Zeezicht", "toch": "ja"})
    assert again.status_code == 303
    assert sent(settings)


def test_check_57_the_form_sent_twice_is_one_mail(client: FlaskClient, settings: Settings) -> None:
    form = IDEA | {"id": new_id()}
    for _ in range(2):
        assert post(client, "/aanmelden", form).status_code == 303
    assert len(sent(settings)) == 1


def test_a_program_that_fills_every_field_is_thanked_and_ignored(
    client: FlaskClient, settings: Settings, graph: Graph
) -> None:
    assert post(client, "/aanmelden", IDEA, fax="070").status_code == 303
    assert sent(settings) == []
    assert graph.read(lambda tx: tx.run("MATCH (s:Submission) RETURN count(s) AS n").single()["n"]) == 0


def test_check_35_too_many_letters_are_asked_to_wait(client: FlaskClient) -> None:
    answers = [post(client, "/aanmelden", IDEA) for _ in range(6)]
    assert [each.status_code for each in answers] == [303] * 5 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_check_35_who_is_asked_to_wait_keeps_what_was_typed(client: FlaskClient, given: Given) -> None:
    here, there = given.initiative(name="Hier"), given.initiative(name="Daar")
    for _ in range(5):
        post(client, "/aanmelden", IDEA)
    typed = "Een verhaal waar lang aan is geschreven."
    for path, more in (
        ("/aanmelden", IDEA | {"description": typed}),
        (f"/initiatieven/{here}/claim", {"proof": typed}),
        (f"/initiatieven/{here}/kennismaken/{there}", {"message": typed}),
        (f"/initiatieven/{here}/bericht", {"message": typed}),
    ):
        answer = post(client, path, WHO | more)
        assert (answer.status_code, answer.headers["Retry-After"].isdigit()) == (429, True)
        assert typed in answer.text
        assert "Wat u typte staat er nog." in answer.text
        assert "iets mis bij" not in answer.text


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"name": ""}, "Vul de naam van uw initiatief in."),
        ({"summary": " "}, "Dit is nog leeg."),
        ({"summary": ""}, "Vertel in één zin wat u doet."),
        ({"sender_email": "bea"}, "Dit is geen e-mailadres."),
        ({"sender_name": "Bea\r\nBcc: x@example.org"}, "teken dat niemand ziet"),
        ({"website": "javascript:alert(1)"}, "Dit is geen webadres."),
        ({"area": "x"}, ""),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    client: FlaskClient, settings: Settings, changed: dict[str, str], says: str
) -> None:
    answer = post(client, "/aanmelden", IDEA | changed)
    assert answer.status_code == 400
    assert says in answer.text
    assert sent(settings) == []


def test_an_initiative_can_be_claimed(app: Flask, client: FlaskClient, given: Given, settings: Settings) -> None:
    initiative = given.initiative(name="De Kavel")
    assert "De Kavel" in client.get(f"/initiatieven/{initiative}/claim").text
    post(client, f"/initiatieven/{initiative}/claim", WHO, proof="Ik ben voorzitter.")
    client.post(link(sent(settings)[0], "/aanmelden/bevestigen"))
    staff = app.test_client()
    sign_in(staff, given, Role.ADMINISTRATOR)
    (waiting,) = given.graph.read(submissions.listing, actor=STAFF).rows
    page = f"/beheer/aanmeldingen/{waiting.submission.id}"
    assert "Ik ben voorzitter." in staff.get(page).text
    staff.post(f"{page}/overnemen", buffered=True)
    client.post(link(sent(settings)[-1], "/wachtwoord-kiezen"), data={"password": "zeven gele tulpen"})
    client.post("/inloggen", data={"email": "bea@example.org", "password": "zeven gele tulpen"})
    assert "De Kavel" in client.get("/mijn-initiatief").text


def test_a_draft_cannot_be_claimed_written_about_or_met(client: FlaskClient, given: Given) -> None:
    draft, other = given.initiative(name="Geheim", visibility=Visibility.DRAFT), given.initiative()
    paths = [f"{draft}/claim", f"{draft}/bericht", f"{draft}/kennismaken/{other}", f"{other}/kennismaken/{draft}"]
    for path in paths:
        assert client.get(f"/initiatieven/{path}").status_code == 404
        assert client.post(f"/initiatieven/{path}", data=WHO).status_code == 404
    assert client.get(f"/initiatieven/{other}/kennismaken/{other}").status_code == 404


def test_a_change_is_proposed_compared_and_taken_over(
    app: Flask, client: FlaskClient, given: Given, settings: Settings
) -> None:
    person = given.person(name="Ine")
    initiative = given.initiative(name="Plein", summary="Oude zin", initiating_people=[person])
    sign_in(client, given, Role.INITIATOR, person_id=person)
    path = f"/mijn-initiatief/{initiative}/wijzigen"
    assert "Oude zin" in client.get(path).text
    same = {"version": "1", "summary": "Oude zin", "description": "", "status": "", "website": "", "channels": ""}
    assert "U wijzigde nog niets." in post(client, path, same).text
    answer = post(client, path, same | {"summary": "Nieuwe zin", "note": "Wij zoeken een schuur."})
    assert (answer.status_code, answer.location) == (303, "/mijn-initiatief")
    assert "Wacht op antwoord" in client.get("/mijn-initiatief").text
    assert "Nieuwe zin" not in app.test_client().get(f"/initiatieven/{initiative}").text

    staff = app.test_client()
    sign_in(staff, given, Role.BRIDGE_BUILDER)
    (waiting,) = given.graph.read(submissions.listing, actor=STAFF).rows
    page = f"/beheer/aanmeldingen/{waiting.submission.id}"
    shown = staff.get(page).text
    assert "Oude zin" in shown
    assert "Nieuwe zin" in shown
    assert "Wij zoeken een schuur." in shown
    given.graph.write(
        records.change, actor=SYSTEM, record_id=initiative, version=1, properties={"website": "https://x.example"}
    )
    late = staff.post(f"{page}/overnemen", data={"version": "1"}, follow_redirects=True)
    assert "Iemand wijzigde dit intussen." in late.text
    assert "Vergelijk goed." in late.text
    staff.post(f"{page}/overnemen", data={"version": "2"}, buffered=True)
    assert "Nieuwe zin" in app.test_client().get(f"/initiatieven/{initiative}").text
    assert "Overgenomen" in client.get("/mijn-initiatief").text
    assert sent(settings)[-1]["To"].addresses[0].addr_spec == f"{person}@example.org"


def test_a_refusal_says_why(app: Flask, client: FlaskClient, given: Given, settings: Settings) -> None:
    person = given.person(name="Ine")
    initiative = given.initiative(name="Plein", initiating_people=[person])
    sign_in(client, given, Role.INITIATOR, person_id=person)
    form = {"summary": "Nieuw", "description": "", "status": "", "website": "", "channels": "", "version": "1"}
    post(client, f"/mijn-initiatief/{initiative}/wijzigen", form)
    (waiting,) = given.graph.read(submissions.listing, actor=STAFF).rows
    staff = app.test_client()
    sign_in(staff, given, Role.BRIDGE_BUILDER)
    page = f"/beheer/aanmeldingen/{waiting.submission.id}"
    assert "De indiener leest dit." in staff.post(f"{page}/weigeren", data={"reason": ""}).text
    for wrong, words in ((" ", "Dit is nog leeg."), ("Reclame\u202e", "Hier staat een teken dat niemand ziet.")):
        answer = staff.post(f"{page}/weigeren", data={"reason": wrong})
        assert (answer.status_code, f'id="reason-fout">{words}' in answer.text, wrong in answer.text) == (
            400,
            True,
            True,
        )
    staff.post(f"{page}/weigeren", data={"reason": "Deze zin is reclame."}, buffered=True)
    assert "Deze zin is reclame." in client.get("/mijn-initiatief").text
    assert "Deze zin is reclame." in body(sent(settings)[-1])
    # A colleague who answers it after that has back what was typed, and nobody gets a second mail.
    mails = len(sent(settings))
    late = staff.post(f"{page}/weigeren", data={"reason": "Dit staat er al."}, buffered=True)
    assert late.status_code == 409
    assert "Dit schreef u. Het is niet bewaard:" in late.text
    assert "Dit staat er al." in late.text
    assert len(sent(settings)) == mails


def test_check_20_the_initiative_of_another_is_refused_and_nothing_is_kept(client: FlaskClient, given: Given) -> None:
    other = given.initiative(name="Van een ander", initiating_people=[given.person(name="Olga")])
    sign_in(client, given, Role.INITIATOR)
    path = f"/mijn-initiatief/{other}/wijzigen"
    assert client.get(path).status_code == 403
    assert post(client, path, {"summary": "Nieuw", "status": ""}).status_code == 403
    assert client.get("/beheer/aanmeldingen").status_code == 403
    assert given.graph.read(submissions.listing, actor=STAFF).rows == ()


def test_an_introduction_goes_to_the_team_first_and_shows_no_address(
    app: Flask, client: FlaskClient, given: Given, settings: Settings
) -> None:
    team = given.department(name="Team Wijken", email="wijken@example.org")
    official = given.person(name="Els Geheim", person_kind="official", works_for=[team], email="els@example.org")
    here, there = given.initiative(name="Hier"), given.initiative(name="Daar", contact=[official])
    path = f"/initiatieven/{here}/kennismaken/{there}"
    page = client.get(path).text
    assert "Team Wijken" in page
    for hidden in ("wijken@example.org", "els@example.org", "Els Geheim"):
        assert hidden not in page
    form = {"id": new_id(), "message": "Wij zoeken buren."}
    for _ in range(2):
        answer = post(client, path, WHO | form)
        assert (answer.status_code, answer.location) == (303, f"/initiatieven/{here}")
    (mail,) = sent(settings)
    assert [each.addr_spec for each in mail["To"].addresses] == ["wijken@example.org"]
    assert "Wij zoeken buren." in body(mail)
    assert "wijken@example.org" not in client.get(f"/initiatieven/{here}").text
    staff = app.test_client()
    sign_in(staff, given, Role.BRIDGE_BUILDER)
    (waiting,) = given.graph.read(submissions.listing, actor=STAFF).rows
    shown = f"/beheer/aanmeldingen/{waiting.submission.id}"
    assert "Wij zoeken buren." in staff.get(shown).text
    staff.post(f"{shown}/oppakken")
    assert "Opgepakt" in staff.get(shown).text


def test_what_is_refused_is_not_called_sent(client: FlaskClient, given: Given, settings: Settings) -> None:
    here, there = given.initiative(name="Hier"), given.initiative(name="Daar")
    path = f"/initiatieven/{here}/kennismaken/{there}"
    form = WHO | {"sender_email": "bea", "message": "Wij zoeken buren."}
    refused = post(client, path, form)
    assert refused.status_code == 400
    assert "Dit is geen e-mailadres." in refused.text
    assert "Wij zoeken buren." in refused.text
    assert "Uw vraag is verstuurd." not in refused.text
    assert "Uw vraag is verstuurd." not in client.get(f"/initiatieven/{here}").text
    assert sent(settings) == []
    post(client, path, form | {"sender_email": "bea@example.org"})
    assert "Uw vraag is verstuurd." in client.get(f"/initiatieven/{here}").text


@pytest.mark.parametrize("folder", ["initiatieven", "doelen", "personen", "afdelingen"])
def test_a_message_goes_to_the_team_and_the_page_shows_no_address(
    client: FlaskClient, given: Given, settings: Settings, folder: str
) -> None:
    team = given.department(name="Team Groen", email="groen@example.org")
    official = given.person(name="Els Geheim", person_kind="official", works_for=[team], function="adviseur")
    record_id = {
        "initiatieven": given.initiative(name="Plein", contact=[official]),
        "doelen": given.goal(name="Groen", account_holder=[official]),
        "personen": official,
        "afdelingen": team,
    }[folder]
    path = f"/{folder}/{record_id}/bericht"
    page = client.get(path).text
    assert "Team Groen" in page
    assert "groen@example.org" not in page
    assert "Els Geheim" not in page
    form = WHO | {"id": new_id(), "message": "Wanneer komt er antwoord?"}
    for _ in range(2):
        assert post(client, path, form).status_code == 303
    (mail,) = sent(settings)
    assert [each.addr_spec for each in mail["To"].addresses] == ["groen@example.org"]
    assert "Wanneer komt er antwoord?" in body(mail)


@pytest.mark.parametrize("name", ["Bea\r\nBcc: x@example.org", "Bea\nX: y", "Bea\u202etxt"])
def test_check_14_a_line_break_in_a_name_sends_nothing(
    client: FlaskClient, given: Given, settings: Settings, name: str
) -> None:
    path = f"/initiatieven/{given.initiative()}/bericht"
    assert post(client, path, WHO | {"sender_name": name, "message": "Dag"}).status_code == 400
    assert sent(settings) == []


def test_check_14_a_long_or_broken_name_of_an_initiative_is_one_short_subject(
    client: FlaskClient, given: Given, settings: Settings
) -> None:
    initiative = given.initiative(name="Plein\u2028" + "x" * 290)
    assert post(client, f"/initiatieven/{initiative}/bericht", WHO | {"message": "Dag"}).status_code == 303
    assert post(client, f"/initiatieven/{initiative}/claim", WHO | {"proof": "Ik."}).status_code == 303
    assert len(sent(settings)) == 2


def test_mail_that_cannot_be_sent_is_said_and_can_be_sent_again(
    client: FlaskClient, given: Given, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/initiatieven/{given.initiative()}/bericht"
    form = WHO | {"id": new_id(), "message": "Dag"}
    with monkeypatch.context() as broken:
        broken.setattr("app.mail.deliver", _cannot)
        answer = post(client, path, form)
    assert answer.status_code == 503
    assert "Versturen lukt nu niet." in answer.text
    assert post(client, path, form).status_code == 303
    assert len(sent(settings)) == 1


@pytest.mark.parametrize("path", ["/toegankelijkheid", "/privacy", "/open-data"])
def test_the_pages_of_the_footer_are_there(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200


def _cannot(*_: object) -> None:
    raise OSError
