"""Odd questions, texts, bytes and hosts at every route. Numbers are those of the security checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.rights import Role
from tests.app import world
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from graph.store import Graph
    from tests.app.world import World
    from tests.given import Given

HERE = "http://localhost"


@pytest.fixture
def town(given: Given) -> World:
    return world.make(given)


@pytest.mark.parametrize(
    "query",
    [
        "depth=999&diepte=999&limit=1000000000&aantal=999999&stoelen=-5&seats=-5&pagina=-1&page=-1&spreiding=9e999",
        "pagina=99999999999999999999&stoelen=1000000000&plaatsen=1000000000&diepte=-1&aantal=-1&spreiding=nan",
        "pagina=%D9%A3&stoelen=%D9%A3&aantal=%C2%B2&diepte=%E2%91%A0&op=9999-99-99&dag=0000&datum=-1-01-01",
        "pagina=x&stoelen=x&diepte=x&aantal=1e3&spreiding=x&op=x&dag=x&kind=x&soort=x&weergave=x&taal=x&taal=en",
        "kind=x%60%20DETACH%20DELETE&soort=%5Cu0060&sorteer=naam;%20MATCH&volgorde=%60&sort=%27&status=%22&thema=%60",
        "q=" + "a" * 7_000,
        "q=" + "a" * 10_000,
        "q=%00",
        "q=%FF%ED%A0%80",
        "q=%E2%80%AEtxt&naam=%E2%80%AE&name=%F0%9F%8C%B7",
        "_external=1&_scheme=javascript&_anchor=x&endpoint=x&filename=y&values=z&self=1&rule=1",
        "goal=x&doel=x&thema=x&theme=x&area=x&gebied=x&a=x&b=x&id=x&van=x&naar=x&hoort_bij=x&next=x&record_id=x",
    ],
)
def test_check_56_2_and_17_odd_questions_are_answered_or_refused(
    app: Flask, given: Given, graph: Graph, town: World, query: str
) -> None:
    client = app.test_client()
    sign_in(client, given, *Role)
    before = world.fingerprint(graph)
    for address in world.pages(app, town):
        code = client.get(f"{address}?{query}").status_code
        assert code in {200, 302, 303, 400, 403, 404, 405, 413}, f"{address}: {code}"
    assert world.fingerprint(graph) == before


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "x" * 1_000_000])
def test_check_17_odd_texts_in_any_form_are_refused(
    app: Flask, given: Given, graph: Graph, town: World, text: str
) -> None:
    client = app.test_client()
    sign_in(client, given, *Role)
    before = world.fingerprint(graph)
    for method, rule in world.unsafe(app):
        answer = client.open(town.path(rule), method=method, data={"name": text, "email": text, "id": text})
        assert answer.status_code in {400, 413}, f"{method} {rule.rule}"
    assert world.fingerprint(graph) == before


def test_check_17_bytes_that_are_no_text_are_refused(client: FlaskClient) -> None:
    for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        for body in (b"email=\xff&password=x", b"\xff", b"--x\r\n\xff\r\n--x--", b"%ZZ=%"):
            assert client.post("/inloggen", data=body, content_type=kind).status_code == 400


def test_check_46_too_many_parts_and_too_large(client: FlaskClient) -> None:
    assert client.post("/inloggen", data={"email": "x" * 600_000}).status_code == 413
    body = b"".join(b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n' for _ in range(1_001)) + b"--x--"
    answer = client.post("/inloggen", data=body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 413
    large = b'--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n' + b"x" * 2_100_000 + b"\r\n--x--"
    answer = client.post("/inloggen", data=large, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 413


@pytest.mark.parametrize("bad", ["%00", "%ED%A0%80", "%FF", "%E2%80%AE", "..%2F..", "'; MATCH (n) DETACH DELETE n //"])
def test_check_17_and_20_odd_ids_are_not_there(app: Flask, given: Given, graph: Graph, town: World, bad: str) -> None:
    client = app.test_client()
    sign_in(client, given, *Role)
    before = world.fingerprint(graph)
    for rule in world.one_of_each(app):
        if not rule.arguments:
            continue
        address = town.path(rule)
        folder, _, rest = rule.rule.partition("<")
        odd = folder + bad + rest.partition(">")[2].replace("<", "").replace(">", "")
        assert odd != address
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            assert client.open(odd, method=method).status_code in {302, 303, 308, 400, 403, 404, 405}, f"{method} {odd}"
    assert world.fingerprint(graph) == before


def test_check_22_extra_fields_are_ignored(app: Flask, given: Given, graph: Graph) -> None:
    client = app.test_client()
    own = sign_in(client, given, Role.INITIATOR, password="negen groene fietsen")
    extra = {"role": "administrator", "roles": "administrator", "id": "x", "account_id": "x", "created_by": "x"}
    form = {"old_password": "negen groene fietsen", "password": "zeven gele tulpen"}
    client.post("/mijn-gegevens/wachtwoord", data=form | extra)
    client.post("/mijn-gegevens/overal-uitloggen", data=extra)
    assert client.get("/beheer/toegang").status_code == 403

    def roles(tx) -> list[str]:  # noqa: ANN001
        found = tx.run("MATCH (:Account {id: $id})-[:HAS_ROLE]->(role:Role) RETURN role.name AS name", id=own)
        return [row["name"] for row in found]

    assert graph.read(roles) == ["initiator"]


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "localhost:81", "evil.example:80", "", "localhost@evil.example"]
)
def test_check_39_a_foreign_host_is_refused(client: FlaskClient, host: str) -> None:
    for address in ("/", "/inloggen", "/nergens"):
        answer = client.get(address, headers={"Host": host})
        assert answer.status_code == 400
        assert "evil" not in answer.text


def test_check_39_another_name_of_this_machine_leads_to_the_one_that_was_set(client: FlaskClient) -> None:
    answer = client.get("/zoeken?q=x", headers={"Host": "127.0.0.1"})
    assert answer.location == f"{HERE}/zoeken?q=x"
    assert client.post("/uitloggen", headers={"Host": "127.0.0.1"}).status_code == 400
