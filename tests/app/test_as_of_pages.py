"""Every page of a record and every list as it stood on an earlier day: which are dated, and what each then tells."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from app.addresses import FOLDER, LISTED
from graph import clock, requirements
from graph.figures import reactions, switches
from graph.figures.switches import Figure
from graph.links import Tie
from graph.model import DecisionKind, Kind, RequirementState
from graph.rights import SYSTEM, Actor, Role
from tests.app import world
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask import Flask
    from flask.testing import FlaskClient

    from graph.store import Graph, Transaction
    from tests.given import Given

OTHER_LISTS = (
    *("/bijdragen/totalen", "/afwegingen/verslag", "/vraag-en-aanbod", "/vraag-en-aanbod/ruilringen"),
    *("/stand-van-zaken", "/netwerk", "/wachtkamer", "/initiatieven/kaart", "/bijeenkomsten", "/cijfers"),
    *("/wachttijden", "/afspraken/toezeggingen", "/afwegingskader", "/"),
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
    return [*(f"/{FOLDER[kind]}" for kind in Kind if kind in LISTED), *OTHER_LISTS]


def publish_waiting_times(given: Given) -> None:
    given.graph.write(switches.switch, actor=SYSTEM, figure=Figure.WAITING_TIMES, on=True)


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
    assert {"/bijdragen.csv", "/bijdragen/totalen.csv", "/eisen.csv", "/lessen.csv", "/wachttijden.csv"} <= set(files)
    assert [path for path in (*pages, *lists(), *files) if not is_dated(path)] == []


def test_nothing_can_be_changed_on_any_page_of_an_earlier_day(app: Flask, client: FlaskClient, given: Given) -> None:
    with clock.at(at("2026-01-15")):
        town = world.make(given)
    publish_waiting_times(given)
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


def test_links_between_dated_pages_keep_the_day(client: FlaskClient, given: Given) -> None:
    with clock.at(at("2026-01-15")):
        town = world.make(given)
    sign_in(client, given, *Role)
    folders = "|".join(FOLDER.values())
    link = re.compile(rf'href="(/(?:{folders})/[0-9a-f-]{{36}}[^"/]*)"')
    for kind, folder in FOLDER.items():
        path = f"/{folder}/{town.ids[kind]}"
        page = client.get(path, query_string={"op": "2026-03-01"}).text
        assert [each for each in link.findall(page) if "op=2026-03-01" not in each and each != path] == [], path


def test_links_to_dated_lists_keep_the_day(client: FlaskClient, given: Given, is_dated: Callable[[str], bool]) -> None:
    """In the content and the foot; the bar above them leads to today, as does the way back on the page itself."""
    with clock.at(at("2026-01-15")):
        town = world.make(given)
    publish_waiting_times(given)
    sign_in(client, given, *Role)
    known = [path for path in lists() if path != "/" and is_dated(path)]
    link = re.compile(rf'href="((?:{"|".join(known)})(?:\.csv|\.xlsx)?(?:[?#][^"]*)?)"')
    pages = [f"/{folder}/{town.ids[kind]}" for kind, folder in FOLDER.items()]
    for path in (*pages, *lists()):
        page = client.get(path, query_string={"op": "2026-03-01"}).text
        inside, foot = page.partition("<main")[2].partition("</main>")[0], page.partition("<footer")[2]
        assert "/stand-van-zaken?op=2026-03-01" in foot, path
        assert [each for each in link.findall(inside + foot) if "op=2026-03-01" not in each and each != path] == [], (
            path
        )


def test_waiting_times_are_those_of_what_was_decided_and_said_by_then(client: FlaskClient, given: Given) -> None:
    team = given.department(name="Team Ruimte")
    for number in range(10):
        given.record(
            Kind.DECISION,
            decision_kind=DecisionKind.QUESTION,
            asked_on=day("2026-01-01"),
            decided_on=day("2026-02-01" if number < 5 else "2026-09-01"),
            decided_by=[team],
        )
    publish_waiting_times(given)
    with clock.at(at("2026-10-01")):
        said = {"figure": Figure.WAITING_TIMES, "team_id": None, "reaction_by": "De wethouder"}
        given.graph.write(reactions.react, actor=SYSTEM, **said, reaction="Wij kregen er mensen bij.")
    for _again in range(2):  # what is remembered of one day is not told of another
        for on, numbers in (("2026-01-31", ""), ("2026-03-01", ";31;5;"), ("2026-11-23", ";137;10;")):
            text = client.get("/wachttijden.csv", query_string={"op": on}).text
            assert ("Team Ruimte" in text, numbers in text) == (numbers != "", True), on
            page = client.get("/wachttijden", query_string={"op": on}).text
            assert ("Wij kregen er mensen bij." in page) is (on > "2026-10-01"), on
            assert f'href="/wachttijden.csv?op={on}"' in page
    switch_off = {"figure": Figure.WAITING_TIMES, "on": False}
    given.graph.write(switches.switch, actor=SYSTEM, **switch_off)
    assert client.get("/wachttijden?op=2026-03-01").status_code == 404


def test_a_contribution_is_asked_first_and_given_later(client: FlaskClient, given: Given) -> None:
    square = given.initiative(name="Het plein")
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
        assert f"/behoeften/{need}" not in client.get(f"{sought}&op=2026-03-01").text
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


def _at(on: str, work: Callable[..., None]) -> Callable[..., None]:
    """`work`, done at eleven in the morning of a day."""

    def done(tx: Transaction, **named: object) -> None:
        with clock.at(at(on)):
            work(tx, **named)

    return done
