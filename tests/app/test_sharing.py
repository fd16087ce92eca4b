"""Sharing a public page: the card, the ready text, the QR code, the feeds, and what search engines may read."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from app.addresses import FOLDER, address
from app.sharing import atom, outside
from app.sharing.routes import CLOSED, STANDING
from graph import clock
from graph.model import Kind, Visibility
from graph.rights import Role
from graph.sharing import feeds
from tests.app.sign_in import sign_in
from tests.app.world import make

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from tests.given import Given

SITE = "http://localhost"
ATOM = f"{{{atom.NAMESPACE}}}"
FOLDERS = ("initiatieven", "doelen", "organisaties")
KINDS = {"initiatieven": Kind.INITIATIVE, "doelen": Kind.GOAL, "organisaties": Kind.ORGANISATION}


@pytest.mark.parametrize(
    ("address", "url", "name"),
    [
        ("https://www.facebook.com/bijenlint", "https://www.facebook.com/bijenlint", "Facebook"),
        ("http://facebook.com/bijenlint", "https://facebook.com/bijenlint", "Facebook"),
        ("https://nl.linkedin.com/in/x?a=1#b", "https://nl.linkedin.com/in/x?a=1#b", "LinkedIn"),
        ("https://notfacebook.com/", "https://notfacebook.com/", "notfacebook.com"),
        ("https://facebook.com.example.org/", "https://facebook.com.example.org/", "facebook.com.example.org"),
        ("http://bijenlint.example.org", "http://bijenlint.example.org", "bijenlint.example.org"),
        ("https://duínvliet.example.org/", "https://duínvliet.example.org/", "xn--dunvliet-d2a.example.org"),
    ],
)
def test_an_address_becomes_a_link_with_the_name_of_the_site(address: str, url: str, name: str) -> None:
    found = outside.outside(address)
    assert (found.url, found.name) == (url, name)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://facebook.com@evil.example.org/",
        "https://facebook.com:8080/x",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://2130706433/",
        "https://localhost/",
        "https://0x7f.1/",
        "https://a b.example.org/",
        'https://x.example.org/"onclick=x',
        "https://[/",
        "//facebook.com/x",
        "",
    ],
)
def test_what_has_not_the_shape_of_a_web_address_is_text(address: str) -> None:
    assert outside.outside(address).url is None


def test_channels_open_elsewhere_without_telling_where_from(client: FlaskClient, given: Given) -> None:
    shown = given.initiative(
        name="Bijenlint", website="https://bijenlint.example.org", channels=["https://facebook.com/bijenlint"]
    )
    text = client.get(f"/initiatieven/{shown}").text
    assert 'href="https://facebook.com/bijenlint" rel="noopener nofollow external">Facebook<' in text
    assert 'href="https://bijenlint.example.org" rel="noopener nofollow external">Website<' in text


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_published_page_has_a_share_card_a_ready_text_and_a_qr_code(
    client: FlaskClient, given: Given, folder: str
) -> None:
    record = given.record(KINDS[folder], name="Meer <b>bijen</b>", description="Een **lint** van bloemen.")
    text = client.get(f"/{folder}/{record}").text
    where = f"{SITE}/{folder}/{record}"
    assert f'<meta property="og:url" content="{where}">' in text
    assert '<meta property="og:title" content="Meer &lt;b&gt;bijen&lt;/b&gt;">' in text
    assert f'<meta property="og:image" content="{SITE}/static/images/delen.png">' in text
    if folder != "initiatieven":
        assert '<meta property="og:description" content="Een lint van bloemen.">' in text
    ready = re.search(r'<textarea[^>]*id="deeltekst"[^>]*>([^<]*)</textarea>', text)
    assert ready
    assert ready[1].startswith("Meer &lt;b&gt;bijen&lt;/b&gt;")
    assert ready[1].endswith(where)
    drawing = client.get(f"/{folder}/{record}/qr.svg")
    assert drawing.mimetype == "image/svg+xml"
    assert ET.fromstring(drawing.data).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 — our own
    picture = client.get(f"/{folder}/{record}/qr.png")
    assert picture.data.startswith(b"\x89PNG")


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_draft_is_not_shared_also_not_by_staff(client: FlaskClient, given: Given, folder: str) -> None:
    record = given.record(KINDS[folder], visibility=Visibility.DRAFT)
    published = given.record(KINDS[folder])
    other = next(each for each in FOLDERS if each != folder)
    sign_in(client, given, Role.ADMINISTRATOR)
    assert 'id="deeltekst"' not in client.get(f"/{folder}/{record}").text
    for path in (f"/{folder}/{record}/qr.svg", f"/{folder}/{record}/feed.atom", f"/{other}/{published}/qr.svg"):
        assert client.get(path).status_code == 404


def test_the_feed_of_everything_is_atom_and_tells_what_is_public_only(client: FlaskClient, given: Given) -> None:
    initiative = given.initiative(name="Bijen & vlinders", summary="Een lint van <bloemen>.")
    hidden = given.initiative(name="Kanarie concept", visibility=Visibility.DRAFT)
    given.record(Kind.RESULT, name="Kanarie resultaat", achieved_by=[hidden])
    result = given.record(Kind.RESULT, name="40 planten", achieved_by=[initiative])
    given.person(name="Kanarie Geheim")
    answer = client.get("/feed.atom")
    assert answer.mimetype == "application/atom+xml"
    assert "Kanarie" not in answer.text
    assert {id_of(each) for each in valid(answer.data)} == {initiative, result}


def test_the_feed_of_an_initiative_tells_what_belongs_to_it(client: FlaskClient, given: Given) -> None:
    initiative, other = given.initiative(name="Bijenlint"), given.initiative()
    own = {
        initiative,
        given.record(Kind.RESULT, achieved_by=[initiative]),
        given.record(Kind.LESSON, learned_by=[initiative]),
        given.contribution(given_to=[initiative]),
        given.record(Kind.COMMITMENT, commitment_kind="agreement", given_to=[initiative]),
        given.record(Kind.DECISION, decision_kind="question", waiting=[initiative]),
    }
    given.record(Kind.RESULT, achieved_by=[other])
    given.contribution(given_to=[initiative], visibility=Visibility.DRAFT)
    assert {id_of(each) for each in valid(client.get(f"/initiatieven/{initiative}/feed.atom").data)} == own


def test_the_feed_of_a_goal_tells_who_contributes(client: FlaskClient, given: Given) -> None:
    goal = given.goal()
    initiative = given.initiative(goals=[goal])
    given.initiative()
    given.initiative(goals=[goal], visibility=Visibility.DRAFT)
    result = given.record(Kind.RESULT, achieved_by=[initiative], counts_for=[goal])
    entries = valid(client.get(f"/doelen/{goal}/feed.atom").data)
    assert {id_of(each) for each in entries} == {goal, initiative, result}


def test_every_public_page_of_a_record_can_be_shared_and_a_person_never(client: FlaskClient, given: Given) -> None:
    world = make(given)
    for kind, folder in FOLDER.items():
        path = f"/{folder}/{world.ids[kind]}"
        text = client.get(path).text
        is_shared = kind in feeds.SHARED
        assert ('id="deeltekst"' in text) is is_shared, kind
        assert (f'href="{path}/feed.atom"' in text) is is_shared, kind
        assert (client.get(f"{path}/qr.svg").status_code == 200) is is_shared, kind
        feed = client.get(f"{path}/feed.atom")
        assert (feed.status_code == 200) is is_shared, kind
        if is_shared:
            assert world.ids[kind] in {id_of(each) for each in valid(feed.data)}
    assert set(FOLDER) - set(feeds.SHARED) == {Kind.PERSON, Kind.INTERACTION}


@pytest.mark.parametrize("kind", [Kind.RESULT, Kind.LESSON, Kind.NEED, Kind.OFFER])
def test_what_came_of_it_and_what_is_sought_and_offered_says_what_it_is_when_shared(
    client: FlaskClient, given: Given, kind: Kind
) -> None:
    record = given.record(kind, name="Bloemen", description="Een **lint** van bloemen.")
    assert '<meta property="og:description" content="Een lint van bloemen.">' in client.get(address(kind, record)).text
    silent = given.record(kind, name="Zonder woorden")
    assert "og:description" not in client.get(address(kind, silent)).text


def test_what_is_about_something_that_is_not_public_is_not_shared(client: FlaskClient, given: Given) -> None:
    hidden = given.initiative(visibility=Visibility.DRAFT)
    gift = given.contribution(given_to=[hidden])
    sign_in(client, given, Role.ADMINISTRATOR)
    assert 'id="deeltekst"' not in client.get(f"/bijdragen/{gift}").text
    assert client.get(f"/bijdragen/{gift}/qr.svg").status_code == 404


def test_the_page_of_an_earlier_day_is_not_shared(client: FlaskClient, given: Given) -> None:
    shown = given.initiative(started_on=dt.date(2020, 1, 1))
    assert 'id="deeltekst"' not in client.get(f"/initiatieven/{shown}?op=2026-01-01").text


def test_the_feed_of_what_others_gather_around_tells_of_them(client: FlaskClient, given: Given) -> None:
    theme, area = given.theme(), given.area()
    below, inside = given.theme(parent=theme), given.area(parent=area)
    party, team, scheme = given.organisation(), given.department(), given.scheme()
    note = given.note(adopted_by=[given.record(Kind.BODY)])
    body = given.record(Kind.BODY)
    goal = given.goal(notes=[note])
    initiative = given.initiative(
        goals=[goal],
        themes=[below],
        areas=[inside],
        partners=[party],
        departments=[team],
        initiating_people=[given.person(name="Kanarie")],
    )
    given.contribution(given_to=[initiative], under=[scheme])
    promise = given.record(Kind.COMMITMENT, commitment_kind="promise_to_council", promised_to=[body])
    own_note = given.note(adopted_by=[body])
    ties = {"goals": [goal], "themes": [theme], "areas": [area], "partners": [party], "departments": [team]}
    given.initiative(name="Kanarie", **ties, visibility=Visibility.DRAFT)
    given.initiative(name="Kanarie", themes=[theme], areas=[area], until=dt.date(2020, 1, 1))
    for path, expected in {
        f"/themas/{theme}": {theme, initiative},
        f"/gebieden/{area}": {area, initiative},
        f"/organisaties/{party}": {party, initiative},
        f"/afdelingen/{team}": {team, initiative},
        f"/regelingen/{scheme}": {scheme, initiative},
        f"/beleidsnotas/{note}": {note, goal, initiative},
        f"/organen/{body}": {body, promise, own_note},
    }.items():
        answer = client.get(f"{path}/feed.atom")
        assert {id_of(each) for each in valid(answer.data)} == expected, path
        assert "Kanarie" not in answer.text


def test_a_feed_without_news_is_valid_and_not_sent_twice(client: FlaskClient) -> None:
    answer = client.get("/feed.atom")
    assert valid(answer.data) == []
    again = client.get("/feed.atom", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_the_map_of_the_site_has_public_pages_only_and_each_is_there(
    app: Flask, client: FlaskClient, given: Given
) -> None:
    make(given)
    given.initiative(name="Kanarie", visibility=Visibility.DRAFT)
    found = ET.fromstring(client.get("/sitemap.xml").data)  # noqa: S314 — our own
    paths = [
        str(each.text).removeprefix(SITE) for each in found.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert len(paths) == len(set(paths))
    assert not [path for path in paths if path.startswith("/personen")]
    wrong = {path: client.get(path).status_code for path in paths}
    assert {path: code for path, code in wrong.items() if code != 200} == {}
    assert not [path for path in paths if path.startswith(CLOSED)]
    known = {rule.rule for rule in app.url_map.iter_rules()}
    assert set(STANDING) <= known


def test_the_map_of_the_site_tells_the_day_of_a_change_as_it_was_here(client: FlaskClient, given: Given) -> None:
    with clock.at(dt.datetime(2024, 11, 22, 23, 30, tzinfo=dt.UTC)):
        given.initiative(name="Bijenlint")
    assert "<lastmod>2024-11-23</lastmod>" in client.get("/sitemap.xml").text


def test_robots_leave_alone_what_is_not_public(client: FlaskClient) -> None:
    text = client.get("/robots.txt").text
    assert "Disallow: /beheer\n" in text
    assert f"Sitemap: {SITE}/sitemap.xml\n" in text


def valid(content: bytes) -> list[ET.Element]:
    """The entries, after what RFC 4287 asks of a feed."""
    root = ET.fromstring(content)  # noqa: S314 — our own
    assert root.tag == f"{ATOM}feed"
    for each in [root, *root.findall(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            (one,) = each.findall(f"{ATOM}{name}")
            assert one.text
        assert re.match(r"https?://|urn:uuid:", each.findtext(f"{ATOM}id") or "")
        assert dt.datetime.fromisoformat(each.findtext(f"{ATOM}updated") or "").tzinfo
        assert [link for link in each.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    (own,) = [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert (own.get("href") or "").startswith(SITE)
    entries = root.findall(f"{ATOM}entry")
    ids = [each.findtext(f"{ATOM}id") for each in entries]
    assert len(ids) == len(set(ids))
    moments = [each.findtext(f"{ATOM}updated") or "" for each in entries]
    assert moments == sorted(moments, reverse=True)
    return entries


def id_of(entry: ET.Element) -> str:
    """The id of the record."""
    return (entry.findtext(f"{ATOM}id") or "").removeprefix("urn:uuid:")
