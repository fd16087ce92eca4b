"""Accounts, passwords, sessions, tokens and throttles, on a real graph. Numbers are those of the security checks."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest

from graph import accounts, newcomers, passwords, resets, sessions
from graph.errors import AlreadyExists, Invalid, NotAllowed
from graph.rights import MAY, SYSTEM, VISITOR, Actor, Permission, Role
from tests.app.sign_in import PASSWORD, make_account
from tests.graph.counting import count

if TYPE_CHECKING:
    from graph.store import Graph, Transaction
    from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
ADMINISTRATOR = Actor("Bea Verzonnen", account_id="admin", roles=frozenset({Role.ADMINISTRATOR}))


def test_an_account_is_made_once_however_often_the_driver_tries(graph: Graph, given: Given) -> None:
    person = given.person(name="Bea Verzonnen")
    for _ in range(2):
        graph.write(
            accounts.add,
            actor=SYSTEM,
            email="Bea@Example.org",
            password=PASSWORD,
            person_id=person,
            roles=[Role.ORGANISER],
            account_id="0198c1d2-0000-7000-8000-000000000001",
        )
    found = graph.read(accounts.by_email, actor=SYSTEM, email="bea@example.ORG")
    assert found is not None
    assert found.email == "bea@example.org"
    assert found.roles == {Role.ORGANISER}
    assert found.name == "Bea Verzonnen"
    assert count(graph, "Account") == 1


def test_one_address_is_one_account(given: Given) -> None:
    make_account(given, email="bea@example.org")
    with pytest.raises(AlreadyExists) as caught:
        make_account(given, email="BEA@example.org")
    assert caught.value.field == "email"


def test_the_password_itself_is_nowhere_in_the_graph(graph: Graph, given: Given) -> None:
    account_id = make_account(given, password=PASSWORD)

    def values(tx: Transaction) -> list[str]:
        rows = tx.run("MATCH (node) UNWIND keys(node) AS key RETURN toString(node[key]) AS value")
        return [row["value"] for row in rows if isinstance(row["value"], str)]

    assert not [value for value in graph.read(values) if PASSWORD in value]
    kept = graph.read(accounts.read, actor=SYSTEM, account_id=account_id).password_hash
    assert kept is not None
    assert kept.startswith("$argon2id$")


def test_the_last_administrator_stays(graph: Graph, given: Given) -> None:
    only = make_account(given, Role.ADMINISTRATOR)
    with pytest.raises(accounts.LastAdministrator):
        graph.write(accounts.disable, actor=SYSTEM, account_id=only)
    with pytest.raises(accounts.LastAdministrator):
        graph.write(accounts.set_roles, actor=SYSTEM, account_id=only, roles=[Role.ORGANISER])
    make_account(given, Role.ADMINISTRATOR)
    graph.write(accounts.disable, actor=SYSTEM, account_id=only)
    assert graph.read(accounts.read, actor=SYSTEM, account_id=only).disabled_at is not None


def test_given_and_taken_roles_leave_an_audit_line(graph: Graph, given: Given) -> None:
    account_id = make_account(given, Role.ORGANISER)
    graph.write(accounts.set_roles, actor=ADMINISTRATOR, account_id=account_id, roles=[Role.BRIDGE_BUILDER])

    def lines(tx: Transaction) -> list[tuple[str, str | None, str | None, str]]:
        found = tx.run(
            "MATCH (audit:AuditEntry {record_id: $id}) WHERE audit.actor_id = 'admin' "
            "RETURN audit.action AS action, audit.old AS old, audit.new AS new ORDER BY action",
            id=account_id,
        )
        return [(row["action"], row["old"], row["new"]) for row in found]

    assert graph.read(lines) == [("role_give", None, "bridge_builder"), ("role_take", "organiser", None)]


def test_a_newcomer_gets_a_person_an_account_and_a_token_together(graph: Graph) -> None:
    token = sessions.new_token()
    new = {"name": "Nora Nieuw", "email": "Nora@example.org", "roles": [Role.INITIATOR], "token": token}
    account_id = "0198c1d2-0000-7000-8000-000000000002"
    for _ in range(2):
        recipient = graph.write(newcomers.welcome, actor=SYSTEM, account_id=account_id, **new)
    assert recipient.email == "nora@example.org"
    found = graph.read(accounts.read, actor=SYSTEM, account_id=account_id)
    assert (found.name, found.password_hash, found.roles) == ("Nora Nieuw", None, {Role.INITIATOR})
    assert count(graph, "Person") == 1
    graph.write(resets.redeem, token=token, password=PASSWORD)
    login = graph.read(accounts.for_login, email="nora@example.org")
    assert login is not None
    assert passwords.matches(login.password_hash, PASSWORD)


def test_a_known_person_with_that_address_is_the_newcomer(graph: Graph, given: Given) -> None:
    person = given.person(name="Nora Bekend", email="nora@example.org")
    account_id = "0198c1d2-0000-7000-8000-000000000003"
    graph.write(
        newcomers.welcome,
        actor=SYSTEM,
        account_id=account_id,
        name="Nora",
        email="nora@example.org",
        roles=[],
        token=sessions.new_token(),
    )
    assert graph.read(accounts.read, actor=SYSTEM, account_id=account_id).person_id == person


@pytest.mark.parametrize("role", [None, Role.INITIATOR, Role.BRIDGE_BUILDER, Role.ORGANISER])
def test_check_28_rights_hold_when_the_graph_function_is_called_directly(
    graph: Graph, given: Given, role: Role | None
) -> None:
    other = make_account(given, Role.ORGANISER)
    actor = Actor("Iemand", account_id="x", roles=frozenset({role})) if role else VISITOR
    before = graph.read(accounts.read, actor=SYSTEM, account_id=other)
    person = given.person()
    new = {"email": "x@example.org", "password": PASSWORD, "person_id": person, "roles": [Role.ADMINISTRATOR]}
    calls = [
        (accounts.add, new),
        (accounts.set_roles, {"account_id": other, "roles": [Role.ADMINISTRATOR]}),
        (accounts.disable, {"account_id": other}),
        (accounts.enable, {"account_id": other}),
        (accounts.set_password, {"account_id": other, "password": PASSWORD}),
        (accounts.overview, {}),
        (accounts.read, {"account_id": other}),
        (accounts.by_email, {"email": before.email}),
        (accounts.person_without_account, {"email": before.email}),
    ]
    for work, named in calls:
        with pytest.raises(NotAllowed):
            graph.write(work, actor=actor, **named)
    assert graph.read(accounts.read, actor=SYSTEM, account_id=other) == before
    assert count(graph, "Account") == 1


def test_check_28_every_permission_is_given_to_somebody_and_none_to_visitors() -> None:
    given = frozenset().union(*MAY.values())
    assert given == set(Permission)
    assert not any(VISITOR.may(permission) for permission in Permission)


# Passwords


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "kort",
        "elf tekens.",
        "password1234",
        "Wachtwoord2026!",
        "W@chtw00rd123",
        "Welkom01234567",
        "Bruggenbouwer1!",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "123456789012",
        "987654321098765",
        "qwertyuiopas12",
        "correcthorsebatterystaple",
        "karin@example.org",
        "karin.fictie12",
        "ｐａｓｓｗｏｒｄ１２３４",
    ],
)
def test_check_36_weak_passwords_are_refused(weak: str) -> None:
    with pytest.raises(Invalid) as caught:
        passwords.check(weak, near=["karin@example.org", "karin.fictie"])
    assert caught.value.field == "password"


@pytest.mark.parametrize(
    "strong",
    [
        PASSWORD,
        "de kat zat op het dak van de bakker",
        "ñandú çedille ü öffnung",
        "密码是一个很长的句子没有人知道",
        "🚲🌷🧀🌧️🦆🚤🏡🐄🌻🍎🚂🛶",
        "x7#Qm!vP2z@L9",
        "een " * 3 + "zin die lang is, en nog veel langer " * 20,
    ],
)
def test_check_36_long_ones_and_every_character_are_welcome(strong: str) -> None:
    passwords.check(strong)
    kept = passwords.hashed(strong)
    assert passwords.matches(kept, strong)
    assert not passwords.matches(kept, strong[:-1])


def test_check_36_the_same_letters_typed_on_another_keyboard_open_the_door() -> None:
    assert passwords.matches(passwords.hashed("e\u0301e\u0301n mooie brug"), "\u00e9\u00e9n mooie brug")


def test_check_36_ten_kilobytes_are_refused_before_any_hashing() -> None:
    long = "a b c d e f " * 1_000
    began = time.perf_counter()
    with pytest.raises(Invalid):
        passwords.check(long)
    assert not passwords.matches(passwords._nobodys(), long)
    assert time.perf_counter() - began < 0.2


def test_check_17_a_lone_surrogate_is_no_password() -> None:
    with pytest.raises(Invalid):
        passwords.check("\ud800 negen groene fietsen")
    assert not passwords.matches(None, "\ud800 negen groene fietsen")


def test_check_34_comparing_takes_as_long_when_there_is_nothing_to_compare_with() -> None:
    kept = passwords.hashed(PASSWORD)
    passwords.matches(None, PASSWORD)

    def fastest(password_hash: str | None) -> float:
        taken = []
        for _ in range(7):
            began = time.perf_counter()
            passwords.matches(password_hash, "een ander wachtwoord")
            taken.append(time.perf_counter() - began)
        return min(taken)

    known, unknown = fastest(kept), fastest(None)
    assert abs(known - unknown) < 0.5 * max(known, unknown)


# Sessions
