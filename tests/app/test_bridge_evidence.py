"""An awaited decision and a policy note as reasons for a bridge, as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Kind, Visibility
from graph.rights import Role
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from tests.given import Given


def test_who_waits_for_the_same_decision_reads_that_on_list_page_and_initiative(
    client: FlaskClient, given: Given
) -> None:
    one, other = given.initiative(name="De Kavel"), given.initiative(name="Buurtmoes")
    decision = given.record(Kind.DECISION, name="De nieuwe kade", waiting=[one, other])
    assert "Wacht ook op het besluit ‘De nieuwe kade’." in client.get(f"/initiatieven/{one}").text
    sign_in(client, given, Role.BRIDGE_BUILDER)
    listed = client.get("/bruggen").text
    assert f'href="/besluiten/{decision}"' in listed
    assert 'value="decision"' in listed
    page = client.get(f"/bruggen/{one}/{other}").text
    assert "De Kavel en Buurtmoes wachten allebei op hetzelfde besluit: ‘De nieuwe kade’." in page
    assert "Zelfde besluit: De nieuwe kade" in page
    assert "Wij wachten allebei op ‘De nieuwe kade’." in page


def test_the_bridge_of_two_goals_in_one_note_names_the_note_and_both_goals(client: FlaskClient, given: Given) -> None:
    note = given.note(name="Groenvisie")
    trees, stone = given.goal(name="Meer bomen", notes=[note]), given.goal(name="Minder steen", notes=[note])
    one, other = given.initiative(name="De Kavel", goals=[trees]), given.initiative(name="Buurtmoes", goals=[stone])
    public = client.get(f"/initiatieven/{one}").text
    assert "De doelen ‘Meer bomen’ en ‘Minder steen’ staan in dezelfde beleidsnota: ‘Groenvisie’." in public
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = client.get(f"/bruggen/{one}/{other}").text
    assert "Zelfde beleidsnota: Groenvisie" in page
    assert "Beide doelen staan in de beleidsnota ‘Groenvisie’." in page


def test_a_visitor_reads_nothing_of_a_draft_decision(client: FlaskClient, given: Given) -> None:
    one, other = given.initiative(name="De Kavel"), given.initiative(name="Buurtmoes")
    given.record(Kind.DECISION, name="De nieuwe kade", waiting=[one, other], visibility=Visibility.DRAFT)
    page = client.get(f"/initiatieven/{one}").text
    assert "De nieuwe kade" not in page
    assert "Buurtmoes" not in page
