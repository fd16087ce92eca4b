"""What is kept of a person reads as sentences, on the page and in Excel, in both languages; JSON keeps its codes."""

from __future__ import annotations

import datetime as dt
import html
import io
import json
import re
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

from app.records.codes import CODES
from graph import audit, consents, duplicates, model, records, submissions
from graph.bridges import life
from graph.ids import new_id
from graph.links import Tie
from graph.model import SHAPES, Basis, Kind, Purpose, Visibility
from graph.rights import SYSTEM, Actor, Role
from graph.sessions import new_token
from graph.submissions import Claim, SignUp
from tests.app.sign_in import make_account, sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from graph.store import Graph
    from tests.given import Given

NAME, EMAIL, OLD_EMAIL = "Roos Verzonnen", "roos@example.org", "oud.adres@example.org"
ENUMS = [each for each in vars(model).values() if isinstance(each, type) and issubclass(each, StrEnum)]
# Between the things that one cell tells.
BETWEEN = re.compile(r" · | → |: |; |, |\n")


def everything_about(graph: Graph, given: Given) -> str:
    """Somebody of whom something is kept in every place; returns the id."""
    town = given.area(name="Duinvliet", level="municipality")
    team, goal = given.department(name="Team Groen"), given.goal(name="Meer bomen")
    person = given.person(
        name=NAME,
        person_kind="resident",
        public_as="function",
        function="Penningmeester",
        email=EMAIL,
        telephone="06 12345678",
        review_on=dt.date(2027, 1, 2),
        absent_until=dt.date(2026, 12, 24),
        visibility=Visibility.DRAFT,
        works_for=[Tie(team, {"role": "vrijwilliger"})],
        keeper=[given.person(name="Carla Fictie")],
    )
    lint = given.initiative(name="Bijenlint", summary="Bloemen.", initiating_people=[person])
    square = given.initiative(name="Plein", interested_people=[Tie(person, {"text": "Woont ernaast."})])
    note = {"name": "Belde over het zaad", "interaction_kind": "call", "happened_on": dt.date(2026, 3, 2)}
    given.record(Kind.INTERACTION, **note, about_people=[person], visibility=Visibility.DRAFT)
    contact(graph, person)
    account = make_account(given, *Role, person_id=person, email=EMAIL)
    herself = Actor(name=NAME, account_id=account, person_id=person, roles=frozenset(Role))
    send(graph, herself, lint, square, town, goal)
    graph.write(life.ask, actor=herself, a=lint, b=square, text="Kom eens langs.")
    graph.write(life.answer, actor=herself, a=lint, b=square, side_id=lint, yes=False, text="Toch niet.")
    merge_in(graph, given, person)
    change(graph, person, lint)
    return person


def contact(graph: Graph, person: str) -> None:
    """What she may be contacted for, and what she took back."""
    by_mail = consents.Consent(Purpose.NEWS, consents.Channel.MAIL, Basis.PUBLIC_TASK, "gesprek op het plein")
    by_post = consents.Consent(Purpose.INVITATION, consents.Channel.POST, Basis.CONSENT)
    for said in ([by_mail, by_post], [by_mail]):
        version = graph.read(records.read, actor=SYSTEM, record_id=person).version
        graph.write(consents.replace, actor=SYSTEM, person_id=person, version=version, consents=said)


def send(graph: Graph, herself: Actor, lint: str, square: str, area: str, goal: str) -> None:
    """Something of every kind that can be sent, also from an address that only a merged record has."""
    by = submissions.sender(NAME, EMAIL)
    draft = SignUp("Ruilkast", "Buren ruilen spullen.", area, goal, name_is_public=True)
    graph.write(submissions.sign_up, submission_id=new_id(), by=by, draft=draft, token=new_token())
    claim = Claim("Ik ben de penningmeester.")
    graph.write(submissions.claim, submission_id=new_id(), by=by, initiative_id=lint, draft=claim, token=new_token())
    old = submissions.sender(NAME, OLD_EMAIL)
    introduction = {"by": old, "from_id": lint, "to_id": square, "message": "Zullen we samen zaaien?"}
    graph.write(submissions.introduce, submission_id=new_id(), **introduction, sent_to="Team Groen")
    proposed = {"status": "running", "summary": None, "channels": ["https://social.example/bijen"]}
    graph.write(
        submissions.propose,
        actor=herself,
        submission_id=new_id(),
        initiative_id=lint,
        version=1,
        properties=proposed,
        note="Het gaat goed.",
    )


def merge_in(graph: Graph, given: Given, person: str) -> None:
    """Another record of her is merged into the one, and a third was said to be somebody else."""
    other = given.person(
        name="R. Verzonnen", person_kind="representative", public_as="name", email=OLD_EMAIL, telephone="010 7654321"
    )
    third = given.person(name="Roos Verzinsel")
    graph.write(duplicates.not_the_same, actor=SYSTEM, first_id=person, second_id=third)
    version = graph.read(records.read, actor=SYSTEM, record_id=person).version
    graph.write(
        duplicates.merge,
        actor=SYSTEM,
        survivor_id=person,
        loser_id=other,
        survivor_version=version,
        loser_version=1,
    )


def change(graph: Graph, person: str, lint: str) -> None:
    """Changes by hand and by an import, as both write them down."""
    version = graph.read(records.read, actor=SYSTEM, record_id=person).version
    changed = {"person_kind": "official", "public_as": "team"}
    graph.write(records.change, actor=SYSTEM, record_id=person, version=version, properties=changed)
    graph.write(records.show, actor=SYSTEM, record_id=person, version=version + 1, visibility=Visibility.PUBLISHED)
    ends = f"{person} > {lint}"
    lines = [
        audit.Line("import", person, "person_kind", "resident", "council_member"),
        audit.Line("import", person, "INITIATES", None, ends),
        audit.Line("import", person, f"INITIATES {ends} since", None, "2026-01-02"),
        audit.Line("undo_import", person, "confirmed_on", "2026-01-02", None),
        audit.Line("change", person, "right_for", None, "tuin"),
    ]
    graph.write(audit.write, actor=SYSTEM, lines=lines)


def text_of(part: str) -> str:
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", part).split()))


def cells_of(page: str) -> list[str]:
    """What stands in the tables of a page."""
    return [text_of(each) for each in re.findall(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", page, re.DOTALL)]


def sheet_of(data: bytes) -> list[str]:
    """What stands in the cells of a workbook."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    return [str(cell) for row in rows for cell in row]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_code_stands_on_the_page_or_in_excel(client: FlaskClient, given: Given, graph: Graph, language: str) -> None:
    sign_in(client, given, Role.ADMINISTRATOR)
    here = f"/personen/{everything_about(graph, given)}/inzage"
    client.get(f"{here}?taal={language}")  # so that the second look finds the line of the first
    page = client.get(here).text
    main = text_of(re.findall(r"<main\b.*?</main>", page, re.DOTALL)[0])
    assert NAME in main
    assert {"nl": "Ambtenaar", "en": "Municipal official"}[language] in main
    # English has the same word for some kinds as the graph.
    codes = {each.value for enum in ENUMS if language == "nl" or enum is not Kind for each in enum}
    for cells in (cells_of(page), sheet_of(client.get(f"{here}.xlsx").data)):
        assert len(cells) > 100
        assert [cell for cell in cells if codes & set(BETWEEN.split(cell))] == []
        assert [cell for cell in cells if re.search(r"[a-z]_[a-z]|[{}]", cell)] == []
    assert "{" not in main
    assert not re.search(r"[a-z]_[a-z]", main)


def test_the_dossier_says_it_all_in_the_words_of_the_screen(client: FlaskClient, given: Given, graph: Graph) -> None:
    sign_in(client, given, Role.ADMINISTRATOR)
    here = f"/personen/{everything_about(graph, given)}/inzage"
    client.get(here)
    rows = [tuple(each) for each in _rows(sheet_of(client.get(f"{here}.xlsx").data))]
    values = {(part, what): value for part, what, value, *_days in rows}
    assert values["Gegevens", "Hoedanigheid"] == "Ambtenaar"
    assert values["Gegevens", "Hoe iemand openbaar is"] == "Als het team"
    assert values["Gegevens", "Zichtbaarheid"] == "Openbaar"
    assert values["Gegevens", "Nakijken vóór"] == "2 januari 2027"
    assert values["Gegevens van wie met deze persoon is samengevoegd", "Naam"] == "R. Verzonnen"
    assert values["Gegevens van wie met deze persoon is samengevoegd", "E-mailadres"] == OLD_EMAIL
    assert (
        values["Gegevens van wie met deze persoon is samengevoegd", "Hoedanigheid"] == "Spreekt namens een organisatie"
    )
    consent = "Duinvliet · Waarvoor: Nieuws · Hoe: E-mail · Mag dit? Ja, het hoort bij onze taak"
    told = [value for part, what, value, *_days in rows if what == "Mag benaderd worden door"]
    assert [value for value in told if value.startswith(consent)]
    assert values["Verbindingen", "Werkt voor"] == "Team Groen · Rol: vrijwilliger"
    assert values["Verbindingen", "Heeft belang bij"] == "Plein · Belang: Woont ernaast."
    assert values["Verbindingen", "Wordt bijgehouden door"] == "Carla Fictie"
    assert values["Verbindingen", "Contactmoment"] == "Belde over het zaad · Telefoongesprek van 2 maart 2026"
    assert "bruggenbouwer" in values["Account", EMAIL]
    assert values["Gestuurd", "Nieuw initiatief: Gebied"] == "Duinvliet"
    assert values["Gestuurd", "Nieuw initiatief: Doel"] == "Meer bomen"
    assert values["Gestuurd", "Nieuw initiatief: Stand"] == "Wacht op bevestiging"
    assert values["Gestuurd", "Wijziging: Status"] == "In uitvoering"
    assert values["Gestuurd", "Wijziging: In één zin"] == "(leeg)"
    assert values["Gestuurd", "Vraag om kennismaking: Afzender"] == f"{NAME} ({OLD_EMAIL})"
    assert values["Gestuurd", "Vraag om kennismaking: Wil kennismaken met"] == "Plein"
    assert values["Logboek", "Gelezen"] == "Alles wat wij van deze persoon bewaren"
    log = [value for part, _what, value, *_days in rows if part == "Logboek"]
    for words in (
        "Soort: Inwoner → Ambtenaar",
        "Nieuws: — → E-mail: Ja, het hoort bij onze taak",
        "Neemt het initiatief: — → Bijenlint",
        "Neemt het initiatief: Bijenlint: — → 2 januari 2026",
        "Samengevoegd met: — → Roos Verzonnen",
        "De ander: — → ",
    ):
        assert [value for value in log if words in value], words


def _rows(cells: list[str]) -> list[list[str]]:
    return [cells[at : at + 5] for at in range(0, len(cells), 5)]


def test_json_keeps_the_codes_for_a_machine(client: FlaskClient, given: Given, graph: Graph) -> None:
    sign_in(client, given, Role.ADMINISTRATOR)
    person = everything_about(graph, given)
    found = json.loads(client.get(f"/personen/{person}/inzage.json").data)
    assert found["properties"]["person_kind"] == "official"
    assert sorted(found["accounts"][0]["roles"]) == sorted(Role)
    assert {each["kind"] for each in found["submissions"]} == {"sign_up", "claim", "change", "introduction"}
    assert [each["properties"]["email"] for each in found["merged"]] == [OLD_EMAIL]


def test_every_code_that_a_record_can_hold_has_words() -> None:
    kept = [each for shape in SHAPES for each in shape.properties if issubclass(each.type, StrEnum)]
    missing = [(each.name, code) for each in kept for code in each.type if code not in CODES.get(each.name, {})]
    assert missing == []


def test_the_history_of_a_record_is_in_words_too(client: FlaskClient, given: Given, graph: Graph) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    garden = given.initiative(name="Tuin", status="idea", started_on=dt.date(2026, 1, 2))
    graph.write(records.change, actor=SYSTEM, record_id=garden, version=1, properties={"status": "running"})
    page = client.get(f"/initiatieven/{garden}/geschiedenis").text
    assert "<del>Idee</del> → <ins>In uitvoering</ins>" in page
    assert "<ins>2 januari 2026</ins>" in page
    assert "<ins>Openbaar</ins>" in page
