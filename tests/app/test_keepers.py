"""Who keeps what, as employees see and do it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from graph import clock, records
from graph.model import Kind, PersonKind, Visibility
from graph.rights import SYSTEM, Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from tests.given import Given

LATE = dt.date(2024, 5, 1)


def test_the_load_leads_to_the_list_and_one_press_reviews(client: FlaskClient, given: Given) -> None:
    carla = given.person(name="Carla Fictie", person_kind=PersonKind.OFFICIAL)
    goal = given.goal(name="Meer bijen", keeper=[carla], review_on=LATE)
    theme = given.theme(name="Van niemand")
    assert client.get("/bijhouden").status_code == 302
    assert "Bijgehouden door" not in client.get(f"/doelen/{goal}").text
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert f"wie={carla}&amp;wanneer=te-laat" in client.get("/bijhouden").text
    assert "Meer bijen" in client.get(f"/bijhouden/lijst?wie={carla}&wanneer=te-laat").text
    assert "Van niemand" in client.get("/bijhouden/lijst?wie=niemand&soort=Theme").text
    assert "Meer bijen;Doel;Carla Fictie;2024-05-01" in client.get("/bijhouden/lijst.csv").text
    shown = client.get(f"/doelen/{goal}").text
    assert "Nakijken vóór 1 mei 2024" in shown
    assert "Nog niemand houdt dit bij." in client.get(f"/themas/{theme}").text
    answer = client.post(f"/bijhouden/{goal}/klopt", data={"terug": f"/doelen/{goal}"})
    assert (answer.status_code, answer.location) == (303, f"/doelen/{goal}")
    assert "1 mei 2024" not in client.get(f"/doelen/{goal}").text
    assert "Nagekeken: het klopt nog" in client.get(f"/doelen/{goal}/geschiedenis").text


def test_the_load_is_filtered_with_counts_and_the_file_holds_what_is_shown(client: FlaskClient, given: Given) -> None:
    carla = given.person(name="=Carla Fictie", person_kind=PersonKind.OFFICIAL)
    bram = given.person(name="Bram Fictie", person_kind=PersonKind.OFFICIAL)
    given.goal(name="Meer bijen", keeper=[carla], review_on=LATE)
    given.theme(name="Bijen", keeper=[bram])
    given.initiative(contact=[given.person(name="Ine Contact", person_kind=PersonKind.OFFICIAL)])
    sign_in(client, given, Role.BRIDGE_BUILDER)
    text = client.get("/bijhouden?volgorde=naam").text
    assert "<b>3 personen</b>" in text
    assert "Ine Contact" in text
    assert "Nakijken te laat (1)" in text
    assert "Doelen (1)" in text
    only = client.get("/bijhouden?soort=Goal").text
    assert f"wie={carla}&amp;soort=Goal" in only
    assert "Bram Fictie" not in only
    assert "Geen bijhouders met deze filters." in client.get("/bijhouden?stand=weg").text
    lines = client.get("/bijhouden.csv?stand=te-laat").get_data().decode("utf-8-sig").splitlines()
    assert lines[1:] == [f"'=Carla Fictie;ja;1;1;0;Doelen 1;{carla}"]
    assert client.get("/bijhouden.xlsx").status_code == 200
    assert "Nog niemand (" in client.get("/bijhouden/lijst").text
    assert "Bram Fictie (1)" in client.get("/bijhouden/lijst?wie=niemand").text


def test_what_nobody_keeps_is_handed_over_in_one_press(client: FlaskClient, given: Given) -> None:
    carla = given.person(name="Carla Fictie", person_kind=PersonKind.OFFICIAL)
    themes = [given.theme(name=f"Van niemand {number}") for number in (1, 2)]
    here = "/bijhouden/lijst?wie=niemand&soort=Theme"
    sign_in(client, given, Role.BRIDGE_BUILDER)
    assert "Wie gaat dit bijhouden?" not in client.get("/bijhouden/lijst").text
    assert "Geef alle 2" in client.get(here).text
    assert must_be_mended(client.post(here), "aan", "Kies wie dit gaat bijhouden.")
    assert must_be_mended(client.post(here, data={"aan": themes[0]}), "aan", "Deze persoon kan dit niet bijhouden.")
    assert "Van niemand 1" in client.get(here).text
    done = client.post(here, data={"aan": carla}, follow_redirects=True).text
    assert "2 dingen hebben nu een bijhouder." in done
    assert "Van niemand 1" not in done
    assert "Bijgehouden door" in client.get(f"/themas/{themes[1]}").text


def test_a_contact_is_listed_by_its_kind_and_day_and_not_by_its_words(client: FlaskClient, given: Given) -> None:
    carla = given.person(name="Carla Fictie", person_kind=PersonKind.OFFICIAL)
    note = {"name": "Roos is ziek", "interaction_kind": "call", "happened_on": dt.date(2024, 3, 3)}
    note |= {"visibility": Visibility.DRAFT, "next_step": "Bel Roos", "next_on": LATE}
    given.record(Kind.INTERACTION, keeper=[carla], review_on=LATE, **note)
    given.record(Kind.INTERACTION, **note | {"interaction_kind": None, "happened_on": None})
    given.record(Kind.INTERACTION, held_by=[carla], **note | {"interaction_kind": "visit"})
    sign_in(client, given, Role.BRIDGE_BUILDER)
    shown = {
        "/bijhouden/lijst": "Telefoongesprek van 3 maart 2024",
        "/bijhouden/lijst?volgorde=naam": "Telefoongesprek van 3 maart 2024",
        "/bijhouden/lijst.csv": "Telefoongesprek van 3 maart 2024;Contactmoment;Carla Fictie",
        "/bijhouden/lijst?wie=niemand&soort=Interaction": ">Contactmoment<",
        "/bijhouden/lijst.csv?wie=niemand": "Contactmoment;Contactmoment;;",
        f"/personen/{carla}/overdragen?aan={given.person(name='Bram', person_kind=PersonKind.OFFICIAL)}": (
            "Bezoek of gesprek van 3 maart 2024"
        ),
        "/vandaag": "Telefoongesprek van 3 maart 2024",
    }
    for url, words in shown.items():
        page = client.get(url).text
        assert words in page, url
        assert "Roos" not in page, url
    assert "Phone call of 3 March 2024" in client.get("/bijhouden/lijst?taal=en").text


def test_the_form_asks_for_the_keeper_and_keeps_it(client: FlaskClient, given: Given) -> None:
    carla = given.person(name="Carla Fictie", person_kind=PersonKind.OFFICIAL)
    theme = given.theme(name="Bijen", keeper=[carla], review_on=LATE)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    form = client.get(f"/themas/{theme}/wijzigen").text
    assert "Wie houdt dit bij?" in form
    assert f'value="{carla}" checked' in form
    sent = {"name": "Bijen", "version": "1", "keeper": carla, "review_on": "31-02-2027"}
    assert "Nakijken vóór" in client.post(f"/themas/{theme}/wijzigen", data=sent).text
    answer = client.post(f"/themas/{theme}/wijzigen", data=sent | {"review_on": "01-02-2027"})
    assert answer.status_code == 303
    assert "Nakijken vóór 1 februari 2027" in client.get(f"/themas/{theme}").text


def test_everything_is_handed_over_after_a_look_at_what_moves(client: FlaskClient, given: Given) -> None:
    carla = given.person(name="Carla Fictie", person_kind=PersonKind.OFFICIAL)
    bram = given.person(name="Bram Bedacht", person_kind=PersonKind.OFFICIAL)
    given.initiative(name="Plukroute", contact=[carla])
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = f"/personen/{carla}/overdragen"
    assert page in client.get(f"/personen/{carla}").text
    assert page in client.get(f"/personen/{carla}/beeindigen").text
    assert "Bram Bedacht" in client.get(page).text
    seen = client.get(f"{page}?aan={bram}").text
    assert "Plukroute" in seen
    assert "Draag over aan Bram Bedacht" in seen
    answer = client.post(page, data={"aan": bram, "wat": ["CONTACT_FOR", "KEEPS"]})
    assert (answer.status_code, answer.location) == (303, f"/personen/{bram}")
    assert "Plukroute" in client.get(f"/personen/{bram}").text
    assert "Er is niets om over te dragen." in client.get(page).text


def test_handing_over_says_at_the_field_what_is_wrong_and_keeps_what_was_chosen(
    client: FlaskClient, given: Given
) -> None:
    carla = given.person(name="Carla Fictie", person_kind=PersonKind.OFFICIAL)
    bram = given.person(name="Bram Bedacht", person_kind=PersonKind.OFFICIAL)
    left = given.person(name="Wouter Weleer", person_kind=PersonKind.OFFICIAL)
    given.graph.write(records.end, actor=SYSTEM, record_id=left, version=1, on=clock.today())
    given.initiative(name="Plukroute", contact=[carla])
    given.goal(name="Meer bijen", keeper=[carla])
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = f"/personen/{carla}/overdragen"
    assert must_be_mended(client.get(f"{page}?aan="), "aan", "Kies wie het overneemt.")
    assert must_be_mended(client.post(page, data={"wat": "KEEPS"}), "aan", "Kies wie het overneemt.")
    assert must_be_mended(client.post(page), "aan", "Kies wie het overneemt.")
    for wrong in (carla, left, "onzin"):
        assert must_be_mended(client.get(f"{page}?aan={wrong}"), "aan", "Deze persoon kan het niet overnemen.")

    # Who took nothing still has the colleague that was chosen.
    for ticked in ([], ["onzin"]):
        nothing = client.post(page, data={"aan": bram, "wat": ticked})
        assert must_be_mended(nothing, "wat", "Zet een vinkje bij wat er overgaat.")
        assert f'<option selected value="{bram}">' in nothing.text
        assert "checked" not in nothing.text

    # Whose colleague turned out to have left chooses another one, and ticks nothing anew.
    gone = client.post(page, data={"aan": left, "wat": ["KEEPS"]})
    assert must_be_mended(gone, "aan", "Deze persoon kan het niet overnemen.")
    assert 'type="hidden" name="wat" value="KEEPS"' in gone.text
    again = client.get(f"{page}?aan={bram}&wat=KEEPS").text
    assert 'value="KEEPS" checked' in again
    assert 'value="CONTACT_FOR">' in again


def must_be_mended(answer: TestResponse, field: str, sentence: str) -> bool:
    """Whether the page says at `field` what is wrong, and leads there from the summary."""
    said = re.search(rf'id="{field}-fout">([^<]*)<', answer.text)
    assert said is not None
    assert (answer.status_code, f'href="#{field}"' in answer.text) == (400, True)
    assert f'id="{field}"' in answer.text
    return sentence in said[1]
