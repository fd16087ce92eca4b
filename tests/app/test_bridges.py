"""The list of bridges, one bridge, and what a bridge-builder does with it."""

import datetime as dt
import html
import re

import pytest
from flask.testing import FlaskClient

from app.bridges import listing
from app.bridges.listing import Card, Filters, Order
from graph import clock
from graph.bridges import lessons, life, standing
from graph.bridges.standing import State
from graph.bridges.weights import Evidence
from graph.ids import new_id
from graph.rights import SYSTEM, Actor, Role
from graph.store import Graph
from tests.app.sign_in import sign_in
from tests.given import Given, undo_bridge


@pytest.fixture
def pair(given: Given) -> tuple[str, str]:
    note = given.note(name="Nota Samen Leven")
    goal = given.goal(name="Minder eenzaamheid", notes=[note])
    kavel = given.initiative(name="Buurtmoestuin De Kavel", goals=[goal], areas=[given.area(name="De Geest")])
    oost = given.initiative(name="Voedselbank Oost", goals=[goal], areas=[given.area(name="Dorp")])
    return kavel, oost


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


def undo_url(client: FlaskClient, pair: tuple[str, str]) -> str:
    """Where the button on the page takes back the last step."""
    found = re.search(r'action="([^"]+/ongedaan\?[^"]+)"', client.get(url(pair)).text)
    assert found is not None
    return html.unescape(found[1])


def wish_in(page: str, words: str) -> dict[str, str]:
    """The form of what both want as it stands on `page`, with other words."""
    seen = re.search(r'name="wens-seen"[^>]*value="([^"]*)"', page)
    assert seen is not None
    return {"wens-text": words, "wens-seen": html.unescape(seen[1])}


def test_the_own_no_of_a_group_is_taken_back_with_a_reason(client: FlaskClient, given: Given, graph: Graph) -> None:
    anna, goal = given.person(name="Anna Voorbeeld"), given.goal(name="Minder eenzaamheid")
    mine = given.initiative(name="De Kavel", goals=[goal], initiating_people=[anna])
    pair = mine, given.initiative(name="Voedselbank Oost", goals=[goal])
    graph.write(life.ask, actor=SYSTEM, a=pair[0], b=pair[1], text="Samen eten.")
    who = Actor(name="Anna Voorbeeld", person_id=anna, roles=frozenset({Role.INITIATOR}))
    graph.write(life.answer, actor=who, a=pair[0], b=pair[1], side_id=mine, yes=False, text="zij willen dit niet")
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert "De groep zei zelf nee" in client.get(url(pair)).text
    without = client.post(undo_url(client, pair))
    assert (without.status_code, 'id="toch-text-fout">De reden ontbreekt.' in without.text) == (400, True)
    back = client.post(undo_url(client, pair), data={"toch-text": "Zij belden: toch wel."}, follow_redirects=True)
    assert "Toch opnieuw gevraagd, na een nee" in back.text
    assert "Zij belden: toch wel." in back.text


def test_silence_is_a_reason_to_end_it(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(url(pair, "/vragen"), data={"text": "Samen eten."})
    assert "zij antwoorden niet" in client.get(url(pair)).text
    ended = client.post(url(pair, "/weigeren"), data={"reason": "silence"}, follow_redirects=True)
    assert "zij antwoorden niet" in ended.text


def test_a_refusal_needs_a_reason_and_can_be_undone(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    without = client.post(url(pair, "/weigeren"))
    assert (without.status_code, "Kies een reden." in without.text) == (400, True)
    client.post(url(pair, "/weigeren"), data={"reason": "topic"})
    assert "het onderwerp verschilt te veel" in client.get("/bruggen?staat=refused").text
    assert "intussen veranderd" in client.post(url(pair, "/ongedaan"), follow_redirects=True).text
    client.post(undo_url(client, pair))
    assert "Minder eenzaamheid" in client.get("/bruggen").text


def test_check_57_who_comes_second_hears_who_was_first(
    client: FlaskClient, given: Given, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    piet = Actor(name="Piet", account_id="p", roles=frozenset({Role.BRIDGE_BUILDER}))
    given.graph.write(life.known_already, actor=piet, a=pair[0], b=pair[1])
    second = client.post(url(pair, "/vragen"), data={"text": "Hallo"})
    assert second.status_code == 409
    assert "Piet was u voor. De brug staat nu op ‘Kennen elkaar al’." in second.text


def test_who_was_first_himself_hears_that_too(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(url(pair, "/bekend"))
    second = client.post(url(pair, "/vragen"), data={"text": "Hallo"})
    assert second.status_code == 409
    assert "U legde hier intussen al iets vast. De brug staat nu op ‘Kennen elkaar al’." in second.text


@pytest.mark.parametrize(
    ("act", "name"),
    [
        ("vragen", "text"),
        ("weigeren", "own_words"),
        ("wens", "wens-text"),
        ("stap", "verder-text"),
        ("stoppen", "stop-text"),
    ],
)
def test_who_comes_second_has_back_what_was_typed(
    client: FlaskClient, given: Given, pair: tuple[str, str], act: str, name: str
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(url(pair, "/bekend"))
    typed = "Een zin waar lang over is nagedacht."
    late = client.post(url(pair, f"/{act}"), data={name: typed, "reason": "topic", "staat": "introduced"})
    assert late.status_code == 409
    assert "Dit schreef u. Het is niet bewaard:" in late.text
    assert f'<p class="bb-quote">{typed}</p>' in late.text


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


def test_from_the_question_to_a_result_on_the_page(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(url(pair, "/vragen"), data={"text": "Samen eten wij uit de tuin."})
    page = client.get(url(pair)).text
    assert page.count("nog geen antwoord") == 2
    for side in pair:
        said = client.post(url(pair, "/antwoord"), data={"initiatief": side, "antwoord": "ja"}, follow_redirects=True)
        assert "Het antwoord is bewaard." in said.text
    assert "Beide willen" in said.text
    wish = client.post(url(pair, "/wens"), data=wish_in(said.text, "Samen koken"), follow_redirects=True)
    assert "Samen koken" in wish.text
    late = client.post(url(pair, "/wens"), data=wish_in(said.text, "Samen zingen"))
    assert late.status_code == 409
    assert "Iemand anders wijzigde de zin intussen. Nu staat er: ‘Samen koken’" in late.text
    assert '<p class="bb-quote">Samen zingen</p>' in late.text
    for state in ("introduced", "met", "working_together"):
        told = client.post(url(pair, "/stap"), data={"staat": state, "verder-text": ""}, follow_redirects=True)
        assert "Vastgelegd: " in told.text
    empty = client.post(url(pair, "/stap"), data={"staat": "result", "verder-text": " "})
    assert empty.status_code == 400
    assert "Schrijf op wat eruit kwam." in empty.text
    client.post(url(pair, "/stap"), data={"staat": "result", "verder-text": "Een soepdag per week"})
    told = client.get(url(pair)).text
    assert "Een soepdag per week" in told
    assert "Buurtmoestuin De Kavel zegt ja" in told
    brought = client.get("/bruggen/opbrengst").text
    assert "Een soepdag per week" in brought
    assert "Gevraagd: 1. Ontmoet: 1. Met een resultaat: 1." in brought
    rows = client.get("/bruggen/opbrengst.csv").get_data(as_text=True)
    assert "Een soepdag per week" in rows
    assert client.get("/bruggen/opbrengst.xlsx").status_code == 200
    assert "Geen bruggen met deze filters." in client.get("/bruggen/opbrengst?gebied=Elders").text
    assert f"{clock.today().year} (1)" in brought
    assert "Ontmoet (1)" in brought
    only = client.get("/bruggen/opbrengst.csv?stap=resultaat&volgorde=naam").get_data(as_text=True).splitlines()
    assert len(only) == len(rows.splitlines())


def test_a_bridge_that_stops_says_why(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(url(pair, "/vragen"), data={"text": "Samen eten."})
    for side in pair:
        client.post(url(pair, "/antwoord"), data={"initiatief": side, "antwoord": "ja"})
    refused = client.post(url(pair, "/stoppen"), data={"stop-text": ""})
    assert refused.status_code == 400
    assert "De reden ontbreekt." in refused.text
    told = client.post(url(pair, "/stoppen"), data={"stop-text": "De tuin is verhuisd"}, follow_redirects=True)
    assert "De tuin is verhuisd" in told.text
    back = client.post(undo_url(client, pair), follow_redirects=True)
    assert "Beide willen" in back.text


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
    assert "1 brug was al verder, of is er niet meer." in late.text
    gone = {"doe": "vraag", "brug": f"{pair[0]}|{new_id()}"}
    nothing = client.post("/bruggen/samen", data=gone, follow_redirects=True)
    assert "1 brug was al verder, of is er niet meer." in nothing.text
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
    assert "al 20 dagen niets gehoord" in client.get("/bruggen?laat=ja").text
    assert "al 20 dagen niets gehoord" in client.get("/vandaag").text
    told = client.post(url(pair, "/herinneren"), follow_redirects=True)
    assert "u vraagt hoe het staat" in told.text
    assert "dagen niets gehoord" not in client.get("/bruggen?laat=ja").text


def test_each_area_gets_its_turn() -> None:
    def card(name: str, *areas: str) -> Card:
        return Card(State.SUGGESTED, name, name, "x", "x", "", areas=areas)

    cards = [card("1", "Dorp"), card("2", "Dorp"), card("3", "Dorp"), card("4", "Geest"), card("5")]
    assert [each.first for each in listing.in_turns(cards)] == ["1", "4", "5", "2", "3"]
    nothing = Filters(frozenset(), frozenset(), frozenset())
    assert listing.seldom(cards, nothing) == ["Geest"]
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
        return Card(State.SUGGESTED, name, name, "x", "x", "", themes=themes)

    cards = [card("1", "Groen"), card("2", "Groen"), card("3", "Groen"), card("4", "Jeugd")]
    assert [each.first for each in listing.in_turns(cards, Order.THEMES)] == ["1", "4", "2", "3"]
    nothing = Filters(frozenset(), frozenset(), frozenset())
    assert listing.seldom(cards, nothing, Order.THEMES) == ["Jeugd"]
    chosen = Filters(frozenset(), frozenset(), frozenset(), themes=frozenset({"Jeugd"}))
    assert listing.seldom(cards, chosen, Order.THEMES) == []


def test_bridges_are_filtered_by_a_theme_and_the_broader_one(client: FlaskClient, given: Given) -> None:
    goal, broad = given.goal(name="Samen"), given.theme(name="Leefomgeving")
    narrow = given.theme(name="Moestuinen", parent=broad)
    given.initiative(name="De Kavel", goals=goal, themes=narrow)
    given.initiative(name="Eetkamer", goals=goal, themes=given.theme(name="Eten"))
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/bruggen").text
    assert 'name="thema" value="Moestuinen"' in page
    assert "De Kavel" in client.get("/bruggen?thema=Leefomgeving").text
    assert "Geen bruggen met deze filters." in client.get("/bruggen?thema=Sport").text
    rows = client.get("/bruggen.csv?thema=Leefomgeving").get_data(as_text=True)
    assert "Eten, Moestuinen" in rows
    assert "De Kavel" not in client.get("/bruggen.csv?thema=Sport").get_data(as_text=True)
    assert "Elk thema komt om de beurt." in client.get("/bruggen?volgorde=themas").text


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


def test_who_undertakes_it_answers_on_an_own_page(client: FlaskClient, given: Given, graph: Graph) -> None:
    anna = given.person(name="Anna Voorbeeld")
    goal = given.goal(name="Minder eenzaamheid")
    mine = given.initiative(name="De Kavel", goals=[goal], initiating_people=[anna])
    other = given.initiative(name="Voedselbank Oost", goals=[goal])
    graph.write(life.ask, actor=SYSTEM, a=mine, b=other, text="Samen eten wij uit de tuin.")
    sign_in(client, given, Role.INITIATOR, person_id=anna)
    assert "Voedselbank Oost" in client.get("/vandaag").text
    page = client.get("/mijn-initiatief/kennismakingen").text
    assert "Samen eten wij uit de tuin." in page
    assert "Minder eenzaamheid" in page
    own = f"/mijn-initiatief/kennismakingen/{mine}/{other}"
    seen = "Samen eten wij uit de tuin."
    said = client.post(own, data={"antwoord": "wens", "wens": "Samen soep koken", "seen": seen}, follow_redirects=True)
    assert "Samen soep koken" in said.text
    for wrong, sentence in ((" ", "De zin ontbreekt."), ("Samen " * 200, "De zin is te lang.")):
        refused = client.post(own, data={"antwoord": "wens", "wens": wrong})
        assert (refused.status_code, 'href="#wens-1"' in refused.text) == (400, True)
        assert f'id="wens-1-fout">{sentence}' in refused.text
        assert wrong in refused.text
    said = client.post(own, data={"antwoord": "ja"}, follow_redirects=True)
    assert "U zei ja. Wij wachten op de ander." in said.text
    graph.write(life.answer, actor=SYSTEM, a=mine, b=other, side_id=other, yes=False, text="Geen tijd")
    gone = client.get("/mijn-initiatief/kennismakingen").text
    assert "Geen tijd" not in gone
    assert "Voedselbank Oost" not in gone
    late = client.post(own, data={"antwoord": "ja"}, follow_redirects=True)
    assert "Dit is intussen veranderd." in late.text
    for typed in ("Een zin die te laat kwam.", "Te laat en te lang. " * 60):
        kept = client.post(own, data={"antwoord": "wens", "wens": typed}).text
        assert "Dit schreef u. Het is niet bewaard:" in kept
        assert typed.strip() in kept
    theirs = f"/mijn-initiatief/kennismakingen/{other}/{mine}"
    assert client.post(theirs, data={"antwoord": "ja"}).status_code == 403


@pytest.mark.parametrize(
    ("why", "state", "kept"),
    [
        ("topic", State.REFUSED, "het onderwerp verschilt te veel"),
        ("no_time", State.REFUSED, "zij hebben er nu geen tijd voor"),
        ("known", State.KNOWN_ALREADY, "zij kennen elkaar al"),
        ("", State.REFUSED, "zij willen dit niet"),
        ("other", State.REFUSED, "zij willen dit niet"),
    ],
)
def test_a_group_that_says_no_can_say_why_and_the_subject_teaches(
    client: FlaskClient, given: Given, graph: Graph, why: str, state: State, kept: str
) -> None:
    anna, goal = given.person(name="Anna Voorbeeld"), given.goal(name="Minder eenzaamheid")
    mine = given.initiative(name="Eigen initiatief", goals=[goal], initiating_people=[anna])
    other = given.initiative(name="Voedselbank Oost", goals=[goal])
    graph.write(life.ask, actor=SYSTEM, a=mine, b=other, text="Samen eten wij uit de tuin.")
    sign_in(client, given, Role.INITIATOR, person_id=anna)
    assert "Dat zeggen wij liever niet" in client.get("/mijn-initiatief/kennismakingen").text
    client.post(f"/mijn-initiatief/kennismakingen/{mine}/{other}", data={"antwoord": "nee", "waarom": why})
    bridge = graph.read(standing.of, actor=SYSTEM, a=mine, b=other)
    assert bridge is not None
    assert (bridge.state, bridge.text) == (state, kept)
    learnt = {each.kind: each.no for each in graph.read(lessons.lessons, actor=SYSTEM)}
    assert learnt == ({Evidence.GOAL: 1} if why == "topic" else {})
    # It can be taken back, with what it taught.
    undo_bridge(graph, mine, other, because="Zij belden dat zij toch willen.")
    assert graph.read(lessons.lessons, actor=SYSTEM) == []


def test_the_list_is_a_file_of_what_it_shows(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    rows = client.get("/bruggen.csv?reden=goal").get_data(as_text=True)
    assert "Voedselbank Oost" in rows
    assert "Minder eenzaamheid" in rows
    assert "Voedselbank Oost" not in client.get("/bruggen.csv?staat=asked").get_data(as_text=True)
    assert client.get("/bruggen.xlsx").status_code == 200
    assert pair


def test_a_refusal_keeps_the_reason_and_the_own_words(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    told = client.post(
        url(pair, "/weigeren"),
        data={"reason": "topic", "own_words": "De een kookt, de ander tuiniert."},
        follow_redirects=True,
    ).text
    assert "het onderwerp verschilt te veel: De een kookt, de ander tuiniert." in told
    sign_in(client, given, Role.ADMINISTRATOR)
    weights = client.get("/beheer/gewichten").text
    assert "Weigeringen om het onderwerp" in weights
    assert "91%" in weights
