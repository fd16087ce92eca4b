"""The page of the signpost."""

import pytest
from flask.testing import FlaskClient

from app.signpost import routes
from graph.rights import Role
from tests.app.sign_in import sign_in
from tests.given import Given


def test_the_signpost_answers_by_function_and_team(client: FlaskClient, given: Given) -> None:
    team = given.department(name="Team Ruimte")
    person = given.person(
        name="Kanarie Geheim",
        person_kind="official",
        function="beleidsmedewerker openbare ruimte",
        works_for=[team],
        email="kanarie@example.org",
    )
    given.theme(name="Moestuinen", account_holder=[person])
    text = client.get("/wegwijzer?vraag=ik+wil+een+moestuin").text
    assert "Beleidsmedewerker openbare ruimte" in text
    assert "Schrijf team Ruimte" in text
    assert "een collega van team Ruimte" in text
    assert "anarie" not in text


def test_a_question_without_answer_says_what_to_do(client: FlaskClient) -> None:
    text = client.get("/wegwijzer?vraag=xylofoonles").text
    assert "Wij vonden geen aanspreekpunt bij deze vraag." in text
    assert client.get("/wegwijzer").status_code == 200


def test_not_the_right_person_is_one_press_and_leads_to_the_next(client: FlaskClient, given: Given) -> None:
    first = given.person(person_kind="official", function="adviseur moestuinen")
    given.person(person_kind="official", function="medewerker groen")
    asked = {"vraag": "een moestuin", "persoon": first, "niet": ""}

    response = client.post("/wegwijzer/niet-juist", data=asked)

    assert (response.status_code, response.headers["Location"]) == (303, f"/wegwijzer?vraag=een+moestuin&niet={first}")
    text = client.get(response.headers["Location"]).text
    assert "Adviseur moestuinen" not in text
    assert "Medewerker groen" in text
    fresh = client.get("/wegwijzer?vraag=een+moestuin").text
    assert fresh.index("Medewerker groen") < fresh.index("Adviseur moestuinen")


def test_one_network_address_teaches_the_signpost_only_so_much(client: FlaskClient, given: Given) -> None:
    first = given.person(person_kind="official", function="adviseur moestuinen")
    for _ in range(routes.OF_ADDRESS.times):
        client.post("/wegwijzer/niet-juist", data={"vraag": "rare vraag", "persoon": first})
    assert client.post("/wegwijzer/niet-juist", data={"vraag": "moestuin", "persoon": first}).status_code == 303
    count = given.graph.read(lambda tx: tx.run("MATCH (each:Misroute) RETURN count(each) AS n").value())
    assert count == [0]


def test_staff_sees_what_went_wrong_and_puts_it_right(client: FlaskClient, given: Given) -> None:
    first = given.person(name="Kanarie", person_kind="official", function="adviseur moestuinen")
    client.post("/wegwijzer/niet-juist", data={"vraag": "een moestuin", "persoon": first})
    for form in ("", ".csv", ".xlsx"):
        assert client.get(f"/wegwijzer/misgelopen{form}").status_code == 302
    sign_in(client, given, Role.BRIDGE_BUILDER)
    text = client.get("/wegwijzer/misgelopen").text
    assert "Kanarie" in text
    assert f"/personen/{first}/wijzigen" in text
    assert 'href="/wegwijzer/misgelopen.csv"' in text
    file = client.get("/wegwijzer/misgelopen.csv").get_data().decode("utf-8-sig").splitlines()
    assert file[1].split(";")[1:4] == ["Kanarie", "adviseur moestuinen", "1"]
    assert client.get("/wegwijzer/misgelopen.xlsx").status_code == 200
    stem = text.partition('name="woorden" value="')[2].partition('"')[0]
    client.post("/wegwijzer/misgelopen/klopt", data={"persoon": first, "woorden": stem})
    assert "Er is niets misgelopen." in client.get("/wegwijzer/misgelopen").text
    assert "Kanarie" not in client.get("/wegwijzer/misgelopen.csv").text
    assert "Kanarie" in client.get("/wegwijzer/misgelopen.csv?toon=klopt").text
    assert "Kanarie" in client.get("/wegwijzer/misgelopen?toon=klopt").text
    choices = client.get("/wegwijzer/misgelopen").text
    assert "Nog te bekijken (0)" in choices
    assert "Klopt toch (1)" in choices
    assert "Kanarie (1)" in client.get("/wegwijzer/misgelopen?toon=klopt&volgorde=naam").text


def test_staff_confirms_a_remit(client: FlaskClient, given: Given) -> None:
    person = given.person(person_kind="official", function="adviseur moestuinen")
    assert "Dit klopt nog" not in client.get("/wegwijzer?vraag=moestuin").text
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert "Dit klopt nog" in client.get("/wegwijzer?vraag=moestuin").text
    back = client.post(f"/personen/{person}/bevestigen", data={"terug": "/wegwijzer?vraag=moestuin"})
    assert back.headers["Location"] == "/wegwijzer?vraag=moestuin"
    assert "Dit klopt nog" not in client.get("/wegwijzer?vraag=moestuin").text


def test_an_initiative_without_contact_gets_one_in_one_press(client: FlaskClient, given: Given) -> None:
    person = given.person(name="Kanarie", person_kind="official", function="adviseur")
    initiative = given.initiative(goals=[given.goal(account_holder=[person])])
    assert "Maak contactpersoon" not in client.get("/initiatieven?contact=geen").text
    sign_in(client, given, Role.BRIDGE_BUILDER)
    text = client.get("/initiatieven?contact=geen").text
    assert "Kanarie" in text
    assert "Maak contactpersoon" in text
    client.post(f"/initiatieven/{initiative}/contactpersoon", data={"persoon": person})
    assert "Maak contactpersoon" not in client.get("/initiatieven?contact=geen").text


@pytest.mark.parametrize("question", ["", "?!", "x" * 7_000, "' OR 1=1 --"])
def test_bad_input_gets_a_page(client: FlaskClient, question: str) -> None:
    assert client.get("/wegwijzer", query_string={"vraag": question, "niet": "x,,y"}).status_code == 200
