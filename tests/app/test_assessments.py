"""The pages of the framework, of assessments and of the report, without script."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import pytest

from graph import assessments
from graph.figures import switches
from graph.figures.switches import Figure
from graph.model import Kind, Outcome
from graph.rights import SYSTEM, Role
from tests.app.sign_in import sign_in
from tests.app.test_security_mail import sent
from tests.graph.assessments.weighing import adopted, begun, decided, draft, published

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from app.config import Settings
    from tests.given import Given

WHOLE = {
    "asked_on": "12-01-2026",
    "antwoord_1": "yes",
    "reden_1": "Het past bij een doel.",
    "outcome": "supported",
    "motivation": "Wij helpen graag.",
    "version": "1",
    "besluit": "ja",
}


def test_everybody_reads_the_adopted_framework_and_earlier_versions(client: FlaskClient, given: Given) -> None:
    assert "nog geen afwegingskader" in client.get("/afwegingskader").text
    adopted(given, "Oude vraag?", on=dt.date(2024, 1, 18))
    adopted(given, "Past het bij een doel?")
    draft(given, "Kanarie?")
    text = client.get("/afwegingskader").text
    for words in ("Past het bij een doel?", "Vastgesteld door Gemeenteraad", "Wij wegen eerlijk.", "Vervangen"):
        assert words in text
    assert "Concept" not in text
    assert "Nieuwe versie" not in text


def test_staff_write_order_and_adopt_a_framework(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    body = given.record(Kind.BODY, name="Gemeenteraad")
    framework, address = draft(given, "Een", "Twee"), ""
    address = f"/afwegingskader/{framework}"
    form = client.get(f"{address}/criteria/nieuw").text
    made = form.partition('name="id" type="hidden" value="')[2].partition('"')[0]
    assert client.post(f"{address}/criteria/nieuw", data={"id": made, "name": " "}).status_code == 400
    assert client.post(f"{address}/criteria/nieuw", data={"id": made, "name": "Drie"}).status_code == 303
    assert client.post(f"{address}/criteria/{made}/omhoog").status_code == 303
    changed = client.post(f"{address}/criteria/{made}", data={"name": "Drie!", "version": "2"})
    assert changed.status_code == 303
    text = client.get(address).text
    assert text.index("Een") < text.index("Drie!") < text.index("Twee")
    wrong = client.post(f"{address}/vaststellen", data={"adopted_on": "31-02-2026", "body": body, "version": "1"})
    assert wrong.status_code == 400
    assert "Deze dag bestaat niet" in wrong.text
    done = client.post(f"{address}/vaststellen", data={"adopted_on": "18-01-2026", "body": body, "version": "1"})
    assert done.status_code == 303
    refused = client.post(f"{address}/criteria/{made}", data={"name": "Vier", "version": "4"})
    assert "Dit kader is vastgesteld. Maak een nieuwe versie." in refused.text
    assert client.post(f"{address}/nieuwe-versie").status_code == 303


def test_an_older_framework_that_is_recorded_later_is_an_earlier_version(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    adopted(given, "Past het bij een doel?", on=dt.date(2025, 6, 19))
    body, older = given.record(Kind.BODY, name="Raad"), draft(given, "Oude vraag?")
    told = {"adopted_on": "01-06-2022", "body": body, "version": "1"}
    page = client.post(f"/afwegingskader/{older}/vaststellen", data=told, follow_redirects=True).text
    assert "Vastgesteld door Raad op 1 juni 2022. Geldt niet meer sinds 19 juni 2025." in " ".join(page.split())
    assert "Dit is een eerdere versie." in page
    assert "Past het bij een doel?" in client.get("/afwegingskader").text


def test_an_assessment_is_begun_kept_decided_told_and_published(
    client: FlaskClient, given: Given, settings: Settings
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    adopted(given, "Past het bij een doel?")
    initiative = given.initiative(name="De Kavel", email="kavel@example.org")
    fill = client.post(f"/initiatieven/{initiative}/afwegen").location
    page = fill.removesuffix("/invullen")
    kept = client.post(fill, data={"antwoord_1": "partly", "version": "1"})
    assert kept.status_code == 303
    assert client.post(fill, data=WHOLE | {"version": "2"}).status_code == 303
    with client.post(f"{page}/vertellen", data={"how": "mail", "version": "3"}) as told:
        assert told.status_code == 303
    (letter,) = sent(settings)
    assert letter["To"] == "De Kavel <kavel@example.org>"
    text = letter.get_content()
    for words in ("wij steunen uw initiatief.", "Wij helpen graag.", "Ja. Het past bij een doel."):
        assert words in text
    show = client.post(f"{page}/zichtbaarheid", data={"zichtbaar": "published", "version": "4"})
    assert show.status_code == 303
    visitor = client.application.test_client()
    assert "Wij helpen graag." in visitor.get(page).text
    assert "Wij helpen graag." in visitor.get(f"/initiatieven/{initiative}").text
    assert "De Kavel" in visitor.get("/afwegingen").text
    assert "kavel@example.org" not in visitor.get(page).text


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"antwoord_1": ""}, "Kies een antwoord."),
        ({"reden_1": " "}, "Leg uit waarom u dit antwoord geeft."),
        ({"antwoord_1": "misschien"}, "Kies iets uit de lijst."),
        ({"outcome": "veel"}, "Kies iets uit de lijst."),
        ({"outcome": ""}, "Kies een uitkomst."),
        ({"motivation": ""}, "Leg uit waarom dit de uitkomst is."),
        ({"asked_on": "31-02-2026"}, "Deze dag bestaat niet."),
        ({"asked_on": "01-01-2999"}, "Deze dag moet nog komen."),
        ({"decided_on": "01-01-2020"}, "eerder dan de dag van de vraag"),
        ({"motivation": "x" * 6_000}, "Deze tekst is te lang."),
        ({"version": "99"}, "Iemand wijzigde deze afweging intussen."),
    ],
)
def test_bad_input_stays_in_the_form_and_is_explained(
    client: FlaskClient, given: Given, changed: dict[str, str], sentence: str
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    adopted(given, "Past het bij een doel?")
    assessment = begun(given, given.initiative())
    answer = client.post(f"/afwegingen/{assessment}/invullen", data=WHOLE | changed)
    assert answer.status_code == 400
    assert sentence in answer.text
    if "reden_1" not in changed:
        assert "Het past bij een doel." in answer.text


def test_another_outcome_than_comparable_cases_asks_why(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    adopted(given, "Past het bij een doel?")
    goal = given.goal(name="Meer groen")
    decided(given, given.initiative(name="Eerder geval", goals=[goal]), Outcome.NOT_SUPPORTED)
    fill = f"/afwegingen/{begun(given, given.initiative(goals=[goal]))}/invullen"
    form = client.get(fill).text
    assert "Eerder geval" in form
    assert "Zelfde doel: Meer groen" in form
    assert "kregen een andere uitkomst" in client.post(fill, data=WHOLE).text
    assert client.post(fill, data=WHOLE | {"deviation": "Deze plek is wel vrij."}).status_code == 303


def test_a_decision_of_an_earlier_day_is_kept_without_a_look_at_later_cases(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    adopted(given, "Past het bij een doel?")
    goal = given.goal()
    decided(given, given.initiative(name="Later geval", goals=[goal]), Outcome.NOT_SUPPORTED)
    fill = f"/afwegingen/{begun(given, given.initiative(goals=[goal]))}/invullen"
    earlier = WHOLE | {"decided_on": "13-01-2026"}
    assert "Later geval" in client.post(fill, data=WHOLE).text
    assert "Later geval" not in client.post(fill, data=earlier | {"motivation": ""}).text
    assert client.post(fill, data=earlier).status_code == 303


def test_without_an_address_somebody_tells_it_and_says_when(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    adopted(given, "Een?")
    page = f"/afwegingen/{decided(given, given.initiative(), Outcome.PARTLY)}/vertellen"
    for data, sentence in (
        ({"how": "mail"}, "Wij weten geen mailadres"),
        ({"how": "self"}, "Vul een datum in."),
        ({"how": "self", "told_on": "01-01-2026"}, "Deze dag is te vroeg."),
        ({"how": "duif"}, "Er ging iets mis"),
    ):
        answer = client.post(page, data=data | {"version": "2"})
        assert answer.status_code == 400
        assert sentence in answer.text
    assert client.post(page, data={"how": "self", "told_on": "02-02-2026", "version": "2"}).status_code == 303


def test_a_mail_that_does_not_go_leaves_nobody_told_and_can_be_sent_again(
    client: FlaskClient, given: Given, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    adopted(given, "Een?")
    assessment = decided(given, given.initiative(email="kavel@example.org"), Outcome.PARTLY)
    page = f"/afwegingen/{assessment}"
    with monkeypatch.context() as broken:
        broken.setattr("app.mail.deliver", _cannot)
        answer = client.post(f"{page}/vertellen", data={"how": "mail", "version": "2"})
    assert answer.status_code == 503
    assert "De mail ging niet weg." in answer.text
    assert f'action="{page}/vertellen"' in answer.text
    assert 'name="version" type="hidden" value="4"' in answer.text
    assert given.graph.read(assessments.page, actor=SYSTEM, assessment_id=assessment).case.told_on is None
    assert "Toch niet verteld: de mail ging niet weg" in client.get(f"{page}/geschiedenis").text
    assert "De uitkomst is al verteld." not in client.get(f"{page}/invullen").text
    assert client.post(f"{page}/vertellen", data={"how": "mail", "version": "4"}).status_code == 303
    assert len(sent(settings)) == 1
    assert given.graph.read(assessments.page, actor=SYSTEM, assessment_id=assessment).case.told_on is not None


def test_a_letter_that_cannot_be_made_leaves_everything_as_it_was(client: FlaskClient, given: Given, tx: Any) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    adopted(given, "Een?")
    initiative = given.initiative(email="kavel@example.org")
    assessment = decided(given, initiative, Outcome.PARTLY)
    tx.run("MATCH (record:Record {id: $id}) SET record.email = 'geen adres'", id=initiative).consume()
    answer = client.post(f"/afwegingen/{assessment}/vertellen", data={"how": "mail", "version": "2"})
    assert answer.status_code == 503
    assert "De mail ging niet weg." in answer.text
    case = given.graph.read(assessments.page, actor=SYSTEM, assessment_id=assessment).case
    assert (case.told_on, case.version) == (None, 2)


def test_what_is_not_decided_cannot_be_told(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    adopted(given, "Een?")
    assessment = begun(given, given.initiative(email="kavel@example.org"))
    for how in ({"how": "mail"}, {"how": "self", "told_on": "02-02-2026"}):
        answer = client.post(f"/afwegingen/{assessment}/vertellen", data=how | {"version": "1"})
        assert answer.status_code == 400


def test_publishing_before_telling_is_refused_with_what_to_do(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    adopted(given, "Een?")
    page = f"/afwegingen/{decided(given, given.initiative(), Outcome.PARTLY)}"
    data = {"zichtbaar": "published", "version": "2"}
    early = client.post(f"{page}/zichtbaarheid", data=data, follow_redirects=True)
    assert "Vertel de uitkomst eerst aan het initiatief." in early.text


def test_the_list_filters_sorts_and_exports_what_is_shown(client: FlaskClient, given: Given) -> None:
    adopted(given, "Een?")
    published(given, given.initiative(name="Bijenlint"), Outcome.SUPPORTED)
    published(given, given.initiative(name="=Appels"), Outcome.PARTLY)
    decided(given, given.initiative(name="Kanarie"), Outcome.SUPPORTED)
    text = client.get("/afwegingen?volgorde=name").text
    assert text.index("=Appels") < text.index("Bijenlint")
    assert "<b>2 afwegingen</b>" in text
    sheet = client.get("/afwegingen.csv?uitkomst=partly").text
    assert "'=Appels" in sheet
    for absent in ("Bijenlint", "Kanarie"):
        assert absent not in sheet
    assert client.get("/afwegingen.xlsx").status_code == 200
    assert client.get("/afwegingen?stand=to_tell").text.count("Kanarie") == 0
    assert client.get("/afwegingen?volgorde=x").status_code == 400


def test_numbers_of_outcomes_are_for_staff_until_they_are_switched_on_and_never_under_five(
    client: FlaskClient, given: Given
) -> None:
    adopted(given, "Een?")
    bees = given.theme(name="Bijen")
    for _ in range(5):
        published(given, given.initiative(themes=[bees]), Outcome.SUPPORTED)
    published(given, given.initiative(name="Appels", themes=[bees]), Outcome.PARTLY)

    def options(query: str) -> list[str]:
        return re.findall(r"<option[^>]*>(Steunen[^<]*|Deels[^<]*|Bijen[^<]*)<", client.get(query).text)

    def figures() -> list[list[str]]:
        return [options(f"/afwegingen{query}") for query in ("", "?uitkomst=partly")]

    assert figures() == [["Deels steunen", "Steunen", "Bijen (6)"], ["Deels steunen", "Steunen", "Bijen"]]
    chosen = client.get("/afwegingen?uitkomst=partly").text
    assert "Appels" in chosen
    assert "Afwegingen met deze uitkomst." in chosen
    assert "<b>1 afweging</b>" not in chosen

    given.graph.write(switches.switch, actor=SYSTEM, figure=Figure.OUTCOMES, on=True)
    outcomes = ["Deels steunen (minder dan 5)", "Steunen (5)"]
    assert figures() == [[*outcomes, "Bijen (6)"], [*outcomes, "Bijen (minder dan 5)"]]
    assert "<b>5 afwegingen</b>" in client.get("/afwegingen?uitkomst=supported").text
    assert "Afwegingen met deze uitkomst." in client.get("/afwegingen?uitkomst=partly").text

    sign_in(client, given, Role.BRIDGE_BUILDER)
    outcomes = ["Deels steunen (1)", "Steunen (5)"]
    assert figures() == [[*outcomes, "Bijen (6)"], [*outcomes, "Bijen (1)"]]
    assert "<b>1 afweging</b>" in client.get("/afwegingen?uitkomst=partly").text


def test_the_report_is_for_staff_and_names_differences_with_a_warning(client: FlaskClient, given: Given) -> None:
    assert client.get("/afwegingen/verslag").status_code == 302
    sign_in(client, given, Role.ORGANISER)
    assert "Er is nog niets besloten." in client.get("/afwegingen/verslag").text
    adopted(given, "Een?")
    for kind, outcome in (("residents", Outcome.SUPPORTED), ("company", Outcome.NOT_SUPPORTED)):
        party = given.organisation(organisation_kind=kind)
        for _ in range(5):
            decided(given, given.initiative(initiators=[party]), outcome)
    text = client.get("/afwegingen/verslag").text
    assert "bij ‘Bewonersgroep’ kregen 5 van de 5 initiatieven steun, bij ‘Bedrijf’ 0 van de 5." in text
    assert "Dit verschil bewijst op zichzelf niets" in text
    assert "Te weinig" not in text
    assert "Geen besloten afwegingen met deze filters." in client.get("/afwegingen/verslag?jaar=2019").text


def test_the_report_is_filtered_with_counts_sorted_paged_and_the_file_tells_no_more_than_the_page(
    client: FlaskClient, given: Given
) -> None:
    sign_in(client, given, Role.ORGANISER)
    adopted(given, "Een?")
    for kind, outcome, number in (
        ("residents", Outcome.SUPPORTED, 5),
        ("company", Outcome.NOT_SUPPORTED, 6),
        ("association", Outcome.NOT_SUPPORTED, 1),
    ):
        party = given.organisation(organisation_kind=kind)
        for _ in range(number):
            decided(given, given.initiative(initiators=[party], themes=[given.theme()]), outcome)

    def file(query: str) -> list[list[str]]:
        lines = client.get(f"/afwegingen/verslag.csv?{query}").get_data().decode("utf-8-sig").splitlines()
        return [line.split(";")[1:] for line in lines[1:]]

    assert [each[0] for each in file("per=initiatiefnemer&volgorde=naam")] == ["Bedrijf", "Bewonersgroep", "Vereniging"]
    assert [each[0] for each in file("per=initiatiefnemer&volgorde=minst-gesteund")][-1] == "Vereniging"
    assert file("per=initiatiefnemer")[0] == ["Bedrijf", "6", "0", "0", "6", "20"]
    assert file("per=initiatiefnemer")[-1] == ["Vereniging", "1", "", "", "", ""]
    assert len(file("per=thema")) == 12
    text = client.get("/afwegingen/verslag").text
    assert "Per thema (12)" in text
    assert "Toon alle 12" in text
    (year,) = {str(each.year) for each in given.graph.read(assessments.report, actor=SYSTEM).years}
    assert f"{year} (12)" in text
    assert len(file(f"jaar={year}")) == 15
    assert file("jaar=2019") == []
    only = client.get("/afwegingen/verslag?per=thema").text
    assert "Bewonersgroep" not in only.partition('id="thema"')[2]
    assert client.get("/afwegingen/verslag?volgorde=x").status_code == 400
    assert client.get("/afwegingen/verslag.xlsx").status_code == 200


def test_a_visitor_never_sees_what_was_not_published(client: FlaskClient, given: Given) -> None:
    adopted(given, "Een?")
    initiative = given.initiative(name="Geheim plan")
    hidden = decided(given, initiative, Outcome.NOT_SUPPORTED, motivation="Kanarie")
    given.graph.write(assessments.tell, actor=SYSTEM, assessment_id=hidden, version=2, on=dt.date(2026, 3, 1))
    assert client.get(f"/afwegingen/{hidden}").status_code == 404
    for path in ("/afwegingen", "/afwegingen.csv", f"/initiatieven/{initiative}"):
        assert "Kanarie" not in client.get(path).text


def _cannot(*_: object) -> None:
    raise OSError
