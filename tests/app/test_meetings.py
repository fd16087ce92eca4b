"""From a subject to a list, a file and a meeting."""

import datetime as dt
import html
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from graph import clock
from graph.ids import new_id
from graph.invitations import meetings
from graph.model import PersonKind, Visibility
from graph.rights import SYSTEM, Role
from tests.app.sign_in import sign_in
from tests.given import Given


@pytest.fixture
def goal(given: Given) -> str:
    made = given.goal(name="Meer bijen en vlinders")
    given.initiative(name="Bijenlint Polderpad", goals=[made], partners=[given.organisation(name="De Korf")])
    resident = given.person(name="Anna Voorbeeld", person_kind=PersonKind.RESIDENT)
    given.initiative(name="Opfleuren Duinplein", goals=[made], initiating_people=[resident])
    return made


def test_without_a_subject_the_page_says_what_to_do_first(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.ORGANISER)
    assert "Kies eerst een doel, thema of gebied." in client.get("/bijeenkomsten/uitnodigen").text


def test_the_list_gives_reasons_and_counts_who_may_not_be_asked(client: FlaskClient, given: Given, goal: str) -> None:
    sign_in(client, given, Role.ORGANISER)
    page = client.get(f"/bijeenkomsten/uitnodigen?doel={goal}").text
    assert "De Korf" in page
    assert "Doet mee aan Bijenlint Polderpad." in page
    assert "1 persoon staat niet op de lijst" in page
    assert "Anna Voorbeeld" not in page


def test_a_choice_leads_to_an_address_that_holds_it(client: FlaskClient, given: Given, goal: str) -> None:
    sign_in(client, given, Role.ORGANISER)
    party = new_id()
    answer = client.get(f"/bijeenkomsten/uitnodigen?doel={goal}&keuze={party}:niet")
    assert answer.status_code == 302
    assert f"niet={party}" in answer.location


def test_more_certain_guests_than_seats_are_all_there_and_the_page_says_so(
    client: FlaskClient, given: Given, goal: str
) -> None:
    sign_in(client, given, Role.ORGANISER)
    certain = [given.organisation(name=name) for name in ("De Bij", "De Hommel")]
    address = f"/bijeenkomsten/uitnodigen?doel={goal}&plaatsen=1&zeker={certain[0]}"
    sentence = "Er zijn meer zekere gasten dan plaatsen: 2 gasten, plaatsen: 1."
    assert sentence not in client.get(address).text
    page = client.get(f"{address}&zeker={certain[1]}").text
    assert sentence in page
    assert "De Bij" in page
    assert "De Hommel" in page


def test_a_guest_outside_the_subject_is_looked_up_by_name_and_put_on_the_list(
    client: FlaskClient, given: Given, goal: str
) -> None:
    sign_in(client, given, Role.ORGANISER)
    bakery = given.organisation(name="Bakkerij Bloem & Zoon")
    given.organisation(name="Bakkerij Brood")
    address = f"/bijeenkomsten/uitnodigen?doel={goal}&plaatsen=3"
    page = client.get(f"{address}&gast=bloem+bakkerij").text
    assert "Bakkerij Bloem &amp; Zoon" in page
    assert "Bakkerij Brood" not in page
    link = html.unescape(re.search(r'href="([^"]+)">Zeker uitnodigen', page)[1])
    assert parse_qs(urlsplit(link).query) == {"doel": [goal], "plaatsen": ["3"], "per": ["2"], "zeker": [bakery]}
    added = client.get(link).text
    assert "U koos deze gast zelf." in added
    assert added.index("Bakkerij Bloem") < added.index("De Korf")
    assert "Staat zeker op de lijst." in client.get(f"{link}&gast=bakkerij").text
    assert "Wij kennen niemand met de naam ‘slager’." in client.get(f"{address}&gast=slager").text


def test_who_may_not_be_asked_is_counted_by_name_and_not_shown(client: FlaskClient, given: Given, goal: str) -> None:
    sign_in(client, given, Role.ORGANISER)
    given.person(name="Berend Bedacht", person_kind=PersonKind.RESIDENT)
    page = client.get(f"/bijeenkomsten/uitnodigen?doel={goal}&gast=berend").text
    assert "1 persoon met deze naam mogen wij hiervoor niet benaderen." in page
    assert "Berend Bedacht" not in page


def test_an_organisation_that_is_still_a_draft_is_counted_with_what_to_do(
    client: FlaskClient, given: Given, goal: str
) -> None:
    sign_in(client, given, Role.ORGANISER)
    draft = given.organisation(name="Jan de Vries", visibility=Visibility.DRAFT)
    given.initiative(goals=[goal], initiators=[draft])
    page = client.get(f"/bijeenkomsten/uitnodigen?doel={goal}&gast=vries").text
    assert "1 organisatie staat niet op de lijst, omdat haar pagina nog een concept is." in page
    assert "1 organisatie met deze naam is nog een concept." in page
    assert "Jan de Vries" not in page
    assert "Wij kennen niemand met de naam" not in page


def test_where_subject_and_area_have_nobody_together_each_alone_is_offered(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.ORGANISER)
    theme, area = given.theme(name="Sport"), given.area(name="Zuidwijk")
    given.initiative(themes=[theme], partners=[given.organisation() for _ in range(3)])
    given.initiative(areas=[area], partners=[given.organisation()])
    page = client.get(f"/bijeenkomsten/uitnodigen?thema={theme}&gebied={area}").text
    assert re.search(r"Zonder het gebied</a>: 3 gasten", page)
    assert re.search(r"Alleen het gebied</a>: 1 gast<", page)
    assert "Apart wel" not in client.get(f"/bijeenkomsten/uitnodigen?thema={given.theme(name='Leeg')}").text


@pytest.mark.parametrize("numbers", ["plaatsen=1000000000", "plaatsen=-1", "plaatsen=x", "per=0"])
def test_check_56_numbers_are_clamped(client: FlaskClient, given: Given, goal: str, numbers: str) -> None:
    sign_in(client, given, Role.ORGANISER)
    assert client.get(f"/bijeenkomsten/uitnodigen?doel={goal}&{numbers}").status_code == 200


def test_the_list_is_a_file_too(client: FlaskClient, given: Given, goal: str) -> None:
    sign_in(client, given, Role.ORGANISER)
    text = client.get(f"/bijeenkomsten/uitnodigen.csv?doel={goal}").get_data().decode("utf-8-sig")
    assert "De Korf;Doet mee aan Bijenlint Polderpad." in text
    book = client.get(f"/bijeenkomsten/uitnodigen.xlsx?doel={goal}").get_data()
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python()
    assert rows[1][2] == "De Korf"
    assert "Anna" not in text


def test_invitations_are_put_ready_once_for_a_meeting_that_everybody_sees(
    client: FlaskClient, given: Given, goal: str
) -> None:
    sign_in(client, given, Role.ORGANISER)
    form = {"id": new_id(), "name": "Initiatieventafel Groen", "held_on": "2027-01-12", "place": "De Schelp"}
    first = client.post(f"/bijeenkomsten/nieuw?doel={goal}", data=form)
    second = client.post(f"/bijeenkomsten/nieuw?doel={goal}", data=form)
    assert first.location == second.location
    page = client.get(first.location).text
    assert page.count("Doet mee aan Bijenlint Polderpad.") == 1
    client.get("/")
    with client.session_transaction() as session:
        session.clear()
    public = client.get(first.location).text
    assert "Initiatieventafel Groen" in public
    assert "De Korf" not in public


def test_a_meeting_without_a_date_is_refused_with_the_cure(client: FlaskClient, given: Given, goal: str) -> None:
    sign_in(client, given, Role.ORGANISER)
    sent = {"id": new_id(), "name": "Tafel", "held_on": ""}
    for wrong, words in (
        ({}, "De datum ontbreekt. Vul een datum in die bestaat."),
        ({"held_on": "2027-01-12", "place": "De \u202eSchelp"}, "Hier staat een teken dat niemand ziet."),
    ):
        answer = client.post(f"/bijeenkomsten/nieuw?doel={goal}", data=sent | wrong)
        assert answer.status_code == 400
        assert words in answer.text
        assert 'value="Tafel"' in answer.text
    assert "Tafel" not in client.get("/bijeenkomsten").text


def test_a_visitor_makes_no_lists(client: FlaskClient) -> None:
    assert client.get("/bijeenkomsten/uitnodigen").status_code == 302
    assert client.post("/bijeenkomsten/nieuw").status_code == 403
    assert "nog geen bijeenkomst" in client.get("/bijeenkomsten").text


def test_the_meetings_are_a_file_too_and_who_makes_lists_sees_how_many_are_invited(
    client: FlaskClient, given: Given
) -> None:
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        for name, day in (("Tafel", dt.date(2026, 12, 3)), ("Geweest", dt.date(2026, 3, 3))):
            given.graph.write(
                meetings.add,
                actor=SYSTEM,
                meeting_id=new_id(),
                name=name,
                held_on=day,
                starts_at="19.30",
                place="De Zandloper",
                seats=8,
                invitations=[],
            )
        assert 'href="/bijeenkomsten.xlsx"' in client.get("/bijeenkomsten").text
        text = client.get("/bijeenkomsten.csv").get_data().decode("utf-8-sig")
        assert text.splitlines() == [
            "Bijeenkomst;Dag;Tijd;Plaats;Gaat niet door",
            "Tafel;2026-12-03;19.30;De Zandloper;",
            "Geweest;2026-03-03;19.30;De Zandloper;",
        ]
        assert client.get("/bijeenkomsten.xlsx").status_code == 200
        sign_in(client, given, Role.ORGANISER)
        text = client.get("/bijeenkomsten.csv").get_data().decode("utf-8-sig")
        assert text.splitlines()[1] == "Tafel;2026-12-03;19.30;De Zandloper;;0"


def test_the_meetings_are_filtered_and_paged_and_the_file_holds_them_all(client: FlaskClient, given: Given) -> None:
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        coming = [(f"Komt {number:02}", dt.date(2027, 1, 31) - dt.timedelta(days=number)) for number in range(26)]
        for name, day in (*coming, ("Geweest", dt.date(2026, 3, 3))):
            given.graph.write(
                meetings.add,
                actor=SYSTEM,
                meeting_id=new_id(),
                name=name,
                held_on=day,
                starts_at="",
                place="",
                seats=8,
                invitations=[],
            )
        page = client.get("/bijeenkomsten").text
        assert "<b>27 bijeenkomsten</b>" in page
        assert "Komt eraan (26)" in page
        assert "Geweest (1)" in page
        assert "Komt 25" in page
        assert "Komt 00" not in page
        second = client.get("/bijeenkomsten?pagina=2").text
        assert second.index("Komt 00") < second.index("3 maart")
        by_name = client.get("/bijeenkomsten?volgorde=naam").text
        assert "Komt 00" in by_name
        assert "Komt 25" not in by_name
        past = client.get("/bijeenkomsten?wanneer=geweest").text
        assert "<b>1 bijeenkomst</b>" in past
        assert "Komt 25" not in past
        assert 'href="/bijeenkomsten.csv?wanneer=geweest"' in past
        assert len(client.get("/bijeenkomsten.csv?wanneer=geweest").get_data().splitlines()) == 2
        assert len(client.get("/bijeenkomsten.csv").get_data().splitlines()) == 28


@pytest.fixture
def meeting(given: Given) -> str:
    with clock.at(dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)):
        return given.graph.write(
            meetings.add,
            actor=SYSTEM,
            meeting_id=new_id(),
            name="Initiatieventafel",
            held_on=dt.date(2026, 12, 3),
            starts_at="19.30",
            place="De Schelp",
            seats=8,
            invitations=[],
        )


MOVED = {"name": "Initiatieventafel", "held_on": "2026-12-10", "starts_at": "20.00", "place": "De Schelp"}


def test_a_meeting_moves_and_nobody_overwrites_what_another_just_changed(
    client: FlaskClient, given: Given, meeting: str
) -> None:
    path = f"/bijeenkomsten/{meeting}"
    assert client.post(f"{path}/wijzigen", data=MOVED | {"version": "1"}).status_code == 403
    sign_in(client, given, Role.ORGANISER)
    assert 'value="2026-12-03"' in client.get(f"{path}/wijzigen").text
    wrong = client.post(f"{path}/wijzigen", data=MOVED | {"version": "1", "name": " "})
    assert wrong.status_code == 400
    assert "De naam ontbreekt." in wrong.text
    assert 'value="2026-12-10"' in wrong.text
    assert client.post(f"{path}/wijzigen", data=MOVED | {"version": "1"}).status_code == 303
    assert "Donderdag 10 december, 20.00, De Schelp" in client.get(path).text
    late = client.post(f"{path}/wijzigen", data=MOVED | {"version": "1", "place": "Het Duin"})
    assert late.status_code == 400
    assert "Nu staat er: Initiatieventafel, 10 december 2026, 20.00, De Schelp." in late.text
    assert 'value="Het Duin"' in late.text
    assert 'name="version" type="hidden" value="2"' in late.text
    assert client.post(f"{path}/wijzigen", data=MOVED | {"version": "2", "place": "Het Duin"}).status_code == 303
    assert "20.00, Het Duin" in client.get(path).text


def test_a_meeting_that_does_not_go_on_says_so_to_everybody_with_the_reason(
    client: FlaskClient, given: Given, meeting: str
) -> None:
    path = f"/bijeenkomsten/{meeting}"
    visitor = client.application.test_client()
    sign_in(client, given, Role.ORGANISER)
    assert "De reden ontbreekt." in client.post(f"{path}/afgelasten", data={"version": "1", "because": ""}).text
    assert client.post(f"{path}/afgelasten", data={"version": "1", "because": "De zaal lekt."}).status_code == 303
    page = visitor.get(path).text
    assert "Deze bijeenkomst gaat niet door." in page
    assert "De zaal lekt." in page
    assert "Wilt u erbij zijn?" not in page
    assert "Gaat niet door" in visitor.get("/bijeenkomsten").text
    assert "De zaal lekt." in visitor.get("/bijeenkomsten.csv").get_data().decode("utf-8-sig")
    assert client.post(f"{path}/toch-door").status_code == 303
    assert "Wilt u erbij zijn?" in visitor.get(path).text


def test_a_meeting_is_shared_and_followed(client: FlaskClient, meeting: str) -> None:
    page = client.get(f"/bijeenkomsten/{meeting}").text
    assert f"/bijeenkomsten/{meeting}</textarea>" in page
    assert '<meta property="og:description" content="3 december 2026, 19.30, De Schelp">' in page
    assert 'href="/bijeenkomsten/feed.atom"' in page
    assert client.get(f"/bijeenkomsten/{meeting}/qr.svg").mimetype == "image/svg+xml"
    assert client.get(f"/bijeenkomsten/{meeting}/qr.png").data.startswith(b"\x89PNG")
    feed = client.get("/bijeenkomsten/feed.atom")
    assert feed.mimetype == "application/atom+xml"
    assert f"/bijeenkomsten/{meeting}" in feed.text
    assert "3 december 2026, 19.30, De Schelp" in feed.text
    assert client.get(f"/bijeenkomsten/{new_id()}/qr.svg").status_code == 404


def test_a_meeting_is_there_from_the_day_it_was_made(client: FlaskClient, meeting: str) -> None:
    path = f"/bijeenkomsten/{meeting}"
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        assert "Initiatieventafel" in client.get("/bijeenkomsten?op=2026-11-02").text
        assert client.get(f"{path}?op=2026-11-02").status_code == 200
        assert "Initiatieventafel" not in client.get("/bijeenkomsten?op=2026-10-31").text
        assert "Initiatieventafel" not in client.get("/bijeenkomsten.csv?op=2026-10-31").text
        assert client.get(f"{path}?op=2026-10-31").status_code == 404


def test_who_follows_the_meetings_hears_that_one_moves_and_that_one_does_not_go_on(
    client: FlaskClient, given: Given, meeting: str
) -> None:
    feed, path = "/bijeenkomsten/feed.atom", f"/bijeenkomsten/{meeting}"
    known = {"actor": SYSTEM, "meeting_id": meeting}
    assert "<updated>2026-11-01T12:00:00Z</updated><summary" in client.get(feed).text
    with clock.at(dt.datetime(2026, 11, 10, 9, tzinfo=dt.UTC)):
        moved = {"name": "Initiatieventafel", "held_on": dt.date(2026, 12, 10), "starts_at": "20.00", "place": "Duin"}
        given.graph.write(meetings.change, **known, version=1, **moved)
        text = client.get(feed).text
        assert "<published>2026-11-01T12:00:00Z</published><updated>2026-11-10T09:00:00Z</updated>" in text
        assert ">10 december 2026, 20.00, Duin<" in text
    with clock.at(dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)):
        given.graph.write(meetings.call_off, **known, version=2, because="De zaal lekt.")
        words = "Gaat niet door: De zaal lekt. (10 december 2026, 20.00, Duin)"
        text, page = client.get(feed).text, client.get(path).text
        assert "<updated>2026-11-20T09:00:00Z</updated>" in text
        assert f">{words}<" in text
        assert f'<meta property="og:description" content="{words}">' in page
        assert f"Initiatieventafel: {words} " in page.partition("<textarea")[2].partition("</textarea>")[0]
    with clock.at(dt.datetime(2026, 11, 21, 9, tzinfo=dt.UTC)):
        given.graph.write(meetings.go_on, **known, version=3)
        text = client.get(feed).text
        assert "<updated>2026-11-21T09:00:00Z</updated>" in text
        assert "Gaat niet door" not in text


def test_nobody_knew_before_the_day_it_was_told_that_a_meeting_does_not_go_on(
    client: FlaskClient, given: Given, meeting: str
) -> None:
    path = f"/bijeenkomsten/{meeting}"
    with clock.at(dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)):
        told = {"meeting_id": meeting, "version": 1, "because": "De zaal lekt."}
        given.graph.write(meetings.call_off, actor=SYSTEM, **told)
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        for on, knows in (("2026-11-19", False), ("2026-11-20", True), ("2026-11-22", True)):
            page = client.get(path, query_string={"op": on}).text
            assert ("Deze bijeenkomst gaat niet door." in page) is knows, on
            assert ("Er zijn 8 plaatsen." in page) is not knows, on
            assert ("Gaat niet door" in client.get("/bijeenkomsten", query_string={"op": on}).text) is knows, on
            assert ("De zaal lekt." in client.get("/bijeenkomsten.csv", query_string={"op": on}).text) is knows, on
