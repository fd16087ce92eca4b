"""Lists and pages of what comes of initiatives, of who is around them and of the town, as they stood earlier."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import clock
from graph.links import Tie
from graph.model import Kind, OrganisationKind, PersonKind, PublicAs, Visibility
from graph.rights import Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from tests.given import Given

NOT_YET = "was dit er volgens onze gegevens nog niet."


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        yield


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


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
    before = given.person(name="Els Vroeger", person_kind=PersonKind.ALDERMAN)
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
    paths = ("/stand-van-zaken?op=2026-01-01", "/stand-van-zaken?op=2026-03-01", "/stand-van-zaken")
    january, march, now = (client.get(path).text for path in paths)
    assert "Van de 0 openbare initiatieven." in january
    assert "Van de 1 openbare initiatieven." in march
    assert "Tien bomen" not in march
    assert "900" not in march.partition("<main")[2]
    assert "Tien bomen" in now
    assert "900" in now.partition("<main")[2]


def test_the_network_shows_the_links_of_the_day_and_names_nobody_who_left(client: FlaskClient, given: Given) -> None:
    goal = given.goal(name="Meer groen")
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
