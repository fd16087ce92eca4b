"""Agreements on the pages: made from an initiative, given another term, told, kept, listed and exported."""

from __future__ import annotations

import datetime as dt
import html
import re
import sys
from typing import TYPE_CHECKING

import pytest

from graph import clock, commitments, ids, records
from graph.commitments import NewTerm
from graph.model import CommitmentKind, Kind, PersonKind
from graph.rights import SYSTEM, Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient

    from graph.store import Graph
    from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture
def builder(client: FlaskClient, given: Given) -> FlaskClient:
    """The browser of a bridge-builder."""
    sign_in(client, given, Role.BRIDGE_BUILDER)
    return client


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    """The day the screens show."""
    with clock.at(NOON):
        yield


def text_of(page: str) -> str:
    """The words of a page, as people read them."""
    body = re.sub(r"<(script|style|svg).*?</\1>", "", page, flags=re.DOTALL)
    return re.sub(r"\s+([.,])", r"\1", html.unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split())))


def late(given: Given, **named: object) -> str:
    """An agreement of 17 February that would be done before 1 May."""
    named = {"name": "Het plein schoonmaken", "commitment_kind": CommitmentKind.AGREEMENT} | named
    record_id = given.record(Kind.COMMITMENT, made_on=dt.date(2026, 2, 17), **named)  # type: ignore[arg-type]
    term = NewTerm(dt.date(2026, 5, 1))
    given.graph.write(commitments.add_first_term, actor=SYSTEM, commitment_id=record_id, term=term)
    return record_id


def mails(app: Flask) -> list[str]:
    folder: Path = app.config["SETTINGS"].data / "mail"
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.eml"))] if folder.exists() else []


def test_an_agreement_is_made_from_the_page_of_an_initiative(builder: FlaskClient, given: Given, graph: Graph) -> None:
    initiative, team = given.initiative(name="Opfleuren Duinplein"), given.department(name="Team Beheer")
    shown = builder.get(f"/initiatieven/{initiative}").text
    assert f'href="/afspraken/nieuw?initiatives={initiative}"' in shown
    form = builder.get(f"/afspraken/nieuw?initiatives={initiative}").text
    assert re.search(rf'value="{initiative}" checked', form)
    record_id = ids.new_id()
    sent = {
        "id": record_id,
        "name": "Het plein schoonmaken",
        "commitment_kind": "agreement",
        "made_on": "17-2-2026",
        "due": "1-2-2026",
        "departments": team,
        "initiatives": initiative,
        "publiceer": "ja",
    }
    refused = builder.post("/afspraken/nieuw", data=sent)
    assert refused.status_code == 400
    assert "Deze dag ligt vóór de dag van de afspraak." in refused.text
    assert 'value="1-2-2026"' in refused.text
    made = builder.post("/afspraken/nieuw", data=sent | {"due": "1-5-2026"})
    assert made.location == f"/afspraken/{record_id}"
    builder.post("/afspraken/nieuw", data=sent | {"due": "1-5-2026"})
    page = graph.read(commitments.page, actor=SYSTEM, commitment_id=record_id)
    assert [(term.on, term.set_on) for term in page.commitment.terms] == [(dt.date(2026, 5, 1), dt.date(2026, 2, 17))]
    words = text_of(builder.get(f"/afspraken/{record_id}").text)
    assert "Afspraak van team Beheer met Opfleuren Duinplein, vóór 1 mei 2026. 206 dagen te laat." in words
    assert "Nog niet verteld aan het initiatief" in words


def test_no_term_is_a_value(builder: FlaskClient) -> None:
    record_id = ids.new_id()
    sent = {"id": record_id, "name": "Uitleg", "commitment_kind": "agreement", "no_term": "y"}
    assert builder.post("/afspraken/nieuw", data=sent | {"due": "1-5-2027"}).status_code == 400
    builder.post("/afspraken/nieuw", data=sent)
    assert "Geen termijn afgesproken" in builder.get(f"/afspraken/{record_id}").text


def test_a_new_term_needs_a_reason_and_keeps_what_was_typed(builder: FlaskClient, given: Given) -> None:
    record_id = late(given, given_to=[given.initiative()])
    path = f"/afspraken/{record_id}/termijn"
    refused = builder.post(path, data={"version": "1", "on": "1-7-2026"})
    assert refused.status_code == 400
    assert "Schrijf waarom" in refused.text
    assert 'value="1-7-2026"' in refused.text
    older = builder.post(path, data={"version": "9", "on": "1-7-2026", "set_on": "23-11-2026", "reason": "Strand."})
    assert older.status_code == 409
    assert "Iemand wijzigde dit intussen." in older.text
    assert "Strand." in older.text
    assert builder.post(path, data={"version": "1", "reason": "Strand."}).status_code == 400
    agreed = {"version": "1", "on": "1-1-2027", "set_on": "23-11-2026", "reason": "De ploeg was nodig."}
    done = builder.post(path, data=agreed)
    assert done.status_code == 303
    page = builder.get(done.location).text
    assert f'href="/afspraken/{record_id}/vertellen"' in page
    words = text_of(page)
    assert "206 dagen te laat" in words
    assert "De nieuwe termijn is 1 januari 2027." in words
    assert words.index("Vóór 1 januari 2027") < words.index("Vóór 1 mei 2026")


def test_telling_sends_a_mail_to_the_public_address(builder: FlaskClient, given: Given, app: Flask) -> None:
    before = len(mails(app))
    initiative = given.initiative(name="Opfleuren Duinplein", email="plein@example.org")
    record_id = late(given, given_to=[initiative])
    path = f"/afspraken/{record_id}/vertellen"
    assert "plein@example.org" in builder.get(path).text
    assert builder.post(path, data={"version": "1"}).status_code == 400
    assert builder.post(path, data={"version": "1", "how": "zelf"}).status_code == 400
    done = builder.post(path, data={"version": "1", "how": "mail", "words": "Het spijt ons."})
    assert done.status_code == 303
    (sent,) = mails(app)[before:]
    for words in ("To: Opfleuren Duinplein <plein@example.org>", "206 dagen te laat", "Het spijt ons.", record_id):
        assert words in sent
    words = text_of(builder.get(f"/afspraken/{record_id}").text)
    assert "Verteld aan het initiatief op 23 november 2026." in words


def test_a_mail_that_does_not_go_leaves_nobody_told(
    builder: FlaskClient, given: Given, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise OSError

    monkeypatch.setattr("app.mail.deliver", broken)
    record_id = late(given, given_to=[given.initiative(email="plein@example.org")])
    answer = builder.post(
        f"/afspraken/{record_id}/vertellen", data={"version": "1", "how": "mail", "words": "Het spijt ons."}
    )
    assert answer.status_code == 503
    assert "De mail ging niet weg." in answer.text
    assert "Het spijt ons." in answer.text
    assert graph.read(commitments.page, actor=SYSTEM, commitment_id=record_id).commitment.is_untold


def test_telling_again_keeps_when_it_was_told_before_also_when_the_mail_fails(
    builder: FlaskClient, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise OSError

    record_id = late(given, given_to=[given.initiative(email="plein@example.org")])
    path = f"/afspraken/{record_id}"
    told = builder.post(f"{path}/vertellen", data={"version": "1", "how": "zelf", "told_on": "1-6-2026"})
    assert told.status_code == 303
    first = "Verteld aan het initiatief op 1 juni 2026."
    with monkeypatch.context() as patched:
        patched.setattr("app.mail.deliver", broken)
        answer = builder.post(f"{path}/vertellen", data={"version": "2", "how": "mail"})
    assert answer.status_code == 503
    assert first in text_of(builder.get(path).text)
    assert builder.post(f"{path}/vertellen", data={"version": "4", "how": "mail"}).status_code == 303
    assert "Verteld aan het initiatief op 23 november 2026." in text_of(builder.get(path).text)
    between = text_of(builder.get(f"{path}?op=2026-10-01").text)
    assert first in between
    assert "niet verteld" not in between


def test_without_an_address_people_tell_it_themselves(builder: FlaskClient, given: Given) -> None:
    record_id = late(given, given_to=[given.initiative()])
    path = f"/afspraken/{record_id}/vertellen"
    assert "Wij weten geen openbaar adres" in builder.get(path).text
    assert builder.post(path, data={"version": "1", "how": "mail"}).status_code == 400
    assert builder.post(path, data={"version": "1", "how": "zelf", "told_on": "24-11-2026"}).status_code == 400
    assert builder.post(path, data={"version": "1", "how": "zelf", "told_on": "6-5-2026"}).status_code == 303
    assert "Verteld aan het initiatief op 6 mei 2026." in builder.get(f"/afspraken/{record_id}").text


def test_kept_needs_a_day_and_what_shows_it(builder: FlaskClient, given: Given) -> None:
    record_id = late(given, given_to=[given.initiative()], made_by=[given.department(name="Team Beheer")])
    path = f"/afspraken/{record_id}/nagekomen"
    before = builder.post(path, data={"version": "1", "kept_on": "1-1-2026", "evidence": "Foto."})
    assert before.status_code == 400
    assert "Deze dag ligt vóór de dag van de afspraak." in before.text
    assert builder.post(path, data={"version": "1", "kept_on": "18-9-2026"}).status_code == 400
    assert builder.post(path, data={"version": "1", "evidence": "Foto."}).status_code == 400
    done = builder.post(path, data={"version": "1", "kept_on": "18-9-2026", "evidence": "Foto van het plein."})
    assert done.status_code == 303
    words = text_of(builder.get(f"/afspraken/{record_id}").text)
    assert "Team Beheer kwam dit na, maar 140 dagen later dan afgesproken." in words
    history = builder.get(f"/afspraken/{record_id}/geschiedenis").text
    assert "Termijn afgesproken" in history
    changed = builder.post(
        f"/afspraken/{record_id}/wijzigen",
        data={"version": "2", "name": "Plein", "made_on": "17-2-2026", "kept_on": "1-2-2026", "evidence": "Foto."},
    )
    assert changed.status_code == 400


def test_a_visitor_sees_the_team_and_no_counts_of_who_is_late(client: FlaskClient, given: Given) -> None:
    team = given.department(name="Team Beheer")
    person = given.person(name="Kanarie Geheim", person_kind=PersonKind.OFFICIAL, works_for=[team])
    record_id = late(given, promised_by=[person], given_to=[given.initiative(name="Opfleuren")])
    for path in ("/afspraken", f"/afspraken/{record_id}", "/afspraken.csv", "/afspraken?stand=late"):
        words = client.get(path).text
        assert "Team Beheer" in words
        assert "Kanarie" not in words
        assert "Nog niet verteld" not in words
    assert 'name="stand"' not in client.get("/afspraken").text
    assert client.get(f"/afspraken/{record_id}/termijn").status_code == 302
    for path in ("/afspraken", "/afspraken.csv", "/afspraken/toezeggingen", "/afspraken/toezeggingen.xlsx"):
        wrong = client.get(f"{path}?van=gisteren")
        assert wrong.status_code == 400
        assert 'id="f-van-fout">Zo lezen wij geen dag.' in wrong.text
        assert 'href="#f-van"' in wrong.text
        assert 'value="gisteren"' in wrong.text
    assert 'value="2026-03-01"' in client.get("/afspraken?van=1-3-2026").text


def test_the_clerk_gets_the_promises_to_the_council(client: FlaskClient, given: Given) -> None:
    alderman = given.person(name="Els Denkbeeld", person_kind=PersonKind.ALDERMAN)
    council, goal = given.record(Kind.BODY, name="Gemeenteraad"), given.goal(name="Groen", holder=[alderman])
    promise = {"commitment_kind": CommitmentKind.PROMISE_TO_COUNCIL, "promised_to": [council], "concerns": [goal]}
    given.record(Kind.COMMITMENT, name="=Groenkaart", made_on=dt.date(2026, 9, 1), **promise)
    given.record(Kind.COMMITMENT, name="Oude kaart", made_on=dt.date(2024, 9, 1), **promise)
    late(given, given_to=[given.initiative(goals=[goal])])
    query = f"wethouder={alderman}&programma={goal}&van=2026-01-01&tot=2026-12-31"
    page = client.get(f"/afspraken/toezeggingen?{query}").text
    assert "<b>1 afspraak</b>" in page
    assert "Gemaakt vanaf 1 januari 2026" in page
    sheet = client.get(f"/afspraken/toezeggingen.csv?{query}").text.splitlines()
    assert len(sheet) == 2
    assert sheet[1].startswith("Bestuurlijke toezegging;'=Groenkaart;")
    assert "Gemeenteraad;Els Denkbeeld;Groen;2026-09-01" in sheet[1]
    book = client.get(f"/afspraken/toezeggingen.xlsx?{query}")
    assert book.data[:2] == b"PK"
    assert client.get("/afspraken.csv").text.count("\n") == 4


def test_the_clerk_finds_what_an_alderman_promised_who_left(client: FlaskClient, given: Given, graph: Graph) -> None:
    alderman = given.person(name="Els Denkbeeld", person_kind=PersonKind.ALDERMAN)
    council = given.record(Kind.BODY, name="Gemeenteraad")
    given.record(
        Kind.COMMITMENT,
        name="Groenkaart",
        made_on=dt.date(2025, 5, 1),
        commitment_kind=CommitmentKind.PROMISE_TO_COUNCIL,
        promised_to=[council],
        promised_by=[alderman],
    )
    version = graph.read(records.read, actor=SYSTEM, record_id=alderman).version
    graph.write(records.end, actor=SYSTEM, record_id=alderman, version=version, on=dt.date(2026, 6, 1))
    query = f"/afspraken/toezeggingen.csv?wethouder={alderman}"
    assert "Denkbeeld" not in client.get("/afspraken/toezeggingen").text
    assert "Groenkaart" not in client.get(query).text
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/afspraken/toezeggingen").text
    assert re.search(rf'value="{alderman}"[^>]*>\s*Els Denkbeeld \(oud-wethouder\)', page)
    sheet = client.get(query).text.splitlines()
    assert len(sheet) == 2
    assert ";Els Denkbeeld;Gemeenteraad;Els Denkbeeld (oud-wethouder);" in sheet[1]


def test_late_and_not_told_stands_on_top_of_the_day(builder: FlaskClient, given: Given, graph: Graph) -> None:
    told = late(given, name="Verteld", given_to=[given.initiative()])
    graph.write(commitments.tell, actor=SYSTEM, commitment_id=told, version=1, told_on=dt.date(2026, 6, 1))
    newer = given.record(
        Kind.COMMITMENT, name="Niet verteld", made_on=dt.date(2026, 11, 1), given_to=[given.initiative()]
    )
    term = NewTerm(dt.date(2026, 11, 18))
    graph.write(commitments.add_first_term, actor=SYSTEM, commitment_id=newer, term=term)
    page = builder.get("/vandaag").text
    assert page.index(f'href="/afspraken/{newer}/vertellen"') < page.index("Verteld</a>")
    assert f'href="/afspraken/{told}/vertellen"' not in page


def test_the_case_of_the_square_reads_as_it_was(client: FlaskClient, given: Given, graph: Graph) -> None:
    """Planting given, the square cleaned long after it was agreed, and when the initiative was told."""
    square = given.initiative(name="Opfleuren Duinplein")
    green, care = given.department(name="Team Groen"), given.department(name="Team Beheer")
    given.contribution(
        name="beplanting voor 40 geveltuinen",
        contribution_kind="means",
        granted_on=dt.date(2026, 4, 11),
        continuity="Bewoners geven 3 jaar water: die afspraak staat vast.",
        given_to=[square],
        given_by=[green],
    )
    cleaned = late(
        given,
        given_to=[square],
        made_by=[care],
        kept_on=dt.date(2026, 9, 18),
        evidence="De bewoners melden dat het feest op het plein daardoor niet doorging.",
    )
    asked = given.record(
        Kind.COMMITMENT,
        name="uitleg over de bloembakken",
        commitment_kind=CommitmentKind.REQUEST,
        made_on=dt.date(2026, 4, 2),
        given_to=[square],
        made_by=[care],
    )
    with clock.at(dt.datetime(2026, 5, 6, 12, tzinfo=dt.UTC)):
        moved = NewTerm(dt.date(2026, 7, 1), "De ploeg was nodig op het strand.")
        graph.write(commitments.add_term, actor=SYSTEM, commitment_id=cleaned, version=1, term=moved)
        graph.write(commitments.tell, actor=SYSTEM, commitment_id=cleaned, version=2, told_on=clock.today())
    words = text_of(client.get(f"/initiatieven/{square}").text)
    for sentence in (
        "Bijdrage: beplanting voor 40 geveltuinen",
        "Gegeven door team Groen.",
        "Bewoners geven 3 jaar water: die afspraak staat vast.",
        "Afgesproken vóór 1 mei 2026, nagekomen op 18 september 2026",
        "Afspraak: Het plein schoonmaken",
        "Team Beheer kwam dit na, maar 140 dagen later dan afgesproken.",
        "De bewoners melden dat het feest op het plein daardoor niet doorging.",
        "Verteld aan het initiatief op 6 mei 2026.",
        "Gevraagd op 2 april 2026 Verzoek: uitleg over de bloembakken",
        "Gevraagd aan team Beheer. Er is geen termijn afgesproken.",
    ):
        assert sentence in words
    assert "te laat" not in words
    page = text_of(client.get(f"/afspraken/{cleaned}").text)
    for sentence in (
        "Te laat nagekomen",
        "Team Beheer kwam dit na, maar 140 dagen later dan afgesproken.",
        "Afgesproken op 6 mei 2026 Vóór 1 juli 2026 De ploeg was nodig op het strand.",
        "Afgesproken op 17 februari 2026 Vóór 1 mei 2026",
        "Verteld aan het initiatief op 6 mei 2026.",
    ):
        assert sentence in page
    request = text_of(client.get(f"/afspraken/{asked}").text)
    assert "Gevraagd op 2 april 2026. Er is geen termijn afgesproken." in request
    assert "Niemand heeft iets beloofd, dus het is nooit te laat." in request


def test_a_list_that_does_not_hold_everything_says_so_and_a_period_finds_the_rest(
    client: FlaskClient, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    for month in (1, 2, 3):
        given.record(
            Kind.COMMITMENT,
            name=f"Afspraak {month}",
            commitment_kind=CommitmentKind.AGREEMENT,
            made_on=dt.date(2026, month, 1),
        )
    given.record(Kind.COMMITMENT, name="Zonder dag", commitment_kind=CommitmentKind.AGREEMENT)
    monkeypatch.setattr(sys.modules["graph.commitments.listing"], "MOST_READ", 2)
    monkeypatch.setattr(commitments, "MOST_READ", 2)
    text = client.get("/afspraken?soort=agreement").text
    assert "Wij laten de nieuwste 2 afspraken zien, ook in de bestanden." in text
    assert "Afspraak 3" in text
    assert "Afspraak 1" not in text
    early = client.get("/afspraken?van=2026-01-01&tot=2026-01-31").text
    assert "Afspraak 1" in early
    assert "afspraken zien" not in early
    assert "Afspraak 1" in client.get("/afspraken.csv?tot=2026-01-31").text
    assert "Afspraak 1" in client.get("/afspraken?op=2026-01-15").text
