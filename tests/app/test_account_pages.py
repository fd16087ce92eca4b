"""The pages of an account, as a person without JavaScript uses them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from graph import accounts
from graph.rights import SYSTEM, Role
from tests.app.sign_in import PASSWORD, make_account, sign_in

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from app.config import Settings
    from graph.store import Graph
    from tests.given import Given

NEW = "zeven gele tulpen"


def login(client: FlaskClient, email: str, password: str = PASSWORD, **more: str):  # noqa: ANN201
    return client.post("/inloggen", data={"email": email, "password": password, **more})


def test_somebody_logs_in_and_comes_where_they_wanted_to_be(client: FlaskClient, given: Given) -> None:
    make_account(given, Role.BRIDGE_BUILDER, email="bea@example.org", password=PASSWORD)
    asked = client.get("/mijn-gegevens")
    assert asked.status_code == 302
    page = client.get(asked.location)
    assert 'value="/mijn-gegevens"' in page.text
    answer = login(client, " Bea@example.org ", next="/mijn-gegevens")
    assert (answer.status_code, answer.location) == (303, "/mijn-gegevens")
    assert "bea@example.org" in client.get("/mijn-gegevens").text


@pytest.mark.parametrize(
    ("role", "start"),
    [(Role.BRIDGE_BUILDER, "/vandaag"), (Role.INITIATOR, "/mijn-initiatief"), (None, "/")],
)
def test_without_a_wish_everybody_begins_at_their_own_start(
    client: FlaskClient, given: Given, role: Role | None, start: str
) -> None:
    make_account(given, *([role] if role else []), email="bea@example.org", password=PASSWORD)
    assert login(client, "bea@example.org").location == start
    assert client.get("/inloggen").location == start


def test_somebody_chooses_another_password(client: FlaskClient, given: Given) -> None:
    make_account(given, email="bea@example.org", password=PASSWORD)
    login(client, "bea@example.org")
    wrong = client.post("/mijn-gegevens/wachtwoord", data={"old_password": "iets anders hier", "password": NEW})
    assert wrong.status_code == 400
    assert "Dit is niet uw wachtwoord van nu." in wrong.text
    weak = client.post("/mijn-gegevens/wachtwoord", data={"old_password": PASSWORD, "password": "welkom123456"})
    assert "makkelijk te raden" in weak.text
    right = client.post("/mijn-gegevens/wachtwoord", data={"old_password": PASSWORD, "password": NEW})
    assert right.status_code == 303
    assert "nieuwe wachtwoord is bewaard" in client.get("/mijn-gegevens").text
    client.post("/uitloggen")
    assert login(client, "bea@example.org").status_code == 400
    assert login(client, "bea@example.org", NEW).status_code == 303


def test_who_forgot_the_password_gets_back_in_by_mail(client: FlaskClient, given: Given, settings: Settings) -> None:
    make_account(given, email="bea@example.org", password=PASSWORD)
    answer = client.post("/wachtwoord-vergeten", data={"email": "Bea@example.org"}, buffered=True)
    assert answer.status_code == 200
    (mail,) = (settings.data / "mail").glob("*.eml")
    found = re.search(r"http://localhost(/wachtwoord-kiezen/\S+)", mail.read_text().replace("=\n", ""))
    assert found is not None
    link = found[1]
    assert client.get(link).status_code == 200
    assert "te kort" in client.post(link, data={"password": "kort"}).text
    assert client.post(link, data={"password": NEW}).status_code == 303
    assert client.post(link, data={"password": NEW}).status_code == 404
    assert client.get(link).status_code == 404
    assert login(client, "bea@example.org", NEW).status_code == 303


def test_an_administrator_lets_somebody_in_and_out(
    client: FlaskClient, graph: Graph, given: Given, settings: Settings
) -> None:
    sign_in(client, given, Role.ADMINISTRATOR)
    page = client.get("/beheer/toegang")
    found = re.search(r'name="id"[^>]*value="([^"]+)"', page.text)
    assert found is not None
    new = {"id": found[1], "name": "Nora Nieuw", "email": "nora@example.org", "roles": ["organiser"]}
    for _ in range(2):
        assert client.post("/beheer/toegang", data=new, buffered=True).status_code == 303
    assert len(graph.read(accounts.overview, actor=SYSTEM)) == 2
    assert "Nora" in next((settings.data / "mail").glob("*.eml")).read_text()
    assert "Nora Nieuw" in client.get("/beheer/toegang").text
    client.post(f"/beheer/toegang/{found[1]}/rollen", data={"roles": ["bridge_builder", "initiator"]})
    client.post(f"/beheer/toegang/{found[1]}/uitschakelen")
    account = graph.read(accounts.read, actor=SYSTEM, account_id=found[1])
    assert account.roles == {Role.BRIDGE_BUILDER, Role.INITIATOR}
    assert account.disabled_at is not None
    assert "uitgeschakeld" in client.get("/beheer/toegang").text
    client.post(f"/beheer/toegang/{found[1]}/inschakelen")
    assert graph.read(accounts.read, actor=SYSTEM, account_id=found[1]).disabled_at is None
    again = client.post("/beheer/toegang", data=new | {"id": "0198c1d2-0000-7000-8000-000000000009"})
    assert again.status_code == 409
    assert "heeft al een account" in again.text


def test_the_last_administrator_cannot_lock_everybody_out(client: FlaskClient, graph: Graph, given: Given) -> None:
    own = sign_in(client, given, Role.ADMINISTRATOR)
    client.post(f"/beheer/toegang/{own}/uitschakelen")
    assert "laatste beheerder" in client.get("/beheer/toegang").text
    client.post(f"/beheer/toegang/{own}/rollen", data={"roles": []})
    account = graph.read(accounts.read, actor=SYSTEM, account_id=own)
    assert account.disabled_at is None
    assert account.roles == {Role.ADMINISTRATOR}
