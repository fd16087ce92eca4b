"""The pages of initiatives in a browser without a login."""

import csv
import datetime as dt
import io
import re

import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from app import paging
from graph.model import PersonKind, Visibility
from graph.rights import Role
from tests.app.sign_in import sign_in
from tests.given import Given


def test_the_page_shows_what_it_is_and_whom_to_write_to(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Meer bijen en vlinders")
    shown = given.initiative(
        name="Bijenlint", summary="Bloemen langs het pad", goals=[goal], status="running", website="https://example.org"
    )
    text = client.get(f"/initiatieven/{shown}").text
    assert "<h1" in text
    assert "Bloemen langs het pad" in text
    assert "Meer bijen en vlinders" in text
    assert "In uitvoering" in text
    assert "Stuur een bericht" in text
    assert "1 initiatief" in text


def test_an_unknown_initiative_is_a_calm_404(client: FlaskClient) -> None:
    assert client.get("/initiatieven/bestaat-niet").status_code == 404


def test_the_address_of_a_merged_initiative_leads_to_the_survivor(client: FlaskClient, given: Given) -> None:
    survivor = given.initiative()
    merged = given.initiative(merged_into=survivor, visibility=Visibility.REMOVED)
    answer = client.get(f"/initiatieven/{merged}")
    assert answer.status_code == 301
    assert answer.location == f"/initiatieven/{survivor}"


def test_check_23_what_is_private_never_stands_on_the_page_or_in_the_list(client: FlaskClient, given: Given) -> None:
    official = given.person(
        name="Kanarie Geheim",
        person_kind=PersonKind.OFFICIAL,
        function="adviseur",
        email="kanarie@example.org",
        telephone="0123 987 654",
    )
    resident = given.person(name="Bewoner Geheim", person_kind=PersonKind.RESIDENT, email="bewoner@example.org")
    shown = given.initiative(contact=[official], initiating_people=[resident], status="running")
    given.initiative(name="Kanarie concept", visibility=Visibility.DRAFT)
    for path in (f"/initiatieven/{shown}", "/initiatieven"):
        text = client.get(path).text
        for canary in ("Geheim", "kanarie@", "bewoner@", "987", "Kanarie concept"):
            assert canary not in text, (path, canary)


def test_the_list_keeps_filters_in_the_address(client: FlaskClient, given: Given) -> None:
    theme = given.theme(name="Muziek")
    given.initiative(name="Koor", themes=[theme])
    given.initiative(name="Moestuin")
    text = client.get(f"/initiatieven?thema={theme}").text
    assert "Koor" in text
    assert "Moestuin" not in text
    assert client.get("/initiatieven?status=onzin").status_code == 400


def test_a_late_agreement_names_the_team_and_the_days(client: FlaskClient, given: Given) -> None:
    shown = given.initiative(status_since=dt.date(2026, 2, 3), status="running")
    text = client.get(f"/initiatieven/{shown}").text
    assert "sinds 3 februari 2026." in text


def table(client: FlaskClient, address: str) -> list[list[str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    return list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig")), delimiter=";"))


def test_the_file_holds_what_the_filters_select_in_the_order_of_the_page(client: FlaskClient, given: Given) -> None:
    music, town = given.theme(name="Muziek"), given.area(name="Duinplein")
    themes = [music, *(given.theme(name=name) for name in ("Aarde", "Buurt", "Cultuur"))]
    last = given.initiative(
        name="Zangkoor",
        summary="Zingen; elke week",
        status="running",
        status_since=dt.date(2026, 2, 3),
        themes=themes,
        areas=[town],
    )
    given.initiative(name="Accordeon", status="idea", themes=[music])
    given.initiative(name="Moestuin", status="running", areas=[town])
    head, *rows = table(client, f"/initiatieven.csv?thema={music}&pagina=7")
    assert head == ["Initiatief", "In één zin", "Status", "Status sinds", "Gebieden", "Thema’s", "Openbaar", "id"]
    assert [row[0] for row in rows] == ["Accordeon", "Zangkoor"]
    every = "Aarde | Buurt | Cultuur | Muziek"
    assert rows[1] == ["Zangkoor", "Zingen; elke week", "In uitvoering", "2026-02-03", "Duinplein", every, "ja", last]
    for query in (f"gebied={town}&status=running", "volgorde=nieuw", f"thema={music}&volgorde=nieuw", ""):
        page = client.get(f"/initiatieven?{query}").text
        names = [row[0] for row in table(client, f"/initiatieven.csv?{query}")[1:]]
        assert names == re.findall(r'href="/initiatieven/[0-9a-z-]{20,}"[^>]*>\s*([^<]*?)\s*<', page), query
        assert f'href="/initiatieven.xlsx{"?" if query else ""}{query.replace("&", "&amp;")}"' in page, query
    assert client.get("/initiatieven.csv?status=onzin").status_code == 400
    assert client.get("/initiatieven.ods").status_code == 404


def test_the_file_has_every_page_of_the_list(
    client: FlaskClient, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"Initiatief {number:02}" for number in range(30)]
    for name in names:
        given.initiative(name=name)
    for at_once in (7, 15, 30):
        monkeypatch.setattr(paging, "ROWS_AT_ONCE", at_once)
        assert [row[0] for row in table(client, "/initiatieven.csv")[1:]] == names


def test_a_visitor_takes_no_drafts_home_and_staff_get_theirs(client: FlaskClient, given: Given) -> None:
    official = given.person(name="Kanarie Geheim", person_kind=PersonKind.OFFICIAL, email="kanarie@example.org")
    hidden = given.theme(name="Kanarie thema", visibility=Visibility.DRAFT)
    given.initiative(name="Bijenlint", contact=[official], themes=[hidden])
    given.initiative(name="Kanarie concept", visibility=Visibility.DRAFT)
    given.initiative(name="Kanarie weg", visibility=Visibility.REMOVED)
    for query in ("", "?contact=geen"):
        text = client.get(f"/initiatieven.csv{query}").text
        assert "Bijenlint" in text
        assert "anarie" not in text
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert [(row[0], row[6]) for row in table(client, "/initiatieven.csv")[1:]] == [
        ("Bijenlint", "ja"),
        ("Kanarie concept", "nee"),
    ]
    lacking = table(client, "/initiatieven.csv?contact=geen")[1:]
    assert [row[0] for row in lacking] == ["Kanarie concept"]
    assert "Nog geen contactpersoon (1)" in client.get("/initiatieven").text
    assert "Nog geen contactpersoon (0)" in client.get("/initiatieven?zichtbaar=gepubliceerd").text


def test_a_name_that_begins_like_a_formula_is_a_text(client: FlaskClient, given: Given) -> None:
    given.initiative(name="=1+1", summary="@SUM(A1)")
    assert table(client, "/initiatieven.csv")[1][:2] == ["'=1+1", "'@SUM(A1)"]
    book = CalamineWorkbook.from_filelike(io.BytesIO(client.get("/initiatieven.xlsx").get_data()))
    assert book.get_sheet_by_index(0).to_python()[1][:2] == ["=1+1", "@SUM(A1)"]


def test_the_headings_are_in_the_language_of_the_reader(client: FlaskClient, given: Given) -> None:
    given.initiative(status="running")
    client.get("/?taal=en")
    head, row = table(client, "/initiatieven.csv?taal=en")
    assert head[:3] == ["Initiative", "In one sentence", "Status"]
    assert row[6] == "yes"
