"""Accounts, passwords, sessions, tokens and throttles, on a real graph. Numbers are those of the security checks."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest

from graph import accounts, clock, newcomers, passwords, resets, sessions, throttle
from graph.errors import AlreadyExists, Invalid, NotAllowed, NotFound
from graph.rights import MAY, SYSTEM, VISITOR, Actor, Permission, Role
from tests.app.sign_in import PASSWORD, make_account, open_session

if TYPE_CHECKING:
    from graph.store import Graph, Transaction
    from tests.given import Given

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
ADMINISTRATOR = Actor("Bea Verzonnen", account_id="admin", roles=frozenset({Role.ADMINISTRATOR}))


def count(graph: Graph, name: str) -> int:
    def work(tx: Transaction) -> int:
        return tx.run("MATCH (node) WHERE $name IN labels(node) RETURN count(node) AS n", name=name).single()["n"]

    return graph.read(work)


# Accounts


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


def begin(graph: Graph, account_id: str, *, idle: int = 60, longest: int = 720) -> str:
    token = sessions.new_token()
    graph.write(
        sessions.begin,
        account_id=account_id,
        token=token,
        idle=dt.timedelta(minutes=idle),
        longest=dt.timedelta(minutes=longest),
    )
    return token


def test_check_33_a_session_ends_when_it_is_not_used(graph: Graph, given: Given) -> None:
    account_id = make_account(given)
    with clock.at(NOON):
        token = begin(graph, account_id)
    with clock.at(NOON + dt.timedelta(minutes=59)):
        assert graph.read(sessions.owner, token=token)
    with clock.at(NOON + dt.timedelta(minutes=61)):
        assert graph.read(sessions.owner, token=token) is None
        graph.write(sessions.prolong, token=token, idle=dt.timedelta(hours=1))
        assert graph.read(sessions.owner, token=token) is None


def test_check_33_a_session_ends_in_any_case(graph: Graph, given: Given) -> None:
    account_id = make_account(given)
    with clock.at(NOON):
        token = begin(graph, account_id, longest=120)
    for minutes in range(30, 150, 30):
        with clock.at(NOON + dt.timedelta(minutes=minutes)):
            graph.write(sessions.prolong, token=token, idle=dt.timedelta(hours=1))
            assert (graph.read(sessions.owner, token=token) is not None) == (minutes < 120)


def test_most_page_views_do_not_write(graph: Graph, given: Given) -> None:
    hour = dt.timedelta(hours=1)
    with clock.at(NOON):
        token = begin(graph, make_account(given))
        owner = graph.read(sessions.owner, token=token)
    assert owner is not None
    with clock.at(NOON + dt.timedelta(seconds=30)):
        assert not owner.is_due(hour)
    with clock.at(NOON + dt.timedelta(seconds=90)):
        assert owner.is_due(hour)


def test_check_30_an_ended_session_stays_ended(graph: Graph, given: Given) -> None:
    token = begin(graph, make_account(given))
    graph.write(sessions.end, token=token)
    graph.write(sessions.end, token=token)
    graph.write(sessions.prolong, token=token, idle=dt.timedelta(hours=1))
    assert graph.read(sessions.owner, token=token) is None


def test_check_31_disabling_ends_every_session_and_refuses_new_ones(graph: Graph, given: Given) -> None:
    account_id = make_account(given, password=PASSWORD)
    tokens = [begin(graph, account_id) for _ in range(2)]
    graph.write(accounts.disable, actor=SYSTEM, account_id=account_id)
    graph.write(accounts.enable, actor=SYSTEM, account_id=account_id)
    assert [graph.read(sessions.owner, token=token) for token in tokens] == [None, None]
    graph.write(accounts.disable, actor=SYSTEM, account_id=account_id)
    assert graph.read(accounts.for_login, email=graph.read(accounts.own, actor=_as(account_id)).email) is None
    with pytest.raises(NotFound):
        begin(graph, account_id)


def test_check_31_a_new_password_ends_the_other_sessions(graph: Graph, given: Given) -> None:
    account_id = make_account(given, password=PASSWORD)
    here, there = begin(graph, account_id), begin(graph, account_id)
    new = "zeven gele tulpen"
    graph.write(accounts.change_password, actor=_as(account_id), old=PASSWORD, new=new, token=here)
    assert graph.read(sessions.owner, token=here)
    assert graph.read(sessions.owner, token=there) is None
    with pytest.raises(Invalid) as caught:
        graph.write(accounts.change_password, actor=_as(account_id), old=PASSWORD, new=new, token=here)
    assert caught.value.field == "old_password"


def test_a_token_is_nowhere_in_the_graph(graph: Graph, given: Given) -> None:
    token = open_session(given, make_account(given))

    def hashes(tx: Transaction) -> list[str]:
        return [row["hash"] for row in tx.run("MATCH (session:Session) RETURN session.token_hash AS hash")]

    assert graph.read(hashes) == [sessions.digest(token)]
    assert token not in graph.read(hashes)


def test_ended_sessions_are_swept(graph: Graph, given: Given) -> None:
    account_id = make_account(given)
    with clock.at(NOON):
        begin(graph, account_id)
    with clock.at(NOON + dt.timedelta(days=2)):
        begin(graph, account_id)
    assert count(graph, "Session") == 1


def test_a_role_that_is_taken_counts_at_the_next_click(graph: Graph, given: Given) -> None:
    account_id = make_account(given, Role.BRIDGE_BUILDER)
    token = begin(graph, account_id)
    graph.write(accounts.set_roles, actor=SYSTEM, account_id=account_id, roles=[])
    owner = graph.read(sessions.owner, token=token)
    assert owner is not None
    assert not owner.actor.may(Permission.SEE_DRAFTS)


# A forgotten password


def ask(graph: Graph, email: str) -> str:
    token = sessions.new_token()
    assert graph.write(resets.request, email=email, token=token) is not None
    return token


def test_check_38_a_token_works_once_within_the_hour(graph: Graph, given: Given) -> None:
    make_account(given, email="bea@example.org", password=PASSWORD)
    with clock.at(NOON):
        first, second = ask(graph, "bea@example.org"), ask(graph, "bea@example.org")
    with clock.at(NOON + dt.timedelta(minutes=59)):
        assert not graph.read(resets.is_living, token=first)
        assert graph.read(resets.is_living, token=second)
        with pytest.raises(Invalid):
            graph.write(resets.redeem, token=second, password="kort")
        graph.write(resets.redeem, token=second, password="zeven gele tulpen")
        with pytest.raises(NotFound):
            graph.write(resets.redeem, token=second, password="acht gele tulpen")
    with clock.at(NOON):
        third = ask(graph, "bea@example.org")
    with clock.at(NOON + dt.timedelta(minutes=61)), pytest.raises(NotFound):
        graph.write(resets.redeem, token=third, password="acht gele tulpen")


def test_check_38_a_token_is_kept_hashed_and_dies_with_any_change(graph: Graph, given: Given) -> None:
    account_id = make_account(given, email="bea@example.org", password=PASSWORD)
    session = begin(graph, account_id)
    token = ask(graph, "bea@example.org")

    def kept(tx: Transaction) -> list[str]:
        return [row["hash"] for row in tx.run("MATCH (reset:PasswordReset) RETURN reset.token_hash AS hash")]

    assert graph.read(kept) == [sessions.digest(token)]
    change = {"actor": _as(account_id), "old": PASSWORD, "new": "zeven gele tulpen", "token": session}
    graph.write(accounts.change_password, **change)
    assert not graph.read(resets.is_living, token=token)
    assert graph.read(kept) == []


def test_check_38_choosing_a_password_ends_every_session(graph: Graph, given: Given) -> None:
    account_id = make_account(given, email="bea@example.org", password=PASSWORD)
    session = begin(graph, account_id)
    graph.write(resets.redeem, token=ask(graph, "bea@example.org"), password="zeven gele tulpen")
    assert graph.read(sessions.owner, token=session) is None


def test_nobody_gets_a_token_for_an_unknown_or_closed_account(graph: Graph, given: Given) -> None:
    account_id = make_account(given, email="bea@example.org")
    graph.write(accounts.disable, actor=SYSTEM, account_id=account_id)
    for email in ["bea@example.org", "niemand@example.org", "geen adres", "\r\nBcc: x@example.org"]:
        assert graph.write(resets.request, email=email, token=sessions.new_token()) is None


# Throttles

FEW = throttle.Limit("test", 3, dt.timedelta(minutes=15))


def test_check_35_too_many_attempts_wait_for_the_end_of_the_window(graph: Graph) -> None:
    with clock.at(NOON):
        for _ in range(3):
            graph.write(throttle.take, limit=FEW, subject="a")
    with clock.at(NOON + dt.timedelta(minutes=5)):
        with pytest.raises(throttle.TooOften) as caught:
            graph.write(throttle.take, limit=FEW, subject="a")
        assert caught.value.seconds == 600
        graph.write(throttle.take, limit=FEW, subject="b")
    with clock.at(NOON + dt.timedelta(minutes=15)):
        graph.write(throttle.take, limit=FEW, subject="a")


def test_what_turned_out_well_is_given_back(graph: Graph) -> None:
    for _ in range(9):
        graph.write(throttle.take, limit=FEW, subject="a")
        graph.write(throttle.give_back, limit=FEW, subject="a")
    for _ in range(3):
        graph.write(throttle.take, limit=FEW, subject="a")
    graph.write(throttle.give_back, limit=FEW, subject="a", everything=True)
    graph.write(throttle.take, limit=FEW, subject="a")


def test_counters_name_nobody_and_are_swept(graph: Graph) -> None:
    with clock.at(NOON):
        graph.write(throttle.take, limit=FEW, subject="bea@example.org")

    def keys(tx: Transaction) -> list[str]:
        return [row["key"] for row in tx.run("MATCH (throttle:Throttle) RETURN throttle.key AS key")]

    assert not [key for key in graph.read(keys) if "bea" in key]
    with clock.at(NOON + dt.timedelta(hours=1)):
        graph.write(throttle.sweep)
    assert graph.read(keys) == []


def _as(account_id: str) -> Actor:
    return Actor("Zelf", account_id=account_id)
