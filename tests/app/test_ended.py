"""What ended keeps its page: it says since when, an earlier day shows it as it was, and the sitemap leads to it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from app.addresses import FOLDER
from graph import clock
from graph.model import Kind
from graph.rights import Role
from tests.app import world
from tests.app.hidden import hidden
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from tests.given import Given

# The kinds that say it in words of their own.
SAID = {
    Kind.INITIATIVE: "Dit initiatief telt niet meer mee sinds",
    Kind.PERSON: "niet meer zo ingevuld",
    Kind.DECISION: "Dit besluit telt niet meer mee sinds",
    Kind.CONTRIBUTION: "Deze bijdrage liep tot",
    Kind.REQUIREMENT: "Deze eis geldt niet meer sinds",
    Kind.NEED: "Dit wordt niet meer gezocht.",
    Kind.OFFER: "Dit wordt niet meer geboden.",
}


def said(kind: Kind) -> str:
    return SAID.get(kind, "Dit telt niet meer mee sinds")


def a_town(given: Given) -> dict[str, Kind]:
    """A page of every kind that can end, by its address; all of it was there forty days ago."""
    with clock.at(clock.now() - dt.timedelta(days=40)):
        # A framework that was adopted ends only by another one.
        made = world.make(given).ids | {Kind.ASSESSMENT_FRAMEWORK: given.record(Kind.ASSESSMENT_FRAMEWORK)}
    return {f"/{FOLDER[kind]}/{made[kind]}": kind for kind in FOLDER}


def end(browser: FlaskClient, page: str) -> str:
    """End what is on a page as somebody does who agrees with the day that is filled in; returns where it leads."""
    question = browser.get(f"{page}/beeindigen")
    on = re.findall(r'name="on"[^>]*value="([^"]+)"', question.text)[0]
    ended = browser.post(f"{page}/beeindigen", data={**hidden(question), "on": on})
    assert ended.status_code == 303, ended.text
    return str(ended.location)


def test_the_page_of_every_kind_stays_when_its_record_ends_and_says_so(
    app: Flask, client: FlaskClient, given: Given
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    town, visitor = a_town(given), app.test_client()
    before = {page: client.get(page) for page in town}
    assert {page: answer.status_code for page, answer in before.items()} == dict.fromkeys(town, 200)
    assert [page for page, kind in town.items() if said(kind) in before[page].text] == []
    assert [page for page in town if end(client, page) != page] == []
    after = {page: client.get(page) for page in town}
    assert {page: answer.status_code for page, answer in after.items()} == dict.fromkeys(town, 200)
    assert [page for page, kind in town.items() if said(kind) not in after[page].text] == []
    seen = {page: visitor.get(page) for page, kind in town.items() if kind is not Kind.INTERACTION}
    assert {page: answer.status_code for page, answer in seen.items()} == dict.fromkeys(seen, 200)
    assert [page for page in seen if said(town[page]) not in seen[page].text] == []


def test_an_earlier_day_shows_what_ended_later_as_it_was(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    town = a_town(given)
    for page in town:
        end(client, page)
    day = (clock.today() - dt.timedelta(days=7)).isoformat()
    pages = {page: client.get(f"{page}?op={day}") for page in town}
    assert {page: answer.status_code for page, answer in pages.items()} == dict.fromkeys(town, 200)
    assert [page for page, kind in town.items() if said(kind) in pages[page].text] == []


def test_the_sitemap_has_no_dead_address_when_things_end(app: Flask, client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    town, visitor = a_town(given), app.test_client()
    for page in town:
        end(client, page)
    listed = re.findall(r"<loc>https?://[^/]+(/[^<]+)</loc>", visitor.get("/sitemap.xml").text)
    pages = [path for path in listed if path.split("/")[1] in FOLDER.values() and path.count("/") > 1]
    assert set(town) & set(pages)
    assert [path for path in pages if visitor.get(path).status_code != 200] == []


def test_an_ended_lesson_leaves_the_list_and_comes_back_when_it_is_opened_again(
    client: FlaskClient, given: Given
) -> None:
    sign_in(client, given, Role.BRIDGE_BUILDER)
    lesson = given.record(Kind.LESSON, name="Zaai voor april", learned_by=[given.initiative()])
    page = f"/lessen/{lesson}"
    end(client, page)
    assert "Zaai voor april" not in client.get("/lessen").text
    form = client.get(f"{page}/wijzigen")
    assert "Heropen" in form.text
    assert client.post(f"{page}/heropenen", data=hidden(form)).status_code == 303
    assert said(Kind.LESSON) not in client.get(page).text
    assert "Zaai voor april" in client.get("/lessen").text
