"""Whoever comes here for the first time finds every page: by following links from the own start page."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from app.access import ACCOUNT
from graph.figures import switches
from graph.figures.switches import Figure
from graph.rights import MAY, SYSTEM, Role
from tests.app.routes_table import TABLE
from tests.app.sign_in import sign_in
from tests.app.world import make

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from tests.given import Given

STARTS: dict[Role | None, str] = {
    None: "/",
    Role.INITIATOR: "/mijn-initiatief",
    Role.BRIDGE_BUILDER: "/vandaag",
    Role.ORGANISER: "/vandaag",
    Role.ADMINISTRATOR: "/vandaag",
}
# What comes after an act or a choice, what programs look for at an address of their own, and logging in for who is in.
NOT_BY_LINK = {"/aanmelden/verstuurd", "/robots.txt", "/sitemap.xml", "/inloggen", "/wachtwoord-vergeten"}
NOT_BY_LINK |= {"/bijeenkomsten/nieuw", "/gezond"}
PER_ENDPOINT = 2
MOST_STEPS = 3


class Links(HTMLParser):
    """Where a page leads: its links, and its forms that ask and change nothing."""

    def __init__(self) -> None:
        """Nothing found yet."""
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where this leads."""
        known = dict(attrs)
        where = known.get("href") if tag in {"a", "link"} else None
        if tag == "form" and (known.get("method") or "get").lower() == "get":
            where = known.get("action")
        if where and where.startswith("/") and not where.startswith("//"):
            self.found.append(urlsplit(where).path)


@pytest.mark.parametrize("role", STARTS)
def test_every_page_is_found_from_the_start_page(
    app: Flask, client: FlaskClient, given: Given, role: Role | None
) -> None:
    make(given)
    given.graph.write(switches.switch, actor=SYSTEM, figure=Figure.WAITING_TIMES, on=True)
    if role:
        sign_in(client, given, role)
    wanted = {
        name.removeprefix("GET ")
        for name, need in TABLE.items()
        if name.startswith("GET ") and "<" not in name and _may(role, need)
    }
    steps = crawl(app, client, STARTS[role])
    assert sorted(wanted - steps.keys() - NOT_BY_LINK) == []
    assert {path: count for path, count in steps.items() if path in wanted and count > MOST_STEPS} == {}


def crawl(app: Flask, client: FlaskClient, start: str) -> dict[str, int]:
    """Every path that `start` leads to, over a few pages of every view, and in how many steps."""
    known, seen, times = app.url_map.bind("localhost"), {start: 0}, dict[str, int]()
    waiting = [start]
    while waiting:
        path = waiting.pop(0)
        try:
            endpoint, _values = known.match(path, method="GET")
        except (HTTPException, RequestRedirect):
            continue
        times[endpoint] = times.get(endpoint, 0) + 1
        if endpoint == "static" or times[endpoint] > PER_ENDPOINT:
            continue
        answer = client.get(path)
        if answer.mimetype != "text/html":
            continue
        links = Links()
        links.feed(answer.text)
        for each in links.found:
            if each not in seen:
                seen[each] = seen[path] + 1
                waiting.append(each)
    return seen


def _may(role: Role | None, need: str | None) -> bool:
    return need is None or (role is not None and (need == ACCOUNT or need in MAY[role]))
