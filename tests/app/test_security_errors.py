"""When something breaks: a calm page with a number, and nothing of what we hold. Numbers are those of the checks."""

from __future__ import annotations

import json
import re
import threading
import time
from typing import TYPE_CHECKING

import flask
import pytest

from app import create_app
from app.access import public
from app.errors import LAST_RESORT
from graph import accounts, newcomers, sessions, throttle
from graph.errors import Conflict, GraphError, Invalid, NotAllowed, NotFound, Unavailable
from graph.rights import SYSTEM, Role
from graph.server import Address
from graph.store import Graph
from tests.app.sign_in import make_account, sign_in
from tests.given import Given

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from app.config import Settings

REFERENCE = re.compile(r"\b[0-9a-f]{8}\b")
# What must never be told: where we are, on what we run, what was asked.
TELLTALE = re.compile(
    r"Traceback|File \"|neo4j|Neo4j|bolt:|werkzeug|Werkzeug|Flask|Python/|jinja|gunicorn|MATCH \(|geheim|/kapot|\.py\b"
)


def breaks(app: Flask, error: BaseException) -> FlaskClient:
    """A browser on an application with a page that raises `error`."""

    @public
    def view(name: str) -> str:
        del name
        raise error

    app.add_url_rule("/kapot/<name>", "kapot", view)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app.test_client()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (RuntimeError("MATCH (n) WHERE n.geheim = 'x'"), 500),
        (ZeroDivisionError(), 500),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "geheim"), 500),
        (Unavailable("the database does not answer at bolt://geheim", "Start it"), 503),
        (NotFound("initiatives/geheim"), 404),
        (NotAllowed("Geheim Persoon may not"), 403),
        (Invalid("geheim", "missing"), 400),
        (Conflict({"geheim": "waarde"}), 409),
        (throttle.TooOften(60), 429),
    ],
)
def test_check_50_whatever_breaks_there_is_a_calm_page(
    app: Flask, capsys: pytest.CaptureFixture[str], error: BaseException, code: int
) -> None:
    answer = breaks(app, error).get("/kapot/geheim?q=geheim")
    assert answer.status_code == code
    assert answer.mimetype == "text/html"
    assert "<h1" in answer.text
    assert not TELLTALE.search(answer.text)
    assert "Server" not in answer.headers
    assert "X-Powered-By" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    err = capsys.readouterr().err
    assert "geheim" not in err
    if code >= 500:
        reference = REFERENCE.search(answer.text)
        assert reference is not None
        (line,) = [each for each in err.splitlines() if reference[0] in each]
        assert json.loads(line)["rule"] == "/kapot/<name>"


def test_check_50_the_database_is_down(settings: Settings) -> None:
    down = create_app(settings, Address("bolt://127.0.0.1:1", "neo4j", "geheim", "neo4j"))
    down.config["PROPAGATE_EXCEPTIONS"] = False
    down.extensions["graph"] = lambda _bookmarks: Down()
    client = down.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = "iemand"
    for address in ("/mijn-gegevens", "/zoeken?q=geheim", "/nergens"):
        answer = client.get(address)
        assert answer.status_code == 503, address
        assert REFERENCE.search(answer.text)
        assert not TELLTALE.search(answer.text)
    assert down.test_client().get("/nergens").status_code == 404


class Down(Graph):
    """A database that is away."""

    def __init__(self) -> None:
        self.last_bookmarks = []

    def _execute(self, *_: object, **__: object) -> None:
        sentence = "the database does not answer"
        raise Unavailable(sentence)


def test_check_50_a_broken_error_page_still_gives_a_page(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise RuntimeError("geheim")

    monkeypatch.setattr("app.errors.render_template", refuse)
    answer = breaks(app, RuntimeError("geheim")).get("/kapot/geheim")
    assert answer.status_code == 500
    reference = REFERENCE.search(answer.text)
    assert reference is not None
    assert answer.text == LAST_RESORT.format(reference=reference[0])


def test_check_50_the_same_for_who_is_logged_in(app: Flask, given: Given) -> None:
    client = breaks(app, RuntimeError("geheim"))
    sign_in(client, given, *Role)
    answer = client.get("/kapot/x")
    assert answer.status_code == 500
    assert not TELLTALE.search(answer.text)


def test_a_route_that_declares_nothing_is_refused_for_everybody(app: Flask, given: Given) -> None:
    app.add_url_rule("/vergeten", "vergeten", lambda: "open")
    client = app.test_client()
    assert client.get("/vergeten").status_code == 403
    sign_in(client, given, *Role)
    assert client.get("/vergeten").status_code == 403


def test_check_56_a_slow_query_ends(committed: Graph, app: Flask) -> None:
    slow = Graph(committed._driver, database=committed._database, seconds=0.3)

    @public
    def view() -> str:
        return str(slow.read(_count_to_a_billion))

    app.add_url_rule("/traag", "traag", view)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    began = time.perf_counter()
    answer = app.test_client().get("/traag")
    assert answer.status_code == 503
    assert time.perf_counter() - began < 5
    assert not TELLTALE.search(answer.text)


def _count_to_a_billion(tx) -> int:  # noqa: ANN001
    text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*) AS n"
    return int(tx.run(text).single()["n"])


# Two at once


def at_once(*works: object) -> list[object]:
    """Run the works in threads that start together; what each returned, or the error it raised."""
    ready = threading.Barrier(len(works))
    results: list[object] = [None] * len(works)

    def run(number: int, work) -> None:  # noqa: ANN001
        ready.wait()
        try:
            results[number] = work()
        except GraphError as error:
            results[number] = error

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def total(graph: Graph, label: str) -> int:
    def work(tx) -> int:  # noqa: ANN001
        return int(
            tx.run("MATCH (node) WHERE $label IN labels(node) RETURN count(node) AS n", label=label).single()["n"]
        )

    return graph.read(work)


def test_check_57_a_double_submit_makes_one_account(committed: Graph) -> None:
    new = {
        "actor": SYSTEM,
        "account_id": "0198c1d2-0000-7000-8000-000000000011",
        "name": "Nora Nieuw",
        "email": "nora@example.org",
        "roles": [Role.ORGANISER],
        "token": sessions.new_token(),
    }
    at_once(*[lambda: committed.write(newcomers.welcome, **new)] * 4)
    assert total(committed, "Account") == total(committed, "Person") == 1
    again = committed.write(newcomers.welcome, **new)
    assert again.email == "nora@example.org"
    assert total(committed, "Account") == 1


def test_check_57_two_administrators_cannot_both_go(committed: Graph) -> None:
    given = Given(committed)
    both = [make_account(given, Role.ADMINISTRATOR) for _ in range(2)]
    results = at_once(
        *[lambda own=own: committed.write(accounts.disable, actor=SYSTEM, account_id=own) for own in both]
    )
    assert len([each for each in results if isinstance(each, accounts.LastAdministrator)]) == 1
    assert total(committed, "Account") == 2
    stayed = [each for each in committed.read(accounts.overview, actor=SYSTEM) if each.disabled_at is None]
    assert len(stayed) == 1


def test_check_57_attempts_side_by_side_are_all_counted(committed: Graph) -> None:
    limit = throttle.Limit("together", 5, throttle.dt.timedelta(minutes=5))
    results = at_once(*[lambda: committed.write(throttle.take, limit=limit, subject="a")] * 12)
    assert len([each for each in results if isinstance(each, throttle.TooOften)]) == 7


def test_check_57_a_token_used_twice_at_once_sets_one_password(committed: Graph) -> None:
    from graph import resets

    given = Given(committed)
    make_account(given, email="bea@example.org", password="negen groene fietsen")
    token = sessions.new_token()
    committed.write(resets.request, email="bea@example.org", token=token)
    words = ["zeven gele tulpen", "acht rode rozen", "zes witte lelies", "vijf oude eiken"]
    results = at_once(*[lambda word=word: committed.write(resets.redeem, token=token, password=word) for word in words])
    assert len([each for each in results if isinstance(each, NotFound)]) == len(words) - 1


def test_flask_itself_is_not_in_debug(app: Flask) -> None:
    assert not app.debug
    assert not flask.helpers.get_debug_flag()
