"""What hostile names and hidden records meet in the forms of records: two versions to choose from, and the pickers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import html5lib
import pytest

from app.records.forms import FORMS
from graph import audit, clock, links, records
from graph.ids import new_id
from graph.links import SYMMETRIC, LinkField, Tie
from graph.model import Kind, Link, Visibility
from graph.rights import SYSTEM, Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask import Flask
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


def test_a_link_counts_as_a_change_of_every_record_whose_form_asks_it(app: Flask) -> None:
    with app.test_request_context():
        asked = {
            (field.link_field.link, field.link_field.outgoing)
            for form in FORMS.values()
            for field in form(formdata=None).link_fields
        }
    asked |= {(link, not outgoing) for link, outgoing in asked if link in SYMMETRIC}
    known = {
        (link, start)
        for link in {each for each, _ in asked}
        for start in (True, False)
        if links.asked_at(link, start=start)
    }
    assert known == asked


@pytest.mark.parametrize("by_form", [True, False])
def test_a_link_is_not_lost_when_it_is_changed_at_both_ends(
    builder: FlaskClient, given: Given, graph: Graph, *, by_form: bool
) -> None:
    first = given.person(name="Piet Verzonnen", person_kind="official")
    second = given.person(name="Quirine Bedacht", person_kind="official")
    goal = given.goal(name="Meer bomen", account_holder=[first])
    mine = {"version": "1", "name": "Meer bomen", "description": "Met, een komma.", "account_holders": first}

    if by_form:
        theirs = {"version": "1", "name": "Quirine Bedacht", "person_kind": "official", "expert_goals": goal}
        assert builder.post(f"/personen/{second}/wijzigen", data=theirs).status_code == 303
    else:
        graph.write(
            records.add,
            actor=SYSTEM,
            kind=Kind.PERSON,
            properties={"name": "Rik Bedacht", "person_kind": "official"},
            ties={LinkField(Link.ACCOUNT_HOLDER_OF, Kind.GOAL): [Tie(goal)]},
            record_id=(second := new_id()),
        )

    asked = builder.post(f"/doelen/{goal}/wijzigen", data=mine)
    assert asked.status_code == 409
    assert re.findall(r'name="kiezen" value="(\w+)"', asked.text) == ["account_holders"]
    assert ("Quirine Bedacht" if by_form else "Rik Bedacht") in asked.text
    settled = mine | {"gezien": "2", "kiezen": "account_holders", "kies-account_holders": "hun"}
    assert builder.post(f"/doelen/{goal}/wijzigen", data=settled).status_code == 303
    held = graph.read(links.of_record, record_id=goal, types=[Link.ACCOUNT_HOLDER_OF])
    assert {each.other_id for each in held} == {first, second}
    now = graph.read(records.read, actor=SYSTEM, record_id=goal)
    assert (now.version, now.properties["description"]) == (3, "Met, een komma.")


def test_the_other_end_counts_a_change_where_its_form_asks_the_link(graph: Graph, given: Given) -> None:
    person = given.person(name="Piet Verzonnen", person_kind="official")
    theme = given.theme()
    goal = given.goal(account_holder=[person], themes=[theme])
    versions = [graph.read(records.read, actor=SYSTEM, record_id=each).version for each in (goal, person, theme)]
    assert versions == [1, 2, 1]
    (line,) = graph.read(audit.since_version, actor=SYSTEM, record_id=person, version=1)
    assert (line.action, line.version, line.other_name) == ("link", 2, "Goal 3")
