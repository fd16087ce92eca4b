"""The address for machines that keep watch, and what doctor makes of who answers at the port."""

from __future__ import annotations

import contextlib
import http.server
import socket
import threading
from typing import TYPE_CHECKING, Any

import click
import pytest
from werkzeug.serving import make_server

from app.commands import demonstration, site
from app.commands.site import Site
from graph.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient

    from app.config import Settings
    from graph.store import Graph
    from tests.given import Given


class Away:
    """A graph whose database does not answer."""

    def read(self, *_args: Any, **_named: Any) -> None:
        raise Unavailable("the database does not answer")


def at(settings: Settings, port: int) -> Settings:
    return settings.model_copy(update={"port": port})


@contextlib.contextmanager
def serving(server: Any) -> Iterator[int]:
    """The port of `server` while it answers in a thread of its own."""
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_machine_is_told_that_the_database_answers_and_nothing_of_it(client: FlaskClient, given: Given) -> None:
    given.initiative(name="De Kavel")
    answer = client.get("/gezond")
    assert answer.status_code == 200
    assert answer.json == {"program": "bruggenbouwer", "database": "answers"}
    assert "Set-Cookie" not in answer.headers


def test_a_machine_is_told_that_the_database_is_away(app: Flask) -> None:
    app.extensions["graph"] = lambda _bookmarks: Away()
    answer = app.test_client().get("/gezond")
    assert answer.status_code == 503
    assert answer.json == {"program": "bruggenbouwer", "database": "away"}


def test_doctor_knows_its_own_site(app: Flask, settings: Settings, graph: Graph) -> None:
    with serving(make_server("127.0.0.1", 0, app)) as port:
        assert site.look(at(settings, port)) is Site.WELL
        assert site.finding(at(settings, port), must_run=True).ok
        app.extensions["graph"] = lambda _bookmarks: Away()
        found = site.finding(at(settings, port), must_run=False)
        assert (found.ok, "its database does not" in found.sentence) == (False, True)
        app.extensions["graph"] = lambda _bookmarks: graph


class Another(http.server.BaseHTTPRequestHandler):
    """Some other program that answers everything."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"program": "iets anders"}')

    def log_message(self, *_: Any) -> None:
        """Quietly."""


def test_a_port_that_another_program_holds_is_a_failure_with_the_cure(settings: Settings) -> None:
    with serving(http.server.HTTPServer(("127.0.0.1", 0), Another)) as port:
        found = site.finding(at(settings, port), must_run=False)
    assert not found.ok
    assert "BRUGGENBOUWER_PORT" in found.cure


def test_a_program_that_says_nothing_is_another(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert site.look(at(settings, silent.getsockname()[1])) is Site.ANOTHER


@pytest.mark.parametrize("must_run", [True, False])
def test_a_free_port_is_in_order_unless_the_site_must_run(settings: Settings, *, must_run: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as soon_free:
        port = soon_free.getsockname()[1]
    found = site.finding(at(settings, port), must_run=must_run)
    assert found.ok is not must_run


def test_a_demo_does_not_begin_on_a_folder_that_cannot_be_made_or_written_in(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "demo.lock").mkdir()
    for folder in (tmp_path / "file" / "data", tmp_path):
        monkeypatch.setenv("BRUGGENBOUWER_DATA", str(folder))
        with pytest.raises(Unavailable, match="cannot be used") as refusal, demonstration.only_one(settings):
            pass
        assert "BRUGGENBOUWER_DATA" in refusal.value.cure


def test_a_demo_does_not_begin_on_a_port_that_is_taken(settings: Settings) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(click.ClickException, match="BRUGGENBOUWER_PORT"),
        demonstration.only_one(at(settings, taken.getsockname()[1])),
    ):
        pass
