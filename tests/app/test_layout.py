"""The bar of every page: which places it names for whom, in which order (docs/decisions/bar.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import html5lib
import pytest

from graph.rights import Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from tests.given import Given

SHARED = ["Initiatieven", "Doelen", "Netwerk", "Bijeenkomsten", "Wegwijzer"]
MOST = 7


def bar(client: FlaskClient) -> list[str]:
    """The words in the bar of a page, without the way to log in."""
    tree = html5lib.parse(client.get("/toegankelijkheid").text, treebuilder="etree", namespaceHTMLElements=False)
    links = tree.findall(".//nav[@id='hoofdmenu']//a")
    return [words for each in links if (words := " ".join("".join(each.itertext()).split())) != "Inloggen"]


@pytest.mark.parametrize(
    ("roles", "first", "last"),
    [
        ([], ["Start"], []),
        ([Role.INITIATOR], ["Vandaag", "Mijn initiatief"], []),
        ([Role.BRIDGE_BUILDER], ["Vandaag", "Bruggen"], []),
        ([Role.BRIDGE_BUILDER, Role.ADMINISTRATOR], ["Vandaag", "Bruggen"], ["Beheer"]),
    ],
)
def test_everybody_has_a_bar_of_their_own(
    app: Flask, given: Given, roles: list[Role], first: list[str], last: list[str]
) -> None:
    client = app.test_client()
    if roles:
        sign_in(client, given, *roles)
    words = bar(client)
    assert words == [*first, *SHARED, *last]
    assert len(words) <= MOST + len(last)
