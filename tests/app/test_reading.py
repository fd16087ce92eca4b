"""The pages of organisations, people, themes, areas, notes, schemes, teams and bodies, without a login."""

import csv
import datetime as dt
import io

import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from graph import clock
from graph.links import Tie
from graph.model import Kind, PersonKind, PublicAs, Visibility
from graph.rights import Role
from tests.app.sign_in import sign_in
from tests.given import Given


def test_an_organisation_shows_what_it_does_and_who_is_alike(client: FlaskClient, given: Given) -> None:
    theme = given.theme(name="Bijen")
    shown = given.organisation(
        name="De Korf", themes=[theme], email="korf@example.org", organisation_kind="association"
    )
    given.organisation(name="Natuurclub", themes=[theme])
    given.initiative(name="Bijenlint", partners=[Tie(shown, {"role": "geeft kasten"})])
    text = client.get(f"/organisaties/{shown}").text
    for words in ("De Korf", "korf@example.org", "Bijenlint", "geeft kasten", "Natuurclub", "Vereniging"):
        assert words in text
    listing = client.get(f"/organisaties?thema={theme}&soort=association").text
    assert "<b>1 partner</b>" in listing


def test_the_list_of_organisations_as_a_file_is_what_is_selected(client: FlaskClient, given: Given) -> None:
    theme, hidden = given.theme(name="Bijen"), given.area(name="Kanarie wijk", visibility=Visibility.DRAFT)
    areas = [given.area(name=name) for name in ("Aa", "Bb", "Cc", "Dd")]
    korf = given.organisation(
        name="De Korf", themes=[theme], organisation_kind="association", areas=[*areas, hidden], email="k@example.org"
    )
    given.organisation(name="=Natuur()", themes=[theme], organisation_kind="association")
    given.organisation(name="Elders", organisation_kind="company")
    given.organisation(name="Kanarie concept", themes=[theme], visibility=Visibility.DRAFT)
    given.initiative(name="Bijenlint", partners=[korf])
    given.initiative(name="Kanarie plan", partners=[korf], visibility=Visibility.DRAFT)
    query = f"thema={theme}&soort=association"
    page = client.get(f"/organisaties?{query}").text
    for form in ("csv", "xlsx"):
        assert f'href="/organisaties.{form}?{query.replace("&", "&amp;")}"' in page
    text = client.get(f"/organisaties.csv?{query}&pagina=3").get_data().decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text), delimiter=";")
    assert head == ["Partner", "Soort", "Gebieden", "Initiatieven", "Openbaar", "id"]
    assert [row[0] for row in rows] == ["'=Natuur()", "De Korf"]
    assert page.index("=Natuur()") < page.index("De Korf")
    assert rows[1] == ["De Korf", "Vereniging", "Aa | Bb | Cc | Dd", "1", "ja", korf]
    everything = client.get("/organisaties.csv").text
    assert "Elders" in everything
    for canary in ("anarie", "k@example.org"):
        assert canary not in everything
    book = CalamineWorkbook.from_filelike(io.BytesIO(client.get(f"/organisaties.xlsx?{query}").get_data()))
    assert book.get_sheet_by_index(0).to_python()[1][0] == "=Natuur()"
    assert client.get("/organisaties.csv?soort=onzin").status_code == 400
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert "Kanarie concept;;;0;nee" in client.get("/organisaties.csv").text


def test_an_alderman_has_a_page_by_name_and_an_official_by_function(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Meer groen")
    team = given.department(name="Team Groen")
    alderman = given.person(name="Els Denkbeeld", person_kind=PersonKind.ALDERMAN, function="wethouder Groen")
    official = given.person(
        name="Kanarie Geheim",
        person_kind=PersonKind.OFFICIAL,
        function="ecoloog",
        works_for=[team],
        email="kanarie@example.org",
        telephone="0123 98 76 54",
    )
    given.goal(holder=[alderman], account_holder=[official], parent=goal)
    assert "Els Denkbeeld" in client.get(f"/personen/{alderman}").text
    text = client.get(f"/personen/{official}").text
    assert "Ecoloog" in text
    assert "Schrijf team Groen" in text
    for canary in ("Kanarie", "kanarie", "98 76", "987654"):
        assert canary not in text


@pytest.mark.parametrize(
    "person",
    [
        {"person_kind": PersonKind.RESIDENT, "public_as": PublicAs.NAME, "function": "buur"},
        {"person_kind": PersonKind.OFFICIAL, "public_as": PublicAs.TEAM, "function": "jurist"},
        {"person_kind": PersonKind.OFFICIAL, "visibility": Visibility.DRAFT, "function": "jurist"},
        {},
    ],
)
def test_a_private_person_has_no_public_page(client: FlaskClient, given: Given, person: dict[str, str]) -> None:
    assert client.get(f"/personen/{given.person(**person)}").status_code == 404


def test_a_former_alderman_is_shown_by_function_only(client: FlaskClient, given: Given) -> None:
    former = given.person(
        name="Oud Bekend", person_kind=PersonKind.ALDERMAN, function="wethouder Sport", until=dt.date(2024, 1, 1)
    )
    text = client.get(f"/personen/{former}").text
    assert "Oud Bekend" not in text
    assert "Wethouder Sport" in text


def test_a_theme_counts_what_is_narrower_too(client: FlaskClient, given: Given) -> None:
    broad = given.theme(name="Natuur")
    narrow = given.theme(name="Bijen", parent=broad)
    given.initiative(name="Bijenlint", themes=[narrow])
    text = client.get(f"/themas/{broad}").text
    assert "Bijenlint" in text
    assert "1 initiatief" in text


def test_an_area_shows_what_happens_inside_it(client: FlaskClient, given: Given) -> None:
    town = given.area(name="Duinvliet", level="municipality")
    district = given.area(name="Zeezicht", level="district", parent=town)
    given.initiative(name="Strandwacht", areas=[district])
    text = client.get(f"/gebieden/{town}").text
    assert "Strandwacht" in text
    assert "Zeezicht" in text


def test_a_note_a_body_a_team_and_a_scheme_can_be_read(client: FlaskClient, given: Given) -> None:
    body = given.record(Kind.BODY, name="Gemeenteraad")
    note = given.note(name="Groenvisie", adopted_by=[body], adopted_on=dt.date(2025, 1, 30))
    goal = given.goal(name="Meer bijen", notes=[Tie(note, {"page": 18})])
    team = given.department(name="Team Groen")
    initiative = given.initiative(name="Bijenlint", goals=[goal], departments=[team])
    scheme = given.scheme(name="Bloeiende randen", serves=[goal], deadline=dt.date(2020, 1, 1))
    given.contribution(amount_granted=4200.0, given_to=[initiative], under=[scheme], year=2025)
    assert "bladzijde 18" in client.get(f"/beleidsnotas/{note}").text
    assert "Groenvisie" in client.get(f"/organen/{body}").text
    assert "Bijenlint" in client.get(f"/afdelingen/{team}").text
    shown = client.get(f"/regelingen/{scheme}").text
    assert "Gesloten" in shown
    assert "€ 4.200" in shown.replace("\xa0", " ")


@pytest.mark.parametrize(
    "folder", ["organisaties", "personen", "themas", "gebieden", "beleidsnotas", "regelingen", "afdelingen", "organen"]
)
def test_what_does_not_exist_is_not_found(client: FlaskClient, folder: str) -> None:
    assert client.get(f"/{folder}/onbekend").status_code == 404


def test_check_24_counts_on_every_page_leave_drafts_out(client: FlaskClient, given: Given) -> None:
    theme, area, goal = given.theme(), given.area(), given.goal()
    team, party = given.department(), given.organisation()
    given.initiative(
        name="Kanarie concept",
        themes=[theme],
        areas=[area],
        goals=[goal],
        departments=[team],
        partners=[party],
        visibility=Visibility.DRAFT,
    )
    paths = (
        f"/themas/{theme}",
        f"/gebieden/{area}",
        f"/doelen/{goal}",
        f"/afdelingen/{team}",
        f"/organisaties/{party}",
    )
    for path in paths:
        text = client.get(path).text
        assert "Kanarie" not in text
        assert "Nog geen initiatief bekend" in text
        assert "1 initiatief" not in text


def test_partners_come_in_the_order_that_was_asked_for(client: FlaskClient, given: Given) -> None:
    noon = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
    for day, name in enumerate(("Bakker", "Atelier", "Club")):
        with clock.at(noon + dt.timedelta(days=day)):
            given.organisation(name=name)

    def names(order: str) -> list[str]:
        text = client.get(f"/organisaties.csv{order}").get_data().decode("utf-8-sig")
        return [line.partition(";")[0] for line in text.splitlines()[1:]]

    for order, expected in (
        ("", ["Atelier", "Bakker", "Club"]),
        ("?volgorde=naam-omgekeerd", ["Club", "Bakker", "Atelier"]),
        ("?volgorde=gewijzigd", ["Club", "Atelier", "Bakker"]),
    ):
        page = client.get(f"/organisaties{order}").text
        assert names(order) == expected
        assert sorted(expected, key=page.index) == expected
    assert "Laatst toegevoegd of gewijzigd eerst" in page
    assert client.get("/organisaties?volgorde=onzin").status_code == 400


def test_staff_can_look_at_drafts_alone(client: FlaskClient, given: Given) -> None:
    for make in (given.initiative, given.organisation):
        make(name="Kanarie een", visibility=Visibility.DRAFT)
        make(name="Kanarie twee", visibility=Visibility.DRAFT)
        make(name="Openbaar ding")
    for path in ("/initiatieven", "/organisaties"):
        text = client.get(f"{path}?zichtbaar=concept").text
        assert "Openbaar ding" in text
        assert "Kanarie" not in text
        assert 'id="f-zichtbaar"' not in text
    sign_in(client, given, Role.BRIDGE_BUILDER)
    for path in ("/initiatieven", "/organisaties"):
        text = client.get(f"{path}?zichtbaar=concept").text
        assert "Kanarie een" in text
        assert "Openbaar ding" not in text
        assert "Nog niet openbaar (2)" in text
        assert "Openbaar (1)" in text
        assert "Nog niet openbaar (2)" in client.get(path).text
        assert "Openbaar ding" not in client.get(f"{path}.csv?zichtbaar=concept").text
        assert "Kanarie" not in client.get(f"{path}.csv?zichtbaar=gepubliceerd").text
        assert client.get(f"{path}?zichtbaar=onzin").status_code == 400
        assert f'href="{path}?zichtbaar=concept"' in client.get("/vandaag").text
