"""The weights of the evidence as an administrator reads and renews them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from graph.bridges import kept
from graph.bridges.weights import WEIGHTS, Evidence
from graph.rights import SYSTEM, Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from graph.store import Graph
    from tests.given import Given


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    kept.forget()
    yield
    kept.forget()


def test_an_administrator_reads_the_weights_and_goes_back(client: FlaskClient, given: Given, graph: Graph) -> None:
    sign_in(client, given, Role.ADMINISTRATOR)
    assert "De vaste gewichten gelden." in client.get("/beheer/gewichten").text
    graph.write(kept.keep, actor=SYSTEM, weights=WEIGHTS | {Evidence.THEME: 7.25}, learnt_from=812)
    page = client.get("/beheer/gewichten").text
    assert "7,25" in page
    assert "uit 812 vragen" in page
    client.post("/beheer/gewichten/terug")
    assert "De vaste gewichten gelden." in client.get("/beheer/gewichten").text


def test_too_few_contacts_leave_the_safe_weights(client: FlaskClient, given: Given) -> None:
    sign_in(client, given, Role.ADMINISTRATOR)
    answer = client.post("/beheer/gewichten/leren", follow_redirects=True)
    assert "te weinig bekende contacten" in answer.text
