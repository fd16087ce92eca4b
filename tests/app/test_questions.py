"""Asking questions on the web: in the address, as a list, a network, a map and a file, and keeping them."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from graph import records
from graph.ids import new_id
from graph.links import LinkField, Tie
from graph.model import Kind, Link, Visibility
from graph.questions import Ask
from graph.rights import SYSTEM, Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from graph.store import Graph
    from tests.given import Given


@pytest.fixture
def theme(client: FlaskClient, given: Given) -> str:
    """A theme with two initiatives nobody is the contact person of, for who is logged in."""
    sign_in(client, given, Role.BRIDGE_BUILDER)
    theme = given.theme(name="Inheemse planten")
    district = given.area(
        name="Zeezicht",
        level="district",
        outline='{"type":"Polygon","coordinates":[[[4,52],[4.1,52],[4.1,52.1],[4,52]]]}',
    )
    given.initiative(name="De Kavel", themes=[theme], areas=[district])
    given.initiative(name="=HYPERLINK(1)", themes=[theme])
    return theme


def asked(theme: str, extra: str = "") -> str:
    return f"/vragen/antwoord?vraag=zonder-contactpersoon&thema={theme}{extra}"


def test_the_page_offers_every_question(client: FlaskClient, theme: str) -> None:
    page = client.get("/vragen").text
    assert page.count("/vragen/antwoord?vraag=") == len(Ask)
    assert "Er is nog geen vraag bewaard." in page
    assert theme


def test_an_address_with_only_the_question_shows_its_form(client: FlaskClient, theme: str) -> None:
    answer = client.get("/vragen/antwoord?vraag=zonder-contactpersoon")
    assert answer.status_code == 200
    assert f'value="{theme}"' in answer.text
    assert "Toon de antwoorden" in answer.text


def test_the_answers_stand_in_a_list_with_the_question_as_its_name(client: FlaskClient, theme: str) -> None:
    page = client.get(asked(theme)).text
    assert "Welke initiatieven met het thema ‘Inheemse planten’ hebben nog geen contactpersoon?" in page
    assert "<b>2 antwoorden</b>." in page
    assert page.index("HYPERLINK") < page.index("De Kavel</a>")
    by_name = client.get(asked(theme, "&volgorde=naam")).text
    assert by_name.index("HYPERLINK") < by_name.index("De Kavel</a>")


def test_one_answer_is_one_answer(client: FlaskClient, theme: str, given: Given) -> None:
    other = given.theme()
    given.initiative(themes=[other])
    assert "<b>1 antwoord</b>." in client.get(asked(other)).text
    assert "Nu zijn er geen antwoorden." in client.get(asked(given.theme())).text
    assert theme


def test_the_network_has_the_answers_and_the_equal_table(client: FlaskClient, theme: str) -> None:
    page = client.get(asked(theme, "&als=netwerk"))
    assert page.status_code == 200
    assert 'id="graaf"' in page.text
    assert "heeft thema" in page.text
    left_out = client.get(asked(theme, "&als=netwerk&zonder=theme")).text
    assert "heeft thema</td>" not in left_out


def test_a_pair_without_contact_is_a_dotted_line(client: FlaskClient, theme: str, given: Given) -> None:
    goal = given.goal()
    for _ in range(2):
        given.initiative(goals=[goal])
    page = client.get(f"/vragen/antwoord?vraag=zelfde-doel&doel={goal}&als=netwerk").text
    assert "geen contact bekend" in page
    assert '"dashes"' in page
    assert theme


def test_the_map_counts_the_answers_and_tells_how_many_have_no_place(client: FlaskClient, theme: str) -> None:
    page = client.get(asked(theme, "&als=kaart")).text
    assert "Zeezicht</a>: 1" in page
    assert "1 staat niet op deze kaart" in page


def test_the_file_has_exactly_the_answers_and_no_formula(client: FlaskClient, theme: str) -> None:
    answer = client.get(f"/vragen/antwoord.csv?vraag=zonder-contactpersoon&thema={theme}&volgorde=naam")
    lines = answer.data.decode("utf-8-sig").splitlines()
    assert lines[0] == "Initiatief;Thema’s;Gebied"
    assert len(lines) == 3
    assert not lines[1].startswith("=")
    assert lines[2] == "De Kavel;Inheemse planten;Zeezicht"
    assert client.get(f"/vragen/antwoord.xlsx?vraag=zonder-contactpersoon&thema={theme}").data[:2] == b"PK"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("vraag=zonder-contactpersoon&thema=", "Het thema ontbreekt. Kies een thema uit de lijst."),
        ("vraag=zonder-contactpersoon&thema=weg", "Dit staat er niet meer. Kies iets anders uit de lijst."),
        ("vraag=wachten-op-besluit&aantal=veel", "Vul een heel getal in van 1 tot en met 3650."),
        ("vraag=wachten-op-besluit&aantal=0", "Vul een heel getal in van 1 tot en met 3650."),
        ("vraag=lang-niets-gehoord&aantal=99999999999", "Vul een heel getal in van 1 tot en met 120."),
    ],
)
def test_what_cannot_be_asked_says_what_to_do(client: FlaskClient, theme: str, query: str, words: str) -> None:
    answer = client.get(f"/vragen/antwoord?{query}")
    assert answer.status_code == 400
    assert words in answer.text
    assert theme


@pytest.mark.parametrize(
    "query",
    [
        "vraag=onzin",
        "vraag=wachten-op-besluit&aantal=5&als=taart",
        "vraag=vraag-past-bij-aanbod&soort=onzin",
        "vraag=vraag-past-bij-aanbod&soort=&volgorde=meest",
        "vraag=vraag-past-bij-aanbod&soort=&als=netwerk&zonder=onzin",
    ],
)
def test_an_address_nobody_can_make_is_refused(client: FlaskClient, theme: str, query: str) -> None:
    assert client.get(f"/vragen/antwoord?{query}").status_code == 400
    assert theme


def test_who_may_not_see_drafts_asks_nothing(client: FlaskClient, given: Given) -> None:
    assert client.get("/vragen").status_code == 302
    sign_in(client, given, Role.INITIATOR)
    assert client.get("/vragen").status_code == 403
    assert client.get("/vragen/antwoord?vraag=zonder-contactpersoon&thema=x").status_code == 403


def test_a_theme_to_choose_names_every_broader_theme(client: FlaskClient, theme: str, given: Given) -> None:
    broader = [Tie(given.theme(name=name)) for name in ("Vrije tijd", "Gezondheid")]
    given.graph.write(
        records.change,
        actor=SYSTEM,
        record_id=theme,
        version=1,
        properties={},
        ties={LinkField(Link.NARROWER_THAN, Kind.THEME): broader},
    )
    page = client.get("/vragen/antwoord?vraag=zonder-contactpersoon").text
    assert "Inheemse planten (Gezondheid, Vrije tijd)" in page


def keep(client: FlaskClient, theme: str, **changed: str) -> str:
    question_id = new_id()
    form = {"id": question_id, "vraag": "zonder-contactpersoon", "thema": theme, "naam": "Planten", "voor": "allen"}
    answer = client.post("/vragen", data=form | changed)
    assert answer.status_code == 303
    assert answer.location == f"/vragen/{question_id}"
    return question_id


def test_the_map_of_a_kept_question_leads_to_the_question_in_one_area(
    client: FlaskClient, theme: str, given: Given
) -> None:
    given.initiative(name="Overal", themes=[theme])
    page = client.get(f"/vragen/{keep(client, theme)}?als=kaart").text
    inside = unescape(re.search(r'href="([^"]+)"[^>]*>Zeezicht</a>', page)[1])
    assert "<b>3 antwoorden</b>." in page
    there = client.get(inside).text
    assert "<b>1 antwoord</b>." in there
    assert "De Kavel" in there
    back = unescape(re.search(r'href="([^"]+)">Heel de gemeente</a>', there)[1])
    assert "<b>3 antwoorden</b>." in client.get(back).text


def test_a_question_is_kept_changed_and_removed(client: FlaskClient, theme: str, given: Given) -> None:
    question_id = keep(client, theme)
    page = client.get(f"/vragen/{question_id}").text
    assert "<h1" in page
    assert "Planten" in page
    assert "2 antwoorden" in client.get("/vragen").text
    assert 'value="Planten"' in client.get(f"/vragen/{question_id}/wijzigen").text
    other = given.theme(name="Bomen")
    form = {"version": "1", "naam": "Bomen", "voor": "mij", "thema": other}
    assert client.post(f"/vragen/{question_id}/wijzigen", data=form).status_code == 303
    assert "Welke initiatieven met het thema ‘Bomen’" in client.get(f"/vragen/{question_id}").text
    stale = client.post(f"/vragen/{question_id}/wijzigen", data=form | {"naam": "Iets anders"})
    assert stale.status_code == 409
    assert "Iemand anders veranderde deze vraag intussen." in stale.text
    assert 'value="Iets anders"' in stale.text
    assert client.post(f"/vragen/{question_id}/verwijderen").status_code == 303
    assert client.get(f"/vragen/{question_id}").status_code == 404


def test_kept_questions_are_filtered_with_counts_and_the_file_holds_what_is_shown(
    client: FlaskClient, theme: str, given: Given
) -> None:
    keep(client, theme, naam="=Planten")
    mine = sign_in(client, given, Role.BRIDGE_BUILDER)
    own = keep(client, theme, naam="Bomen", voor="mij")
    client.post(f"/vragen/{own}/mail", data={"wie": mine, "hoe_vaak": "3"})
    text = client.get("/vragen").text
    for choice in ("Van mij (1)", "Van anderen (1)", "Waarover ik mail krijg (1)", "nog geen contactpersoon? (2)"):
        assert choice in text

    def names(query: str) -> list[str]:
        lines = client.get(f"/vragen.csv?{query}").get_data().decode("utf-8-sig").splitlines()
        return [line.split(";")[0] for line in lines[1:]]

    assert names("") == ["'=Planten", "Bomen"]
    assert names("volgorde=nieuw") == ["Bomen", "'=Planten"]
    assert names("van=mij") == names("van=mail") == ["Bomen"]
    assert names("van=anderen") == ["'=Planten"]
    assert names("vraag=lang-niets-gehoord") == []
    line = client.get("/vragen.csv?van=mij").text.splitlines()[1]
    assert line.split(";")[2:] == ["2", "alleen voor mij", "Elke woensdag"]
    assert "Geen vragen met deze filters." in client.get("/vragen?vraag=lang-niets-gehoord").text
    assert client.get("/vragen.xlsx").status_code == 200


def test_a_question_without_a_name_keeps_what_was_filled_in(client: FlaskClient, theme: str) -> None:
    form = {"id": new_id(), "vraag": "zonder-contactpersoon", "thema": theme, "naam": " ", "voor": "mij"}
    answer = client.post("/vragen", data=form)
    assert answer.status_code == 400
    assert "De naam ontbreekt. Geef de vraag een naam die u herkent." in answer.text
    assert f'name="thema" value="{theme}"' in answer.text


def test_a_mail_is_switched_on_and_off(client: FlaskClient, theme: str, given: Given) -> None:
    question_id = keep(client, theme)
    own = sign_in(client, given, Role.ORGANISER)
    on = client.post(f"/vragen/{question_id}/mail", data={"wie": own, "hoe_vaak": "3"}, follow_redirects=True)
    assert "De mail staat aan." in on.text
    assert "Test Verzonnen: elke woensdag" in on.text
    assert "u krijgt elke woensdag een mail" in client.get("/vragen").text
    off = client.post(f"/vragen/{question_id}/mail/stoppen", data={"wie": own}, follow_redirects=True)
    assert "De mail staat uit." in off.text
    assert "Nu krijgt niemand een mail." in off.text
    wrong = client.post(f"/vragen/{question_id}/mail", data={"wie": "onzin", "hoe_vaak": "3"})
    assert wrong.status_code == 400


def test_a_kept_question_about_something_gone_can_be_asked_anew(
    client: FlaskClient, theme: str, graph: Graph, given: Given
) -> None:

    question_id = keep(client, theme)
    graph.write(records.remove, actor=SYSTEM, record_id=theme, version=1)
    page = client.get(f"/vragen/{question_id}")
    assert page.status_code == 200
    assert "Deze bewaarde vraag kan niet meer" in page.text
    assert "Deze vraag kan nu niet" in client.get("/vragen").text
    assert given


def test_a_draft_is_shown_to_staff_and_a_removed_record_to_nobody(
    client: FlaskClient, theme: str, given: Given
) -> None:
    given.initiative(name="Nog geheim", themes=[theme], visibility=Visibility.DRAFT)
    assert "Nog geheim" in client.get(asked(theme)).text
