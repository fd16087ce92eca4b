"""What holds for every route, those of tomorrow included: the tests walk the map of addresses."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RoutingException

from app import create_app
from app.access import ACCOUNT
from app.config import Settings
from app.security import HEADERS, POLICY
from graph.rights import MAY, Permission, Role
from graph.server import Address
from tests.app import world
from tests.app.routes_table import PUBLIC, TABLE
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from flask import Flask
    from flask.testing import FlaskClient
    from werkzeug.routing import Rule

    from graph.store import Graph
    from tests.app.world import World
    from tests.given import Given

HERE = "http://localhost"
FOREIGN = "https://evil.example"
WHO: list[Role | str | None] = ["visitor", None, *Role]
# Whether somebody may is decided for each record.
PER_RECORD = {Permission.EDIT_OWN}
ENDS_THE_SESSION = {"POST /uitloggen", "POST /beheer/toegang/<account_id>/uitschakelen"}
# Elements that fetch something by themselves, with the attribute that says what.
FETCHES = {
    "script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "use": "href", "object": "data",
    "video": "src", "audio": "src", "embed": "src", "form": "action", "base": "href", "input": "src", "track": "src",
}  # fmt: skip
# Nothing here ever closes an element, opens an attribute or runs.
HOSTILE = (
    "\"'><xss-canary a=b onclick=canary()>{{7*191}}</title></textarea></script>&lt;xss-canary&gt;[x](javascript:y)"
)


@pytest.fixture
def town(given: Given) -> World:
    return world.make(given)


def elements(text: str) -> list[Element]:
    tree = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
    return [each for each in tree.iter() if isinstance(each.tag, str)]


def routes() -> dict[str, Rule]:
    """Every method and rule of the application."""
    app = create_app(Settings(secret_key="x" * 40), Address("bolt://127.0.0.1:1", "x", "x", "x"))
    return {
        f"{method} {rule.rule}": rule
        for rule in world.rules(app)
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    }


ROUTES = routes()


def test_check_19_the_table_names_every_route_and_what_it_declares(app: Flask) -> None:
    declared = {
        name: getattr(app.view_functions[rule.endpoint], "permission", "nothing") for name, rule in ROUTES.items()
    }
    assert {name: need for name, need in declared.items() if TABLE.get(name, "missing") != need} == {}
    assert set(TABLE) - set(declared) == set(), "the table names routes that are gone"


def visit(app: Flask, given: Given, role: Role | str | None) -> FlaskClient:
    """A browser of somebody with `role`; None has an account without a role."""
    client = app.test_client()
    if role != "visitor":
        sign_in(client, given, *([role] if isinstance(role, Role) else []))
    return client


@pytest.mark.parametrize("role", WHO)
def test_check_19_and_20_what_a_role_may_not_is_refused_and_changes_nothing(
    app: Flask, given: Given, graph: Graph, town: World, role: Role | str | None
) -> None:
    client = visit(app, given, role)
    before = world.fingerprint(graph)
    wrong = {}
    for name, rule in ROUTES.items():
        method = name.partition(" ")[0]
        if not _may(role, TABLE.get(name)):
            answer = client.open(town.path(rule), method=method)
            to_login = (answer.location or "").startswith("/inloggen?next=")
            if answer.status_code != (302 if to_login and role == "visitor" and method == "GET" else 403):
                wrong[name] = answer.status_code
    assert wrong == {}
    assert world.fingerprint(graph) == before


@pytest.mark.parametrize("role", WHO)
def test_check_19_what_a_role_may_is_answered(app: Flask, given: Given, town: World, role: Role | str | None) -> None:
    client = visit(app, given, role)
    wrong = {}
    for name, rule in ROUTES.items():
        need = TABLE.get(name)
        if _may(role, need) and name not in ENDS_THE_SESSION:
            answer = client.open(town.path(rule), method=name.partition(" ")[0])
            refused = need is not PUBLIC and need not in PER_RECORD and answer.status_code == 403
            to_login = (answer.location or "").startswith("/inloggen?next=")
            if answer.status_code >= 500 or refused or to_login:
                wrong[name] = answer.status_code
    assert wrong == {}


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT", "PROPFIND", "DELETE", "PUT", "PATCH"])
def test_check_26_other_methods_are_refused(app: Flask, given: Given, town: World, method: str) -> None:
    client = app.test_client()
    sign_in(client, given, *Role)
    for rule in world.one_of_each(app):
        if method not in (rule.methods or ()):
            assert client.open(town.path(rule), method=method).status_code == 405, rule.rule


@pytest.mark.parametrize(
    "override",
    [
        {"headers": {"X-HTTP-Method-Override": "POST"}},
        {"headers": {"X-HTTP-Method": "DELETE"}},
        {"headers": {"X-Method-Override": "PUT"}},
        {"query_string": {"_method": "DELETE"}},
    ],
)
def test_check_26_a_method_cannot_be_overridden(client: FlaskClient, override: dict[str, dict[str, str]]) -> None:
    assert client.get("/", **override).status_code == 405
    assert client.post("/uitloggen", **override).status_code == 405


def test_check_26_following_every_link_changes_nothing(app: Flask, given: Given, graph: Graph, town: World) -> None:
    """Every page, and of every route that a link leads to the first address that was found."""
    client = app.test_client()
    sign_in(client, given, *Role)
    before = world.fingerprint(graph)
    todo, seen, linked = deque(["/", *world.pages(app, town)]), set(), set()
    while todo:
        address = todo.popleft()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code < 500, address
        if answer.mimetype != "text/html":
            continue
        for each in elements(answer.text):
            if each.tag == "a" and each.get("href"):
                parts = urlsplit(urljoin(f"{HERE}{address}", each.get("href")))
                own = parts._replace(scheme="", netloc="", fragment="").geturl()
                if f"{parts.scheme}://{parts.netloc}" == HERE and own not in seen and _endpoint(app, own) not in linked:
                    linked.add(_endpoint(app, own))
                    todo.append(own)
    assert world.fingerprint(graph) == before
    followed = {_endpoint(app, address) for address in seen}
    pages = {rule.endpoint for rule in world.rules(app) if "GET" in (rule.methods or ())}
    assert pages - followed == set()
    assert len(linked - {None}) > 100, "the pages hardly link to each other"


def _endpoint(app: Flask, address: str) -> str | None:
    """What answers a GET of this address; None where nothing does."""
    try:
        return app.url_map.bind("localhost").match(urlsplit(address).path, method="GET")[0]
    except (HTTPException, RoutingException):
        return None


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, 400),
        ({"Origin": HERE}, 400),
        ({"Origin": FOREIGN}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": f"{HERE}.evil.example"}, 403),
        ({"Origin": "http://localhost:81"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_check_27_nothing_is_sent_from_elsewhere(
    app: Flask, given: Given, graph: Graph, town: World, headers: dict[str, str], code: int
) -> None:
    client = app.test_client()
    sign_in(client, given, *Role)
    app.config["WTF_CSRF_ENABLED"] = True
    other = app.test_client()
    foreign = other.get("/inloggen").text.split('name="csrf_token" type="hidden" value="')[1].split('"')[0]
    before = world.fingerprint(graph)
    for method, rule in world.unsafe(app):
        for token in ({}, {"csrf_token": foreign}, {"csrf_token": "x"}):
            answer = client.open(town.path(rule), method=method, data=token, headers=headers)
            assert answer.status_code == code, f"{method} {rule.rule}"
    assert world.fingerprint(graph) == before
    assert client.get("/mijn-gegevens").status_code == 200


def test_check_27_a_token_of_ones_own_does_not_help_a_foreign_page(app: Flask, given: Given) -> None:
    client = app.test_client()
    sign_in(client, given)
    app.config["WTF_CSRF_ENABLED"] = True
    token = client.get("/mijn-gegevens").text.split('name="csrf_token" type="hidden" value="')[1].split('"')[0]
    for headers in ({"Origin": FOREIGN}, {"Sec-Fetch-Site": "cross-site"}):
        answer = client.post("/uitloggen", data={"csrf_token": token}, headers=headers)
        assert answer.status_code == 403
    assert client.post("/uitloggen", data={"csrf_token": token}, headers={"Origin": HERE}).status_code == 303


def test_check_27_every_form_carries_its_token(app: Flask, given: Given, town: World) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = app.test_client()
    sign_in(client, given, *Role)
    for address in world.pages(app, town):
        answer = client.get(address)
        if answer.mimetype == "text/html":
            for form in elements(answer.text):
                if form.tag == "form" and form.get("method", "get").lower() == "post":
                    named = [each for each in form.iter("input") if each.get("name") == "csrf_token"]
                    assert len(named) == 1, address
                    assert named[0].get("value"), address


def _is_guarded(answer: object) -> bool:
    headers = answer.headers  # type: ignore[attr-defined]
    return all(headers.get_all(name) == [value] for name, value in HEADERS.items())


def test_check_48_every_answer_carries_the_policy(app: Flask, given: Given, town: World) -> None:
    visitor, client = app.test_client(), app.test_client()
    sign_in(client, given, *Role)
    addresses = [
        *world.pages(app, town),
        "/static/css/app.css",
        "/static/nergens.css",
        "/nergens",
        "/.env",
        "/%2e%2e/x",
    ]
    for address in addresses:
        for browser in (visitor, client):
            for method in ("GET", "POST", "TRACE"):
                with browser.open(address, method=method) as answer:
                    assert _is_guarded(answer), f"{method} {address}"
    assert _is_guarded(visitor.get("/", headers={"Host": "evil.example"}))
    assert _is_guarded(visitor.post("/inloggen", data=b"x" * 2_100_000, content_type="text/plain"))
    assert "unsafe" not in POLICY
    assert "*" not in POLICY


def test_check_49_personal_pages_are_not_kept(app: Flask, given: Given, town: World) -> None:
    client = app.test_client()
    sign_in(client, given, *Role)
    for address in world.pages(app, town):
        answer = client.get(address)
        assert answer.headers["Cache-Control"] == "no-store", address
        assert "Cookie" in answer.vary, address
    for address in world.pages(app, town):
        assert "Cookie" in app.test_client().get(address).vary, address


def test_check_51_no_other_origin_may_read_along(app: Flask, given: Given, town: World) -> None:
    client = app.test_client()
    sign_in(client, given, *Role)
    asking = {"Origin": FOREIGN, "Access-Control-Request-Method": "POST"}
    for address in world.pages(app, town):
        for method in ("GET", "OPTIONS"):
            answer = client.open(address, method=method, headers=asking)
            assert not [name for name, _ in answer.headers if name.lower().startswith("access-control")], address


@pytest.mark.parametrize(
    "path",
    [
        "/.git/HEAD", "/.git/config", "/.env", "/.htaccess", "/app/config.py", "/static/../config.py", "/server-status",
        "/static/%2e%2e/config.py", "/static/..%2fconfig.py", "/static/%2e%2e%2f%2e%2e%2fpyproject.toml",
        "/static//etc/passwd", "/console", "/wp-login.php", "/pyproject.toml", "/secret_key",
    ],
)  # fmt: skip
def test_check_52_and_18_what_is_not_a_page_is_not_there(client: FlaskClient, path: str) -> None:
    assert client.get(path, follow_redirects=True).status_code == 404


def test_check_55_nothing_is_fetched_from_elsewhere(app: Flask, given: Given, town: World) -> None:
    visitor, client = app.test_client(), app.test_client()
    sign_in(client, given, *Role)
    for browser in (visitor, client):
        for address in world.pages(app, town):
            answer = browser.get(address)
            if answer.mimetype != "text/html":
                continue
            for each in elements(answer.text):
                target = each.get(FETCHES.get(each.tag, ""))
                if target and not target.startswith("data:image/"):
                    assert urljoin(f"{HERE}{address}", target).startswith(f"{HERE}/"), f"{address}: {target}"
                assert not each.get("style"), address
                assert each.get("srcset") is None, address


def test_check_9_and_8_markup_in_every_text_stays_text(app: Flask, given: Given) -> None:
    town = world.make(given, HOSTILE)
    visitor, client = app.test_client(), app.test_client()
    sign_in(client, given, *Role, person_id=given.person(name=HOSTILE))
    for browser in (visitor, client):
        for address in world.pages(app, town):
            answer = browser.get(address)
            assert "1337" not in answer.text, f"{address}: a text was run as a template"
            if answer.mimetype != "text/html":
                continue
            for each in elements(answer.text):
                assert each.tag != "xss-canary", address
                for name, value in each.attrib.items():
                    assert not name.lower().startswith("on"), f"{address}: {each.tag} {name}"
                    assert "canary" not in name, address
                    target = value.strip().lower()
                    if name in {"href", "src", "action", "formaction"}:
                        assert not target.startswith(("javascript:", "data:text", "vbscript:")), address


def _may(role: Role | str | None, need: str | None) -> bool:
    if need is PUBLIC:
        return True
    if role == "visitor":
        return False
    return need == ACCOUNT or (isinstance(role, Role) and need in MAY[role])
