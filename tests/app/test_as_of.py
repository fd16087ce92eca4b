"""Pages as they stood on an earlier day, in a browser: the banner, the way back, and days that cannot be shown."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest

from graph import clock, comparing, records
from graph.links import Tie
from graph.model import CommitmentKind, DecisionKind, Kind, Visibility
from graph.rights import SYSTEM, Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from tests.given import Given


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        yield


def test_the_page_says_which_day_it_shows_and_its_links_keep_it(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Meer bijen")
    shown = given.initiative(name="Bijenlint", goals=[Tie(goal, since=dt.date(2026, 5, 1))])
    today = client.get(f"/initiatieven/{shown}").text
    assert "Bekijk hoe het was op een datum" in today
    assert "U ziet hoe het was" not in today
    march = client.get(f"/initiatieven/{shown}?op=2026-03-01").text
    assert "U ziet hoe het was op 1 maart 2026." in march
    assert "Namen en teksten zijn van nu." in march
    assert f'href="/initiatieven/{shown}"' in march
    assert "Meer bijen" not in march
    assert "Stuur een bericht" not in march
    june = client.get(f"/initiatieven/{shown}?op=2026-06-01").text
    assert f'href="/doelen/{goal}?op=2026-06-01"' in june


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("2026-02-31", "Deze dag bestaat niet."),
        ("1 maart", "Zo lezen wij geen dag."),
        ("20260301", "Zo lezen wij geen dag."),
        ("", "U koos nog geen dag."),
        ("2026-11-24", "24 november 2026 moet nog komen."),
    ],
)
def test_a_day_that_cannot_be_shown_is_said(client: FlaskClient, given: Given, asked: str, words: str) -> None:
    shown = given.initiative(name="Bijenlint")
    for path in (f"/initiatieven/{shown}", "/doelen", "/doelen.csv"):
        answer = client.get(path, query_string={"op": asked})
        assert answer.status_code == 400
        assert words in answer.text
        assert "Bijenlint" not in answer.text


@pytest.mark.parametrize(
    "path", ["/zoeken?q=bij&op=2026-03-01", "/wegwijzer?op=2026-03-01", "/aanmelden?op=2026-03-01"]
)
def test_a_page_that_only_has_a_today_says_so(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert "Deze pagina kunnen wij alleen laten zien zoals zij nu is." in answer.text
    assert f'href="{path.replace("op=2026-03-01", "").rstrip("?&")}"' in answer.text
    assert 'href="/doelen?op=2026-03-01"' in answer.text


def test_a_page_that_is_not_there_is_not_there_on_any_day(client: FlaskClient) -> None:
    assert client.get("/nergens?op=2026-03-01").status_code == 404


def test_nothing_can_be_changed_in_the_past(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.ADMINISTRATOR, Role.BRIDGE_BUILDER)
    shown = given.initiative(name="Bijenlint")
    assert "/wijzigen" in client.get(f"/initiatieven/{shown}").text
    march = client.get(f"/initiatieven/{shown}?op=2026-03-01").text
    for words in ("/wijzigen", "/nieuw?", "Besluit vragen", 'method="post" action="/initiatieven'):
        assert words not in march
    assert "Bruggen" in march
    assert "Beheer" in march


def test_today_in_the_address_is_today(client: FlaskClient, given: Given) -> None:
    shown = given.initiative()
    assert "U ziet hoe het was" not in client.get(f"/initiatieven/{shown}?op=2026-11-23").text


def test_an_agreement_and_the_waiting_room_stand_as_they_did(client: FlaskClient, given: Given) -> None:
    plan = given.record(
        Kind.COMMITMENT,
        name="Het pad",
        commitment_kind=CommitmentKind.AGREEMENT,
        made_on=dt.date(2026, 2, 17),
        kept_on=dt.date(2026, 9, 18),
    )
    given.record(
        Kind.DECISION,
        name="Vergunning voor het pad",
        decision_kind=DecisionKind.APPLICATION,
        asked_on=dt.date(2026, 2, 1),
        decided_on=dt.date(2026, 9, 1),
    )
    assert "Het pad" not in client.get("/afspraken?op=2026-02-01").text
    assert f'href="/afspraken/{plan}?op=2026-03-01"' in client.get("/afspraken?op=2026-03-01").text
    assert client.get(f"/afspraken/{plan}?op=2026-03-01").status_code == 200
    early = client.get(f"/afspraken/{plan}?op=2026-01-01")
    assert early.status_code == 404
    assert "Op 1 januari 2026 was dit er volgens onze gegevens nog niet." in early.text
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert "Vergunning voor het pad" in client.get("/wachtkamer?op=2026-03-01").text
    now = client.get("/wachtkamer")
    assert now.status_code == 200
    assert "Vergunning voor het pad" not in now.text
    assert "Loopt nog" in client.get("/afspraken.csv?op=2026-03-01").text


def test_two_days_beside_each_other(client: FlaskClient, given: Given) -> None:
    shown = given.initiative(name="Bijenlint", started_on=dt.date(2026, 5, 1))
    given.initiative(name="Kanarie", started_on=dt.date(2026, 5, 1), visibility=Visibility.DRAFT)
    address = "/overzicht/vergelijken?van=2026-03-01&tot=2026-10-01"
    page = client.get(address).text
    assert f'href="/initiatieven/{shown}?op=2026-10-01"' in page
    assert "Nieuwe initiatieven" in page
    assert "te laat" not in page
    assert "Bijenlint" in client.get(address.replace("?", ".csv?")).text
    assert client.get(address.replace("?", ".xlsx?")).status_code == 200
    sign_in(client, given, Role.ADMINISTRATOR)
    staff = client.get(address).text
    assert "Afspraken die te laat waren" in staff
    assert "Kanarie" not in page + staff


def test_a_comparison_says_what_it_did_not_look_at(
    client: FlaskClient, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    given.record(Kind.DECISION, decision_kind=DecisionKind.QUESTION, asked_on=dt.date(2026, 2, 1))
    address = "/overzicht/vergelijken?van=2026-03-01&tot=2026-10-01"
    assert "Er kunnen er meer zijn." not in client.get(address).text
    monkeypatch.setattr(comparing, "MOST_WAITING", 1)
    sentence = "Wij keken op elke dag per soort naar de 1 besluiten waarop het langst werd gewacht."
    assert sentence in client.get(address).text
    assert f"Let op;{sentence}" in client.get(address.replace("?", ".csv?")).text


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ("van=2026-10-01&tot=2026-03-01", "van", "De eerste dag moet vóór de tweede liggen."),
        ("van=2026-02-31", "van", "De eerste dag: Deze dag bestaat niet."),
        ("van=2026-01-01&tot=2027-01-01", "tot", "De tweede dag: 1 januari 2027 moet nog komen."),
    ],
)
def test_two_days_that_cannot_be_compared_are_said_at_the_field(
    client: FlaskClient, query: str, field: str, words: str
) -> None:
    for form in ("", ".csv"):
        answer = client.get(f"/overzicht/vergelijken{form}?{query}")
        assert answer.status_code == 400
        assert f'href="#f-{field}">{words}' in answer.text
        assert f'id="f-{field}-fout">{words}' in answer.text
        assert answer.text.count('aria-invalid="true"') == 1


def _table(client: FlaskClient, path: str) -> list[list[str]]:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig")), delimiter=";"))[1:]


def _end(given: Given, one: str, other: str, on: str) -> None:
    """End the link between two records on a day, in the past or not."""
    query = "MATCH (:Record {id: $one})-[link]->(:Record {id: $other}) SET link.until = date($on)"
    given.graph.write(lambda tx: tx.run(query, one=one, other=other, on=on).consume())


def test_the_list_of_initiatives_stands_as_it_did(client: FlaskClient, given: Given) -> None:
    green, care = given.theme(name="Groen"), given.theme(name="Zorg")
    town = given.area(name="Duinvliet", level="district", longitude=4.4, latitude=52.1)
    shown = given.initiative(
        name="Bijenlint",
        themes=[Tie(green, since=dt.date(2026, 1, 1)), Tie(care, since=dt.date(2026, 5, 1))],
        areas=[Tie(town, since=dt.date(2026, 1, 1))],
    )
    _end(given, shown, green, "2026-05-01")
    _end(given, shown, town, "2026-06-01")
    given.initiative(name="Nieuweling", themes=[Tie(green, since=dt.date(2026, 9, 1))])
    given.initiative(name="Voorbij", until=dt.date(2026, 4, 1), themes=[Tie(green, since=dt.date(2025, 4, 1))])
    given.initiative(name="Zonder dagen")

    march = client.get("/initiatieven?op=2026-03-01").text
    assert "U ziet hoe het was op 1 maart 2026." in march
    assert "<b>3 initiatieven</b>" in march
    assert "Nieuweling" not in march
    assert "Groen (2)" in march
    assert "Zorg" not in march
    assert [row[0] for row in _table(client, "/initiatieven.csv?op=2026-03-01")] == [
        "Bijenlint",
        "Voorbij",
        "Zonder dagen",
    ]
    newest = _table(client, "/initiatieven.csv?op=2026-03-01&volgorde=nieuw")
    assert {row[0] for row in newest} == {"Bijenlint", "Voorbij", "Zonder dagen"}
    assert (
        f'href="/initiatieven.csv?op=2026-03-01&amp;thema={green}"'
        in client.get(f"/initiatieven?op=2026-03-01&thema={green}").text
    )
    assert [row[0] for row in _table(client, f"/initiatieven.csv?op=2026-03-01&thema={green}")] == [
        "Bijenlint",
        "Voorbij",
    ]
    assert [row[0] for row in _table(client, f"/initiatieven.csv?op=2026-10-01&thema={green}")] == ["Nieuweling"]
    assert [row[0] for row in _table(client, "/initiatieven.csv")] == ["Bijenlint", "Nieuweling", "Zonder dagen"]
    assert "Duinvliet</a>: 1 initiatief</li>" in client.get("/initiatieven/kaart?op=2026-03-01").text
    assert "Duinvliet</a>: Nog geen initiatief bekend</li>" in client.get("/initiatieven/kaart?op=2026-07-01").text


def test_the_status_in_the_list_is_that_of_the_day(client: FlaskClient, given: Given) -> None:
    shown = given.initiative(name="Bijenlint", status="idea", status_since=dt.date(2026, 1, 1))
    given.graph.write(
        records.change,
        actor=SYSTEM,
        record_id=shown,
        version=1,
        properties={"status": "running", "status_since": dt.date(2026, 6, 1)},
    )
    given.initiative(name="Later", status="running", status_since=dt.date(2026, 6, 1))
    now, march = (_table(client, f"/initiatieven.csv{query}") for query in ("", "?op=2026-03-01"))
    assert [row[2:4] for row in now] == [["In uitvoering", "2026-06-01"]] * 2
    assert [row[2:4] for row in march] == [["Idee", "2026-01-01"], ["", ""]]
    page = client.get("/initiatieven?op=2026-03-01&status=running").text
    assert "Op een eerdere dag kunt u niet op status kiezen." in page
    assert '<select class="utrecht-select utrecht-select--html-select" id="f-status"' not in page
    assert "<b>2 initiatieven</b>" in page
    assert 'href="/initiatieven.csv?op=2026-03-01"' in page
    assert client.get("/initiatieven.csv?op=2026-03-01&status=running").status_code == 400


def test_the_list_of_partners_stands_as_it_did(client: FlaskClient, given: Given) -> None:
    theme = given.theme(name="Groen")
    party = given.organisation(name="Imkers", themes=[Tie(theme, since=dt.date(2026, 1, 1))])
    _end(given, party, theme, "2026-05-01")
    given.initiative(name="Tuin", partners=[Tie(party, since=dt.date(2026, 6, 1))])
    given.organisation(name="Nieuwe club", themes=[Tie(theme, since=dt.date(2026, 9, 1))])
    march = client.get("/organisaties?op=2026-03-01").text
    assert "U ziet hoe het was op 1 maart 2026." in march
    assert "<b>1 partner</b>" in march
    assert "Groen (1)" in march
    assert [(row[0], row[3]) for row in _table(client, "/organisaties.csv?op=2026-03-01")] == [("Imkers", "0")]
    assert [(row[0], row[3]) for row in _table(client, "/organisaties.csv")] == [("Imkers", "1"), ("Nieuwe club", "0")]
    assert f'href="/organisaties/{party}?op=2026-03-01"' in march


def test_the_past_shows_a_visitor_no_drafts(client: FlaskClient, given: Given) -> None:
    given.initiative(name="Kanarie", started_on=dt.date(2025, 1, 1), visibility=Visibility.DRAFT)
    given.organisation(name="Kanarie", visibility=Visibility.DRAFT)
    for path in ("/initiatieven", "/initiatieven/kaart", "/initiatieven.csv", "/organisaties", "/organisaties.csv"):
        assert "Kanarie" not in client.get(f"{path}?op=2026-03-01&zichtbaar=concept").text
