"""Every page of a record and every list as it stood on an earlier day: which are dated, and what each then tells."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from app.addresses import FOLDER, LISTED
from graph import clock, requirements
from graph.links import Tie
from graph.model import Kind, OrganisationKind, PersonKind, PublicAs, RequirementState, Visibility
from graph.rights import Actor, Role
from tests.app import world
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask import Flask
    from flask.testing import FlaskClient

    from graph.store import Graph, Transaction
    from tests.given import Given

# Made dated elsewhere: these two are taken out of here when that is merged.
LATER = frozenset({Kind.INITIATIVE, Kind.ORGANISATION})
OTHER_LISTS = (
    *("/bijdragen/totalen", "/afwegingen/verslag", "/vraag-en-aanbod", "/vraag-en-aanbod/ruilringen"),
    *("/stand-van-zaken", "/netwerk", "/wachtkamer"),
)
STAFF = Actor(name="staff", account_id="a", roles=frozenset({Role.BRIDGE_BUILDER}))
NOT_YET = "was dit er volgens onze gegevens nog niet."


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        yield


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def at(text: str) -> dt.datetime:
    return dt.datetime.combine(day(text), dt.time(11), dt.UTC)


def lists() -> list[str]:
    return [*(f"/{FOLDER[kind]}" for kind in Kind if kind in LISTED - LATER), *OTHER_LISTS]


@pytest.fixture
def is_dated(app: Flask) -> Callable[[str], bool]:
    """Whether an address can be shown as it stood on an earlier day."""

    def tells(path: str) -> bool:
        endpoint, _given = app.url_map.bind("localhost").match(path)
        return hasattr(app.view_functions[endpoint], "is_dated")

    return tells


def downloads(app: Flask) -> list[str]:
    """The files of the lists: `/bijdragen.csv` for `/bijdragen`."""
    listed = set(lists())
    files = [rule.rule.partition(".<any(csv")[0] for rule in world.rules(app) if ".<any(csv" in rule.rule]
    return [f"{path}.csv" for path in files if path in listed]


def test_every_page_of_a_record_and_every_list_can_be_shown_of_an_earlier_day(
    app: Flask, is_dated: Callable[[str], bool]
) -> None:
    pages = [f"/{folder}/0196e1d4-0000-7000-8000-000000000000" for folder in FOLDER.values()]
    files = downloads(app)
    assert {"/bijdragen.csv", "/bijdragen/totalen.csv", "/eisen.csv", "/lessen.csv"} <= set(files)
    assert [path for path in (*pages, *lists(), *files) if not is_dated(path)] == []


def test_nothing_can_be_changed_on_any_page_of_an_earlier_day(app: Flask, client: FlaskClient, given: Given) -> None:
    with clock.at(at("2026-01-15")):
        town = world.make(given)
    sign_in(client, given, *Role)
    pages = [f"/{folder}/{town.ids[kind]}" for kind, folder in FOLDER.items()]
    for path in (*pages, *lists(), *downloads(app)):
        answer = client.get(path, query_string={"op": "2026-03-01"})
        assert answer.status_code == 200, path
        if path.endswith(".csv"):
            continue
        assert "U ziet hoe het was op 1 maart 2026." in answer.text, path
        content = answer.text.partition("<main")[2].partition("</main>")[0]
        for words in ('method="post"', "/wijzigen", "/nieuw", "/verwijderen", "/bericht", "/invullen", "/vastleggen"):
            assert words not in content, (path, words)


def test_links_between_dated_pages_keep_the_day(app: Flask, client: FlaskClient, given: Given) -> None:
    with clock.at(at("2026-01-15")):
        town = world.make(given)
    sign_in(client, given, *Role)
    folders = "|".join(FOLDER.values())
    link = re.compile(rf'href="(/(?:{folders})/[0-9a-f-]{{36}}[^"/]*)"')
    for kind, folder in FOLDER.items():
        path = f"/{folder}/{town.ids[kind]}"
        page = client.get(path, query_string={"op": "2026-03-01"}).text
        assert [each for each in link.findall(page) if "op=2026-03-01" not in each and each != path] == [], path


def test_a_contribution_is_asked_first_and_given_later(client: FlaskClient, given: Given) -> None:
    square, goal = given.initiative(name="Het plein"), given.goal(name="Meer groen")
    scheme = given.scheme(name="Buurtpot", deadline=day("2026-06-01"))
    gift = given.contribution(
        name="Geld voor bankjes",
        given_to=[square],
        under=[scheme],
        asked_on=day("2026-02-01"),
        granted_on=day("2026-09-01"),
        amount_asked=1000.0,
        amount_granted=900.0,
        contribution_kind="money",
    )
    given.contribution(name="Van ooit", given_to=[square])
    given.contribution(name="Van dit jaar", given_to=[square], year=2026)
    early = client.get(f"/bijdragen/{gift}?op=2026-01-31")
    assert (early.status_code, NOT_YET in early.text) == (404, True)
    march, now = client.get(f"/bijdragen/{gift}?op=2026-03-01").text, client.get(f"/bijdragen/{gift}").text
    assert "Gevraagd aan" in march
    assert "900" not in march
    assert "Gegeven door" in now
    assert "900" in now
    for _again in range(2):  # what is remembered of one day is not told of another
        before = client.get("/bijdragen?op=2025-12-31").text
        assert "Geld voor bankjes" not in before
        assert "Van dit jaar" not in before
        assert "Van ooit" in before
        march, now = client.get("/bijdragen?op=2026-03-01").text, client.get("/bijdragen").text
        assert f'href="/bijdragen/{gift}?op=2026-03-01"' in march
        assert "1.000 gevraagd" in march
        assert "900" not in march
        assert "900" in now
    assert "Geld voor bankjes" in client.get("/bijdragen?stap=asked&op=2026-03-01").text
    assert "Geld voor bankjes" not in client.get("/bijdragen?stap=given&op=2026-03-01").text
    assert "Geld voor bankjes" in client.get("/bijdragen?stap=given").text
    assert ";900" not in client.get("/bijdragen.csv?op=2026-03-01").text
    assert ";900" in client.get("/bijdragen.csv").text
    totals = "/bijdragen/totalen.csv?per=kind"
    assert client.get(f"{totals}&op=2026-01-31").text.count("Geld") == 0
    assert ";1;1000;0" in client.get(f"{totals}&op=2026-03-01").text.replace(",0", "").replace(".0", "")
    assert ";1;1000;900" in client.get(totals).text.replace(",0", "").replace(".0", "")


def test_a_scheme_tells_what_was_given_by_then_and_whether_it_was_open(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Meer groen")
    scheme = given.scheme(
        name="Buurtpot", deadline=day("2026-06-01"), ceiling=9000.0, serves=[Tie(goal, since=day("2026-05-01"))]
    )
    given.contribution(
        given_to=[given.initiative(name="Het plein")],
        under=[scheme],
        asked_on=day("2026-02-01"),
        granted_on=day("2026-09-01"),
        amount_asked=1000.0,
        amount_granted=900.0,
    )
    march, now = client.get(f"/regelingen/{scheme}?op=2026-03-01").text, client.get(f"/regelingen/{scheme}").text
    assert "U kunt aanvragen tot en met" in march
    assert "1 aanvraag wacht nog op antwoord" in march
    assert "Meer groen" not in march
    assert "U kon aanvragen tot en met" in now
    assert "Bij ons bekend: 1 bijdrage" in now
    assert "Meer groen" in now
    assert "Het plein" not in client.get(f"/regelingen/{scheme}?op=2026-01-31").text
    assert "Buurtpot" in client.get("/regelingen?open=open&op=2026-03-01").text
    assert "Buurtpot" not in client.get("/regelingen?open=open").text
    ended = given.scheme(name="Oude pot", until=day("2026-04-01"))
    assert f"/regelingen/{ended}?op=2026-03-01" in client.get("/regelingen?op=2026-03-01").text
    assert "Oude pot" not in client.get("/regelingen").text


def test_a_requirement_stands_as_it_was_marked_asked_and_answered_by_then(
    client: FlaskClient, graph: Graph, given: Given
) -> None:
    anna = given.person()
    initiator = Actor(name="Anna", account_id="i", person_id=anna, roles=frozenset({Role.INITIATOR}))
    square = given.initiative(name="Het plein", initiating_people=[anna])
    required = given.record(
        Kind.REQUIREMENT, name="Akkoord van de buren", must_meet=[Tie(square, since=day("2026-02-01"))]
    )
    named = {"initiative_id": square, "requirement_id": required}
    graph.write(_at("2026-04-01", requirements.ask), actor=initiator, **named, question="Waarom dit?")
    graph.write(_at("2026-05-01", requirements.answer), actor=STAFF, **named, text="Omdat het lawaai geeft.")
    graph.write(_at("2026-06-01", requirements.ask), actor=initiator, **named, question="Kan het anders?")
    graph.write(_at("2026-07-01", requirements.mark), actor=STAFF, **named, state=RequirementState.MET)
    graph.write(_at("2026-08-01", requirements.mark), actor=STAFF, **named, state=RequirementState.DROPPED)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    told = {
        "2026-01-01": (None, None, None),
        "2026-03-01": ("open", None, None),
        "2026-04-15": ("open", "Waarom dit?", None),
        "2026-05-15": ("open", "Waarom dit?", "Omdat het lawaai geeft."),
        "2026-06-15": ("open", "Kan het anders?", None),
        "2026-07-01": ("met", "Kan het anders?", None),
        "2026-07-31": ("met", "Kan het anders?", None),
        "2026-08-01": ("dropped", "Kan het anders?", None),
    }
    badges = {"open": "Nog niet aan voldaan", "met": "Aan voldaan", "dropped": "Geldt niet meer"}
    for on, (state, question, answer) in told.items():
        for path in (f"/eisen/{required}", f"/initiatieven/{square}"):
            page = client.get(path, query_string={"op": on}).text
            shown = {key for key, words in badges.items() if f"{words}</span>" in page}
            assert shown == ({state} if state else set()), (path, on)
            for words in ("Waarom dit?", "Kan het anders?", "Omdat het lawaai geeft."):
                assert (words in page) is (words in {question, answer}), (path, on, words)
        rows = client.get("/eisen.csv", query_string={"op": on}).text
        counts = {None: ";0;0;", "open": ";1;0;", "met": ";1;1;", "dropped": ";0;0;"}[state]
        assert counts in rows, on
    client.get("/eisen")
    assert "Vraag wacht op antwoord (0)" in client.get("/eisen?op=2026-05-15").text
    assert "Vraag wacht op antwoord (1)" in client.get("/eisen?op=2026-04-15").text


def test_what_was_asked_stays_between_staff_and_the_initiative(client: FlaskClient, graph: Graph, given: Given) -> None:
    anna = given.person()
    initiator = Actor(name="Anna", account_id="i", person_id=anna, roles=frozenset({Role.INITIATOR}))
    square = given.initiative(initiating_people=[anna])
    required = given.record(Kind.REQUIREMENT, must_meet=[Tie(square, since=day("2026-02-01"))])
    named = {"initiative_id": square, "requirement_id": required}
    graph.write(_at("2026-04-01", requirements.ask), actor=initiator, **named, question="Waarom dit?")
    graph.write(_at("2026-05-01", requirements.answer), actor=STAFF, **named, text="Omdat het lawaai geeft.")
    graph.write(_at("2026-06-01", requirements.ask), actor=initiator, **named, question="Kan het anders?")
    for path in (f"/eisen/{required}", f"/initiatieven/{square}"):
        page = client.get(path, query_string={"op": "2026-05-15"}).text
        assert "1 april 2026" in page
        assert "Waarom dit?" not in page
        assert "Omdat het lawaai geeft." not in page


def test_a_need_is_there_while_somebody_has_it(client: FlaskClient, given: Given) -> None:
    garden, area = given.initiative(name="De tuin"), given.area(name="Centrum")
    kitchen = given.initiative(name="De keuken", areas=[Tie(area, since=day("2026-01-01"))])
    need = given.need(name="compost", needed_by=[Tie(garden, since=day("2026-04-01"))], wanted_until=day("2026-09-01"))
    offer = given.offer(name="compost", offered_by=[Tie(kitchen, since=day("2026-02-01"))])
    early = client.get(f"/behoeften/{need}?op=2026-03-01")
    assert (early.status_code, NOT_YET in early.text) == (404, True)
    may, now = client.get(f"/behoeften/{need}?op=2026-05-01").text, client.get(f"/behoeften/{need}").text
    assert "Dit wordt niet meer gezocht." not in may
    assert "Dit past, want" in may
    assert "Dit wordt niet meer gezocht." in now
    assert client.get(f"/aanbod/{offer}?op=2026-03-01").status_code == 200
    for _again in range(2):
        sought = "/vraag-en-aanbod?kant=zoekt"
        assert "compost" not in client.get(f"{sought}&op=2026-03-01").text.lower().partition("<main")[2].partition("<ul")[2]
        assert f'href="/behoeften/{need}?op=2026-05-01"' in client.get(f"{sought}&op=2026-05-01").text
        assert f"/behoeften/{need}" not in client.get(sought).text
    assert "De tuin" in client.get("/vraag-en-aanbod.csv?op=2026-05-01").text
    assert "De tuin" not in client.get("/vraag-en-aanbod.csv").text


def test_a_ring_is_there_while_everybody_seeks_and_offers(client: FlaskClient, given: Given) -> None:
    garden, kitchen = given.initiative(name="De tuin"), given.initiative(name="De keuken")
    since = day("2026-02-01")
    given.need(name="compost", needed_by=[Tie(garden, since=since)], wanted_until=day("2026-09-01"))
    given.offer(name="compost", offered_by=[Tie(kitchen, since=since)])
    given.need(name="aardappels", needed_by=[Tie(kitchen, since=since)])
    given.offer(name="aardappels", offered_by=[Tie(garden, since=since)])
    rings = "/vraag-en-aanbod/ruilringen"
    assert "kunnen ruilen" not in client.get(f"{rings}?op=2026-01-01").text
    assert "kunnen ruilen" in client.get(f"{rings}?op=2026-03-01").text
    assert "kunnen ruilen" not in client.get(rings).text


def test_an_assessment_is_open_until_it_was_decided(client: FlaskClient, given: Given) -> None:
    body = given.record(Kind.BODY, name="De raad")
    before = given.record(
        Kind.ASSESSMENT_FRAMEWORK,
        name="Kader 2020",
        framework_state="retired",
        adopted_on=day("2020-01-01"),
        until=day("2026-04-01"),
        adopted_by=[Tie(body, since=day("2020-01-01"))],
    )
    frame = given.record(
        Kind.ASSESSMENT_FRAMEWORK,
        name="Kader 2026",
        framework_state="adopted",
        adopted_on=day("2026-04-01"),
        adopted_by=[Tie(body, since=day("2026-04-01"))],
    )
    theme = given.theme(name="Groen")
    square = given.initiative(name="Het plein", themes=[Tie(theme, since=day("2026-01-01"))])
    case = given.record(
        Kind.ASSESSMENT,
        name="Afweging over het plein",
        judges=[square],
        weighed_by=[before],
        asked_on=day("2026-02-01"),
        decided_on=day("2026-06-01"),
        told_on=day("2026-07-01"),
        outcome="supported",
        motivation="Past goed bij het doel.",
    )
    early = client.get(f"/afwegingen/{case}?op=2026-01-31")
    assert (early.status_code, NOT_YET in early.text) == (404, True)
    march, now = client.get(f"/afwegingen/{case}?op=2026-03-01").text, client.get(f"/afwegingen/{case}").text
    assert "Er is nog niets besloten." in march
    assert "Past goed bij het doel." not in march
    assert "Past goed bij het doel." in now
    for _again in range(2):
        assert "Het plein" not in client.get("/afwegingen?op=2026-01-31").text
        march, june = client.get("/afwegingen?op=2026-03-01").text, client.get("/afwegingen?op=2026-06-15").text
        assert f'href="/afwegingen/{case}?op=2026-03-01"' in march
        assert "Past goed" not in march
        assert "Past goed" in june
        assert "Past goed" in client.get("/afwegingen").text
    assert "Het plein" not in client.get("/afwegingen?uitkomst=supported&op=2026-03-01").text
    assert "Het plein" in client.get("/afwegingen?uitkomst=supported&op=2026-06-15").text
    assert "Past goed" not in client.get("/afwegingen.csv?op=2026-03-01").text
    assert "Past goed" in client.get("/afwegingen.csv").text
    assert "Kader 2020" in client.get("/afwegingskader?op=2026-03-01").text.partition("<h1")[2].partition("</h1>")[0]
    assert "Kader 2026" in client.get("/afwegingskader").text.partition("<h1")[2].partition("</h1>")[0]
    assert "Dit is een concept." in client.get(f"/afwegingskader/{frame}?op=2026-03-01").text
    assert "Dit is een concept." not in client.get(f"/afwegingskader/{frame}").text
    assert "Dit is een eerdere versie." not in client.get(f"/afwegingskader/{before}?op=2026-03-01").text
    assert "Dit is een eerdere versie." in client.get(f"/afwegingskader/{before}").text
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert "Er is nog niets besloten." in client.get("/afwegingen/verslag?op=2026-05-31").text
    assert "Er is nog niets besloten." not in client.get("/afwegingen/verslag?op=2026-06-01").text


def test_a_result_is_there_from_the_day_it_was_reached(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Meer groen")
    square = given.initiative(name="Het plein")
    reached = given.record(
        Kind.RESULT, name="Tien bomen", achieved_by=[square], counts_for=[goal], reached_on=day("2026-04-01")
    )
    given.record(Kind.RESULT, name="Een bank", achieved_by=[square])
    early = client.get(f"/resultaten/{reached}?op=2026-03-01")
    assert (early.status_code, NOT_YET in early.text) == (404, True)
    assert "Het plein" in client.get(f"/resultaten/{reached}?op=2026-05-01").text
    for _again in range(2):
        march, may = client.get("/resultaten?op=2026-03-01").text, client.get("/resultaten?op=2026-05-01").text
        assert "Een bank" in march
        assert "Tien bomen" not in march
        assert "1 resultaat</b>" in march
        assert f'href="/resultaten/{reached}?op=2026-05-01"' in may
        assert "2 resultaten</b>" in may
    assert "Tien bomen" not in client.get("/resultaten.csv?op=2026-03-01").text
    assert "Tien bomen" in client.get("/resultaten.csv?op=2026-05-01").text
    assert "Meer groen (1)" in client.get("/resultaten?op=2026-05-01").text
    assert "Meer groen (" not in client.get("/resultaten?op=2026-03-01").text


def test_a_lesson_is_there_from_the_day_somebody_learned_it(client: FlaskClient, given: Given) -> None:
    theme = given.theme(name="Groen")
    square, park = given.initiative(name="Het plein"), given.initiative(name="Het park")
    lesson = given.record(
        Kind.LESSON,
        name="Vraag eerst de buren",
        lesson_kind="tip",
        learned_by=[Tie(square, since=day("2026-04-01")), Tie(park, since=day("2026-08-01"))],
    )
    given.record(Kind.LESSON, name="Begin klein", lesson_kind="tip")
    early = client.get(f"/lessen/{lesson}?op=2026-03-01")
    assert (early.status_code, NOT_YET in early.text) == (404, True)
    may = client.get(f"/lessen/{lesson}?op=2026-05-01").text
    assert "Het plein" in may
    assert "Het park" not in may
    for _again in range(2):
        assert "Vraag eerst de buren" not in client.get("/lessen?op=2026-03-01").text
        assert "Begin klein" in client.get("/lessen?op=2026-03-01").text
        assert f'href="/lessen/{lesson}?op=2026-05-01"' in client.get("/lessen?op=2026-05-01").text
        assert "2 lessen</b>" in client.get("/lessen").text
    assert "Vraag eerst de buren" not in client.get("/lessen.csv?op=2026-03-01").text
    assert "Vraag eerst de buren" in client.get("/lessen.csv?op=2026-05-01").text


def test_a_theme_and_an_area_count_who_was_there(client: FlaskClient, given: Given) -> None:
    above, before = given.theme(name="Natuur"), given.person(name="Els Vroeger", person_kind=PersonKind.ALDERMAN)
    theme = given.theme(name="Groen", holder=[Tie(before, since=day("2026-06-01"))])
    city = given.area(name="Duinvliet", level="municipality")
    area = given.area(name="Centrum", level="district", parent=city)
    given.initiative(
        name="Het plein",
        themes=[Tie(theme, since=day("2026-04-01"))],
        areas=[Tie(area, since=day("2026-04-01"))],
    )
    given.organisation(name="De bond", themes=[Tie(theme, since=day("2026-05-01"))])
    for path in (f"/themas/{theme}", f"/gebieden/{area}"):
        march, may = client.get(f"{path}?op=2026-03-01").text, client.get(f"{path}?op=2026-05-15").text
        assert "Het plein" not in march
        assert "Het plein" in may
    assert "Els Vroeger" not in client.get(f"/themas/{theme}?op=2026-05-15").text
    assert "Els Vroeger" in client.get(f"/themas/{theme}?op=2026-06-15").text
    assert "De bond" not in client.get(f"/themas/{theme}?op=2026-04-15").text
    assert "De bond" in client.get(f"/themas/{theme}?op=2026-05-15").text


def test_a_note_is_there_from_its_adoption_and_a_body_shows_what_was_promised(
    client: FlaskClient, given: Given
) -> None:
    member = given.person(name="Els Vroeger", person_kind=PersonKind.ALDERMAN)
    body = given.record(Kind.BODY, name="De raad")
    note = given.note(name="Groennota", adopted_on=day("2026-04-01"), adopted_by=[Tie(body, since=day("2026-04-01"))])
    given.goal(name="Meer groen", notes=[Tie(note, since=day("2026-06-01"))])
    given.record(
        Kind.COMMITMENT,
        name="Honderd bomen",
        promised_to=[body],
        promised_by=[member],
        made_on=day("2026-05-01"),
        commitment_kind="promise_to_council",
    )
    early = client.get(f"/beleidsnotas/{note}?op=2026-03-01")
    assert (early.status_code, NOT_YET in early.text) == (404, True)
    assert "Meer groen" not in client.get(f"/beleidsnotas/{note}?op=2026-05-15").text
    assert "Meer groen" in client.get(f"/beleidsnotas/{note}?op=2026-06-15").text
    march, may = client.get(f"/organen/{body}?op=2026-03-01").text, client.get(f"/organen/{body}?op=2026-05-15").text
    assert "Groennota" not in march
    assert "Honderd bomen" not in march
    assert "Groennota" in may
    assert "Honderd bomen" in may


def test_an_interaction_is_there_from_the_day_it_happened(client: FlaskClient, given: Given) -> None:
    talk = given.record(
        Kind.INTERACTION,
        name="Gesprek op het plein",
        visibility=Visibility.DRAFT,
        about=[given.initiative(name="Het plein")],
        happened_on=day("2026-04-01"),
        next_step="Bel terug",
        next_on=day("2026-05-01"),
        next_done_on=day("2026-06-01"),
    )
    assert client.get(f"/contactmomenten/{talk}?op=2026-05-15").status_code in {302, 401, 403}
    sign_in(client, given, Role.BRIDGE_BUILDER)
    early = client.get(f"/contactmomenten/{talk}?op=2026-03-01")
    assert (early.status_code, NOT_YET in early.text) == (404, True)
    may, now = client.get(f"/contactmomenten/{talk}?op=2026-05-15").text, client.get(f"/contactmomenten/{talk}").text
    assert "14 dagen te laat" in may
    assert "Gedaan op 1 juni 2026" in now
    everybody = "/contactmomenten?van=iedereen"
    for _again in range(2):
        assert "Gesprek op het plein" not in client.get(f"{everybody}&op=2026-03-01").text
        assert f'href="/contactmomenten/{talk}?op=2026-05-15"' in client.get(f"{everybody}&op=2026-05-15").text
        assert "Gesprek op het plein" not in client.get(everybody).text
    assert "Gesprek op het plein" in client.get("/contactmomenten.csv?van=iedereen&op=2026-05-15").text


def test_the_state_of_affairs_counts_what_there_was(client: FlaskClient, given: Given) -> None:
    square = given.initiative(name="Het plein", started_on=day("2026-02-01"))
    given.record(Kind.RESULT, name="Tien bomen", achieved_by=[square], reached_on=day("2026-04-01"))
    given.contribution(given_to=[square], granted_on=day("2026-05-01"), amount_granted=900.0, contribution_kind="money")
    january, march, now = (
        client.get(path).text for path in ("/stand-van-zaken?op=2026-01-01", "/stand-van-zaken?op=2026-03-01", "/stand-van-zaken")
    )
    assert "Van de 0 openbare initiatieven." in january
    assert "Van de 1 openbare initiatieven." in march
    assert "Tien bomen" not in march
    assert "900" not in march.partition("<main")[2]
    assert "Tien bomen" in now
    assert "900" in now.partition("<main")[2]


def test_the_network_shows_the_links_of_the_day_and_names_nobody_who_left(client: FlaskClient, given: Given) -> None:
    goal, theme = given.goal(name="Meer groen"), given.theme(name="Groen")
    partner = given.organisation(name="De bond", organisation_kind=OrganisationKind.ASSOCIATION)
    left = given.person(
        name="Karel Vertrokken",
        person_kind=PersonKind.OFFICIAL,
        function="ecoloog",
        public_as=PublicAs.NAME,
        until=day("2026-08-01"),
    )
    square = given.initiative(
        name="Het plein",
        goals=[Tie(goal, since=day("2026-01-01"))],
        partners=[Tie(partner, since=day("2026-04-01"))],
        contact=[Tie(left, since=day("2026-01-01"))],
    )
    given.initiative(name="Het park", goals=[Tie(goal, since=day("2026-04-01"))])
    picture = f"/netwerk?om={square}&weergave=tabel"
    march, may = client.get(f"{picture}&op=2026-03-01").text, client.get(f"{picture}&op=2026-05-01").text
    assert "De bond" not in march
    assert "Het park" not in march
    assert f'href="/doelen/{goal}?op=2026-03-01"' in march
    assert "De bond" in may
    assert "Het park" in may
    assert "Ecoloog" in may
    assert "Karel Vertrokken" not in march + may
    assert "op=2026-03-01" in march.partition("Tekening")[0]
    early = client.get(f"/netwerk?om={square}&op=2025-12-01")
    assert (early.status_code, NOT_YET in early.text) == (404, True)
    assert "Meer groen" not in client.get("/netwerk?weergave=tabel&op=2026-03-01").text.partition("<main")[2]
    assert "Meer groen" in client.get("/netwerk?weergave=tabel&op=2026-05-01").text.partition("<main")[2]


def _at(on: str, work: Callable[..., None]) -> Callable[..., None]:
    """`work`, done at eleven in the morning of a day."""

    def done(tx: Transaction, **named: object) -> None:
        with clock.at(at(on)):
            work(tx, **named)

    return done
