"""Results, lessons and interests as people read and write them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.paging import PAGE_SIZE
from graph.ids import new_id
from graph.links import Tie
from graph.model import Kind, Visibility
from graph.rights import Role
from tests.app.hidden import hidden
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from tests.given import Given


def test_the_initiative_tells_what_came_of_it_and_what_it_learned(client: FlaskClient, given: Given) -> None:
    bees = given.organisation(name="Imkervereniging De Korf")
    shown = given.initiative(name="Bijenlint", interested=[Tie(bees, {"text": "wil bloemen"})])
    given.record(
        Kind.RESULT,
        name="Twee kilometer bloemen",
        indicator="Kilometers",
        aimed_at="3",
        achieved="2",
        without_municipality="Het zaad.",
        achieved_by=[shown],
    )
    given.record(Kind.LESSON, name="Zaai voor april", lesson_kind="tip", learned_by=[shown])
    text = client.get(f"/initiatieven/{shown}").text
    for said in ("Twee kilometer bloemen", "Streven: 3.", "Het zaad.", "Zaai voor april", "wil bloemen"):
        assert said in text


def test_the_lists_filter_and_the_file_holds_what_they_show(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Bijen")
    given.record(Kind.RESULT, name="Bloemen", counts_for=[goal])
    given.record(Kind.RESULT, name="Bankjes")
    given.record(Kind.RESULT, name="Geheim", visibility=Visibility.DRAFT)
    everything = client.get("/resultaten").text
    assert "<b>2 resultaten</b>" in everything
    assert "Geheim" not in everything
    assert "Bankjes" not in client.get(f"/resultaten?doel={goal}").text
    file = client.get(f"/resultaten.csv?doel={goal}").data.decode("utf-8-sig")
    assert [line.split(";")[0] for line in file.splitlines()] == ["Resultaat", "Bloemen"]
    given.record(Kind.LESSON, name="Zaai vroeg", lesson_kind="tip", phase="idea")
    given.record(Kind.LESSON, name="Mislukt", lesson_kind="obstacle", phase="running")
    assert "Zaai vroeg" not in client.get("/lessen?soort=obstacle").text
    assert client.get("/lessen?soort=onzin").status_code == 400
    assert client.get("/lessen.xlsx").data[:2] == b"PK"


def test_the_number_behind_a_choice_holds_with_what_else_is_chosen(client: FlaskClient, given: Given) -> None:
    goal, theme = given.goal(name="Bijen"), given.theme(name="Groen")
    made = given.initiative(name="Bijenlint", themes=[theme])
    given.record(Kind.RESULT, name="Bloemen", counts_for=[goal], achieved_by=[made])
    given.record(Kind.RESULT, name="Bankjes", counts_for=[goal])
    given.record(Kind.LESSON, name="Zaai vroeg", lesson_kind="tip", phase="idea")
    given.record(Kind.LESSON, name="Mislukt", lesson_kind="obstacle", phase="running")
    assert "Bijen (2)" in client.get("/resultaten").text
    assert "Bijen (1)" in client.get(f"/resultaten?thema={theme}").text
    assert "Idee (1)" in client.get("/lessen?soort=tip").text
    assert "Idee (" not in client.get("/lessen?soort=obstacle").text
    assert "Idee (0)" in client.get("/lessen?soort=obstacle&fase=idea").text


def test_the_order_is_chosen_and_kept_on_the_next_page_and_in_the_file(client: FlaskClient, given: Given) -> None:
    for number, name in enumerate(("Cirkels", "Appels", *(f"Bomen {at:02}" for at in range(PAGE_SIZE)))):
        given.record(Kind.RESULT, name=name, reached_on=dt.date(2025, 1, 1) + dt.timedelta(days=number))
        given.record(Kind.LESSON, name=name, lesson_kind="tip")
    firsts = {
        "/resultaten": {"": f"Bomen {PAGE_SIZE - 1:02}", "oldest": "Cirkels", "name": "Appels"},
        "/lessen": {"": f"Bomen {PAGE_SIZE - 1:02}", "name": "Appels"},
    }
    for path, orders in firsts.items():
        for order, first in orders.items():
            file = client.get(f"{path}.csv?volgorde={order}").data.decode("utf-8-sig")
            assert file.splitlines()[1].split(";")[0] == first
            assert first in client.get(f"{path}?volgorde={order}").text
        text = client.get(f"{path}?volgorde=name").text
        assert "Cirkels" not in text
        assert f'href="{path}?volgorde=name&amp;pagina=2"' in text
        assert f'href="{path}.csv?volgorde=name"' in text
        assert '<option value="name" selected>Op naam</option>' in text
        assert "Cirkels" in client.get(f"{path}?volgorde=name&pagina=2").text
        assert client.get(f"{path}?volgorde=x").status_code == 400


def test_a_result_is_recorded_from_the_page_of_the_initiative(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    shown = given.initiative(name="Bijenlint")
    assert f"/resultaten/nieuw?initiatives={shown}" in client.get(f"/initiatieven/{shown}").text
    form = hidden(client.get(f"/resultaten/nieuw?initiatives={shown}"))
    sent = {**form, "id": new_id(), "name": "Bloemen langs het pad", "initiatives": shown, "publiceer": "ja"}
    assert client.post("/resultaten/nieuw", data=sent).status_code == 303
    assert "Bloemen langs het pad" in client.get(f"/initiatieven/{shown}").text
    refused = client.post("/resultaten/nieuw", data={**form, "id": new_id(), "name": "", "achieved": "55"})
    assert refused.status_code == 400
    assert "55" in refused.text
