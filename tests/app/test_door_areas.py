"""In which neighbourhood: the list on the form for signing up an initiative."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from app.door import places
from graph.areas import OfferedArea

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from tests.given import Given


def offered(client: FlaskClient) -> list[str]:
    select = re.search(r'<select[^>]* name="area".*?</select>', client.get("/aanmelden").text, re.DOTALL)
    assert select is not None
    return re.findall(r"<option[^>]*>([^<]+)</option>", select[0])[1:]


def town(given: Given, code: str, name: str) -> None:
    around = given.area(name=name, code=code, level="municipality")
    given.area(name="Haven", level="neighbourhood", parent=given.area(name="Centrum", level="district", parent=around))


def test_names_that_are_the_same_are_told_apart_by_what_lies_around_them(client: FlaskClient, given: Given) -> None:
    town(given, "GM1", "Duinvliet")
    town(given, "GM2", "Polderdam")
    given.area(name="Zeezicht", level="neighbourhood")
    assert sorted(offered(client)) == [
        "Centrum, Duinvliet",
        "Centrum, Polderdam",
        "Haven, Centrum, Duinvliet",
        "Haven, Centrum, Polderdam",
        "Zeezicht",
    ]


def test_only_the_own_municipality_is_offered(app: Flask, client: FlaskClient, given: Given) -> None:
    town(given, "GM1", "Duinvliet")
    town(given, "GM2", "Polderdam")
    app.config["SETTINGS"] = app.config["SETTINGS"].model_copy(update={"municipality": "GM1"})
    assert offered(client) == ["Centrum", "Haven"]


@pytest.mark.parametrize(("number", "is_searched"), [(3, False), (60, True)])
def test_a_long_list_is_searched_by_typing(
    client: FlaskClient, given: Given, number: int, *, is_searched: bool
) -> None:
    for place in range(number):
        given.area(name=f"Buurt {place}", level="neighbourhood")
    page = client.get("/aanmelden").text
    assert len(offered(client)) == number
    assert bool(re.search(r'<select[^>]* data-autocomplete[^>]* name="area"', page)) is is_searched
    assert ("accessible-autocomplete" in page) is is_searched


def test_what_cannot_be_told_apart_otherwise_gets_its_code() -> None:
    same = [
        OfferedArea("1", "Haven", "BU1", ("Centrum",)),
        OfferedArea("2", "haven", "BU2", ("Centrum",)),
        OfferedArea("3", "Haven", None, ()),
        OfferedArea("4", "Zeezicht", "BU4", ("Centrum",)),
    ]
    assert places.labels(same) == ["Haven, Centrum, BU1", "haven, Centrum, BU2", "Haven", "Zeezicht"]
