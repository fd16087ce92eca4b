"""Requirements as the public, an initiator and staff meet them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from graph import requirements, schemes
from graph.model import Kind
from graph.rights import Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    import pytest
    from flask.testing import FlaskClient

    from tests.given import Given


def test_an_initiator_asks_why_and_staff_answer(client: FlaskClient, given: Given) -> None:
    anna = given.person(name="Anna")
    mine = given.initiative(name="Opfleuren", initiating_people=[anna])
    required = given.record(Kind.REQUIREMENT, name="Een plan voor vijf jaar", must_meet=[mine], why="Anders sterft het")
    assert "wat kan er wél?" not in client.get(f"/initiatieven/{mine}").text
    sign_in(client, given, Role.INITIATOR, person_id=anna)
    assert "Waarom deze eis, en wat kan er wél?" in client.get(f"/initiatieven/{mine}").text
    address = f"/mijn-initiatief/{mine}/vraag/{required}"
    assert "Anders sterft het" in client.get(address).text
    assert client.post(address, data={"question": "x" * 2001}).status_code == 400
    assert client.post(address, data={"question": "Kan het korter?"}).status_code == 303
    home = client.get("/mijn-initiatief").text
    assert "Wacht 0 dagen op antwoord" in home
    assert "Kan het korter?" in home
    sign_in(client, given, Role.BRIDGE_BUILDER)
    answer = f"/eisen/{required}/antwoord/{mine}"
    assert "Kan het korter?" in client.get(answer).text
    assert client.post(answer, data={"answer": ""}).status_code == 400
    assert client.post(answer, data={"answer": "Twee jaar mag ook."}).status_code == 303
    assert client.post(f"/eisen/{required}/stand/{mine}", data={"stand": "met"}).status_code == 303
    assert "Twee jaar mag ook." in client.get(f"/eisen/{required}").text
    client.post("/uitloggen")
    public = client.get(f"/initiatieven/{mine}").text
    assert "Aan voldaan" in public
    assert "Kan het korter?" not in public
    assert "Twee jaar mag ook." not in public


def test_somebody_elses_initiative_cannot_be_asked_about(client: FlaskClient, given: Given) -> None:
    theirs = given.initiative()
    required = given.record(Kind.REQUIREMENT, must_meet=[theirs])
    sign_in(client, given, Role.INITIATOR)
    assert client.post(f"/mijn-initiatief/{theirs}/vraag/{required}", data={"question": ""}).status_code == 403


def test_what_is_lacking_stands_out_and_the_file_holds_what_is_shown(client: FlaskClient, given: Given) -> None:
    first = given.initiative()
    given.record(Kind.REQUIREMENT, name="Brandveilig", legally_required=True, why="Veilig", must_meet=[first])
    given.record(Kind.REQUIREMENT, name="Volledig", why="Omdat", help_offered="Wij helpen")
    text = client.get("/eisen").text
    assert "Wet nog niet ingevuld" in text
    assert "1 initiatief" in text
    narrowed = client.get("/eisen?mist=hulp").text
    assert "Brandveilig" in narrowed
    assert "Volledig" not in narrowed
    sheet = client.get("/eisen.csv?mist=hulp").text
    assert "Brandveilig" in sheet
    assert "Volledig" not in sheet
    assert client.get("/eisen.xlsx").status_code == 200


def test_visitors_learn_nowhere_that_a_question_waits(client: FlaskClient, given: Given) -> None:
    anna = given.person(name="Anna")
    mine = given.initiative(name="Opfleuren", initiating_people=[anna])
    asked = given.record(Kind.REQUIREMENT, name="Zand erover", must_meet=[mine])
    given.record(Kind.REQUIREMENT, name="Aarde eronder", must_meet=[mine])
    sign_in(client, given, Role.INITIATOR, person_id=anna)
    assert client.post(f"/mijn-initiatief/{mine}/vraag/{asked}", data={"question": "Waarom?"}).status_code == 303
    client.post("/uitloggen")

    public = client.get("/eisen?volgorde=wacht").text
    assert public.index("Aarde eronder") < public.index("Zand erover")
    assert "Langst wachtende vraag" not in public
    heading, *lines = client.get("/eisen.csv?volgorde=wacht").text.splitlines()
    assert "wacht" not in heading
    assert len({line.count(";") for line in (heading, *lines)}) == 1
    sign_in(client, given, Role.BRIDGE_BUILDER)
    own = client.get("/eisen?volgorde=wacht").text
    assert own.index("Zand erover") < own.index("Aarde eronder")
    heading, first, *_ = client.get("/eisen.csv?volgorde=wacht").text.splitlines()
    assert "vragen_die_wachten" in heading
    assert "Zand erover" in first


def test_a_list_of_requirements_or_schemes_that_may_not_hold_everything_says_so(
    client: FlaskClient, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = "ook voor de bestanden. Er kunnen er meer zijn."
    for number in range(3):
        given.record(Kind.REQUIREMENT, name=f"Eis {number}")
        given.scheme(name=f"Pot {number}")
    for path in ("/eisen", "/regelingen"):
        assert cut not in client.get(path).text
    for concept in (requirements, schemes):
        monkeypatch.setattr(sys.modules[f"{concept.__name__}.listing"], "MOST_READ", 2)
        monkeypatch.setattr(concept, "MOST_READ", 2)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    for path, words in (("/eisen", "de eerste 2 eisen op naam"), ("/regelingen", "de eerste 2 regelingen op naam")):
        text = client.get(path).text
        assert words in text
        assert cut in text
        assert len(client.get(f"{path}.csv").get_data().splitlines()) == 3
