"""The page of the signpost."""

from flask.testing import FlaskClient

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
