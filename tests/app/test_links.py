"""Looking whether addresses of others answer: bounded, and never a machine of our own network."""

from __future__ import annotations

import contextlib
import datetime as dt
import http.server
import threading
from typing import TYPE_CHECKING

import pytest

from app.sharing.looking import is_public, look
from graph import clock, outside, records
from graph.errors import NotAllowed
from graph.model import Visibility
from graph.outside import Problem
from graph.rights import SYSTEM, VISITOR, Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from graph.store import Graph
    from tests.given import Given


class Site(http.server.BaseHTTPRequestHandler):
    """Answers by path, and remembers what it was asked."""

    asked: list[str] = []  # noqa: RUF012 — one server, one list

    def do_HEAD(self) -> None:
        """Answer the code in the path; /naar/X leads to X, /rond to itself."""
        self.asked.append(f"{self.command} {self.path}")
        if self.path.startswith("/naar/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/naar/"))
        elif self.path == "/rond":
            self.send_response(301)
            self.send_header("Location", "/rond")
        else:
            self.send_response(int(self.path.strip("/") or 200))
        self.end_headers()

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    """A server on this machine: host and port."""
    Site.asked.clear()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/200", None),
        ("/403", None),
        ("/405", None),
        ("/404", Problem.GONE),
        ("/410", Problem.GONE),
        ("/500", Problem.FAILING),
        ("/rond", Problem.ROUND_AND_ROUND),
        ("/naar//404", Problem.GONE),
        ("/naar/file:///etc/passwd", Problem.REFUSED),
        ("/naar/http://127.0.0.1:1/", Problem.REFUSED),
        ("/naar/http://169.254.169.254/", Problem.REFUSED),
    ],
)
def test_an_address_that_is_trusted_for_a_test_is_asked_without_its_content(
    site: str, path: str, problem: Problem | None
) -> None:
    assert look(f"http://{site}{path}", trusted=[site]) == problem
    assert all(each.startswith("HEAD ") for each in Site.asked)


def test_a_redirect_is_followed_to_where_it_may_lead(site: str) -> None:
    assert look(f"http://{site}/naar/http://{site}/404", trusted=[site]) is Problem.GONE


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f000001", "[::1]", "[::ffff:127.0.0.1]", "0"])
def test_check_47_our_own_machine_is_never_asked(site: str, host: str) -> None:
    port = site.partition(":")[2]
    assert look(f"http://{site}/200") is Problem.REFUSED
    assert look(f"http://{host}:{port}/200", trusted=[site]) is Problem.REFUSED
    assert Site.asked == []


def test_check_47_a_name_that_leads_to_our_own_network_is_never_asked(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, port = site.split(":")
    for numbers in ([number], ["93.184.215.14", number], ["10.0.0.1"], ["::ffff:127.0.0.1"]):
        found = [(2, 1, 6, "", (each, int(port))) for each in numbers]
        monkeypatch.setattr("socket.getaddrinfo", lambda *_a, found=found, **_n: found)
        assert look("http://bijen.example.org/200") is Problem.REFUSED
    assert Site.asked == []


@pytest.mark.parametrize(
    "number",
    [
        *("10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"),  # noqa: S104
        *("240.0.0.1", "::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1"),
        "2001:0:1::1",
    ],
)
def test_an_address_of_a_network_of_our_own_is_not_public_in_any_disguise(number: str) -> None:
    assert not is_public(number)


def test_a_public_address_is_public() -> None:
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


def test_a_name_nobody_knows_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_given: object, **_named: object) -> None:
        raise OSError

    monkeypatch.setattr("socket.getaddrinfo", nobody)
    assert look("https://bestaat-niet.example.org/") is Problem.UNREACHABLE


def note(graph: Graph, url: str, problem: Problem | None) -> None:
    """Keep what was found at one of the addresses that stand on a record."""
    found = {each.url: each for each in graph.read(outside.addresses, limit=100)}
    graph.write(outside.note, found=found[url], problem=problem)


def test_what_does_not_work_stands_on_the_list_until_it_does(client: FlaskClient, graph: Graph, given: Given) -> None:
    gone, fine = "https://facebook.com/weg", "https://bijen.example.org/"
    bees = given.initiative(name="Bijenlint", website=fine, channels=[gone])
    given.organisation(name="De Korf", website=gone, visibility=Visibility.REMOVED)
    assert {each.url for each in graph.read(outside.addresses, limit=10)} == {gone, fine}
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        note(graph, gone, Problem.GONE)
        note(graph, fine, None)
    with contextlib.suppress(NotAllowed):
        graph.read(outside.broken, actor=VISITOR, selection=outside.Selection(), skip=0, limit=10)
        pytest.fail("a visitor saw what does not work")
    sign_in(client, given, Role.BRIDGE_BUILDER)
    text = client.get("/beheer/links").text
    assert "<b>1 link</b> werkt niet." in text
    assert "De bladzijde bestaat niet meer" in text
    assert "Bijenlint" in text
    assert fine not in text
    graph.write(records.change, actor=SYSTEM, record_id=bees, version=1, properties={"channels": []})
    assert "Alle links die wij controleerden, werken." in client.get("/beheer/links").text
    graph.write(records.change, actor=SYSTEM, record_id=bees, version=2, properties={"channels": [gone]})
    assert "<b>1 link</b> werkt niet." in client.get("/beheer/links").text
    note(graph, gone, None)
    assert "Alle links die wij controleerden, werken." in client.get("/beheer/links").text


def test_what_was_looked_at_longest_ago_comes_first(graph: Graph, given: Given) -> None:
    given.initiative(channels=["https://a.example.org/", "https://b.example.org/", "https://c.example.org/"])
    for day, name in ((2, "a"), (1, "b")):
        with clock.at(dt.datetime(2026, 11, day, 12, tzinfo=dt.UTC)):
            note(graph, f"https://{name}.example.org/", None)
    order = [each.url[8] for each in graph.read(outside.addresses, limit=10)]
    assert order == ["c", "b", "a"]


def test_a_link_that_did_not_work_is_text_with_the_day_it_was_tried(
    client: FlaskClient, graph: Graph, given: Given
) -> None:
    gone, fine = "https://weg.example.org/", "https://bijen.example.org/"
    pages = [
        f"/initiatieven/{given.initiative(website=gone, channels=[fine])}",
        f"/organisaties/{given.organisation(website=fine, channels=[gone])}",
    ]
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        note(graph, gone, Problem.GONE)
        note(graph, fine, None)
        for page in pages:
            text = client.get(page).text
            assert f'href="{gone}"' not in text
            assert gone in text
            assert "(deze link werkte niet op 23 november 2026)" in text
            assert f'href="{fine}"' in text
            # What was found later says nothing of an earlier day.
            assert f'href="{gone}"' in client.get(f"{page}?op=2026-11-01").text
        note(graph, gone, None)
        for page in pages:
            assert f'href="{gone}"' in client.get(page).text


def test_the_links_that_do_not_work_are_a_file_too(client: FlaskClient, graph: Graph, given: Given) -> None:
    gone = "https://weg.example.org/"
    shown = given.initiative(name="=Bijenlint", website=gone)
    # It is half past twelve at night here, and the day before in UTC.
    with clock.at(dt.datetime(2026, 11, 22, 23, 30, tzinfo=dt.UTC)):
        note(graph, gone, Problem.GONE)
    assert client.get("/beheer/links.csv").status_code == 302
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/beheer/links").text
    assert 'href="/beheer/links.csv"' in page
    assert "23 nov" in page
    text = client.get("/beheer/links.csv").get_data().decode("utf-8-sig")
    assert text.splitlines()[1] == (
        f"'=Bijenlint;{gone};De bladzijde bestaat niet meer;2026-11-23;http://localhost/initiatieven/{shown}"
    )
    assert client.get("/beheer/links.xlsx").status_code == 200


def test_the_links_are_filtered_and_paged_and_the_file_holds_them_all(
    client: FlaskClient, graph: Graph, given: Given
) -> None:
    addresses = [f"https://weg.example.org/{number:02}" for number in range(26)]
    given.initiative(name="Bijenlint", website=addresses[0], channels=addresses)
    given.organisation(name="De Korf", website="https://stuk.example.org/")
    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        for each in addresses:
            note(graph, each, Problem.GONE)
    with clock.at(dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)):
        note(graph, "https://stuk.example.org/", Problem.FAILING)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get("/beheer/links").text
    assert "<b>27 links</b> werken niet." in page
    assert "De bladzijde bestaat niet meer (26)" in page
    assert "Initiatieven (26)" in page
    assert "Partners (1)" in page
    assert "De Korf" not in page
    assert "De Korf" in client.get("/beheer/links?pagina=2").text
    assert len(client.get("/beheer/links.csv?pagina=2").get_data().splitlines()) == 28

    failing = client.get("/beheer/links?probleem=failing").text
    assert "<b>1 link</b> werkt niet." in failing
    assert "Initiatieven (0)" in failing
    assert "De bladzijde bestaat niet meer (26)" in failing
    assert 'href="/beheer/links.csv?probleem=failing"' in failing
    assert len(client.get("/beheer/links.csv?probleem=failing").get_data().splitlines()) == 2
    assert "De Korf" in client.get("/beheer/links?volgorde=oudste").text
    assert "De Korf" not in client.get("/beheer/links?volgorde=nieuwste").text
    assert "Geen links met deze filters." in client.get("/beheer/links?probleem=failing&soort=Initiative").text
    assert client.get("/beheer/links?probleem=onzin").status_code == 400
