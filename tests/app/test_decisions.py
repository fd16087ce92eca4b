"""The waiting room on the pages: asking for a decision, pausing, deciding, and what the public sees."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from app.decisions import routes
from graph import clock, ids
from graph.decisions import page
from graph.figures import switches
from graph.figures.switches import Figure
from graph.model import DecisionKind, Kind
from graph.rights import SYSTEM, Role
from tests.app.sign_in import sign_in
from tests.app.test_records import hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from graph.store import Graph
    from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
ASKED = dt.date(2026, 8, 14)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.at(NOON):
        yield


@pytest.fixture
def builder(client: FlaskClient, given: Given) -> FlaskClient:
    """The browser of a bridge-builder."""
    sign_in(client, given, Role.BRIDGE_BUILDER)
    return client


def question(given: Given, **named: Any) -> str:
    return given.record(Kind.DECISION, **{"decision_kind": DecisionKind.QUESTION, "asked_on": ASKED} | named)


def test_a_decision_is_asked_for_from_the_page_of_the_initiative(
    builder: FlaskClient, graph: Graph, given: Given
) -> None:
    initiative = given.initiative(name="Bijenlint")
    link = f"/besluiten/nieuw?waiting={initiative}"
    assert link in builder.get(f"/initiatieven/{initiative}").text
    form = builder.get(link)
    assert f'value="{initiative}" checked' in form.text or f'checked value="{initiative}"' in form.text
    typed = {"name": "Berm", "decision_kind": "question", "asked_on": "14-08-2026", "waiting": initiative}
    made = builder.post("/besluiten/nieuw", data={**hidden(form), **typed, "publiceer": "ja"})
    assert made.status_code == 303
    shown = builder.get(made.location).text
    assert "Wacht 101 dagen, sinds 14 augustus 2026." in shown
    assert "Bijenlint" in shown
    (wait,) = graph.read(page.of_initiative, actor=SYSTEM, initiative_id=initiative)
    assert (wait.decision.name, wait.days) == ("Berm", 101)
    assert "Wacht 0 dagen" not in shown


def test_what_belongs_to_another_kind_is_said_at_the_field_and_stays_there(builder: FlaskClient) -> None:
    typed = {
        "id": ids.new_id(),
        "name": "Berm",
        "decision_kind": "question",
        "asked_on": "14-08-2026",
        "expected_on": "01-08-2026",
        "legal_due_on": "01-12-2026",
        "level": "council",
    }
    answer = builder.post("/besluiten/nieuw", data=typed)
    assert answer.status_code == 400
    assert "Alleen een formele aanvraag heeft een wettelijke termijn." in answer.text
    assert "Dit hoort alleen bij een politieke keuze." in answer.text
    assert "Deze dag ligt vóór de dag waarop het gevraagd is." in answer.text
    assert "Er ging iets mis bij 3 velden." in answer.text
    assert 'value="01-12-2026"' in answer.text


def test_the_clock_is_stopped_and_runs_again(builder: FlaskClient, given: Given) -> None:
    decision = question(given)
    here = f"/besluiten/{decision}"
    form = builder.get(f"{here}/pauze")
    wrong = builder.post(f"{here}/pauze", data={**hidden(form), "since": "01-08-2026", "reason": "De tekening mist."})
    assert wrong.status_code == 400
    assert "Deze dag ligt vóór de dag waarop het gevraagd is." in wrong.text
    right = builder.post(f"{here}/pauze", data={**hidden(form), "since": "16-11-2026", "reason": "De tekening mist."})
    assert right.status_code == 303
    shown = builder.get(here).text
    assert "Wacht 94 dagen" in shown
    assert "De tekening mist." in shown
    again = builder.get(f"{here}/hervatten")
    assert builder.post(f"{here}/hervatten", data={**hidden(again), "until": "20-11-2026"}).status_code == 303
    assert "Wacht 97 dagen" in builder.get(here).text
    history = builder.get(f"{here}/geschiedenis").text
    assert "De klok loopt weer" in history


def test_a_decision_is_taken_in_one_act_and_two_people_never_take_it_twice(builder: FlaskClient, given: Given) -> None:
    decision = question(given, waiting=[given.initiative(name="Bijenlint"), given.initiative(name="Vlindertuin")])
    here = f"/besluiten/{decision}"
    form = builder.get(f"{here}/besluit")
    assert "De klok stopt dan voor alle 2 initiatieven." in form.text
    empty = builder.post(f"{here}/besluit", data={**hidden(form), "decided_on": "20-11-2026"})
    assert empty.status_code == 400
    assert "Er ging iets mis bij 2 velden." in empty.text
    typed = {**hidden(form), "outcome": "Het mag", "reason": "Er is plek.", "decided_on": "20-11-2026"}
    assert builder.post(f"{here}/besluit", data=typed).status_code == 303
    shown = builder.get(here).text
    assert "Het mag" in shown
    assert "na 98 dagen wachten" in shown
    assert builder.post(f"{here}/besluit", data=typed | {"outcome": "Het mag niet"}).status_code == 409
    assert "Het mag niet" not in builder.get(here).text


def test_a_decision_that_was_a_mistake_is_taken_back_with_a_reason(builder: FlaskClient, given: Given) -> None:
    decision = question(given, decided_on=dt.date(2026, 11, 20), outcome="Het mag", reason="Er is plek.")
    here = f"/besluiten/{decision}"
    assert f"{here}/terugdraaien" in builder.get(here).text
    form = builder.get(f"{here}/terugdraaien")
    assert builder.post(f"{here}/terugdraaien", data={**hidden(form), "because": ""}).status_code == 400
    typed = {**hidden(form), "because": "Het hoorde bij een andere aanvraag."}
    assert builder.post(f"{here}/terugdraaien", data=typed).status_code == 303
    shown = builder.get(here).text
    assert "Wacht 101 dagen" in shown
    assert "Het mag" not in shown
    history = builder.get(f"{here}/geschiedenis").text
    for words in ("Besluit teruggedraaid", "Het hoorde bij een andere aanvraag.", "Het mag"):
        assert words in history


def test_the_waiting_room_never_adds_the_kinds_up(builder: FlaskClient, given: Given) -> None:
    team = given.department(name="Team Ruimte")
    question(given, name="Berm", decided_by=[team])
    question(given, name="Plein", decision_kind="political")
    page_of_questions = builder.get("/wachtkamer?soort=question").text
    assert "Vragen (1)" in page_of_questions
    assert "Politieke keuzes (1)" in page_of_questions
    assert "Berm" in page_of_questions
    assert "Plein" not in page_of_questions
    assert "Team Ruimte (1)" in page_of_questions
    assert "geen datum genoemd" in page_of_questions
    sheet = builder.get(f"/wachtkamer.csv?soort=question&wie={team}").text
    assert "Berm" in sheet
    assert "Plein" not in sheet
    assert builder.get("/wachtkamer.xlsx?soort=political").status_code == 200
    assert "Geen besluiten in deze lijst." in builder.get("/wachtkamer?soort=question&toon=decided").text
    assert builder.get("/wachtkamer?soort=alles").status_code == 400


def test_the_waiting_room_names_the_teams_that_decide_most_and_all_when_asked(
    builder: FlaskClient, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, decisions in (("Team Aarde", 1), ("Team Ruimte", 2), ("Team Water", 3)):
        team = given.department(name=name)
        for _ in range(decisions):
            question(given, decided_on=ASKED + dt.timedelta(days=10), decided_by=[team])
    monkeypatch.setattr(routes, "TEAMS_SHOWN", 2)
    shown = builder.get("/wachtkamer?soort=question").text.partition('id="duur"')[2]
    assert "Team Water" in shown
    assert "Team Ruimte" in shown
    assert "Team Aarde" not in shown
    assert "Toon alle 3" in shown
    every = builder.get("/wachtkamer?soort=question&teams=alle").text.partition('id="duur"')[2]
    assert "Team Aarde" in every
    assert "Toon alle 3" not in every


def test_the_public_sees_medians_per_team_only_where_the_municipality_chose_so(
    client: FlaskClient, given: Given
) -> None:
    team, other = given.department(name="Team Ruimte"), given.department(name="Team Water")
    for days in (10, 20, 30, 40, 50):
        question(given, decided_on=ASKED + dt.timedelta(days=days), decided_by=[team])
    question(given, decided_on=ASKED + dt.timedelta(days=77), decided_by=[other])
    assert client.get("/wachttijden").status_code == 404
    assert "/wachttijden" not in client.get("/cijfers").text
    given.graph.write(switches.switch, actor=SYSTEM, figure=Figure.WAITING_TIMES, on=True)
    text = client.get("/wachttijden").text
    assert "/wachttijden" in client.get("/cijfers").text
    assert ">30<" in text
    assert "te weinig besluiten om een getal te tonen" in text
    assert ">77<" not in text
    assert client.get("/wachtkamer").status_code == 302


def test_public_waiting_times_are_filtered_sorted_and_the_file_tells_no_more_than_the_page(
    client: FlaskClient, given: Given
) -> None:
    slow, quick = given.department(name="Team Zee"), given.department(name="Team Aarde")
    few = given.department(name="Team =Klein")
    for number in range(5):
        question(given, decided_on=ASKED + dt.timedelta(days=40 + number), decided_by=[slow])
        question(given, decided_on=ASKED + dt.timedelta(days=10 + number), decided_by=[quick])
    question(given, decided_on=ASKED + dt.timedelta(days=77), decided_by=[few])
    assert client.get("/wachttijden.csv").status_code == 404
    given.graph.write(switches.switch, actor=SYSTEM, figure=Figure.WAITING_TIMES, on=True)
    assert "Vragen (3)" in client.get("/wachttijden").text

    def file(query: str) -> list[list[str]]:
        lines = client.get(f"/wachttijden.csv?{query}").get_data().decode("utf-8-sig").splitlines()
        return [line.split(";")[1:4] for line in lines[1:]]

    assert file("volgorde=langst") == [
        ["Team Zee", "42", "5"],
        ["Team Aarde", "12", "5"],
        ["Team =Klein", "", "minder dan 5"],
    ]
    assert [each[0] for each in file("")] == ["Team =Klein", "Team Aarde", "Team Zee"]
    assert file("volgorde=meest")[2][0] == "Team =Klein"
    assert file("soort=application") == []
    only = client.get("/wachttijden?soort=question&volgorde=langst").text
    assert only.index("Team Zee") < only.index("Team Aarde")
    assert 'id="soort-application"' not in only
    assert client.get("/wachttijden.xlsx").status_code == 200
    assert client.get("/wachttijden?soort=x").status_code == 400


def test_bridge_builders_see_who_could_join_forces(builder: FlaskClient, given: Given) -> None:
    goal = given.goal()
    first, second = (given.initiative(name=name, goals=[goal]) for name in ("Bijenlint", "Vlindertuin"))
    decision = question(given, waiting=[first, second])
    shown = builder.get(f"/besluiten/{decision}").text
    assert "2 initiatieven wachten op hetzelfde besluit." in shown
    assert "Bijenlint – Vlindertuin" in shown or "Vlindertuin – Bijenlint" in shown


def test_a_visitor_sees_the_team_and_no_reason_of_a_pause(client: FlaskClient, given: Given) -> None:
    decision = question(given, decided_by=[given.department(name="Team Ruimte")])
    shown = client.get(f"/besluiten/{decision}").text
    assert "Team Ruimte" in shown
    assert "Leg het besluit vast" not in shown
    assert "Wachtkamer" not in shown
