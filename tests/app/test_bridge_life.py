"""What a bridge-builder and both groups do with one bridge, from the question to where it ends."""

import datetime as dt
import html
import re

import pytest
from flask.testing import FlaskClient

from graph import clock, duplicates, statuses
from graph.bridges import lessons, life, standing
from graph.bridges.standing import State
from graph.bridges.weights import Evidence
from graph.decisions import acts
from graph.model import Kind, Status, Visibility
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


def test_two_that_are_likely_one_and_the_same_are_compared_before_anybody_is_asked(
    client: FlaskClient, given: Given, graph: Graph
) -> None:
    goal, area = given.goal(name="Schone straten"), given.area(name="De Banne")
    twins = tuple(given.initiative(name=name, goals=[goal], areas=[area]) for name in ("Plein schoon", "Plein Schoon!"))
    other = given.initiative(name="Buurtbrunch", goals=[goal], areas=[area])
    duplicates.refresh(graph, actor=SYSTEM, kind=Kind.INITIATIVE)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    compare = f"/beheer/dubbelen/{twins[0]}/{twins[1]}"
    page = client.get(url(twins)).text
    assert "Misschien is het hetzelfde initiatief" in page
    assert ("Vraag een beheerder om dat eerst na te kijken." in page, compare in page) == (True, False)
    assert "Misschien is het hetzelfde initiatief" not in client.get(url((twins[0], other))).text
    sign_in(client, given, Role.ADMINISTRATOR)
    assert compare in client.get(url(twins)).text
    graph.write(duplicates.not_the_same, actor=SYSTEM, first_id=twins[0], second_id=twins[1])
    assert "Misschien is het hetzelfde initiatief" not in client.get(url(twins)).text


def test_the_own_no_of_a_group_is_taken_back_with_a_reason(client: FlaskClient, given: Given, graph: Graph) -> None:
    anna, goal = given.person(name="Anna Voorbeeld"), given.goal(name="Minder eenzaamheid")
    mine = given.initiative(name="De Kavel", goals=[goal], initiating_people=[anna])
    pair = mine, given.initiative(name="Voedselbank Oost", goals=[goal])
    graph.write(life.ask, actor=SYSTEM, a=pair[0], b=pair[1], text="Samen eten.")
    who = Actor(name="Anna Voorbeeld", person_id=anna, roles=frozenset({Role.INITIATOR}))
    graph.write(life.answer, actor=who, a=pair[0], b=pair[1], side_id=mine, yes=False, text="zij willen dit niet: druk")
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert "De groep zei zelf nee" in client.get(url(pair)).text
    without = client.post(undo_url(client, pair))
    assert (without.status_code, 'id="toch-text-fout">De reden ontbreekt.' in without.text) == (400, True)
    back = client.post(undo_url(client, pair), data={"toch-text": "Zij belden: toch wel."}, follow_redirects=True)
    assert "Toch opnieuw gevraagd, na een nee" in back.text
    assert "Zij belden: toch wel." in back.text
    assert "zij willen dit niet: druk" in back.text


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


def test_a_reason_is_kept_in_dutch_and_told_in_the_language_of_the_reader(
    client: FlaskClient, given: Given, graph: Graph, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.get("/?taal=en")
    client.post(url(pair, "/weigeren"), data={"reason": "topic", "own_words": "De een kookt."})
    kept = "het onderwerp verschilt te veel: De een kookt."
    bridge = graph.read(standing.of, actor=SYSTEM, a=pair[0], b=pair[1])
    assert bridge is not None
    assert bridge.text == kept
    for language, words in (("en", "the topics are too different: De een kookt."), ("nl", kept)):
        client.get(f"/?taal={language}")
        assert words in client.get("/bruggen?staat=refused").text
        assert words in client.get(url(pair)).text


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


def test_from_the_question_to_a_result_on_the_page(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(url(pair, "/vragen"), data={"text": "Samen eten wij uit de tuin."})
    page = client.get(url(pair)).text
    assert page.count("nog geen antwoord") == 2
    for side in pair:
        said = client.post(url(pair, "/antwoord"), data={"initiatief": side, "antwoord": "ja"}, follow_redirects=True)
        assert "Het antwoord is bewaard." in said.text
    assert "Beide willen" in said.text
    introduction = said.text.partition('id="uitnodigingstekst"')[2].partition("</div>")[0]
    assert "Samen eten wij uit de tuin." in introduction
    assert "Daarom stel ik u graag aan elkaar voor." in introduction
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


def test_what_bridges_brought_in_an_area_holds_what_lies_inside(
    client: FlaskClient, given: Given, graph: Graph
) -> None:
    village = given.area(name="Dorp", level="district")
    quarter = given.area(name="Stationsbuurt", level="neighbourhood", parent=village)
    nature, bees = given.theme(name="Natuur"), given.theme(name="Bijen")
    garden = given.theme(name="Tuinen", parent=nature)
    sides = given.initiative(name="De Kavel", areas=quarter, themes=garden), given.initiative(name="Oost")
    graph.write(life.ask, actor=SYSTEM, a=sides[0], b=sides[1], text="Samen eten.")
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/bruggen/opbrengst").text
    lines = re.findall(r'scope="row"[^>]*>\s*([^<]+?)\s*<', page)
    assert {"Dorp", "Stationsbuurt", "Natuur", "Tuinen"} <= set(lines)
    for chosen, holds in ((f"gebied={village}", True), (f"thema={nature}", True), (f"thema={bees}", False)):
        assert ("Met 1 brug is iets gedaan." in client.get(f"/bruggen/opbrengst?{chosen}").text) is holds
        rows = client.get(f"/bruggen/opbrengst.csv?{chosen}").get_data(as_text=True)
        assert (";Stationsbuurt;Tuinen;" in rows) is holds


def test_the_file_of_what_bridges_brought_tells_the_day_as_it_was_here(
    client: FlaskClient, given: Given, graph: Graph, pair: tuple[str, str]
) -> None:
    """At half past twelve at night it still is the day before in UTC."""
    with clock.at(dt.datetime(2026, 11, 22, 23, 30, tzinfo=dt.UTC)):
        graph.write(life.ask, actor=SYSTEM, a=pair[0], b=pair[1], text="Samen eten.")
        sign_in(client, given, Role.BRIDGE_BUILDER)
        assert ";2026-11-23;" in client.get("/bruggen/opbrengst.csv").get_data(as_text=True)


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


def test_a_bridge_goes_on_when_what_they_shared_is_over(client: FlaskClient, given: Given, graph: Graph) -> None:
    pair = given.initiative(name="De Kavel"), given.initiative(name="Oost")
    decision = given.record(
        Kind.DECISION, name="De berm", decision_kind="question", asked_on=clock.today(), waiting=pair
    )
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post(url(pair, "/vragen"), data={"text": "Samen naar de raad."})
    graph.write(
        acts.decide,
        actor=SYSTEM,
        decision_id=decision,
        version=1,
        decided_on=clock.today(),
        outcome="Ja",
        reason="Mag.",
    )
    page = client.get(url(pair))
    assert page.status_code == 200
    assert "Volgens onze gegevens delen zij nu niets meer. De brug gaat gewoon door." in page.text
    assert "Samen naar de raad." in page.text
    said = client.post(url(pair, "/antwoord"), data={"initiatief": pair[0], "antwoord": "ja"}, follow_redirects=True)
    assert "Het antwoord is bewaard." in said.text


def test_what_groups_read_names_no_person_and_no_draft(client: FlaskClient, given: Given, graph: Graph) -> None:
    ria = given.person(name="Ria Bedenksel", person_kind="resident")
    secret = given.goal(name="Sluiten zwembad", visibility=Visibility.DRAFT)
    theme = given.theme(name="Schone straten")
    pair = (
        given.initiative(name="De Kavel", goals=[secret], themes=[theme], initiating_people=[ria]),
        given.initiative(name="Oost", goals=[secret], themes=[theme], contact=ria),
    )
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.post("/bruggen/samen", data={"brug": f"{pair[0]}|{pair[1]}", "doe": "vraag", "terug": "/bruggen"})
    bridge = graph.read(standing.of, actor=SYSTEM, a=pair[0], b=pair[1])
    assert bridge is not None
    assert bridge.wish == "Wij houden ons allebei bezig met ‘Schone straten’. Wij willen van elkaar leren."
    letter = client.get(url(pair)).text.partition('id="uitnodigingstekst"')[2].partition("Kopieer de tekst")[0]
    assert "Schone straten" in letter
    assert "Ria Bedenksel" not in letter
    assert "Sluiten zwembad" not in letter


def test_a_filter_nobody_knows_is_no_filter(client: FlaskClient, given: Given, pair: tuple[str, str]) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    for query in ("staat=x", "reden=x", "soort=x", "staat=x&staat=suggested"):
        assert url(pair) in client.get(f"/bruggen?{query}").text


def test_who_stopped_meanwhile_is_not_asked(
    client: FlaskClient, given: Given, graph: Graph, pair: tuple[str, str]
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    graph.write(statuses.confirm, actor=SYSTEM, initiative_id=pair[1], status=Status.STOPPED)
    for act, typed in (("/vragen", {"text": "Samen eten."}), ("/bekend", {})):
        said = client.post(url(pair, act), data=typed, follow_redirects=True)
        assert said.status_code == 200
        assert "Er is niets vastgelegd: Voedselbank Oost is gestopt of beëindigd." in said.text
    assert graph.read(standing.of, actor=SYSTEM, a=pair[0], b=pair[1]) is None
