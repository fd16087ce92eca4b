"""What hostile names and hidden records meet in the forms of records: two versions to choose from, and the pickers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import html5lib
import pytest

from graph import clock, records
from graph.links import LinkField, Tie
from graph.model import Kind, Link, Visibility
from graph.rights import SYSTEM, Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from graph.store import Graph
    from tests.given import Given


@pytest.fixture
def builder(client: FlaskClient, given: Given) -> FlaskClient:
    """The browser of a bridge-builder."""
    sign_in(client, given, Role.BRIDGE_BUILDER)
    return client


def test_check_9_markup_in_both_versions_stays_text_where_one_is_chosen(
    builder: FlaskClient, given: Given, graph: Graph
) -> None:
    hostile = "\"'><xss-canary a=b onclick=canary()>{{7*191}}</title></label></script><img src=x onerror=canary()>"
    record_id = given.initiative(name=f"Naam {hostile}", summary="Oud", website="https://oud.example")
    graph.write(
        records.change,
        actor=replace(SYSTEM, name=f"Collega {hostile}"),
        record_id=record_id,
        version=1,
        properties={"name": f"Hun {hostile}", "summary": f"Hun tekst {hostile}"},
        ties={LinkField(Link.HAS_THEME, Kind.THEME): [Tie(given.theme(name=f"Thema {hostile}"))]},
    )
    mine = {"version": "1", "name": f"Mijn {hostile}", "summary": f"Mijn tekst {hostile}"}
    answer = builder.post(f"/initiatieven/{record_id}/wijzigen", data=mine)
    assert answer.status_code == 409
    tree = html5lib.parse(answer.text, treebuilder="etree", namespaceHTMLElements=False)
    found = [each for each in tree.iter() if isinstance(each.tag, str)]
    assert "xss-canary" not in {each.tag for each in found}
    assert {each.get("src") for each in found if each.tag == "img"}.isdisjoint({"x"})
    for each in found:
        assert not [name for name in each.attrib if name.lower().startswith("on") or "canary" in name], each.tag
    text = "".join(tree.itertext())
    for words in ("Hun", "Hun tekst", "Mijn", "Mijn tekst", "Thema"):
        assert f"{words} {hostile}" in text


def test_check_25_a_field_offers_and_names_only_what_the_reader_may_see(
    client: FlaskClient, given: Given, graph: Graph
) -> None:
    shown, draft, gone, ended = (given.organisation(name=f"Kanarie {word}") for word in ("open", "stil", "weg", "oud"))
    graph.write(records.show, actor=SYSTEM, record_id=draft, version=1, visibility=Visibility.DRAFT)
    graph.write(records.remove, actor=SYSTEM, record_id=gone, version=1)
    graph.write(records.end, actor=SYSTEM, record_id=ended, version=1, on=clock.today())
    theme = given.theme(name="Kanarie thema")
    address = f"/beheer/kiezen/Initiative/partners?partners-zoek=kanarie&partners={gone}&partners={theme}"

    assert client.get(address).status_code == 302
    for role in (Role.INITIATOR, Role.ORGANISER):
        sign_in(client, given, role)
        refused = client.get(address)
        assert refused.status_code == 403
        assert "Kanarie" not in refused.text
    sign_in(client, given, Role.BRIDGE_BUILDER)
    offered = client.get(address).text
    assert [each for each in (shown, draft, gone, ended, theme) if f'value="{each}"' in offered] == [shown, draft]
    assert "Kanarie weg" not in offered
    assert "Kanarie thema" not in offered
