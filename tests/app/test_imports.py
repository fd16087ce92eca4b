"""The administrator brings a register in, takes it back, and settles duplicates."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import time
from typing import TYPE_CHECKING, Any

import pytest

from graph import ids, records
from graph.duplicates import refresh
from graph.imports import batches, undo
from graph.model import Kind
from graph.rights import SYSTEM, Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from app.config import Settings
    from graph.store import Graph
    from tests.given import Given

LATER = {"website": "https://later.example"}
SHEET = "name;themes;website\nDe Kas;Groen;https://kas.example\nDe Tuin;Groen;javascript:alert(1)\n"


@pytest.fixture
def administrator(client: FlaskClient, given: Given) -> FlaskClient:
    sign_in(client, given, Role.ADMINISTRATOR)
    return client


def upload(client: FlaskClient, content: str | bytes, profile: str = "initiatives", name: str = "blad.csv") -> Any:
    data = {"profile": profile, "file": (io.BytesIO(content if isinstance(content, bytes) else content.encode()), name)}
    return client.post("/beheer/import", data=data, content_type="multipart/form-data", follow_redirects=True)


def run_of(page: str) -> str:
    """The address that brings in what this page is about."""
    found = re.search(r'action="(/beheer/import/[^"]+/uitvoeren)"', page)
    assert found
    return found[1]


def version(tx: Any, record_id: str) -> int:
    return int(tx.run("MATCH (record:Record {id: $id}) RETURN record.version", id=record_id).single()[0])


def test_an_upload_shows_what_would_happen_and_writes_nothing(administrator: FlaskClient, tx: Any) -> None:
    answer = upload(administrator, SHEET)
    assert answer.status_code == 200
    assert "Er is nog niets opgeslagen" in answer.text
    assert "Dit is geen adres dat met http of https begint." in answer.text
    assert tx.run("MATCH (record:Initiative) RETURN count(record)").single()[0] == 0


def test_a_word_that_a_column_does_not_take_is_answered_with_those_it_takes(administrator: FlaskClient) -> None:
    page = upload(administrator, "name;status\nDe Kas;bloeit\nDe Tuin;loopt\n").text
    assert "Vul een van deze woorden in: idee, gestart, in uitvoering, afgerond, gestopt." in page


def test_a_pause_that_cannot_be_is_told_in_the_words_of_the_forms(administrator: FlaskClient, given: Given) -> None:
    given.initiative(name="De Kas")
    head = "kenmerk;besluit;soort;initiatief;gevraagd op;pauze sinds;pauze tot;waarom pauze\n"
    first, second = "Z1;Kap;vraag;De Kas;1-2-2026;2-2-2026;;Tekening", "Z1;Kap;vraag;De Kas;1-2-2026;3-2-2026;;Bedrag"
    assert (
        "De klok staat al stil. Laat eerst de klok weer lopen."
        in upload(administrator, f"{head}{first}\n{second}\n", "decisions").text
    )
    whole = f"{head}{first.replace(';;', ';4-2-2026;')}\n{second}\n"
    assert (
        "Op die dag was er al een pauze. Kies een dag na die pauze." in upload(administrator, whole, "decisions").text
    )


def test_what_somebody_corrected_is_listed_before_the_import_runs_and_stays(
    administrator: FlaskClient, given: Given, tx: Any
) -> None:
    sheet = "naam;omschrijving;website\nDe Kas;Tomaten kweken.;https://kas.example\n"
    page = upload(administrator, sheet).text
    assert "Door iemand gewijzigd, blijft staan" not in page
    administrator.post(run_of(page))
    kas = tx.run("MATCH (record:Initiative) RETURN record.id").single()[0]
    given.graph.write(records.change, actor=SYSTEM, record_id=kas, version=version(tx, kas), properties=LATER)
    page = upload(administrator, sheet).text
    assert "Door iemand gewijzigd, blijft staan" in page
    assert "1 gegeven blijft staan: iemand wijzigde het en de cel zegt niets nieuws." in page
    assert re.search(rf'href="/initiatieven/{kas}".+?</td>\s*<td[^>]*>Website</td>', page, re.DOTALL)
    administrator.post(run_of(page))
    assert tx.run("MATCH (record:Initiative) RETURN record.website").single()[0] == LATER["website"]


def test_the_import_runs_is_listed_and_is_taken_back(administrator: FlaskClient, tx: Any) -> None:
    page = upload(administrator, SHEET).text
    run_it = re.search(r'action="(/beheer/import/[^"]+/uitvoeren)"', page)
    assert run_it
    assert administrator.post(run_it[1]).status_code == 303
    assert tx.run("MATCH (record:Initiative) RETURN collect(record.name)").single()[0] == ["De Kas"]
    with administrator.get(run_it[1].replace("uitvoeren", "afgekeurd")) as rejected:
        assert "De Tuin" in rejected.get_data(as_text=True)
    listed = administrator.get("/beheer/import").text
    assert "blad.csv" in listed
    back = re.search(r'action="(/beheer/import/[^"]+/terugdraaien)"', listed)
    assert back
    assert administrator.post(back[1]).status_code == 303
    assert tx.run("MATCH (record:Initiative) RETURN count(record)").single()[0] == 0
    assert "teruggedraaid" in administrator.get("/beheer/import").text


def test_the_page_of_an_import_names_what_its_undo_left(administrator: FlaskClient, given: Given, tx: Any) -> None:
    kas = given.initiative(name="De Kas", external_id="I-7", website="https://oud.example")
    sheet = "external_id;name;themes;website\nI-7;De Kas;Groen;https://nieuw.example\nI-8;De Tuin;Groen;\n"
    administrator.post(run_of(upload(administrator, sheet).text))
    tuin = tx.run("MATCH (record:Initiative {name: 'De Tuin'}) RETURN record.id").single()[0]
    for each in (kas, tuin):
        given.graph.write(records.change, actor=SYSTEM, record_id=each, version=version(tx, each), properties=LATER)
    listed = administrator.get("/beheer/import").text
    batch_id = re.search(r'href="/beheer/import/([0-9a-f-]{36})"', listed)
    assert batch_id
    address = f"/beheer/import/{batch_id[1]}"
    assert "Wat bleef staan" not in administrator.get(address).text
    administrator.post(f"{address}/terugdraaien")
    assert "2 dingen bleven staan" in administrator.get("/beheer/import").text
    page = administrator.get(address).text
    for record_id, what in ((kas, "Website"), (tuin, "de hele kaart")):
        assert re.search(rf'href="/initiatieven/{record_id}".+?</th>\s*<td[^>]*>{what}</td>', page, re.DOTALL)


def test_the_page_of_an_import_says_that_nothing_is_left(administrator: FlaskClient) -> None:
    administrator.post(run_of(upload(administrator, SHEET).text))
    listed = administrator.get("/beheer/import").text
    back = re.search(r'action="(/beheer/import/[^"]+)/terugdraaien"', listed)
    assert back
    administrator.post(f"{back[1]}/terugdraaien")
    assert "Van deze import staat er niets meer." in administrator.get(back[1]).text
    assert administrator.get("/beheer/import/00000000-0000-7000-8000-000000000000").status_code == 404


def test_an_import_whose_worker_was_killed_reads_as_stopped(administrator: FlaskClient, given: Given, tx: Any) -> None:
    batch_id, whole = ids.new_id(), {"file_name": "blad.csv", "rows": 2, "rejected": 0}
    given.graph.write(
        batches.begin, actor=SYSTEM, batch_id=batch_id, profile="initiatives", checksum="x", properties=whole
    )
    assert "bezig, 0 rijen klaar" in administrator.get("/beheer/import").text
    tx.run("MATCH (batch:ImportBatch) SET batch.touched_at = batch.touched_at - duration('PT6M')").consume()
    for address in ("/beheer/import", f"/beheer/import/{batch_id}"):
        page = administrator.get(address).text
        assert "gestopt na 0 rijen; kies hetzelfde bestand om verder te gaan" in page
        assert f'action="/beheer/import/{batch_id}/terugdraaien"' in page
    undo.undo(given.graph, actor=SYSTEM, batch_id=batch_id)
    given.graph.write(batches.finish, batch_id=batch_id, state="finished", seconds=1.0)
    assert given.graph.read(batches.one, actor=SYSTEM, batch_id=batch_id).state == "undone"


def test_a_look_that_goes_on_says_how_far_it_is_and_one_that_is_silent_has_stopped(
    administrator: FlaskClient, settings: Settings
) -> None:
    run_it = run_of(upload(administrator, SHEET).text)
    address = run_it.replace("uitvoeren", "bekijken")
    (path,) = (settings.data / "uploads").glob("*.look.json")
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace('"ready"', '"looking"').replace('"percent": 0', '"percent": 40'), encoding="utf-8")
    waits = administrator.get(address)
    assert "40 procent is klaar." in waits.text
    assert waits.headers["Refresh"] == "2"
    long_ago = time.time() - 400
    os.utime(path, (long_ago, long_ago))
    stopped = administrator.get(address)
    assert "Kies het bestand nog een keer." in stopped.text
    assert "Refresh" not in stopped.headers
    path.unlink()
    assert "Kies het bestand nog een keer." in administrator.get(address).text


def test_a_file_that_turns_out_empty_halfway_is_refused_on_the_page_of_the_look(administrator: FlaskClient) -> None:
    answer = upload(administrator, "name;themes\n")
    assert "Onder de kolomnamen staan geen rijen." in answer.text
    assert "Kies een ander bestand" in answer.text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Dit bestand is leeg."),
        (bytes(range(256)) * 9, "Dit is geen tekstbestand."),
        (b"adres;plaats\n1;2\n", "Dit bestand past niet bij het profiel"),
        (
            b'{"type":"FeatureCollection","features":[{"geometry":{"type":"Point","coordinates":[92000,463000]}}]}',
            "De coördinaten in dit bestand zijn geen graden. Bewaar het opnieuw in WGS84 (EPSG:4326).",
        ),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_one_sentence(
    administrator: FlaskClient, content: bytes, sentence: str
) -> None:
    answer = upload(administrator, content)
    assert answer.status_code == 400
    assert sentence in answer.text


def test_check_18_the_name_of_an_upload_never_reaches_the_disk(administrator: FlaskClient, settings: Any) -> None:
    upload(administrator, SHEET, name="../../../etc/passwd")
    stored = [path.name for path in (settings.data / "uploads").iterdir()]
    assert all(re.fullmatch(r"[0-9a-f-]{36}\.(data|json|look\.json|rejected\.csv)", name) for name in stored)
    assert administrator.get("/beheer/import/..%2F..%2Fetc%2Fpasswd/afgekeurd").status_code == 404


def test_the_sheet_to_fill_in_can_be_had(administrator: FlaskClient) -> None:
    answer = administrator.get("/beheer/import/invulblad/initiatives")
    assert answer.get_data(as_text=True).startswith("\ufeffexternal_id;name;description;themes;goals;policy_note")
    assert administrator.get("/beheer/import/invulblad/bestaat-niet").status_code == 404


def test_duplicates_are_laid_beside_each_other_and_merged(
    administrator: FlaskClient, given: Given, graph: Graph
) -> None:
    stays, goes = given.organisation(name="Stichting De Kas"), given.organisation(name="De Kas")
    refresh(graph, actor=SYSTEM, kind=Kind.ORGANISATION)
    assert f"/beheer/dubbelen/{stays}/{goes}" in administrator.get("/beheer/dubbelen").text
    assert "Is dit hetzelfde?" in administrator.get(f"/beheer/dubbelen/{stays}/{goes}").text
    fields = {"survivor_id": stays, "survivor_version": 1, "loser_id": goes, "loser_version": 1}
    assert administrator.post("/beheer/dubbelen/samenvoegen", data=fields).status_code == 303
    assert "Geen mogelijke dubbelen" in administrator.get("/beheer/dubbelen").text


def test_two_records_beside_each_other_speak_the_words_of_their_form(administrator: FlaskClient, given: Given) -> None:
    channels = ["https://een.example", "https://twee.example"]
    one = given.organisation(
        name="Stichting De Kas", organisation_kind="foundation", channels=channels, external_id="KVK-7"
    )
    other = given.organisation(name="De Kas", description="Wij kweken.\nKom langs.")
    page = administrator.get(f"/beheer/dubbelen/{one}/{other}").text
    for label, value in (
        ("Soort organisatie", "Stichting"),
        ("Sociale media", ", ".join(channels)),
        ("Kenmerk", "KVK-7"),
        ("Wat doet de organisatie?", "Wij kweken.<br>Kom langs."),
    ):
        row = rf"<th[^>]*>{re.escape(label)}</th>\s*(<td[^>]*>–</td>)?\s*<td[^>]*>{re.escape(value)}</td>"
        assert re.search(row, page), label
    assert not re.search("organisation_kind|external_id|foundation", page.split("<main")[1])
    first, second = (
        given.initiative(name=name, status="running", started_on=dt.date(2026, 3, 15)) for name in ("De Tuin", "Tuin")
    )
    page = administrator.get(f"/beheer/dubbelen/{first}/{second}").text
    for value in ("In uitvoering", "15-03-2026"):
        assert page.count(f">{value}</td>") == 2


def test_an_old_address_leads_to_the_survivor(administrator: FlaskClient, given: Given) -> None:
    stays, goes = given.organisation(name="Stichting De Kas"), given.organisation(name="De Kas")
    fields = {"survivor_id": stays, "survivor_version": 1, "loser_id": goes, "loser_version": 1}
    administrator.post("/beheer/dubbelen/samenvoegen", data=fields)
    answer = administrator.get(f"/organisaties/{goes}")
    assert (answer.status_code, answer.location) == (301, f"/organisaties/{stays}")
    assert administrator.get(f"/organisaties/{stays}").status_code == 200


def test_what_is_not_the_same_is_not_listed_again(administrator: FlaskClient, given: Given, graph: Graph) -> None:
    one, other = given.organisation(name="Stichting De Kas"), given.organisation(name="De Kas")
    refresh(graph, actor=SYSTEM, kind=Kind.ORGANISATION)
    assert administrator.post(f"/beheer/dubbelen/{one}/{other}/niet-hetzelfde").status_code == 303
    assert "Geen mogelijke dubbelen" in administrator.get("/beheer/dubbelen").text


def test_a_bridge_builder_does_not_import(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert client.get("/beheer/import").status_code == 403
    assert upload(client, SHEET).status_code == 403
