"""The lists of an administrator hide nothing: filters with counts, an order, pages, and a file of what they show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from graph import accounts, audit, clock, desks, ids, records
from graph.duplicates import refresh
from graph.imports import batches
from graph.imports.batches import State
from graph.model import Kind
from graph.rights import SYSTEM, Actor, Role
from tests.app.sign_in import PASSWORD, make_account, sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from graph.store import Graph
    from tests.given import Given


@pytest.fixture
def administrator(client: FlaskClient, given: Given) -> FlaskClient:
    sign_in(client, given, Role.ADMINISTRATOR)
    return client


def names(page: str) -> list[str]:
    """The heads of the rows, in order."""
    heads = re.findall(r'<th role="rowheader"[^>]*>(.*?)</th>', page, re.DOTALL)
    return [re.sub("<[^>]+>", "", head).strip() for head in heads]


def table(client: FlaskClient, path: str) -> list[list[str]]:
    """The rows of a CSV, without its headings."""
    answer = client.get(path)
    assert answer.status_code == 200
    return [line.split(";") for line in answer.get_data().decode("utf-8-sig").splitlines()[1:]]


# Accounts


def account(given: Given, name: str, *roles: Role, password: str | None = None) -> str:
    return make_account(given, *roles, person_id=given.person(name=name), password=password)


def test_accounts_are_filtered_with_counts_and_ordered(
    administrator: FlaskClient, graph: Graph, given: Given, tx: Any
) -> None:
    account(given, "Ans Wacht", Role.ORGANISER)
    bea = account(given, "Bea Brug", Role.ORGANISER, Role.BRIDGE_BUILDER, password=PASSWORD)
    carl = account(given, "Carl Dicht", Role.BRIDGE_BUILDER)
    graph.write(accounts.disable, actor=SYSTEM, account_id=carl)
    graph.write(accounts.note_login, account_id=bea)
    tx.run("MATCH (a:Account {id: $id}) SET a.last_login_at = $at - duration('P9D')", id=carl, at=clock.now()).consume()

    page = administrator.get("/beheer/toegang").text
    assert "<b>4 accounts</b>" in page
    for option in ("organisator (2)", "bruggenbouwer (2)", "initiatiefnemer (0)", "uitgeschakeld (1)", "open (1)"):
        assert option in page
    assert names(page) == ["Ans Wacht", "Bea Brug", "Carl Dicht", "Test Verzonnen"]
    chosen = administrator.get("/beheer/toegang?rol=organiser").text
    assert names(chosen) == ["Ans Wacht", "Bea Brug"]
    assert "uitgeschakeld (0)" in chosen
    assert 'href="/beheer/toegang.csv?rol=organiser"' in chosen
    assert names(administrator.get("/beheer/toegang?stand=closed").text) == ["Carl Dicht"]
    assert names(administrator.get("/beheer/toegang?stand=waiting&rol=organiser").text) == ["Ans Wacht"]
    assert names(administrator.get("/beheer/toegang?zoek=bea+BRUG").text) == ["Bea Brug"]
    latest, longest = (names(administrator.get(f"/beheer/toegang?volgorde={by}").text) for by in ("laatst", "langst"))
    assert latest == ["Bea Brug", "Carl Dicht", "Ans Wacht", "Test Verzonnen"]
    assert longest == ["Ans Wacht", "Test Verzonnen", "Carl Dicht", "Bea Brug"]
    assert "Geen accounts met deze filters." in administrator.get("/beheer/toegang?zoek=niemand").text
    assert administrator.get("/beheer/toegang?rol=keizer").status_code == 400


def test_every_account_stands_on_a_page_and_in_the_file_without_its_password(
    administrator: FlaskClient, graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(26):
        account(given, f"Persoon {number:02}", password=None if number else PASSWORD)
    first, second = (administrator.get(f"/beheer/toegang?pagina={page}").text for page in (1, 2))
    assert names(first) + names(second) == [*(f"Persoon {number:02}" for number in range(26)), "Test Verzonnen"]
    rows = table(administrator, "/beheer/toegang.csv?pagina=2")
    assert [row[0] for row in rows] == names(first) + names(second)
    assert rows[0][4] == "open"
    assert rows[-1][2] == "functioneel beheerder"
    assert "argon2" not in administrator.get("/beheer/toegang.csv").text
    assert administrator.get("/beheer/toegang.xlsx").get_data().startswith(b"PK")
    monkeypatch.setattr(accounts, "AT_ONCE", 10)
    assert len(graph.read(accounts.overview, actor=SYSTEM)) == 27


def test_who_changes_an_account_comes_back_to_the_same_part_of_the_list(
    administrator: FlaskClient, given: Given
) -> None:
    carl = account(given, "Carl Brug", Role.ORGANISER)
    page = administrator.get("/beheer/toegang?rol=organiser").text
    assert f'action="/beheer/toegang/{carl}/uitschakelen?rol=organiser"' in page
    answer = administrator.post(f"/beheer/toegang/{carl}/uitschakelen?rol=organiser")
    assert answer.location == "/beheer/toegang?rol=organiser"


# Likely duplicates


def test_likely_duplicates_are_filtered_ordered_and_given_as_a_file(
    administrator: FlaskClient, graph: Graph, given: Given
) -> None:
    for name in ("Zonnekracht", "Coöperatie Zonnekracht U.A.", "Buurthuis Oost", "Buurthuis Oosst"):
        given.organisation(name=name)
    area = given.area()
    for _ in range(2):
        given.initiative(name="Moestuin", areas=[area])
    for kind in (Kind.ORGANISATION, Kind.INITIATIVE):
        refresh(graph, actor=SYSTEM, kind=kind)

    page = administrator.get("/beheer/dubbelen").text
    assert "<b>3 paren</b> lijken hetzelfde." in page
    for option in ("Partners (2)", "Initiatieven (1)"):
        assert option in page
    assert names(page)[-1].startswith("Buurthuis Oos")
    by_name = names(administrator.get("/beheer/dubbelen?volgorde=naam").text)
    assert by_name == sorted(by_name, key=str.casefold)
    partners = administrator.get("/beheer/dubbelen?soort=Organisation").text
    assert "<b>2 paren</b>" in partners
    assert "Moestuin" not in partners.split("<table")[1]
    assert 'href="/beheer/dubbelen.csv?soort=Organisation"' in partners
    rows = table(administrator, "/beheer/dubbelen.csv?soort=Organisation")
    assert [row[0] for row in rows] == names(partners)
    assert {row[2] for row in rows} == {"Partner"}
    assert rows[0][3] == "100"
    assert rows[0][4].startswith("http://localhost/beheer/dubbelen/")
    assert administrator.get("/beheer/dubbelen.xlsx").get_data().startswith(b"PK")
    compare = re.search(r'href="(/beheer/dubbelen/[0-9a-f-]{36}/([^?/"]+))\?soort=Organisation"', partners)
    assert compare
    assert f'action="{compare[1]}/niet-hetzelfde?soort=Organisation"' in administrator.get(compare[0][6:-1]).text
    answer = administrator.post(f"{compare[1]}/niet-hetzelfde?soort=Organisation&pagina=9")
    assert answer.location == "/beheer/dubbelen?soort=Organisation&pagina=9"
    assert len(names(administrator.get(answer.location).text)) == 1
    none = administrator.get("/beheer/dubbelen?soort=Person").text
    assert "Geen dubbelen met deze filters." in none


# Imports


def brought(graph: Graph, name: str, profile: str, state: State) -> str:
    batch_id, whole = ids.new_id(), {"file_name": name, "rows": 2, "rejected": 0}
    graph.write(batches.begin, actor=SYSTEM, batch_id=batch_id, profile=profile, checksum=name, properties=whole)
    graph.write(batches.finish, batch_id=batch_id, state=state, seconds=1.0)
    return batch_id


def test_earlier_imports_are_filtered_ordered_paged_and_given_as_a_file(
    administrator: FlaskClient, graph: Graph
) -> None:
    stopped = brought(graph, "oud.csv", "initiatives", State.STOPPED)
    brought(graph, "eigen.csv", "eigen-profiel", State.UNDONE)
    for number in range(60):
        brought(graph, f"blad-{number:02}.csv", "goals", State.FINISHED)

    page = administrator.get("/beheer/import").text
    assert "<b>62 imports</b>" in page
    for option in ("Doelen (60)", "Initiatieven (invulblad) (1)", "eigen-profiel (1)", "klaar (60)", "gestopt (1)"):
        assert option in page
    assert "Themas (0)" not in page
    assert names(page)[0] == "blad-59.csv"
    assert names(administrator.get("/beheer/import?pagina=3").text)[-1] == "oud.csv"
    assert names(administrator.get("/beheer/import?volgorde=oudste").text)[:3] == [
        "oud.csv",
        "eigen.csv",
        "blad-00.csv",
    ]
    assert names(administrator.get("/beheer/import?stand=undone").text) == ["eigen.csv"]
    assert names(administrator.get("/beheer/import?gegevens=initiatives").text) == ["oud.csv"]
    assert "Geen imports met deze filters." in administrator.get("/beheer/import?gegevens=themes").text
    rows = table(administrator, "/beheer/import.csv?stand=stopped")
    assert [row[:2] + row[4:6] for row in rows] == [["oud.csv", "Initiatieven (invulblad)", "gestopt", "2"]]
    assert len(table(administrator, "/beheer/import.csv?pagina=2")) == 62
    assert administrator.get("/beheer/import.xlsx").get_data().startswith(b"PK")

    actor = Actor("Bea Verzonnen", account_id="bea", roles=frozenset({Role.ADMINISTRATOR}))
    desk = graph.read(desks.administering, actor=actor)
    assert desk is not None
    assert [each.id for each in desk.stopped] == [stopped]


# The history of a record


def test_the_history_of_a_record_has_pages(administrator: FlaskClient, graph: Graph, given: Given) -> None:
    garden = given.initiative(name="De Kas")
    before = len(graph.read(audit.for_record, actor=SYSTEM, record_id=garden))
    assert 'rel="next"' not in administrator.get(f"/initiatieven/{garden}/geschiedenis").text
    version = graph.read(records.read, actor=SYSTEM, record_id=garden).version
    for number in range(210):
        graph.write(
            records.change,
            actor=SYSTEM,
            record_id=garden,
            version=version + number,
            properties={"website": f"https://kas.example/{number}"},
        )
    first = administrator.get(f"/initiatieven/{garden}/geschiedenis").text
    assert "https://kas.example/209" in first
    assert "https://kas.example/2</ins>" not in first
    assert f'href="/initiatieven/{garden}/geschiedenis?pagina=2" rel="next"' in first
    second = administrator.get(f"/initiatieven/{garden}/geschiedenis?pagina=2").text
    assert "https://kas.example/2</ins>" in second
    assert "Gemaakt" in second
    found = graph.read(audit.history, actor=SYSTEM, record_id=garden, skip=200, limit=200)
    assert (found.total, len(found.lines)) == (before + 210, before + 10)
