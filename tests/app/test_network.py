from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import html5lib
import pytest

from app.kinds import KIND
from app.picturing.drawing import OPTIONS, Dot, Stroke, drawing
from app.picturing.words import LINK_WORDS
from graph import clock
from graph.model import Kind, Visibility
from graph.rights import Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from flask import Flask
    from flask.testing import FlaskClient

    from app.config import Settings
    from tests.given import Given

HOSTILE = "</script><img src=x onerror=alert(1)>\u2028\"'{{7*7}}"


def parsed(text: str) -> Element:
    return html5lib.parse(text, namespaceHTMLElements=False)


def graph_of(text: str) -> dict:
    (block,) = [each for each in parsed(text).iter("script") if each.get("id") == "graaf"]
    return json.loads(block.text)


def rows_of(text: str) -> list[tuple[str, ...]]:
    body = next(parsed(text).iter("tbody"))
    return [tuple("".join(cell.itertext()).strip() for cell in row) for row in body]


def toggles(text: str) -> dict[str, Element]:
    return {each.get("data-kind"): each for each in parsed(text).iter("button") if each.get("data-kind")}


def test_the_drawing_and_the_table_hold_the_same_lines(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Meer bijen", notes=[given.note(name="Groenvisie")])
    centre = given.initiative(name="Het midden", goals=[goal], themes=[given.theme(name="Groen")])
    drawn = graph_of(client.get(f"/netwerk?om={centre}").text)
    names = {node["id"]: node["label"] for node in drawn["nodes"]}
    lines = {(names[edge["from"]], edge["title"], names[edge["to"]]) for edge in drawn["edges"]}
    assert lines == {
        ("Het midden", "draagt bij aan", "Meer bijen"),
        ("Het midden", "heeft thema", "Groen"),
        ("Meer bijen", "komt uit", "Groenvisie"),
    }
    table = client.get(f"/netwerk?om={centre}&weergave=tabel").text
    assert set(rows_of(table)) == lines
    assert "3 lijnen" in table
    assert "U ziet alle 3 verbindingen." in table
    assert drawn["centre"] == centre
    assert drawn["nodes"][0] | {"id": centre, "group": "initiative", "size": 36} == drawn["nodes"][0]


def test_without_script_the_table_is_on_the_page(client: FlaskClient, given: Given) -> None:
    centre = given.initiative(name="Het midden", themes=[given.theme(name="Groen")])
    page = client.get(f"/netwerk?om={centre}").text
    assert "<noscript>" in page
    assert rows_of(page) == [("Het midden", "heeft thema", "Groen")]


def test_the_legend_counts_and_leaves_out_and_its_state_stands_in_the_address(
    client: FlaskClient, given: Given
) -> None:
    goal, theme = given.goal(name="Meer bijen"), given.theme(name="Groen")
    centre = given.initiative(name="Het midden", goals=[goal], themes=[theme])
    for shape in ("tekening", "tabel"):
        whole = toggles(client.get(f"/netwerk?om={centre}&weergave={shape}").text)
        assert {css: each.get("aria-pressed") for css, each in whole.items()} == dict.fromkeys(
            ("initiative", "goal", "theme"), "true"
        )
        assert whole["goal"].get("value") == "goal"
    page = client.get(f"/netwerk?om={centre}&zonder=goal").text
    assert toggles(page)["goal"].get("aria-pressed") == "false"
    assert toggles(page)["goal"].get("value") == ""
    assert toggles(page)["theme"].get("value") == "goal,theme"
    hidden = {node["id"] for node in graph_of(page)["nodes"] if node.get("hidden")}
    assert hidden == {goal}
    assert rows_of(page) == [("Het midden", "heeft thema", "Groen")]
    assert rows_of(client.get(f"/netwerk?om={centre}&zonder=goal&weergave=tabel").text) == rows_of(page)
    for link in parsed(page).iter("a"):
        if f"om={centre}" in (link.get("href") or ""):
            assert parse_qs(urlsplit(link.get("href")).query).get("zonder") == ["goal"], link.get("href")


def test_the_middle_is_never_left_out_and_a_record_without_line_is_named(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Meer bijen")
    centre = given.initiative(name="Het midden", goals=[goal])
    given.initiative(name="Een ander", goals=[goal])
    page = client.get(f"/netwerk?om={centre}&zonder=initiative&weergave=tabel").text
    assert rows_of(page) == [("Het midden", "draagt bij aan", "Meer bijen")]
    page = client.get(f"/netwerk?om={centre}&zonder=goal&weergave=tabel").text
    assert "In beeld, maar zonder lijn:" in page
    assert "Een ander" in page


def test_a_large_neighbourhood_shows_the_first_and_says_how_much(client: FlaskClient, given: Given) -> None:
    goal = given.goal()
    for _ in range(25):
        given.initiative(goals=[goal])
    page = client.get(f"/netwerk?om={goal}").text
    assert "U ziet 20 van de 25 verbindingen. Wij kozen wat het meest bijzonder is." in page
    assert len(graph_of(page)["nodes"]) == 21
    assert f"/netwerk?om={goal}&amp;aantal=40" in page
    assert "U ziet alle 25 verbindingen." in client.get(f"/netwerk?om={goal}&aantal=40").text
    table = client.get(f"/netwerk?om={goal}&weergave=tabel").text
    assert "15 van 20 lijnen" in table
    assert len(rows_of(client.get(f"/netwerk?om={goal}&weergave=tabel&pagina=2").text)) == 5


def test_a_picture_of_300_is_warned_about_and_none_is_larger_than_1000(client: FlaskClient, given: Given) -> None:
    goal = given.goal()
    given.graph.transaction.run(
        "MATCH (goal:Goal {id: $id}) UNWIND range(1, 1200) AS n "
        "CREATE (:Record:Initiative {id: 'n' + n, name: 'n' + n, visibility: 'published'})-[:CONTRIBUTES_TO]->(goal)",
        id=goal,
    ).consume()
    assert "Dit is een groot netwerk." not in client.get(f"/netwerk?om={goal}&aantal=149").text
    page = client.get(f"/netwerk?om={goal}&aantal=1000000000").text
    assert "U ziet 20 van meer dan 1.000 verbindingen." in page
    page = client.get(f"/netwerk?om={goal}&aantal=99999").text
    assert "Dit is een groot netwerk." in page
    drawn = graph_of(page)
    assert (len(drawn["nodes"]), len(drawn["edges"])) == (1000, 999)
    assert "U ziet 999 van meer dan 1.000 verbindingen." in page


def test_opening_a_node_is_a_link_that_adds_it_to_the_address(client: FlaskClient, given: Given) -> None:
    goal, theme = given.goal(), given.theme(name="Verderop")
    centre, other = given.initiative(goals=[goal]), given.initiative(goals=[goal], themes=[theme])
    drawn = graph_of(client.get(f"/netwerk?om={centre}").text)
    expand = {node["id"]: node["expand"] for node in drawn["nodes"]}
    assert expand[other] == f"/netwerk?om={centre}&open={other}"
    assert theme not in expand
    wider = graph_of(client.get(expand[other]).text)
    assert theme in {node["id"] for node in wider["nodes"]}


def test_a_name_that_is_not_found_gets_advice(client: FlaskClient) -> None:
    page = client.get("/netwerk?zoek=niets+wat+bestaat").text
    assert "Niets gevonden voor ‘niets wat bestaat’." in page
    assert "Controleer de spelling" in page


def test_a_town_shows_its_communities_with_counts_and_each_opens(client: FlaskClient, given: Given) -> None:
    bees, waste = given.goal(name="Meer bijen"), given.goal(name="Minder afval")
    party = given.organisation()
    for goal in (bees, waste):
        for _ in range(3):
            given.initiative(goals=[goal])
        given.initiative(goals=[goal], partners=[party])
    page = client.get("/netwerk").text
    assert "8 initiatieven in 2 groepen." in page
    drawn = graph_of(page)
    assert sorted(node["label"] for node in drawn["nodes"]) == [
        "Meer bijen\n4 initiatieven",
        "Minder afval\n4 initiatieven",
    ]
    assert [edge["title"] for edge in drawn["edges"]] == ["delen 1 onderwerp of partner"]
    table = client.get("/netwerk?weergave=tabel").text
    assert sorted(rows_of(table)) == [
        ("Meer bijen", "4", "Minder afval (1)"),
        ("Minder afval", "4", "Meer bijen (1)"),
    ]
    assert rows_of(page) == rows_of(table)
    opened = client.get(f"/netwerk?groep={bees}")
    assert "Groep rond Meer bijen" in opened.text
    assert bees in {node["id"] for node in graph_of(opened.text)["nodes"]}
    assert client.get(f"/netwerk?groep={party}").location == f"/netwerk?om={party}"


def test_an_empty_town_says_what_makes_a_group(client: FlaskClient) -> None:
    assert "Bij ons zijn nog geen groepen bekend." in client.get("/netwerk").text


def test_dotted_bridges_are_for_bridge_builders(app: Flask, client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Meer bijen")
    centre = given.initiative(name="Het midden", goals=[goal])
    given.initiative(name="De overkant", goals=[goal])
    for shape in ("tekening", "tabel"):
        assert "geen contact bekend" not in client.get(f"/netwerk?om={centre}&weergave={shape}").text
    builder = app.test_client()
    sign_in(builder, given, Role.BRIDGE_BUILDER)
    page = builder.get(f"/netwerk?om={centre}").text
    (dotted,) = [edge for edge in graph_of(page)["edges"] if "dashes" in edge]
    assert (dotted["dashes"], dotted["width"]) == ([2, 8], 4)
    table = builder.get(f"/netwerk?om={centre}&weergave=tabel").text
    assert rows_of(table)[0] == ("Het midden", "brug: geen contact bekend", "De overkant")


def test_check_24_what_a_visitor_may_not_see_is_not_there(client: FlaskClient, given: Given) -> None:
    hidden = given.goal(name="Geheim doel", visibility=Visibility.DRAFT)
    centre = given.initiative(goals=[hidden])
    page = client.get(f"/netwerk?om={centre}").text
    assert "Geheim" not in page
    assert "Bij ons zijn nog geen verbindingen bekend." in page
    assert client.get(f"/netwerk?om={hidden}").status_code == 404
    assert client.get("/netwerk?om=niets").status_code == 404


def test_check_10_and_11_names_stay_text_in_the_json_and_the_labels(client: FlaskClient, given: Given) -> None:
    centre = given.initiative(name=HOSTILE, themes=[given.theme(name=HOSTILE)])
    for address in (f"/netwerk?om={centre}", f"/netwerk?om={centre}&weergave=tabel"):
        page = client.get(address).text
        tree = parsed(page)
        assert not [each for each in tree.iter("img") if each.get("onerror") or each.get("src") == "x"]
        assert len([each for each in tree.iter("script") if not each.get("src")]) == (0 if "tabel" in address else 1)
    page = client.get(f"/netwerk?om={centre}").text
    block = page.split('id="graaf">')[1].split("</script>")[0]
    assert "<" not in block
    assert "\u2028" not in block
    drawn = graph_of(page)
    assert {node["label"] for node in drawn["nodes"]} == {HOSTILE}
    assert "multi" not in drawn["options"]["nodes"]["font"]


@pytest.mark.parametrize("query", ["weergave=x", "zonder=x", "zonder=initiative,%60", "zonder=contribution"])
def test_check_2_what_is_not_on_the_list_is_refused(client: FlaskClient, query: str) -> None:
    assert client.get(f"/netwerk?{query}").status_code == 400


def test_pyvis_keeps_two_lines_between_the_same_records_and_every_space(app: Flask) -> None:
    with app.test_request_context():
        dots = [Dot("a", Kind.ORGANISATION, "A", "/a", "/a?"), Dot("b", Kind.INITIATIVE, "B", "/b", "/b?")]
        made = drawing(dots, [Stroke("a", "b", "een"), Stroke("a", "b", "twee"), Stroke("b", "a", "drie")], centre="a")
    assert [edge["title"] for edge in made["edges"]] == ["een", "twee", "drie"]
    assert {edge["arrows"] for edge in made["edges"]} == {""}
    assert made["options"] | OPTIONS == made["options"]
    assert made["kinds"] == {"organisation": "Partner", "initiative": "Initiatief"}
    assert set(made["options"]["groups"]) == {look.css for look in KIND.values()}


def test_every_link_that_is_drawn_has_words() -> None:
    from pathlib import Path

    drawn = (Path(__file__).parents[2] / "cypher/network/direct.cypher").read_text(encoding="utf-8")
    types = drawn.split("[link:")[1].split("]")[0].replace("\n", "").replace(" ", "").split("|")
    assert set(types) == {link.value for link in LINK_WORDS}


def test_an_opgave_is_one_page_with_its_network_as_drawing_and_as_table(client: FlaskClient, given: Given) -> None:
    top = given.goal(name="Groen", level="opgave")
    empty = given.goal(name="Rust in de duinen", parent=top, open_for_contribution=True)
    garden = given.initiative(name="De Kavel", goals=top)
    page = client.get(f"/doelen/{top}/opgave").text
    assert "Aan 1 doel van deze opgave werkt nog geen initiatief dat wij kennen." in page
    assert f"/aanmelden?doel={empty}" in page
    assert "2 doelen, 1 initiatief, 0 partners." in " ".join(page.split())
    assert f"/initiatieven/{garden}" in page.split('id="graaf">')[0].split('id="wie"')[1]
    assert "Neem het als vraag, niet als feit." in page
    assert "U ziet het doel met alle 2 verbindingen." in page
    assert "Bruggen binnen deze opgave" not in page
    assert f"/doelen/{top}/opgave?weergave=tabel#netwerk" in page
    drawn = json.loads(page.split('id="graaf">')[1].split("</script>")[0])
    assert {node["id"] for node in drawn["nodes"]} == {top, empty, garden}
    table = client.get(f"/doelen/{top}/opgave?weergave=tabel").text
    assert "draagt bij aan" in table
    assert 'id="graaf"' not in table
    fewer = client.get(f"/doelen/{top}/opgave?aantal=1").text
    assert "U ziet 1 van de 2." in fewer
    assert f"/doelen/{top}/opgave" in client.get(f"/doelen/{top}").text
    assert f"/doelen/{top}/opgave" in client.get("/doelen").text
    assert client.get("/doelen/nee/opgave").status_code == 404


def test_an_opgave_misses_nothing_in_a_municipality_beside_ours(
    app: Flask, client: FlaskClient, given: Given, settings: Settings
) -> None:
    app.config["SETTINGS"] = settings.model_copy(update={"municipality": "GM9001"})
    ours = given.area(name="Duinvliet", level="municipality", code="GM9001")
    here = given.area(name="Dorp", level="district", parent=ours)
    theirs = given.area(name="Polderdam", level="municipality", code="GM9002")
    given.area(name="Polderdam-West", level="district", parent=theirs)
    top = given.goal(name="Groen", level="opgave")
    page = client.get(f"/doelen/{top}/opgave").text
    assert "In 1 gebied zien wij nog geen initiatief voor deze opgave:" in page
    assert "Polderdam-West" not in page
    given.initiative(goals=top, areas=here)
    full = client.get(f"/doelen/{top}/opgave").text
    assert "In elk gebied is bij ons een initiatief voor deze opgave bekend." in full


def test_an_opgave_of_an_earlier_day_has_no_network(client: FlaskClient, given: Given) -> None:
    with clock.at(dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)):
        top = given.goal(name="Groen", level="opgave")
    page = client.get(f"/doelen/{top}/opgave?op=2026-02-01").text
    assert "Het netwerk kennen wij alleen zoals het vandaag is." in page
    assert 'id="graaf"' not in page


def test_a_bridge_builder_sees_the_bridges_inside_an_opgave(client: FlaskClient, given: Given) -> None:
    top = given.goal(name="Groen", level="opgave")
    given.initiative(name="De Kavel", goals=top)
    given.initiative(name="Tuin aan Zee", goals=top)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get(f"/doelen/{top}/opgave").text
    assert "1 nieuwe brug tussen initiatieven van deze opgave:" in page
