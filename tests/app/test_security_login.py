"""Logging in and what follows: cookies, sessions, throttling, the way back in. Numbers are those of the checks."""

from __future__ import annotations

import datetime as dt
import json
import time
from typing import TYPE_CHECKING

import pytest

from app import create_app
from app.access import current_actor
from app.account.signing_in import OF_ACCOUNT, OF_ADDRESS
from app.addresses import own_path
from app.config import Settings
from graph import accounts, clock, sessions
from graph.rights import SYSTEM, Role
from tests.app.sign_in import PASSWORD, make_account, sign_in

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from graph.server import Address
    from graph.store import Graph
    from tests.given import Given

COOKIE = "bruggenbouwer-8000"
EMAIL = "bea@example.org"
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def login(client: FlaskClient, email: str = EMAIL, password: str = PASSWORD, **more: object) -> TestResponse:
    return client.post("/inloggen", data={"email": email, "password": password}, **more)


def value(client: FlaskClient) -> str | None:
    cookie = client.get_cookie(COOKIE)
    return cookie.value if cookie else None


def is_in(client: FlaskClient) -> bool:
    return client.get("/mijn-gegevens").status_code == 200


@pytest.fixture
def bea(given: Given) -> str:
    return make_account(given, Role.BRIDGE_BUILDER, email=EMAIL, password=PASSWORD)


@pytest.mark.usefixtures("bea")
def test_check_29_cookie_and_session_change_at_login(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = app.test_client()
    page = client.get("/inloggen")
    before = value(client)
    token = page.text.split('name="csrf_token" type="hidden" value="')[1].split('"')[0]
    assert client.post("/inloggen", data={"email": EMAIL, "password": PASSWORD, "csrf_token": token}).status_code == 303
    assert value(client) != before
    first = _token(client)
    # The token of the form that was seen before login is worth nothing afterwards.
    assert client.post("/mijn-gegevens/overal-uitloggen", data={"csrf_token": token}).status_code == 400
    again = app.test_client()
    page = again.get("/inloggen")
    token = page.text.split('name="csrf_token" type="hidden" value="')[1].split('"')[0]
    again.post("/inloggen", data={"email": EMAIL, "password": PASSWORD, "csrf_token": token})
    assert _token(again) != first


@pytest.mark.usefixtures("bea")
def test_check_29_a_token_chosen_by_somebody_else_is_not_adopted(client: FlaskClient) -> None:
    with client.session_transaction() as session:
        session["_user_id"] = "gekozen-door-een-ander"
        session["iets"] = "van eerder"
    login(client)
    assert _token(client) != "gekozen-door-een-ander"
    with client.session_transaction() as session:
        assert "iets" not in session


@pytest.mark.usefixtures("bea")
def test_check_30_a_cookie_replayed_after_logout_is_dead(client: FlaskClient) -> None:
    login(client)
    stolen = value(client)
    assert stolen
    assert is_in(client)
    assert client.post("/uitloggen").status_code == 303
    client.set_cookie(COOKIE, stolen)
    assert not is_in(client)


@pytest.mark.usefixtures("bea")
def test_check_30_a_changed_cookie_is_nobody(client: FlaskClient) -> None:
    login(client)
    good = value(client)
    assert good
    for forged in ["", "x", good[:-2] + ("aa" if good[-2:] != "aa" else "bb"), good.replace(".", ""), "é" * 50]:
        client.set_cookie(COOKIE, forged)
        assert not is_in(client)


def test_check_31_disabling_ends_the_session_at_the_next_click(
    client: FlaskClient, graph: Graph, given: Given, bea: str
) -> None:
    login(client)
    assert is_in(client)
    graph.write(accounts.disable, actor=SYSTEM, account_id=bea)
    assert not is_in(client)
    refused = login(client)
    assert refused.status_code == 400
    unknown = login(client, "niemand@example.org")
    assert _without_email(unknown) == _without_email(refused)
    del given


@pytest.mark.usefixtures("bea")
def test_check_31_a_new_password_ends_the_other_sessions(app: Flask) -> None:
    here, there = app.test_client(), app.test_client()
    login(here)
    login(there)
    form = {"old_password": PASSWORD, "password": "zeven gele tulpen"}
    assert here.post("/mijn-gegevens/wachtwoord", data=form).status_code == 303
    assert is_in(here)
    assert not is_in(there)


@pytest.mark.usefixtures("bea")
def test_logging_out_elsewhere_leaves_this_session(app: Flask) -> None:
    here, there = app.test_client(), app.test_client()
    login(here)
    login(there)
    assert here.post("/mijn-gegevens/overal-uitloggen").status_code == 303
    assert is_in(here)
    assert not is_in(there)


def _cookie_line(app: Flask) -> str:
    app.config["WTF_CSRF_ENABLED"] = True
    return app.test_client().get("/inloggen", base_url=app.config["SETTINGS"].address).headers["Set-Cookie"]


def test_check_32_the_cookie_over_https(address: Address, graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRUGGENBOUWER_SECRET_KEY", "x" * 40)
    secure = create_app(Settings(public_url="https://bruggen.example.org"), address)
    secure.extensions["graph"] = lambda _bookmarks: graph
    name, _, attributes = _cookie_line(secure).partition("=")
    assert name == "__Host-bruggenbouwer"
    parts = {part.strip() for part in attributes.split(";")[1:]}
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= parts
    assert not [part for part in parts if part.startswith("Domain")]
    answer = secure.test_client().get("/inloggen", base_url="https://bruggen.example.org")
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=")


def test_check_32_the_cookie_on_this_machine(app: Flask) -> None:
    name, _, attributes = _cookie_line(app).partition("=")
    assert name == COOKIE
    parts = {part.strip() for part in attributes.split(";")[1:]}
    assert {"HttpOnly", "Path=/", "SameSite=Lax"} <= parts
    assert "Secure" not in parts


@pytest.mark.usefixtures("bea")
def test_check_33_idle_and_absolute_end(client: FlaskClient) -> None:
    with clock.at(NOON):
        login(client)
    for hours in range(12):
        for minutes in (0, 50):
            with clock.at(NOON + dt.timedelta(hours=hours, minutes=minutes)):
                assert is_in(client)
    with clock.at(NOON + dt.timedelta(hours=12, minutes=1)):
        assert not is_in(client)
    with clock.at(NOON):
        login(client)
    with clock.at(NOON + dt.timedelta(minutes=61)):
        assert not is_in(client)


@pytest.mark.usefixtures("bea")
def test_check_34_known_and_unknown_account_get_the_same_answer(client: FlaskClient) -> None:
    known, unknown = login(client, EMAIL, "iets anders hier"), login(client, "bob@example.org", "iets anders hier")
    assert known.status_code == unknown.status_code == 400
    assert _without_email(known) == _without_email(unknown)
    assert dict(known.headers).keys() == dict(unknown.headers).keys()
    asked, not_known = (
        client.post("/wachtwoord-vergeten", data={"email": email}, buffered=True)
        for email in (EMAIL, "bob@example.org")
    )
    assert asked.status_code == not_known.status_code == 200
    assert _without_email(asked) == _without_email(not_known)


@pytest.mark.usefixtures("bea")
def test_check_34_known_and_unknown_account_take_the_same_time(client: FlaskClient) -> None:
    taken: dict[str, list[float]] = {EMAIL: [], "bob@example.org": []}
    for _ in range(7):
        for email, times in taken.items():
            began = time.perf_counter()
            login(client, email, "iets anders hier")
            times.append(time.perf_counter() - began)
    known, unknown = (min(times) for times in taken.values())
    assert abs(known - unknown) < 0.5 * max(known, unknown)


@pytest.mark.usefixtures("bea")
def test_check_35_too_many_attempts_on_one_account(client: FlaskClient) -> None:
    with clock.at(NOON):
        for number in range(OF_ACCOUNT.times):
            # Another network address each time, and every spelling of the same account.
            spelling = [EMAIL, EMAIL.upper(), f" {EMAIL}", "Bea@Example.Org"][number % 4]
            answer = login(client, spelling, "iets anders hier", environ_base={"REMOTE_ADDR": f"192.0.2.{number}"})
            assert answer.status_code == 400
        refused = login(client, environ_base={"REMOTE_ADDR": "192.0.2.99"})
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "900"
    assert not is_in(client)
    with clock.at(NOON + dt.timedelta(minutes=15)):
        assert login(client).status_code == 303


def test_check_35_a_forged_forwarded_address_does_not_help(client: FlaskClient) -> None:
    for number in range(OF_ADDRESS.times):
        headers = {"X-Forwarded-For": f"198.51.100.{number}", "Forwarded": f"for=198.51.100.{number}"}
        login(client, f"nummer{number}@example.org", "x" * 2_000, headers=headers)
    refused = login(client, "nieuw@example.org", headers={"X-Forwarded-For": "203.0.113.7"})
    assert refused.status_code == 429
    elsewhere = login(client, "nieuw@example.org", environ_base={"REMOTE_ADDR": "203.0.113.7"})
    assert elsewhere.status_code == 400


def test_check_35_known_proxies_are_believed_and_no_more(
    address: Address, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRUGGENBOUWER_SECRET_KEY", "x" * 40)
    behind = create_app(Settings(public_url="https://bruggen.example.org", proxies=1), address)
    behind.extensions["graph"] = lambda _bookmarks: graph
    behind.config["WTF_CSRF_ENABLED"] = False
    client = behind.test_client()
    for number in range(OF_ADDRESS.times):
        headers = {"X-Forwarded-For": f"198.51.100.{number}, 203.0.113.9"}
        client.post(
            "/inloggen",
            base_url="https://bruggen.example.org",
            data={"email": f"nummer{number}@example.org", "password": "x" * 2_000},
            headers=headers,
        )
    answers = [
        client.post(
            "/inloggen",
            base_url="https://bruggen.example.org",
            data={"email": "nieuw@example.org", "password": "x"},
            headers={"X-Forwarded-For": f"198.51.100.200, {last}"},
        ).status_code
        for last in ("203.0.113.9", "203.0.113.10")
    ]
    assert answers == [429, 400]


def test_check_35_asking_for_links_is_throttled_for_known_and_unknown_alike(client: FlaskClient, bea: str) -> None:
    del bea
    for email in (EMAIL, "bob@example.org"):
        codes = [client.post("/wachtwoord-vergeten", data={"email": email}).status_code for _ in range(6)]
        assert codes == [200, 200, 200, 200, 200, 429]


@pytest.mark.usefixtures("bea")
def test_check_36_ten_kilobytes_of_password_are_refused_fast(client: FlaskClient) -> None:
    login(client)
    began = time.perf_counter()
    form = {"old_password": PASSWORD, "password": "een lang verhaal " * 600}
    assert client.post("/mijn-gegevens/wachtwoord", data=form).status_code == 400
    assert login(client, EMAIL, "een lang verhaal " * 600).status_code == 400
    assert time.perf_counter() - began < 1.5


HOSTILE = [
    'x"\r\n{"event": "login", "account": "admin"}',
    "bea@example.org\r\nlogin admin",
    "\u2028\u2029\x85\x1b[2J",
    "{{7*7}}",
    "é" * 300,
]


@pytest.mark.parametrize("name", HOSTILE)
def test_check_15_a_login_name_is_one_line_and_not_in_it(
    client: FlaskClient, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    capsys.readouterr()
    login(client, name, "iets anders hier")
    lines = capsys.readouterr().err.strip("\n").split("\n")
    events = [json.loads(line) for line in lines]
    assert sorted(event["event"] for event in events) == ["login refused", "request"]
    assert all(line.isprintable() for line in lines)
    assert not [line for line in lines if "admin" in line or "bea@" in line or "127.0.0.1" in line]


@pytest.mark.usefixtures("bea")
def test_check_15_the_log_tells_logins_apart_without_naming_anybody(
    client: FlaskClient, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    login(client, EMAIL, "iets anders hier")
    login(client, EMAIL.upper(), "nog iets anders")
    login(client)
    client.get("/wachtwoord-kiezen/geheime-link?q=zoekwoord")
    err = capsys.readouterr().err
    for private in (EMAIL, PASSWORD, "geheime-link", "zoekwoord", "Test Verzonnen", value(client) or "?"):
        assert private not in err
    events = [json.loads(line) for line in err.splitlines()]
    refused = [event for event in events if event["event"] == "login refused"]
    assert len({event["login"] for event in refused}) == 1
    assert [event for event in events if event["event"] == "login" and event["account"]]


ELSEWHERE = [
    "https://evil.example",
    "http:evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/ /evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "@evil.example",
    ".evil.example",
    "／／evil.example",
    "",
    "mijn-gegevens",
]


@pytest.mark.parametrize("target", ELSEWHERE)
@pytest.mark.usefixtures("bea")
def test_check_40_next_never_leads_elsewhere(client: FlaskClient, target: str) -> None:
    client.get("/inloggen", query_string={"next": target})
    answer = client.post("/inloggen", data={"email": EMAIL, "password": PASSWORD, "next": target})
    assert answer.location == "/vandaag"
    assert client.get("/inloggen", query_string={"next": target}).location == "/vandaag"


@pytest.mark.parametrize("target", ["/zoeken?q=brug&soort=Goal", "/doelen/1#top", "/"])
def test_check_40_an_own_path_is_kept(target: str) -> None:
    assert own_path(target) == target


def test_a_visitor_stays_a_visitor_with_a_session_of_another_kind(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.ORGANISER)
    with client:
        client.get("/mijn-gegevens")
        assert Role.ORGANISER in current_actor().roles
    with client.session_transaction() as session:
        session["_user_id"] = sessions.new_token()
    assert not is_in(client)


def _token(client: FlaskClient) -> str:
    with client.session_transaction() as session:
        token: str = session["_user_id"]
    return token


def _without_email(response: TestResponse) -> str:
    """The page without what the person typed and what is new in every page."""
    lines = response.text.splitlines()
    return "\n".join(line for line in lines if "csrf" not in line and 'name="email"' not in line)
