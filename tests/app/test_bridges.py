"""The list of bridges, one bridge, and what a bridge-builder does with it."""

import datetime as dt
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.bridges import listing
from app.bridges.listing import Card, Filters, Order
from graph import clock
from graph.bridges import life
from graph.bridges.standing import State
from graph.ids import new_id
from graph.mentions import Mention
from graph.model import Kind
from graph.rights import SYSTEM, Actor, Role
from graph.store import Graph
from tests.app.sign_in import sign_in
from tests.given import Given


@pytest.fixture
def pair(given: Given) -> tuple[str, str]:
    note = given.note(name="Nota Samen Leven")
    goal = given.goal(name="Minder eenzaamheid", notes=[note])
    kavel = given.initiative(name="Buurtmoestuin De Kavel", goals=[goal], areas=[given.area(name="De Geest")])
    oost = given.initiative(name="Voedselbank Oost", goals=[goal], areas=[given.area(name="Dorp")])
    return kavel, oost


def mentions(kind: Kind, *names: str) -> tuple[Mention, ...]:
    return tuple(Mention(kind, name.casefold(), name) for name in names)


def url(pair: tuple[str, str], act: str = "") -> str:
    return f"/bruggen/{pair[0]}/{pair[1]}{act}"


def test_the_list_says_why_and_links_what_is_shared(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/bruggen").text
    assert "Zij werken allebei aan het doel ‘Minder eenzaamheid’. Bij ons bekend: 2 initiatieven." in page
    assert "/bruggen/" in page
    assert pair[0] in page


def test_a_bridge_ends_in_who_answers_for_it(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get(url(pair)).text
    assert "werken allebei aan het doel ‘Minder eenzaamheid’" in page
    assert "Wij zien nog geen contact tussen deze twee." in page
    assert "Nota Samen Leven" in page
    assert "Wij kennen niemand die beide groepen sprak." in page
    assert "Deze brug is" in page
    assert "een ander gebied" in page


def test_asking_both_groups_gives_a_text_and_takes_the_pair_from_the_list(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    answer = client.post(url(pair, "/vragen"), data={"text": "Wij willen samen koken."}, follow_redirects=True)
    assert "De tekst voor beide groepen" in answer.text
    assert "Wij willen samen koken." in answer.text
    assert "Geen bruggen met deze filters." in client.get("/bruggen").text
    assert "Voorgesteld" in client.get("/bruggen?staat=asked").text


def test_a_refused_reason_leaves_the_sentence_beside_it_as_it_stands(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    own_words = "Eigen woorden zonder reden."
    refused = client.post(url(pair, "/weigeren"), data={"own_words": own_words})
    assert refused.status_code == 400
    assert own_words in refused.text
    sentence = re.compile(r'<textarea[^>]*id="text"[^>]*>\s*([^<]*)<')
    before = sentence.search(client.get(url(pair)).text)
    after = sentence.search(refused.text)
    assert before is not None
    assert after is not None
    assert before[1].strip()
    assert after[1] == before[1]


def test_check_24_visitors_and_organisers_see_no_bridges(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    assert client.get(url(pair)).status_code == 302
    sign_in(client, given, Role.ORGANISER)
    assert client.get(url(pair)).status_code == 403
    assert client.post(url(pair, "/vragen"), data={"text": "Hallo"}).status_code == 403


def test_the_dial_says_and_keeps_its_order(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert "Het meest bijzondere staat bovenaan." in client.get("/bruggen").text
    page = client.get("/bruggen?verrassend=5").text
    assert "Het meest verrassende staat bovenaan." in page
    assert 'value="5" aria-valuetext="verrassend"' in page
    for odd in ("0", "6", "x", "٣", ""):
        assert 'value="3" aria-valuetext="in het midden"' in client.get(f"/bruggen?verrassend={odd}").text
    assert pair[0] in page


def test_several_bridges_are_asked_or_put_aside_at_once(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    chosen = "|".join(sorted(pair))
    nothing = client.post("/bruggen/samen", data={"doe": "vraag"}, follow_redirects=True)
    assert 'href="#kies-1">U koos nog geen brug.' in nothing.text
    no_reason = client.post("/bruggen/samen", data={"doe": "niet", "brug": chosen}, follow_redirects=True)
    assert 'href="#reden-samen">Kies een reden.' in no_reason.text
    assert f'value="{chosen}" form="samen" checked' in no_reason.text
    assert "checked" not in client.get("/bruggen").text.partition('id="samen"')[2]
    asked = client.post("/bruggen/samen", data={"doe": "vraag", "brug": chosen}, follow_redirects=True)
    assert "u vraagt de groepen van 1 brug" in asked.text
    again = client.post("/bruggen/samen", data={"doe": "niet", "reden": "topic", "brug": chosen}, follow_redirects=True)
    assert "1 brug staat op ‘Niet nuttig’." in again.text
    late = client.post("/bruggen/samen", data={"doe": "vraag", "brug": chosen}, follow_redirects=True)
    assert "1 brug was al verder, of een groep is gestopt of staat hier niet meer." in late.text
    gone = {"doe": "vraag", "brug": f"{pair[0]}|{new_id()}"}
    nothing = client.post("/bruggen/samen", data=gone, follow_redirects=True)
    assert "1 brug was al verder, of een groep is gestopt of staat hier niet meer." in nothing.text
    assert client.post("/bruggen/samen", data={"doe": "x", "brug": chosen}).status_code == 400
    assert client.post("/bruggen/samen", data={"doe": "vraag", "brug": "x"}).status_code == 400
    elsewhere = client.post("/bruggen/samen", data={"doe": "vraag", "terug": "//evil.example"})
    assert elsewhere.headers["Location"] == "/bruggen"


def test_what_waits_too_long_stands_on_the_list_and_on_the_day(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    with clock.at(clock.now() - dt.timedelta(days=20)):
        given.graph.write(life.ask, actor=SYSTEM, a=pair[0], b=pair[1], text="Samen eten.")
    assert "1 brug wacht al te lang op een volgende stap." in client.get("/bruggen").text
    late = client.get("/bruggen?laat=ja").text
    assert "al 20 dagen niets gehoord" in late
    # Whoever filters these goes on looking at what waits too long.
    carried = '<input type="hidden" name="laat" value="ja">'
    assert (carried in late, carried in client.get("/bruggen").text) == (True, False)
    assert "al 20 dagen niets gehoord" in client.get("/vandaag").text
    told = client.post(url(pair, "/herinneren"), follow_redirects=True)
    assert "u vraagt hoe het staat" in told.text
    assert "dagen niets gehoord" not in client.get("/bruggen?laat=ja").text


def test_each_area_gets_its_turn() -> None:
    def card(name: str, *areas: str) -> Card:
        around = mentions(Kind.AREA, "Duinvliet", "Dorp")
        return Card(State.SUGGESTED, name, name, "x", "x", "", areas=mentions(Kind.AREA, *areas), around=around)

    cards = [card("1", "Dorp"), card("2", "Dorp"), card("3", "Dorp"), card("4", "Geest"), card("5")]
    assert [each.first for each in listing.in_turns(cards)] == ["1", "4", "5", "2", "3"]
    nothing = Filters(frozenset(), frozenset(), frozenset())
    assert [each.name for each in listing.seldom(cards, nothing)] == ["Geest"]
    assert listing.seldom(cards[:2], nothing) == []


def test_the_page_tells_the_warmest_path_and_never_names_who_did_not_agree(client: FlaskClient, given: Given) -> None:
    goal, house = given.goal(name="Samen eten"), given.organisation(name="Buurthuis")
    secret = given.person(name="Bo Geheim", person_kind="resident", works_for_organisation=house)
    a = given.initiative(name="De Kavel", goals=goal, contact=secret)
    b = given.initiative(name="Oost", goals=goal, partners=house)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get(url((a, b))).text
    assert "De warmste weg" in page
    assert "Iemand bij Buurthuis is vaste contactpersoon van De Kavel." in page
    assert "Buurthuis is partner van Oost." in page
    assert "Iemand bij Buurthuis werkt bij" not in page
    assert "Vraag Buurthuis om hen voor te stellen." in page
    assert "1 persoon op een weg tussen beide wordt niet genoemd" in page
    assert "Bo Geheim" not in page
    assert "Gedeeld doel: " in page
    assert "% van de score" in page


def test_each_theme_gets_its_turn_as_well() -> None:
    def card(name: str, *themes: str) -> Card:
        return Card(State.SUGGESTED, name, name, "x", "x", "", themes=mentions(Kind.THEME, *themes))

    cards = [card("1", "Groen"), card("2", "Groen"), card("3", "Groen"), card("4", "Jeugd")]
    assert [each.first for each in listing.in_turns(cards, Order.THEMES)] == ["1", "4", "2", "3"]
    nothing = Filters(frozenset(), frozenset(), frozenset())
    assert [each.name for each in listing.seldom(cards, nothing, Order.THEMES)] == ["Jeugd"]
    chosen = Filters(frozenset(), frozenset(), frozenset(), themes=frozenset({"jeugd"}))
    assert listing.seldom(cards, chosen, Order.THEMES) == []


def test_bridges_are_filtered_by_a_theme_and_the_broader_one(client: FlaskClient, given: Given) -> None:
    goal, broad = given.goal(name="Samen"), given.theme(name="Leefomgeving")
    narrow = given.theme(name="Moestuinen", parent=broad)
    given.initiative(name="De Kavel", goals=goal, themes=narrow)
    given.initiative(name="Eetkamer", goals=goal, themes=given.theme(name="Eten"))
    sport = given.theme(name="Sport")
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/bruggen").text
    assert f'name="thema" value="{narrow}"' in page
    assert "Moestuinen" in page
    assert "De Kavel" in client.get(f"/bruggen?thema={broad}").text
    assert "Geen bruggen met deze filters." in client.get(f"/bruggen?thema={sport}").text
    rows = client.get(f"/bruggen.csv?thema={broad}").get_data(as_text=True)
    assert "Eten, Moestuinen" in rows
    assert "De Kavel" not in client.get(f"/bruggen.csv?thema={sport}").get_data(as_text=True)
    assert "Elk thema komt om de beurt." in client.get("/bruggen?volgorde=themas").text


def test_an_area_holds_the_bridges_of_what_lies_inside(client: FlaskClient, given: Given) -> None:
    town = given.area(name="Duinvliet", level="municipality")
    village, dunes = (given.area(name=name, level="district", parent=town) for name in ("Dorp", "De Geest"))
    goal = given.goal(name="Samen eten")
    sides = [
        given.initiative(name=name, goals=goal, areas=given.area(name=area, level="neighbourhood", parent=village))
        for name, area in (("De Kavel", "Oude Dorp"), ("Eetkamer", "Stationsbuurt"))
    ]
    sign_in(client, given, Role.BRIDGE_BUILDER)

    def holds(address: str) -> bool:
        page, rows = (client.get(address.format(form)).text for form in ("", ".csv"))
        assert ("De Kavel" in page, "Oude Dorp, Stationsbuurt" in rows) == ("De Kavel" in rows,) * 2
        return "De Kavel" in rows

    page = client.get("/bruggen").text
    assert [f'name="gebied" value="{area}"' in page for area in (village, town, dunes)] == [True, True, False]
    assert [holds(f"/bruggen{{}}?gebied={area}") for area in (village, town, dunes)] == [True, True, False]
    given.graph.write(life.ask, actor=SYSTEM, a=sides[0], b=sides[1], text="Samen eten.")
    assert [holds(f"/bruggen{{}}?staat=asked&gebied={area}") for area in (village, dunes)] == [True, False]


def test_two_areas_of_the_same_name_are_two_filters(client: FlaskClient, given: Given) -> None:
    areas = given.area(name="Centrum"), given.area(name="Centrum")
    for area, names in zip(areas, (("De Kavel", "Eetkamer"), ("Oase", "Zwembad")), strict=True):
        goal = given.goal(name=f"Samen {names[0]}")
        for name in names:
            given.initiative(name=name, goals=goal, areas=area)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/bruggen").text
    assert all(f'name="gebied" value="{area}"' in page for area in areas)
    only = client.get(f"/bruggen.csv?gebied={areas[0]}").get_data(as_text=True)
    assert "De Kavel" in only
    assert "Oase" not in only
    assert "Centrum" in only


def test_bridges_are_filtered_by_who_took_the_last_step_or_is_contact_person(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    kim = given.person(name="Kim Mythe", person_kind="official")
    goal = given.goal(name="Meer groen")
    resident = given.person(name="Buurman Geheim", person_kind="resident")
    given.initiative(name="Tuin aan Zee", goals=goal, contact=kim)
    given.initiative(name="Oase", goals=goal, contact=resident)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/bruggen").text
    assert 'name="wie" value="Kim Mythe"' in page
    assert "Buurman Geheim" not in page
    hers = client.get("/bruggen?wie=Kim+Mythe").text
    assert "Tuin aan Zee" in hers
    assert "Voedselbank Oost" not in hers
    client.post(url(pair, "/vragen"), data={"text": "Samen eten."})
    page = client.get("/bruggen?staat=asked").text
    assert "Van mij (" in page
    me = page.split("Van mij (")[1].split(")")[0]
    assert "Voedselbank Oost" in client.get("/bruggen", query_string={"staat": "asked", "wie": me}).text


def test_a_bridge_that_both_groups_said_yes_to_stays_with_who_asked_them(
    client: FlaskClient, given: Given, graph: Graph
) -> None:
    anna, bob = (given.person(name=name, person_kind="resident") for name in ("Anna Voorbeeld", "Bob Verzonnen"))
    pair = tuple(given.initiative(initiating_people=[each]) for each in (anna, bob))
    carla = Actor(name="Test Verzonnen", account_id="c", roles=frozenset({Role.BRIDGE_BUILDER}))
    graph.write(life.ask, actor=carla, a=pair[0], b=pair[1], text="Samen eten.")
    for person, name, side in ((anna, "Anna Voorbeeld", pair[0]), (bob, "Bob Verzonnen", pair[1])):
        who = Actor(name=name, account_id=person, person_id=person, roles=frozenset({Role.INITIATOR}))
        graph.write(life.answer, actor=who, a=pair[0], b=pair[1], side_id=side, yes=True)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/bruggen?staat=accepted").text
    assert "Laatste stap door Bob Verzonnen." in page
    assert "Van mij (Test Verzonnen)" in page
    assert 'name="wie" value="Bob Verzonnen"' not in page
    mine = client.get("/bruggen.csv?staat=accepted&wie=Test+Verzonnen").get_data(as_text=True).splitlines()
    assert len(mine) == 2
    assert mine[1].endswith(";Test Verzonnen")


def test_the_list_is_a_file_of_what_it_shows(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    rows = client.get("/bruggen.csv?reden=goal").get_data(as_text=True)
    assert "Voedselbank Oost" in rows
    assert "Minder eenzaamheid" in rows
    assert "Voedselbank Oost" not in client.get("/bruggen.csv?staat=asked").get_data(as_text=True)
    assert client.get("/bruggen.xlsx").status_code == 200
    assert pair


def test_a_filter_with_many_values_offers_those_that_hold_most_and_what_is_looked_for(app: Flask) -> None:
    areas = [Mention(Kind.AREA, f"wijk-{number:02}", f"Wijk {number:02}") for number in range(45)]
    cards = [
        Card(State.SUGGESTED, "a", "A", "b", "B", "", areas=(area,))
        for area in areas
        for _ in range(1 + int(area == areas[7]))
    ]
    chosen = Filters(frozenset(), frozenset(), frozenset({"wijk-44"}))
    with app.test_request_context("/bruggen?gebied-zoek=wijk+4"):
        found = {each.name: each for each in listing.groups(cards, chosen, me="")}
    search = found["gebied"].search
    assert search is not None
    fours = [area.id for area in areas if "4" in area.name]
    assert (search.found, search.total) == (len(fours), 45)
    assert sorted(each.value for each in found["gebied"].options) == fours
    with app.test_request_context("/bruggen"):
        offered = {each.name: each for each in listing.groups(cards, chosen, me="")}["gebied"].options
    assert {"wijk-07", "wijk-44"} <= {each.value for each in offered}
    assert len(offered) == 21
    assert found["staat"].search is None
