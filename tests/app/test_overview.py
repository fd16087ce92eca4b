"""The public overview of goals, as a page and as a file."""

import csv
import io

import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from app.overview import routes
from graph.links import Tie
from graph.model import PersonKind, Visibility
from graph.rights import Role
from tests.app.sign_in import sign_in
from tests.given import Given


def test_the_overview_answers_without_a_login(client: FlaskClient, given: Given) -> None:
    alderman = given.person(name="Els Denkbeeld", person_kind=PersonKind.ALDERMAN, function="wethouder Groen")
    top = given.goal(name="Groen in de stad")
    given.goal(name="Meer bijen", parent=top, holder=[alderman], open_for_contribution=True)
    text = client.get("/doelen").text
    assert "Els Denkbeeld, wethouder Groen" in text
    assert "Nog niemand" in text
    assert "Nog geen initiatief bekend" in text
    assert "Past uw idee hierbij?" in text
    assert text.count("Open voor bijdragen</span>") == 1
    assert "<b>2 doelen</b>" in text
    assert "De opgave zelf." in text


def test_check_23_neither_page_nor_file_shows_names_or_drafts(client: FlaskClient, given: Given) -> None:
    official = given.person(
        name="Kanarie Geheim", person_kind=PersonKind.OFFICIAL, function="ecoloog", email="kanarie@example.org"
    )
    goal = given.goal(name="Meer bijen", account_holder=[official])
    given.initiative(name="Kanarie concept", goals=[goal], visibility=Visibility.DRAFT)
    given.goal(name="Kanarie doel", visibility=Visibility.DRAFT)
    for path in ("/doelen", "/doelen?alles=ja", "/doelen.csv", f"/doelen/{goal}"):
        text = client.get(path).text
        assert "coloog" in text
        assert "anarie" not in text


def test_check_13_a_goal_that_looks_like_a_formula_stays_text_in_the_file(client: FlaskClient, given: Given) -> None:
    given.goal(name="=1+1")
    answer = client.get("/doelen.csv")
    assert answer.mimetype == "text/csv"
    assert ";'=1+1;" in answer.text


def test_an_open_goal_and_what_an_official_knows_about_are_told_on_the_page_and_in_the_file(
    client: FlaskClient, given: Given
) -> None:
    first = given.person(name="Bram Bedacht", person_kind=PersonKind.OFFICIAL, function="ecoloog")
    second = given.person(name="Kim Mythe", person_kind=PersonKind.OFFICIAL, function="wijkmanager")
    top = given.goal(name="Groen", account_holder=[Tie(first, {"expertise": "bijen en bermen"}), second])
    goal = given.goal(name="Meer bijen", parent=top, open_for_contribution=True)
    given.initiative(goals=[goal])

    text = client.get("/doelen").text
    for words in ("Open voor bijdragen</span>", "Weet van: bijen en bermen", "Via ‘Groen’"):
        assert words in text
    head, row = (line for line in _file(client, "/doelen.csv?q=bijen"))
    told = dict(zip(head, row, strict=True))
    assert told["aanspreekpunt"] == "ecoloog | wijkmanager"
    assert (told["aanspreekpunt_weet_van"], told["aanspreekpunt_via"]) == ("bijen en bermen | ", "Groen | Groen")
    assert told["open_voor_bijdragen"] == "ja"


def test_an_unknown_part_of_the_overview_is_refused(client: FlaskClient) -> None:
    assert client.get("/doelen?toon=alles'").status_code == 400


def test_a_filter_that_finds_nothing_says_what_to_do(client: FlaskClient, given: Given) -> None:
    given.goal()
    assert "Geen doelen met deze filters." in client.get("/doelen?q=onvindbaar").text


def test_goals_come_a_page_at_a_time_and_all_at_once_to_print(
    client: FlaskClient, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "GOALS_ON_PAGE", 2)
    top = given.goal(name="Groen in de stad")
    for number in range(1, 4):
        given.goal(name=f"Bijen {number}", code=f"1.{number}", parent=top)
    given.goal(name="Alleenstaand")

    pages = ("", "?pagina=2", "?pagina=3", "?alles=ja")
    first, second, third, whole = (client.get(f"/doelen{query}").text for query in pages)

    assert "<b>5 doelen</b>" in first
    assert "gaat verder op de volgende pagina" in first
    assert "Bijen 1" in first
    assert "Bijen 3" not in first
    assert "pagina=2" in first
    assert "vervolg van de vorige pagina" in second
    assert "Bijen 3" in second
    assert "Alleenstaand" in third
    for words in ("Bijen 1", "Bijen 3", "Alleenstaand"):
        assert words in whole
    assert "vervolg" not in whole


def test_the_page_of_a_goal_shows_the_whole_chain(client: FlaskClient, given: Given) -> None:
    note = given.note(name="Groenvisie")
    theme = given.theme()
    given.organisation(name="Imkers", themes=[theme])
    top = given.goal(name="Groen")
    goal = given.goal(name="Bijen", parent=top, notes=[note], themes=[theme])
    given.initiative(name="Bijenlint", goals=[goal])
    text = client.get(f"/doelen/{goal}").text
    for words in ("Groenvisie", "Imkers", "Bijenlint", "Verantwoordelijke wethouder", "Nog niemand", "1 initiatief"):
        assert words in text
    assert "Bijen" in client.get(f"/doelen/{top}").text


def _file(client: FlaskClient, address: str) -> list[list[str]]:
    text = client.get(address).get_data().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_the_file_holds_what_the_page_shows_to_this_reader(client: FlaskClient, given: Given) -> None:
    official = given.person(name="Bram Bedacht", person_kind=PersonKind.OFFICIAL, function="ecoloog")
    top = given.goal(name="Groen in de stad")
    bees = given.goal(name="Meer bijen", parent=top, account_holder=[official], open_for_contribution=True)
    given.initiative(name="Bijenlint", goals=[bees])
    given.initiative(name="Kanarie plan", goals=[bees], visibility=Visibility.DRAFT)
    given.goal(name="Kanarie doel", parent=top, visibility=Visibility.DRAFT)
    given.goal(name="Anders")
    page = client.get("/doelen?volgorde=minste&pagina=1").text
    for form in ("csv", "xlsx"):
        assert f'href="/doelen.{form}?volgorde=minste"' in page
    assert "Hoort bij Groen in de stad." in page
    assert page.index("Anders") < page.index("Meer bijen")

    head, *rows = _file(client, "/doelen.csv?volgorde=minste")
    assert head[-1] == "id"
    assert [(row[0], row[2], row[11], row[12]) for row in rows] == [
        ("", "Anders", "0", ""),
        ("Groen in de stad", "Groen in de stad", "0", ""),
        ("Groen in de stad", "Meer bijen", "1", "Bijenlint"),
    ]
    book = CalamineWorkbook.from_filelike(io.BytesIO(client.get("/doelen.xlsx?q=bijen").get_data()))
    assert [row[2] for row in book.get_sheet_by_index(0).to_python()] == ["doel", "Meer bijen"]

    sign_in(client, given, Role.BRIDGE_BUILDER)
    head, *rows = _file(client, "/doelen.csv?volgorde=naam")
    assert head[-1] == "openbaar"
    assert [(row[2], row[11], row[-1]) for row in rows] == [
        ("Anders", "0", "ja"),
        ("Groen in de stad", "0", "ja"),
        ("Kanarie doel", "0", "nee"),
        ("Meer bijen", "2", "ja"),
    ]
    assert "Bram Bedacht" in rows[3][7]
    everybody = client.get("/doelen.csv?voor=iedereen").text
    assert "Meer bijen" in everybody
    for canary in ("Kanarie", "Bram", "openbaar;"):
        assert canary not in everybody
    assert "/doelen.csv?voor=iedereen" in client.get("/open-data").text
    assert client.get("/doelen.ods").status_code == 404
