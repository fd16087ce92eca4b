"""Access, erasure and retention as an administrator meets them, and one's own dossier."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from graph import clock, consents, records
from graph.model import Kind, Purpose, Visibility
from graph.privacy import RETENTION
from graph.rights import SYSTEM, Role
from tests.app.hidden import hidden
from tests.app.sign_in import make_account, sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from graph.store import Graph, Transaction
    from tests.given import Given


@pytest.fixture
def administrator(client: FlaskClient, given: Given) -> FlaskClient:
    sign_in(client, given, Role.ADMINISTRATOR)
    return client


def test_everything_about_a_person_on_a_page_and_to_take_along(administrator: FlaskClient, given: Given) -> None:
    person = given.person(name="Roos Verzonnen", telephone="06 1234")
    given.initiative(name="Bijenlint", initiating_people=[person])
    page = administrator.get(f"/personen/{person}/inzage").text
    assert "Alles wat wij van Roos Verzonnen bewaren" in page
    assert "06 1234" in page
    assert "Neemt het initiatief" in page
    found = json.loads(administrator.get(f"/personen/{person}/inzage.json").data)
    assert found["properties"]["telephone"] == "06 1234"
    assert administrator.get(f"/personen/{person}/inzage.xlsx").data[:2] == b"PK"


def test_a_no_is_told_as_a_no(administrator: FlaskClient, given: Given, graph: Graph) -> None:
    given.area(level="municipality", name="Duinvliet")
    person = given.person(person_kind="representative")
    no = consents.Refusal(Purpose.INVITATION, dt.date(2026, 9, 1))
    graph.write(consents.replace, actor=SYSTEM, person_id=person, version=1, consents=[], refusals=[no])
    page = administrator.get(f"/personen/{person}/inzage").text
    assert "Zei nee: mag niet benaderd worden door" in page
    assert "Mag benaderd worden door" not in page


def name_of(tx: Transaction, person_id: str) -> list[str]:
    return tx.run("MATCH (person:Person {id: $id}) RETURN person.name AS name", id=person_id).value()


def test_erasing_asks_first_and_then_nobody_finds_the_name(
    administrator: FlaskClient, given: Given, graph: Graph
) -> None:
    person = given.person(name="Roos Verzonnen")
    form = hidden(administrator.get(f"/personen/{person}/wissen"))
    refused = administrator.post(f"/personen/{person}/wissen", data=form)
    assert refused.status_code == 400
    assert 'id="sure-fout">Zet eerst een vinkje' in refused.text
    assert 'href="#sure"' in refused.text
    assert administrator.post(f"/personen/{person}/wissen", data={**form, "sure": "y"}).status_code == 303
    name = graph.read(
        lambda tx: tx.run("MATCH (person:Person {id: $id}) RETURN person.name AS name", id=person).value()
    )
    assert name == ["Gewist op verzoek"]
    assert administrator.get(f"/personen/{person}").status_code == 404


def test_a_duty_to_keep_is_named_with_what_can_be_done(administrator: FlaskClient, given: Given) -> None:
    person = given.person(name="Wethouder Verzonnen", person_kind="alderman")
    page = administrator.get(f"/personen/{person}/wissen").text
    assert "Archiefwet" in page
    assert "Wis deze persoon" not in page


def test_who_was_removed_has_a_dossier_and_can_be_erased_by_an_administrator(
    administrator: FlaskClient, given: Given, graph: Graph
) -> None:
    person = given.person(name="Roos Verzonnen", telephone="06 1234")
    graph.write(records.remove, actor=SYSTEM, record_id=person, version=1)
    assert administrator.get(f"/personen/{person}").status_code == 404
    page = administrator.get(f"/personen/{person}/inzage").text
    assert "06 1234" in page
    assert "Deze persoon is verwijderd." in page
    assert f"/personen/{person}/wijzigen" not in page
    form = hidden(administrator.get(f"/personen/{person}/wissen"))
    assert administrator.post(f"/personen/{person}/wissen", data={**form, "sure": "y"}).status_code == 303
    assert graph.read(name_of, person) == ["Gewist op verzoek"]
    assert administrator.get(f"/personen/{person}/inzage").status_code == 404


def test_a_person_who_changed_meanwhile_is_not_erased(administrator: FlaskClient, given: Given, graph: Graph) -> None:
    person = given.person(name="Roos Verzonnen")
    form = hidden(administrator.get(f"/personen/{person}/wissen"))
    graph.write(records.change, actor=SYSTEM, record_id=person, version=1, properties={"function": "Bestuurslid"})
    answer = administrator.post(f"/personen/{person}/wissen", data={**form, "sure": "y"})
    assert answer.status_code == 409
    assert "wijzigde deze persoon intussen" in answer.text
    assert graph.read(records.read, actor=SYSTEM, record_id=person).kind is Kind.PERSON


def test_the_terms_are_listed_with_what_may_go(administrator: FlaskClient) -> None:
    page = administrator.get("/beheer/bewaartermijnen").text
    assert "Er verdwijnt niets vanzelf" in page
    assert "Hier hoeft nu niets weg." in page


def test_proposals_are_filtered_and_paged_and_the_file_holds_them_all(administrator: FlaskClient, given: Given) -> None:
    # It is half past twelve at night here, and the day before in UTC.
    with clock.at(dt.datetime(2024, 1, 7, 23, 30, tzinfo=dt.UTC)):
        for number in range(26):
            given.person(name=f"Verzonnen {number:02}")
        note = given.record(
            Kind.INTERACTION,
            name="Oud gesprek",
            interaction_kind="call",
            happened_on=dt.date(2023, 1, 8),
            description="Kort.",
            visibility=Visibility.DRAFT,
        )
        account = make_account(given, Role.ORGANISER)
    given.initiative(name="Lang voorbij", until=dt.date(2019, 1, 8))
    given.contribution(name="Oud geld", contribution_kind="money", granted_on=dt.date(2015, 1, 8))
    here = "/beheer/bewaartermijnen"
    page = administrator.get(here).text
    assert "<b>26 voorstellen</b>" in page
    assert "Hier staan de eerste 10." in page
    assert "Mensen die nergens meer bij horen (26)" in page
    assert f'href="{here}?wat=mensen"' in page
    assert page.count("/wissen") == 10
    assert f"{here}/account/{account}" in page
    assert "Lang voorbij" in page
    assert "Oud geld" in page
    # A contact is told by its kind and day: its subject is what was said, and nobody notes here who read it.
    assert "Telefoongesprek van 8 januari 2023" in page
    assert "Oud gesprek" not in page
    people = administrator.get(f"{here}?wat=mensen&volgorde=naam&pagina=2").text
    assert "Verzonnen 25" in people
    assert "Oud gesprek" not in people
    assert f"{here}.csv?wat=mensen&amp;volgorde=naam" in people
    lines = administrator.get(f"{here}.csv?wat=mensen").get_data().decode("utf-8-sig").splitlines()
    assert len(lines) == 27
    assert lines[1].startswith(
        "Mensen die nergens meer bij horen;Persoon;Verzonnen 00;2024-01-08;http://localhost/personen/"
    )
    # The person of the account is not proposed: an account needs them.
    whole = administrator.get(f"{here}.csv").text
    assert len(whole.splitlines()) == 31
    assert ";Telefoongesprek van 8 januari 2023;2023-01-08;" in whole
    assert "Oud gesprek" not in whole
    assert administrator.get(f"{here}.xlsx").status_code == 200
    back = f"{here}?wat=contactmomenten"
    assert administrator.post(f"{here}/contactmoment/{note}", data={"terug": back}).location == back


def test_every_kind_has_one_term() -> None:
    assert sorted(kind for rule in RETENTION for kind in rule.kinds) == sorted(Kind)


def test_everybody_with_an_account_sees_the_own_dossier(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.INITIATOR)
    page = client.get("/mijn-gegevens/inzage")
    assert page.status_code == 200
    assert "U mag ons vragen om iets te verbeteren" in page.text
    assert json.loads(client.get("/mijn-gegevens/inzage.json").data)["accounts"]
