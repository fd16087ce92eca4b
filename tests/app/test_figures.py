"""The state of affairs for everybody, and the page on which figures that can hurt are switched on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import clock
from graph.figures import switches
from graph.figures.switches import Figure
from graph.model import Kind, Outcome, Visibility
from graph.rights import SYSTEM, Role
from tests.app.sign_in import sign_in
from tests.graph.assessments.weighing import adopted, published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from graph.store import Graph
    from tests.given import Given

ASKED = dt.date(2026, 8, 14)
HERE = "/beheer/cijfers"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def administrator(client: FlaskClient, given: Given) -> FlaskClient:
    """The browser of an administrator."""
    sign_in(client, given, Role.ADMINISTRATOR)
    return client


def decisions(given: Given, team: str, count: int) -> None:
    for each in range(count):
        day = ASKED + dt.timedelta(days=33 + each)
        given.record(Kind.DECISION, decision_kind="question", asked_on=ASKED, decided_on=day, decided_by=[team])


def test_the_state_of_affairs_shows_results_gifts_and_published_assessments(client: FlaskClient, given: Given) -> None:
    initiative = given.initiative(name="Bijenlint")
    given.record(Kind.RESULT, name="40 planten in de grond", achieved_by=[initiative])
    given.record(Kind.RESULT, name="Kanarie concept", achieved_by=[initiative], visibility=Visibility.DRAFT)
    given.contribution(contribution_kind="money", amount_granted=4200.0, given_to=[initiative])
    adopted(given, "Past het bij een doel?")
    published(given, initiative, Outcome.PARTLY)
    text = client.get("/stand-van-zaken").text.replace("\xa0", " ")
    for words in ("40 planten in de grond", "Bijenlint", "€ 4.200", "De raad stelde vast", "Deels steunen"):
        assert words in text
    assert "Kanarie" not in text
    assert "Deze cijfers maakt de gemeente nu niet openbaar: dagen wachten op een besluit," in text


def test_staff_sees_the_same_as_everybody(client: FlaskClient, given: Given) -> None:
    given.record(Kind.RESULT, name="Kanarie", achieved_by=[given.initiative()], visibility=Visibility.DRAFT)
    sign_in(client, given, Role.ADMINISTRATOR)
    assert "Kanarie" not in client.get("/stand-van-zaken").text


def test_an_administrator_sees_the_figure_first_and_then_publishes_it(
    administrator: FlaskClient, graph: Graph, given: Given
) -> None:
    decisions(given, given.department(name="Team Ruimte"), 5)
    before = administrator.get(HERE).text
    assert "Dit zou iedereen zien:" in before
    assert ">35<" in before
    assert ">35<" not in administrator.get("/stand-van-zaken").text
    assert administrator.post(f"{HERE}/wachttijden/aan").status_code == 303
    assert "Openbaar sinds 23 november 2026, door Test Verzonnen." in administrator.get(HERE).text
    shown = administrator.get("/stand-van-zaken").text
    assert ">35<" in shown
    assert "Bij minder dan 5 gevallen tonen wij geen getal." in shown
    assert administrator.post(f"{HERE}/wachttijden/uit").status_code == 303
    assert not graph.read(switches.is_on, figure=Figure.WAITING_TIMES)
    assert administrator.post(f"{HERE}/bruggen/aan").status_code == 404


def test_a_reaction_stands_beside_the_figure_wherever_it_is(administrator: FlaskClient, given: Given) -> None:
    team = given.department(name="Team Ruimte")
    given.graph.write(switches.switch, actor=SYSTEM, figure=Figure.WAITING_TIMES, on=True)
    where = f"{HERE}/wachttijden/reactie"
    wrong = administrator.post(where, data={"team_id": "", "reaction": "Te lang.", "reaction_by": ""})
    assert wrong.status_code == 400
    assert "Er ging iets mis bij 1 veld." in wrong.text
    assert ">Te lang.<" in wrong.text or "\nTe lang.<" in wrong.text
    whole = {"team_id": "", "reaction": "Dit is te lang.", "reaction_by": "wethouder Groen"}
    assert administrator.post(where, data=whole).status_code == 303
    own = {"team_id": team, "reaction": "<b>Wij</b> zijn met twee.", "reaction_by": "teamleider"}
    assert administrator.post(where, data=own).status_code == 303
    for page in ("/stand-van-zaken", "/wachttijden"):
        text = administrator.get(page).text
        assert "Reactie van de gemeente op de wachttijd:" in text
        assert "Reactie van Team Ruimte op de wachttijd:" in text
        assert "&lt;b&gt;Wij&lt;/b&gt;" in text
    start = administrator.get("/").text
    assert "Dit is te lang." in start
    assert "zijn met twee" not in start
    assert "zijn met twee" in administrator.get(f"{where}?team={team}").text


def test_reactions_are_silent_while_the_figure_is_off(administrator: FlaskClient) -> None:
    whole = {"team_id": "", "reaction": "Dit is te lang.", "reaction_by": "wethouder Groen"}
    assert administrator.post(f"{HERE}/wachttijden/reactie", data=whole).status_code == 303
    for page in ("/stand-van-zaken", "/"):
        assert "Dit is te lang." not in administrator.get(page).text
