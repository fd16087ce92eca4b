"""The market, the pages of needs and offers, the rings, and what a party's own page shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.bridges import standing
from graph.model import SupplyKind
from graph.rights import SYSTEM, Role
from graph.supply import rings
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    import pytest
    from flask.testing import FlaskClient

    from graph.store import Graph
    from tests.given import Given

KIND = SupplyKind.MATERIALS


def text(client: FlaskClient, path: str) -> str:
    """What the page says; it must be there."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.get_data(as_text=True)


def test_the_market_shows_both_sides_with_the_reason(client: FlaskClient, given: Given) -> None:
    kavel, kade = given.initiative(name="De Kavel"), given.initiative(name="De Kade")
    need = given.need(name="rijpe compost", supply_kind=KIND, needed_by=kavel)
    offer = given.offer(name="compost van de kade", supply_kind=KIND, offered_by=kade)
    page = text(client, "/vraag-en-aanbod")
    assert "Rijpe compost" in page
    assert "Dit past, want in beide staat ‘compost’ en het is dezelfde soort (spullen en materiaal)." in page
    assert "Rijpe compost" not in text(client, "/vraag-en-aanbod?kant=biedt").replace("rijpe compost", "")
    assert "Geen vraag of aanbod met deze filters" in text(client, "/vraag-en-aanbod?soort=money")
    assert "De Kade" in text(client, f"/behoeften/{need}")
    assert client.get(f"/behoeften/{offer}").status_code == 301
    assert "compost van de kade" in text(client, f"/initiatieven/{kavel}")
    sheet = text(client, "/vraag-en-aanbod.csv?kant=zoekt")
    assert "rijpe compost" in sheet
    assert sheet.count("\r\n") == 2
    assert client.get("/vraag-en-aanbod.xlsx").status_code == 200


def test_a_ring_is_one_proposal_in_a_sentence(client: FlaskClient, given: Given) -> None:
    a, b = given.initiative(name="De Kavel"), given.initiative(name="De Kade")
    for giver, taker, what in ((a, b, "groente"), (b, a, "compost")):
        given.offer(name=what, supply_kind=KIND, offered_by=giver)
        given.need(name=what, supply_kind=KIND, needed_by=taker)
    page = text(client, "/vraag-en-aanbod/ruilringen")
    assert "De Kavel en De Kade kunnen ruilen: De Kavel geeft ‘groente’ en krijgt ‘compost’." in page
    assert "Vraag beide groepen" not in page


def test_a_ring_is_put_to_the_groups_in_dutch_by_whoever_reads_english(client: FlaskClient, given: Given) -> None:
    a, b = given.initiative(name="De Kavel"), given.initiative(name="De Kade")
    for giver, taker, what in ((a, b, "groente"), (b, a, "compost")):
        given.offer(name=what, supply_kind=KIND, offered_by=giver)
        given.need(name=what, supply_kind=KIND, needed_by=taker)
    sign_in(client, given, Role.BRIDGE_BUILDER)
    client.get("/?taal=en")
    page = text(client, "/vraag-en-aanbod/ruilringen")
    assert "De Kavel and De Kade can swap" in page
    assert 'name="text" value="De Kavel en De Kade kunnen ruilen:' in page


def test_the_rings_are_filtered_by_what_stands_in_the_address_and_the_file_holds_the_same(
    client: FlaskClient, given: Given
) -> None:
    area = given.area(name="Duindorp", level="district")
    a, b = given.initiative(name="De Kavel", areas=[area]), given.initiative(name="De Kade")
    c, d = given.initiative(name="De Kas"), given.initiative(name="De Kuil")
    for giver, taker, what in ((a, b, "groente"), (b, a, "compost"), (c, d, "lampen"), (d, c, "zaden")):
        given.offer(name=what, supply_kind=KIND, offered_by=giver)
        given.need(name=what, supply_kind=KIND, needed_by=taker)
    here = "/vraag-en-aanbod/ruilringen"
    page = text(client, here)
    assert "<b>2 ruilringen</b>" in page
    assert "Duindorp (1)" in page
    assert "Twee groepen (2)" in page
    assert "Drie groepen (0)" in page
    assert "Er kunnen meer ruilringen zijn." not in page
    chosen = text(client, f"{here}?gebied={area}&volgorde=naam")
    assert "<b>1 ruilring</b>" in chosen
    assert "De Kuil" not in chosen
    assert f"{here}.csv?gebied={area}&amp;volgorde=naam" in chosen
    lines = client.get(f"{here}.csv?gebied={area}").get_data().decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("De Kavel, De Kade;2;De Kavel en De Kade kunnen ruilen:")
    assert len(client.get(f"{here}.csv").get_data().decode("utf-8-sig").splitlines()) == 3
    assert client.get(f"{here}.xlsx?aantal=drie").status_code == 200
    assert "Geen ruilringen met deze filters." in text(client, f"{here}?aantal=drie")
    assert client.get(f"{here}?soort=onzin").status_code == 400


def test_when_only_the_strongest_exchanges_are_looked_at_the_page_says_so(
    client: FlaskClient, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, c = (given.initiative(name=name) for name in ("De Kavel", "De Kade", "De Kas"))
    for giver, taker, what in ((a, b, "rijpe groente"), (b, a, "rijpe compost"), (b, c, "lampen"), (c, a, "zaden")):
        given.offer(name=what, supply_kind=KIND, offered_by=giver)
        given.need(name=what, supply_kind=KIND, needed_by=taker)
    monkeypatch.setattr(rings, "EDGES", 3)
    page = text(client, "/vraag-en-aanbod/ruilringen")
    assert "<b>Minstens 1 ruilring</b>" in page
    assert "Wij keken alleen naar de 3 keren dat aanbod en vraag het best bij elkaar passen." in page


def test_everybody_in_a_ring_is_asked_in_one_press(client: FlaskClient, given: Given, graph: Graph) -> None:
    a, b = given.initiative(name="De Kavel"), given.initiative(name="De Kade")
    c = given.organisation(name="De Bond")
    ring = ((a, b, "groente"), (b, c, "compost"), (c, a, "hout"))
    for giver, taker, what in ring:
        given.offer(name=what, supply_kind=KIND, **{"offered_by_organisation" if giver == c else "offered_by": giver})
        given.need(name=what, supply_kind=KIND, **{"needed_by_organisation" if taker == c else "needed_by": taker})
    here = "/vraag-en-aanbod/ruilringen"
    assert client.post(here, data={"paar": f"{a}|{b}"}).status_code in {302, 403}
    sign_in(client, given, Role.BRIDGE_BUILDER)
    page = text(client, here)
    assert "Vraag alle drie de groepen" in page
    assert "Beste mensen van" in page
    pairs = re.findall(r'name="paar" value="([^"]+)"', page)
    assert len(pairs) == 3
    assert client.post(here, data={"paar": "onzin"}).status_code == 400
    assert client.post(here, data={}).status_code == 400
    empty = client.post(here, data={"paar": pairs, "text": " "}, follow_redirects=True)
    assert "Er is niets gevraagd." in empty.text
    assert all(graph.read(standing.of, actor=SYSTEM, a=x, b=y) is None for x, y in (p.split("|") for p in pairs))
    done = client.post(here, data={"paar": pairs, "text": "Zullen wij ruilen?"}, follow_redirects=True).text
    assert "u vraagt de groepen van 3 bruggen" in done
    for x, y in (pair.split("|") for pair in pairs):
        bridge = graph.read(standing.of, actor=SYSTEM, a=x, b=y)
        assert bridge is not None
        assert (bridge.state, bridge.wish) == (standing.State.ASKED, "Zullen wij ruilen?")
    other = client.post(here, data={"paar": pairs, "text": "Doen jullie mee?"}, follow_redirects=True).text
    assert "Er is niets gevraagd. Tussen deze groepen loopt al een brug" in other
    assert "Vastgelegd" not in other
