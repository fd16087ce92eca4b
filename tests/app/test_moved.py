"""A neighbourhood moves by its form: every page and file counts it where it lies, on the day that is shown."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from graph import clock
from graph.rights import Role
from tests.app.hidden import hidden
from tests.app.sign_in import sign_in
from tests.graph.moving import DAY_BEFORE, MOVED, NOON, Town

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from graph.store import Graph
    from tests.given import Given

BEFORE = f"op={DAY_BEFORE}"


def names(client: FlaskClient, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return [row[0] for row in csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig")), delimiter=";")][1:]


def test_a_neighbourhood_that_moved_by_its_form_counts_in_one_district(app: Flask, graph: Graph, given: Given) -> None:
    town = Town(graph, given)
    with clock.at(MOVED):
        builder = app.test_client()
        sign_in(builder, given, Role.BRIDGE_BUILDER)
        address = f"/gebieden/{town.square}/wijzigen"
        fields = {"name": "Duinplein", "level": "neighbourhood", "parent": town.harbour}
        assert builder.post(address, data=hidden(builder.get(address)) | fields).status_code == 303
    client = app.test_client()
    with clock.at(NOON):
        for district, then, now in ((town.centre, ["Erf", "Tuin"], []), (town.harbour, [], ["Erf", "Tuin"])):
            for day, found in ((f"&{BEFORE}", then), ("", now)):
                total = f"<b>{len(found)} initiatieven</b>"
                assert names(client, f"/initiatieven.csv?gebied={district}{day}") == found
                assert (total in client.get(f"/initiatieven?gebied={district}{day}").text) is bool(found)
                assert names(client, f"/organisaties.csv?gebied={district}{day}") == ["Imkers"] * bool(found)
                assert names(client, f"/doelen.csv?wijk={district}{day}") == ["Natuur"] * bool(found)
                page = client.get(f"/gebieden/{district}?{day}").text
                assert [each in page for each in (town.yard, town.garden)] == [bool(found)] * 2
        for path in ("/", "/initiatieven/kaart"):
            then, now = client.get(f"{path}?{BEFORE}").text, client.get(path).text
            assert "Centrum</a>: 2 initiatieven" in then
            assert "Centrum</a>: Nog geen initiatief bekend" in now
            assert "Havenkwartier</a>: Nog geen initiatief bekend" in then
            assert "Havenkwartier</a>: 2 initiatieven" in now
        looking = f"/initiatieven/kaart?gebied={town.centre}"
        assert "Duinplein</a>: 2 initiatieven" in client.get(f"{looking}&{BEFORE}").text
        assert "Duinplein</a>:" not in client.get(looking).text
