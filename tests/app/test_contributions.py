"""Contributions and schemes in a browser: list, totals, files, the form, and asking two to apply together."""

import pytest
from flask.testing import FlaskClient

from graph.ids import new_id
from graph.model import ContributionKind
from graph.rights import Role
from tests.app.sign_in import sign_in
from tests.given import Given


def test_the_list_shows_sums_and_leads_to_files_of_what_is_shown(client: FlaskClient, given: Given) -> None:
    to = given.initiative(name="Bijenlint")
    given.contribution(
        name="Zaad", contribution_kind=ContributionKind.MONEY, amount_asked=4800.0, amount_granted=4200.0, given_to=[to]
    )
    given.contribution(name="Kasten", contribution_kind=ContributionKind.MEANS, extent="4 kasten", given_to=[to])

    page = client.get("/bijdragen").text
    assert "2 bijdragen" in page
    assert "€ 4.200 van € 4.800 gevraagd" in page
    assert "Geld (1)" in page
    file = client.get("/bijdragen.csv?soort=money")
    assert file.text.startswith("\ufeff")
    assert "Zaad" in file.text
    assert "Kasten" not in file.text
    assert client.get("/bijdragen.xlsx").data.startswith(b"PK")


@pytest.mark.parametrize("query", ["soort=x", "stap=%60", "volgorde=name)", "jaar=x", "jaar=99999999999", "jaar=²"])
def test_check_2_what_cannot_be_asked_is_a_400(client: FlaskClient, query: str) -> None:
    assert client.get(f"/bijdragen?{query}").status_code == 400
    assert client.get(f"/bijdragen.csv?{query}").status_code == 400


def test_the_totals_say_what_they_count_and_lead_to_the_list(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Meer bijen")
    given.contribution(amount_granted=60.0, given_to=[given.initiative(goals=[goal])])
    text = client.get("/bijdragen/totalen").text
    assert f"/bijdragen?doel={goal}" in text
    assert "dan telt de bijdrage bij allebei" in text
    assert "Alles samen, elke bijdrage één keer" in text
    assert "Meer bijen" in client.get("/bijdragen/totalen.csv").text
    assert client.get("/bijdragen/totalen?per=x").status_code == 400
    assert f"/bijdragen?doel={goal}" in client.get(f"/doelen/{goal}").text


def test_a_contribution_is_made_from_the_page_of_the_initiative(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    to = given.initiative(name="Bijenlint")
    assert f"/bijdragen/nieuw?receivers={to}" in client.get(f"/initiatieven/{to}").text
    form = client.get(f"/bijdragen/nieuw?receivers={to}").text
    assert "Bijenlint" in form
    assert "Alleen bij geld" in form


def test_a_gift_before_the_question_and_a_negative_amount_come_back_at_their_fields(
    client: FlaskClient, given: Given
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    sent = {
        "id": "019b8d2b-8c00-7565-9d23-d8adecd2d139",
        "name": "Zaad",
        "amount_asked": "-5",
        "asked_on": "02-03-2026",
        "granted_on": "01-03-2026",
    }
    answer = client.post("/bijdragen/nieuw", data=sent)
    assert answer.status_code == 400
    assert "Haal het minteken weg" in answer.text
    assert "vóór de dag waarop het gevraagd is" in answer.text
    assert 'value="Zaad"' in answer.text


def test_what_is_no_money_can_be_refused_in_the_form(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    to = given.initiative(name="Plukroute")
    sent = {
        "id": new_id(),
        "name": "Verlenging",
        "contribution_kind": "permit",
        "receivers": to,
        "asked_on": "02-03-2026",
        "visibility": "published",
    }
    for wrong, sentence in (
        ({"refused_on": "01-03-2026"}, "vóór de dag waarop het gevraagd is"),
        ({"refused_on": "03-03-2026", "granted_on": "03-03-2026"}, "Hier staat ook dat het gegeven is"),
    ):
        answer = client.post("/bijdragen/nieuw", data=sent | wrong)
        assert answer.status_code == 400
        assert sentence in answer.text
    answer = client.post("/bijdragen/nieuw", data=sent | {"refused_on": "03-04-2026"}, follow_redirects=True)
    assert answer.status_code == 200
    for words in ("Niet gegeven", "op 3 april 2026", "Afgewezen op"):
        assert words in answer.text
    listed = client.get("/bijdragen?stap=refused").text
    assert "Niet gegeven (1)" in listed
    assert "3 april 2026" in listed
    lines = client.get("/bijdragen.csv").get_data().decode("utf-8-sig").splitlines()
    told = dict(zip(lines[0].split(";"), lines[1].split(";"), strict=True))
    assert (told["stap"], told["afgewezen_op"], told["gegeven_op"]) == ("Niet gegeven", "2026-04-03", "")
    assert "Niet gegeven." in client.get(f"/initiatieven/{to}").text


def test_the_list_of_schemes_filters_and_downloads(client: FlaskClient, given: Given) -> None:
    given.scheme(name="Groen doen", joint_application=True, ceiling=1000.0)
    given.scheme(name="Cultuurpot", joint_application=False)
    assert "2 regelingen" in client.get("/regelingen").text
    only = client.get("/regelingen?samen=ja").text
    assert "Groen doen" in only
    assert "Cultuurpot" not in only
    assert "Cultuurpot" not in client.get("/regelingen.csv?samen=ja").text
    assert client.get("/regelingen?samen=x").status_code == 400


def test_a_bridge_builder_asks_two_to_apply_together(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Meer bijen")
    scheme = given.scheme(name="Groen doen", joint_application=True)
    a, b = (given.initiative(name=name, goals=[goal]) for name in ("Bijenlint", "Vlindertuin"))
    for each in (a, b):
        given.contribution(amount_granted=10.0, given_to=[each], under=[scheme])
    assert "samen aan te vragen" not in client.get(f"/regelingen/{scheme}").text

    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert "Vraag hen samen aan te vragen" in client.get(f"/regelingen/{scheme}").text
    for _ in range(2):
        answer = client.post(f"/regelingen/{scheme}/samen", data={"a": a, "b": b}, follow_redirects=True)
        assert "Misschien kunnen wij samen aanvragen bij de regeling ‘Groen doen’" in answer.text
    assert client.post(f"/regelingen/{scheme}/samen", data={"a": "x", "b": b}).status_code == 400


def test_a_scheme_with_many_recipients_shows_them_in_pages_and_the_file_holds_them_all(
    client: FlaskClient, given: Given
) -> None:
    scheme = given.scheme(name="Groen doen")
    for number in range(26):
        given.contribution(
            amount_granted=100.0, given_to=[given.initiative(name=f"Tuin {number:02}")], under=[scheme], year=2025
        )
    here = f"/regelingen/{scheme}"
    page = client.get(here).text
    assert "26 initiatieven kregen of vroegen geld." in page
    assert "Tuin 24" in page
    assert "Tuin 25" not in page
    assert "Tuin 25" in client.get(f"{here}?pagina=2").text
    assert "Nog geen bijdrage" not in client.get(f"{here}?pagina=9").text
    assert f'href="{here}/ontvangers.csv"' in page
    lines = client.get(f"{here}/ontvangers.csv").get_data().decode("utf-8-sig").splitlines()
    assert len(lines) == 27
    assert lines[1].startswith("Tuin 00;gegeven;")
    assert client.get(f"{here}/ontvangers.xlsx").status_code == 200
    assert client.get(f"/regelingen/{new_id()}/ontvangers.csv").status_code == 404


def test_totals_are_filtered_sorted_paged_and_the_file_holds_what_is_shown(client: FlaskClient, given: Given) -> None:
    for number in range(26):
        goal = given.goal(name=f"Doel {number:02}")
        mine = given.initiative(goals=[goal])
        given.contribution(
            amount_asked=900.0 - number,
            amount_granted=float(number),
            given_to=[mine],
            year=2025,
            contribution_kind="money",
        )
    given.contribution(given_to=[mine], year=2024, contribution_kind="means", extent="Een dak")
    first = client.get("/bijdragen/totalen?soort=money&volgorde=naam").text
    assert "<b>26 regels</b>" in first
    assert "Spullen of ruimte (1)" in first
    assert "2025 (26)" in first
    assert "Doel 24" in first
    assert "Doel 25" not in first
    second = client.get("/bijdragen/totalen?soort=money&volgorde=naam&pagina=2").text
    assert f"/bijdragen?soort=money&amp;doel={goal}" in second

    def file(query: str) -> list[str]:
        lines = client.get(f"/bijdragen/totalen.csv?{query}").get_data().decode("utf-8-sig").splitlines()
        return [line.split(";")[0] for line in lines[1:]]

    assert len(file("soort=money")) == 26
    assert file("soort=means") == ["Doel 25"]
    assert file("jaar=2024") == ["Doel 25"]
    assert file("volgorde=gevraagd")[0] == "Doel 00"
    assert file("volgorde=gegeven")[:2] == ["Doel 25", "Doel 24"]
    assert file("per=kind&volgorde=naam") == ["Geld", "Spullen of ruimte"]
    assert file("per=year") == ["2025", "2024"]
    assert "Geen bijdragen met deze filters." in client.get("/bijdragen/totalen?jaar=2024&soort=money").text
    assert client.get("/bijdragen/totalen?volgorde=x").status_code == 400


def test_recipients_of_a_scheme_and_pairs_are_filtered_with_counts_and_the_files_hold_what_is_shown(
    client: FlaskClient, given: Given
) -> None:
    goal = given.goal(name="Meer bijen")
    scheme = given.scheme(name="Groen doen", joint_application=True)
    got, asks = (given.initiative(name=name, goals=[goal]) for name in ("=Bijenlint", "Vlindertuin"))
    given.contribution(amount_granted=10.0, given_to=[got], under=[scheme])
    given.contribution(amount_asked=90.0, given_to=[asks], under=[scheme])
    here = f"/regelingen/{scheme}"
    text = client.get(f"{here}?stap=gevraagd&volgorde=naam").text
    assert "Gegeven (1)" in text
    assert "Niet gegeven (0)" in text
    assert f'href="{here}/ontvangers.csv?stap=gevraagd&amp;volgorde=naam"' in text
    lines = client.get(f"{here}/ontvangers.csv?stap=gevraagd").get_data().decode("utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in lines] == ["initiatief", "Vlindertuin"]
    assert "Geen initiatieven met deze filters." in client.get(f"{here}?stap=niet-gegeven").text
    assert client.get(f"{here}/samen").status_code == 302

    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert f'href="{here}/samen"' in client.get(here).text
    pairs = client.get(f"{here}/samen").text
    assert "<b>1 paar</b>" in pairs
    assert "Meer bijen (1)" in pairs
    assert "Eén kreeg geld (1)" in pairs
    assert "Vraag hen samen aan te vragen" in pairs
    assert "Geen paren met deze filters." in client.get(f"{here}/samen?geld=beide").text
    lines = client.get(f"{here}/samen.csv?doel={goal}").get_data().decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "'=Bijenlint;gegeven" in lines[1]
    assert "Meer bijen" in lines[1]
    assert len(client.get(f"{here}/samen.csv?geld=beide").get_data().splitlines()) == 1
    assert client.get(f"{here}/samen.xlsx").status_code == 200
    assert client.get(f"/regelingen/{new_id()}/samen.csv").status_code == 404
